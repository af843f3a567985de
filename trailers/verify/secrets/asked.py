"""What was asked for, by the hook's options or the command's."""

from trailers.typed import NamedTuple


class Asked(NamedTuple):
    """Where to look, and how: empty and false where nothing was typed.

    `paths` are of the file system; `message` is the file of a commit's message, `name` what to call what
    comes from standard input. `baseline` and `rules` are files; `mode` is the policy's unless typed. From
    `verify` to `exclude_secrets` it is of mode `compat`, and means what detect-secrets-hook means by it.
    `outputs` are `[FORMAT:]FILE`.
    """

    paths: tuple[str, ...] = ()
    staged: bool = False
    all: bool = False
    range: str = ""
    stdin: bool = False
    name: str = "stdin"
    message: str = ""
    added_lines: bool = False
    mode: str = ""
    baseline: str = ""
    rules: str = ""
    decode: bool = False
    archives: bool = False
    jobs: int = 0
    format: str = "text"
    color: str = "auto"
    strict: bool = False
    outputs: tuple[str, ...] = ()
    verify: bool = False
    allow_plugins: bool = False
    plugins: tuple[str, ...] = ()
    disabled: tuple[str, ...] = ()
    base64_limit: float | None = None
    hex_limit: float | None = None
    exclude_lines: tuple[str, ...] = ()
    exclude_files: tuple[str, ...] = ()
    exclude_secrets: tuple[str, ...] = ()
