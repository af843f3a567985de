"""Mend a handed message: near misses become trailers, and values get the form that the profile asks for.

Only what needs no guess is written. A message without such a fault stays byte for byte.
"""

from trailers.disclosure.profiles import profile_named
from trailers.disclosure.reading import read_disclosure
from trailers.disclosure.vocabulary import written_keys
from trailers.message.mending import mend
from trailers.message.reading import read_block
from trailers.message.trailer import Trailer
from trailers.message.writing import add_trailers, remove_trailers
from trailers.policy.policy import Policy
from trailers.verify.handed import Handed


def mend_handed(handed: Handed, policy: Policy, *, by_assistant: bool) -> tuple[Handed, tuple[str, ...]]:
    """The message as it can be mended, and what was done, a line each.

    Where an assistant commits, no approval is made out of a near miss: that is for a person to write.
    """
    profile = profile_named(policy.disclosure.profile)
    keys = profile.keys_with(policy.disclosure.keys)
    written = [key for field, key in written_keys(keys) if not (by_assistant and field == "approver")]
    mended = mend(handed.stored, written)
    text, done = mended.text, list(mended.done)
    for flaw in read_disclosure(read_block(text).trailers, profile, keys).flaws:
        if flaw.fix is not None:
            text = _replaced(text, Trailer(flaw.key, flaw.value), flaw.fix)
            done.append(f"line {flaw.line}: wrote {flaw.fix}")
    if not done:
        return handed, ()
    codec = handed.encoding or "utf-8"
    return handed._replace(text=text, data=text.encode(codec, "surrogateescape")), tuple(done)


def _replaced(text: str, old: Trailer, new: Trailer) -> str:
    same = (old.key.lower(), old.value)
    without = remove_trailers(text, lambda found: (found.key.lower(), found.value) == same)
    return add_trailers(without, [new])
