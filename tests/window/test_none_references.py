"""Painting loses no reference on None: a PySide6 that does aborts the program after some thousand calls."""

import sys

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from reviewer.gui.comparison_view import ComparisonView
from reviewer.gui.galley_marks import article_marks
from reviewer.gui.galley_view import GalleyView
from reviewer.gui.minimap import ClaimsMinimap
from reviewer.gui.passage_band import PassageBand
from reviewer.gui.theme import load_theme
from reviewer.gui.typography import register_fonts
from tests.window.galley_builders import PaintedPages, build_review

ROUNDS = 60
MANY_VOID_CALLS = 500
"""Each round makes some hundred calls that return nothing; one reference lost in each would be many thousands."""


def test_scrolling_and_painting_keep_nones_references(qtbot):
    register_fonts()
    review, article, source = build_review()
    theme = load_theme("dark")
    view = GalleyView(PaintedPages(article, source), theme)
    minimap, band, comparison = ClaimsMinimap(theme), PassageBand(theme), ComparisonView(theme)
    claim = review.claims[4].id
    for widget in (view, minimap, band, comparison):
        qtbot.addWidget(widget)
        widget.resize(500, 600)
        widget.show()
    view.set_document(article.document)

    def one_round(number: int) -> None:
        view.set_marks(article_marks(review))
        view.set_current(claim)
        view.verticalScrollBar().setValue(number % 90)
        view.find("ferry")
        minimap.set_marks(article_marks(review), article.document)
        band.set_ends(QRectF(0, number, 50, 40), QRectF(400, 80, 50, 20))
        comparison.show_comparison(review, claim, review.passage(claim), article.document, source.document)
        for widget in (view.viewport(), minimap, band, comparison):
            widget.repaint()
        QApplication.processEvents()

    one_round(0)
    before = sys.getrefcount(None)
    for number in range(ROUNDS):
        one_round(number)
    assert sys.getrefcount(None) > before - MANY_VOID_CALLS
