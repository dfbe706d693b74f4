"""Values that no passage gives, set against the ones that stand in their place somewhere in the sources."""

from collections.abc import Iterator, Sequence

import msgspec

from reviewer.matching.calendar import dates_agree, share_an_equal_part
from reviewer.matching.content import held_share, hits_in
from reviewer.matching.items import Item, ItemKind, is_in_score
from reviewer.matching.library import SMALL
from reviewer.matching.paraphrased import passage_at
from reviewer.matching.quantities import are_comparable, compare
from reviewer.matching.restated.binding import counted, labelled
from reviewer.matching.restated.check import Case, Conflict, context_of, difference
from reviewer.matching.restated.date import missing_dates
from reviewer.matching.restated.figure import missing_figures
from reviewer.model.evidence import DifferenceKind
from reviewer.model.geometry import Span
from reviewer.text.numbers import Quantity

_WORDS, _HELD = 2, 0.3
"""Words round two values that agree, and share of the claim's words that the sentence holds: then they are rivals."""

_WELL_HELD, _SOME_HELD = 0.5, 0.1
_SLIP = 1.5
"""What it counts that two values differ by one digit, or by two that have changed places, as slips do."""

_DIGITS, _FARTHEST = 2, 3.0
_OLDEST = 120


class Rival(msgspec.Struct, frozen=True):
    """A value of a source that stands where the claim's missing value should, and the sentence it stands in."""

    source: int
    span: Span
    item: Item
    score: float


def with_rival_values(case: Case) -> tuple[Case, list[Conflict]]:
    """Return the case with passages that give another value for a missing one, and what differs.

    A changed figure or date hides its own sentence: nothing of it is held there. So all sentences of small sources are
    looked at for a value of the same sort among the same words.
    """
    missing = [*missing_figures(case), *missing_dates(case, 1.0)]
    conflicts: list[Conflict] = []
    for item in missing:
        rival = max(_rivals(case, item), key=lambda one: one.score, default=None)
        if rival is None:
            continue
        case, rank = _with_passage(case, rival)
        kind = DifferenceKind.DATE if item.date else DifferenceKind.FIGURE
        conflicts.append(difference(case, kind, item, rank, rival.item))
    return case, conflicts


def _with_passage(case: Case, rival: Rival) -> tuple[Case, int]:
    for rank, passage in enumerate(case.paraphrase.passages):
        if passage.source == rival.source and passage.span.start <= rival.item.start < passage.span.end:
            return case, rank
    added = passage_at(rival.source, rival.span, case.paraphrase.points, case.library)
    passages = (*case.paraphrase.passages, added)
    others = tuple(p for p in case.paraphrase.others if p.source != added.source or not p.span.overlap(added.span))
    paraphrase = msgspec.structs.replace(case.paraphrase, passages=passages, others=others)
    return msgspec.structs.replace(case, paraphrase=paraphrase), len(passages) - 1


def _sentences(case: Case) -> Iterator[tuple[int, Span]]:
    library = case.library
    if library.size > SMALL:
        yield from ((p.source, p.span) for p in (*case.paraphrase.passages, *case.paraphrase.others))
        return
    for source in range(len(library.documents)):
        for span in library.every_sentence(source):
            if not library.is_no_passage(source, span):
                yield source, span


def _rivals(case: Case, item: Item) -> Iterator[Rival]:
    """Return the values of the same sort among the same words, each with how well its sentence fits."""
    if is_in_score(item, case.article.text):
        return
    here = context_of(item, case.paraphrase.items)
    points = [point for point in case.paraphrase.points if point.item.kind is ItemKind.WORD]
    values = [other for other in case.paraphrase.items if other.kind is not ItemKind.WORD and other.start != item.start]
    for source, span in _sentences(case):
        items = case.library.passage_items(source, span)
        able = [o for o in items if _are_of_one_sort(item, o) and not any(_says(v, o) for v in values)]
        if not able:
            continue
        share = held_share(points, hits_in(points, items))
        for other in able:
            shared = _common(here, context_of(other, items))
            is_slip = _is_a_slip(item, other)
            score = shared + (_SLIP if is_slip else 0.0) + 2 * share
            if _is_enough(case, item, other, source, items, shared, share, is_slip):
                yield Rival(source, span, other, score)


def _is_enough(
    case: Case,
    item: Item,
    other: Item,
    source: int,
    items: Sequence[Item],
    shared: float,
    share: float,
    is_slip: bool,
) -> bool:
    if is_slip and (shared or share >= _SOME_HELD):
        return True
    if not ((shared >= _WORDS and share >= _HELD) or (shared >= 1 and share >= _WELL_HELD)):
        return False
    if item.quantity is None or item.quantity.unit or (other.quantity and other.quantity.unit == "year"):
        return True
    theirs = counted(other, items) | labelled(other, items, case.library.documents[source].text)
    return bool(counted(item, case.paraphrase.items) & theirs)


def _common(here: set[str], there: set[str]) -> float:
    """Return how many words two contexts share; a word family alone counts half."""
    shared = here & there
    words = sum(1 for key in shared if key[0] != "#")
    return words + 0.5 * max(0, sum(1 for key in shared if key[0] == "#") - words)


def _says(value: Item, other: Item) -> bool:
    if value.quantity and other.quantity:
        return compare(value.quantity, other.quantity).is_fair
    return bool(value.date and other.date and dates_agree(value.date, other.date))


def _are_of_one_sort(item: Item, other: Item) -> bool:
    if item.quantity and other.quantity:
        mine, theirs = item.quantity, other.quantity
        are_ages = {mine.unit, theirs.unit} == {"", "year"} and max(mine.value, theirs.value) <= _OLDEST
        return (are_ages or are_comparable(mine, theirs)) and _are_near(mine, theirs)
    if item.date and other.date:
        is_time = {item.date.iso[:1] == "T", other.date.iso[:1] == "T"}
        if len(is_time) == 2 or dates_agree(item.date, other.date):
            return False
        are_days = item.date.weekday is not None and other.date.weekday is not None
        return is_time == {True} or are_days or share_an_equal_part(item.date, other.date)
    return False


def _are_near(mine: Quantity, theirs: Quantity) -> bool:
    if not mine.value or not theirs.value:
        return False
    return 1 / _FARTHEST <= abs(mine.value / theirs.value) <= _FARTHEST or _slipped(_digits(mine), _digits(theirs))


def _is_a_slip(item: Item, other: Item) -> bool:
    if not item.quantity or not other.quantity or item.quantity.unit != other.quantity.unit:
        return False
    return _slipped(_digits(item.quantity), _digits(other.quantity))


def _digits(quantity: Quantity) -> str:
    return f"{abs(quantity.value):.10g}"


def _slipped(one: str, other: str) -> bool:
    """Return whether two printed numbers of two digits and more differ by one digit or by two that changed places."""
    if len(one) != len(other) or len(one.replace(".", "").rstrip("0")) < _DIGITS or one == other:
        return False
    places = [at for at in range(len(one)) if one[at] != other[at]]
    if len(places) == 1:
        return len(one.replace(".", "").rstrip("0")) > _DIGITS
    return len(places) == 2 and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
