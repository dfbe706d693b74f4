"""Puts a document's text together block by block, so that every block knows its code points from the start."""

from reviewer.model.document import Block, BlockKind, Furniture, Revision, RevisionState

PARAGRAPH_GAP = "\n\n"
CELL_GAP = "\t"
LINE_GAP = "\n"


class TextBuilder:
    """Collects text, blocks and revisions in reading order.

    A block that turns out empty leaves no trace, and the gap asked for before it is not written twice: gaps stand
    only between blocks. All offsets are code points of the text being built.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._gap = ""
        self._start = 0
        self._waiting = False
        self._open = False
        self._has_ink = False
        self.blocks: list[Block] = []
        self.revisions: list[Revision] = []

    @property
    def offset(self) -> int:
        """Return where the next code point will stand, the gap before it included."""
        return self._length + (len(self._gap) if self._waiting else 0)

    @property
    def text(self) -> str:
        """Return the text so far."""
        return "".join(self._pieces)

    def begin(self, gap: str = PARAGRAPH_GAP) -> None:
        """Begin a block; `gap` is written before its first code point unless the text is still empty."""
        self._gap = gap if self._length else ""
        self._waiting = self._open = True
        self._has_ink = False
        self._start = self.offset

    def write(self, piece: str) -> None:
        """Write a piece of the current block."""
        if not piece:
            return
        if self._waiting:
            self._pieces.append(self._gap)
            self._length += len(self._gap)
            self._waiting = False
        self._pieces.append(piece)
        self._length += len(piece)
        if not self._has_ink:
            self._has_ink = not piece.isspace()

    def end(self, kind: BlockKind, furniture: Furniture | None = None) -> None:
        """End the current block, if one is open; blocks of nothing but white space are not listed."""
        was_written = self._open and not self._waiting
        self._waiting = self._open = False
        if was_written and self._has_ink:
            self.blocks.append(Block(self._start, self._length, kind, furniture))

    def add(self, piece: str, kind: BlockKind, furniture: Furniture | None = None, gap: str = PARAGRAPH_GAP) -> None:
        """Write one whole block."""
        self.begin(gap)
        self.write(piece)
        self.end(kind, furniture)

    def mark_written(self, state: RevisionState, start: int, author: str = "", at: str = "") -> None:
        """Note that everything written since `start` was inserted or moved here; runs that adjoin become one."""
        if self._length <= start:
            return
        last = self._last_like(state, author, at, start)
        if last is not None:
            start = last.start
            self.revisions.pop()
        self.revisions.append(Revision(state, start, self._length, author=author, at=at))

    def mark_removed(self, state: RevisionState, removed: str, author: str = "", at: str = "") -> None:
        """Note words that stood here and are not part of the text; runs that adjoin become one."""
        if not removed:
            return
        last = self._last_like(state, author, at, self._length)
        if last is not None:
            removed = last.removed_text + removed
            self.revisions.pop()
        self.revisions.append(Revision(state, self._length, self._length, removed, author, at))

    def _last_like(self, state: RevisionState, author: str, at: str, end: int) -> Revision | None:
        last = self.revisions[-1] if self.revisions else None
        if last is not None and (last.state, last.author, last.at, last.end) == (state, author, at, end):
            return last
        return None
