"""What the summary says, worked out once for PDF and DOCX."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.exporting import wording
from reviewer.exporting.edition import PacketFacts
from reviewer.exporting.records import ClaimRecord, SourcePassage
from reviewer.model.document import Furniture
from reviewer.model.evidence import Difference, DifferenceKind
from reviewer.model.finding import Rule
from reviewer.model.source import Grade
from reviewer.model.verdict import Decision

_ALTERED = {
    Rule.ALTERED_QUOTE,
    Rule.SPLICED_QUOTE,
    Rule.NEGATION_CHANGED,
    Rule.OUT_OF_CONTEXT,
    Rule.STRENGTHENED,
    Rule.FIGURE_CHANGED,
    Rule.DATE_CHANGED,
    Rule.NAME_CHANGED,
}
_MOST_NUMBERS = 12
_LIFTED_FROM = 0.01
_FIGURES = {
    DifferenceKind.FIGURE,
    DifferenceKind.UNIT,
    DifferenceKind.DATE,
    DifferenceKind.ROUNDING,
    DifferenceKind.NUMBER_FORMAT,
}


@dataclass(frozen=True)
class FigureDifference:
    """A number that is not printed as the source has it."""

    record: ClaimRecord
    passage: SourcePassage
    difference: Difference


@dataclass(frozen=True)
class Point:
    """A line of a list: what it is about in bold, then the rest."""

    lead: str
    rest: str = ""


@dataclass(frozen=True)
class Summary:
    """The summary's sections."""

    to_fix: tuple[ClaimRecord, ...]
    unsettled: tuple[ClaimRecord, ...]
    figures: tuple[FigureDifference, ...]
    to_weigh: tuple[Point, ...]
    not_checked: tuple[Point, ...]


def summarise(facts: PacketFacts) -> Summary:
    """Gather what an editor has to act on."""
    records = facts.records
    altered = tuple(record for record in records if _is_altered_quote(record))
    return Summary(
        to_fix=tuple(record for record in records if record.decision is Decision.FIX),
        unsettled=tuple(
            record for record in _by_urgency(records) if record.needs_action and record.decision is not Decision.FIX
        ),
        figures=tuple(_figures(records)),
        to_weigh=tuple(_to_weigh(facts, altered)),
        not_checked=tuple(_not_checked(facts)),
    )


def _by_urgency(records: Sequence[ClaimRecord]) -> list[ClaimRecord]:
    order = list(wording.DECISIONS)
    return sorted(records, key=lambda record: order.index(record.decision))


def _is_altered_quote(record: ClaimRecord) -> bool:
    return "quote" in record.claim.kind.value and any(finding.rule in _ALTERED for finding in record.findings)


def _figures(records: Sequence[ClaimRecord]) -> list[FigureDifference]:
    found = []
    for record in records:
        if record.passage is None:
            continue
        for difference in record.passage.evidence.differences:
            if difference.kind in _FIGURES:
                found.append(FigureDifference(record, record.passage, difference))
    return found


def _to_weigh(facts: PacketFacts, altered: Sequence[ClaimRecord]) -> list[Point]:
    records = facts.records
    quotes = sum("quote" in record.claim.kind.value for record in records)
    numbers = _some([record.number for record in altered])
    points = [
        Point(f"Altered quotes: {len(altered)} of {quotes}.", f"{numbers}." if altered else "")
        if altered
        else Point("Altered quotes: none.")
    ]
    single = [record for record in records if len({passage.entry.label for passage in record.passages}) == 1]
    if single:
        points.append(Point(f"Single source: {len(single)}.", "Each of these claims rests on one source."))
    anonymous = [r for r in records if any(p.entry.grade is Grade.ANONYMOUS for p in r.passages)]
    points.append(
        Point(f"Anonymous: {len(anonymous)}.", _some([r.number for r in anonymous]) + ".")
        if anonymous
        else Point("Anonymous: none.")
    )
    release = [r for r in records if r.passage is not None and r.passage.entry.grade is Grade.PRESS_RELEASE]
    if release:
        points.append(Point(f"From a press release: {len(release)}.", "A press release is not a primary source."))
    points += _lifted(facts)
    checks = facts.review.analyses.get(facts.article.id)
    for check in checks.checks if checks else ():
        points.append(Point("In the article itself:", wording.check_words(check) + "."))
    return points


def _lifted(facts: PacketFacts) -> list[Point]:
    """Return a line for each source, most first, that holds more of the article word for word than chance explains."""
    entries = sorted(facts.review.desk.sources, key=lambda entry: -facts.review.lifted.get(entry.document, 0.0))
    points = []
    for entry in entries:
        share = facts.review.lifted.get(entry.document, 0.0)
        if share >= _LIFTED_FROM:
            words = "of the reporter's own words, without names and quotations, stand in it in runs of six or more."
            points.append(Point(f"Lifted from {entry.label}: {share:.0%}", words))
    return points


def _some(numbers: Sequence[str]) -> str:
    """Return the first numbers, and how many more there are."""
    shown = numbers[:_MOST_NUMBERS]
    more = len(numbers) - len(shown)
    return f"{', '.join(shown)} and {more} more" if more else wording.listed(shown)


def _not_checked(facts: PacketFacts) -> list[Point]:
    points = []
    if not facts.records:
        points.append(Point("Everything.", "No claim was found in the article, and none was added."))
    open_count = sum(record.decision is None for record in facts.records)
    if open_count:
        points.append(Point(f"{wording.counted(open_count, 'claim')} not judged."))
    uncheckable = [record.number for record in facts.records if record.decision is Decision.NOT_CHECKABLE]
    if uncheckable:
        points.append(Point(f"Not checkable: {len(uncheckable)}.", f"{_some(uncheckable)}."))
    if not facts.review.desk.sources:
        points.append(Point("No source was supplied.", "Nothing was compared with a document."))
    labels = {entry.document: entry.label for entry in facts.review.desk.sources}
    for document in (facts.article, *facts.review.sources):
        label = labels.get(document.id, "Article")
        for notice in document.notices:
            if notice.code in wording.NOT_READ:
                points.append(Point(f"{label}:", wording.notice_words(notice) + "."))
    furniture = [block for block in facts.article.blocks if block.furniture is not None]
    if furniture:
        points.append(Point("Page furniture,", f"{wording.counted(len(furniture), 'line')}, greyed in the article."))
    if not any(block.furniture is Furniture.CAPTION for block in facts.article.blocks):
        points.append(Point("Pictures and captions.", "None supplied."))
    return points
