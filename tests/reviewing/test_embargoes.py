from datetime import UTC, datetime

from reviewer.model.document import Notice, NoticeCode
from reviewer.reviewing.embargoes import carried_embargo
from tests.documents.review_builder import ReviewBuilder

NOW = datetime(2025, 9, 15, 12, tzinfo=UTC)


def review(*lines):
    builder = ReviewBuilder("The pier reopens\n\nThe pier is old.\n")
    for number, line in enumerate(lines):
        notices = (Notice(NoticeCode.EMBARGO, {"text": line}),) if line else ()
        builder.source(f"release-{number}.txt", f"The pier is old. {number}", notices=notices)
    return builder.build()


def test_without_an_embargo_line_there_is_nothing_to_mind():
    assert carried_embargo(review(""), NOW) is None


def test_the_embargo_that_ends_last_is_the_one_to_mind():
    found = carried_embargo(review("Embargoed until 6am GMT, 16 September 2025", "Embargo: 17 September 2025"), NOW)
    assert (found.label, found.ends.day, found.holds_at(NOW)) == ("S2", 17, True)


def test_an_embargo_is_over_once_its_end_has_come():
    found = carried_embargo(review("Embargoed until 14 September 2025"), NOW)
    assert not found.holds_at(NOW)


def test_an_embargo_whose_end_cannot_be_read_holds():
    found = carried_embargo(review("UNDER STRICT EMBARGO", "Embargo: 17 September 2025"), NOW)
    assert (found.line, found.ends, found.holds_at(NOW)) == ("UNDER STRICT EMBARGO", None, True)
