"""Right words, wrong speaker."""

from collections.abc import Iterable

from reviewer.matching.voices import are_compatible, speaks_for
from reviewer.model.claim import Claim
from reviewer.model.evidence import Evidence
from reviewer.model.finding import Finding, Rule


def misattribution(claim: Claim, evidence: list[Evidence], surely_holds: bool, texts: Iterable[str]) -> list[Finding]:
    """Report a claim whose passage is surely some other person's.

    Not when its speaker is unknown, when either of the two is an institution, when one of the texts ties the two by a
    role, or when another passage as good is the named speaker's.
    """
    if not evidence or not surely_holds or claim.attribution is None:
        return []
    named, said_by = claim.attribution.resolved, evidence[0].speaker
    if not named or not said_by or are_compatible(named, said_by):
        return []
    if any(speaks_for(named, said_by, text) for text in texts):
        return []
    others = [one.speaker for one in evidence[1:] if one.supports and one.coverage >= 0.95 * evidence[0].coverage]
    if any(not speaker or are_compatible(named, speaker) for speaker in others):
        return []
    return [Finding(claim.id, Rule.MISATTRIBUTED, {"article": named, "source": said_by})]
