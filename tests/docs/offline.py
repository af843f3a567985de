"""Wheels of what is installed here, so that pre-commit can make a hook's environment without an index."""

import re
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from importlib.util import find_spec
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]


def offline(folder: Path) -> dict[str, str]:
    """Make the wheels in a folder, undersign's of the checkout among them: the environment that uses them."""
    for dist in _with_requirements("undersign"):
        _write_wheel(dist, folder)
    seeds = find_spec("virtualenv.seed.wheels.embed")  # setuptools, which makes pre-commit's own package
    assert seeds is not None
    assert seeds.origin
    return {"PIP_FIND_LINKS": f"{folder} {Path(seeds.origin).parent}"}


def _with_requirements(name: str) -> Iterator[Distribution]:
    found: dict[str, Distribution] = {}
    wanted = [name]
    while wanted:
        dist = distribution(wanted.pop())
        if found.setdefault(_plain(dist.name), dist) is not dist:
            continue
        for text in dist.requires or ():
            needed = Requirement(text)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                wanted.append(needed.name)
    yield from found.values()


def _write_wheel(dist: Distribution, folder: Path) -> None:
    """A wheel (https://packaging.python.org/en/latest/specifications/binary-distribution-format/)."""
    info = f"{_plain(dist.name).replace('-', '_')}-{dist.version}.dist-info"
    # A name has the tags as one: "py2-none-any" and "py3-none-any" are "py2.py3-none-any".
    tags = [
        line.split("-") for line in re.findall(r"^Tag: (.+)$", dist.read_text("WHEEL") or "", re.MULTILINE)
    ]
    tag = "-".join(".".join(sorted(set(parts))) for parts in zip(*tags, strict=True))
    files = dict(_checkout() if dist.name == "undersign" else _files(dist))
    for name in ("METADATA", "WHEEL", "entry_points.txt"):
        text = dist.read_text(name)
        if text is not None:
            files[f"{info}/{name}"] = text.encode()
    record = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
    target = folder / f"{info.removesuffix('.dist-info')}-{tag}.whl"
    with zipfile.ZipFile(target, "w") as wheel:
        for name, data in {**files, f"{info}/RECORD": record.encode()}.items():
            wheel.writestr(name, data)


def _files(dist: Distribution) -> Iterator[tuple[str, bytes]]:
    for file in dist.files or ():
        if ".." in file.parts or file.parts[0].endswith(".dist-info") or file.suffix in (".pyc", ".pth"):
            continue
        yield file.as_posix(), Path(str(file.locate())).read_bytes()


def _checkout() -> Iterator[tuple[str, bytes]]:
    for package in ("trailers", "hooks"):
        for path in sorted((ROOT / package).rglob("*")):
            if path.is_file() and path.suffix not in (".pyc", ".pyo"):
                yield path.relative_to(ROOT).as_posix(), path.read_bytes()


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
