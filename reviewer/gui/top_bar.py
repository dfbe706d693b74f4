"""The line at the top: which review this is, what stands in its way, how far it is, and Export."""

from PySide6.QtCore import QDate, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from reviewer.gui.embargo_clock import EmbargoClock
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.standing import reasons_of, short_reasons_of
from reviewer.gui.theme import Theme
from reviewer.gui.widgets import ElidedLabel, button, give_role, label
from reviewer.model.problem import printable
from reviewer.model.review import Review
from reviewer.model.standing import Standing, standing_of
from reviewer.model.verdict import Decision
from reviewer.reviewing.session import Change

SLUG_KEPT = 96
"""Logical pixels of the review's name that stay when the line gets too short for everything."""


class JudgedMeter(QWidget):
    """A thin bar: the part judged, and in it the part that must change."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._standing = theme, standing_of(Review())
        self.setFixedSize(QSize(116, 6))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._theme = theme
        self.update()

    def show_standing(self, standing: Standing) -> None:
        """Show other numbers."""
        self._standing = standing
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the three parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        total = max(1, self._standing.total)
        parts = (
            (1.0, self._theme.hairline),
            (self._standing.judged / total, self._theme.verdict(Decision.FIX)),
            ((self._standing.judged - self._standing.must_change) / total, self._theme.verdict(Decision.VERIFIED)),
        )
        for share, colour in parts:
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(whole.x(), whole.y(), whole.width() * share, whole.height()), 3, 3)


class TopBar(QWidget):
    """Emits `list_wanted()`, `redaction_wanted()`, `search_wanted()` and `export_wanted()`."""

    search_wanted = Signal()
    export_wanted = Signal()
    list_wanted = Signal()
    redaction_wanted = Signal()

    def __init__(self, bridge: SessionBridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._bridge = bridge
        self._list = button(self.tr("Claims"), name=self.tr("Open the claims list"))
        self._list.clicked.connect(self.list_wanted)
        self._list.hide()
        self._slug = ElidedLabel("slug")
        self._about = ElidedLabel("muted")
        self._hold = label("", "hold")
        self.read_only = label(self.tr("Read only"), "chip")
        self.read_only.setToolTip(self.tr("Somebody else is working in this review: here it cannot be changed."))
        self.read_only.hide()
        self.embargo = EmbargoClock(bridge)
        self._meter = JudgedMeter(theme)
        self._judged = ElidedLabel("muted")
        search = button(self.tr("Search"), "quiet", self.tr("Search this pane"))
        search.clicked.connect(self.search_wanted)
        redact = button(self.tr("Redact"), "quiet", self.tr("Open or close the redaction panel"))
        redact.clicked.connect(self.redaction_wanted)
        export = button(self.tr("Export packet…"), "primary")
        export.clicked.connect(self.export_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(12)
        for one in (
            self._list,
            self._slug,
            self._about,
            self.read_only,
            self._hold,
            self.embargo,
            self._meter,
            self._judged,
        ):
            layout.addWidget(one)
        layout.addStretch(1)
        layout.addWidget(search)
        layout.addWidget(redact)
        layout.addWidget(export)
        bridge.changed.connect(self._follow)
        self.refresh()

    def offer_list(self, on: bool) -> None:
        """Show or hide the button that opens the claims list."""
        self._list.setVisible(on)

    def say_read_only(self, on: bool) -> None:
        """Say that the review can be read and exported here but not changed, or no longer."""
        self.read_only.setVisible(on)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._meter.set_theme(theme)

    def refresh(self) -> None:
        """Show the review as it is."""
        review = self._bridge.review
        self.setVisible(review.article is not None)
        self._slug.setText(printable(slug_of(review), 40))
        self._slug.setMinimumWidth(min(SLUG_KEPT, self._slug.sizeHint().width()))
        self._about.setText(" · ".join(self._about_parts(review)))
        standing = standing_of(review)
        self._meter.show_standing(standing)
        self._judged.setText(self.tr("{judged} of {total} judged").format(judged=standing.judged, total=standing.total))
        self._show_hold(standing)

    def _about_parts(self, review: Review) -> list[str]:
        parts = [self.tr("draft {number}").format(number=review.desk.draft)]
        published = review.article.published if review.article else None
        date = QDate.fromString((published or "")[:10], Qt.DateFormat.ISODate)
        if date.isValid():
            parts.append(QLocale().toString(date, "d MMM yyyy"))
        return [*parts, *filter(None, [printable(review.desk.desk_name, 40)])]

    def _show_hold(self, standing: Standing) -> None:
        give_role(self._hold, "hold" if standing.is_held else "ready")
        hold = self.tr("HOLD · {reasons}") if standing.is_held else self.tr("READY")
        self._hold.setText(hold.format(reasons=" · ".join(short_reasons_of(standing))))
        said = hold.format(reasons=", ".join(reasons_of(standing)))
        self._hold.setToolTip(said)
        self._hold.setAccessibleName(said)

    def _follow(self, change: Change) -> None:
        before, after = change.before, change.after
        if before.desk is not after.desk or before.analyses is not after.analyses:
            self.refresh()


def slug_of(review: Review) -> str:
    """Return the review's title, or the article's file name without its ending."""
    name = review.article.name if review.article else ""
    return review.desk.title or name.rsplit(".", 1)[0]
