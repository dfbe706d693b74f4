from datetime import UTC, datetime

import pytest

from reviewer.gui.embargo_clock import EmbargoClock, embargo_warning
from reviewer.gui.session_bridge import SessionBridge
from reviewer.model.document import Notice, NoticeCode
from reviewer.reviewing.session import Session
from tests.documents.review_builder import ReviewBuilder

NOW = datetime(2025, 9, 15, 21, 30, tzinfo=UTC)


def review(line=""):
    builder = ReviewBuilder("The pier reopens\n\nThe pier is old.\n")
    notices = (Notice(NoticeCode.EMBARGO, {"text": line}),) if line else ()
    builder.source("release.txt", "The pier is old.", notices=notices)
    return builder.build()


@pytest.fixture
def clock(qtbot):
    def make(line, now=NOW):
        made = EmbargoClock(SessionBridge(Session(review=review(line))), lambda: now)
        qtbot.addWidget(made)
        return made

    return make


def test_an_embargo_counts_down(clock):
    shown = clock("EMBARGOED UNTIL 00:01 GMT, 16 September 2025")
    assert shown.text() == "EMBARGO · 2 h 31 min"
    assert shown.accessibleName().startswith("Under embargo until 16 Sep 2025 00:01")
    assert "S1" in shown.accessibleName()


@pytest.mark.parametrize(
    ("now", "text"),
    [
        (datetime(2025, 9, 13, 0, 1, tzinfo=UTC), "EMBARGO · 3 days"),
        (datetime(2025, 9, 16, 0, 0, tzinfo=UTC), "EMBARGO · 1 min"),
        (datetime(2025, 9, 16, 0, 1, tzinfo=UTC), "Embargo over"),
    ],
)
def test_what_is_left_is_shown_in_days_hours_or_minutes(clock, now, text):
    assert clock("EMBARGOED UNTIL 00:01 GMT, 16 September 2025", now).text() == text


def test_without_an_embargo_nothing_is_shown(clock):
    assert clock("").isHidden()


def test_an_embargo_without_a_day_says_that_its_end_could_not_be_read(clock):
    shown = clock("UNDER STRICT EMBARGO")
    assert shown.text() == "EMBARGO"
    assert "could not be read" in shown.accessibleName()


def test_the_export_is_warned_only_while_the_embargo_holds():
    held = review("EMBARGOED UNTIL 00:01 GMT, 16 September 2025")
    assert "Under embargo until" in embargo_warning(held, NOW)
    assert embargo_warning(held, datetime(2025, 9, 16, 9, tzinfo=UTC)) == ""
