import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewer.model.geometry import Span
from reviewer.text.dates import find_dates

TUESDAY = "2025-09-16"


def dates(text, published=TUESDAY):
    return find_dates(text, Span(0, len(text)), published)


def only(text, published=TUESDAY):
    found = dates(text, published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "printed",
    [
        "16 September 2025",
        "16th September 2025",
        "September 16, 2025",
        "Sept. 16, 2025",
        "2025-09-16",
        "16/09/2025",
        "16.9.2025",
    ],
)
def test_a_full_date_is_read_in_every_style(printed):
    assert only(printed).iso == "2025-09-16"


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("on 1 November", "--11-01"),
        ("in July", "--07"),
        ("in May 2024", "2024-05"),
        ("since 2019", "2019"),
        ("the 1960s", "196X"),
    ],
)
def test_a_partial_date_is_as_much_as_is_printed(printed, iso):
    assert only(printed).iso == iso


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("on Tuesday", "2025-09-16"),
        ("on Monday", "2025-09-15"),
        ("next Monday", "2025-09-22"),
        ("next Tuesday", "2025-09-23"),
        ("last Tuesday", "2025-09-09"),
        ("yesterday", "2025-09-15"),
        ("tomorrow morning", "2025-09-17"),
        ("last year", "2024"),
        ("next month", "2025-10"),
        ("last June", "2025-06"),
        ("last November", "2024-11"),
    ],
)
def test_a_relative_date_is_resolved_against_the_day_of_publication(printed, iso):
    mention = only(printed)
    assert (mention.iso, mention.relative) == (iso, True)


def test_without_a_day_of_publication_a_weekday_keeps_its_name_only():
    mention = only("on Tuesday", None)
    assert (mention.iso, mention.weekday, mention.relative) == ("", 1, True)


def test_a_weekday_printed_with_a_date_is_kept_beside_it():
    mention = only("Thursday 12 February 2026")
    assert (mention.iso, mention.weekday) == ("2026-02-12", 3)


def test_weekdays_in_the_plural_are_no_day():
    assert only("swims on Tuesdays").iso == ""


@pytest.mark.parametrize(
    ("printed", "iso"),
    [("7 pm", "T19:00"), ("7.30pm", "T19:30"), ("00:01 GMT", "T00:01"), ("noon", "T12:00"), ("12 a.m.", "T00:00")],
)
def test_times_of_day_are_told(printed, iso):
    assert only(printed).iso == iso


def test_quarters_are_told():
    assert [mention.iso for mention in dates("Q1 2026 and the third quarter")] == ["2026-Q1", "--Q3"]


@pytest.mark.parametrize(
    "printed",
    [
        "It may take",
        "a march through town",
        "31 June 2025 is",
        "2,025 people",
        "1684-page bill",
        "2000 visits",
        "2025 percent",
    ],
)
def test_what_only_looks_like_a_date_is_none(printed):
    assert not [mention for mention in dates(printed) if mention.iso not in ("--06", "2025-06")]


def test_the_full_stop_after_a_date_is_no_part_of_it():
    text = "opens on 22 September."
    mention = only(text)
    assert text[mention.start : mention.end] == "22 September"


def test_a_bad_day_of_publication_is_ignored():
    assert only("yesterday", "not a date").iso == ""


@given(st.text(max_size=200))
@example("Mon 1\u00a0May\r\n2020 ١٢ September 0000-00-00 99/99/2099")
def test_mentions_are_in_order_and_never_overlap(text):
    last = 0
    for mention in dates(text):
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end


@given(st.dates(), st.sampled_from(["", "👍 ", "e\u0301 ", "שלום ", "a\r\n", "\u00a0"]))
def test_any_day_of_these_centuries_is_read_back_exactly(day, before):
    if not 1000 <= day.year <= 2099:
        return
    text = f"{before}{day.day} {day:%B} {day.year}!"
    mention = only(text)
    assert mention.iso == day.isoformat()
    assert text[mention.start : mention.end] == text[len(before) : -1]


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("a week on Friday", "2025-09-26"),
        ("Friday week", "2025-09-26"),
        ("a fortnight on Friday", "2025-10-03"),
        ("Tuesday week", "2025-09-30"),
    ],
)
def test_a_weekday_a_week_on_is_the_one_after_the_next(printed, iso):
    assert only(printed).iso == iso


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("six in the morning", "T06:00"),
        ("7:45 in the evening", "T19:45"),
        ("ten o’clock at night", "T22:00"),
        ("2.30 in the afternoon", "T14:30"),
        ("one in the early morning", "T01:00"),
    ],
)
def test_a_time_is_read_with_the_part_of_the_day_in_words(printed, iso):
    assert only(printed).iso == iso
