"""The commits of a shell command line, with what bash itself makes of it as the oracle."""

import os
import shutil
import subprocess
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.installing.shell.commit import commits_of
from trailers.installing.shell.reading import commands_of
from trailers.installing.shell.word import NotUnderstoodError

HEREDOC = 'git commit -m "$(cat <<\'EOF\'\nTitle\'s "quotes" $HOME `x`\n\nBody\n\nAssisted-by: A:b\nEOF\n)"'

UNDERSTOOD = [
    "git commit -m one",
    "git commit -m 'a b' -m \"c d\"",
    "git commit -am 'all'",
    "git commit -qam'glued'",
    "git commit --message='long form'",
    "git commit --message 'two words'",
    "git add -A && git commit -m 'x' && git push",
    "git add . ; git commit -m x; git status",
    "git commit -m $'one\\n\\ntwo\\'s'",
    'git commit -m "a \\"quoted\\" \\$word \\\\ \\n"',
    'git commit -m "price: 5$" -- path',
    "git commit -m one\\ word\\\nmore",
    "git commit -m a\"b\"'c'd",
    HEREDOC,
    f"cd . && {HEREDOC} && git status",
    'git commit -m "$(cat <<EOF\nplain\n\ntext\nEOF\n)" --no-verify',
    "git commit -m \"$(cat <<-'EOF'\n\ttabs\n\t\tmore\n\tEOF\n)\"",
    "git commit -F - <<'EOF'\nfrom a here-document\n\nwith $dollars\nEOF",
    "git commit -F- <<< 'a here-string'",
    'git commit --file=- <<"EOF" 2>&1 | tail -1\nthrough a pipe\nEOF\necho done',
    "git commit -F - <<A && git commit -F - <<B\nfirst\nA\nsecond\nB\n",
    'GIT_AUTHOR_NAME=x A="$B" git commit -m env',
    "env A=1 git commit -m env",
    "command git commit -m command",
    "git -c user.name=x --no-pager -c a.b='c d' commit -m options",
    "(git commit -m subshell)",
    "( cd . ; git commit -m two ) > /dev/null && git commit -m three",
    "if true; then git commit -m then; fi",
    "{ git commit -m brace; }",
    "! git commit -m bang",
    "# a comment's quote\ngit commit -m x # and 'more",
    "git commit -m x 2>/dev/null >/dev/null &",
    "echo $(date) `date` ${HOME#x} $((1 + 2)) >/dev/null; git commit -m x",
    "git commit --amend -m again --trailer 'A: b'",
    "git commit --signoff -S -uno -m x",
    "cat > f <<'EOF'\nwritten before\nEOF\ngit commit -F f",
    "git commit -m 'ends' --cleanup=verbatim",
]
OTHERS = [
    "git status",
    "git commit",
    "git commit --amend --no-edit",
    "git commit -m",
    'git commit -m "$MESSAGE"',
    'git commit -m "`cat m`"',
    'git commit -m "$(cat m)"',
    'git commit -m "$(cat <<EOF\n$x\nEOF\n)"',
    "git commit -m $(cat <<'EOF'\nx\nEOF\n)",
    "git commit -m x -e",
    "git commit --fixup HEAD -m x",
    "git commit -C HEAD",
    "git commit -m x --dry-run",
    "git commit $OPTIONS -m x",
    "git commit -m x --mess=y",
    "git commit -m x --new-option",
    "git commit -m a -F b",
    "git commit-tree -m x",
    "git --git-dir=x commit -m x",
    'git -C "$D" commit -m x',
    "GIT_DIR=x git commit -m x",
    'cd "$D" && git commit -m x',
    "cd && git commit -m x",
    "cd ~/x && git commit -m x",
    "cd - && git commit -m x",
    "$GIT commit -m x",
    "echo x | git commit -F -",
    "git commit -F - < file",
    "python write.py && git commit -F message",
    "echo x > message; git commit -F message",
    "echo 'git commit -m x'",
    "echo git commit -m x",
    "git commit -m 'no end",
    'git commit -m "no end',
    "git commit -F - <<EOF\nno end",
    'git commit -m "$(no end"',
    "git log --grep commit -m x",
    "case x in x) git commit -m x;; esac",
    "",
]


@pytest.fixture(scope="module")
def bash(tmp_path_factory):
    """What git is called with: (arguments, standard input) for each call, as bash makes them."""
    folder = tmp_path_factory.mktemp("bash")
    (folder / "bin").mkdir()
    fake = folder / "bin" / "git"
    fake.write_text(
        "#!/bin/sh\n"
        f'log="$(mktemp "{folder}/call.XXXXXX")"\n'
        'for word in "$@"; do printf \'%s\\0\' "$word"; done > "$log"\n'
        'case " $* " in *" -F"*|*file=-*) cat "$(test -f f && echo f || echo -)" > "$log.in";; esac\n'
    )
    fake.chmod(0o755)
    environ = {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "HOME": str(folder)}
    shell = shutil.which("bash")

    def run(text):
        for old in folder.glob("call.*"):
            old.unlink()
        (folder / "f").unlink(missing_ok=True)
        subprocess.run(
            [shell, "-c", text + "\nwait"],
            cwd=folder,
            env=environ,
            capture_output=True,
            check=False,
            timeout=20,
        )
        time.sleep(0)
        calls = []
        for log in sorted(folder.glob("call.??????"), key=lambda path: path.stat().st_mtime_ns):
            given = log.with_name(log.name + ".in")
            calls.append(
                (log.read_bytes().decode().split("\0")[:-1], given.read_text() if given.exists() else "")
            )
        return calls

    return run


def messages(words, stdin):
    """The message of a call: what git makes of -m, or of standard input."""
    found = []
    words = iter(words)
    for word in words:
        if word in ("-m", "-am", "--message"):
            found.append(next(words))
        elif word.startswith(("-qam", "--message=")):
            found.append(word.removeprefix("-qam").removeprefix("--message="))
    return "\n\n".join(found) + "\n" if found else stdin


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize("text", UNDERSTOOD)
def test_the_message_is_what_bash_hands_to_git(bash, text):
    expected = [messages(words, stdin) for words, stdin in bash(text) if "commit" in words]
    assert [commit.message for commit in commits_of(text)] == expected
    assert expected


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_not_understood_is_no_commit(text):
    assert commits_of(text) == []


@pytest.mark.parametrize(
    ("text", "directories"),
    [
        ("git -C sub commit -m x", [("sub",)]),
        ("cd a && git -C b commit -m x", [("a", "b")]),
        ("(cd a && make) && git commit -m x", [()]),
        ("(cd a; git commit -m x); cd b; git commit -m y", [("a",), ("b",)]),
        ("cd /abs; git commit -m x", [("/abs",)]),
        ("cd -- a\ngit commit -m x", [("a",)]),
    ],
)
def test_where_the_commit_is_made(text, directories):
    assert [commit.directory for commit in commits_of(text)] == directories


def test_what_else_is_said():
    text = (
        "git -c Commit.Cleanup=strip commit --amend --author 'A <a@b>' --cleanup=scissors --trailer A:b -F m"
    )
    (commit,) = commits_of(text)
    assert commit.file == "m"
    assert commit.config == {"commit.cleanup": "strip"}
    said = commit.said
    assert (said.author, said.cleanup, said.trailers, said.amend) == ("A <a@b>", "scissors", ("A:b",), True)


@given(st.text(alphabet="git comm-\"'$(){}<>EOF\n\\;&|`# ", max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        commands_of(text)
    except NotUnderstoodError:
        return


@given(
    st.lists(
        st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1), min_size=1
    )
)
def test_quoted_words_come_back(words):
    from shlex import join

    (command,) = commands_of(join(words))
    assert [word.text for word in command.words] == words


@pytest.mark.parametrize("piece", ["$(", "`a`", "'a'", "\\", "(", "<<A ", "$x", '"', "${", "; git", "\n"])
def test_long_texts_end_soon(piece):
    try:
        commits_of("git commit -m x " + piece * 20_000)
    except RecursionError:
        pytest.fail("nested without a limit")
