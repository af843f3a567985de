"""Gates of the plugins that look for tokens of a known form.

Each is written from the form that the plugin's regular expression has in detect-secrets 1.5.0, and is
looser: the plugin itself has the last word. tests/secrets/test_secrets_compat_gates.py holds them against
the plugins.
"""

from trailers.secrets.compat.gate import Gate

_AWS_NAMED = r"aws(?=.{0,20}?(?:key|pwd?|password|pass|token).{0,20}?[\"'][0-9a-z/+]{40}[\"'])"
_URL_PART = r"[^:/?#\[\]@!$&'()*+,;=\s]"
_WORD = r"[A-Za-z0-9_-]"

TOKEN_GATES = (
    Gate(
        ("AWSKeyDetector", "ArtifactoryDetector", "TwilioKeyDetector"),
        r"A(?:(?:3T[A-Z0-9]|[BKS]IA|CCA)[0-9A-Z]{16}|KC[a-zA-Z0-9]{10}|P[\dA-F][a-zA-Z0-9]{8}|C[a-z0-9]{32})",
    ),
    Gate(("AWSKeyDetector",), _AWS_NAMED, folded=True),
    Gate(("TwilioKeyDetector",), r"SK[a-z0-9]{32}"),
    Gate(("SendGridDetector",), rf"SG\.{_WORD}{{22}}\."),
    Gate(("AzureStorageKeyDetector",), r"AccountKey=", "AccountKey="),
    Gate(("BasicAuthDetector",), rf"://{_URL_PART}++:{_URL_PART}++@"),
    Gate(("CloudantDetector",), r"cloudant\.com", "cloudant.com", folded=True),
    Gate(("DiscordBotTokenDetector",), r"\.(?=[a-zA-Z\d_-]{6}\.[a-zA-Z\d_-]{27})"),
    Gate(("IPPublicDetector",), r"\.(?<=[0-9]\.)(?=[0-9]{1,3}\.[0-9]{1,3}\.[0-9])"),
    Gate(("GitHubTokenDetector",), r"gh[pousr]_[A-Za-z0-9_]{36}"),
    Gate(("GitLabTokenDetector",), rf"gl(?:pat|dt|ft|soat|rt|cbt|imt|ptt|agent|oas)-{_WORD}{{20}}"),
    Gate(("GitLabTokenDetector",), r"GR1348941", "GR1348941"),
    Gate(("JwtTokenDetector",), r"eyJ[A-Za-z0-9\-_=]++(?P<token>\.[A-Za-z0-9\-_=])?", "eyJ", optional=True),
    Gate(("MailchimpDetector",), r"-us(?<=[0-9a-z]{32}-us)[0-9]"),
    Gate(("NpmDetector",), r":_authToken=", ":_authToken="),
    Gate(("OpenAIDetector",), r"T3BlbkFJ[A-Za-z0-9]{20}", "T3BlbkFJ"),
    Gate(("PypiTokenDetector",), rf"pypi-AgE{_WORD}{{70}}"),
    Gate(("SlackDetector",), r"xox[abposr]-\d", folded=True),
    Gate(("SlackDetector",), r"\.slack\.com/services/", "slack.com/", folded=True),
    Gate(("SoftlayerDetector",), r"api.softlayer.com/soap/", "softlayer", folded=True),
    Gate(("SquareOAuthDetector",), r"sq0csp-", "sq0csp-"),
    Gate(("StripeDetector",), r"k_live_[0-9a-zA-Z]{24}"),
    Gate(("TelegramBotTokenDetector",), rf":(?<=\d:){_WORD}{{35}}"),
)
# In a file that is rewritten before it is scanned, words that stand on two lines can come to stand on one.
PRIVATE_KEYS = (
    Gate(("PrivateKeyDetector",), r"PRIVATE KEY", "PRIVATE KEY"),
    Gate(("PrivateKeyDetector",), r"PuTTY-User-Key-File-2", "PuTTY-User"),
)
PRIVATE_KEYS_REWRITTEN = (Gate(("PrivateKeyDetector",), r"PRIVATE", "PRIVATE"), PRIVATE_KEYS[1])
