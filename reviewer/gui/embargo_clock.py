"""Says until when the review's documents are under embargo, and how long that is."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from reviewer.clock import local_time
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.translation import noop, translated
from reviewer.gui.widgets import give_role, plain_tip
from reviewer.model.problem import printable
from reviewer.model.review import Review
from reviewer.reviewing.embargoes import CarriedEmbargo, carried_embargo
from reviewer.reviewing.session import Change

BEAT_MS = 15_000


class EmbargoClock(QLabel):
    """Hidden while no document carries an embargo line; counts down while one holds."""

    def __init__(
        self, bridge: SessionBridge, clock: Callable[[], datetime] = local_time, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "hold")
        self._bridge, self._clock = bridge, clock
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self.refresh)
        bridge.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Show how things stand now."""
        now = self._clock()
        embargo = carried_embargo(self._bridge.review, now)
        self.setVisible(embargo is not None)
        if embargo is None:
            self._beat.stop()
            return
        self._beat.start()
        holds = embargo.holds_at(now)
        give_role(self, "hold" if holds else "muted")
        self.setText(_said(embargo, now))
        self.setAccessibleName(embargo_sentence(embargo, now))
        self.setToolTip(plain_tip(embargo_sentence(embargo, now)))

    def _follow(self, change: Change) -> None:
        before, after = change.before, change.after
        same = before.documents is after.documents and before.desk.sources is after.desk.sources
        if not same or before.desk.article != after.desk.article:
            self.refresh()


def embargo_sentence(embargo: CarriedEmbargo, now: datetime) -> str:
    """Return a whole sentence about an embargo, with the words it was read from."""
    where = embargo.label or translated("Embargo", noop("Embargo", "the article"))
    words = printable(embargo.line, 120)
    if embargo.ends is None:
        text = noop("Embargo", "{where} carries an embargo whose end could not be read: “{words}”")
    elif embargo.holds_at(now):
        text = noop("Embargo", "Under embargo until {until}, says {where}: “{words}”")
    else:
        text = noop("Embargo", "The embargo in {where} ended on {until}: “{words}”")
    until = _moment(embargo.ends) if embargo.ends else ""
    said = translated("Embargo", text).format(where=where, until=until, words=words)
    return said[:1].upper() + said[1:]


def embargo_warning(review: Review, now: datetime) -> str:
    """Return the sentence about an embargo that still holds, empty when none does."""
    embargo = carried_embargo(review, now)
    return embargo_sentence(embargo, now) if embargo and embargo.holds_at(now) else ""


def _said(embargo: CarriedEmbargo, now: datetime) -> str:
    if embargo.ends is None:
        return translated("Embargo", noop("Embargo", "EMBARGO"))
    if not embargo.holds_at(now):
        return translated("Embargo", noop("Embargo", "Embargo over"))
    text = translated("Embargo", noop("Embargo", "EMBARGO · {left}"))
    return text.format(left=_left(embargo.ends - now))


def _left(left: timedelta) -> str:
    minutes = -(-int(left.total_seconds()) // 60)
    if minutes >= 2 * 24 * 60:
        return translated("Embargo", noop("Embargo", "{days} days")).format(days=minutes // (24 * 60))
    if minutes >= 60:
        return translated("Embargo", noop("Embargo", "{hours} h {minutes} min")).format(
            hours=minutes // 60, minutes=minutes % 60
        )
    return translated("Embargo", noop("Embargo", "{minutes} min")).format(minutes=minutes)


def _moment(at: datetime) -> str:
    shown = QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute))
    return f"{QLocale().toString(shown, 'd MMM yyyy HH:mm')} {at.tzname() or ''}".strip()
