"""Our named tuples against those of `typing`."""

import copy
import pickle
import subprocess
import sys
import typing

import pytest

from trailers import typed


class Ours(typed.NamedTuple):
    """What it is."""

    name: str
    number: int = 3
    others: tuple[str, ...] = ()

    @property
    def twice(self):
        return 2 * self.number

    def named(self, name):
        return self._replace(name=name)


class Theirs(typing.NamedTuple):
    """What it is."""

    name: str
    number: int = 3
    others: tuple[str, ...] = ()

    @property
    def twice(self):
        return 2 * self.number

    def named(self, name):
        return self._replace(name=name)


class Nothing(typed.NamedTuple):
    pass


class NothingOfTheirs(typing.NamedTuple):
    pass


class OursBelow(Ours):
    def louder(self):
        return self.name.upper()


BOTH = pytest.mark.parametrize("kind", [Ours, Theirs])


@pytest.fixture(autouse=True, params=[0, 1_000], ids=["compiled", "put together"])
def made(request, monkeypatch):
    """How values are made: by a function that is compiled, or not, as the first ones of a class are."""
    monkeypatch.setattr(typed, "_FEW", request.param)
    if "__new__" in vars(Ours):
        del Ours.__new__


@pytest.mark.parametrize(
    "use",
    [
        pytest.param(lambda kind: tuple(kind("a")), id="defaults"),
        pytest.param(lambda kind: tuple(kind("a", 1, ("b",))), id="by place"),
        pytest.param(lambda kind: tuple(kind(others=("b",), name="a")), id="by name"),
        pytest.param(lambda kind: repr(kind("a")).partition("(")[2], id="shown"),
        pytest.param(lambda kind: (kind("a").name, kind("a", 4).number, kind("a", 4).twice), id="read"),
        pytest.param(lambda kind: tuple(kind("a")._replace(number=9)), id="replaced"),
        pytest.param(lambda kind: tuple(kind("a").named("b")), id="by a method"),
        pytest.param(lambda kind: kind("a")._asdict(), id="as a dict"),
        pytest.param(lambda kind: tuple(kind._make(("a", 1, ()))), id="made"),
        pytest.param(lambda kind: (kind._fields, kind._field_defaults, kind.__match_args__), id="fields"),
        pytest.param(lambda kind: kind("a") == ("a", 3, ()), id="equal to a tuple"),
        pytest.param(lambda kind: hash(kind("a")) == hash(("a", 3, ())), id="hashed"),
        pytest.param(lambda kind: tuple(pickle.loads(pickle.dumps(kind("a")))), id="pickled"),
        pytest.param(lambda kind: type(pickle.loads(pickle.dumps(kind("a")))) is kind, id="pickled kind"),
        pytest.param(lambda kind: tuple(copy.deepcopy(kind("a"))), id="copied"),
        pytest.param(lambda kind: kind.__doc__, id="documented"),
        pytest.param(lambda kind: isinstance(kind("a"), tuple), id="a tuple"),
        pytest.param(lambda kind: hasattr(kind("a"), "__dict__"), id="no dict"),
    ],
)
def test_as_typing_does(use):
    assert use(Ours) == use(Theirs)


@BOTH
@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(lambda kind: kind(), id="too few"),
        pytest.param(lambda kind: kind(1, 2, 3, 4), id="too many"),
        pytest.param(lambda kind: kind("a", other=1), id="another"),
        pytest.param(lambda kind: kind("a", name="b"), id="twice"),
        pytest.param(lambda kind: kind._make(("a",)), id="made of too few"),
        pytest.param(lambda kind: kind("a")._replace(other=1), id="replaced"),
    ],
)
def test_what_is_refused(kind, wrong):
    # `_replace` raises a ValueError up to Python 3.12.
    with pytest.raises((TypeError, ValueError)):
        wrong(kind)


@BOTH
def test_is_not_changed(kind):
    with pytest.raises(AttributeError):
        kind("a").name = "b"


@BOTH
def test_matches(kind):
    match kind("a", 5):
        case kind(name, 5):
            assert name == "a"
        case _:
            pytest.fail("no match")


@pytest.mark.parametrize("kind", [Nothing, NothingOfTheirs])
def test_without_fields(kind):
    assert kind() == ()
    assert (repr(kind()), kind._fields) == (f"{kind.__name__}()", ())


def test_any_name_can_be_a_fields():
    class Named(typed.NamedTuple):
        cls: str
        new: str
        tuple: str = "t"

    assert Named("c", new="n") == ("c", "n", "t")


def test_what_stands_on_one():
    assert OursBelow("a").louder() == "A"
    assert type(OursBelow("a")) is OursBelow
    assert OursBelow("a")._replace(name="b") == Ours("b")


def test_annotations_cost_nothing():
    class Named(typed.NamedTuple):
        kind: typed.Literal["a", "b"] | None
        anything: typed.Any = None

    assert Named("a") == ("a", None)
    assert typed.cast("Named", 3) == 3


def test_aliases_take_what_they_stand_for():
    variable = typed.TypeVar("variable")
    alias = list[tuple[str | None, variable]]

    class Holds(typed.Generic[variable]):
        pass

    assert alias[int] == list[tuple[str | None, int]]
    assert dict[str, alias[variable]][int] == dict[str, list[tuple[str | None, int]]]

    def first(holds: Holds[variable]) -> variable | None:
        return None

    assert isinstance(Holds(), Holds[int])
    assert first(Holds()) is None


def test_what_is_made_often_is_compiled(monkeypatch):
    monkeypatch.setattr(typed, "_FEW", 4)
    monkeypatch.setattr(typed, "_made", {})
    made = [(Ours(str(number)), "__new__" in vars(Ours)) for number in range(6)]
    assert [compiled for _, compiled in made] == [False, False, False, True, True, True]
    assert [value for value, _ in made] == [(str(number), 3, ()) for number in range(6)]


def test_typing_is_not_imported():
    code = "import sys, trailers.typed; print('typing' in sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=True)
    assert done.stdout.strip() == b"False"
