from datetime import UTC, datetime, timedelta, timezone

import pytest

from reviewer.text.embargo import Embargo, read_embargo

LOCAL = timezone(timedelta(hours=2))


def ends(line, published=None):
    found = read_embargo(line, published)
    return found.ends(LOCAL).isoformat() if found else None


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("EMBARGOED UNTIL 00:01 BST, 16 September 2025", "2025-09-16T00:01:00+01:00"),
        ("Strictly embargoed until 0001 GMT on Tuesday 4 March 2025", "2025-03-04T00:01:00+00:00"),
        ("Embargo: 6am EST Monday, January 6, 2025", "2025-01-06T06:00:00-05:00"),
        ("Embargoed to noon on 3 July 2025", "2025-07-03T12:00:00+02:00"),
        ("Embargo lifts 14:00 UTC+5:30 on 3 July 2025", "2025-07-03T14:00:00+05:30"),
        ("Not for publication before 3 July 2025", "2025-07-03T00:00:00+02:00"),
    ],
)
def test_an_embargo_line_says_when_it_ends(line, moment):
    assert ends(line) == moment


def test_a_day_without_its_year_is_the_next_one_after_publication():
    assert ends("Embargoed until 10am, 2 January", "2025-12-30") == "2026-01-02T10:00:00+02:00"


def test_a_weekday_is_the_next_one_after_publication():
    assert ends("Embargoed until 9am on Friday", "2025-09-16") == "2025-09-19T09:00:00+02:00"


def test_without_a_day_of_publication_a_bare_weekday_says_nothing():
    assert read_embargo("Embargoed until Friday", None) is None


@pytest.mark.parametrize("line", ["UNDER EMBARGO", "Embargo: see terms", "Embargoed until 31 February 2025"])
def test_a_line_that_names_no_day_has_no_end(line):
    assert read_embargo(line, None) is None


def test_impossible_offsets_count_as_no_zone():
    assert Embargo("2025-07-03", "14:00", "UTC+99").ends(UTC) == datetime(2025, 7, 3, 14, tzinfo=UTC)
