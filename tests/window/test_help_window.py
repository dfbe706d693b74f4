"""The user guide shows its own pictures, made to fit, and loads nothing else."""

import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from reviewer.assets import resource
from reviewer.gui.help_window import PICTURE, HelpPages, HelpWindow

IMAGE = QTextDocument.ResourceType.ImageResource.value


def test_every_picture_that_a_page_names_is_there():
    named = {
        name
        for page in resource("help").glob("*.md")
        for name in re.findall(r"!\[[^]]+\]\(pictures/([^)]+)\)", page.read_text("utf-8"))
    }
    assert named == {path.name for path in (resource("help") / "pictures").glob("*.png")}


def test_a_picture_is_as_wide_as_the_page(qtbot):
    pages = HelpPages()
    qtbot.addWidget(pages)
    image = pages.loadResource(IMAGE, QUrl("pictures/desk.png"))
    assert round(image.width() / image.devicePixelRatio()) == PICTURE


def test_nothing_but_pictures_of_the_guide_is_loaded(qtbot):
    pages = HelpPages()
    qtbot.addWidget(pages)
    assert pages.loadResource(IMAGE, QUrl("https://harbour.example/other.png")) is None
    assert pages.loadResource(IMAGE, QUrl("file:///etc/hostname")) is None


def test_the_guide_leads_to_the_page_on_reading(qtbot):
    window = HelpWindow()
    qtbot.addWidget(window)
    window.pages.anchorClicked.emit(QUrl("reading.md"))
    assert "Reader view" in window.pages.toPlainText()
