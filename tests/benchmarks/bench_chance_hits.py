"""Short surnames that a clean PDF seems to hold by chance: each is a redaction refused for nothing.

    python -m tests.benchmarks.bench_chance_hits

A thousand made-up surnames of three to five letters are looked for in PDFs that do not hold them: a packet, text in
embedded fonts, one long galley. What is printed are the surnames "found", by the reading that found them.
"""

import random
from collections import Counter, defaultdict

import pymupdf

from reviewer.assets import resource
from reviewer.exporting.packet import make_packet
from reviewer.model.document import Block, BlockKind
from reviewer.model.packet import PacketFormat, Profile
from reviewer.pages.typeset import typeset
from reviewer.proof.recover import recover
from tests.benchmarks.bench_proof import PARAGRAPH
from tests.documents.pdf_builder import wrapped
from tests.documents.review_builder import options
from tests.documents.sallowmere import sallowmere

_ONSETS = ("b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "j", "br", "st", "ch", "th")
_VOWELS = ("a", "e", "i", "o", "u", "oe", "ee")
_CODAS = ("l", "n", "r", "s", "t", "m", "d", "k", "ck", "ll", "nd", "rn", "")
_HOW_MANY = 1_000
_PAGES = 16
FONTS = ("CharisSIL-Regular.ttf", "NotoSans-Regular.ttf", "NotoSansMono-Regular.ttf")


def surnames() -> list[str]:
    """Return made-up surnames of three to five letters, always the same."""
    chance = random.Random(7)
    names: dict[str, None] = {"Noel": None, "Lee": None, "Orr": None, "Ann": None}
    while len(names) < _HOW_MANY:
        name = chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS)
        if 3 <= len(name) <= 5:
            names.setdefault(name.capitalize())
    return list(names)


def packet() -> bytes:
    """Return a packet with a PDF's whole variety of fonts."""
    builder = sallowmere()
    chosen = options(Profile.DESK, (PacketFormat.PDF,))
    files = make_packet(builder.build(), chosen, builder.originals, builder.galleys)
    return next(file.content for file in files if file.content.startswith(b"%PDF"))


def galley() -> bytes:
    """Return a long typeset document."""
    text = "\n".join(f"{number} {PARAGRAPH * 4}" for number in range(_PAGES * 4))
    lines = text.split("\n")
    starts = [sum(len(one) + 1 for one in lines[:at]) for at in range(len(lines))]
    blocks = tuple(
        Block(start, start + len(line), BlockKind.PARAGRAPH) for start, line in zip(starts, lines, strict=True)
    )
    return typeset(text, blocks).pdf


def embedded(is_subset: bool) -> bytes:
    """Return pages set in whole or reduced fonts by another writer."""
    document = pymupdf.open()
    faces = [pymupdf.Font(fontfile=str(resource(f"fonts/{name}"))) for name in FONTS]
    for number in range(_PAGES):
        page = document.new_page()
        writer = pymupdf.TextWriter(page.rect)
        for row, line in enumerate(wrapped(f"{number + 1} {PARAGRAPH * 6}", 340)):
            writer.append((72, 60 + row * 15), line, font=faces[row % len(faces)], fontsize=11)
        writer.write_text(page)
    if is_subset:
        document.subset_fonts()
    return bytes(document.tobytes(deflate=True, garbage=3))


def said_in(content: bytes) -> str:
    """Return the text of all pages in small letters."""
    with pymupdf.open(stream=content) as document:
        return "".join(page.get_text() for page in document).lower()


def main() -> None:
    """Print for each file how many of the surnames are found in it, and where."""
    names = surnames()
    files = {
        "packet": packet, "galley": galley, "fonts, reduced": lambda: embedded(True),
        "fonts, whole": lambda: embedded(False),
    }  # fmt: skip
    for title, build in files.items():
        content = build()
        text = said_in(content)
        absent = [name for name in names if name.lower() not in text]
        places: dict[str, set[str]] = defaultdict(set)
        for one in recover("memo.pdf", content, absent).survivors:
            places[absent[one.needle]].add(f"{one.engine}, {one.form}")
        print(f"{title}: {len(places)} of {len(absent)} absent surnames are found")
        for place, count in Counter(place for found in places.values() for place in found).most_common():
            print(f"    {place}: {count}, as {sorted(name for name, found in places.items() if place in found)[:6]}")


if __name__ == "__main__":
    main()
