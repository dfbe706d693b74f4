"""The text of PDF pages as two further engines see it: pdfminer.six and pypdf."""

import io
import logging
from typing import Any

from pdfminer.converter import TextConverter
from pdfminer.layout import LAParams
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pypdf import PdfReader

from reviewer.proof.recovering.gathering import Gathering

for _chatty in ("pdfminer", "pypdf"):
    logging.getLogger(_chatty).setLevel(logging.CRITICAL)

_MINER = "pdfminer"
_PYPDF = "pypdf"


def read_with_pdfminer(gathering: Gathering, content: bytes, password: str | None, names: list[str]) -> set[int]:
    """Read all pages with pdfminer; return the numbers, from 0, of those that were read.

    It is told neither to care about permissions nor about layout that hides text; whatever a broken file makes it
    raise ends the page at hand only.
    """
    read: set[int] = set()
    try:
        document = PDFDocument(PDFParser(io.BytesIO(content)), password or "")
        pages = list(PDFPage.create_pages(document))
    except Exception:
        return read
    manager = PDFResourceManager()
    for number, page in enumerate(pages[: len(names)]):
        written = io.StringIO()
        converter = TextConverter(manager, written, laparams=LAParams(all_texts=True))
        try:
            PDFPageInterpreter(manager, converter).process_page(page)
            read.add(number)
        except Exception:
            continue
        finally:
            gathering.read_plain(names[number], _MINER, written.getvalue())
    return read


def read_with_pypdf(gathering: Gathering, content: bytes, password: str | None, names: list[str]) -> set[int]:
    """Read pages, information, outline and fields with pypdf; return the numbers, from 0, of the pages read."""
    read: set[int] = set()
    try:
        reader = PdfReader(io.BytesIO(content), strict=False, password=password)
        pages = list(reader.pages)
    except Exception:
        return read
    for number, page in enumerate(pages[: len(names)]):
        try:
            gathering.read_plain(names[number], _PYPDF, page.extract_text())
            read.add(number)
        except Exception:
            continue
    for part, words in (("document information", _information), ("outline", _outline), ("form", _fields)):
        try:
            gathering.read_text(part, _PYPDF, words(reader))
        except Exception:
            continue
    return read


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
