"""What a redaction changes outside the marked lines: characters lost, glyphs moved, pixels changed, pages as pictures.

Run as `python -m tests.benchmarks.bench_redaction_fidelity [--folder FOLDER]`. Everything is measured by pdfium, pixels
at 150 dpi, one different value in one channel counts. With `--folder`, the first pages of the PDFs in it are marked
as well, each at a word in the middle of its text. Plain `apply_redactions` of PyMuPDF is measured beside it.
"""

import argparse
import re
import sys
import time
from pathlib import Path

import pymupdf

from reviewer.model.problem import ReviewerError
from reviewer.model.redaction import RedactionLoss, RedactionOrder
from reviewer.redacting.pdf import redact_pdf
from tests.redacting.fidelity import Change, changes
from tests.redacting.fidelity_pages import PAGES, TERM

_MOST_PAGES = 4


def main() -> int:
    """Print the tables; return 1 when anything was lost on the pages built here."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    print(f"{'page':34}{'lost':>7}{'moved':>7}{'pixels':>9}{'':3}{'as':10}{'plain apply: lost, moved, pixels':>34}")
    total, rasters, built = Change(), 0, 0
    for name, build in PAGES.items():
        if options.only in name:
            change, is_raster = _row(name, build(), TERM)
            total, rasters, built = total.plus(change), rasters + is_raster, built + 1
    print(
        f"{built} pages: {total.lost} characters lost, {total.moved} moved, {total.pixels} pixels; {rasters} pictures"
    )
    if options.folder:
        _folder(options.folder)
    return 1 if total.lost or total.moved or total.pixels else 0


def _row(name: str, content: bytes, term: str) -> tuple[Change, bool]:
    started = time.process_time()
    try:
        made = redact_pdf("page.pdf", content, RedactionOrder(terms=(term,), reason="s 40"))
    except ReviewerError as error:
        print(f"{name[:33]:34}{'refused: ' + str(error.problem.arguments.get('reason', error.problem.code)):>40}")
        return Change(), False
    spent = time.process_time() - started
    boxes = [one.box for one in made.applied if one.box is not None]
    ours, plain = changes(content, made.content, term, boxes), changes(content, _plain(content, term), term)
    notes = [note for note in made.losses if note.loss is RedactionLoss.TEXT_LAYER]
    way = f"picture: {notes[0].reason}" if notes else ""
    beside = f"{plain.lost}, {plain.moved}, {plain.pixels}"
    print(f"{name[:33]:34}{ours.lost:7}{ours.moved:7}{ours.pixels:9}   {way:10}{beside:>34}{spent:8.2f} s", flush=True)
    return ours, bool(notes)


def _plain(content: bytes, term: str) -> bytes:
    with pymupdf.open(stream=content) as document:
        for page in document:
            for box in page.search_for(term):
                page.add_redact_annot(box, fill=(0, 0, 0))
            page.apply_redactions()
        return bytes(document.tobytes())


def _folder(folder: Path) -> None:
    total, pages, rasters = Change(), 0, 0
    for path in sorted(folder.rglob("*.pdf")):
        for content, term in _marked_pages(path):
            change, is_raster = _row(f"{path.name[-30:]}", content, term)
            total, pages, rasters = total.plus(change), pages + 1, rasters + is_raster
    print(f"{pages} found pages: {total.lost} lost, {total.moved} moved, {total.pixels} pixels; {rasters} pictures")


def _marked_pages(path: Path) -> list[tuple[bytes, str]]:
    found: list[tuple[bytes, str]] = []
    try:
        with pymupdf.open(path) as document:
            for number in range(min(_MOST_PAGES, document.page_count)):
                words = [word[4] for word in document[number].get_text("words")]
                good = [word for word in words if re.fullmatch(r"[A-Za-z]{5,}", word) and words.count(word) < 3]
                if good:
                    single = pymupdf.open()
                    single.insert_pdf(document, from_page=number, to_page=number)
                    found.append((single.tobytes(), good[len(good) // 2]))
    except Exception as error:
        print(f"{path.name}: not read, {type(error).__name__}")
    return found


if __name__ == "__main__":
    sys.exit(main())
