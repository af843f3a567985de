"""What the release workflow does, runnable by hand.

usage: python3 scripts/release.py check TAG    the tag, the version and the changelog agree
       python3 scripts/release.py build        dist/: sdist and wheel, tried; sbom/: what the wheel needs

The SBOM lists what a fresh environment with the wheel holds on the day of the release: CycloneDX, since its
tool reads environments. It is attested and published beside the wheel, not in it: PEP 770 puts SBOMs of what
a wheel itself contains into the wheel, and ours contains no foreign component.
"""

import glob
import os
import subprocess
import sys

from environment import ROOT, SetupError, clean_environ, environment
from pythons import go_on_under_a_new_one

SBOM = os.path.join("sbom", "undersign.cdx.json")


class ReleaseError(Exception):
    """What keeps this from being released."""


def version() -> str:
    """The version that pyproject.toml says, and the package too."""
    import tomllib

    with open(os.path.join(ROOT, "pyproject.toml"), "rb") as file:
        said = str(tomllib.load(file)["project"]["version"])
    with open(os.path.join(ROOT, "trailers", "version.py"), encoding="utf-8") as source:
        if f'"{said}"' not in source.read():
            raise ReleaseError(f"trailers/version.py does not say {said}, as pyproject.toml does")
    return said


def check(tag: str) -> None:
    """Whether the tag may be released; ReleaseError where not."""
    said = version()
    if tag != f"v{said}":
        raise ReleaseError(f"the tag is {tag!r}, and the version is {said}: it wants v{said}")
    with open(os.path.join(ROOT, "CHANGELOG.md"), encoding="utf-8") as file:
        headings = [line for line in file if line.startswith("## ")]
    heading = next((line for line in headings if said in line.split()), None)
    if heading is None:
        raise ReleaseError(f"CHANGELOG.md has no section ## {said}")
    if "unreleased" in heading:
        raise ReleaseError(f"CHANGELOG.md says of {said} that it is unreleased")


def build() -> None:
    """Build once from a clean checkout, try the wheel, and list what it needs."""
    for folder in ("dist", "sbom"):
        if os.path.exists(os.path.join(ROOT, folder)):
            raise ReleaseError(f"{folder}/ is there already: remove it")
    tools = os.path.dirname(environment("release"))
    _run(os.path.join(tools, "pyproject-build"), "--outdir", "dist", ".")
    (wheel,) = glob.glob(os.path.join(ROOT, "dist", "*.whl"))
    python = _installed(tools, wheel)
    _run(python, "-I", "-m", "trailers", "--version")
    _run(python, "-I", "-m", "trailers", "verify", "--all", "--stage", "review")
    os.mkdir(os.path.join(ROOT, "sbom"))
    options = ["--output-reproducible", "--output-format", "JSON", "--output-file", SBOM]
    _run(
        os.path.join(tools, "cyclonedx-py"), "environment", *options, "--pyproject", "pyproject.toml", python
    )


def _installed(tools: str, wheel: str) -> str:
    """The Python of an environment with the wheel and what it needs, and not even pip."""
    folder = os.path.join(ROOT, ".venvs", "wheel")
    _run(sys.executable, "-I", "-m", "venv", "--clear", "--without-pip", folder)
    python = os.path.join(folder, "bin", "python")
    _run(os.path.join(tools, "python"), "-I", "-m", "pip", "--python", python, "install", "--quiet", wheel)
    return python


def _run(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, env=clean_environ(), check=False)
    if done.returncode:
        raise ReleaseError(f"exit code {done.returncode}: {' '.join(command)}")


def main(argv: "list[str]") -> int:
    try:
        if argv[:1] == ["check"] and len(argv) == 2:
            check(argv[1])
        elif argv == ["build"]:
            build()
        else:
            print(__doc__, file=sys.stderr)
            return 2
    except (ReleaseError, SetupError, OSError) as error:
        print(f"undersign: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    go_on_under_a_new_one()
    sys.exit(main(sys.argv[1:]))
