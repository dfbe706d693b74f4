"""A document read by OCR says so wherever one might take its text for the page."""

import pytest

from reviewer.model.claim import ClaimKind
from reviewer.model.document import Notice, NoticeCode
from reviewer.model.finding import Rule
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Progress, Step
from tests.documents.review_builder import ReviewBuilder

SCAN = "Minutes of the harbour board\n\nThe quay will cost 4 million.\n"


def scan_review(*notices):
    builder = ReviewBuilder("Quay to cost 4 million\n\nThe quay will cost 4 million, the board said.\n")
    source = builder.source("minutes.png", SCAN, notices=notices)
    claim = builder.claim("The quay will cost 4 million", ClaimKind.FIGURE)
    builder.found(claim, source, "The quay will cost 4 million", Rule.VERBATIM)
    return builder


@pytest.fixture
def scan(open_window):
    return open_window(builder=scan_review(Notice(NoticeCode.RECOGNISED, {"page": "1"})))


def tabs(opened):
    return opened.window.desk.panes.source.strip.tabs


def test_its_tab_says_ocr_and_its_tip_which_pages(scan):
    assert tabs(scan).tabText(0).startswith("S1 OCR")
    assert "read by OCR" in tabs(scan).tabToolTip(0)


def test_another_document_s_tab_does_not(open_window):
    opened = open_window(builder=scan_review(Notice(NoticeCode.IMAGE_ONLY_PAGE, {"page": "1"})))
    assert "OCR" not in tabs(opened).tabText(0)


def test_a_finding_that_rests_on_it_says_so(scan):
    scan.go_to(0)
    assert "The source was read by OCR" in scan.window.desk.finding.said


def test_reading_images_shows_how_far_it_is_and_can_be_stopped(desk, qtbot):
    told = []

    def work(job):
        job.report(Progress(Step.RECOGNISING, 2, 9))
        job.cancelled.wait(30)
        raise ReviewerError(ProblemCode.CANCELLED, name="minutes.pdf")

    desk.jobs.start("minutes.pdf", work, lambda _none: None, told.append)
    strip = desk.window.status.progress
    qtbot.waitUntil(lambda: strip.text == "Reading images by OCR · minutes.pdf · 2 of 9")
    assert strip.done == (2, 9)
    qtbot.waitUntil(strip.isVisible)
    strip.cancel()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].code is ProblemCode.CANCELLED
