"""Evidence and findings for claims in quotation marks."""

from collections.abc import Sequence

import msgspec

from reviewer.matching.findings.cut import cut_differences, paragraph_without
from reviewer.matching.findings.framed import framed_differences
from reviewer.matching.findings.joined import joined_voices
from reviewer.matching.findings.rule_of import findings_from
from reviewer.matching.findings.speaker import misattribution
from reviewer.matching.items import read_items
from reviewer.matching.library import Library
from reviewer.matching.paraphrased import match_paraphrase
from reviewer.matching.quoted import match_quote, printed_span
from reviewer.matching.restated.misnamed import misnamed, mistitled
from reviewer.matching.runs import reach_to_the_end
from reviewer.matching.splices import QuoteMatch
from reviewer.matching.voices import are_compatible, is_in_a_voice, said_in, voice_of
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.evidence import Difference, DifferenceKind, Evidence
from reviewer.model.finding import Finding, Rule
from reviewer.model.geometry import Span
from reviewer.model.quoting import QuoteProfile

_SURE = 0.8
"""Coverage from which a passage is so surely the quote's that its speaker counts."""

_SHORT_FRAGMENT = 3
"""Words up to which a fragment may stand anywhere by chance."""

_RARE = 0.7
"""How rare a word must be in the sources for its one place to be no chance."""

_SAME_SENSE = 0.55
"""Held share from which a passage says in other words what is printed as a quotation."""

Result = tuple[list[Evidence], list[Finding]]


def check_quote(
    article: Document, claim: Claim, library: Library, published: str | None, profile: QuoteProfile
) -> Result:
    """Find and judge the passage of a claim's quoted words; no evidence when no passage comes near."""
    quoted = claim.quoted or (claim.span,)
    matches = match_quote(article, quoted, library, published, profile)
    if not matches:
        return [], [Finding(claim.id, Rule.UNSUPPORTED, {}, None)]
    voiced = [(match, voice_of(library, match.source, match.span)) for match in matches]
    named = claim.attribution.resolved if claim.attribution else ""
    voiced.sort(
        key=lambda pair: (-round(pair[0].comparison.coverage, 2), bool(named) and not are_compatible(named, pair[1]))
    )
    evidence = [_evidence(article, claim, match, voice, library, quoted) for match, voice in voiced]
    best = voiced[0][0]
    if not best.holds:
        return _in_other_words(article, claim, library, published, evidence)
    evidence[0] = _with_what_was_cut(evidence[0], library, best)
    evidence[0] = _with_names(evidence[0], claim, article, best, voiced[0][1], library)
    findings = findings_from(claim.id, evidence[0].differences, 0)
    findings += _splices(claim, best) or joined_voices(claim, best, library)
    texts = (article.text, library.documents[best.source].text)
    said = said_in(library, best.source, best.span)
    findings += misattribution(claim, evidence, _is_sure(article, quoted, best, len(matches), library), texts, said)
    return evidence, findings or [Finding(claim.id, Rule.VERBATIM)]


def _is_sure(article: Document, quoted: Sequence[Span], best: QuoteMatch, places: int, library: Library) -> bool:
    """Return whether a passage is so surely the quote's that its speaker counts: not a few words met by chance.

    A word or two that only one place of all sources has are sure too, when one of them is rare.
    """
    if best.comparison.longest_run > _SHORT_FRAGMENT:
        return best.comparison.coverage >= _SURE
    items = [item for span in quoted for item in read_items(article.text, span, None)]
    return best.exact and places == 1 and any(library.rarity(item.form) >= _RARE for item in items)


def _with_what_was_cut(evidence: Evidence, library: Library, match: QuoteMatch) -> Evidence:
    """Show the whole sentence when part of it that turns the sense was left off."""
    is_cut = any(difference.kind is DifferenceKind.CUT for difference in evidence.differences)
    return sentence_round(evidence, library, match.source) if is_cut and evidence.anchor else evidence


def _with_names(
    evidence: Evidence, claim: Claim, article: Document, match: QuoteMatch, voice: str, library: Library
) -> Evidence:
    """Add what the speaker's name or title, printed outside the quotation marks, has otherwise than the source."""
    inside = claim.quoted or (claim.span,)
    found = misnamed(claim, article, match.source, match.span, voice, library)
    found += [difference for source, difference in mistitled(claim, article, library) if source == match.source]
    outside = [d for d in found if not any(s.start <= d.article_start < s.end for s in inside)]
    return msgspec.structs.replace(evidence, differences=(*outside, *evidence.differences)) if outside else evidence


def _in_other_words(
    article: Document, claim: Claim, library: Library, published: str | None, evidence: list[Evidence]
) -> Result:
    """Judge quoted words that stand nowhere: at best a source says in other words what is printed as a quotation."""
    words = [item for span in claim.quoted or (claim.span,) for item in read_items(article.text, span, published)]
    paraphrase = match_paraphrase(words, claim, claim.text, library)
    if not paraphrase.passages:
        return evidence, [Finding(claim.id, Rule.UNSUPPORTED, {})]
    nearest = paraphrase.passages[0]
    anchor = anchor_at(library.documents[nearest.source], nearest.span)
    supports = nearest.share >= _SAME_SENSE
    difference = Difference(
        DifferenceKind.PARAPHRASE,
        claim.text,
        anchor.exact,
        claim.anchor.start,
        claim.anchor.end,
        anchor.start,
        anchor.end,
    )
    found = Evidence(
        claim.id, anchor, min(1.0, nearest.share), supports, (difference,) if supports else (), speaker=nearest.voice
    )
    arguments = {"difference": DifferenceKind.PARAPHRASE.value, "article": claim.text, "source": anchor.exact}
    finding = Finding(claim.id, Rule.ALTERED_QUOTE, arguments) if supports else Finding(claim.id, Rule.UNSUPPORTED, {})
    return [found, *evidence], [finding]


def _splices(claim: Claim, match: QuoteMatch) -> list[Finding]:
    return [Finding(claim.id, Rule.SPLICED_QUOTE, {"places": str(len(match.segments))})] if match.spliced else []


def _evidence(
    article: Document, claim: Claim, match: QuoteMatch, voice: str, library: Library, quoted: Sequence[Span]
) -> Evidence:
    document = library.documents[match.source]
    differences = match.comparison.differences
    if match.holds and match.comparison.unmatched is None:
        differences += tuple(_cuts(article, match, library, quoted))
    segments = tuple(anchor_at(library.documents[source], span) for source, span in match.segments)
    printed = printed_span(document.text, match.span, Span(quoted[0].start, quoted[-1].end).of(article.text))
    return Evidence(
        claim.id,
        anchor_at(document, printed),
        min(1.0, match.comparison.coverage),
        match.holds,
        differences,
        reach_to_the_end(match.comparison.runs, article.text, quoted[-1].end, document.text),
        segments if len(segments) > 1 else (),
        voice,
    )


def _cuts(article: Document, match: QuoteMatch, library: Library, quoted: Sequence[Span]) -> list[Difference]:
    sentences = library.sentences(match.source, match.span)
    if not sentences:
        return []
    sentence = Span(min(sentences[0].start, match.span.start), max(sentences[-1].end, match.span.end))
    words = Span(quoted[0].start, quoted[-1].end)
    document = library.documents[match.source]
    found = cut_differences(article, words, document, match.span, sentence)
    around = paragraph_without(article.text, words)
    in_a_voice = is_in_a_voice(library, match.source, match.span)
    return found or framed_differences(article, words, document, match.span, around, in_a_voice)


def sentence_round(evidence: Evidence, library: Library, source: int) -> Evidence:
    """Return the evidence with its anchor widened to the sentences that it touches: a fragment needs its sentence."""
    assert evidence.anchor is not None
    sentences = library.sentences(source, evidence.anchor.span)
    if not sentences:
        return evidence
    span = Span(min(sentences[0].start, evidence.anchor.start), max(sentences[-1].end, evidence.anchor.end))
    return msgspec.structs.replace(evidence, anchor=anchor_at(library.documents[source], span))
