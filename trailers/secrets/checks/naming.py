"""What a value is called: whether the name before it says that it is a secret, and of what kind.

A name is read word by word from its end: in `db_password_value` the last word that is not filling is
`password`; in `password_hash` it is `hash`, which is no secret.
"""

import re

from trailers.secrets.hit import Hit
from trailers.typed import Literal

# "password": made by people. "secret": made by machines. "key": random, or it is none. "": no secret.
Kind = Literal["password", "secret", "key", ""]

_NAME = re.compile(rb"[\w.$\-]*")
_NAME_BEFORE = re.compile(rb"[\w.$\-]{0,64}\Z")
_WORD = re.compile(r"[A-Z]{2,}(?![a-z])s?|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")

_PASSWORDS = frozenset(
    """password passwd passwort passphrase passcode pass pwd passw pswd kennwort senha contrasena
    requirepass passwords pin userpass dbpass masterauth""".split()  # noqa: SIM905  # reads best as text
)
_SECRETS = frozenset(
    """secret secrets token tokens credential credentials cred creds apikey apikeys authtoken authkey
    accesstoken secretkey privatekey accesskey clientsecret auth authorization""".split()  # noqa: SIM905  # reads best as text
)
_KEYS = frozenset(("key", "keys", "salt", "pepper"))
# What makes a key one that has to be kept.
_KEPT = frozenset(
    """api secret private encryption encrypt crypt crypto cryptographic cipher aes des hmac signing sign
    signer signature jwt jws jwk auth authentication authorization account shared storage master app
    application consumer subscription license licence deploy integration service admin server write
    session cookie hash webhook webhooks access security instrumentation data vault wireguard wg
    preshared psk rest symmetric""".split()  # noqa: SIM905  # reads best as text
)
# Words after the secret's name that do not change what it is.
_FILLING = frozenset(
    """value val values string str text txt plain plaintext raw default base confirmation confirm again
    repeat dev development test testing prod production stage staging live local primary secondary main
    current old new admin user root db database encoded b64 base hex literal arg param const env var
    here ci bot account data content in for s v x env input is to assign equals eq append set get""".split()  # noqa: SIM905  # reads best as text
)
# Words after the secret's name that make it something else.
_OTHER = frozenset(
    """id ids identifier name names file files filename path paths dir url uri endpoint link hash hashed
    hashes digest checksum sum type types kind class field fields attribute attr column length len size
    count limit max min expiry expires expiration expired ttl age lifetime timeout date time at policy
    reset forgot label hint help helptext message msg messages error errors invalid placeholder title
    description desc regex regexp pattern format prefix suffix header headers ref reference arn version
    index position offset generator manager provider service factory handler helper validator validators
    parser store storage cache config configuration settings options option template view form model
    schema table page route action method algorithm alg encoder encoding hasher strength score rule
    rules requirements required mismatch changed change updated created status state enabled disabled
    exists valid validation check checker sent callback event listener script command cmd icon image img
    color button btn usage scope scopes audience issuer iss claim claims owner group groups mode node
    vault engine manager bits fingerprint thumbprint public pub pem cert certificate""".split()  # noqa: SIM905  # reads best as text
)
# Words before that make it something that anyone may know.
_PUBLIC = frozenset(
    """public pub publishable authenticity csrf xsrf csrftoken antiforgery page next previous prev
    continuation cursor cancel cancellation sync lexer lex parser syntax nonce etag verification sitekey
    recaptcha hashed""".split()  # noqa: SIM905  # reads best as text
)
_KEY_IS_PUBLIC = frozenset(
    """cache primary foreign sort partition i18n translation object idempotency group map hot shortcut row
    unique index registry dict dictionary hash site host known keyboard lookup event storage bucket ssh
    rsa""".split()  # noqa: SIM905  # reads best as text
)
# Words that end like a secret's name and are names of standards and tools.
_NAMES_OF_THINGS = frozenset(
    ("jsonwebtoken", "webtoken", "jsontoken", "antiforgerytoken", "cancellationtoken")
)
# Names that stand together as one word.
_GLUED = (
    *(
        "password",
        "passwd",
        "passphrase",
        "secret",
        "token",
        "apikey",
        "credential",
        "credentials",
        "privatekey",
    ),
    *("accesskey", "secretkey", "authkey", "dbpass", "userpass", "requirepass", "kennwort", "passwort"),
)


def naming(hit: Hit) -> tuple[Kind, bool]:
    """The kind of the name that the hit's value is given, and whether the name is sure."""
    return kind(words_of(name_of(hit)))


def name_of(hit: Hit) -> str:
    """The whole name, of which the match holds the end."""
    before = _NAME_BEFORE.search(hit.data, max(0, hit.match_start - 64), hit.match_start)
    after = _NAME.match(hit.data, hit.match_start, hit.start)
    return ((before[0] if before else b"") + (after[0] if after else b"")).decode("ascii", "replace")


def words_of(name: str) -> list[str]:
    """`dbPassword`, `DB_PASSWORD`, `db.password` → db, password."""
    return [word.lower() for word in _WORD.findall(name)]


def kind(words: list[str]) -> tuple[Kind, bool]:
    """What the words say, read from the end; sure unless an unknown word follows the secret's own."""
    sure = True
    for at in range(len(words) - 1, -1, -1):
        found = _kind_of(words, at)
        if found:
            return ("" if _PUBLIC.intersection(words[:at]) else found), sure
        if words[at] in _OTHER:
            return "", False
        if words[at] not in _FILLING and not words[at].isdigit():
            sure = False
    return "", False


def _kind_of(words: list[str], at: int) -> Kind:  # noqa: PLR0911  # one line a kind of word
    word = words[at]
    if word in _PASSWORDS:
        return "password"
    if word in _SECRETS:
        return "secret"
    if word in _KEYS:
        before = set(words[max(0, at - 2) : at])
        if _KEY_IS_PUBLIC.intersection(before) and not _KEPT.intersection(before):
            return ""
        return "secret" if _KEPT.intersection(before) else "key"
    if word in _NAMES_OF_THINGS:
        return ""
    if word.endswith("key") and word[:-3] in _KEPT:
        return "secret"
    if word.endswith(_GLUED):
        return "password" if "pass" in word[-10:] or "wort" in word[-4:] else "secret"
    return ""
