"""Real git repositories for tests, built without starting git for each commit.

Objects are written as git stores them (gitformat-loose), so a message can hold any byte, and a commit costs
microseconds. What stands in them is git's to read: tests ask git, or the code under test, which asks git.
"""

import hashlib
import os
import subprocess
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from trailers.cli.asking import Question, ask_range
from trailers.process import Git
from trailers.report import Report
from trailers.repository import opening
from trailers.repository.revision import parse_range
from trailers.scrubbing import scrubbed
from trailers.verify.run import Options, verify_range

JANE = "Jane Austen <jane@austen.test>"
JOHN = "John Keats <john@keats.test>"
MAX = "Max Born <max@born.test>"
CLAUDE = "Claude <noreply@anthropic.com>"

MODEL = "Assisted-by: Claude-Code:claude-opus-5\n"
CONTEXT = "AI-Context: session:claude-code/3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11\n"
APPROVED = f"Approved-by: {JANE}\n"
DISCLOSED = MODEL + CONTEXT + APPROVED
NONE = "AI-Assistance: none\n"

START = 1_767_225_600  # 2026-01-01
DAY = 86_400

Files = Mapping[str, bytes | str | None]


def message(*trailers: str, title: str = "A change", body: str = "") -> str:
    """A message with these lines as its last paragraph."""
    paragraphs = [f"{title}\n", *([f"{body}\n"] if body else []), *(["".join(trailers)] if trailers else [])]
    return "\n".join(paragraphs)


class Repository:
    """A repository in a folder. Branches move as commits are made; the first one is `main`, as is HEAD."""

    def __init__(self, path: Path, *, bare: bool = False, sha256: bool = False) -> None:
        self.path = path
        self.git_directory = path if bare else path / ".git"
        self.digest = hashlib.sha256 if sha256 else hashlib.sha1
        self.now = START
        self.trees: dict[str, dict[str, tuple[str, str]]] = {}
        path.mkdir(parents=True, exist_ok=True)
        options = ["--bare"] if bare else []
        options += ["--object-format=sha256"] if sha256 else []
        run_git(path, "init", "-q", "-b", "main", *options)

    def git(self, *arguments: str, stdin: bytes = b"", **environ: str) -> str:
        """What git prints, without the last line end."""
        return run_git(self.path, *arguments, stdin=stdin, **environ)

    def commit(
        self,
        text: str | bytes = "A change\n",
        *,
        files: Files | None = None,
        parents: Sequence[str] | None = None,
        author: str = JANE,
        committer: str = "",
        when: int | None = None,
        encoding: str = "",
        branch: str = "main",
    ) -> str:
        """Store a commit and move the branch to it; the message is kept byte for byte.

        `files` are put over those of the first parent, None takes one out. Parents are the branch's tip
        where none are given. Each commit is a minute after the one before.
        """
        if parents is None:
            tip = self.tip(branch)
            parents = [tip] if tip else []
        self.now += 60
        seconds = self.now if when is None else when
        tree = dict(self.trees.get(parents[0], {}) if parents else {})
        tree.update(self._blobs(files or {}))
        for path, data in (files or {}).items():
            if data is None:
                del tree[path]
        people = [f"author {author} {seconds} +0000", f"committer {committer or author} {seconds} +0000"]
        lines = [f"tree {self.store_tree(tree)}", *(f"parent {parent}" for parent in parents), *people]
        lines += [f"encoding {encoding}"] if encoding else []
        head = "\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape")
        body = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
        made = self.store("commit", head + body)
        self.trees[made] = tree
        self.move(branch, made)
        return made

    def merge(self, text: str, *others: str, **options: object) -> str:
        """Merge branches or commits into `branch`; the tree is what a merge without conflicts gives."""
        branch = str(options.get("branch", "main"))
        tip = self.tip(branch)
        brought = [self.tip(other) or other for other in others]
        files: dict[str, bytes | str | None] = {}
        for other in brought:
            base = run_git(self.path, "merge-base", tip, other)
            before, theirs = self.trees[base], self.trees[other]
            for path in {*before, *theirs}:
                if before.get(path) != theirs.get(path):
                    files[path] = self.read(theirs[path][1]) if path in theirs else None
        files.update(options.pop("files", None) or {})  # type: ignore[call-overload]
        return self.commit(text, files=files, parents=[tip, *brought], **options)  # type: ignore[arg-type]

    def tip(self, branch: str) -> str:
        """The commit of a branch; empty where there is no such branch."""
        path = self._ref(branch)
        return path.read_text().strip() if path.exists() else ""

    def move(self, branch: str, commit: str) -> None:
        """Let the branch, or the full ref name, mean the commit."""
        path = self._ref(branch)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(commit + "\n")

    def branch(self, name: str, at: str = "main") -> str:
        """Make a branch at another one, or at a commit."""
        commit = self.tip(at) or at
        self.move(name, commit)
        return commit

    def store(self, kind: str, content: bytes) -> str:
        """Write a loose object; its id."""
        data = b"%s %d\0%b" % (kind.encode(), len(content), content)
        name = self.digest(data).hexdigest()
        path = self.object_path(name)
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(zlib.compress(data, 1))
        return name

    def object_path(self, name: str) -> Path:
        """Where a loose object is."""
        return self.git_directory / "objects" / name[:2] / name[2:]

    def read(self, name: str) -> bytes:
        """The content of a loose object."""
        return zlib.decompress(self.object_path(name).read_bytes()).partition(b"\0")[2]

    def store_tree(self, tree: Mapping[str, tuple[str, str]]) -> str:
        """Write the tree with these paths, each a mode and an id, and the trees in it."""
        entries: dict[str, tuple[str, str]] = {}
        folders: dict[str, dict[str, tuple[str, str]]] = {}
        for path, entry in tree.items():
            folder, slash, rest = path.partition("/")
            if slash:
                folders.setdefault(folder, {})[rest] = entry
            else:
                entries[path] = entry
        for folder, inside in folders.items():
            entries[folder] = ("40000", self.store_tree(inside))
        ordered = sorted(entries.items(), key=lambda item: item[0] + ("/" if item[1][0] == "40000" else ""))
        return self.store(
            "tree",
            b"".join(
                f"{mode} {name}\0".encode("utf-8", "surrogateescape") + bytes.fromhex(identifier)
                for name, (mode, identifier) in ordered
            ),
        )

    def check_out(self) -> None:
        """Make index and work tree those of HEAD."""
        self.git("reset", "-q", "--hard")

    def open(self, **environ: str) -> opening.Repository:
        """The repository as the code under test opens it."""
        return opening.open_repository(Git(str(self.path), scrubbed({**os.environ, **environ})))

    def verify(self, spec: str = "", *, stage: str = "merge", options: Options | None = None) -> Report:
        """The report of a range, or of all that `--all REV` means."""
        repository = self.open()
        if spec.startswith("--all"):
            answer = ask_range(repository, Question(range=spec[5:].strip(), all=True))
            options = options or Options(remerge=False)
            return verify_range(repository, answer.range, stage, options)  # type: ignore[union-attr,arg-type]
        range_ = parse_range(repository, spec)
        return verify_range(repository, range_, stage, options or Options())  # type: ignore[arg-type]

    def judge(self, text: str | bytes, **options: object) -> Report:
        """The report of one more commit with this message, by the policy of its parent."""
        if not self.tip("main"):
            self.commit("The beginning\n", files={"README": "read me\n"})
        self.commit(text, **options)  # type: ignore[arg-type]
        return self.verify("main^..main")

    def _blobs(self, files: Files) -> dict[str, tuple[str, str]]:
        return {
            path: ("100644", self.store("blob", data.encode() if isinstance(data, str) else data))
            for path, data in files.items()
            if data is not None
        }

    def _ref(self, branch: str) -> Path:
        name = branch if branch.startswith("refs/") else f"refs/heads/{branch}"
        return self.git_directory / name


def run_git(directory: Path, *arguments: str, stdin: bytes = b"", **environ: str) -> str:
    """What git prints in a directory, without the last line end."""
    command = ["git", "-C", str(directory), *arguments]
    done = subprocess.run(
        command, input=stdin, capture_output=True, check=False, env={**os.environ, **environ}
    )
    assert not done.returncode, done.stderr.decode()
    return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")


def clone(source: Path, target: Path, *options: str) -> Path:
    """Clone over git's own protocol, so that depth and filters count."""
    run_git(source, "config", "uploadpack.allowFilter", "true")
    run_git(source, "config", "uploadpack.allowAnySHA1InWant", "true")
    run_git(source.parent, "clone", "-q", *options, source.as_uri(), str(target))
    return target


def rules(report: Report, *, commit: str | None = None) -> list[str]:
    """The rules of the findings, as `US101` for an error, `US101 warning` and `US101 note`."""
    return shown(finding for finding in report.findings if commit is None or finding.commit == commit)


def shown(findings: Iterable[object]) -> list[str]:
    """Findings as `US101` for an error, `US101 warning` and `US101 note`, in order."""
    return [
        finding.rule if finding.severity == "error" else f"{finding.rule} {finding.severity}"  # type: ignore[attr-defined]
        for finding in findings
    ]
