"""AWS's secret access keys: forty characters of base64 that no digest, path or identifier is mistaken for.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
"""

from trailers.secrets.checks.filler import is_filler
from trailers.secrets.hit import Hit


def aws_secret(hit: Hit) -> bool:
    """Whether the value has small and great letters and digits, as all but one in ten thousand have."""
    value = hit.value
    mixed = (
        not value.islower()
        and not value.isupper()
        and any(48 <= byte <= 57 for byte in value)
        and not (value.startswith(b"/") or value.count(b"/") > 6)
    )
    return mixed and not is_filler(value)
