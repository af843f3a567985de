"""Files whose added lines git does not show: those of merges, and those that it takes for binary.

They are looked at whole, and what one of the versions before has too is not new.
"""

import os

from trailers.process import Git
from trailers.secrets.content import read_content
from trailers.secrets.found import Found
from trailers.secrets.unchecked import UNCHECKED
from trailers.typed import Iterable, Iterator, NamedTuple, Sequence
from trailers.verify.secrets.blobs import read_blobs, with_sizes
from trailers.verify.secrets.excluding import is_excluded
from trailers.verify.secrets.judging import Judge
from trailers.verify.secrets.source import Opened, Source

_LISTED = (
    "diff-tree",
    "--stdin",
    "-c",
    "-r",
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-renames",
    f"-O{os.devnull}",
)
# What no text is stored in; anything else that git takes for binary may be UTF-16.
_BINARIES = frozenset(
    """7z avif bmp bz2 class dll dylib eot exe flac gif gz heic ico icns jar jpeg jpg mo mov mp3 mp4 ogg otf
    pdf png psd pyc so tgz tif tiff ttf war wasm wav webm webp woff woff2 xz zip zst""".split()  # noqa: SIM905  # one list to read
)


class Changed(NamedTuple):
    """A file as a commit has it, and the blobs that its parents have there."""

    commit: str
    path: str
    before: tuple[str, ...]
    after: str


def merged_files(git: Git, merges: Sequence[str]) -> list[Changed]:
    """The files of merges that equal no parent's."""
    asked = "".join(f"{commit}\n" for commit in merges).encode()
    output = b"".join(git.stream(_LISTED, stdin=asked)).decode("utf-8", "surrogateescape")
    return list(_changed(output.split("\0")[:-1]))


def _changed(words: Iterable[str]) -> Iterator[Changed]:
    """A commit's id, and for each file a line of modes and ids, and its path."""
    commit = ""
    rest = iter(words)
    for word in rest:
        if not word.startswith("::"):
            commit = word
            continue
        parents = word.count(":", 0, word.index(" "))
        ids = word.split(" ")[parents + 1 : 2 * parents + 2]
        yield Changed(commit, next(rest), tuple(ids[:-1]), ids[-1])


def judge_changed(git: Git, judge: Judge, changed: Iterable[Changed]) -> None:
    """Judge what the files have that they had not before."""
    exclude = judge.setting.exclude
    there = [one for one in changed if one.after.strip("0") and not is_excluded(one.path, exclude)]
    readable = [one for one in there if one.path.rpartition(".")[2].lower() not in _BINARIES]
    if len(readable) < len(there):
        judge.looked.tally("binaries", len(there) - len(readable))
    if not readable:
        return
    sources = [Source(one.path, one.path, 0, "", one.after, "", None, one.commit) for one in readable]
    before = {(one.commit, one.path): one.before for one in readable}
    for opened in read_blobs(git, with_sizes(git, sources)):
        news = _News(git, judge, before[opened.source.commit or "", opened.source.path])
        inner = Judge(judge.setting._replace(scanner=news))
        inner.look(opened)
        judge.looked.add(inner.looked)


class _News:
    """A scanner that finds what none of the blobs before has."""

    def __init__(self, git: Git, judge: Judge, before: Sequence[str]) -> None:
        self.git = git
        self.judge = judge
        self.before = before
        self.texts: list[bytes] | None = None

    def scan(self, path: str, data: bytes) -> list[Found]:
        """As the judge's own scanner, without what is not new."""
        found = self.judge.scan(path, data)
        if found and self.texts is None:
            wanted = [Source(path, path, 0, "", blob) for blob in self.before if blob.strip("0")]
            self.texts = [_text(opened) for opened in read_blobs(self.git, with_sizes(self.git, wanted))]
        return [one for one in found if not self._was_there(one)]

    def _was_there(self, found: Found) -> bool:
        secret = found.secret.encode("utf-8", "surrogateescape")
        return found.rule != UNCHECKED and any(secret in text for text in self.texts or ())


def _text(opened: Opened) -> bytes:
    """All of a text; of a large one its beginning, so that the rest counts as new."""
    return read_content(opened.data).data
