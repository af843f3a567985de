"""The only place that starts a process, and the only process is git.

It gets an environment that is scrubbed (`scrubbing.py`), and may take so long and no longer.
"""

import os

from trailers.errors import GitError
from trailers.typed import IO, TYPE_CHECKING, Callable, Iterator, Mapping, NamedTuple, Sequence

if TYPE_CHECKING:
    import subprocess

if os.name == "nt":
    # Windows would start a git.exe of the current directory, which a repository may bring, before git's own:
    # https://learn.microsoft.com/windows/win32/api/processenv/nf-processenv-needcurrentdirectoryforexepathw
    os.putenv("NoDefaultCurrentDirectoryInExePath", "1")

TIMEOUT = 120.0  # seconds that one command may take, or a stream may stay silent
PIPE = 1 << 20  # bytes that a pipe may hold, so that no process of a pipeline waits for the others
CHUNK = 1 << 18  # bytes read at once

_KILL = 9  # signal.SIGKILL, whose module costs a hook 2 ms


class Git(NamedTuple):
    """How to ask git about one directory. `environ` is a scrubbed environment."""

    directory: str
    environ: Mapping[str, str]
    program: str = "git"
    options: tuple[str, ...] = ()

    def command(self, arguments: Sequence[str]) -> list[str]:
        """The whole command line."""
        return [self.program, "-C", self.directory, *self.options, *arguments]

    def without_work_tree(self, git_directory: str) -> "Git":
        """git for the same repository with nothing checked out, so that no attributes of it count."""
        environ = {**self.environ, "GIT_INDEX_FILE": os.path.join(git_directory, "no-such-index")}
        options = (f"--git-dir={git_directory}", f"--work-tree={git_directory}")
        return self._replace(
            directory=git_directory,
            environ=environ,
            # A file system monitor is a program that is started, and there are no files to watch.
            options=(*options, "-c", f"core.attributesFile={os.devnull}", "-c", "core.fsmonitor=false"),
        )

    def run(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """What git prints; GitError with git's own words where it fails."""
        code, output, error = self.attempt(*arguments, stdin=stdin)
        if code:
            raise _failure(arguments, error)
        return output

    def attempt(self, *arguments: str, stdin: bytes = b"") -> tuple[int, bytes, bytes]:
        """(exit code, output, error output) of a command that may fail as an answer."""
        import subprocess  # 7 ms that a message hook does not need

        try:
            done = subprocess.run(
                self.command(arguments),
                input=stdin,
                capture_output=True,
                env=self.environ,
                timeout=TIMEOUT,
                check=False,
            )
        except OSError as error:
            raise _not_started(self.program, error) from error
        except subprocess.TimeoutExpired as error:
            raise GitError(f"git {arguments[0]} did not answer within {TIMEOUT:.0f} seconds") from error
        return done.returncode, done.stdout, done.stderr

    def ask(self, *arguments: str) -> bytes | None:
        """What a short git command prints, None where it fails; the cheapest way to start a process."""
        return self.begin(*arguments)()

    def begin(self, *arguments: str, stdin: bytes = b"") -> Callable[[], bytes | None]:
        """Start a short git command; what is returned waits for it and gives its answer as `ask` does.

        Meanwhile git works, where its answer goes through a pipe until that is full; it ends where nobody
        keeps what is returned. The answer is to be taken once.
        """
        if not hasattr(os, "posix_spawn"):
            code, output, _ = self.attempt(*arguments, stdin=stdin)
            return lambda: None if code else output
        answer = _answers(self.command(arguments), self.environ, stdin)
        next(answer)
        return lambda: next(answer)

    def stream(self, *commands: Sequence[str], stdin: bytes = b"") -> Iterator[bytes]:
        """Chunks of what a pipeline of git commands prints, each command reading the one before it.

        The first one reads `stdin`. The commands run from now on, and no longer than the stream is kept.
        Raises GitError after the last chunk where any of them failed.
        """
        chunks = self._stream(commands, stdin)
        next(chunks)
        return chunks

    def _stream(self, commands: Sequence[Sequence[str]], stdin: bytes) -> Iterator[bytes]:
        import subprocess

        with _nameless_file() as errors:
            processes: list[subprocess.Popen[bytes]] = []
            source: IO[bytes] | int = _holding(stdin) if stdin else subprocess.DEVNULL
            try:
                for arguments in commands:
                    process = self._start(arguments, source, errors)
                    _close(source)
                    processes.append(process)
                    assert process.stdout is not None
                    source = process.stdout
                    _widen(source)
                yield b""  # they are started
                yield from _chunks(processes[-1])
                codes = [process.wait(TIMEOUT) for process in processes]
            finally:
                for process in processes:
                    process.kill()
                    _close(process.stdout)
                    process.wait()
            if any(codes):
                errors.seek(0)
                raise _failure(commands[0], errors.read())

    def _start(
        self, arguments: Sequence[str], source: IO[bytes] | int, errors: IO[bytes]
    ) -> "subprocess.Popen[bytes]":
        import subprocess

        try:
            return subprocess.Popen(
                self.command(arguments), stdin=source, stdout=subprocess.PIPE, stderr=errors, env=self.environ
            )
        except OSError as error:
            raise _not_started(self.program, error) from error


def _nameless_file() -> IO[bytes]:
    if hasattr(os, "memfd_create"):
        return open(os.memfd_create("errors"), "w+b")
    import tempfile  # 7 ms

    return tempfile.TemporaryFile()


def _holding(data: bytes) -> IO[bytes]:
    """A file to read the data from, however much it is: a pipe would have to be fed meanwhile."""
    file = _nameless_file()
    file.write(data)
    file.seek(0)
    return file


def _close(stream: IO[bytes] | int | None) -> None:
    if stream is not None and not isinstance(stream, int):
        stream.close()


def _widen(pipe: IO[bytes]) -> None:
    try:
        from fcntl import F_SETPIPE_SZ, fcntl

        fcntl(pipe, F_SETPIPE_SZ, PIPE)
    except (ImportError, OSError):
        return  # not Linux, or the user's pipes hold too much already: slower, and as right


def _chunks(process: "subprocess.Popen[bytes]") -> Iterator[bytes]:
    assert process.stdout is not None
    descriptor = process.stdout.fileno()
    while chunk := _read_in_time(descriptor):
        yield chunk


def _read_in_time(descriptor: int) -> bytes:
    _wait_for(descriptor)
    return os.read(descriptor, CHUNK)


def _wait_for(descriptor: int) -> None:
    """Until there is something to read, or the process has ended that it stands for."""
    if os.name == "posix":  # elsewhere, select(2) takes sockets only
        import select

        if not select.select([descriptor], [], [], TIMEOUT)[0]:
            raise GitError(f"git did not answer within {TIMEOUT:.0f} seconds")


def _answers(command: list[str], environ: Mapping[str, str], stdin: bytes) -> Iterator[bytes | None]:
    """Nothing once the process has started, then what it prints, None where it fails."""

    def start(output: int) -> int:
        return _spawn(command, environ, stdin, output)

    return _from_file(start) if _ends_are_told() else _from_pipe(start)


def _ends_are_told() -> bool:
    """Whether one can wait for the end of a process as for what it prints."""
    try:
        os.close(os.pidfd_open(os.getpid()))
    except (AttributeError, OSError):  # not Linux, an old one, or a sandbox
        return False
    return True


def _from_file(start: Callable[[int], int]) -> Iterator[bytes | None]:
    """As `_answers`. A pipe holds 64 KiB: with more to tell, git would wait until we read."""
    child, status = 0, -1
    with _nameless_file() as file:
        try:
            child = start(file.fileno())
            yield None
            done, status = os.waitpid(child, os.WNOHANG)
            if not done:
                _wait_for_end(child)
                _, status = os.waitpid(child, 0)
            child = 0
            file.seek(0)
            output = file.read()
        finally:
            _stop(child)
    yield None if status else output


def _wait_for_end(child: int) -> None:
    ended = os.pidfd_open(child)
    try:
        _wait_for(ended)
    finally:
        os.close(ended)


def _from_pipe(start: Callable[[int], int]) -> Iterator[bytes | None]:
    """As `_answers`, wherever processes are."""
    reading, writing = os.pipe()
    child, status = 0, -1
    try:
        try:
            child = start(writing)
        finally:
            os.close(writing)
        yield None
        output = b"".join(iter(lambda: _read_in_time(reading), b""))
        _, status = os.waitpid(child, 0)
        child = 0
    finally:
        os.close(reading)
        _stop(child)
    yield None if status else output


def _spawn(command: list[str], environ: Mapping[str, str], stdin: bytes, output: int) -> int:
    """Start a process that prints to `output`, and whose complaints are not heard."""
    source = _holding(stdin) if stdin else None
    nothing = (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)
    # The output first: where our own standard input is closed, its descriptor may be 0.
    actions = [
        (os.POSIX_SPAWN_DUP2, output, 1),
        (os.POSIX_SPAWN_DUP2, source.fileno(), 0) if source else nothing,
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    try:
        return os.posix_spawnp(command[0], command, environ, file_actions=actions)
    except OSError as error:
        raise _not_started(command[0], error) from error
    finally:
        if source:
            source.close()


def _stop(child: int) -> None:
    if child:
        os.kill(child, _KILL)
        os.waitpid(child, 0)


def _not_started(program: str, error: OSError) -> GitError:
    missing = isinstance(error, FileNotFoundError | NotADirectoryError)
    why = f"{program} was not found on PATH" if missing else f"{program} cannot be started: {error.strerror}"
    return GitError(why, "install git 2.30 or newer")


def _failure(arguments: Sequence[str], error: bytes) -> GitError:
    lines = error.decode("utf-8", "replace").strip().split("\n")
    words = "\n".join([line for line in lines if line.startswith(("fatal: ", "error: "))] or lines)
    return GitError(f"git {arguments[0]} failed: {words or 'it said nothing'}")
