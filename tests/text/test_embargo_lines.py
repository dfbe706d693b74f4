"""Embargoes in all wordings."""

import pytest

from reviewer.text.embargo_lines import embargo_lines

LINES = [
    ("EMBARGOED TO 00:01 TUESDAY 4 MAY 2027", "EMBARGOED TO 00:01 TUESDAY 4 MAY 2027\n\nNew figures show a fall."),
    ("Embargo: 6am, Wednesday 5 May", "Embargo: 6am, Wednesday 5 May\n\nThe trust said."),
    (
        "Strictly embargoed until 10.00 hrs 5 May 2027",
        "Strictly embargoed until 10.00 hrs 5 May 2027\n\nThe trust said.",
    ),
    ("Not for publication before 5 May 2027", "Not for publication before 5 May 2027\n\nThe trust said."),
    ("For release 9am ET, May 5, 2027", "For release 9am ET, May 5, 2027\n\nThe trust said."),
    ("Hold until the minister sits down on 5 May.", "Hold until the minister sits down on 5 May.\n\nThe trust said."),
    (
        "No part of this report may be published before 5 May 2027.",
        "No part of this report may be published before 5 May 2027.\n\nThe trust said.",
    ),
    ("Please do not publish before noon on Friday.", "Please do not publish before noon on Friday.\n\nThe trust said."),
    (
        "This release must not be used until 00.01 on Monday 3 May.",
        "This release must not be used until 00.01 on Monday 3 May.\n\nText.",
    ),
    ("Under embargo until 11 p.m. GMT on 3 May", "Under embargo until 11 p.m. GMT on 3 May\n\nText."),
    (
        "CHECK AGAINST DELIVERY - embargoed until delivery, 3 May 2027",
        "CHECK AGAINST DELIVERY - embargoed until delivery, 3 May 2027\n\nText.",
    ),
    ("Embargo lifts at midnight tonight.", "Embargo lifts at midnight tonight.\n\nText."),
    (
        "Not to be published or broadcast before 0600 on 3 May.",
        "Not to be published or broadcast before 0600 on 3 May.\n\nText.",
    ),
    (
        "Release date: not before Thursday 3 May, 07:00 BST",
        "Release date: not before Thursday 3 May, 07:00 BST\n\nText.",
    ),
    (
        "This is embargoed for one minute past midnight on Sunday.",
        "Dear all,\nThis is embargoed for one minute past midnight on Sunday.\n\nText.",
    ),
    ("Media may report this from 2pm on 3 May.", "Media may report this from 2pm on 3 May.\n\nText."),
    ("Publication is not permitted until 3 May 2027.", "Publication is not permitted until 3 May 2027.\n\nText."),
    (
        "Embargoed until 00:01 on 3 May 2027.",
        "Harrow Institute, 1 May 2027. Embargoed until 00:01 on 3 May 2027.\n\nText.",
    ),
    (
        "Please hold this until the board has met on 3 May.",
        "Hi Jo,\nPlease hold this until the board has met on 3 May.\n\nText.",
    ),
    ("Release: 3 May 2027, 08:00", "Release: 3 May 2027, 08:00\n\nText."),
    ("Embargoed for release until 5am Eastern, Tuesday", "Embargoed for release until 5am Eastern, Tuesday\n\nText."),
    ("NOT FOR RELEASE UNTIL 00:01 HRS, 8 JUNE", "NOT FOR RELEASE UNTIL 00:01 HRS, 8 JUNE\n\nText."),
    (
        "These figures may not be reported before 9.30am on 8 June.",
        "These figures may not be reported before 9.30am on 8 June.\n\nText.",
    ),
    ("Strict embargo: Sunday 8 June, 22.30", "Strict embargo: Sunday 8 June, 22.30\n\nText."),
    ("Embargo expires 8 June at noon", "Embargo expires 8 June at noon\n\nText."),
    (
        "The contents must not be disclosed until the statement is laid on 8 June.",
        "The contents must not be disclosed until the statement is laid on 8 June.\n\nText.",
    ),
    (
        "Please respect the embargo of 6 a.m. on 8 June.",
        "Dear editor,\nPlease respect the embargo of 6 a.m. on 8 June.\n\nText.",
    ),
    ("You are free to publish after 11am on Monday.", "You are free to publish after 11am on Monday.\n\nText."),
    ("To be released on 8 June 2027 at 10:00", "To be released on 8 June 2027 at 10:00\n\nText."),
    ("Material is under embargo until Monday.", "Material is under embargo until Monday.\n\nText."),
    ("Do not use before 8 June 2027", "Do not use before 8 June 2027\n\nText."),
    ("Embargoed: 9am on 4 June", "Embargoed: 9am on 4 June\n\nText."),
    ("Not to be used before 1800 on Tuesday", "Not to be used before 1800 on Tuesday\n\nText."),
    (
        "This may not be published until the verdict on 4 June.",
        "This may not be published until the verdict on 4 June.\n\nText.",
    ),
    ("UNDER EMBARGO TILL NOON, 4 JUNE", "UNDER EMBARGO TILL NOON, 4 JUNE\n\nText."),
    ("For publication from 4 June 2027", "For publication from 4 June 2027\n\nText."),
]


@pytest.mark.parametrize(("wanted", "text"), LINES)
def test_the_sentence_that_sets_an_embargo_is_found_whole(wanted, text):
    assert [line.of(text) for line in embargo_lines(text)] == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "MORAN: Not before Friday, at nine in the evening.",
        "The trade embargo was lifted on 4 May 2019.",
        "Ministers will not publish the report before 4 May, Dana Orr said.",
        "The album is due for release on 4 May.",
        "The committee does not publish minutes before 2030.",
        "",
        "12",
    ],
)
def test_a_turn_of_a_transcript_and_news_of_an_embargo_set_none(text):
    assert list(embargo_lines(text)) == []
