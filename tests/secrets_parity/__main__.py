"""Whether mode compat finds what detect-secrets finds: `python -m tests.secrets_parity TREE [options]`.

It prints the number of files and findings, what is missing and what is too much; exit 1 where the two differ.
`--mutate N` compares N files mutated from the tree's and N made from pieces too; `--sample N` takes N of the
tree's files. `--reference FILE` keeps what detect-secrets said, which takes minutes for a large tree, and
reads it the next time.
"""

import argparse
import json
import os
import random
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from time import process_time

from tests.secrets_parity.comparing import Comparison, compared, detect_secrets
from tests.secrets_parity.mutating import made, mutated

_SHOWN = 20


def main(argv: Sequence[str] | None = None) -> int:
    """Compare over a tree; 1 where there is a difference."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tree")
    parser.add_argument("--mutate", type=int, default=0, metavar="N")
    parser.add_argument("--sample", type=int, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reference", default="", metavar="FILE")
    options = parser.parse_args(argv)
    paths = files_of(options.tree)
    if options.sample and options.sample < len(paths):
        paths = sorted(random.Random(options.seed).sample(paths, options.sample))
    if not paths:
        parser.error(f"there is no file in {options.tree}")
    different = shown(options.tree, compared(options.tree, paths, _reference(options, paths)))
    if options.mutate:
        different |= over(mutated(options.tree, paths, options.mutate, options.seed), "mutated")
        different |= over(made(options.mutate, options.seed), "made from pieces")
    return int(different)


def files_of(tree: str) -> list[str]:
    """The files that git tracks there, or all of them; relative to the tree, sorted."""
    done = subprocess.run(["git", "-C", tree, "ls-files", "-z"], capture_output=True, check=False)
    if done.returncode == 0 and done.stdout:
        names = [os.fsdecode(name) for name in done.stdout.split(b"\0") if name]
    else:
        names = [
            os.path.relpath(os.path.join(directory, name), tree)
            for directory, _, files in os.walk(tree)
            for name in files
        ]
    return sorted(name for name in names if os.path.isfile(os.path.join(tree, name)))


def over(files: Iterable[tuple[str, bytes]], what: str) -> bool:
    """Compare over files that are made here; whether there is a difference."""
    with tempfile.TemporaryDirectory() as tree:
        paths = []
        for path, data in files:
            os.makedirs(os.path.join(tree, os.path.dirname(path)), exist_ok=True)
            with open(os.path.join(tree, path), "wb") as file:
                file.write(data)
            paths.append(path)
        return shown(what, compared(tree, paths))


def shown(what: str, comparison: Comparison) -> bool:
    """Print the comparison; whether there is a difference."""
    missing, extra = comparison.missing, comparison.extra
    print(
        f"{what}: {comparison.files} files, {comparison.findings} findings, {len(missing)} missing,"
        f" {len(extra)} extra, {len(comparison.failed)} that end detect-secrets"
    )
    for name, rows in (("missing", missing), ("extra", extra)):
        for path, (line, kind, digest) in rows[:_SHOWN]:
            print(f"  {name}: {path}:{line} {kind} {digest}")
    return bool(missing or extra)


def _reference(options: argparse.Namespace, paths: Sequence[str]) -> dict[str, object] | None:
    if not options.reference:
        return None
    if not os.path.exists(options.reference):
        start = process_time()
        said = detect_secrets(options.tree, paths)
        with open(options.reference, "w", encoding="utf-8") as file:
            json.dump(said, file)
        print(f"asked detect-secrets; {process_time() - start:.1f} s of our own")
    with open(options.reference, encoding="utf-8") as file:
        kept: dict[str, object] = json.load(file)
    return kept


if __name__ == "__main__":
    raise SystemExit(main())
