"""Sources that disagree with one another about the newsroom's own claim."""

from collections.abc import Sequence

import msgspec

from reviewer.matching.items import Item
from reviewer.matching.library import SMALL
from reviewer.matching.paraphrased import Passage, passage_at
from reviewer.matching.quantities import are_comparable, compare
from reviewer.matching.restated.binding import counted, labelled
from reviewer.matching.restated.check import Case, Conflict, context_of, difference
from reviewer.matching.restated.contradiction import denied_differences
from reviewer.matching.restated.date import date_conflicts
from reviewer.matching.restated.figure import figure_conflicts
from reviewer.matching.restated.polarity import polarity_conflicts
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.65
"""Share of the claim that another source must hold to speak of the same thing."""


_TWO_WORDS = 2
"""Words that two figures must both count (`power lines`) to be one figure, without another word beside them."""


def disagreeing(case: Case) -> tuple[int, Conflict] | None:
    """Return the rank of a passage in another source that says otherwise than the first one, and how.

    Asked only for a claim that its first passage supports and that names nobody who says so: attributed, it is right
    whoever disagrees.
    """
    first = case.paraphrase.passages[0]
    for rank, passage in enumerate((*case.paraphrase.passages, *case.paraphrase.others)):
        if passage.source == first.source:
            continue
        conflict = _count_conflict(case, rank, passage) or _conflict(case, passage)
        if conflict and (rank == conflict.passage > 0 or passage.share + _weight(case, conflict) >= _LEAST_HELD):
            return rank, conflict
    return None


def with_rivals(case: Case) -> Case:
    """Return the case with sentences of other sources that count the same thing otherwise among its other passages.

    Such a sentence has another number right before the same noun, shares one more word with the claim round its
    figure, and its source nowhere has the claim's number before that noun.
    """
    library = case.library
    if library.size > SMALL:
        return case
    found: list[Passage] = []
    for item in case.paraphrase.items:
        if item.quantity is None or not (noun := counted(item, case.paraphrase.items)):
            continue
        here = context_of(item, case.paraphrase.items)
        for source in {at for at in range(len(library.documents)) if at != case.paraphrase.passages[0].source}:
            spans = [s for s in library.every_sentence(source) if not library.is_no_passage(source, s)]
            read = [(span, library.passage_items(source, span)) for span in spans]
            counts = [(s, i, o) for s, items in read for i in items for o in [items] if i.quantity]
            text = library.documents[source].text
            same = [(s, i, o) for s, i, o in counts if noun & (counted(i, o) | labelled(i, o, text)) and i.quantity]
            if any(i.quantity and compare(item.quantity, i.quantity).is_fair for _, i, _ in same):
                continue
            for span, other, items in same:
                if (
                    other.quantity
                    and are_comparable(item.quantity, other.quantity)
                    and _is_more(here, other, items, noun & (counted(other, items) | labelled(other, items, text)))
                ):
                    found.append(passage_at(source, span, case.paraphrase.points, library))
    known = {(p.source, p.span.start) for p in (*case.paraphrase.passages, *case.paraphrase.others)}
    fresh = tuple(p for p in found if (p.source, p.span.start) not in known)
    others = (*case.paraphrase.others, *fresh)
    return msgspec.structs.replace(case, paraphrase=msgspec.structs.replace(case.paraphrase, others=others))


def _is_more(here: set[str], other: Item, items: Sequence[Item], noun: frozenset[str]) -> bool:
    shared = {key for key in here & context_of(other, items) if key[0] != "#"}
    return len(noun) >= _TWO_WORDS or bool(shared - noun)


def _weight(case: Case, conflict: Conflict) -> float:
    """Return the share of the claim that the disputed item makes up: the passage cannot hold it, or it would agree."""
    points = case.paraphrase.points
    disputed = sum(p.weight for p in points if p.item.start == conflict.difference.article_start and p.item.quantity)
    return disputed / (sum(p.weight for p in points) or 1.0)


def _conflict(case: Case, passage: Passage) -> Conflict | None:
    alone = msgspec.structs.replace(
        case, paraphrase=msgspec.structs.replace(case.paraphrase, passages=(passage,), others=())
    )
    checks = (figure_conflicts, date_conflicts, denied_differences, polarity_conflicts)
    return next((c for check in checks for c in check(alone) if not c.difference.harmless), None)


def _count_conflict(case: Case, rank: int, passage: Passage) -> Conflict | None:
    """Return the difference between a figure of the claim and one of another source right before the same noun."""
    for item in case.paraphrase.items:
        for other in passage.items if item.quantity else ():
            if not other.quantity or not item.quantity or not are_comparable(item.quantity, other.quantity):
                continue
            theirs = counted(other, passage.items) | labelled(other, passage.items, case.text_of(passage))
            noun = counted(item, case.paraphrase.items) & theirs
            if not noun or compare(item.quantity, other.quantity).is_fair:
                continue
            if _is_more(context_of(item, case.paraphrase.items), other, passage.items, noun):
                known = msgspec.structs.replace(
                    case.paraphrase, passages=(*case.paraphrase.passages, *case.paraphrase.others)
                )
                return difference(
                    msgspec.structs.replace(case, paraphrase=known), DifferenceKind.FIGURE, item, rank, other
                )
    return None
