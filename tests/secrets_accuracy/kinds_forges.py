"""Tokens of forges, package registries, builds and monitoring."""

import zlib
from base64 import urlsafe_b64encode

from tests.secrets_accuracy.carriers import NAMED
from tests.secrets_accuracy.cases import Kind
from tests.secrets_accuracy.drawing import Draw, base36, base62_crc, hex_crc, json64, json_web_token

_GITHUB = (
    "docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github"
)
_GITLAB = "docs.gitlab.com/security/tokens"
_APP = "github.blog/changelog/2026-04-24-notice-about-upcoming-new-format-for-github-app-installation-tokens"


def _with_crc(prefix: str, draw: Draw) -> str:
    """A prefix, 30 characters, and their check sum (github.blog/2021-04-05)."""
    entropy = draw.alnum(30)
    return prefix + entropy + base62_crc(entropy)


def _routable(draw: Draw) -> str:
    """Organization and user in a payload whose length and check sum stand behind it."""
    payload = urlsafe_b64encode(b"o:1\nu:" + draw.lower(4).encode() + draw.randbytes(16) + b"\x10")
    text = payload.decode().rstrip("=")
    start = f"glpat-{text}.{draw.choice(('', '01.'))}{base36(len(text), 2)}"
    return start + base36(zlib.crc32(start.encode()), 7)


def _grafana(draw: Draw) -> str:
    start = f"glsa_{draw.alnum(32)}"
    return f"{start}_{hex_crc(start)}"


def _sentry(draw: Draw) -> str:
    about = {
        "iat": 1790000000.5,
        "url": "https://sentry.io",
        "region_url": "https://de.sentry.io",
        "org": "acme",
    }
    return f"sntrys_{json64(about)}_{draw.of('ABCDEFGHabcdefgh0123456789+/', 43)}"


FORGES = (
    Kind("github-personal", "GITHUB_TOKEN", _GITHUB, lambda d: _with_crc("ghp_", d)),
    Kind("github-oauth", "GH_TOKEN", _GITHUB, lambda d: _with_crc("gho_", d)),
    Kind("github-user", "GITHUB_USER_TOKEN", _GITHUB, lambda d: _with_crc("ghu_", d)),
    Kind("github-server", "GITHUB_TOKEN", _GITHUB, lambda d: _with_crc("ghs_", d)),
    Kind("github-refresh", "REFRESH_TOKEN", _GITHUB, lambda d: "ghr_" + d.alnum(70) + d.alnum(6)),
    Kind("github-fine-grained", "GITHUB_TOKEN", _GITHUB, lambda d: f"github_pat_{d.alnum(22)}_{d.alnum(59)}"),
    Kind(
        "github-server-jwt", "GITHUB_TOKEN", _APP, lambda d: f"ghs_{d.digits(7)}_{json_web_token(d, 'RS256')}"
    ),
    Kind("gitlab-personal", "GITLAB_TOKEN", _GITLAB, lambda d: f"glpat-{d.url64(20)}"),
    Kind("gitlab-routable", "GITLAB_TOKEN", _GITLAB, _routable),
    Kind("gitlab-deploy", "DEPLOY_TOKEN", _GITLAB, lambda d: f"gldt-{d.url64(20)}"),
    Kind("gitlab-runner", "RUNNER_TOKEN", _GITLAB, lambda d: f"glrt-{d.url64(20)}"),
    Kind("gitlab-trigger", "TRIGGER_TOKEN", _GITLAB, lambda d: f"glptt-{d.hex(40)}"),
    Kind(
        "atlassian",
        "JIRA_API_TOKEN",
        "support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account",
        lambda d: f"ATATT3xFfGF0{d.url64(171)}={d.hex(8).upper()}",
    ),
    Kind(
        "bitbucket-app-password",
        "BITBUCKET_APP_PASSWORD",
        "support.atlassian.com/bitbucket-cloud/docs/app-passwords",
        lambda d: f"ATBB{d.alnum(24)}{d.hex(8).upper()}",
    ),
    Kind(
        "npm",
        "NPM_TOKEN",
        "github.blog/2021-09-23-announcing-npms-new-access-token-format",
        lambda d: _with_crc("npm_", d),
    ),
    Kind(
        "pypi",
        "PYPI_TOKEN",
        "packaging.python.org/en/latest/specifications/pypirc",
        lambda d: f"pypi-AgEIcHlwaS5vcmc{d.url64(150)}",
    ),
    Kind(
        "rubygems",
        "GEM_HOST_API_KEY",
        "guides.rubygems.org/api-key-scopes",
        lambda d: f"rubygems_{d.hex(48)}",
    ),
    Kind(
        "crates",
        "CARGO_REGISTRY_TOKEN",
        "doc.rust-lang.org/cargo/reference/publishing.html",
        lambda d: f"cio{d.alnum(32)}",
    ),
    Kind(
        "nuget",
        "NUGET_API_KEY",
        "learn.microsoft.com/nuget/nuget-org/scoped-api-keys",
        lambda d: f"oy2{d.of('abcdefghijklmnopqrstuvwxyz234567', 43)}",
    ),
    Kind(
        "jfrog",
        "ARTIFACTORY_API_KEY",
        "jfrog.com/help/r/jfrog-platform-administration-documentation",
        lambda d: f"AKCp8{d.alnum(68)}",
    ),
    Kind(
        "clojars",
        "CLOJARS_PASSWORD",
        "github.com/clojars/clojars-web/wiki/Deploy-Tokens",
        lambda d: f"CLOJARS_{d.lower(60)}",
    ),
    Kind(
        "sonar",
        "SONAR_TOKEN",
        "docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens",
        lambda d: f"{d.choice(('squ', 'sqp', 'sqa'))}_{d.hex(40)}",
    ),
    Kind(
        "circleci",
        "CIRCLE_TOKEN",
        "circleci.com/docs/managing-api-tokens",
        lambda d: f"CCIPAT_{d.alnum(22)}_{d.hex(40)}",
    ),
    Kind(
        "buildkite",
        "BUILDKITE_TOKEN",
        "buildkite.com/docs/apis/managing-api-tokens",
        lambda d: f"bkua_{d.hex(40)}",
    ),
    Kind("sentry-organization", "SENTRY_AUTH_TOKEN", "docs.sentry.io/account/auth-tokens", _sentry),
    Kind(
        "sentry-user",
        "SENTRY_AUTH_TOKEN",
        "docs.sentry.io/account/auth-tokens",
        lambda d: f"sntryu_{d.hex(64)}",
    ),
    Kind(
        "new-relic",
        "NEW_RELIC_API_KEY",
        "docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys",
        lambda d: f"NRAK-{d.upper(27)}",
    ),
    Kind(
        "new-relic-license",
        "NEW_RELIC_LICENSE_KEY",
        "docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys",
        lambda d: f"{d.hex(36)}NRAL",
        NAMED,
    ),
    Kind(
        "datadog",
        "DD_API_KEY",
        "docs.datadoghq.com/account_management/api-app-keys",
        lambda d: d.hex(32),
        NAMED,
    ),
    Kind(
        "grafana",
        "GRAFANA_TOKEN",
        "grafana.com/docs/grafana/latest/administration/service-accounts",
        _grafana,
    ),
    Kind(
        "grafana-cloud",
        "GRAFANA_CLOUD_TOKEN",
        "grafana.com/docs/grafana-cloud/security-and-account-management",
        lambda d: "glc_" + json64({"o": d.digits(6), "n": "stack-api", "k": d.alnum(24), "m": {"r": "eu"}}),
    ),
    Kind(
        "dynatrace",
        "DT_API_TOKEN",
        "docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication",
        lambda d: f"dt0c01.{d.base32(24)}.{d.base32(64)}",
    ),
    Kind(
        "sourcegraph",
        "SRC_ACCESS_TOKEN",
        "sourcegraph.com/docs/cli/how-tos/creating_an_access_token",
        lambda d: f"sgp_{d.hex(16)}_{d.hex(40)}",
    ),
    Kind(
        "postman",
        "POSTMAN_API_KEY",
        "learning.postman.com/docs/developer/postman-api/authentication",
        lambda d: f"PMAK-{d.hex(24)}-{d.hex(34)}",
    ),
    Kind(
        "prefect",
        "PREFECT_API_KEY",
        "docs.prefect.io/v3/manage/cloud/manage-users/api-keys",
        lambda d: f"pnu_{d.alnum(36)}",
    ),
    Kind(
        "launchdarkly",
        "LAUNCHDARKLY_ACCESS_TOKEN",
        "launchdarkly.com/docs/home/account/api",
        lambda d: f"api-{d.uuid()}",
        NAMED,
    ),
    Kind(
        "octopus",
        "OCTOPUS_API_KEY",
        "octopus.com/docs/octopus-rest-api/how-to-create-an-api-key",
        lambda d: f"API-{d.upper(26)}",
    ),
)
