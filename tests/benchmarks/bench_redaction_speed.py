"""Speed and memory of redacting a long PDF, beside PyMuPDF's own removal of the same words in the same run.

Run as `python -m tests.benchmarks.bench_redaction_speed [PAGES]` (300 unless told). The document is made here: text in
two faces, tables, photographs, one marked word on two pages of three. Everything runs in a child of its own, so that
the memory is that of the work alone. Goal: redaction with its proof takes at most five times as long.
"""

import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pymupdf

from reviewer.assets import resource as bundled
from reviewer.model.redaction import RedactionOrder
from reviewer.proof.recover import recover
from reviewer.redacting.redact import redact_file

WORD = "Featherby"
PAGES = 300
GOAL = 5.0
_LINES, _LEADING = 44, 16.0
_SYLLABLES = [
    "ba",
    "ber",
    "cor",
    "dan",
    "del",
    "en",
    "fer",
    "gra",
    "hol",
    "il",
    "jor",
    "ket",
    "lan",
    "mor",
    "nel",
    "or",
    "pra",
    "quin",
    "ros",
    "sel",
    "tor",
    "un",
    "ver",
    "wal",
    "yor",
    "zen",
]


def long_document(pages: int, with_photographs: bool = True) -> bytes:
    """Return a PDF of that many pages; two of three hold the word once, every tenth a photograph."""
    chance = random.Random(7)
    words = sorted({"".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(4000)})
    document = pymupdf.open()
    serif = str(bundled("fonts/CharisSIL-Regular.ttf"))
    for number in range(1, pages + 1):
        page = document.new_page(width=595, height=842)
        is_serif = number % 2 == 0
        face: dict[str, Any] = {"fontname": "charis", "fontfile": serif} if is_serif else {"fontname": "helv"}
        lines = [_line(chance, words, number % 7 == 0) for _ in range(_LINES)]
        if number % 3:
            at = chance.randrange(4, _LINES - 14)
            lines[at] = _with_the_word(chance, lines[at])
        shows_photograph = with_photographs and number % 10 == 0
        page.insert_text(
            (56, 64), lines[: _LINES - 12 if shows_photograph else _LINES], fontsize=10, lineheight=1.55, **face
        )
        if number % 7 == 0:
            for row in range(0, _LINES, 2):
                page.draw_line((50, 52 + row * _LEADING), (545, 52 + row * _LEADING), width=0.5)
        if shows_photograph:
            page.insert_image(pymupdf.Rect(56, 600, 356, 800), pixmap=_photograph(number))
    document.subset_fonts()
    return bytes(document.tobytes(garbage=3, deflate=True))


def _line(chance: random.Random, words: list[str], is_table: bool) -> str:
    if is_table:
        return "    ".join(f"{chance.choice(words)} {chance.randint(1, 9000)}" for _ in range(5))
    return " ".join(chance.choices(words, k=13)).capitalize()[:92]


def _with_the_word(chance: random.Random, line: str) -> str:
    parts = line.split(" ")
    parts[chance.randrange(len(parts) - 2)] = WORD
    return " ".join(parts)


def _photograph(seed: int) -> pymupdf.Pixmap:
    noise = np.random.default_rng(seed).normal(0, 6, (400, 600, 3))
    slope = np.linspace(40, 210, 600)[None, :, None] + np.linspace(0, 40, 400)[:, None, None]
    samples = np.clip(slope + noise, 0, 255).astype(np.uint8)
    return pymupdf.Pixmap(pymupdf.csRGB, 600, 400, samples.tobytes(), False)


def plain_removal(content: bytes) -> bytes:
    """Remove the word as PyMuPDF's handbook shows it."""
    with pymupdf.open(stream=content) as document:
        for page in document:
            for place in page.search_for(WORD):
                page.add_redact_annot(place, fill=(0, 0, 0))
            page.apply_redactions()
        return bytes(document.tobytes())


def our_removal(content: bytes) -> bytes:
    """Remove the word as we do, without the proof."""
    return redact_file("long.pdf", content, RedactionOrder(terms=(WORD,), reason="P1")).content


def our_proof(content: bytes) -> bytes:
    """Prove that the word is gone; return an empty string when it is."""
    proved = recover("long.pdf", content, (WORD,))
    return b"" if not proved.survivors and not proved.unread else repr(proved).encode()


def measured(work: Callable[[bytes], bytes], content: bytes) -> tuple[bytes, float, float]:
    """Run one step in a child of its own; return what it made, its CPU seconds and its peak memory in MB."""
    here, there = multiprocessing.get_context("spawn").Pipe()
    child = multiprocessing.get_context("spawn").Process(target=_serve, args=(there, work, content))
    child.start()
    there.close()
    made, seconds, peak = here.recv()
    child.join()
    return made, seconds, peak


def _serve(pipe: Any, work: Callable[[bytes], bytes], content: bytes) -> None:
    work(long_document(1, with_photographs=False))
    started = time.process_time()
    made = work(content)
    seconds = time.process_time() - started
    pipe.send((made, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def main() -> None:
    """Print seconds a page and peak memory of each step, and how many times PyMuPDF's own removal that is."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    for title, with_photographs in (("text and tables alone", False), ("with photographs, read by OCR", True)):
        content = long_document(pages, with_photographs)
        print(f"{title}: {pages} pages, {len(content) / 1e6:.1f} MB, {WORD} on {pages - pages // 3} of them")
        print(f"  {'step':<28}{'s':>9}{'ms a page':>12}{'peak MB':>10}{'times plain':>13}")
        _, plain, peak = measured(plain_removal, content)
        _row("plain removal and save", plain, pages, peak, plain)
        made, removal, peak = measured(our_removal, content)
        _row("our removal", removal, pages, peak, plain)
        verdict, proof, peak = measured(our_proof, made)
        _row("our proof", proof, pages, peak, plain)
        _row("removal and proof", removal + proof, pages, 0.0, plain)
        if verdict:
            print("  NOT PROVED:", verdict[:500].decode())
    print(f"goal: at most {GOAL:.0f} times plain for removal and proof of text")


def _row(step: str, seconds: float, pages: int, peak: float, plain: float) -> None:
    shown = f"{peak:10.0f}" if peak else " " * 10
    print(f"  {step:<28}{seconds:9.2f}{seconds / pages * 1000:12.1f}{shown}{seconds / plain:13.1f}")


if __name__ == "__main__":
    main()
