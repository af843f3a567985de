"""Every check by its name; a module is imported when the first match needs it."""

from importlib import import_module

from trailers.secrets.hit import Hit
from trailers.typed import Callable, Mapping

_HERE = "trailers.secrets.checks"

# name → module under this package; the module's function of the same name says whether a hit is one.
CHECKS: Mapping[str, str] = {
    "token": "token",
    "named": "named",
    "github_crc32": "github_crc32",
    "npm_crc32": "npm_crc32",
    "gitlab_crc32": "gitlab_crc32",
    "grafana_crc32": "grafana_crc32",
    "discord_snowflake": "discord_snowflake",
    "aws_secret": "aws_secret",
    "basic_auth": "basic_auth",
    "assigned": "assigned",
    "assigned_bare": "assigned_bare",
    "authorization": "authorization",
    "encoded_private_key": "encoded_private_key",
    "entropy_string": "entropy_string",
    "json_web_key": "json_web_key",
    "json_web_token": "json_web_token",
    "password": "password",
    "private_key": "private_key",
    "url_password": "url_password",
}


def check_named(name: str) -> Callable[[Hit], bool]:
    """The check of this name.

    Raises:
        KeyError: no such check; a table with one is stale.

    """
    check: Callable[[Hit], bool] = getattr(import_module(f"{_HERE}.{CHECKS[name]}"), name)
    return check
