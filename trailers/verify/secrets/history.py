"""The lines that the commits of a range add, whatever later ones do with them, and the commits' messages.

Most lines are passed over in the patches, many together. Where the scanner finds something in what a commit
adds to a file, the file as the commit has it is judged, so that its other lines count too: the comment above.
"""

from functools import partial

from trailers.errors import GitError
from trailers.process import Git
from trailers.repository.batch import split_batch
from trailers.repository.patches import HOW, OPTIONS, Section, sections
from trailers.typed import TYPE_CHECKING, NamedTuple, Sequence
from trailers.verify.secrets.blobs import read_blobs
from trailers.verify.secrets.excluding import is_excluded
from trailers.verify.secrets.judging import Judge
from trailers.verify.secrets.looked import Looked, nothing, unpacked
from trailers.verify.secrets.merged import Changed, judge_changed, merged_files
from trailers.verify.secrets.setting import Setting
from trailers.verify.secrets.source import Source
from trailers.verify.secrets.suspects import suspects
from trailers.workers import MOST, Lost, in_processes, processors

if TYPE_CHECKING:
    from trailers.verify.secrets.running import Progress

PAYS = 500  # commits from which on a second process costs less than it gives
_LEAST, _MOST = 250, 2500  # commits that one git process shows: it is faster about more of them
_BATCHES = 4  # for each process, so that none is left waiting
_DIFF = ("diff-tree", "--stdin", "-r", "--root", *HOW)


class History(NamedTuple):
    """Commits to look at, with git for them, without a work tree; `merges` are those with several parents."""

    git: Git
    commits: Sequence[str]
    merges: frozenset[str]


def look_at(
    history: History, setting: Setting, *, jobs: int = 0, progress: "Progress | None" = None
) -> Looked:
    """Judge what the commits add, in their order."""
    commits = history.commits
    processes = jobs or (processors() if len(commits) >= PAYS else 1)
    size = min(max(_LEAST, len(commits) // (processes * _BATCHES)), _MOST)
    size = max(size, -(-len(commits) // MOST))
    starts = range(0, len(commits), size)
    done = 0

    def tell(_: int) -> None:
        nonlocal done
        done = min(done + size, len(commits))
        if progress:
            progress(done)

    work = partial(_packed, history, setting, size)
    results = in_processes(work, range(len(starts)), processes, tell)
    looked = nothing()
    for number, start in enumerate(starts):
        result = results[number]
        if isinstance(result, Lost):
            looked.add(_lost(commits[start : start + size], result.why))
        else:
            looked.add(unpacked(result))
    return looked


def _packed(history: History, setting: Setting, size: int, number: int) -> bytes:
    commits = history.commits[number * size : (number + 1) * size]
    return looked_at(history._replace(commits=commits), setting).packed()


def looked_at(history: History, setting: Setting) -> Looked:
    """Judge what the commits add, here and now."""
    judge = Judge(setting)
    looked = judge.looked
    try:
        _look_at_messages(history, judge)
        _look_at_files(history, judge)
        _look_at_merges(history, judge)
    except GitError as error:
        looked.add(_lost(history.commits, error.message))
        return looked
    looked.tally("commits", len(history.commits))
    order = {commit: number for number, commit in enumerate(history.commits)}
    # Each by its place: what a commit says, and then its files.
    looked.findings.sort(key=lambda one: order.get(one.commit or "", -1))
    return looked


def _look_at_messages(history: History, judge: Judge) -> None:
    asked = "".join(f"{commit}\n" for commit in history.commits).encode()
    chunks = history.git.stream(["cat-file", "--batch", "--buffer"], stdin=asked)
    names, texts = [], []
    for together in split_batch(chunks):
        for commit, content in together:
            if content is None:
                raise GitError(f"this clone does not have the commit {commit}")
            names.append(commit)
            texts.append(content.partition(b"\n\n")[2])
    for number in suspects(texts, judge.setting.candidates):
        found = judge.scan("", texts[number])
        if found:
            judge.tell(Source("", "", commit=names[number]), found, texts[number])


def _look_at_files(history: History, judge: Judge) -> None:
    asked = "".join(f"{commit}\n" for commit in history.commits).encode()
    git = history.git._replace(options=(*history.git.options, *OPTIONS))
    changed: list[Source] = []
    unshown: list[Changed] = []
    for shown in sections(git.stream(_DIFF, stdin=asked)):
        _look_at_sections(_not_excluded(shown, judge), judge, changed, unshown)
        del shown
    if changed:
        inner = Judge(judge.setting)
        for opened in read_blobs(history.git, changed):
            inner.look(opened)
        judge.looked.add_judged(inner.looked)
    judge_changed(history.git, judge, unshown)


def _look_at_sections(
    together: list[Section], judge: Judge, changed: list[Source], unshown: list[Changed]
) -> None:
    """Note the files in which something was found, as their commits have them, and those without lines."""
    texts = [section.added for section in together]
    judge.looked.tally("files", sum(map(bool, texts)))
    judge.looked.tally("bytes", sum(map(len, texts)))
    for number in suspects(texts, judge.setting.candidates):
        section = together[number]
        path = section.path
        if judge.scan(path, texts[number]):
            changed.append(Source(path, path, 0, "", section.blobs[1], "", section.lines, section.commit))
    for section, text in zip(together, texts, strict=True):
        if not text and section.is_binary:
            before, after = section.blobs
            unshown.append(Changed(section.commit, section.path, (before,), after))


def _not_excluded(shown: list[Section], judge: Judge) -> list[Section]:
    exclude = judge.setting.exclude
    if not exclude:
        return shown
    kept = [section for section in shown if not is_excluded(section.path, exclude)]
    judge.looked.tally("excluded", len(shown) - len(kept))
    return kept


def _look_at_merges(history: History, judge: Judge) -> None:
    """What a merge has that none of its parents had."""
    merges = [commit for commit in history.commits if commit in history.merges]
    if merges:
        judge_changed(history.git, judge, merged_files(history.git, merges))


def _lost(commits: Sequence[str], why: str) -> Looked:
    from trailers.verify.secrets.unchecked_file import stopped

    looked = nothing()
    looked.findings.append(stopped(f"the commits from {commits[-1]} to {commits[0]}", why))
    looked.tally("unread", len(commits))
    return looked
