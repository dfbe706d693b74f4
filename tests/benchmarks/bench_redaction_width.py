"""How many bits about a removed surname a redacted file gives away: by box, label and places, and by line breaks.

Run as `python -m tests.benchmarks.bench_redaction_width [--names 1000] [--only WORDS]`. Each surname is set in the
same text, one page a name, and redacted. "breaks" is the mutual information (uniform prior) of the name and of which
words share a line: no redaction of a page with fixed lines can hide it. "places" is what all that pdfium shows of the
page tells beyond that, to a hundredth of a point; "bytes" what the page's operators tell beyond that, byte for byte.
Plain `apply_redactions` of PyMuPDF stands beside it. All the name's bits are log2 of the number of names.
"""

import argparse
import io
import math
import sys
import time
from collections.abc import Sequence

import docx
import pymupdf
import pypdfium2

from reviewer.model.redaction import RedactionOrder
from reviewer.redacting.pdf import redact_pdf
from reviewer.redacting.redact import redact_file
from tests.documents.docx_builder import build_docx, paragraph
from tests.redacting.surnames import surnames
from tests.redacting.width_pages import SENTENCE, SETTINGS, Setting
from tests.redacting.widths import bits_given_away, line_breaks, seen, written

GOAL = 0.1
BATCH = 100
CODES = ("b(6)", "s 40", "", "Personal data of a third party, s 40(2)")


def main() -> int:
    """Print the table; return 1 when places give away more than the goal."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--names", type=int, default=1000)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    names = surnames(options.names)
    print(f"{len(names)} surnames, {math.log2(len(names)):.2f} bits each")
    print(f"{'setting':34}{'places':>8}{'bytes':>8}{'breaks':>8}{'plain apply: places':>22}")
    worst = 0.0
    for number, (title, build) in enumerate(SETTINGS.items()):
        if options.only in title:
            worst = max(worst, _row(title, build, names, CODES[number % len(CODES)]))
    for kind in ("DOCX", "HTML", "text"):
        if not options.only:
            worst = max(worst, _flowing(kind, names))
    print(f"most given away by box, label and places: {worst:.3f} bits (goal {GOAL})")
    return 1 if worst > GOAL else 0


def _row(title: str, build: Setting, names: Sequence[str], code: str) -> float:
    started = time.process_time()
    places: list[object] = []
    both: list[object] = []
    breaks: list[object] = []
    plain: list[object] = []
    plain_breaks: list[object] = []
    for at in range(0, len(names), BATCH):
        batch = names[at : at + BATCH]
        before = build(batch)
        redacted = redact_pdf("names.pdf", before, RedactionOrder(terms=tuple(batch), reason=code))
        shown, lines = _visible(redacted.content)
        places, breaks = places + shown, breaks + lines
        both += zip(written(redacted.content), shown, strict=True)
        shown, lines = _visible(_plain(before, batch))
        plain, plain_breaks = plain + shown, plain_breaks + lines
    spent = time.process_time() - started
    ours, told, theirs = _beyond(places, breaks), _beyond(both, breaks), _beyond(plain, plain_breaks)
    print(f"{title:34}{ours:8.3f}{told:8.3f}{bits_given_away(breaks):8.3f}{theirs:22.3f}{spent:8.1f} s", flush=True)
    return max(ours, told)


def _beyond(what: Sequence[object], breaks: Sequence[object]) -> float:
    return bits_given_away(list(zip(what, breaks, strict=True))) - bits_given_away(breaks)  # type: ignore[arg-type]


def _visible(content: bytes) -> tuple[list[object], list[object]]:
    document = pypdfium2.PdfDocument(content)
    try:
        pages = list(document)
        return [seen(page) for page in pages], [line_breaks(page) for page in pages]
    finally:
        document.close()


def _plain(content: bytes, names: Sequence[str]) -> bytes:
    with pymupdf.open(stream=content) as document:
        for page, name in zip(document, names, strict=True):
            for box in page.search_for(name):
                page.add_redact_annot(box, fill=(0, 0, 0))
            page.apply_redactions()
        return bytes(document.tobytes())


def _flowing(kind: str, names: Sequence[str]) -> float:
    """Measure a kind without fixed lines: its whole text is what is seen."""
    outcomes = [
        _text_of(kind, redact_file(_NAMES[kind], _built(kind, name), RedactionOrder(terms=(name,))).content)
        for name in names
    ]
    told = bits_given_away(outcomes)
    print(f"{kind:34}{told:8.3f}{told:8.3f}{0.0:8.3f}{'':22}")
    return told


_NAMES = {"DOCX": "a.docx", "HTML": "a.html", "text": "a.txt"}


def _built(kind: str, name: str) -> bytes:
    text = SENTENCE.format(name)
    if kind == "DOCX":
        return build_docx(paragraph(text))
    return (f"<html><body><p>{text}</p></body></html>" if kind == "HTML" else text).encode()


def _text_of(kind: str, content: bytes) -> str:
    if kind == "DOCX":
        return "\n".join(line.text for line in docx.Document(io.BytesIO(content)).paragraphs)
    return content.decode()


if __name__ == "__main__":
    sys.exit(main())
