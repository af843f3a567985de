"""From what was asked to what was looked at: the sources, by what they are judged, and the run."""

from trailers.errors import UsageError
from trailers.typed import TYPE_CHECKING, Callable
from trailers.verify.secrets.asked import Asked
from trailers.verify.secrets.edge import HERE, Edge, Seen
from trailers.verify.secrets.files import WHOLE, read_files
from trailers.verify.secrets.governing import Governing, governing_beside
from trailers.verify.secrets.judging import judged
from trailers.verify.secrets.named import Named, sources_named, top_around
from trailers.verify.secrets.scanning import setting_for
from trailers.verify.secrets.source import Opened, Read, Source

if TYPE_CHECKING:
    from trailers.process import Git
    from trailers.verify.secrets.setting import Setting

PAYS = 4 << 20  # bytes from which on a second process costs less than it gives
WAYS = "name files, or --staged, --all, --range A..B, --ci or --stdin"


def look(asked: Asked, edge: Edge) -> Seen:
    """Look at what was asked for; UndersignError where that cannot be told, or where there is nothing."""
    ways = [bool(asked.paths), asked.staged, asked.all, bool(asked.range), asked.stdin, bool(asked.message)]
    if sum(ways) > 1:
        raise UsageError("more than one way to say what to look at", WAYS)
    if asked.range:
        from trailers.verify.secrets.ranging import look_at_range

        return look_at_range(asked, edge)
    if asked.stdin:
        return _look_at_text(asked, edge, Opened(Source(asked.name, asked.name), b"", edge.read_stdin))
    if asked.message:
        from trailers.verify.secrets.message import opened_message

        return _look_at_text(asked, edge, opened_message(asked.message, edge.git(), edge.environ))
    if not any(ways) and not asked.added_lines:
        raise UsageError("nothing to look at was named", WAYS)
    return _look_at_sources(asked, edge)


def _look_at_sources(asked: Asked, edge: Edge) -> Seen:
    top = top_around(HERE) if asked.paths else _top_of(edge.git())
    governing = governing_beside(asked, top, accepting=not edge.keeps)
    named = _sources(asked, edge, top)
    named = _without_baseline(named, asked.baseline or governing.wanted.baseline, top)
    size = sum([source.size for source in named.sources])
    setting = _setting(asked, edge, governing, size)
    read = _reader(edge, named)
    if size < PAYS and asked.jobs < 2:
        looked = judged(named.sources, read, setting)
    else:
        from trailers.verify.secrets.running import run

        looked = run(named.sources, read, setting, jobs=asked.jobs, progress=edge.progress)
    if named.unread:
        from trailers.verify.secrets.unchecked_file import missing, unread

        looked.tally("unread", len(named.unread))
        looked.findings[:0] = [unread(path, why) if why else missing(path) for path, why in named.unread]
    if asked.all and governing.rules and governing.wanted.mode != "compat":
        from trailers.verify.secrets.own_rules import notes_about, rules_in

        looked.findings.extend(notes_about(rules_in(governing.rules)))
    if governing.baseline:
        from trailers.verify.secrets.baselines import findings_about

        looked.findings.extend(findings_about(setting, looked, whole=asked.all and not asked.added_lines))
    return Seen(looked, governing)


def _sources(asked: Asked, edge: Edge, top: str) -> Named:
    """The sources that were asked for."""
    named = Named([], [])
    if asked.paths:
        named = sources_named(asked.paths, edge.git, top)
        if not named.sources and not named.unread:
            raise UsageError(f"nothing is tracked in {', '.join(asked.paths[:3])}", f"git add it, or {WAYS}")
    else:
        from trailers.verify.secrets.tracked import all_staged, all_tracked

        named.sources.extend(all_tracked(edge.git(), top) if asked.all else all_staged(edge.git()))
        if asked.all and not named.sources:
            raise UsageError("git tracks no file here", f"git add something, or {WAYS}")
    if any(source.blob and not source.disk for source in named.sources):
        from trailers.verify.secrets.blobs import with_sizes

        named = named._replace(sources=with_sizes(edge.git(), named.sources))
    if asked.added_lines:
        from trailers.verify.secrets.added import only_added, staged_lines

        named = named._replace(sources=only_added(named.sources, staged_lines(edge.git())))
    return named


def _reader(edge: Edge, named: Named) -> Read:
    """What reads the sources; git is for blobs only."""
    if all(source.disk for source in named.sources):
        return read_files
    from trailers.verify.secrets.reading import reader

    return reader(edge.git())


def _without_baseline(named: Named, baseline: str, top: str) -> Named:
    """The sources without the baseline, whose hashes look like secrets and are none."""
    if not baseline:
        return named
    from trailers.verify.secrets.named import name_in

    own = (baseline, name_in(top, baseline))
    return named._replace(sources=[source for source in named.sources if source.name not in own])


def _top_of(git: "Git") -> str:
    from trailers.repository.top import top_of

    return top_of(git)


def _look_at_text(asked: Asked, edge: Edge, opened: Opened) -> Seen:
    """One text that is no file of a work tree."""
    from trailers.verify.secrets.judging import Judge

    governing = governing_beside(asked, top_around(HERE))
    data = opened.data
    if opened.rest:
        data, rest = _begun(opened.rest)
        opened = opened._replace(data=data, rest=rest)
    judge = Judge(_setting(asked, edge, governing, len(data)))
    judge.look(opened)
    return Seen(judge.looked, governing)


def _begun(rest: Callable[[int], bytes]) -> tuple[bytes, Callable[[int], bytes] | None]:
    """The beginning of what is read, and how to read on where that is not all."""
    parts: list[bytes] = []
    size = 0
    while size < WHOLE:
        more = rest(WHOLE - size)
        if not more:
            return b"".join(parts), None
        parts.append(more)
        size += len(more)
    return b"".join(parts), rest


def _setting(asked: Asked, edge: Edge, governing: Governing, size: int) -> "Setting":
    setting = setting_for(asked, governing, edge.cache, size)
    return setting._replace(keeps=True) if edge.keeps else setting
