"""Named tuples, and the names of annotations, without what `typing` costs at each start.

For a type checker these are the ones of `typing` and `collections.abc`. When a program runs, importing
`typing` takes 4 ms and each of its named tuples a tenth of a millisecond, and a hook has sixty kinds: a fifth
of its whole time. `collections.abc` takes 2 ms, all for the package that it is in: Python starts with what it
names, as `_collections_abc`.
"""

from _collections_abc import (
    Awaitable,
    Callable,
    Collection,
    Container,
    Generator,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)

TYPE_CHECKING = False

__all__ = [
    "IO",
    "TYPE_CHECKING",
    "Any",
    "Awaitable",
    "BinaryIO",
    "Callable",
    "Collection",
    "Container",
    "Generator",
    "Generic",
    "Iterable",
    "Iterator",
    "Literal",
    "Mapping",
    "MappingProxyType",
    "NamedTuple",
    "NoReturn",
    "Protocol",
    "Sequence",
    "TextIO",
    "TypeAlias",
    "TypeGuard",
    "TypeVar",
    "cast",
]

if TYPE_CHECKING:
    from types import MappingProxyType
    from typing import (
        IO,
        Any,
        BinaryIO,
        Generic,
        Literal,
        NamedTuple,
        NoReturn,
        Protocol,
        TextIO,
        TypeAlias,
        TypeGuard,
        TypeVar,
        cast,
    )
else:
    # As `collections` does it: a field is read without a Python function.
    from _collections import _tuplegetter

    # As `types` does it.
    MappingProxyType = type(type.__dict__)

    class _Name:
        """A name that stands in annotations only."""

        def __class_getitem__(cls, item):
            return cls

    IO = Any = BinaryIO = Generic = Literal = NoReturn = Protocol = TextIO = TypeAlias = TypeGuard = _Name

    class TypeVar:
        """What stands in an alias until that is subscripted."""

        def __init__(self, name):
            self.name = name

        def __typing_subst__(self, kind):
            return kind

        def __or__(self, _other):
            return _Name

    def cast(_kind, value):
        return value

    class _Value(tuple):
        """What all named tuples have, as `collections.namedtuple` describes it."""

        __slots__ = ()
        _fields = ()
        _field_defaults = {}

        def __new__(cls, /, *values, **named):
            """The first values of a class are put together here; for more, a function is compiled."""
            kind = next(kind for kind in cls.__mro__ if "_fields" in vars(kind))
            _made[kind] = made = _made.get(kind, 0) + 1
            filled = _filled(kind, values, named) if made < _FEW else None
            if filled is not None:
                return tuple.__new__(cls, filled)
            # Also where something is missing or too much: the function raises what a function does.
            kind.__new__ = staticmethod(_maker(kind))
            return kind.__new__(cls, *values, **named)

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes):
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise TypeError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            told = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({told})"

        def __getnewargs__(self):
            return tuple(self)

    # To compile takes as long as to put so many values together; most classes have one or two.
    _FEW = 32
    _made = {}

    def _filled(kind, values, named):
        """All values in order; None where they do not fit the fields."""
        rest, known = kind._fields[len(values) :], {**kind._field_defaults, **named}
        if len(values) > len(kind._fields) or not named.keys() <= set(rest) or not known.keys() >= set(rest):
            return None
        return *values, *[known[field] for field in rest]

    def _maker(kind):
        fields = ", ".join(kind._fields)
        made = eval(  # noqa: S307  # the names of fields, as `collections` does it
            f"lambda _cls, {fields}: _new(_cls, ({fields}{',' if fields else ''}))", {"_new": tuple.__new__}
        )
        made.__defaults__ = tuple(kind._field_defaults.values())
        return made

    class _Making(type):
        """Makes of a class that stands on `NamedTuple` one that stands on tuples."""

        def __new__(cls, name, bases, namespace):
            if not bases:
                return super().__new__(cls, name, bases, namespace)
            fields = _fields_of(namespace)
            defaults = {field: namespace[field] for field in fields if field in namespace}
            namespace |= {field: _tuplegetter(at, None) for at, field in enumerate(fields)}
            namespace |= {"__slots__": (), "_fields": fields, "__match_args__": fields}
            namespace["_field_defaults"] = defaults
            return type(name, (_Value,), namespace)

    def _fields_of(namespace):
        if "__annotations__" in namespace:
            return tuple(namespace["__annotations__"])
        annotate = namespace.get("__annotate_func__")  # PEP 649: since Python 3.14
        return tuple(annotate(1)) if annotate else ()

    class NamedTuple(metaclass=_Making):
        """As `typing.NamedTuple`."""
