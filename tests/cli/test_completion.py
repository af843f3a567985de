"""Completion in real shells: what TAB makes of a line that somebody has begun."""

import os
import shlex
import shutil
import subprocess
import sys

import pytest

from tests.terminals import at_terminal
from trailers.output.formats import FORMATS
from trailers.verify.registry import RULE_NAMES

BEGUN = [
    ("undersign veri", "undersign verify"),
    ("undersign verify --allow", "undersign verify --allow-empty-range"),
    ("undersign verify --stage rev", "undersign verify --stage review"),
    ("undersign verify --format sar", "undersign verify --format sarif"),
    ("undersign owners che", "undersign owners check"),
    ("undersign owners check --dialect forg", "undersign owners check --dialect forgejo"),
    ("undersign owners stats --format ht", "undersign owners stats --format html"),
    ("undersign trailers convert MESSAGE --to ope", "undersign trailers convert MESSAGE --to open"),
    ("undersign trailers convert MESSAGE --to llv", "undersign trailers convert MESSAGE --to llvm"),
    ("undersign secrets scan --mode com", "undersign secrets scan --mode compat"),
    ("undersign rule US30", "undersign rule US30"),
    ("undersign rule US31", "undersign rule US31"),
    ("undersign rule undisc", "undersign rule undisclosed-assistance"),
    ("undersign rule nothing", "undersign rule nothing"),
    ("cat und", "cat und"),
]


@pytest.fixture
def environ(tmp_path):
    """A home of its own, and `undersign` on the PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "undersign"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -I -m trailers "$@"\n')
    command.chmod(0o755)
    path = os.pathsep.join([str(folder), os.environ["PATH"]])
    return {"PATH": path, "HOME": str(tmp_path), "TERM": "dumb", "LANG": "C.UTF-8", "SHELL": "/bin/sh"}


def script(shell, environ):
    """What `undersign --show-completion` prints in that shell."""
    asked = {**environ, "_UNDERSIGN_COMPLETE": f"source_{shell}"}
    done = subprocess.run(["undersign"], env=asked, capture_output=True, text=True, check=True)
    return done.stdout


needs = {
    shell: pytest.mark.skipif(not shutil.which(shell), reason=f"{shell} is not here")
    for shell in ("bash", "zsh", "fish")
}


def typed(command, setting, directory, environ):
    """What TAB makes of each line: what is then typed at its beginning prints it."""
    lines = "".join(f"{begun}\t\x01printf '%s ' MADE \n" for begun, _ in BEGUN)
    words = [shutil.which(command[0]), *command[1:]]
    _, screen = at_terminal(words, f"{setting}\n{lines}exit\n", directory, environ)
    return screen


@needs["bash"]
def test_bash(environ, tmp_path):
    (tmp_path / "script").write_text(script("bash", environ))
    screen = typed(["bash", "--norc", "--noprofile", "-i"], "PS1=; . ./script", tmp_path, environ)
    assert [made for _, made in BEGUN if f"\nMADE {made} " not in screen] == []


@needs["zsh"]
def test_zsh(environ, tmp_path):
    (tmp_path / "script").write_text(script("zsh", environ))
    setting = "PS1= PROMPT_SP=; autoload -Uz compinit; compinit -D -u; . ./script"
    screen = typed(["zsh", "-f", "-i"], setting, tmp_path, environ)
    assert [made for _, made in BEGUN if f"\nMADE {made} " not in screen] == [], screen


@needs["fish"]
def test_fish(environ, tmp_path):
    (tmp_path / "script").write_text(script("fish", environ))
    asked = " ".join(f"complete -C {shlex.quote(begun)}; echo;" for begun, _ in BEGUN)
    command = ["fish", "--no-config", "-c", f"source script; {asked}"]
    done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    told = [
        [line.partition("\t")[0] for line in part.split("\n") if line] for part in done.stdout.split("\n\n")
    ]
    for (begun, made), offered in zip(BEGUN, told, strict=False):
        if "nothing" in begun:
            assert offered == []
            return
        assert offered
        assert all(word.startswith(made.rpartition(" ")[2]) for word in offered)
    pytest.fail(done.stdout + done.stderr)


def answer(words, environ):
    """What is offered in the place of the last word, as bash asks for it."""
    asked = {
        **environ,
        "_UNDERSIGN_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    done = subprocess.run(["undersign"], env=asked, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_every_format_and_stage_is_offered(environ):
    assert answer("undersign verify --format ", environ) == list(FORMATS)
    assert answer("undersign verify --stage ", environ) == ["commit", "push", "review", "merge"]
    assert set(answer("undersign rule ", environ)) == set(RULE_NAMES)


def test_a_repositorys_own_words_are_never_offered(environ, repository, monkeypatch):
    repository.commit("Begin\n", files={"undersign.toml": "severity.'$(touch made)' = 'off'\n"})
    repository.check_out()
    monkeypatch.chdir(repository.path)
    assert answer("undersign rule $", environ) == []


def test_an_answer_needs_no_more_than_typer_and_the_options(environ):
    """typer would import rich to print help in colour, which takes twice as long as all else."""
    code = (
        "import os, sys; sys.argv = ['undersign']\n"
        "from trailers.cli.edge import main\n"
        "code = main()\n"
        "heavy = ('rich.console', 'pydantic', 'git', 'tomli', 'trailers.verify.registry')\n"
        "print(code, *(name for name in heavy if name in sys.modules), file=sys.stderr)\n"
    )
    asked = {
        **environ,
        "_UNDERSIGN_COMPLETE": "complete_zsh",
        "_TYPER_COMPLETE_ARGS": "undersign verify --st",
    }
    done = subprocess.run([sys.executable, "-c", code], env=asked, capture_output=True, text=True, check=True)
    assert '"--stage":"What is due: commit, push, review or merge."'.replace(": ", r"\\: ") in done.stdout
    assert done.stderr == "0\n"
