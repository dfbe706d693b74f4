"""The outside packet as DOCX: a plain letter with numbered statements and no names."""

from reviewer.exporting.docx_packet import docx_facts
from reviewer.exporting.edition import PacketFacts
from reviewer.exporting.letter import TITLE, compose_letter
from reviewer.formats.docx_writing import DocxWriter
from reviewer.formats.docx_xml import PageField, TextRun, paragraph


def make_letter_docx(facts: PacketFacts) -> bytes:
    """Return the letter. Nothing of the review but the chosen claims is in it."""
    letter = compose_letter(facts)
    writer = DocxWriter(docx_facts(facts, TITLE))
    writer.foot = [TextRun("\tpage "), PageField(), TextRun(" of "), PageField(total=True)]
    writer.add(paragraph(letter.date, "Lead"), paragraph(TITLE, "Heading1"), paragraph(letter.opening, "Lead"))
    for number, claim in enumerate(letter.claims, 1):
        writer.add(paragraph([TextRun(f"{number}.  ", bold=True), TextRun(claim)], "Quote"))
    if letter.closing:
        writer.add(paragraph(letter.closing, "Lead"))
    if letter.deadline:
        writer.add(paragraph([TextRun(letter.deadline, bold=True)], "Lead"))
    return writer.save()
