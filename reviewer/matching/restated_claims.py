"""Evidence and findings for claims in the reporter's words."""

from collections.abc import Sequence
from itertools import pairwise

from reviewer.matching.comparison import compare_items
from reviewer.matching.differences.block import Sides
from reviewer.matching.extent import extent
from reviewer.matching.findings.rule_of import findings_from
from reviewer.matching.findings.speaker import misattribution
from reviewer.matching.items import Item, ItemKind, is_printed_age
from reviewer.matching.library import Library
from reviewer.matching.paraphrased import HOLDS, Passage, claim_items, match_paraphrase
from reviewer.matching.pointing_back import with_sentence_before
from reviewer.matching.restated.check import Case, Conflict
from reviewer.matching.restated.connector import order_conflicts
from reviewer.matching.restated.contradiction import denied_differences, turned_round
from reviewer.matching.restated.date import date_conflicts, missing_dates, narrowed_dates
from reviewer.matching.restated.disagreement import disagreeing, with_rivals
from reviewer.matching.restated.figure import figure_conflicts, missing_figures, points_taken_for_percent
from reviewer.matching.restated.kind import kind_conflicts
from reviewer.matching.restated.misnamed import misnamed, mistitled
from reviewer.matching.restated.negation import answers, negation_conflicts
from reviewer.matching.restated.ordering import with_table_first
from reviewer.matching.restated.ordinal import ordinal_conflicts
from reviewer.matching.restated.partial import unheld_clause
from reviewer.matching.restated.quantifier import quantifier_conflicts
from reviewer.matching.restated.rate import rate_conflicts
from reviewer.matching.restated.refusal import refusal_conflicts
from reviewer.matching.restated.replaced import replaced_places
from reviewer.matching.restated.rival import with_rival_values
from reviewer.matching.restated.scope import tells_of_silence
from reviewer.matching.restated.strength import strength_conflicts
from reviewer.matching.restated.swapped import (
    crossed_clauses,
    exchanged_words,
    misbound_values,
    swapped_names,
    swapped_values,
)
from reviewer.matching.restated.unsettled import unsettled_conflicts, widened_conflicts
from reviewer.matching.rules import word_list
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.evidence import Difference, Evidence
from reviewer.model.finding import Finding, Rule
from reviewer.model.geometry import Span

_SURE = 0.7
"""Held share from which the passage is so surely the claim's that its speaker counts."""

_SMALL_COUNT = 12
_SURE_HITS = 3
"""Points that such a passage must hold at least: two common words may be anybody's."""

_VALUE = 0.2
"""What it counts towards support that a telling figure of the claim stands in a passage."""

_TOGETHER = 0.8
"""What the share that several passages hold together counts against that of one."""

_SUPERLATIVE = 0.8
"""Held share from which a superlative that no passage has is the reporter's own word for what they tell."""

_OPENING = 4
"""Words of a claim in which its subject stands."""

_LONG = frozenset({"month", "year", "decade"})
_ENOUGH = 0.4
"""Held share from which a small count that no source prints is what a reader counts for himself."""

_VOICE = 0.1
"""What it counts towards support that the passage is said by the person whom the claim names."""

Result = tuple[list[Evidence], list[Finding]]


def check_restated(article: Document, claim: Claim, library: Library, published: str | None) -> Result:
    """Find and judge the passages of a claim without quotation marks."""
    items = with_sentence_before(article, claim, claim_items(article, claim, published), published)
    paraphrase = match_paraphrase(items, claim, claim.text, library, article.text, published)
    if not paraphrase.passages:
        return [], [Finding(claim.id, Rule.UNSUPPORTED, {}, None)]
    case = with_table_first(Case(claim, article, library.documents, paraphrase, library, published))
    conflicts = _conflicts(case)
    if not any(not conflict.difference.harmless for conflict in conflicts):
        case, rivals = with_rival_values(case)
        conflicts += rivals
    supports = _is_supported(case, conflicts)
    if supports:
        conflicts += _of_names(case)
    if supports and claim.attribution is None:
        case = with_rivals(case)
    paraphrase = case.paraphrase
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
    plain = [*points, *figures, *date_conflicts(case), *narrowed_dates(case), *rate_conflicts(case)]
    if not any(not conflict.difference.harmless for conflict in plain):
        plain += swapped_values(case) or misbound_values(case)
    weaker = strength_conflicts(case) or unsettled_conflicts(case) or widened_conflicts(case)
    return [*plain, *_of_sense(case), *weaker]


def _of_names(case: Case) -> list[Conflict]:
    """Return names and titles, the speaker's included, that are nearly those of the passage; only of the first one."""
    best = case.paraphrase.passages[0]
    wrong = misnamed(case.claim, case.article, best.source, best.span, best.voice, case.library)
    titles = [d for source, d in mistitled(case.claim, case.article, case.library) if source == best.source]
    return [Conflict(difference, 0) for difference in (*wrong, *titles)] or replaced_places(case)


def _of_sense(case: Case) -> list[Conflict]:
    """Return what turns the sense round: the first kind of it that is found."""
    if tells_of_silence(case.paraphrase.items) or answers(case, case.paraphrase.passages[0]):
        return []
    checks = (
        denied_differences,
        order_conflicts,
        turned_round,
        negation_conflicts,
        quantifier_conflicts,
        ordinal_conflicts,
        refusal_conflicts,
        swapped_names,
        exchanged_words,
        crossed_clauses,
        kind_conflicts,
    )
    return next((found for check in checks if (found := check(case))), [])


def _is_supported(case: Case, conflicts: Sequence[Conflict]) -> bool:
    """Return whether the passages hold the claim, rightly or with a change.

    A figure or date that no passage gives, and that none of theirs conflicts with, makes the claim unsupported; only a
    small count may follow from what is named. So does a superlative that no source has.
    """
    paraphrase = case.paraphrase
    best = paraphrase.passages[0]
    share = max(best.share, _TOGETHER * paraphrase.held)
    share += _derived_share(case) + _disputed_share(case, conflicts) + (_VOICE if best.said_by_named else 0.0)
    if share < HOLDS - (_VALUE if any(passage.gives_value for passage in paraphrase.passages) else 0.0):
        return False
    disputed = {c.difference.article_start for c in conflicts if not c.difference.harmless}
    missing = [item for item in (*missing_figures(case), *missing_dates(case, share)) if item.start not in disputed]
    missing = [item for item in missing if not is_printed_age(item, case.article.text)]
    missing = [item for item in missing if share < _ENOUGH or not _is_small_count(item)]
    if disputed and share >= _ENOUGH:
        missing = []
    if _added_superlative(case) and best.share < _SUPERLATIVE:
        return False
    if best.share < _SURE and (_tells_of_others(case) or _counts_in_a_row(case)):
        return False
    return not missing


def _added_superlative(case: Case) -> bool:
    """Return whether the claim says `largest` or `first` of something and its passages have no such word."""
    superlatives = word_list("superlatives")
    theirs = [item for passage in case.paraphrase.passages for item in passage.items]
    if any(item.form in superlatives for item in theirs):
        return False
    items = case.paraphrase.items
    return any(item.form in superlatives and _ranks(case, at) for at, item in enumerate(items)) or _has_most(
        items, theirs
    )


def _has_most(mine: Sequence[Item], theirs: Sequence[Item]) -> bool:
    """Return whether the claim says `the most visited` and its passages have no `most`."""
    forms = [item.form for item in mine]
    ranked = any(one == "the" and other == "most" for one, other in pairwise(forms))
    return ranked and all(item.form != "most" for item in theirs)


def _tells_of_others(case: Case) -> bool:
    """Return whether the claim speaks of others (`Two other parishes`) and its passages of none: not the same thing."""
    others = word_list("others")
    theirs = {item.form for passage in case.paraphrase.passages for item in passage.items}
    return any(item.form in others for item in case.paraphrase.items[:_OPENING]) and not theirs & others


def _counts_in_a_row(case: Case) -> bool:
    """Return whether the claim counts a thing in a row (`the third flood in two years`) and its passages do not."""
    theirs = [item.quantity for passage in case.paraphrase.passages for item in passage.items if item.quantity]
    mine = [item.quantity for item in case.paraphrase.items if item.quantity]
    ordinals = [q for q in mine if q.unit == "ordinal" and all(q.value != other.value for other in theirs)]
    times = [q for q in mine if q.unit in _LONG and all(q.value != other.value for other in theirs)]
    return bool(ordinals) and bool(times)


def _ranks(case: Case, at: int) -> bool:
    """Return whether a superlative is more than `only 29 percent` or `at first`."""
    items = case.paraphrase.items
    before = items[at - 1].form if at else ""
    return items[at].form not in ("only", "first", "record", "best", "worst") and before != "at"


def _is_small_count(item: Item) -> bool:
    """Return whether a figure is a count that a reader takes from the things named (`the two ships`)."""
    return item.quantity is not None and item.quantity.unit == "" and 0 < item.quantity.value <= _SMALL_COUNT


def _disputed_share(case: Case, conflicts: Sequence[Conflict]) -> float:
    """Return the share of the claim's points that are figures and dates which the passage gives otherwise."""
    points = case.paraphrase.points
    disputed = {c.difference.article_start for c in conflicts if not c.difference.harmless}
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
        anchor_at(document, _shown(case, passage)),
        min(1.0, passage.share),
        supports,
        tuple(differences),
        comparison.runs,
        speaker=passage.voice,
    )


def _shown(case: Case, passage: Passage) -> Span:
    paragraph = case.library.paragraph_at(passage.source, passage.span.start)
    return extent(case.text_of(passage), passage.span, paragraph)


def _findings(
    case: Case, conflicts: Sequence[Conflict], evidence: list[Evidence], other: tuple[int, Conflict] | None
) -> list[Finding]:
    found: list[Finding] = []
    claim = case.claim
    for rank in range(len(case.paraphrase.passages)):
        found += findings_from(claim.id, [c.difference for c in conflicts if c.passage == rank], rank)
    found = [_as_contradiction(finding, claim) for finding in found]
    found += misattribution(claim, evidence, surely_holds=_is_surely_held(case), texts=_texts(case, evidence))
    if other and not found:
        rank, conflict = other
        words = {"article": conflict.difference.article, "source": conflict.difference.source}
        found = [Finding(claim.id, Rule.CONTRADICTED, words, rank)]
    if found:
        return found
    missing = unheld_clause(case)
    return [Finding(claim.id, Rule.PARAPHRASE_OK, _reason(conflicts) | ({"missing": missing} if missing else {}))]


def _is_surely_held(case: Case) -> bool:
    return case.paraphrase.passages[0].share >= _SURE and len(case.paraphrase.passages[0].hits) >= _SURE_HITS


def _texts(case: Case, evidence: Sequence[Evidence]) -> list[str]:
    documents = {document.id: document for document in case.sources}
    return [case.article.text, *(documents[one.anchor.document].text for one in evidence[:1] if one.anchor)]


def _as_contradiction(finding: Finding, claim: Claim) -> Finding:
    """Another word in the reporter's voice contradicts the source; so does a denial turned round, unless attributed."""
    is_denial = finding.rule is Rule.NEGATION_CHANGED and claim.attribution is None
    if not is_denial and finding.rule is not Rule.ALTERED_QUOTE:
        return finding
    return Finding(finding.claim, Rule.CONTRADICTED, finding.arguments, finding.evidence)


def _reason(conflicts: Sequence[Conflict]) -> dict[str, str]:
    """Return why a figure in another form is fair: the first that was rounded or converted."""
    fair = next((c.difference for c in conflicts if c.difference.harmless), None)
    return {"reason": fair.kind.value, "article": fair.article, "source": fair.source} if fair else {}
