"""Assignments as people write them: names, syntaxes and drawn values, so that no file holds a secret."""

import base64
import random
import string
from collections.abc import Iterator

_ALNUM = string.ascii_letters + string.digits
_WORDS = ("sunset", "river", "dragon", "monkey", "coffee", "winter", "falcon", "silver", "orange", "guitar")
_LEET = str.maketrans("aeios", "43105")

NAMES = {
    "password": "password passwd db_password dbPassword DB_PASS smtp-password spring.datasource.password",
    "token": "token auth_token accessToken GITHUB_TOKEN bot-token refresh_token SLACK_TOKEN_VALUE",
    "secret": "secret client_secret clientSecret APP_SECRET jwt-secret SECRET_KEY_BASE webhookSecret",
    "key": "api_key apiKey API_KEY x-api-key accessKey encryption_key private_key ACCOUNT_KEY apikey",
}

# The suffix of the file, and how a value is given there.
SYNTAXES = [
    ("py", '{n} = "{v}"'),
    ("py", "    '{n}': '{v}',"),
    ("py", 'Client({n}="{v}")'),
    ("py", 'def f({n}: str = "{v}"):'),
    ("py", 'os.environ["{n}"] = "{v}"'),
    ("py", 'os.environ.get("{n}", "{v}")'),
    ("py", 'if {n} == "{v}":'),
    ("py", "# {n}: {v}"),
    ("js", "const {n} = '{v}';"),
    ("js", "app.set('{n}', '{v}');"),
    ("ts", "let {n}: string = `{v}`;"),
    ("json", '{{"{n}": "{v}"}}'),
    ("json", '{{\\"{n}\\": \\"{v}\\"}}'),
    ("json", '{{"name": "{n}", "value": "{v}"}}'),
    ("yml", "{n}: {v}"),
    ("yml", '  {n}: "{v}"'),
    ("yml", "- name: {n}\n  value: {v}"),
    ("yml", "  - {n}={v}"),
    ("env", "{n}={v}"),
    ("sh", "export {n}='{v}'"),
    ("sh", "run --{n} {v} x"),
    ("sh", "run --{n}={v}"),
    ("ini", "{n} = {v}"),
    ("toml", '{n} = "{v}"'),
    ("rb", "{n} => '{v}'"),
    ("rb", "ENV['{n}'] ||= '{v}'"),
    ("php", "${n} = '{v}';"),
    ("php", "define('{n}', '{v}');"),
    ("java", 'private static final String {n} = "{v}";'),
    ("java", 'props.put("{n}", "{v}");'),
    ("go", '{n} := "{v}"'),
    ("go", 'var {n} string = "{v}"'),
    ("cs", 'string {n} = @"{v}";'),
    ("cs", 'var s = "Server=db;User=sa;{n}={v};";'),
    ("rs", 'let {n}: &str = "{v}";'),
    ("c", '#define {n} "{v}"'),
    ("c", 'const char {n}[] = "{v}";'),
    ("xml", "<{n}>{v}</{n}>"),
    ("xml", '<add key="{n}" value="{v}" />'),
    ("xml", '<x {n}="{v}"/>'),
    ("xml", '<string name="{n}">{v}</string>'),
    ("plist", "<key>{n}</key>\n<string>{v}</string>"),
    ("tf", 'variable "{n}" {{\n  default = "{v}"\n}}'),
    ("kt", 'val {n} = "{v}"'),
    ("clj", ':{n} "{v}"'),
    ("ps1", '${n} = "{v}"'),
    ("bat", "set {n}={v}"),
    ("sql", "ALTER USER x WITH {n} '{v}';"),
    ("Dockerfile", "ENV {n} {v}"),
    ("txt", "{n}: {v}"),
    ("ini", "host = api.acme.io\n{n} = {v}"),
]


def assignments(seed: int) -> Iterator[tuple[str, str, str]]:
    """The path, the text and the value of each name in each syntax."""
    chance = random.Random(seed)
    for kind, names in NAMES.items():
        for suffix, syntax in SYNTAXES:
            for name in names.split():
                value = _value(kind, chance)
                yield f"src/settings.{suffix}", f"begin\n{syntax.format(n=name, v=value)}\nend\n", value


def _value(kind: str, chance: random.Random) -> str:
    if kind == "password" and chance.random() < 0.5:
        return _human(chance)
    size = chance.choice((16, 20, 24, 32, 40))
    return chance.choice(
        (
            "".join(chance.choices(_ALNUM, k=size)),
            "".join(chance.choices("0123456789abcdef", k=chance.choice((32, 40, 64)))),
            base64.b64encode(chance.randbytes(size)).decode(),
            base64.urlsafe_b64encode(chance.randbytes(24)).decode(),
        )
    )


def _human(chance: random.Random) -> str:
    first, second = chance.sample(_WORDS, 2)
    return chance.choice(
        (
            f"{first.title()}{chance.randrange(10, 99)}!",
            f"{first}{chance.randrange(5000, 9999)}",
            f"{first.title().translate(_LEET)}{second}+{chance.randrange(2, 9)}",
            f"{first}{second.title()}{chance.randrange(50, 99)}",
        )
    )
