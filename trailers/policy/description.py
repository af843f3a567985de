"""Every key of a policy, described once."""

from trailers.policy.kinds import Choice, Day, Either, Flag, Key, Listing, Pairs, Table, Text, Whole

_BOUND = "(?:>=|<=|==|>|<) *[0-9]{1,9}(?:[.][0-9]{1,9}){0,3}"
REQUIRES = Text(
    'a version requirement such as ">=0.2" or ">=0.2, <1"', f" *{_BOUND} *(?:, *{_BOUND} *){{0,7}}"
)

COMMIT = Text("a whole commit id, 40 or 64 hexadecimal digits", "[0-9a-f]{40}(?:[0-9a-f]{24})?")

PATTERN = Text('a model pattern such as "claude-*" or "Claude-Code:*"', "[!-~]+")

PATH = Text('a path pattern such as "src/**"', "[^\\x00-\\x1f\\x7f]+")

FILE = Text("a path from the top of the repository", "[^/\\x00-\\x1f\\x7f][^\\x00-\\x1f\\x7f]*", 4096)

FOLDER = Text("a path of a folder", "[^\\x00-\\x1f\\x7f]+", 4096)

HOST = Text('a host such as "claude.ai"', "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")

KEY_ID = Text('a key\'s id such as "team-2027"', "[A-Za-z0-9][A-Za-z0-9_-]*(?:[.][A-Za-z0-9_-]+)*", 64)

TRAILER_KEY = Text("a trailer key", "[A-Za-z0-9-]+", 64)

EMAIL = Text("an e-mail address", "[^@ <>\\x00-\\x1f\\x7f]+@[^@ <>\\x00-\\x1f\\x7f]+")

RULE = Text("a rule's id or name", "US[0-9]{3}|[a-z][a-z0-9-]*", 64)

REASON = Text(longest=1000)

FIELDS = Choice(("model", "context", "approver"))

DIALECTS = Choice(("github", "gitlab", "bitbucket", "bitbucket-mibex", "gitea", "forgejo"))

PROFILES = Choice(
    (
        "default",
        "kernel",
        "kernel-7.2",
        "openssf",
        "apache",
        "openinfra",
        "fedora",
        "llvm",
        "slash",
        "netbeans",
        "open-liberty",
        "co-authored-by",
        "pr-body",
    )
)

_PATHS_HELP = (
    "Paths that this holds for, as patterns from the top of the repository; everywhere where it is missing. "
    "`*` and `?` stop at `/`, `**` does not, and a directory stands for all in it."
)

APPROVED = Table(
    (
        Key(
            "model",
            PATTERN,
            "The model, or the agent and the model: `*` and `?` stand for any text.",
            required=True,
        ),
        Key("until", Day(), "The last day on which a commit may have been made with it."),
        Key("paths", Listing(PATH, least=1, unique=True), _PATHS_HELP),
        Key("reason", REASON, "Why, for whoever asks."),
    )
)

DENIED = Table(
    (
        Key(
            "model",
            PATTERN,
            "The model, or the agent and the model: `*` and `?` stand for any text.",
            required=True,
        ),
        Key("since", Day(), "The first day on which it is refused; always where it is missing."),
        Key("paths", Listing(PATH, least=1, unique=True), _PATHS_HELP),
        Key("reason", REASON, "Why; it is part of the finding."),
    )
)

KEYS = Table(
    (
        Key(
            "model",
            Listing(TRAILER_KEY, least=1),
            "Trailer keys that name the model; the first is the one that is written.",
            ("Assisted-by", "Generated-by"),
        ),
        Key(
            "context",
            Listing(TRAILER_KEY, least=1),
            "Trailer keys that name the prompt context; the first is the one that is written.",
            ("AI-Context",),
        ),
        Key(
            "approver",
            Listing(TRAILER_KEY, least=1),
            "Trailer keys that name the approver; the first is the one that is written.",
            ("Approved-by",),
        ),
        Key("none", TRAILER_KEY, "The trailer key that says there was no AI help.", "AI-Assistance"),
    )
)

DISCLOSURE = Table(
    (
        Key(
            "mode",
            Choice(("detected", "explicit", "forbid")),
            "`detected`: commits with a trace of an assistant are disclosed. `explicit`: every commit says "
            "whether there was AI help. `forbid`: there is none.",
            "detected",
        ),
        Key("profile", PROFILES, "The trailer dialect of the project that the commits go to.", "default"),
        Key(
            "required",
            Listing(FIELDS, least=1, unique=True),
            "What a commit with AI help must say, as far as the profile carries it.",
            ("model", "context", "approver"),
        ),
        Key(
            "allow_unknown_model",
            Flag(),
            "Whether `unknown` and `auto` will do as the name of a model; approved models, where they are "
            "listed, must then have them too.",
            default=False,
        ),
        Key("keys", KEYS, "The trailers' keys, where they are not the profile's own."),
    )
)

MODELS = Table(
    (
        Key(
            "approved",
            Listing(Either(PATTERN, APPROVED), least=1),
            "The models that may be used; any that is not denied where it is missing. A pattern with a colon "
            "is compared with `agent:model`, one without with the model alone; case does not count.",
        ),
        Key(
            "denied",
            Listing(Either(PATTERN, DENIED), least=1),
            "Models that may not be used, whatever is approved.",
        ),
    )
)

APPROVER = Table(
    (
        Key(
            "rule",
            Choice(("human", "other", "owner")),
            "Whose word counts. `human`: a person's, also the author's. `other`: a person's who is neither "
            "author, committer nor co-author. `owner`: that of such people as own the changed files.",
            "human",
        ),
        Key(
            "due",
            Choice(("commit", "merge")),
            "From when on the approver is due. Where it is missing: `commit` under the rule `human`, `merge` "
            "under `other` and `owner`.",
        ),
    )
)

OWNERS = Table(
    (
        Key("file", FILE, "The CODEOWNERS file, where it is not at a place that its forge looks at."),
        Key("dialect", DIALECTS, "The forge whose rules it follows, where its place does not tell."),
        Key("people", FILE, "The file that says who is on which team, and which addresses are whose."),
        Key("baseline", FILE, "The file with the findings that were there before the check."),
    )
)

SECRETS = Table(
    (
        Key(
            "mode",
            Choice(("default", "compat")),
            "`default`: undersign's own detectors. `compat`: exactly what detect-secrets 1.5.0 finds.",
            "default",
        ),
        Key("baseline", FILE, "The file with the secrets that were there before the check."),
        Key(
            "rules",
            FILE,
            "A gitleaks.toml with rules of the project's own: beside undersign's where it extends the "
            "default ones, else in their place.",
        ),
        Key(
            "exclude",
            Listing(PATH, least=1, unique=True),
            "Paths that are not looked at, as patterns from the top of the repository. `*` and `?` stop at "
            "`/`, `**` does not, and a directory stands for all in it.",
        ),
        Key("decode", Flag(), "Whether to look into base64 too, one level deep.", default=False),
        Key("archives", Flag(), "Whether to look into zip and tar files and compressed ones.", default=False),
    )
)

CONTEXT = Table(
    (
        Key("session", Flag(), "Whether a commit names the assistant's session.", default=True),
        Key(
            "digest",
            Flag(),
            "Whether it has the SHA-256 of the part of the transcript since the parent commit, where there "
            "is a transcript that can be read.",
            default=True,
        ),
        Key(
            "keep",
            FOLDER,
            "A folder in which that part is kept, redacted, under its digest; nothing is kept where it is "
            "missing. It has to be there, and nobody should be able to read it who may not read the "
            "conversations.",
        ),
        Key(
            "hosts",
            Listing(HOST, least=1, unique=True),
            "Hosts whose links to a conversation may stand in a commit. Of a link to any other, the session "
            "that it names is written.",
        ),
        Key(
            "key_id",
            KEY_ID,
            "The id of a key. A commit then has the digest of the session's first prompt with that key, "
            "`hmac-sha256:ID:…`: of a short prompt, one without a key could be guessed. The key is never "
            "here: it is in `UNDERSIGN_HMAC`, or in a file outside the repository.",
        ),
        Key(
            "prompt",
            Flag(),
            "Whether a commit has the text of the session's first prompt, without secrets and on one line: "
            "`note:prompt:…`. It is written only where the policy of HEAD says so too, and that of the "
            "commits at which the branch left its upstream and the remotes' default branches.",
            default=False,
        ),
        Key("prompt_length", Whole(20, 1000), "How many characters of it are written at most.", 200),
    )
)

ATTRIBUTION = Table(
    (
        Key(
            "vendor",
            Choice(("normalise", "keep")),
            "What the writing hooks do with the lines that assistants write about themselves, such as a "
            "`Co-Authored-By` with a vendor's address: `normalise` says the same in the project's profile, "
            "`keep` leaves them.",
            "normalise",
        ),
    )
)

BOT = Table(
    (
        Key(
            "id",
            Either(
                EMAIL._replace(says="an e-mail address, or GitHub's number of the account"), Whole(1, 2**53)
            ),
            "The bot's e-mail address, or the number of its GitHub account (the digits in "
            "`49699333+dependabot[bot]@users.noreply.github.com`). Never its name: anybody can take that.",
            required=True,
        ),
        Key("name", Text(), "What people call it; it is not compared with anything."),
        Key(
            "committers",
            Listing(EMAIL, unique=True),
            "Who may be the committer of its commits besides itself: the addresses of the forge.",
            ("noreply@github.com",),
        ),
    )
)

HISTORY = Table(
    (
        Key(
            "grandfather",
            COMMIT,
            "A commit that is exempt, with all that it reaches: what was there before the policy.",
        ),
    )
)

LIMITS = Table(
    (
        Key(
            "message_bytes",
            Whole(1024, 64 * 1024 * 1024),
            "How long a commit message may be; a longer one is a finding and is not read.",
            1024 * 1024,
        ),
    )
)

SEVERITY = Pairs(RULE, Choice(("error", "warning", "note", "off")))

POLICY = Table(
    (
        Key(
            "requires",
            REQUIRES,
            "The versions of undersign that may read this policy. It is read before anything else, so that "
            "an older one asks for a newer, and does not complain of keys that it cannot know.",
        ),
        Key("disclosure", DISCLOSURE, "What a commit says of AI help."),
        Key("models", MODELS, "Which models may be used."),
        Key("approver", APPROVER, "Who answers for a change."),
        Key("owners", OWNERS, "Who owns which files: CODEOWNERS, and the people in it."),
        Key("secrets", SECRETS, "How secrets are looked for."),
        Key("context", CONTEXT, "What leads from a commit back to the conversation."),
        Key("attribution", ATTRIBUTION, "What becomes of an assistant's own lines."),
        Key(
            "bots",
            Listing(BOT),
            "Bots whose commits need no disclosure. An address is what the commit says of itself: it keeps "
            "honest tools out of the way, and stops nobody who can push.",
        ),
        Key("history", HISTORY, "What is not judged."),
        Key("severity", SEVERITY, "What a rule's findings are worth: `error`, `warning`, `note`, or `off`."),
        Key("limits", LIMITS, "How much is read."),
    )
)
