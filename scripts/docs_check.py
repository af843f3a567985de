"""Hold the docs to the code: `--write` makes the generated pages anew, without it they are compared.

Checked besides: every link between the pages leads somewhere, and every `undersign …` command line in them
names commands and options that exist.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from trailers.disclosure.profiles import profile_named, profile_names
from trailers.policy.description import POLICY
from trailers.policy.kinds import Either, Key, Kind, Listing, Table
from trailers.verify.registry import RULES

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def rules_page() -> str:
    """docs/rules.md: every rule's page, in one file with an anchor each."""
    lines = [
        "# Rules",
        "",
        "`undersign rule US101` prints one of these pages. `[severity]` in",
        "[the policy](policy.md) changes what a rule is worth: `error`, `warning`, `note` or `off`.",
        "",
    ]
    lines += ["| rule | name | severity |", "| --- | --- | --- |"]
    lines += [
        f"| [{rule.id}](#{rule.id.lower()}-{rule.name}) | {rule.name} | {rule.severity} |"
        for rule in RULES.values()
    ]
    for rule in RULES.values():
        lines += ["", f"## {rule.id} {rule.name}", "", rule.page.replace("\n## ", "\n### ").strip()]
    return "\n".join(lines) + "\n"


def policy_page() -> str:
    """docs/policy.md: the introduction, and a table of the keys."""
    lines = [
        POLICY_INTRODUCTION.strip(),
        "",
        "## The keys",
        "",
        "| key | holds | default | meaning |",
        "| --- | --- | --- | --- |",
    ]
    lines += [
        f"| `{name}` | {_kind(key.kind)} | {_default(key)} | {key.help} |" for name, key in _keys(POLICY, "")
    ]
    return "\n".join(lines) + "\n"


def profiles_page() -> str:
    """docs/profiles.md: the introduction, and a table of the profiles."""
    lines = [
        PROFILES_INTRODUCTION.strip(),
        "",
        "| profile | form | example | makes due | for |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name in profile_names():
        profile = profile_named(name)
        if profile.name != name:
            continue
        due = ", ".join(field for field in ("model", "context", "approver") if field in profile.carries)
        example = f"{profile.keys.model[0]}: {profile.dialect.example}"
        lines.append(
            f"| `{name}` | `{profile.dialect.form}` | `{example}` | {due or 'the block'} | {profile.summary} |"
        )
    return "\n".join(lines) + "\n"


POLICY_INTRODUCTION = """
# The policy

A project's rules stand in `undersign.toml` at the top of the repository, or under `[tool.undersign]` in
`pyproject.toml`; not in both. Without one, the defaults judge.

- **A range is judged by its base's copy**, read by object id: a change cannot loosen its own rules. That it changes
  them is a finding of its own (US402), and a policy that could not be read after the merge is an error (US403).
- The message hook, a convenience, reads the work tree's copy.
- A key that is not known is an error, with a suggestion. `undersign policy check` tells all mistakes at once,
  `undersign policy show` prints the effective policy, `undersign policy schema` its JSON Schema.
- `requires` is read first, so that an older undersign says that it is too old instead of judging by half the rules.
- A date is judged at the commit's day, in UTC, but never before the base's: a commit dates itself.

```toml
requires = ">=0.2"

[disclosure]
mode = "detected"
profile = "default"

[models]
approved = ["claude-*", { model = "gpt-5*", until = 2027-01-31, paths = ["docs/**"] }]
denied = [{ model = "Cursor:*", since = 2026-09-01, reason = "under review" }]

[approver]
rule = "other"

[[bots]]
id = 49699333
name = "dependabot"

[history]
grandfather = "053c884615f2e83d80705251b447769ec2599653"

[severity]
US115 = "off"
```
"""

PROFILES_INTRODUCTION = """
# Profiles

Projects spell the same disclosure in different ways, and some refuse what others ask for. A profile is the dialect
of a destination: what its trailers look like, what it makes due, what it refuses. `disclosure.profile` in
[the policy](policy.md) chooses it.

`undersign trailers convert MESSAGE --to PROFILE` says a disclosure in another dialect. Where something would be
lost, it refuses and says what; `--lossy` drops it.

With `pr-body` the commits carry no AI trailer at all. The disclosure stands in the pull request's text, under the
heading *AI disclosure*; `undersign verify --pr-body FILE` judges it, `convert --to pr-body` writes it.

In every profile, `Signed-off-by` in an assistant's name is refused: it is a legal statement, and only a person can
make it.
"""


def _keys(table: Table, prefix: str) -> Iterator[tuple[str, Key]]:
    for key in table.keys:
        kind = key.kind.item if isinstance(key.kind, Listing) else key.kind
        kind = kind.long if isinstance(kind, Either) else kind
        inner = f"{prefix}{key.name}[]." if isinstance(key.kind, Listing) else f"{prefix}{key.name}."
        if not isinstance(key.kind, Table):
            yield prefix + key.name, key
        if isinstance(kind, Table):
            yield from _keys(kind, inner)


def _kind(kind: Kind) -> str:
    from trailers.policy.kinds import Choice, Day, Flag, Pairs, Text, Whole

    match kind:
        case Choice():
            return ", ".join(f"`{value}`" for value in kind.values)
        case Listing():
            return f"a list: {_kind(kind.item)}"
        case Either():
            return f"{kind.short.says}, or {_kind(kind.long)}"
        case Pairs():
            return f"{kind.key.says} = {_kind(kind.value)}"
        case Table():
            return "a table"
        case Flag():
            return "true or false"
        case Day():
            return "a date"
        case Whole():
            return f"a number from {kind.least:,} to {kind.most:,}"
        case Text():
            return kind.says


def _default(key: Key) -> str:
    if key.default is None:
        return "needed" if key.required else "–"
    value = list(key.default) if isinstance(key.default, tuple) else key.default
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


GENERATED = {"rules.md": rules_page, "policy.md": policy_page, "profiles.md": profiles_page}


def stale_pages() -> Iterator[str]:
    """The generated pages that are not what the code says."""
    for name, made in GENERATED.items():
        path = ROOT / "docs" / name
        if not path.exists() or path.read_text(encoding="utf-8") != made():
            yield f"docs/{name} is stale: python scripts/docs_check.py --write"


def broken_links() -> Iterator[str]:
    """Links to pages and anchors of this repository that lead nowhere."""
    for page in PAGES:
        for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
            file, _, anchor = target.partition("#")
            if "://" in target or (not file and not anchor):
                continue
            path = (page.parent / file) if file else page
            if not path.exists() or (anchor and anchor not in _anchors(path)):
                yield f"{page.relative_to(ROOT)}: {target} leads nowhere"


def _anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in titles}


def unknown_commands() -> Iterator[str]:
    """`undersign …` in the pages, with commands or options that do not exist."""
    import subprocess

    helps: dict[tuple[str, ...], str] = {}
    for page in PAGES:
        for words in _command_lines(page.read_text(encoding="utf-8")):
            command = tuple(word for word in words[:2] if re.fullmatch("[a-z]+", word))
            path = command[: 2 if command[:1] in (("trailers",), ("policy",)) else 1]
            if path not in helps:
                asked = [sys.executable, "-I", "-m", "trailers", *path, "--help"]
                done = subprocess.run(asked, capture_output=True, text=True, check=False)
                helps[path] = done.stdout if done.returncode == 0 else ""
            named = [word.partition("=")[0] for word in words if word.startswith("--")]
            missing = [option for option in named if option not in helps[path]]
            if not helps[path] or missing:
                yield f"{page.relative_to(ROOT)}: undersign {' '.join(words)}: {missing or 'no such command'}"


def _command_lines(text: str) -> Iterator[list[str]]:
    code = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    for line in [*"\n".join(code).split("\n"), *spans]:
        found = re.match(r"(?:uvx )?undersign (.+)", line.partition("   #")[0].partition("  #")[0].strip())
        if found:
            yield found[1].split()


def main() -> int:
    if sys.argv[1:] == ["--write"]:
        for name, made in GENERATED.items():
            (ROOT / "docs" / name).write_text(made(), encoding="utf-8")
        return 0
    problems = [*stale_pages(), *broken_links(), *unknown_commands()]
    print(*problems, f"docs: {len(PAGES)} pages, {len(problems)} problems", sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
