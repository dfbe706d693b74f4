"""The user guide, from the pages in resources/help."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from reviewer.assets import resource

FIRST_PAGE = "index.md"
MARGIN = 24
PICTURE = 640
"""Logical pixels of a picture's width: the first size of the window less its margins and scroll bar."""


class HelpPages(QTextBrowser):
    """Shows pictures of the guide as wide as the page, and loads nothing else."""

    def loadResource(self, type_: int, name: QUrl | str) -> object:
        """Return a picture of the guide, made to fit."""
        asked = name.fileName() if isinstance(name, QUrl) else name.rsplit("/", 1)[-1]
        if type_ != QTextDocument.ResourceType.ImageResource.value or not asked.endswith(".png"):
            return None
        ratio = self.devicePixelRatioF()
        image = QImage(str(resource("help") / "pictures" / asked))
        if image.isNull():
            return None
        fitting = image.scaledToWidth(round(PICTURE * ratio), Qt.TransformationMode.SmoothTransformation)
        fitting.setDevicePixelRatio(ratio)
        return fitting


class HelpWindow(QWidget):
    """A window of its own that shows one page at a time; links lead to other pages and nowhere else."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Reviewer help"))
        self.resize(720, 760)
        self.pages = HelpPages()
        self.pages.setOpenLinks(False)
        self.pages.setAccessibleName(self.tr("Help page"))
        self.pages.anchorClicked.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.show_page(FIRST_PAGE)

    def show_page(self, name: str) -> None:
        """Show a page of the guide."""
        self.pages.setMarkdown(resource("help", name).read_text("utf-8"))
        self.pages.document().setDocumentMargin(MARGIN)

    def _follow(self, address: QUrl) -> None:
        name = address.fileName()
        if address.isRelative() and name.endswith(".md"):
            self.show_page(name)
