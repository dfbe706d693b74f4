"""Evidence and findings for claims in the reporter's words."""

from collections.abc import Sequence

from reviewer.matching.claim_items import claim_items
from reviewer.matching.comparison import compare_items
from reviewer.matching.differences.block import Sides
from reviewer.matching.extent import extent
from reviewer.matching.findings.rule_of import findings_from
from reviewer.matching.findings.speaker import misattribution
from reviewer.matching.library import Library
from reviewer.matching.paraphrased import Passage, match_paraphrase
from reviewer.matching.pointing_back import with_sentence_before
from reviewer.matching.restated.check import Case, Conflict
from reviewer.matching.restated.connector import order_conflicts
from reviewer.matching.restated.contradiction import denied_differences
from reviewer.matching.restated.counting import count_conflicts
from reviewer.matching.restated.date import date_conflicts, narrowed_dates
from reviewer.matching.restated.disagreement import disagreeing, with_rivals
from reviewer.matching.restated.figure import figure_conflicts, missing_figures, points_taken_for_percent
from reviewer.matching.restated.kind import kind_conflicts
from reviewer.matching.restated.misnamed import misnamed, mistitled
from reviewer.matching.restated.ordering import with_table_first
from reviewer.matching.restated.ordinal import ordinal_conflicts
from reviewer.matching.restated.partial import unheld_clause
from reviewer.matching.restated.polarity import polarity_conflicts
from reviewer.matching.restated.quantifier import quantifier_conflicts
from reviewer.matching.restated.rate import rate_conflicts
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
from reviewer.matching.restated.widened import widened_conflicts
from reviewer.matching.supporting import is_supported
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.evidence import Difference, DifferenceKind, Evidence
from reviewer.model.finding import Finding, Rule
from reviewer.model.geometry import Span

_SURE = 0.7
"""Held share from which the passage is so surely the claim's that its speaker counts."""

_SURE_HITS = 3
"""Points that such a passage must hold at least: two common words may be anybody's."""

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
    supports = is_supported(case, conflicts)
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
    weaker = strength_conflicts(case) or widened_conflicts(case)
    return [*plain, *_of_sense(case), *weaker]


def _of_names(case: Case) -> list[Conflict]:
    """Return names and titles, the speaker's included, that are nearly those of the passage; only of the first one."""
    best = case.paraphrase.passages[0]
    wrong = misnamed(case.claim, case.article, best.source, best.span, best.voice, case.library)
    titles = [d for source, d in mistitled(case.claim, case.article, case.library) if source == best.source]
    return [Conflict(difference, 0) for difference in (*wrong, *titles)] or replaced_places(case)


def _of_sense(case: Case) -> list[Conflict]:
    """Return what turns the sense round: the first kind of it that is found."""
    if tells_of_silence(case.paraphrase.items):
        return []
    checks = (
        denied_differences,
        order_conflicts,
        polarity_conflicts,
        count_conflicts,
        quantifier_conflicts,
        ordinal_conflicts,
        swapped_names,
        exchanged_words,
        crossed_clauses,
        kind_conflicts,
    )
    return next((found for check in checks if (found := check(case))), [])


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
    found += misattribution(
        claim, evidence, surely_holds=_is_surely_held(case) and not _asks(case), texts=_texts(case, evidence)
    )
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


def _asks(case: Case) -> bool:
    """Return whether the claim tells of a question that its passage holds: whoever answers it has not asked it."""
    cue = case.claim.attribution.cue.casefold() if case.claim.attribution else ""
    best = case.paraphrase.passages[0]
    return cue.startswith(("ask", "wonder", "enquir", "inquir", "question")) and "?" in best.span.of(case.text_of(best))


def _texts(case: Case, evidence: Sequence[Evidence]) -> list[str]:
    documents = {document.id: document for document in case.sources}
    return [case.article.text, *(documents[one.anchor.document].text for one in evidence[:1] if one.anchor)]


def _as_contradiction(finding: Finding, claim: Claim) -> Finding:
    """Another word in the reporter's voice contradicts the source; so does a denial turned round, unless attributed.

    A hedge that the passage has and the claim has not makes the claim surer, whatever word stands in its place.
    """
    if finding.rule is Rule.ALTERED_QUOTE and finding.arguments.get("difference") == DifferenceKind.HEDGE.value:
        return Finding(finding.claim, Rule.STRENGTHENED, finding.arguments, finding.evidence)
    is_denial = finding.rule is Rule.NEGATION_CHANGED and claim.attribution is None
    if not is_denial and finding.rule is not Rule.ALTERED_QUOTE:
        return finding
    return Finding(finding.claim, Rule.CONTRADICTED, finding.arguments, finding.evidence)


def _reason(conflicts: Sequence[Conflict]) -> dict[str, str]:
    """Return why a figure in another form is fair: the first that was rounded or converted."""
    fair = next((c.difference for c in conflicts if c.difference.harmless), None)
    return {"reason": fair.kind.value, "article": fair.article, "source": fair.source} if fair else {}
