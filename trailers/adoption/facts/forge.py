"""Which forge a repository is on: by the host of its remote, else by the files that only one forge reads."""

import re

from trailers.adoption.facts.tree import Tree
from trailers.typed import NamedTuple

# Names are those of the CODEOWNERS dialects, where the forge has one.
_HOSTS = {
    "github.com": "github",
    "gitlab.com": "gitlab",
    "salsa.debian.org": "gitlab",
    "invent.kde.org": "gitlab",
    "framagit.org": "gitlab",
    "bitbucket.org": "bitbucket",
    "codeberg.org": "forgejo",
    "gitea.com": "gitea",
    "dev.azure.com": "azure",
    "git.sr.ht": "sourcehut",
}
_IN_HOST = ("github", "gitlab", "bitbucket", "forgejo", "gitea")
# The more particular first: Forgejo reads Gitea's files, and both read GitHub's.
_FILES = (
    (".forgejo", "forgejo"),
    (".gitea", "gitea"),
    (".gitlab-ci.yml", "gitlab"),
    (".gitlab", "gitlab"),
    ("bitbucket-pipelines.yml", "bitbucket"),
    (".bitbucket", "bitbucket"),
    ("azure-pipelines.yml", "azure"),
    (".github", "github"),
)
_URL = re.compile(
    r"[a-z][a-z0-9+.-]*://(?:[^/]*@)?(?P<host>\[[^]]*\]|[^/:]+)(?::[0-9]+)?(?P<path>/.*)?\Z", re.IGNORECASE
)
# git-clone(1), "GIT URLS": the scp-like form, which a slash before the first colon is not.
_SCP = re.compile(r"(?:[^/:]*@)?(?P<host>\[[^]]*\]|[^/:]+):(?P<path>.*)\Z", re.DOTALL)


class Address(NamedTuple):
    """Host and path of a remote's URL; the path has no slash at its ends and no `.git`."""

    host: str
    path: str


class Forge(NamedTuple):
    """A forge: its name, by what it is known, and where the repository is on it, if that is known."""

    name: str
    by: str
    address: Address | None = None


def address_of(url: str) -> Address | None:
    """The host and path of a URL as git takes them; None for a path of this machine."""
    found = _URL.match(url) or _SCP.match(url)
    if not found or url.lower().startswith("file:"):
        return None
    host = found["host"].lower()
    if len(host) == 1:  # a Windows drive
        return None
    path, *_ = re.split("[?#]", found["path"] or "")  # what follows may be a token
    return Address(host, path.strip("/").removesuffix(".git").strip("/"))


def forge_of(tree: Tree) -> Forge | None:
    """The forge, None where nothing tells it."""
    address = address_of(tree.remote)
    name = _by_host(address.host) if address else ""
    if address and name:
        return Forge(name, address.host, address)
    for sign, forge in _FILES:
        if tree.has(sign):
            return Forge(forge, sign, address)
    return None


def _by_host(host: str) -> str:
    if host.endswith(".visualstudio.com") or host == "ssh.dev.azure.com":
        return "azure"
    return _HOSTS.get(host) or next((name for name in _IN_HOST if name in host), "")
