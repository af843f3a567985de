"""Whether a value only fills a gap: a template, a repeated or counted sequence, words for "put yours here".

A value is a placeholder when taking such words out of it leaves nothing that could be a secret, so a test
key with 24 random characters stays one ("sk_test_…") and `my-secret-token-1` does not.
"""

import re

# What stands for a value that is put in later; a value with one of these is not a literal.
TEMPLATES = tuple(
    "${ {{ }} #{ %{ $( <% %> @{ {% %( [[ ]] $[ &lt; &gt; {} {0} … ... *** ••• \\u".split()  # noqa: SIM905
)
_PRINTED = re.compile(r"%[sdv](?![a-z0-9])")
# Words that say by themselves that this is no secret, wherever they stand.
TELLING = tuple(
    """example sample dummy placeholder changeme change_me change-me changeit replace redacted masked
    hidden notreal not-real not_real not-a- not_a_ insert fixme your- your_ yourtoken yourapi
    yourpass yoursecret yourkey lorem foobar fake goes-here goes_here goeshere xxxx todo invalid
    undefined hunter2 tr0ub4dor deadbeef cafebabe""".split()  # noqa: SIM905  # reads best as text
)
# Words that are no secret, and of which weak and made-up values consist.
_FILLING = frozenset(
    """password passwort kennwort senha contrasena passphrase passwd passwrd pass pwd pw phrase secret
    secrets secure token tokens key keys apikey api credential credentials auth authorization bearer
    basic access private public client server app application user username admin administrator root
    guest login owner member demo test tests testing tester mock stub spec foo bar baz qux quux abc abcd
    xyz asdf qwerty qwertz letmein welcome hello world default none null nil true false empty unset
    string str text value val my mine your our the this is a an of for to in on and or not with some any
    very super top strong weak long short new old other wrong bad good right correct incorrect valid
    first second one two three plain raw random unique dev development prod production stage staging
    local localhost database db mysql postgres postgresql mongo mongodb redis rabbitmq oracle sql
    sqlserver mssql mariadb elastic kafka minio jenkins grafana docker rails django flask spring laravel
    wordpress drupal symfony keystore truststore jwt oauth oauth2 session cookie hash encrypt encrypted
    encryption signing signature salt base master main service account data name id enter here please
    set it must be at least characters chars system site web www http https com org net io p w""".split()  # noqa: SIM905  # reads best as text
)
_LENGTHS = range(2, 15)
_LEET = str.maketrans("013457@$!", "oieastasi")
_RUNS = (
    *("0123456789012345", "9876543210987654", "abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba"),
    *(
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "qazwsxedc",
        "1q2w3e4r5t6y",
        "0123456789abcdef",
        "fedcba9876543210",
    ),
)
# What any part of a run that counts has to hold; most values hold none of it.
_IN_RUNS = frozenset(run[at : at + 4] for run in _RUNS for at in range(len(run) - 3))
# How much of a value has to stay for it to be one, in characters.
_LEFT = 4
# The first characters tell: a longer value costs no more.
_LOOKED_AT = 96


def placeholder(value: str) -> bool:
    """Whether the value fills a gap; an empty one does."""
    lowered = value[:_LOOKED_AT].lower()
    if any(sign in lowered for sign in TEMPLATES) or any(word in lowered for word in TELLING):
        return True
    if (
        repeated(lowered)
        or _PRINTED.search(lowered)
        or (value[:1] + value[-1:]) in ("<>", "[]", "{}", "%%", "()", "@@", "__", "$$", "##")
    ):
        return True
    return not rest(lowered) or (len(value) <= 16 and not rest(_plain(lowered)))


def _plain(lowered: str) -> str:
    """`p@ssw0rd1` → password."""
    return lowered.rstrip("0123456789!").translate(_LEET)


def repeated(value: str) -> bool:
    """One character, or one group over and over, or hardly more characters than that."""
    if len(set(value)) <= max(2, min(8, len(value) // 8)):
        return True
    return (
        0
        < (value + value[: len(value) // 2]).find(value[: len(value) - len(value) // 2], 1)
        <= len(value) // 2
    )


def rest(lowered: str) -> str:
    """What is left of a value without filling words, counted sequences and separators; "" for too little."""
    left = "".join(character if character.isalnum() else " " for character in lowered)
    if not _IN_RUNS.isdisjoint(left[at : at + 4] for at in range(len(left) - 3)):
        for run in _RUNS:
            left = _without_run(left, run)
    joined = "".join(word for word in left.split() if not _filling(word))
    return joined if len(joined) >= _LEFT else ""


def _filling(word: str) -> bool:
    """Whether the word is nothing but filling words and up to four digits each."""
    ends = {0}
    for at in range(len(word)):
        if at not in ends:
            continue
        if word[at].isdigit():
            ends.add(at + 1)
        for length in _LENGTHS:
            if word[at : at + length] in _FILLING:
                ends.add(at + length)
    return len(word) in ends and sum(map(str.isdigit, word)) <= max(_LEFT, len(word) // 2)


def _without_run(value: str, run: str) -> str:
    """The value without parts of four characters or more of the run."""
    at = 0
    while at + 4 <= len(value):
        if value[at : at + 4] in run:
            end = at + 4
            while end < len(value) and value[at : end + 1] in run:
                end += 1
            value = value[:at] + " " + value[end:]
        at += 1
    return value
