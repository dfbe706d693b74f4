"""The text of a part gathered from all places that hold it, so that words split over them are found and removed."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from reviewer.redacting.ledger import BLOCK, Ledger
from reviewer.redacting.matching import Found

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
        """Put a block where something is to be removed, until nothing more is found.

        Raises ReviewerError with CANNOT_REDACT when what is left spells a word again and again.
        """
        block = ledger.block(bare)
        for _ in range(_ROUNDS):
            text = self.text
            found = ledger.finder.find(text)
            if not found:
                return
            self._enter(ledger, text, found)
            self._remove(found, block)
        raise ledger.refuse(f"what is left in {ledger.safe(self.place)} still spells a word that is to go")

    def _enter(self, ledger: Ledger, text: str, found: list[Found]) -> None:
        at, slot = 0, 0
        for one in found:
            while slot < len(self._slots) - 1 and at + len(self._slots[slot].text) <= one.start:
                at += len(self._slots[slot].text)
                slot += 1
            ledger.note(self._slots[slot].place, text, one)

    def _remove(self, found: list[Found], block: str) -> None:
        at, first, touched = 0, 0, set()
        for number, slot in enumerate(self._slots):
            start, end = at, at + len(slot.text)
            at = end
            while first < len(found) and found[first].end <= start:
                first += 1
            new = _cut(slot.text, start, found, first, block)
            if new != slot.text:
                touched.add(number)
                if slot.write is not _nowhere:
                    slot.text = new
                    slot.write(new)
        for start, end, action in self._lasting:
            if any(start <= number < end for number in touched):
                action()


def _cut(text: str, offset: int, found: list[Found], first: int, block: str) -> str:
    if first >= len(found) or found[first].start >= offset + len(text):
        return text
    pieces: list[str] = []
    kept = 0
    for one in islice(found, first, None):
        if one.start >= offset + len(text):
            break
        start, end = max(0, one.start - offset), min(len(text), one.end - offset)
        pieces.append(text[kept:start])
        if one.start >= offset:
            pieces.append(block)
        kept = end
    return "".join(pieces) + text[kept:]


def _nowhere(_text: str) -> None:
    """Gaps belong to nobody."""
