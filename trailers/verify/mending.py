"""Mend a handed message: near misses become trailers, and values get the form that the profile asks for.

Only what needs no guess is written. A message without such a fault stays byte for byte.
"""

from trailers.disclosure.disclosure import Flaw
from trailers.disclosure.profiles import profile_named
from trailers.disclosure.reading import read_disclosure
from trailers.disclosure.vocabulary import written_keys
from trailers.message.cleanup import stored_lines, whole_lines
from trailers.message.lines import BLANK, is_blank
from trailers.message.mending import mend
from trailers.message.near_miss import find_near_misses
from trailers.message.reading import read_block
from trailers.message.writing import add_trailers, remove_trailers
from trailers.policy.policy import Policy
from trailers.typed import Sequence
from trailers.verify.handed import Handed
from trailers.verify.rules.near_miss import is_sentence


def mend_handed(handed: Handed, policy: Policy, *, by_assistant: bool) -> tuple[Handed, tuple[str, ...]]:
    """The message as it can be mended, and what was done, a line each.

    Where an assistant commits, no approval is made out of a near miss: that is for a person to write.
    """
    kept = _below(handed)
    if handed.problem is not None or kept is None:
        return handed, ()
    profile = profile_named(policy.disclosure.profile)
    keys = profile.keys_with(policy.disclosure.keys)
    wanted = [key for field, key in written_keys(keys) if not (by_assistant and field == "approver")]
    misses = find_near_misses(handed.stored, wanted)
    sentences = {miss.key for miss in misses if is_sentence(miss, keys)}
    mended = mend(handed.stored, [key for key in wanted if key not in sentences])
    flaws = read_disclosure(read_block(mended.text).trailers, profile, keys).flaws
    text = _rewritten(mended.text, flaws)
    done = [*mended.done, *(f"line {flaw.line}: wrote {flaw.fix}" for flaw in flaws if flaw.fix)]
    if not done:
        return handed, ()
    text += kept
    return handed._replace(text=text, data=text.encode(handed.encoding or "utf-8")), tuple(done)


def _below(handed: Handed) -> str | None:
    """What stands below the message in the file, for the editor: comments, and the diff of `commit -v`.

    None where a line that git will drop stands within the message: whether git drops it depends on options
    that a hook does not see, so such a message is left as it is.
    """
    lines = whole_lines(handed.text)
    stored = {number for number, line in stored_lines(handed.text, handed.cleanup) if not is_blank(line)}
    last = max(stored, default=0)
    if any(number not in stored and not is_blank(lines[number - 1]) for number in range(1, last)):
        return None
    return "".join(lines[last:]).lstrip(BLANK)


def _rewritten(text: str, flaws: Sequence[Flaw]) -> str:
    """The message with each flawed trailer replaced by what its flaw says exactly."""
    wrong = {(flaw.key.lower(), flaw.value) for flaw in flaws if flaw.fix}
    without = (
        remove_trailers(text, lambda found: (found.key.lower(), found.value) in wrong) if wrong else text
    )
    return add_trailers(without, [flaw.fix for flaw in flaws if flaw.fix])
