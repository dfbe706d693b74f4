"""Evidence and findings for a sentence of the reporter's with quoted words in it."""

from reviewer.matching.library import Library
from reviewer.matching.quote_claims import check_quote, sentence_round
from reviewer.matching.restated_claims import check_restated
from reviewer.model.anchor import Anchor
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.evidence import Evidence
from reviewer.model.finding import CLEAN, Finding, Rule
from reviewer.model.quoting import QuoteProfile

_BESIDE = 4
"""Code points between two sentences that follow one another."""

Result = tuple[list[Evidence], list[Finding]]


def check_mixed(
    article: Document, claim: Claim, library: Library, published: str | None, profile: QuoteProfile
) -> Result:
    """Judge the quoted words exactly and the rest of the sentence as one in other words.

    The passage is the sentence round the quoted words. The rest adds its findings only where it speaks of the same
    passage; that it lacks support elsewhere says little, since most of it introduces the quote.
    """
    evidence, findings = check_quote(article, claim, library, published, profile)
    sources = {document.id: at for at, document in enumerate(library.documents)}
    evidence = [sentence_round(one, library, sources[one.anchor.document]) for one in evidence if one.anchor]
    if not evidence or not evidence[0].supports:
        return evidence, findings
    others, more = check_restated(article, claim, library, published)
    anchor = evidence[0].anchor
    for finding in more:
        if finding.rule in CLEAN or finding.rule is Rule.UNSUPPORTED or finding.evidence is None:
            continue
        if _is_quoted(finding, others, claim) or any(known.rule is finding.rule for known in findings):
            continue
        where = others[finding.evidence].anchor
        if where and anchor and _are_together(where, anchor, library, sources):
            findings = [f for f in findings if f.rule is not Rule.VERBATIM] + [
                Finding(claim.id, finding.rule, finding.arguments, 0)
            ]
    return evidence, findings


def _is_quoted(finding: Finding, others: list[Evidence], claim: Claim) -> bool:
    """Return whether all differences of a finding's kind lie inside the quotation marks, where the quote decides."""
    assert finding.evidence is not None
    kind, mine = finding.arguments.get("difference"), others[finding.evidence].differences
    places = [d.article_start for d in mine if d.kind.value == kind and not d.harmless]
    return bool(places) and all(any(s.start <= at < s.end for s in claim.quoted) for at in places)


def _are_together(one: Anchor, other: Anchor, library: Library, sources: dict[str, int]) -> bool:
    """Return whether two passages overlap or stand side by side in one paragraph: what is quoted may go on from it."""
    if one.document != other.document:
        return False
    source = sources[one.document]
    paragraphs = [library.paragraph_at(source, anchor.start) for anchor in (one, other)]
    is_near = max(one.start, other.start) - min(one.end, other.end) <= _BESIDE
    return one.span.overlap(other.span) > 0 or (paragraphs[0] == paragraphs[1] and is_near)
