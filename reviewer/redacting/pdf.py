"""PDF: marked words, pictures and areas taken out of pages, and everything left behind that a page does not need.

Each page is looked at in every order of its glyphs and, where pictures or drawn letters could show more, by OCR. A
clean page keeps its own content; a marked one is drawn anew; where that is not safe it becomes a picture with a text
layer. The copy is written from scratch and looked through again before it is given out.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec
import pikepdf

from reviewer.formats.pdf_copying import PageCopier
from reviewer.formats.pdf_letter_order import order_letters
from reviewer.formats.pdf_objects import has_font_programs, written
from reviewer.formats.pdf_use_order import pages_in_order_of_use
from reviewer.model.problem import ProblemCode, ReviewerError, WayOut
from reviewer.model.redaction import AppliedRedaction, LossNote, RedactionHit, RedactionLoss, RedactionOrder
from reviewer.model.request import Progress, Redacted, Step
from reviewer.pages.font_cutting import with_cut_fonts
from reviewer.pages.mupdf import Pdf
from reviewer.redacting.pdf_around import rebuild_around
from reviewer.redacting.pdf_finding import Finder
from reviewer.redacting.pdf_font_names import blank_font_names, blank_font_tags
from reviewer.redacting.pdf_layout import glyph_box
from reviewer.redacting.pdf_page_finds import page_finds
from reviewer.redacting.pdf_pages import ORDER_TELLS, MadePage, PageMaker
from reviewer.redacting.pdf_removed import removed_words
from reviewer.redacting.pdf_self_check import refuse_remains
from reviewer.redacting.pdf_source import PdfSource, open_source
from reviewer.redacting.pdf_structure import keeps_tags, rebuild_tags
from reviewer.redacting.pdf_survey import losses, opened, other_texts, part_texts, raw_texts
from reviewer.redacting.pdf_type1_fonts import cut_type1_fonts

Report = Callable[[Progress], None]
_CONTEXT = 40


def find_in_pdf(
    name: str, content: bytes, order: RedactionOrder, password: str | None = None, progress: Report = lambda _: None
) -> tuple[RedactionHit, ...]:
    """Return every place in a PDF that an order would remove: page by page, then the parts round the pages.

    Boxes are in points from the top left of the page as displayed. Raises ReviewerError: EMPTY_FILE, DAMAGED,
    NO_PAGES, PASSWORD_NEEDED, PASSWORD_WRONG, BAD_EXPRESSION, CANNOT_REDACT.
    """
    finder = Finder(order)
    source = open_source(name, content, password)
    try:
        _check_areas(source, order)
        hits: list[RedactionHit] = []
        for number in range(1, source.shown.page_count + 1):
            progress(Progress(Step.READING, number - 1, source.shown.page_count))
            hits += _page_hits(source, number, finder)
        hits += _part_hits(source.original, finder)
        return tuple(hits or _hidden_hits(source.original, content, finder))
    finally:
        source.close()


def redact_pdf(
    name: str, content: bytes, order: RedactionOrder, password: str | None = None, progress: Report = lambda _: None
) -> Redacted:
    """Return a copy of a PDF without what an order names, not yet proved clean by other engines.

    The copy is not encrypted. Raises ReviewerError as `find_in_pdf` does, and with NOTHING_TO_REDACT when nothing
    matches, CANNOT_REDACT when some page or part cannot be made clean.
    """
    finder = Finder(order)
    source = open_source(name, content, password)
    try:
        _check_areas(source, order)
        faulty: dict[int, str] = {}
        while True:
            redacted, faults = _redacted_once(source, content, finder, faulty, progress)
            if not faults:
                return redacted
            faulty |= faults
    finally:
        source.close()


def _redacted_once(
    source: PdfSource, content: bytes, finder: Finder, faulty: Mapping[int, str], progress: Report
) -> tuple[Redacted, dict[int, str]]:
    """Return the copy, and the edited pages that came out wrong in it with what is wrong."""
    order = finder.order
    target = pikepdf.new()
    try:
        copier = PageCopier(target, finder.is_clean, source.picture)
        maker = PageMaker(source, finder, copier, faulty, keeps_tags(source.original, finder))
        made = _make_pages(source, maker, progress)
        hits = _part_hits(source.original, finder)
        if not hits and all(page.finds.is_empty for page in made):
            hits = _hidden_hits(source.original, content, finder)
            if not hits:
                raise ReviewerError(ProblemCode.NOTHING_TO_REDACT, name=source.name)
        turned = {number for number, page in enumerate(made, 1) if page.is_turned}
        touched = {number: page.touched for number, page in enumerate(made, 1)}
        links: dict[tuple[int, int], Any] = {}
        removed = removed_words(order, made, hits, finder)
        notes = [
            *losses(source.original),
            *rebuild_around(source.original, target, finder, turned, touched, links),
            *rebuild_tags(source.original, target, _strict(order, removed), [page.marks for page in made], links),
            *_page_losses(made),
        ]
        clean, unordered = _with_bare_fonts(target, copier, finder.is_clean)
        faults = _faults(maker, made, clean) | _telling_pages(source, made, faulty, unordered)
        if not faults:
            refuse_remains(source.name, clean, finder)
        applied = (*_page_removals(made, finder), *_part_removals(hits, finder))
        unmet = tuple(term for term in order.terms if term not in finder.met)
        return Redacted(clean, applied, tuple(dict.fromkeys(notes)), removed, unmet), faults
    finally:
        target.close()


def _strict(order: RedactionOrder, removed: tuple[str, ...]) -> Finder:
    """Return a finder that knows the words of areas too: a description may repeat them."""
    return Finder(msgspec.structs.replace(order, terms=removed))


def _telling_pages(
    source: PdfSource, made: list[MadePage], faulty: Mapping[int, str], with_truetype: bool
) -> dict[int, str]:
    """Return the pages whose fonts must not come along: the order of their letters would tell a word that is gone."""
    telling = pages_in_order_of_use(source.baked, with_truetype)
    if all(made[number - 1].finds.is_empty for number in telling):
        return {}
    return {number: ORDER_TELLS for number in telling if faulty.get(number) != ORDER_TELLS}


def _with_bare_fonts(target: pikepdf.Pdf, copier: PageCopier, is_clean: Callable[[str], bool]) -> tuple[bytes, bool]:
    """Return the copy as bytes: its fonts know the letters on its pages, in no telling order, and no names.

    With it goes whether some TrueType font could not be put in another order.
    """
    copier.uses.trim()
    copier.uses.blank_unused(target)
    cut_type1_fonts(copier.uses)
    if not has_font_programs(target):
        return written(target), False
    content = written(target)
    with opened(with_cut_fonts(content) if copier.uses.are_known else content) as cut:
        unordered = order_letters(cut) > 0
        blank_font_names(cut, is_clean)
        blank_font_tags(cut)
        return written(cut), unordered


def _faults(maker: PageMaker, made: list[MadePage], clean: bytes) -> dict[int, str]:
    copy = Pdf.open(clean)
    try:
        found = ((number, maker.fault_of(number, page, copy.page(number))) for number, page in enumerate(made, 1))
        return {number: fault for number, fault in found if fault is not None}
    finally:
        copy.close()


def _check_areas(source: PdfSource, order: RedactionOrder) -> None:
    for area in order.areas:
        if not 1 <= area.page <= source.shown.page_count:
            reason = f"it has no page {area.page}"
            raise ReviewerError(ProblemCode.CANNOT_REDACT, name=source.name, reason=reason, way_out=WayOut.OTHER_AREA)
        page, box = source.shown.page(area.page), area.box
        if not (box.x0 < page.width and box.y0 < page.height and box.x1 > 0 and box.y1 > 0):
            reason = f"an area lies beside page {area.page}, which is {page.width:.0f} x {page.height:.0f} points"
            raise ReviewerError(ProblemCode.CANNOT_REDACT, name=source.name, reason=reason, way_out=WayOut.OTHER_AREA)


def _make_pages(source: PdfSource, maker: PageMaker, progress: Report) -> list[MadePage]:
    made: list[MadePage] = []
    total = source.shown.page_count
    for number in range(1, total + 1):
        progress(Progress(Step.REDACTING, number - 1, total))
        made.append(maker.make(number))
    return made


def _page_hits(source: PdfSource, number: int, finder: Finder) -> Iterator[RedactionHit]:
    trace = source.trace(number)
    finds = page_finds(source, number, trace, finder)
    part = f"page {number}"
    for place in finds.places:
        box = glyph_box(place.numbers, trace.glyphs)
        yield RedactionHit(part, place.words, place.before, place.after, number, box)
    for box, words in finds.pixels:
        yield RedactionHit(part, words, page=number, box=box)
    for place in finds.unshown:
        yield RedactionHit(part, place.words, place.before, place.after, number)
    for box in finds.areas:
        yield RedactionHit(part, " ".join(finds.words_in_areas), page=number, box=box)


def _part_hits(original: pikepdf.Pdf, finder: Finder) -> list[RedactionHit]:
    hits: dict[RedactionHit, None] = {}
    for part, text in part_texts(original):
        for match in finder.matches(text):
            start, end = match.span.start, match.span.end
            hits[
                RedactionHit(part, text[start:end], text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT])
            ] = None
    return list(hits)


def _hidden_hits(original: pikepdf.Pdf, content: bytes, finder: Finder) -> list[RedactionHit]:
    """Return one hit for words that stand nowhere but in data that no reader shows."""
    hidden = (text for _, text in other_texts(original))
    for text in (*hidden, *raw_texts(content)):
        match = next(iter(finder.left_in(text)), None)
        if match is not None:
            return [RedactionHit("hidden data", match.span.of(text))]
    return []


def _page_losses(made: list[MadePage]) -> Iterator[LossNote]:
    for number, page in enumerate(made, 1):
        for loss in sorted(page.losses, key=list(RedactionLoss).index):
            reason = page.reason if loss is RedactionLoss.TEXT_LAYER else ""
            yield LossNote(loss, f"page {number}", reason)


def _page_removals(made: list[MadePage], finder: Finder) -> Iterator[AppliedRedaction]:
    own = (finder.order.reason,)
    for number, page in enumerate(made, 1):
        part = f"page {number}"
        for box in page.boxes:
            yield from (AppliedRedaction(part, one, number, box) for one in page.reasons.get(box) or own)
        unseen = (*page.finds.places, *page.finds.unshown)
        if unseen and not page.boxes:
            codes = dict.fromkeys(code for place in unseen for code in place.reasons or own)
            yield from (AppliedRedaction(part, code, number) for code in codes)


def _part_removals(hits: list[RedactionHit], finder: Finder) -> Iterator[AppliedRedaction]:
    for hit in hits:
        reasons = finder.reasons_of(hit.text) or (finder.order.reason,)
        yield from (AppliedRedaction(hit.part, reason) for reason in reasons)
