"""The text of PDF pages as two further engines see it: pdfminer.six and pypdf."""

import io
import logging
import math
from collections.abc import Container, Mapping
from itertools import islice
from typing import Any

from pdfminer.converter import TextConverter
from pdfminer.layout import LAParams, LTLayoutContainer
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import MATRIX_IDENTITY, mult_matrix
from pypdf import PdfReader

from reviewer.proof.recovering.gathering import Gathering

for _chatty in ("pdfminer", "pypdf"):
    logging.getLogger(_chatty).setLevel(logging.CRITICAL)

_DEGREES = 90
_MINER = "pdfminer"
_PYPDF = "pypdf"


def read_with_pdfminer(
    gathering: Gathering, content: bytes, password: str | None, names: list[str], drawn: Mapping[int, str]
) -> dict[int, str]:
    """Read all pages with pdfminer; return the text, by page number from 0, of those that were read.

    First only what each code of the content means is asked: that is a tenth of the work. Where these are the letters
    that another engine read there (`drawn`, by page number), in the same order, its places hold for them as well;
    everywhere else the page is read again with pdfminer's own layout. Permissions are ignored; whatever a broken file
    makes it raise ends the page at hand only.
    """
    read: dict[int, str] = {}
    try:
        document = PDFDocument(PDFParser(io.BytesIO(content)), password or "")
        pages = list(islice(PDFPage.create_pages(document), len(names)))
    except Exception:
        return read
    manager = PDFResourceManager()
    letters = _Letters(manager)
    for number, page in enumerate(pages):
        try:
            text = letters.of_page(PDFPageInterpreter(manager, letters), page)
        except Exception:
            text = None
        if text is not None:
            read[number] = text
            gathering.read_plain(names[number], _MINER, text)
        if text is None or not same_letters(text, drawn.get(number)):
            for quarter in range(4) if text is None else sorted(letters.quarters):
                gathering.read_plain(names[number], _MINER, _laid_out(manager, page, quarter) or "")
    return read


def read_with_pypdf(
    gathering: Gathering, content: bytes, password: str | None, names: list[str], agreed: Container[int]
) -> set[int]:
    """Read information, outline, fields and pages with pypdf; return the numbers, from 0, of the pages read.

    Pages on which two engines `agreed` letter by letter are not read a third time.
    """
    read: set[int] = set()
    try:
        reader = PdfReader(io.BytesIO(content), strict=False, password=password)
        wanted = [number for number in range(min(len(names), len(reader.pages))) if number not in agreed]
    except Exception:
        return read
    for number in wanted:
        try:
            gathering.read_plain(names[number], _PYPDF, reader.pages[number].extract_text())
            read.add(number)
        except Exception:
            continue
    for part, words in (("document information", _information), ("outline", _outline), ("form", _fields)):
        try:
            gathering.read_text(part, _PYPDF, words(reader))
        except Exception:
            continue
    return read


def same_letters(text: str, other: str | None) -> bool:
    """Return whether two engines read the same letters in the same order, whatever the gaps between them."""
    return other is not None and "".join(text.split()) == "".join(other.split())


class _Letters(PDFTextDevice):
    """Takes down what every code of a content stream means, in the order of the content, and nothing else.

    `quarters` are the directions in which the lines of the last page run, in quarter turns against the clock.
    """

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.quarters: set[int] = set()
        self._pieces: list[str] = []
        self._meanings: dict[Any, dict[int, str]] = {}

    def of_page(self, interpreter: PDFPageInterpreter, page: PDFPage) -> str:
        """Return the letters of a page, a line break behind every operator that shows text."""
        self._pieces.clear()
        self.quarters.clear()
        interpreter.process_page(page)
        return "".join(self._pieces)

    def render_string(self, textstate: Any, seq: Any, *_: Any) -> None:  # noqa: ANN401 - untyped
        """Take down the letters that one operator shows; pdfminer calls this."""
        font = textstate.font
        self.quarters.add(_quarter(mult_matrix(textstate.matrix, self.ctm or MATRIX_IDENTITY)))
        known = self._meanings.setdefault(font, {})
        for piece in seq:
            if isinstance(piece, bytes):
                for code in font.decode(piece):
                    if code not in known:
                        known[code] = _meaning(font, code)
                    self._pieces.append(known[code])
        self._pieces.append("\n")


def _meaning(font: Any, code: int) -> str:  # noqa: ANN401 - untyped
    try:
        return str(font.to_unichr(code))
    except PDFUnicodeNotDefined:
        return ""


class _OneDirection(TextConverter):
    """Lays out the characters of lines that run to the right; letters of other lines would come in between."""

    def render_char(self, matrix: Any, *others: Any) -> float:  # noqa: ANN401 - untyped
        """Take a character; pdfminer calls this."""
        taken = self.cur_item
        if _quarter(matrix):
            self.cur_item = LTLayoutContainer((0, 0, 0, 0))
        try:
            return float(super().render_char(matrix, *others))
        finally:
            self.cur_item = taken


def _quarter(matrix: Any) -> int:  # noqa: ANN401 - untyped
    """Return into which direction a matrix turns a line, in quarter turns against the clock, 0 to 3."""
    return round(math.atan2(matrix[1], matrix[0]) / (math.pi / 2)) % 4


def _laid_out(manager: PDFResourceManager, page: PDFPage, quarter: int) -> str | None:
    """Return those lines of a page that run in one direction, as pdfminer puts them together."""
    written = io.StringIO()
    converter = _OneDirection(manager, written, laparams=LAParams(all_texts=True))
    page.rotate = (page.rotate + _DEGREES * quarter) % 360
    try:
        PDFPageInterpreter(manager, converter).process_page(page)
    except Exception:
        return written.getvalue() or None
    finally:
        page.rotate = (page.rotate - _DEGREES * quarter) % 360
    return written.getvalue()


def _information(reader: PdfReader) -> str:
    return "\n".join(f"{key} {value}" for key, value in (reader.metadata or {}).items())


def _outline(reader: PdfReader) -> str:
    titles: list[str] = []
    stack: list[Any] = list(reader.outline)
    while stack:
        entry = stack.pop()
        if isinstance(entry, list):
            stack.extend(entry)
        else:
            titles.append(str(entry.title))
    return "\n".join(titles)


def _fields(reader: PdfReader) -> str:
    return "\n".join(f"{name} {field.value}" for name, field in (reader.get_fields() or {}).items())
