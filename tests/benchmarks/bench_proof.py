"""The proof itself: how many hidden words it finds, how often it is wrong, how long it takes.

    python -m tests.benchmarks.bench_proof [part of a way's name]

Every way to hide a word, and every case of the redaction tables, is given to the proof: it must find the word and not
one that resembles it. The same documents built with another word, and clean typeset ones, must hold nothing.
"""

import sys
import time

from reviewer.model.document import Block, BlockKind
from reviewer.pages.typeset import typeset
from reviewer.proof.recover import recover
from tests.proof.all_ways import ALL
from tests.proof.ways import TWIN, WORD
from tests.redacting.mutations import tables

FILES = {"text": "notes.txt", "html": "page.html", "mail": "letter.eml", "docx": "notes.docx", "pdf": "memo.pdf"}
PARAGRAPH = (
    "The council met on Monday to hear how the ferry would be paid for. Nobody from the company came, but a letter was "
    "read out in which it asked for 4,200,000 a year. Ms Orrell said that this was twice what had been agreed. "
)
NAMES = (
    "Hanes",
    "Quillon",
    "Kovac",
    "Lee",
    "Sander",
    "Farrant",
    "Noel",
    "Title",
    "Page",
    "Monda",
    "Orr",
    "Ann",
    "Eason",
)
PAGES = 20


def found(file: str, content: bytes, needles: tuple[str, ...]) -> set[int]:
    """Return the numbers of the needles that the proof finds."""
    return {survivor.needle for survivor in recover(file, content, needles).survivors}


def ways(wanted: str) -> int:
    """Print recall and false alarms over the ways; return how many went wrong."""
    chosen = [one for one in ALL if wanted in one.name]
    missed = [one.name for one in chosen if 0 not in found(one.file_name, one.build(WORD), (WORD,))]
    wrong = [one.name for one in chosen if found(one.file_name, one.build(TWIN), (WORD,))]
    print(
        f"ways: {len(chosen) - len(missed)} of {len(chosen)} found, {len(wrong)} false alarms in twins", missed, wrong
    )
    return len(missed) + len(wrong)


def cases() -> int:
    """Print recall over the redaction tables; return how many words were missed."""
    missed: list[str] = []
    count = 0
    for kind, by_name in tables().items():
        word, twin = ("Hanes", "Hanas") if kind == "pdf" else ("Brackenfold", "Brackenfald")
        for name, content in by_name.items():
            count += 1
            data = content if isinstance(content, bytes) else content()
            if found(FILES[kind], data, (word, twin)) != {0}:
                missed.append(f"{kind}: {name}")
    print(f"redaction tables: {count - len(missed)} of {count} found and nothing else", missed)
    return len(missed)


def clean() -> int:
    """Print false alarms and seconds a page over clean documents; return the number of false alarms."""
    text = "\n".join([PARAGRAPH * 8] * PAGES)
    starts = [number * (len(PARAGRAPH) * 8 + 1) for number in range(PAGES)]
    made = typeset(text, [Block(start, start + len(PARAGRAPH) * 8, BlockKind.PARAGRAPH) for start in starts])
    begun = time.perf_counter()
    alarms = recover("clean.pdf", made.pdf, NAMES).survivors
    seconds = time.perf_counter() - begun
    pages = len(made.pages)
    print(
        f"clean PDF of {pages} pages: {len(alarms)} false alarms in {len(NAMES)} names, {seconds / pages:.3f} s a page"
    )
    for one in alarms:
        print(f"    {NAMES[one.needle]}: {one.part}, {one.engine}, {one.form}")
    return len(alarms)


def main(wanted: str) -> int:
    """Run everything; return 1 when anything went wrong."""
    begun = time.perf_counter()
    faults = clean() + ways(wanted) + (0 if wanted else cases())
    print(f"{time.perf_counter() - begun:.0f} s in all")
    return int(faults > 0)


if __name__ == "__main__":
    raise SystemExit(main(" ".join(sys.argv[1:])))
