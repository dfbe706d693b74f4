"""The order of events and of things compared: `before`, `after`, `during`, `than` with its two sides."""

from collections.abc import Iterator, Sequence

import msgspec

from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.binding import gaps, keys_of
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.rules import opposite_words, word_list
from reviewer.model.evidence import DifferenceKind

_SIDE = 14.0
"""How far a side of the connecting word reaches, in words (punctuation counts for some)."""

_PROFORMS = frozenset({"one", "ones", "others"})
_TIMES = {"before": 1, "after": -1, "following": -1, "during": 0}
_BOUNDS = {"until": 1, "till": 1, "from": -1, "since": -1, "although": 0, "because": 0}
"""Words that open or close a stretch of time; `although` and `because` are no such thing."""


class _Joint(msgspec.Struct, frozen=True):
    """A connecting word: its family, its sense within the family, and what stands on its two sides."""

    item: Item
    family: str
    sense: int
    left: frozenset[str]
    right: frozenset[str]


def order_conflicts(case: Case) -> list[Conflict]:
    """Report sides that have changed places round the same connecting word, or kept them round its opposite."""
    mine = list(_joints(case.paraphrase.items, case.article.text))
    for rank, passage in enumerate(case.paraphrase.passages[:2]):
        theirs = list(_joints(passage.items, case.text_of(passage)))
        for joint in mine:
            rated = [(*_fit(joint, other), other) for other in theirs if other.family == joint.family]
            if not rated:
                continue
            straight, cross, other = max(rated, key=lambda fit: max(fit[0], fit[1]))
            if max(straight, cross) < 2:
                continue
            if joint.family == "bound" and joint.sense == other.sense:
                continue
            is_turned = bool(cross) if joint.sense == other.sense else not cross or 0 in (joint.sense, other.sense)
            if is_turned:
                return [difference(case, DifferenceKind.WORD_CHANGED, joint.item, rank, other.item)]
    return []


def _fit(one: _Joint, other: _Joint) -> tuple[int, int]:
    """Return how much two connecting words share side by side, and how much crosswise; 0 when one side has nothing.

    What stands on both sides of one of them tells nothing.
    """
    common = (one.left & one.right) | (other.left & other.right)
    sides = [
        (one.left & other.left) - common,
        (one.right & other.right) - common,
        (one.left & other.right) - common,
        (one.right & other.left) - common,
    ]
    left, right, over, back = (len({key for key in side if key[0] != "#"} or side) for side in sides)
    return left + right if right else 0, over + back if over and back else 0


def _joints(items: Sequence[Item], text: str) -> Iterator[_Joint]:
    places = gaps(items, text) if items else []
    for at, item in enumerate(items):
        if item.kind is not ItemKind.WORD:
            continue
        left = _keys(items[:at], places[:at], places[at])
        right = _keys(items[at + 1 :], places[at + 1 :], places[at])
        if item.form in _TIMES:
            yield _Joint(item, "time", _TIMES[item.form], left, right)
        elif item.form in _BOUNDS:
            yield _Joint(item, "bound", _BOUNDS[item.form], left, right)
        elif item.form == "than" and (compared := _comparative(items[max(0, at - 6) : at])):
            word, family, sense = compared
            yield _Joint(word, family, sense, left, right)


def _keys(items: Sequence[Item], places: Sequence[float], place: float) -> frozenset[str]:
    near = [item for item, where in zip(items, places, strict=True) if abs(where - place) <= _SIDE]
    words = [keys_of(item) for item in near if item.kind is not ItemKind.QUANTITY and item.form not in _PROFORMS]
    return frozenset().union(*words)


def _comparative(items: Sequence[Item]) -> tuple[Item, str, int] | None:
    """Return the word compared with before `than`, what names its pair of opposites, and its side of the pair."""
    compared = [item for item in items if item.form in word_list("comparing") or item.form.endswith("er")]
    for item in reversed(compared):
        for pair, side in opposite_words().get(item.form, ()):
            return item, f"than:{pair}", 1 if side == 0 else -1
    for item in reversed(items):
        if item.form.endswith("er") and len(item.form) > 4:
            return item, f"than:{item.form[:5]}", 1
    return None


def joined_words(case: Case, rank: int) -> set[int]:
    """Return the starts of the claim's words that compare (`more ... than`) where the passage compares as well."""
    passage = case.paraphrase.passages[rank]
    families = {joint.family for joint in _joints(passage.items, case.text_of(passage))}
    return {j.item.start for j in _joints(case.paraphrase.items, case.article.text) if j.family in families}
