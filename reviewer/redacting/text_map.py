"""The text of a part gathered from all places that hold it, so that words split over them are found and removed."""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from reviewer.model.problem import WayOut
from reviewer.redacting.ledger import BLOCK, Ledger
from reviewer.redacting.matching import Found, joined

Write = Callable[[str], None]
_ROUNDS = 6


@dataclass
class _Slot:
    text: str
    write: Write
    place: str


class TextMap:
    """Pieces of text in reading order, each with the way to write it back.

    Gaps (`gap`) stand between pieces that a reader sees apart; they belong to nobody. `place` names where the pieces
    that are added from now on stand.
    """

    def __init__(self, place: str) -> None:
        self.place = place
        self._slots: list[_Slot] = []
        self._lasting: list[tuple[int, int, Callable[[], None]]] = []

    def add(self, text: str, write: Write) -> None:
        """Add a piece; `write` is called with its new text when some of it was removed."""
        if text:
            self._slots.append(_Slot(text, write, self.place))

    def gap(self, text: str) -> None:
        """Add a gap."""
        self._slots.append(_Slot(text, _nowhere, self.place))

    def watch(self, start: int, action: Callable[[], None]) -> None:
        """Call `action` when something is removed between the piece numbered `start` and the newest one."""
        self._lasting.append((start, len(self._slots), action))

    @property
    def count(self) -> int:
        """Return the number of pieces and gaps so far."""
        return len(self._slots)

    @property
    def text(self) -> str:
        """Return all pieces and gaps as one text."""
        return "".join(slot.text for slot in self._slots)

    def redact(self, ledger: Ledger, bare: str = BLOCK) -> None:
        """Put a block where something is to be removed and not kept, until nothing more is found.

        Raises ReviewerError with CANNOT_REDACT when what is left spells a word again and again.
        """
        text = self.text
        gone = ledger.finder.find_apart(text)
        stay = self._kept_among(gone, text, ledger) if ledger.kept else []
        if stay:
            staying = set(stay)
            gone = [one for one in gone if one not in staying]
        for _ in range(_ROUNDS):
            if not gone:
                return
            removed = joined(text, gone)
            self._enter(ledger, text, removed, gone)
            stay = self._remove(removed, [ledger.block(bare, one) for one in removed], stay)
            text = self.text
            gone = [one for one in ledger.finder.find_apart(text) if not _is_inside(one, stay)]
        reason = f"what is left in {ledger.safe(self.place)} still spells a word that is to go"
        raise ledger.refuse(reason, WayOut.MARK_MORE)

    def _kept_among(self, found: list[Found], text: str, ledger: Ledger) -> list[Found]:
        places = self._places_of(found)
        return [one for one, place in zip(found, places, strict=True) if ledger.keeps(place, text, one)]

    def _places_of(self, found: list[Found]) -> list[str]:
        """Return where each of several stretches of the text, given in their order, begins."""
        places: list[str] = []
        at, slot = 0, 0
        for one in found:
            while slot < len(self._slots) - 1 and at + len(self._slots[slot].text) <= one.start:
                at += len(self._slots[slot].text)
                slot += 1
            places.append(self._slots[slot].place)
        return places

    def _enter(self, ledger: Ledger, text: str, removed: list[Found], pieces: list[Found]) -> None:
        left = deque(pieces)
        for one, place in zip(removed, self._places_of(removed), strict=True):
            own: list[Found] = []
            while left and left[0].end <= one.end:
                own.append(left.popleft())
            ledger.note(place, text, one, own)

    def _remove(self, found: list[Found], blocks: list[str], stay: list[Found]) -> list[Found]:
        """Cut stretches out of all pieces and put their blocks in; return where those that stay are then."""
        at, first, shift = 0, 0, 0
        staying = deque(stay)
        touched: list[int] = []
        moved: list[Found] = []
        for number, slot in enumerate(self._slots):
            start, end = at, at + len(slot.text)
            at = end
            while first < len(found) and found[first].end <= start:
                first += 1
            new = _cut(slot.text, start, found, blocks, first)
            is_written = slot.write is not _nowhere
            while staying and staying[0].start < end:
                one = staying.popleft()
                inside = one.start - start
                by = len(_cut(slot.text[:inside], start, found, blocks, first)) - inside if is_written else 0
                moved.append(Found(one.start + shift + by, one.end + shift + by))
            if new != slot.text:
                touched.append(number)
                if is_written:
                    shift += len(new) - len(slot.text)
                    slot.text = new
                    slot.write(new)
        for start, end, action in self._lasting:
            if bisect_left(touched, start) < bisect_left(touched, end):
                action()
        return moved


def _cut(text: str, offset: int, found: list[Found], blocks: list[str], first: int) -> str:
    if first >= len(found) or found[first].start >= offset + len(text):
        return text
    pieces: list[str] = []
    kept = 0
    for number in range(first, len(found)):
        one = found[number]
        if one.start >= offset + len(text):
            break
        start, end = max(0, one.start - offset), min(len(text), one.end - offset)
        pieces.append(text[kept:start])
        if one.start >= offset:
            pieces.append(blocks[number])
        kept = end
    return "".join(pieces) + text[kept:]


def _is_inside(found: Found, stay: list[Found]) -> bool:
    return any(one.start <= found.start and found.end <= one.end for one in stay)


def _nowhere(_text: str) -> None:
    """Gaps belong to nobody."""
