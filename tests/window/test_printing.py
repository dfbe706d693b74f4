"""Article, source and packet go to the printer as pages that a child drew; a PDF printer shows what comes out."""

import pymupdf
import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter

from reviewer import worker
from reviewer.gui.printed_pages import page_size, print_pages, wanted_pages
from reviewer.isolation.in_process import InProcess
from reviewer.model.packet import Profile
from reviewer.model.problem import ProblemCode
from reviewer.model.request import Pixels
from tests.documents.review_builder import ReviewBuilder

LONG = "\n\n".join(f"Paragraph {number} tells of the ferry." for number in range(150)) + "\n"


def pdf_printer(path, paper="a4"):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(page_size(paper))
    return printer


def sheet(width, height, colour=b"\x00\x00\x00\xff"):
    return lambda page: Pixels("d", page, 1.0, width, height, width * 4, colour * width * height)


def printed(path):
    return pymupdf.open(path)


def dark_share(page):
    pixels = page.get_pixmap(dpi=72, colorspace="gray")
    return sum(value < 200 for value in pixels.samples) / len(pixels.samples)


def test_each_page_is_a_sheet(qapp, tmp_path):
    path = tmp_path / "out.pdf"
    assert print_pages(pdf_printer(path), [1, 2, 3], sheet(60, 90), None, lambda _done: True) == 3
    assert printed(path).page_count == 3


def test_a_wide_page_turns_its_sheet(qapp, tmp_path):
    path = tmp_path / "out.pdf"
    printer = pdf_printer(path)
    shapes = {1: sheet(60, 90), 2: sheet(90, 60)}
    print_pages(printer, [1, 2], lambda page: shapes[page](page), None, lambda _done: True)
    first, second = printed(path)
    assert first.rect.width < first.rect.height
    assert second.rect.width > second.rect.height


def test_a_page_larger_than_the_sheet_is_made_to_fit(qapp, tmp_path):
    path = tmp_path / "out.pdf"
    print_pages(pdf_printer(path), [1], sheet(8000, 1000), None, lambda _done: True)
    page = printed(path)[0]
    box = page.get_image_rects(page.get_images()[0][0])[0]
    assert page.rect.contains(box)
    assert box.width / box.height == pytest.approx(8, rel=0.01)


def test_printing_stops_when_it_is_no_longer_wanted(qapp, tmp_path):
    drawn = []

    def draw(page):
        drawn.append(page)
        return sheet(60, 90)(page)

    assert print_pages(pdf_printer(tmp_path / "out.pdf"), [1, 2, 3], draw, None, lambda done: done < 1) == 1
    assert drawn == [1]


def test_the_pages_asked_for_are_printed(qapp, tmp_path):
    printer = pdf_printer(tmp_path / "out.pdf")
    assert list(wanted_pages(printer, 4)) == [1, 2, 3, 4]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert list(wanted_pages(printer, 4)) == [2, 3, 4]


def test_an_article_comes_out_with_its_claims_marked(desk, qtbot, tmp_path):
    path = tmp_path / "out.pdf"
    view = desk.window.desk.panes.article.view
    with qtbot.waitSignal(desk.window.print_flow.printed) as told:
        desk.window.print_flow.print_document(view.scene, pdf_printer(path))
    assert told.args == [1]
    pixels = printed(path)[0].get_pixmap(dpi=72)
    tinted = sum(
        max(pixels.pixel(x, y)) - min(pixels.pixel(x, y)) > 20
        for x in range(pixels.width)
        for y in range(pixels.height)
    )
    assert tinted > 500
    assert 0.002 < dark_share(printed(path)[0]) < 0.2


def test_every_page_of_a_long_document_comes_out(open_window, qtbot, tmp_path):
    opened = open_window(builder=ReviewBuilder(LONG))
    view, path = opened.window.desk.panes.article.view, tmp_path / "out.pdf"
    with qtbot.waitSignal(opened.window.print_flow.printed) as told:
        opened.window.print_flow.print_document(view.scene, pdf_printer(path))
    assert told.args == [len(view.scene.document.pages)] == [printed(path).page_count]
    assert all(dark_share(page) > 0.002 for page in printed(path))


def test_a_cancelled_print_says_so(open_window, qtbot, tmp_path):
    opened = open_window(builder=ReviewBuilder(LONG))
    flow, view = opened.window.print_flow, opened.window.desk.panes.article.view
    with qtbot.waitSignal(flow.problem) as told:
        flow.print_document(view.scene, pdf_printer(tmp_path / "out.pdf"))
        for job in opened.jobs.running:
            job.cancel()
    assert told.args[0].code is ProblemCode.CANCELLED


def test_the_packet_is_printed_whole_and_kept_nowhere(open_window, qtbot, tmp_path):
    opened = []
    asker = InProcess(worker.handle, lambda document: opened[0].storage.galley(document))
    opened.append(open_window(builder=False, asker=asker))
    window, path = opened[0].window, tmp_path / "out.pdf"
    opened[0].trigger("file.sample")
    qtbot.waitUntil(lambda: bool(opened[0].bridge.review.findings) and not opened[0].jobs.running)
    options = window.printing.packet_options()
    assert (options.profile, [one.value for one in options.formats]) == (Profile.DESK, ["pdf"])
    with qtbot.waitSignal(window.print_flow.printed) as told:
        window.print_flow.print_packet(options, pdf_printer(path))
    assert told.args[0] == printed(path).page_count > 3
    assert all(dark_share(page) > 0.002 for page in printed(path))
    with pytest.raises(KeyError):
        opened[0].storage.galley("packet")


def test_the_sheet_is_that_of_the_preferences(qapp, tmp_path):
    assert pdf_printer(tmp_path / "out.pdf", "letter").pageLayout().pageSize().id() == page_size("letter").id()
    assert pdf_printer(tmp_path / "out.pdf").pageLayout().orientation() is QPageLayout.Orientation.Portrait
