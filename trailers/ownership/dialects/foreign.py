"""What in a line is clearly another forge's way of writing. Imported only where a line may be so.

From GitLab's "Code Owners syntax", Mibex' "Code Owners for Bitbucket", Atlassian's "Set up and use code
owners" and Gitea's "Code owners".
"""

_ROLES = frozenset(("developer", "developers", "maintainer", "maintainers", "owner", "owners"))
_CHOICES = (":all", ":random", ":least_busy")
_STARTS = {
    "!": "an exclusion of GitLab, Gitea or Mibex' app for Bitbucket",
    "@@": "a group of Mibex' app for Bitbucket",
    '"': "a quoted path of Mibex' app for Bitbucket",
    "Check(": "a merge check of Mibex' app for Bitbucket",
    "OverallCheck(": "a merge check of Mibex' app for Bitbucket",
    "CODEOWNERS.toplevel.": "a setting of Mibex' app for Bitbucket",
    "CODEOWNERS.destination_branch_pattern": "a setting of Mibex' app for Bitbucket",
    "CODEOWNERS.source_branch_exclusion_pattern": "a setting of Mibex' app for Bitbucket",
}


def section_header(line: str) -> str:
    """The header `[Name]`, `^[Name]` or `[Name][2]` that a line begins with; empty where there is none."""
    start = 1 if line[:1] == "^" else 0
    end = line.find("]") + 1
    if line[start : start + 1] != "[" or end < start + 3:
        return ""
    if line[end : end + 1] == "[":
        closed = line.find("]", end)
        count = line[end + 1 : closed] if closed > 0 else ""
        end = closed + 1 if count.isdecimal() else end
    return line[:end] if line[end : end + 1] in ("", " ", "\t") else ""


def foreign_pattern(pattern: str) -> str:
    """What a pattern is to another forge; empty where it is nothing known."""
    for start, what in _STARTS.items():
        if pattern.startswith(start):
            return what
    if "," in pattern.partition("{")[2].rpartition("}")[0]:
        return "a choice of Mibex' app for Bitbucket"
    if pattern[-1] == "$" and (pattern[0] == "^" or ".*" in pattern):
        return "a regular expression of Gitea and Forgejo"
    return ""


def foreign_owner(text: str, dialect: str) -> str:
    """What an owner is to another forge than the dialect's; empty where it is nothing known."""
    if text[:2] == "@@":
        role = text[2:].lower() in _ROLES
        return "a role of GitLab" if role else "a group of Mibex' app for Bitbucket"
    if text[:2] == '@"':
        return "a quoted name of Mibex' app for Bitbucket"
    if text[:1] == "@" and text.count("/") > 1:
        return "a nested group of GitLab"
    name, colon, choice = text.partition(":")
    if dialect != "bitbucket" and name[:1] == "@" and (colon + choice).startswith(_CHOICES):
        return "a choice of reviewers of Bitbucket"
    return ""
