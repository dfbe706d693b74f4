"""The text of an OpenDocument file's XML (ODF 1.3, part 3), with deleted and hidden words kept apart."""

from lxml import etree

from reviewer.formats.text_builder import CELL_GAP, LINE_GAP, PARAGRAPH_GAP, TextBuilder
from reviewer.model.document import BlockKind, Furniture, RevisionState

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE, DRAW, STYLE = (f"{_BASE}{one}:1.0}}" for one in ("text", "table", "office", "drawing", "style"))
_DC = "{http://purl.org/dc/elements/1.1/}"
_STYLED = (f"{TEXT}p", f"{TEXT}h", f"{TEXT}span", f"{TABLE}table")
_MOST_REPEATS = 64
"""How often a cell or row with words is repeated; sheets repeat empty ones a million times."""
_MOST_SPACES = 1_000
_NO_TEXT = frozenset(
    (
        f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls",
        f"{TEXT}note-citation", f"{TEXT}index-body-source", f"{OFFICE}forms", f"{OFFICE}event-listeners",
        f"{TABLE}shapes", f"{TABLE}calculation-settings", f"{DRAW}image-map", f"{TEXT}table-of-content-source",
        f"{TABLE}content-validations", f"{TABLE}database-ranges", f"{TABLE}named-expressions", f"{DRAW}g-properties",
    )
)  # fmt: skip


class OdfWalk:
    """Writes what an element says into `out`; `notes` gather footnotes, comments and text boxes for later.

    `pictures` and `objects` count what holds content that is not text; `authors` has one entry a comment.
    """

    def __init__(
        self, out: TextBuilder, deleted: dict[str, tuple[str, str, str]], hidden_styles: frozenset[str]
    ) -> None:
        self.out = out
        self.pictures = self.objects = 0
        self.authors: list[str] = []
        self.notes: list[tuple[etree._Element, BlockKind]] = []
        self._deleted = deleted
        self._hidden_styles = hidden_styles
        self._is_open = False

    def walk(self, element: etree._Element, gap: str = PARAGRAPH_GAP, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Write the paragraphs, lists and tables under an element."""
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in _NO_TEXT:
                continue
            if self._is_hidden(child):
                self.out.mark_removed(RevisionState.HIDDEN, words_of(child))
            elif tag == f"{TEXT}h":
                self._paragraph(child, BlockKind.HEADING, gap)
            elif tag == f"{TEXT}p":
                self._paragraph(child, kind, gap)
            elif tag == f"{TEXT}list-item":
                self.walk(child, gap, BlockKind.LIST_ITEM)
            elif tag == f"{TABLE}table":
                self._table(child)
            elif tag in (f"{DRAW}frame", f"{DRAW}text-box", f"{DRAW}image", f"{DRAW}object"):
                self._drawn(child, kind, gap)
            elif tag == f"{OFFICE}annotation":
                self._comment(child)
            elif tag == f"{TEXT}change":
                self._was_deleted(child)
            else:
                self.walk(child, gap, kind)

    def write_notes(self) -> None:
        """Write what stands outside the flow of the text; it may hold notes of its own."""
        while self.notes:
            note, kind = self.notes.pop(0)
            self.walk(note, kind=kind)

    def _is_hidden(self, element: etree._Element) -> bool:
        if element.get(f"{TEXT}display") == "none" or element.get(f"{TEXT}is-hidden") == "true":
            return True
        if element.get(f"{TABLE}visibility") in ("collapse", "filter"):
            return True
        return element.tag in (f"{TEXT}p", f"{TEXT}h", f"{TEXT}span", f"{TABLE}table") and self._has_hidden_style(
            element
        )

    def _has_hidden_style(self, element: etree._Element) -> bool:
        style = element.get(f"{TEXT}style-name") or element.get(f"{TABLE}style-name") or ""
        return style in self._hidden_styles

    def _paragraph(self, element: etree._Element, kind: BlockKind, gap: str) -> None:
        self.out.begin(gap)
        self._write_inline(element)
        self.out.end(kind)

    def _write_inline(self, element: etree._Element) -> None:
        self._write_text(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._inline(child)
            self._write_text(child.tail)

    def _write_text(self, words: str | None) -> None:
        """Write character data: white space in it counts as one space (ODF 1.3, 6.1.2)."""
        if words:
            folded = " ".join(words.split())
            front = " " if words[0].isspace() else ""
            back = " " if words[-1].isspace() and folded else ""
            self.out.write(f"{front}{folded}{back}")

    def _inline(self, child: etree._Element) -> None:
        tag = child.tag
        if tag in (f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph") or self._is_hidden(child):
            self.out.mark_removed(RevisionState.HIDDEN, child.get(f"{TEXT}string-value") or words_of(child))
        elif tag == f"{TEXT}s":
            self.out.write(" " * min(_count(child, f"{TEXT}c"), _MOST_SPACES))
        elif tag == f"{TEXT}tab":
            self.out.write("\t")
        elif tag == f"{TEXT}line-break":
            self.out.write("\n")
        elif tag == f"{TEXT}note":
            self.notes += [(body, BlockKind.FOOTNOTE) for body in child.iterchildren(f"{TEXT}note-body")]
        elif tag == f"{OFFICE}annotation":
            self._comment(child)
        elif tag == f"{TEXT}change":
            self._was_deleted(child)
        elif str(tag).startswith(DRAW):
            self._drawn_beside(child)
        elif tag not in _NO_TEXT:
            self._write_inline(child)

    def _comment(self, element: etree._Element) -> None:
        self.authors.append("".join(words_of(author) for author in element.iterchildren(f"{_DC}creator")))
        self.notes.append((element, BlockKind.COMMENT))

    def _was_deleted(self, element: etree._Element) -> None:
        words, author, at = self._deleted.get(element.get(f"{TEXT}change-id", ""), ("", "", ""))
        self.out.mark_removed(RevisionState.DELETED, words, author, at)

    def _drawn_beside(self, element: etree._Element) -> None:
        boxes = [element] if element.tag == f"{DRAW}text-box" else list(element.iter(f"{DRAW}text-box"))
        self.notes += [(box, BlockKind.TEXT_BOX) for box in boxes]
        self._count_pictures(element)

    def _drawn(self, element: etree._Element, kind: BlockKind, gap: str) -> None:
        self._count_pictures(element)
        for box in [element] if element.tag == f"{DRAW}text-box" else element.iter(f"{DRAW}text-box"):
            self.walk(box, gap, BlockKind.TEXT_BOX if kind is BlockKind.PARAGRAPH else kind)

    def _count_pictures(self, element: etree._Element) -> None:
        has_object = next(element.iter(f"{DRAW}object", f"{DRAW}object-ole"), None) is not None
        self.objects += has_object
        self.pictures += not has_object and next(element.iter(f"{DRAW}image"), None) is not None

    def _table(self, table: etree._Element) -> None:
        holder = table.getparent()
        if holder is not None and holder.tag == f"{OFFICE}spreadsheet":
            self.out.add(table.get(f"{TABLE}name", ""), BlockKind.HEADING)
        gap = PARAGRAPH_GAP
        for row in table.iter(f"{TABLE}table-row"):
            if next(row.iterancestors(f"{TABLE}table"), None) is not table:
                continue
            if self._is_hidden(row):
                self.out.mark_removed(RevisionState.HIDDEN, words_of(row))
                continue
            for _ in range(_repeats(row, f"{TABLE}number-rows-repeated")):
                gap = LINE_GAP if self._row(row, gap) else gap

    def _row(self, row: etree._Element, gap: str) -> bool:
        before = self.out.offset
        for cell in row.iterchildren(f"{TABLE}table-cell"):
            for _ in range(_repeats(cell, f"{TABLE}number-columns-repeated")):
                start = self.out.offset
                self._cell(cell, gap)
                gap = CELL_GAP if self.out.offset > start else gap
        return self.out.offset > before

    def _cell(self, cell: etree._Element, gap: str) -> None:
        for child in cell:
            start = self.out.offset
            if isinstance(child.tag, str) and child.tag == f"{TABLE}table":
                self._table(child)
            elif child.tag == f"{TEXT}p" or child.tag == f"{TEXT}h":
                self._paragraph(child, BlockKind.TABLE_CELL, gap)
            elif child.tag == f"{OFFICE}annotation":
                self._comment(child)
            elif isinstance(child.tag, str) and child.tag not in _NO_TEXT:
                self.walk(child, gap, BlockKind.TABLE_CELL)
            gap = LINE_GAP if self.out.offset > start else gap


def words_of(element: etree._Element) -> str:
    """Return all words under an element on one line."""
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def _count(element: etree._Element, attribute: str) -> int:
    value = element.get(attribute, "1")
    return int(value) if value.isdigit() and len(value) < 8 else 1


def _repeats(element: etree._Element, attribute: str) -> int:
    count = _count(element, attribute)
    return min(count, _MOST_REPEATS) if count > 1 and words_of(element) else 1


def deleted_words(root: etree._Element) -> dict[str, tuple[str, str, str]]:
    """Return the words, author and time of each tracked deletion by its id."""
    found = {}
    for region in root.iter(f"{TEXT}changed-region"):
        for deletion in region.iterchildren(f"{TEXT}deletion"):
            info = deletion.find(f"{OFFICE}change-info")
            author, at = (_info(info, name) for name in ("creator", "date"))
            words = " ".join(words_of(child) for child in deletion if child is not info)
            found[region.get(f"{TEXT}id", "")] = (words, author, at)
    return found


def _info(info: etree._Element | None, name: str) -> str:
    found = None if info is None else info.find(f"{_DC}{name}")
    return "" if found is None else words_of(found)


def hidden_styles(*roots: etree._Element) -> frozenset[str]:
    """Return the names of styles whose text or table is not shown."""
    return frozenset(
        style.get(f"{STYLE}name", "")
        for root in roots
        for style in root.iter(f"{STYLE}style")
        if any(_is_not_shown(properties) for properties in style)
    )


def _is_not_shown(properties: etree._Element) -> bool:
    return any(str(key).endswith("}display") and value in ("none", "false") for key, value in properties.attrib.items())


RUNNING: tuple[tuple[str, BlockKind], ...] = tuple(
    (f"{STYLE}{word}{side}", kind)
    for word, kind in (("header", BlockKind.PAGE_HEADER), ("footer", BlockKind.PAGE_FOOTER))
    for side in ("", "-left", "-first")
)
"""Elements of a master page that are printed on each page, and what they are."""


def write_running(walk: OdfWalk, styles: etree._Element) -> None:
    """Write the headers and footers of a file's master pages as page furniture."""
    for tag, kind in RUNNING:
        for element in styles.iter(tag):
            for paragraph in element.iter(f"{TEXT}p"):
                if words := words_of(paragraph):
                    walk.out.add(words, kind, Furniture.RUNNING_HEAD)
