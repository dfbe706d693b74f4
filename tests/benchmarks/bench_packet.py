"""Processor time and size of a packet by claim: python -m tests.benchmarks.bench_packet [CLAIMS]

Goals a claim: 3 ms for the PDF's annotations, 2.5 ms for the DOCX's comment and table row, 15 ms for an exhibit with
its page image. An article of that many claims on two sources; every fourth claim differs from its source and so gets
an exhibit.
"""

import sys
import time

from reviewer.exporting.book import Book
from reviewer.exporting.data import review_json
from reviewer.exporting.docx_exhibits import add_exhibits
from reviewer.exporting.docx_packet import docx_facts, make_docx
from reviewer.exporting.edition import gather_facts
from reviewer.exporting.packet import make_packet
from reviewer.exporting.pdf_packet import PARTS
from reviewer.formats.docx_writing import DocxWriter
from reviewer.model.finding import Rule
from reviewer.model.packet import PacketFormat, Profile
from reviewer.model.verdict import Decision
from tests.documents.review_builder import ReviewBuilder, options

EVERY = 4


def a_review_of(claims):
    """A review with this many claims."""
    printed = [f"Ship number {at} brought {at + 100} crates of tin to the port in May." for at in range(claims)]
    held = [text.replace("crates", "boxes") if at % EVERY == 0 else text for at, text in enumerate(printed)]
    paragraphs = [" ".join(printed[at : at + 3]) for at in range(0, claims, 3)]
    builder = ReviewBuilder("Tin rush at the port\n" + "\n".join(paragraphs) + "\n")
    half = claims // 2
    sources = [builder.source(f"list-{n}.txt", "\n".join(part)) for n, part in enumerate((held[:half], held[half:]))]
    for at, (text, words) in enumerate(zip(printed, held, strict=True)):
        claim = builder.claim(text)
        differs = at % EVERY == 0
        builder.found(claim, sources[at >= half], words, Rule.ALTERED_QUOTE if differs else Rule.VERBATIM)
        builder.verdict(claim, Decision.FIX if differs else Decision.VERIFIED)
    return builder


def timed(work):
    """Return what work gives, and the processor milliseconds it took."""
    begun = time.process_time()
    made = work()
    return made, 1000 * (time.process_time() - begun)


def drawn(facts):
    """Return a book with all its parts drawn, and the milliseconds of each by name."""
    book = Book(facts)
    return book, {draw.__name__: timed(lambda draw=draw: draw(book))[1] for draw in PARTS}


def main(claims):
    """Print a line for each figure."""
    builder = a_review_of(claims)
    review, wanted = builder.build(), options(Profile.DESK, (PacketFormat.PDF,))
    facts = gather_facts(review, wanted, review_json(review, wanted), builder.galleys)
    exhibits = -(-claims // EVERY)
    book, spent = drawn(facts)
    bare, _ = drawn(facts)
    bare.pdf.annotators.clear()
    _, with_marks = timed(lambda: book.finish("packet"))
    _, without = timed(lambda: bare.finish("packet"))
    print(f"PDF annotations: {(with_marks - without) / claims:.2f} ms a claim")
    for name, milliseconds in spent.items():
        print(f"PDF {name}: {milliseconds / claims:.2f} ms a claim")
    print(f"PDF exhibits: {spent['draw_exhibits'] / exhibits:.2f} ms each ({exhibits})")
    _, whole = timed(lambda: make_docx(facts, lambda: None))
    _, shown = timed(lambda: add_exhibits(DocxWriter(docx_facts(facts, "packet")), facts))
    print(f"DOCX comment, article and table row: {(whole - shown) / claims:.2f} ms a claim")
    print(f"DOCX exhibits: {shown / exhibits:.2f} ms each")
    for kind in (PacketFormat.PDF, PacketFormat.DOCX):
        chosen = options(Profile.DESK, (kind,))
        files, spent_in_all = timed(lambda c=chosen: make_packet(review, c, builder.originals, builder.galleys))
        size = next(len(file.content) for file in files if file.name.endswith(kind.value))
        print(f"{kind.value}, checked: {spent_in_all / claims:.2f} ms a claim in all, {size / 1024:.0f} KB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
