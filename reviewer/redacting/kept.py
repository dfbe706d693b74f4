"""Which of the places that an order reaches in a file stay there, because the editor decided so."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from reviewer.model.geometry import Box
from reviewer.model.redaction import RedactionHit, RedactionOrder
from reviewer.text.needles_folding import Folded

_CUT_OFF = 20
_SLACK = 8
_SAME_PLACE = 2.0


class KeptHits:
    """The places of one file that stay. Each of them stands for one place only: the next that is like it goes."""

    def __init__(self, kept: Sequence[RedactionHit]) -> None:
        self._left: dict[tuple[str, str], list[_Kept]] = defaultdict(list)
        for hit in kept:
            self._left[(hit.part, _letters(hit.text))].append(_Kept(hit))

    def __bool__(self) -> bool:
        """Return whether any place may still be claimed."""
        return any(self._left.values())

    def holds(self, part: str, text: str, before: str, after: str, box: Box | None = None) -> bool:
        """Return whether words of a part, between these others and on pages in this box, may be a place that stays."""
        return self._found(part, text, before, after, box) is not None

    def claims(self, part: str, text: str, before: str, after: str, box: Box | None = None) -> bool:
        """Return whether words are a place that stays, as `holds` does; it does not stand for another one then."""
        kept = self._found(part, text, before, after, box)
        if kept is not None:
            self._left[(part, _letters(text))].remove(kept)
        return kept is not None

    def _found(self, part: str, text: str, before: str, after: str, box: Box | None) -> "_Kept | None":
        candidates = self._left.get((part, _letters(text)), ()) if self._left else ()
        fitting = (kept for kept in candidates if kept.stands_between(before, after) and kept.stands_in(box))
        return next(fitting, None)


class _Kept:
    def __init__(self, hit: RedactionHit) -> None:
        self._before, self._after = _letters(hit.before), _letters(hit.after)
        self._box = hit.box

    def stands_between(self, before: str, after: str) -> bool:
        own_before, own_after = self._before[::-1], self._after
        return _is_same(own_before, _letters(before)[::-1]) and _is_same(own_after, _letters(after))

    def stands_in(self, box: Box | None) -> bool:
        if self._box is None or box is None:
            return self._box is box
        sides = zip(_sides(self._box), _sides(box), strict=True)
        return all(abs(one - other) <= _SAME_PLACE for one, other in sides)


def order_inside(order: RedactionOrder, place: str) -> RedactionOrder:
    """Return an order as it holds for a file inside another one: of what is kept only what stands in it."""
    start = f"{place}, "
    kept = (hit for hit in order.kept if hit.part.startswith(start))
    inner = tuple(msgspec.structs.replace(hit, part=hit.part.removeprefix(start)) for hit in kept)
    return msgspec.structs.replace(order, kept=inner)


def _is_same(mine: str, theirs: str) -> bool:
    """Return whether letters going outwards from a word are the same, but for where they are cut off."""
    shorter, longer = sorted((mine, theirs), key=len)
    return mine == theirs or (
        len(shorter) >= _CUT_OFF and longer.startswith(shorter) and len(longer) <= len(shorter) + _SLACK
    )


def _letters(text: str) -> str:
    return Folded(text).letters


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.y0, box.x1, box.y1
