"""A claim that compares two things between which its passage finds no difference."""

from reviewer.matching.differences.negation import is_negation
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.rules import word_list
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.4
_DIFFERENCES = word_list("differences")
_ADVERBS = word_list("adverbs_of_degree")
_COMPARING = word_list("comparing")


def denied_differences(case: Case) -> list[Conflict]:
    """Report a claim that compares (`thicker than`) where the passage finds no difference."""
    compares = [
        i for i in case.paraphrase.items if i.form in _COMPARING or (i.form.endswith("er") and _precedes_than(i, case))
    ]
    if not compares or any(is_negation(item) for item in case.paraphrase.items):
        return []
    for rank, passage in enumerate(case.paraphrase.passages[:2]):
        if passage.share < _LEAST_HELD:
            continue
        denial = _no_difference(passage.items)
        if denial:
            return [difference(case, DifferenceKind.NEGATION, compares[0], rank, denial)]
    return []


def _precedes_than(item: Item, case: Case) -> bool:
    items = case.paraphrase.items
    at = next(place for place, other in enumerate(items) if other.start == item.start)
    return any(other.form == "than" for other in items[at + 1 : at + 4])


def _no_difference(items: tuple[Item, ...]) -> Item | None:
    for at, item in enumerate(items):
        if item.form not in ("no", "not", "without") or item.kind is not ItemKind.WORD:
            continue
        for other in items[at + 1 : at + 4]:
            if other.form in _DIFFERENCES:
                return Item(item.start, other.end, "no difference")
            if other.form not in _ADVERBS and other.form not in ("any", "a", "find", "found", "show"):
                break
    return None
