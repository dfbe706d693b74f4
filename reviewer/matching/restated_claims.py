"""Evidence and findings for claims in the reporter's words."""

from collections.abc import Sequence

from reviewer.matching.comparison import compare_items
from reviewer.matching.differences.block import Sides
from reviewer.matching.findings.rule_of import findings_from
from reviewer.matching.findings.speaker import misattribution
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.library import Library
from reviewer.matching.paraphrased import HOLDS, Passage, claim_items, match_paraphrase
from reviewer.matching.restated.check import Case, Conflict
from reviewer.matching.restated.contradiction import denied_differences, turned_round
from reviewer.matching.restated.date import date_conflicts, missing_dates
from reviewer.matching.restated.disagreement import disagreeing
from reviewer.matching.restated.figure import figure_conflicts, missing_figures, points_taken_for_percent
from reviewer.matching.restated.negation import negation_conflicts
from reviewer.matching.restated.strength import strength_conflicts
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.evidence import Difference, Evidence
from reviewer.model.finding import Finding, Rule
from reviewer.text.numbers import Quantity
from reviewer.text.units import is_currency

_SURE = 0.7
"""Held share from which the passage is so surely the claim's that its speaker counts."""

_SMALL_COUNT = 12
_SURE_HITS = 3
"""Points that such a passage must hold at least: two common words may be anybody's."""

_MOSTLY_FIGURES = 0.75
_HALF = 0.45
_VOICE = 0.1
"""What it counts towards support that the passage is said by the person whom the claim names."""

Result = tuple[list[Evidence], list[Finding]]


def check_restated(article: Document, claim: Claim, library: Library, published: str | None) -> Result:
    """Find and judge the passages of a claim without quotation marks."""
    items = claim_items(article, claim, published)
    paraphrase = match_paraphrase(items, claim, claim.text, library)
    if not paraphrase.passages:
        return [], [Finding(claim.id, Rule.UNSUPPORTED, {}, None)]
    case = Case(claim, article, library.documents, paraphrase)
    conflicts = _conflicts(case)
    supports = _is_supported(case, conflicts)
    other = disagreeing(case) if supports and claim.attribution is None else None
    evidence = [
        _evidence(
            case, passage, supports and rank < len(paraphrase.passages), _differences(conflicts, other, rank, supports)
        )
        for rank, passage in enumerate((*paraphrase.passages, *paraphrase.others))
    ]
    if not supports:
        missing = {"missing": "; ".join(article.text[i.start : i.end] for i in missing_figures(case))}
        return evidence, [Finding(claim.id, Rule.UNSUPPORTED, missing if missing["missing"] else {})]
    return evidence, _findings(case, conflicts, evidence, other)


def _differences(
    conflicts: Sequence[Conflict], other: tuple[int, Conflict] | None, rank: int, supports: bool
) -> list[Difference]:
    """Return the differences of the passage with this rank; those with a passage that supports nothing say nothing."""
    if not supports:
        return []
    found = [conflict.difference for conflict in conflicts if conflict.passage == rank]
    return [*found, other[1].difference] if other and other[0] == rank else found


def _conflicts(case: Case) -> list[Conflict]:
    points = points_taken_for_percent(case)
    figures = [] if points else figure_conflicts(case)
    denied = denied_differences(case)
    return [
        *points,
        *figures,
        *date_conflicts(case),
        *(denied or turned_round(case) or negation_conflicts(case)),
        *strength_conflicts(case),
    ]


def _is_supported(case: Case, conflicts: Sequence[Conflict]) -> bool:
    """Return whether the passages hold the claim, rightly or with a change.

    A figure that no passage gives, and that no figure of theirs conflicts with, makes the claim unsupported unless
    most other figures are there; a small count may follow from what is named.
    """
    paraphrase = case.paraphrase
    best = paraphrase.passages[0]
    share = (
        best.share + _derived_share(case) + _disputed_share(case, conflicts) + (_VOICE if best.said_by_named else 0.0)
    )
    if share < HOLDS:
        return False
    disputed = {c.difference.article_start for c in conflicts if not c.difference.harmless}
    missing = [item for item in (*missing_figures(case), *missing_dates(case)) if item.start not in disputed]
    given = [item for item in paraphrase.items if (item.quantity or item.date) and item not in missing]
    missing = [item for item in missing if not _is_small_count(item) or best.share < _MOSTLY_FIGURES]
    if not missing or len(given) > len(missing):
        return True
    telling = any(item.quantity and _tells_much(item.quantity) for item in missing)
    return len(given) == len(missing) and best.share >= _HALF and not telling


def _tells_much(quantity: Quantity) -> bool:
    """Return whether a figure is of the kind that a sentence is written for: a share, a percentage, an amount."""
    return quantity.unit in ("percent", "percentage_point", "share", "cent", "penny") or is_currency(quantity.unit)


def _is_small_count(item: Item) -> bool:
    """Return whether a figure is a count that a reader takes from the things named (`the two ships`)."""
    return item.quantity is not None and item.quantity.unit == "" and 0 < item.quantity.value <= _SMALL_COUNT


def _disputed_share(case: Case, conflicts: Sequence[Conflict]) -> float:
    """Return the share of the claim's points that are figures and dates which the passage gives otherwise."""
    points = case.paraphrase.points
    disputed = {c.difference.article_start for c in conflicts if not c.difference.harmless and c.passage == 0}
    held = sum(p.weight for p in points if p.item.start in disputed and p.item.kind is not ItemKind.WORD)
    return held / (sum(p.weight for p in points) or 1.0)


def _derived_share(case: Case) -> float:
    """Return the share of the claim's points that are figures which follow from figures of the passage."""
    points = case.paraphrase.points
    absent = {item.start for item in missing_figures(case)}
    held = {hit.point.item.start for hit in case.paraphrase.passages[0].hits}
    derived = [p for p in points if p.item.quantity and p.item.start not in absent and p.item.start not in held]
    return sum(p.weight for p in derived) / (sum(p.weight for p in points) or 1.0)


def _evidence(case: Case, passage: Passage, supports: bool, differences: Sequence[Difference]) -> Evidence:
    document = case.sources[passage.source]
    sides = Sides(case.article.text, document.text)
    unique = {item.start: item for item in passage.items}
    comparison = compare_items(case.paraphrase.items, list(unique.values()), sides)
    return Evidence(
        case.claim.id,
        anchor_at(document, passage.span),
        min(1.0, passage.share),
        supports,
        tuple(differences),
        comparison.runs,
        speaker=passage.voice,
    )


def _findings(
    case: Case, conflicts: Sequence[Conflict], evidence: list[Evidence], other: tuple[int, Conflict] | None
) -> list[Finding]:
    found: list[Finding] = []
    claim = case.claim
    for rank in range(len(case.paraphrase.passages)):
        found += findings_from(claim.id, [c.difference for c in conflicts if c.passage == rank], rank)
    if claim.attribution is None:
        found = [_as_contradiction(finding) for finding in found]
    found += misattribution(claim, evidence, surely_holds=_is_surely_held(case), texts=_texts(case, evidence))
    if other and not found:
        rank, conflict = other
        words = {"article": conflict.difference.article, "source": conflict.difference.source}
        found = [Finding(claim.id, Rule.CONTRADICTED, words, rank)]
    return found or [Finding(claim.id, Rule.PARAPHRASE_OK, _reason(conflicts))]


def _is_surely_held(case: Case) -> bool:
    return case.paraphrase.passages[0].share >= _SURE and len(case.paraphrase.passages[0].hits) >= _SURE_HITS


def _texts(case: Case, evidence: Sequence[Evidence]) -> list[str]:
    documents = {document.id: document for document in case.sources}
    return [case.article.text, *(documents[one.anchor.document].text for one in evidence[:1] if one.anchor)]


def _as_contradiction(finding: Finding) -> Finding:
    """A denial turned round in the newsroom's own voice contradicts the source."""
    if finding.rule is not Rule.NEGATION_CHANGED:
        return finding
    return Finding(finding.claim, Rule.CONTRADICTED, finding.arguments, finding.evidence)


def _reason(conflicts: Sequence[Conflict]) -> dict[str, str]:
    """Return why a figure in another form is fair: the first that was rounded or converted."""
    fair = next((c.difference for c in conflicts if c.difference.harmless), None)
    return {"reason": fair.kind.value, "article": fair.article, "source": fair.source} if fair else {}
