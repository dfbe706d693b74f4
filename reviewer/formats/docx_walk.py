"""Walks the XML of one DOCX part and writes its text with blocks and revisions.

The text is what a reader sees with every tracked change accepted. python-docx loses insertions, content controls,
text boxes and footnotes without a word, so this is a walk of our own over every element that can hold text.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lxml import etree

from reviewer.formats.docx_names import DIAGRAM, MC, OFFICE, A, M, R, W, symbol
from reviewer.formats.docx_paragraph_styles import DocxStyles, is_on
from reviewer.formats.text_builder import CELL_GAP, LINE_GAP, PARAGRAPH_GAP, TextBuilder
from reviewer.model.document import BlockKind, RevisionState

_LAYOUT_CELL_PARAGRAPHS = 4
_PARAGRAPH, _TEXT, _PROPERTIES, _PARAGRAPH_PROPERTIES = f"{W}p", f"{W}t", f"{W}rPr", f"{W}pPr"
_ROW, _CELL, _DELETED_ROW = f"{W}tr", f"{W}tc", f"{W}trPr/{W}del"
_STYLE, _VALUE, _DELETED_MARK = f"{W}pStyle", f"{W}val", f"{W}rPr/{W}del"
_STATES = {
    f"{W}ins": RevisionState.INSERTED,
    f"{W}moveTo": RevisionState.MOVED_TO,
    f"{W}del": RevisionState.DELETED,
    f"{W}moveFrom": RevisionState.MOVED_FROM,
}
_Handler = Callable[[etree._Element], None]


class DocxWalk:
    """Writes what it walks over into a `TextBuilder`.

    `text_boxes`, `diagrams` (relationship ids) and `not_read` (names of kinds of content) gather what stands in the
    part but not in its flow of text; the caller decides when to walk them. `may_hide` False promises that nothing in
    the part or its styles is hidden, which spares a look at every run. `on_text` hears of every text element whose
    words are written, with the code point at which they begin.
    """

    def __init__(
        self,
        out: TextBuilder,
        styles: DocxStyles,
        may_hide: bool = True,
        on_text: Callable[[etree._Element, int], None] | None = None,
    ) -> None:
        self.out = out
        self._on_text = on_text
        self.text_boxes: list[etree._Element] = []
        self.diagrams: list[str] = []
        self.not_read: list[str] = []
        self._styles = styles
        self._may_hide = may_hide
        self._kind: BlockKind | None = None
        self._gap = PARAGRAPH_GAP
        self._flowing = False
        self._flow_begun = False
        self._joins_next = False
        self._removed: list[str] | None = None
        self._fields: list[bool] = []
        self._paragraph_hidden = False
        self._handlers = self._make_handlers()

    def walk_blocks(self, container: etree._Element, kind: BlockKind | None = None) -> None:
        """Write every paragraph of a container as a block; `kind` overrides what their styles say."""
        self._kind = kind
        self._fields.clear()
        self._walk(container)
        self._end_block(BlockKind.PARAGRAPH)

    def walk_as_one(self, container: etree._Element, kind: BlockKind, gap: str = PARAGRAPH_GAP) -> None:
        """Write all of a container as one block, its paragraphs on lines of their own."""
        self.out.begin(gap)
        with self._flow():
            self._walk(container)
        self.out.end(kind)
        self._fields.clear()

    def _make_handlers(self) -> dict[str, _Handler]:
        handlers: dict[str, _Handler] = {
            _PARAGRAPH: self._paragraph,
            f"{W}r": self._run if self._may_hide else self._run_content,
            f"{M}r": self._math_run,
            f"{W}tbl": self._table,
            f"{W}ruby": lambda element: self._walk_child(element, f"{W}rubyBase"),
            f"{W}sdt": lambda element: self._walk_child(element, f"{W}sdtContent"),
            f"{W}altChunk": lambda _: self.not_read.append("embedded document"),
            f"{W}subDoc": lambda _: self.not_read.append("subdocument"),
            f"{MC}AlternateContent": lambda element: self._walk(_chosen(element)),
        }
        for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent", "rubyBase"):
            handlers[f"{W}{name}"] = self._walk
        for tag, state in _STATES.items():
            handlers[tag] = self._insertion if state in _WRITTEN else self._removal
        for name in ("oMath", "oMathPara", "num", "den", "e", "sub", "sup", "deg", "fName", "lim", "mr"):
            handlers[f"{M}{name}"] = self._walk
        for name in ("d", "rad", "sSub", "sSup", "sSubSup", "sPre", "nary", "func", "limLow", "limUpp", "m", "acc"):
            handlers[f"{M}{name}"] = self._walk
        for name in ("bar", "box", "borderBox", "eqArr", "groupChr", "phant"):
            handlers[f"{M}{name}"] = self._walk
        handlers[f"{M}f"] = self._fraction
        return handlers

    def _walk(self, element: etree._Element) -> None:
        handlers = self._handlers
        for child in element:
            handler = handlers.get(child.tag)
            if handler is not None:
                handler(child)

    def _walk_child(self, element: etree._Element, name: str) -> None:
        child = element.find(name)
        if child is not None:
            self._walk(child)

    def _paragraph(self, element: etree._Element) -> None:
        properties = element.find(_PARAGRAPH_PROPERTIES)
        style = _style_of(properties) if properties is not None else ""
        self._paragraph_hidden = self._styles.is_hidden(style) if style else False
        if self._flowing:
            if self._flow_begun:
                self._write(LINE_GAP)
            self._flow_begun = True
            self._walk(element)
            return
        if not self._joins_next:
            self.out.begin(self._gap)
        self._joins_next = False
        self._walk(element)
        mark = properties.find(_DELETED_MARK) if properties is not None else None
        if mark is not None:
            # With its paragraph mark deleted a paragraph runs on into the next one.
            self.out.mark_removed(RevisionState.DELETED, LINE_GAP, *_signed(mark))
            self._joins_next = True
            return
        self._end_block(self._kind or self._kind_of(properties, style))

    def _end_block(self, kind: BlockKind) -> None:
        self.out.end(kind)
        self._joins_next = False
        if any(self._fields):
            self._fields.clear()

    def _kind_of(self, properties: etree._Element | None, style: str) -> BlockKind:
        if properties is None:
            return self._styles.kind(style)
        kind = self._styles.kind(style)
        if kind is BlockKind.PARAGRAPH:
            number = properties.find(f"{W}numPr/{W}numId")
            if number is not None and number.get(f"{W}val") != "0":
                return BlockKind.LIST_ITEM
            level = properties.find(f"{W}outlineLvl")
            if level is not None and level.get(f"{W}val") != "9":
                return BlockKind.HEADING
        return kind

    def _run(self, element: etree._Element) -> None:
        if not self._is_hidden(element):
            self._run_content(element)
            return
        with self._removing() as removed:
            self._run_content(element)
        self._note_removed(RevisionState.HIDDEN, removed, "", "")

    def _is_hidden(self, element: etree._Element) -> bool:
        properties = element.find(_PROPERTIES)
        if properties is None:
            return self._paragraph_hidden
        own = is_on(properties.find(f"{W}vanish"))
        if own is not None:
            return own
        style = properties.find(f"{W}rStyle")
        if style is not None and self._styles.is_hidden(style.get(f"{W}val", "")):
            return True
        return self._paragraph_hidden

    def _run_content(self, element: etree._Element) -> None:
        for child in element:
            tag = child.tag
            if tag == _PROPERTIES:
                continue
            if tag == _TEXT:
                if self._on_text is not None and self._removed is None and not any(self._fields):
                    self._on_text(child, self.out.offset)
                self._write(child.text or "")
            elif tag in _IN_RUN:
                self._write(_IN_RUN[tag])
            elif tag in _SPECIAL_IN_RUN:
                _SPECIAL_IN_RUN[tag](self, child)

    def write_deleted(self, element: etree._Element) -> None:
        """Note the words of a deleted run; they never become text of the document."""
        if self._removed is not None:
            self._write(element.text or "")

    def change_field(self, element: etree._Element) -> None:
        """Follow a field's marks: its instruction is left out, its result is text."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def write_symbol(self, element: etree._Element) -> None:
        """Write a symbol given by its place in a font."""
        self._write(symbol(element.get(f"{W}char", ""), element.get(f"{W}font", "")))

    def walk_alternative(self, element: etree._Element) -> None:
        """Read one form of content that is given in several, the newest."""
        chosen = _chosen(element)
        self._run_content(chosen)

    def walk_ruby(self, element: etree._Element) -> None:
        """Read the text that a pronunciation guide stands over."""
        self._walk_child(element, f"{W}rubyBase")

    def gather_drawing(self, element: etree._Element) -> None:
        """Gather text boxes and diagrams of a drawing, each once, and name what in it cannot be read."""
        for child in element:
            tag = child.tag
            if tag == f"{MC}AlternateContent":
                self.gather_drawing(_chosen(child))
            elif tag in (f"{W}txbxContent", f"{A}txBody"):
                self._keep_text_box(child)
            elif tag == f"{DIAGRAM}relIds":
                self.diagrams.append(child.get(f"{R}dm", ""))
            elif tag == f"{OFFICE}OLEObject":
                self.not_read.append(f"embedded object {child.get('ProgID', '')}".strip())
            elif isinstance(tag, str) and tag.endswith("/chart}chart"):
                self.not_read.append("chart")
            else:
                self.gather_drawing(child)

    def _keep_text_box(self, element: etree._Element) -> None:
        if self._removed is None:
            self.text_boxes.append(element)
        else:
            self._removed.append("".join(text.text or "" for text in element.iter(_TEXT, f"{W}delText", f"{A}t")))

    def _math_run(self, element: etree._Element) -> None:
        for child in element:
            if child.tag in (f"{M}t", _TEXT):
                self._write(child.text or "")

    def _fraction(self, element: etree._Element) -> None:
        self._walk_child(element, f"{M}num")
        self._write("/")
        self._walk_child(element, f"{M}den")

    def _insertion(self, element: etree._Element) -> None:
        start = self.out.offset
        self._walk(element)
        if self._removed is None:
            self.out.mark_written(_STATES[element.tag], start, *_signed(element))

    def _removal(self, element: etree._Element) -> None:
        with self._removing() as removed:
            self._walk(element)
        self._note_removed(_STATES[element.tag], removed, *_signed(element))

    def _table(self, element: etree._Element) -> None:
        rows = list(_unwrapped(element, _ROW))
        cells = [list(_unwrapped(row, _CELL)) for row in rows]
        if self._flowing or self._kind is not None:
            self._table_in_flow(cells)
            return
        single_column = all(len(row) <= 1 for row in cells)
        gap = PARAGRAPH_GAP
        for row, row_cells in zip(rows, cells, strict=True):
            deleted = row.find(_DELETED_ROW)
            if deleted is not None:
                with self._removing() as removed, self._flow():
                    self._table_in_flow([row_cells])
                self._note_removed(RevisionState.DELETED, removed, *_signed(deleted))
                continue
            for cell in row_cells:
                gap = self._cell(cell, gap, single_column)
            gap = LINE_GAP

    def _cell(self, cell: etree._Element, gap: str, single_column: bool) -> str:
        if single_column or len(cell.findall(_PARAGRAPH)) >= _LAYOUT_CELL_PARAGRAPHS:
            self._walk(cell)
            return PARAGRAPH_GAP
        before = self.out.offset
        fields = list(self._fields)
        self.walk_as_one(cell, BlockKind.TABLE_CELL, gap)
        self._fields[:] = fields
        return CELL_GAP if self.out.offset > before else gap

    def _table_in_flow(self, cells: list[list[etree._Element]]) -> None:
        for row in cells:
            for at, cell in enumerate(row):
                if at:
                    self._write(CELL_GAP)
                    self._flow_begun = False
                self._walk(cell)

    def _write(self, piece: str) -> None:
        if self._removed is None and not self._fields:
            self.out.write(piece)
        elif not any(self._fields):
            if self._removed is None:
                self.out.write(piece)
            else:
                self._removed.append(piece)

    @contextmanager
    def _flow(self) -> Iterator[None]:
        before = self._flowing, self._flow_begun
        self._flowing, self._flow_begun = True, False
        yield
        self._flowing, self._flow_begun = before

    @contextmanager
    def _removing(self) -> Iterator[list[str]]:
        before, self._removed = self._removed, []
        yield self._removed
        self._removed = before

    def _note_removed(self, state: RevisionState, removed: list[str], author: str, at: str) -> None:
        words = "".join(removed)
        if self._removed is not None:
            self._removed.append(words)
        else:
            self.out.mark_removed(state, words, author, at)


_WRITTEN = (RevisionState.INSERTED, RevisionState.MOVED_TO)
_WRAPPERS = frozenset((f"{W}sdt", f"{W}sdtContent", f"{W}customXml"))
_IN_RUN = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    f"{W}softHyphen": "\N{SOFT HYPHEN}",
}
_SPECIAL_IN_RUN: dict[str, Callable[[DocxWalk, etree._Element], None]] = {
    f"{W}delText": DocxWalk.write_deleted,
    f"{W}fldChar": DocxWalk.change_field,
    f"{W}sym": DocxWalk.write_symbol,
    f"{W}drawing": DocxWalk.gather_drawing,
    f"{W}pict": DocxWalk.gather_drawing,
    f"{W}object": DocxWalk.gather_drawing,
    f"{W}ruby": DocxWalk.walk_ruby,
    f"{MC}AlternateContent": DocxWalk.walk_alternative,
}


def _chosen(element: etree._Element) -> etree._Element:
    choice = element.find(f"{MC}Choice")
    if choice is None:
        choice = element.find(f"{MC}Fallback")
    return element if choice is None else choice


def _style_of(properties: etree._Element) -> str:
    style = properties.find(_STYLE)
    return style.get(_VALUE, "") if style is not None else ""


def _signed(element: etree._Element) -> tuple[str, str]:
    return element.get(f"{W}author", ""), element.get(f"{W}date", "")


def _unwrapped(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Go through rows or cells, those inside content controls and custom markup too."""
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child, wanted)
