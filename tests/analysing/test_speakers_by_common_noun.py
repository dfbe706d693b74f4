"""Whom a common noun means: the institution that is called or introduced so, and never the bare place before it."""

import pytest

from tests.analysing.conftest import said_by


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Tarnmouth council said the lido would close.", "Tarnmouth council"),
        ("People in Velm queued. The Velm mayor said the ferries would stop.", "Velm mayor"),
        ("People in Velm queued. The Velm school board said the bus would stop.", "Velm school board"),
        ("Velm Town Council met. The Velm council said that the bus was late.", "Velm Town Council"),
        ("People in Velm queued. Velm mayor Rob Ince said the ferries would stop.", "Rob Ince"),
        ("People in Velm queued. Velm said that the bus was late.", "Velm"),
        ("Ilja Korv, the Ostrian minister, flew in. The Ostrian minister said it was late.", "Ilja Korv"),
    ],
)
def test_a_place_before_a_common_noun_does_not_speak_itself(full_pass, text, speaker):
    assert said_by(full_pass(text))[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The charity Second Spoon feeds 40 people. The charity said demand had doubled.", "Second Spoon"),
        ("Second Spoon is a charity that feeds 40 people. The charity said demand had doubled.", "Second Spoon"),
        ("Kestrel Park, the club, sold its captain. The club said the price was right.", "Kestrel Park"),
        ("Marrow Lane Primary shut. The school said parents had been told.", "Marrow Lane Primary"),
        ("Software firm Brightkeel laid off 40. The firm said it was sorry.", "Brightkeel"),
        ("St Odile Hospital and Marle Hospital closed wards. The hospital said nobody was hurt.", "hospital"),
        ("The charity Second Spoon met the charity Warm Hands. The charity said demand had doubled.", "charity"),
        ("Ann Dale flew home. The airline said fares would rise.", "airline"),
    ],
)
def test_a_common_noun_means_the_one_institution_introduced_so(full_pass, text, speaker):
    assert said_by(full_pass(text))[-1][1] == speaker
