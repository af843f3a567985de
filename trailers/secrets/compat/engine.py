"""detect-secrets' own code, loaded as little as can be and only when a line needs it.

Its package imports all of itself, multiprocessing, YAML and `requests`: 140 ms. The plugins need none of
these to judge a line; `requests` is for verification, and the stand-in for it loads the real one at the
first use. detect-secrets keeps its settings in one object for the whole process: `Engine.active` says
whose they are.
"""

from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, ClassVar

from trailers.errors import PolicyError
from trailers.secrets.compat.plugins import BUILT_IN
from trailers.secrets.compat.settings import VERIFICATION, Choice, CompatSettings
from trailers.typed import Callable, Iterator

_ROOT = "detect_secrets"
# What a plugin that is broken ends with when it is loaded.
_BROKEN = (ImportError, SyntaxError, OSError, ValueError, TypeError, LookupError, AttributeError, NameError)


class Engine:
    """detect-secrets with one scanner's settings."""

    active: ClassVar["Engine | None"] = None

    def __init__(self, settings: CompatSettings) -> None:
        self._settings = settings
        self.verifies = any(one.name == VERIFICATION for one in settings.filters)

    def activate(self) -> None:
        """Make detect-secrets' settings these ones, where code of its own is about to read them."""
        if Engine.active is self:
            return
        Engine.active = self
        settings = module("settings").get_settings()
        settings.plugins = {
            one.name: {**one.options, **({"path": f"file://{one.path}"} if one.path else {})}
            for one in self._settings.plugins
            if one.name
        }
        settings.filters = {one.name: dict(one.options) for one in self._settings.filters}
        _forget()


def module(name: str) -> ModuleType:
    """The module of detect-secrets by its name below the package."""
    with _light():
        return import_module(f"{_ROOT}.{name}")


def plugin_of(choice: Choice) -> object:
    """The built-in plugin with its options."""
    return _made(getattr(module(f"plugins.{BUILT_IN[choice.name]}"), choice.name), choice)


def plugins_of_file(choice: Choice) -> list[object]:
    """The plugins of a file, which is executed; all of them, or the one that the choice names."""
    with _light():
        util = module("core.plugins.util")
        try:
            classes = list(util.get_plugins_from_file(choice.path))
        except _BROKEN as error:
            raise PolicyError(
                f"the plugin {choice.path} cannot be loaded: {type(error).__name__}",
                "Run the file with Python to see what fails.",
            ) from error
    made = [_made(one, choice) for one in classes if choice.name in {"", one.__name__}]
    if not made:
        raise PolicyError(
            f"{choice.path} has no plugin {choice.name}".rstrip(), "Write its class into that file."
        )
    return made


def filter_function(choice: Choice) -> Callable[..., Any] | None:
    """A filter that is none of those known here.

    `None` where there is none of that name: detect-secrets passes it by.
    """
    with _light():
        if choice.name.startswith("file://"):
            path, _, name = choice.name.removeprefix("file://").partition("::")
            util = module("util.importlib")
            try:
                return getattr(util.import_file_as_module(path), name, None)
            except (FileNotFoundError, ValueError):
                return None
        where, _, name = choice.name.rpartition(".")
        try:
            return getattr(import_module(where), name, None)
        except ModuleNotFoundError:
            return None


def _made(plugin: Any, choice: Choice) -> object:  # noqa: ANN401 - detect-secrets has no types
    try:
        return plugin(**choice.options)
    except (TypeError, ValueError) as error:
        options = ", ".join(choice.options)
        raise PolicyError(
            f"the plugin {plugin.__name__} does not take its options: {options}",
            "Correct them in plugins_used of the baseline.",
        ) from error


def _forget() -> None:
    """Empty the caches that hold what other settings said."""
    import sys

    for name in ("settings", "filters.common", "filters.regex"):
        loaded = sys.modules.get(f"{_ROOT}.{name}")
        for cached in vars(loaded).values() if loaded else ():
            clear = getattr(cached, "cache_clear", None)
            own = getattr(cached, "__module__", "") == f"{_ROOT}.{name}"
            if clear and own and getattr(cached, "__name__", "") != "get_settings":
                clear()


@contextmanager
def _light() -> Iterator[None]:
    """Import without running the package's own `__init__`, and with a stand-in for requests."""
    import sys

    _package(sys.modules)
    if "requests" in sys.modules:
        yield
        return
    sys.modules["requests"] = _Requests("requests")
    try:
        yield
    finally:
        sys.modules.pop("requests", None)


def _package(modules: dict[str, ModuleType]) -> None:
    if _ROOT in modules:
        return
    from importlib.util import find_spec, module_from_spec

    spec = find_spec(_ROOT)
    if spec is None:
        raise PolicyError(
            "mode compat needs detect-secrets 1.5", "Install it: pip install 'detect-secrets==1.5.*'"
        )
    package = _Package(_ROOT)
    vars(package).update(vars(module_from_spec(spec)))
    modules[_ROOT] = package


class _Package(ModuleType):
    """detect_secrets without what its `__init__` imports until it is asked for."""

    def __getattr__(self, name: str) -> object:
        if name == "SecretsCollection":
            return import_module(f"{_ROOT}.core.secrets_collection").SecretsCollection
        raise AttributeError(name)


class _Requests(ModuleType):
    """requests, loaded when something of it is used; the type in an annotation is no use."""

    Response = object

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        import sys

        if sys.modules.get("requests") is self:
            del sys.modules["requests"]
        return getattr(import_module("requests"), name)
