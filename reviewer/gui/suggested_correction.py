"""The correction that the source's wording suggests."""

from reviewer.model.claim import Claim
from reviewer.model.evidence import Evidence


def suggested_correction(claim: Claim, evidence: Evidence | None) -> str:
    """Return the claim with every difference that matters put as the source has it; empty when there is none.

    Harmless differences stay as the article has them. Differences that reach outside the claim, or overlap one
    already put right, are left alone. Offsets of differences are code points of the article's text.
    """
    if evidence is None or not evidence.supports:
        return ""
    text, start, limit = claim.text, claim.anchor.start, claim.anchor.end
    changed = False
    for difference in sorted(evidence.differences, key=lambda one: one.article_start, reverse=True):
        inside = start <= difference.article_start and difference.article_end <= limit
        if difference.harmless or not inside or difference.article == difference.source:
            continue
        before, after = text[: difference.article_start - start], text[difference.article_end - start :]
        text = _joined(before, difference.source, after)
        limit = difference.article_start
        changed = True
    return text if changed else ""


def _joined(before: str, middle: str, after: str) -> str:
    if not middle:
        return before.rstrip() + after if before.endswith(" ") and after[:1] in " ,.;:" else before + after
    left = " " if before[-1:].isalnum() and middle[0].isalnum() else ""
    right = " " if middle[-1].isalnum() and after[:1].isalnum() else ""
    return f"{before}{left}{middle}{right}{after}"
