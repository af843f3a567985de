"""What typer costs: `undersign --version` and a rule's page, beside a bare Python and beside typer alone.

--beside PYTHON, as often as wanted, times typer in other environments, to choose the releases to allow.
"""

import subprocess
import sys

from commands import parser_for, undersign
from timing import Contender, median, table, where_we_are

# A command with one option, as plain as ours are.
_TYPER = """
import typer
app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
@app.command()
def main(name: str = "x") -> None:
    typer.echo(name)
app()
"""
_RELEASE = "import importlib.metadata as m; print(m.version('typer'))"


def main() -> int:
    parser = parser_for(__doc__, runs=25)
    parser.add_argument("--beside", metavar="PYTHON", action="append", default=[], help="has another typer")
    options = parser.parse_args()
    where_we_are()
    bare = Contender("python -I -c pass", [sys.executable, "-I", "-c", "pass"])
    version = Contender("undersign --version", undersign(options, "--version"))
    contenders = [
        bare,
        *_typers([sys.executable, *options.beside]),
        version,
        Contender("undersign rule US101", undersign(options, "rule", "US101")),
    ]
    timed = table("start of the command", contenders, options.runs)
    over_bare = 1000 * (median(timed[contenders[1].name]) - median(timed[bare.name]))
    over_typer = 1000 * (median(timed[version.name]) - median(timed[contenders[1].name]))
    print(f"  typer takes {over_bare:.0f} ms over a bare Python, our --version {over_typer:.0f} ms more")
    return 0


def _typers(pythons: list[str]) -> list[Contender]:
    found = {}
    for python in pythons:
        done = subprocess.run([python, "-I", "-c", _RELEASE], capture_output=True, text=True, check=True)
        found[f"typer {done.stdout.strip()}, one command"] = python
    return [Contender(name, [python, "-I", "-c", _TYPER]) for name, python in found.items()]


if __name__ == "__main__":
    sys.exit(main())
