"""What a commit says of the prompt: nothing unasked, a keyed digest, or its text without a secret in it."""

import hmac
import os
import subprocess
import sys
from urllib.parse import unquote

import pytest

from tests.repositories import Repository
from tests.secret_examples import filled
from tests.secret_values import GITHUB, OTHER, STRIPE
from tests.writers import CLAUDE, SAID, assistant
from trailers.authoring.redacting import without_secrets
from trailers.cli.edge import main
from trailers.disclosure.context import fault_of_context

PROMPT = "Mend the parser: it reads\n  one line too many, 100 % of the time"
NOTE = "AI-Context: note:prompt:"
WANTED = "[context]\ndigest = false\nprompt = true\n"
KEYED = '[context]\ndigest = false\nkey_id = "team-2027"\n'
KEY = filled("{hex:64}", 7)


@pytest.fixture
def as_agent(tmp_path, work):
    return assistant(tmp_path / "home", work.path)


@pytest.fixture
def asked(tmp_path, as_agent):
    """Put a prompt into the session."""
    transcript = next((tmp_path / "home").rglob("*.jsonl"))
    before = transcript.read_text()

    def ask(prompt):
        import json

        transcript.write_text(before.replace('"please"', json.dumps(prompt), 1))

    ask(PROMPT)
    return ask


def called(work, environ):
    """What the hook tells, and the lines of the message then."""
    file = work.git_directory / "COMMIT_EDITMSG"
    file.write_text("A change\n")
    done = subprocess.run(
        [sys.executable, "-I", "-m", "hooks.prepare_message", ".git/COMMIT_EDITMSG", "message"],
        cwd=work.path,
        env={**os.environ, "GIT_EDITOR": ":", **environ},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stderr, file.read_text().splitlines()


def write(work, environ):
    """What the hook tells, and the lines that it writes besides the model and the session."""
    told, lines = called(work, environ)
    assert lines[:4] == ["A change", "", CLAUDE, SAID]
    return told, lines[4:]


def policy(work, text, *, committed=True):
    if committed:
        work.commit("The policy\n", files={"undersign.toml": text})
        work.check_out()
    (work.path / "undersign.toml").write_text(text)


class TestText:
    def test_nothing_unasked(self, work, as_agent, asked):
        policy(work, "[context]\ndigest = false\n")
        assert write(work, as_agent) == ("", [])

    def test_where_the_policy_wants_it(self, work, as_agent, asked):
        policy(work, WANTED)
        told, (line,) = write(work, as_agent)
        assert told == ""
        assert unquote(line.removeprefix(NOTE)) == " ".join(PROMPT.split())
        assert line.isascii()
        assert not fault_of_context(line.removeprefix("AI-Context: "))

    def test_no_more_than_the_policy_wants(self, work, as_agent, asked):
        policy(work, WANTED + "prompt_length = 20\n")
        _, (line,) = write(work, as_agent)
        assert unquote(line.removeprefix(NOTE)) == "Mend the parser: it…"

    @pytest.mark.parametrize(
        "committed",
        [
            None,
            "",
            "[context]\nprompt = false\n",
            "[context]\ndigest = false\n",
            "not TOML [",
            WANTED + "x = 1\n",
        ],
    )
    def test_the_work_tree_alone_cannot_want_it(self, work, as_agent, asked, committed):
        if committed is not None:
            policy(work, committed)
        policy(work, WANTED, committed=False)
        told, lines = write(work, as_agent)
        assert lines == []
        assert "no prompt is written: the policy at " in told

    def test_the_work_tree_alone_can_take_it_back(self, work, as_agent, asked):
        policy(work, WANTED)
        policy(work, "[context]\ndigest = false\n", committed=False)
        assert write(work, as_agent) == ("", [])

    def test_the_work_tree_cannot_want_more_of_it(self, work, as_agent, asked):
        policy(work, WANTED + "prompt_length = 20\n")
        policy(work, WANTED + "prompt_length = 900\n", committed=False)
        _, (line,) = write(work, as_agent)
        assert len(unquote(line.removeprefix(NOTE))) <= 20

    @pytest.mark.parametrize("upstream", ["refs/remotes/origin/HEAD", "refs/remotes/origin/main"])
    @pytest.mark.usefixtures("asked")
    def test_a_branch_cannot_want_it_where_its_upstream_does_not(self, work, as_agent, upstream):
        work.git("config", "user.name", "Jane")
        work.git("update-ref", upstream, "HEAD")
        work.git("config", "remote.origin.url", "elsewhere")
        work.git("config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*")
        work.git("config", "branch.main.remote", "origin")
        work.git("config", "branch.main.merge", "refs/heads/main")
        policy(work, WANTED)
        told, lines = write(work, as_agent)
        assert (lines, "does not say so" in told) == ([], True)
        work.git("update-ref", upstream, "HEAD")
        assert write(work, as_agent)[1] != []

    @pytest.mark.parametrize("name", ["origin/main", "origin/master", "upstream/HEAD", "upstream/main"])
    @pytest.mark.parametrize("related", [True, False])
    @pytest.mark.usefixtures("asked")
    def test_nor_where_a_remote_does_not(self, work, as_agent, name, related):
        """Without an upstream of the branch, and with a history that begins anew."""
        work.git("update-ref", f"refs/remotes/{name}", "HEAD")
        if not related:
            work.git("update-ref", "refs/heads/main", work.git("commit-tree", "-m", "a", "HEAD^{tree}"))
        policy(work, WANTED)
        told, lines = write(work, as_agent)
        assert (lines, "does not say so" in told) == ([], True)
        work.git("update-ref", f"refs/remotes/{name}", "HEAD")
        assert write(work, as_agent)[1] != []

    def test_the_first_commit_has_nobodys_agreement(self, tmp_path):
        empty = Repository(tmp_path / "empty")
        (empty.path / "undersign.toml").write_text(WANTED)
        told, lines = write(empty, assistant(tmp_path / "home", empty.path))
        assert (lines, "no prompt is written" in told) == ([], True)

    @pytest.mark.parametrize(
        "prompt",
        [
            "\x1b[2Jclear",
            "a\0b",
            "turn \u202e round",
            "zero\u200bwidth",
            "half \ud800",
            "\n \t ",
            "",
            None,
            7,
            {},
        ],
        ids=repr,
    )
    def test_what_cannot_be_written(self, work, as_agent, asked, prompt):
        asked(prompt)
        policy(work, WANTED)
        told, lines = write(work, as_agent)
        assert lines == []
        assert "undersign: " in told

    def test_a_trailer_in_a_prompt_is_none(self, work, as_agent, asked):
        asked("Say:\n\nApproved-by: Jane Austen <jane@austen.test>\nAI-Context: issue:1")
        policy(work, WANTED)
        _, (line,) = write(work, as_agent)
        assert line.startswith(f"{NOTE}Say:%20Approved-by:%20Jane")


PEM = (
    "-----BEGIN RSA {|}PRIVATE KEY-----\n"
    "{base64:64}\n{base64:64}\n{base64:40}\n"
    "-----END RSA {|}PRIVATE KEY-----"
)
SECRETS = [
    pytest.param(f"deploy with {GITHUB} please", [GITHUB], id="in a sentence"),
    pytest.param(f"{GITHUB}", [GITHUB], id="alone"),
    pytest.param(f"keys:\n- {GITHUB}\n- {STRIPE}\n", [GITHUB, STRIPE], id="on lines"),
    pytest.param("x" * 185 + f" {GITHUB}", [GITHUB, GITHUB[:12]], id="where it is cut"),
    pytest.param(f'{{"token": "{OTHER}"}}', [OTHER], id="as JSON"),
    pytest.param(f"https://jane:{STRIPE}@host.example/x", [STRIPE], id="in a link"),
    pytest.param("the password is Tr0ub" + "4dor&3", ["4dor"], id="in prose"),
    pytest.param("use " + filled(PEM, 3), filled(PEM, 3).splitlines()[1:4], id="a private key"),
]


@pytest.mark.parametrize(("prompt", "secrets"), SECRETS)
def test_no_secret_gets_through(work, as_agent, asked, prompt, secrets):
    asked(prompt)
    policy(work, WANTED + "prompt_length = 1000\n" if len(prompt) < 150 else WANTED)
    told, lines = write(work, as_agent)
    said = told + "".join(lines) + unquote("".join(lines))
    assert not [secret for secret in secrets if secret in said]
    assert without_secrets(unquote("".join(lines))) == unquote("".join(lines))
    assert "redacted" in said


class TestDigest:
    def test_with_the_key_of_the_environment(self, work, as_agent, asked, tmp_path):
        policy(work, KEYED)
        told, (line,) = write(work, {**as_agent, "UNDERSIGN_HMAC": f"team-2027:{KEY}"})
        digest = hmac.digest(KEY.encode(), PROMPT.encode(), "sha256").hex()
        assert (told, line) == ("", f"AI-Context: hmac-sha256:team-2027:{digest}")
        work.commit(f"A change\n\n{CLAUDE}\n{line}\n", files={"a": "2"})
        (tmp_path / "prompt").write_text(PROMPT + "\n")
        (tmp_path / "key").write_text(KEY + "\n")
        asking = ["--file", tmp_path / "prompt", "--key-file", tmp_path / "key", "-C", work.path, "HEAD"]
        assert main(["context", "verify", *map(str, asking)]) == 0
        (tmp_path / "prompt").write_text(PROMPT.replace("one", "two"))
        assert main(["context", "verify", *map(str, asking)]) == 1

    @pytest.mark.parametrize("variable", ["", "XDG_CONFIG_HOME"])
    def test_with_the_key_of_a_file(self, work, as_agent, asked, tmp_path, variable):
        policy(work, KEYED)
        folder = tmp_path / "home" / ".config" if not variable else tmp_path / "config"
        file = folder / "undersign" / "hmac" / "team-2027"
        file.parent.mkdir(parents=True)
        file.write_text(KEY + "\n")
        file.chmod(0o600)
        environ = {
            **as_agent,
            "UNDERSIGN_HMAC": f"another:{KEY}",
            **({variable: str(folder)} if variable else {}),
        }
        told, (line,) = write(work, environ)
        assert (told, line.startswith("AI-Context: hmac-sha256:team-2027:")) == ("", True)

    @pytest.mark.parametrize(
        ("environ", "why"),
        [
            ({}, "there is no key team-2027"),
            ({"UNDERSIGN_HMAC": KEY}, "there is no key team-2027"),
            ({"UNDERSIGN_HMAC": f"team-2026:{KEY}"}, "there is no key team-2027"),
            ({"UNDERSIGN_HMAC": "team-2027:"}, "0 bytes"),
            ({"UNDERSIGN_HMAC": f"team-2027:{KEY[:31]}"}, "31 bytes"),
            ({"UNDERSIGN_HMAC": "team-2027:" + "correct horse battery staple, correct"}, "words"),
        ],
    )
    def test_no_key_no_digest(self, work, as_agent, asked, environ, why):
        policy(work, KEYED)
        told, lines = write(work, {**as_agent, "XDG_CONFIG_HOME": "", **environ})
        assert (lines, why in told) == ([], True)
        assert "parser" not in told
        assert KEY[:20] not in told
        assert "battery" not in told

    def test_the_policy_holds_no_key(self, work, as_agent, asked):
        """What looks like one is no key's id; a policy that is wrong stops no commit."""
        policy(work, KEYED)
        (work.path / "undersign.toml").write_text('[context]\nkey = "x"\n')
        told, lines = called(work, as_agent)
        assert "unknown key" in told
        assert lines == ["A change"]

    def test_both(self, work, as_agent, asked):
        policy(work, KEYED + "prompt = true\n")
        _, lines = write(work, {**as_agent, "UNDERSIGN_HMAC": f"team-2027:{KEY}"})
        digest, text = lines
        assert digest.startswith("AI-Context: hmac-sha256:")
        assert text.startswith(NOTE)
