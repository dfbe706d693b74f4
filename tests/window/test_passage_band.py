"""The band joins claim and passage, and is in nobody's way."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from reviewer.gui.passage_band import PassageBand, band_path
from reviewer.gui.theme import load_theme

LEFT, RIGHT = QRectF(10, 200, 90, 40), QRectF(300, 50, 80, 20)


@pytest.fixture
def band(qtbot) -> Iterator[PassageBand]:
    host = QWidget()  # kept alive by this fixture until the test is over
    qtbot.addWidget(host)
    host.resize(400, 300)
    made = PassageBand(load_theme("light"), host)
    made.setGeometry(host.rect())
    host.show()
    yield made


def test_it_runs_from_the_right_edge_of_the_claim_to_the_left_edge_of_the_passage():
    bounds = band_path(LEFT, RIGHT).boundingRect()
    assert (bounds.left(), bounds.right()) == pytest.approx((100, 300))
    assert (bounds.top(), bounds.bottom()) == pytest.approx((50, 240))


def test_it_touches_the_lines_at_both_ends():
    path = band_path(LEFT, RIGHT)
    assert path.contains(QPointF(101, 220)) and path.contains(QPointF(299, 60))
    assert not path.contains(QPointF(101, 60)) and not path.contains(QPointF(299, 220))


def test_without_both_ends_there_is_none(band):
    for ends in ((None, None), (LEFT, None), (None, RIGHT)):
        band.set_ends(*ends)
        assert band.path().isEmpty()


def test_it_is_painted_and_goes_again(band):
    bare = band.parentWidget().grab().toImage()
    band.set_ends(LEFT, RIGHT)
    assert band.parentWidget().grab().toImage() != bare
    band.set_ends(None, RIGHT)
    assert band.parentWidget().grab().toImage() == bare


def test_clicks_go_through_it(band, qtbot):
    below = QPushButton(band.parentWidget())
    below.setGeometry(0, 0, 400, 300)
    below.show()
    band.raise_()
    band.set_ends(LEFT, RIGHT)
    target = band.parentWidget().childAt(QPoint(200, 140))
    with qtbot.waitSignal(below.clicked):
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(200, 140))
