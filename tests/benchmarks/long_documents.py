"""Long documents for benchmarks of the window, invented and built in code."""

import hashlib
import random

import pymupdf

from reviewer.model.document import Document, Page, WordArray
from reviewer.pages.typeset import typeset
from tests.documents.review_builder import blocks_of

WORDS = [
    "the",
    "ferry",
    "line",
    "carried",
    "people",
    "over",
    "a",
    "grey",
    "sound",
    "while",
    "harbour",
    "boards",
    "argued",
    "about",
    "fares",
    "and",
    "winter",
]
PARAGRAPH = 90


def text_document(pages: int) -> tuple[Document, bytes]:
    """Return a document of at least so many pages of plain words, cut to that, and its galley."""
    chance = random.Random(7)
    paragraphs = (" ".join(chance.choices(WORDS, k=PARAGRAPH)) + ".\n" for _ in range(pages * 6))
    text = "\n".join(paragraphs)
    galley = typeset(text, blocks_of(text), "long.txt")
    kept = pymupdf.open("pdf", galley.pdf)
    kept.select(range(min(pages, kept.page_count)))
    return _document("long.txt", text, galley.pages[:pages]), kept.tobytes()


def image_document(pages: int) -> tuple[Document, bytes]:
    """Return a document of scanned pages: A4 pictures of 150 dots an inch, full of grain as scans are."""
    pdf = pymupdf.open()
    scans = [_scan(seed) for seed in range(8)]
    for number in range(pages):
        page = pdf.new_page(width=595, height=842)
        page.insert_image(page.rect, stream=scans[number % len(scans)])
    made = tuple(Page(number + 1, 595.0, 842.0, WordArray(), 0, 0) for number in range(pages))
    return _document("scan.pdf", "", made), pdf.tobytes()


def _scan(seed: int) -> bytes:
    chance = random.Random(seed)
    width, height = 1240, 1754
    grain = bytes(chance.choices(range(215, 256), k=width * 64))
    samples = (grain * (height // 64 + 1))[: width * height]
    return pymupdf.Pixmap(pymupdf.csGRAY, width, height, samples, False).tobytes("jpeg")


def _document(name: str, text: str, pages: tuple[Page, ...]) -> Document:
    id_ = hashlib.sha256(f"{name}{len(text)}{len(pages)}".encode()).hexdigest()
    return Document(id_, name, "text/plain", text, blocks_of(text), pages, True)
