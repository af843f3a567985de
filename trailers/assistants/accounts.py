"""Whose GitHub account it is: accounts of assistants and of other bots, by number and by login.

An account's address is `NUMBER+LOGIN@users.noreply.github.com`. The number outlives a renaming, and the
login of an app ends with `[bot]`, which no person's can; so either of them identifies an account.
A person can have any other login: the login `claude` (number 81847) is somebody's name.
"""

from trailers.assistants.marker import Sign
from trailers.typed import NamedTuple

HOST = "@users.noreply.github.com"


class Account(NamedTuple):
    """An account of an assistant; `number` is empty where it is not known, `login` is in lower case."""

    number: str
    login: str
    sign: Sign


ACCOUNTS: tuple[Account, ...] = (
    Account("209825114", "claude[bot]", Sign("claude-code", "certain", "chaoss")),
    Account("215619710", "anthropic-claude[bot]", Sign("claude-code", "certain", "chaoss")),
    Account("208546643", "claude-code-action[bot]", Sign("claude-code", "certain", "chaoss")),
    # Three accounts share GitHub's own login Copilot: the coding agent, the CLI, and one of git-ai's table.
    Account("198982749", "copilot", Sign("github-copilot", "certain", "gh-chg")),
    Account("223556219", "copilot", Sign("github-copilot", "certain", "cop-cli")),
    Account("175728472", "copilot", Sign("github-copilot", "strong", "gitai-det")),
    Account("167198135", "copilot[bot]", Sign("github-copilot", "certain", "chaoss")),
    Account("62310815", "github-advanced-security[bot]", Sign("github-copilot", "medium", "observed")),
    Account("223894421", "github-code-quality[bot]", Sign("github-copilot", "medium", "observed")),
    Account("206951365", "cursor[bot]", Sign("cursor", "certain", "chaoss")),
    Account("201670782", "cursoragent", Sign("cursor", "medium", "observed")),
    Account("215057067", "openai-codex[bot]", Sign("codex", "certain", "chaoss")),
    Account("199175422", "chatgpt-codex-connector[bot]", Sign("codex", "certain", "chaoss")),
    Account("176961590", "gemini-code-assist[bot]", Sign("gemini-cli", "certain", "chaoss")),
    Account("218195315", "gemini-cli", Sign("gemini-cli", "certain", "nam")),
    Account("158243242", "devin-ai-integration[bot]", Sign("devin", "certain", "chaoss")),
    Account("161369871", "google-labs-jules[bot]", Sign("jules", "certain", "nam")),
    Account("159125892", "gpt-engineer-app[bot]", Sign("lovable", "medium", "observed")),
    Account("", "lovable-dev[bot]", Sign("lovable", "medium", "observed")),
    Account("138933559", "factory-droid[bot]", Sign("factory-droid", "certain", "nam")),
    Account("244629292", "kiro-agent", Sign("kiro", "certain", "nam")),
    Account("208079219", "amazon-q-developer[bot]", Sign("amazon-q", "certain", "chaoss")),
    Account("220155983", "jetbrains-ai[bot]", Sign("junie", "certain", "chaoss")),
    Account("230936708", "continue[bot]", Sign("continue", "certain", "chaoss")),
    Account("", "opencode-agent[bot]", Sign("opencode", "medium", "observed")),
    Account("205137888", "cline[bot]", Sign("cline", "certain", "chaoss")),
    Account("201248094", "sourcegraph-cody[bot]", Sign("cody", "certain", "chaoss")),
    Account("136622811", "coderabbitai[bot]", Sign("coderabbit", "certain", "chaoss")),
    Account("131295404", "codegen-sh[bot]", Sign("codegen", "certain", "nam")),
    Account("208362400", "tembo[bot]", Sign("tembo", "certain", "nam")),
    Account("187932079", "sweep-ai-bot[bot]", Sign("sweep", "certain", "nam")),
)

# Of these accounts, the one that does other work too: it counts only under this display name.
SHARED_ACCOUNTS: dict[str, str] = {
    "github-advanced-security[bot]": "copilot autofix powered by ai",
}

# Bots that are no assistants, by account. `noreply@github.com` is the committer of what is merged or
# edited on the web.
BOTS: dict[str, str] = {
    f"41898282+github-actions[bot]{HOST}": "github-actions",
    f"49699333+dependabot[bot]{HOST}": "dependabot",
    f"29139614+renovate[bot]{HOST}": "renovate",
    f"66853113+pre-commit-ci[bot]{HOST}": "pre-commit-ci",
    "noreply@github.com": "github-web-flow",
}

# The first row of a login counts.
BY_LOGIN: dict[str, Account] = {account.login: account for account in reversed(ACCOUNTS)}
BY_NUMBER: dict[str, Account] = {account.number: account for account in ACCOUNTS if account.number}


def split_account(address: str) -> tuple[str, str] | None:
    """The number ('' where there is none) and the login of an account's address, which is in lower case."""
    local = address.removesuffix(HOST)
    if local == address or "@" in local or " " in local:
        return None
    number, _, login = local.partition("+")
    if login and number.isascii() and number.isdigit():
        return number, login
    return "", local


def account_of(address: str) -> Account | None:
    """The assistant's account that an address in lower case stands for."""
    parts = split_account(address)
    if parts is None:
        return None
    number, login = parts
    # Before 2017, addresses had no number: without one, only an app's login is beyond doubt.
    known = BY_LOGIN.get(login) if number or login.endswith("[bot]") else None
    return BY_NUMBER.get(number) or known
