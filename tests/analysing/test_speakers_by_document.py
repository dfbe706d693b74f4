"""Whose words a document is, and findings that are told without a clause."""

import pytest

from tests.analysing.conftest import said_by


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A letter sent to Mrs Quill by the rent office on June 2 says that rents will rise.", "rent office"),
        ("A letter sent to Mrs Quill last week says that rents will rise.", "letter"),
        ("An email from Cy Marl to Una Fell shows that the valve was shut.", "Cy Marl"),
        ("A note from the matron to parents on Monday said that the nurse was ill.", "matron"),
        ("Court papers seen by the Torr Echo say that the van was new.", "Court papers"),
        ("The sexton's report on Una Fell says that she fell.", "sexton"),
        ("The bees died of cold, according to a trial printed on Friday in the Journal of Hives.", "trial"),
        ("A leaked letter seen by Torr News says that the mill will shut.", "leaked letter"),
        ("The Torr Tide Survey is out. The survey's authors said that tides were high.", "Torr Tide Survey"),
        ("The mill lost £3,000, accounts filed at Torr House show.", "accounts"),
        ("The mill lost £3,000, minutes of the May meeting show.", "minutes of the May meeting"),
        ("The mill lost £3,000, according to the police statement.", "police"),
    ],
)
def test_a_document_is_its_issuers_and_never_that_of_whom_it_is_to_or_about(full_pass, text, speaker):
    assert said_by(full_pass(text))[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The coroner's office reported four deaths.", "coroner's office"),
        ("Police reported no arrests on Saturday.", "Police"),
        ("The show's judges found 14 bad eggs in the basket.", "show's judges"),
        ("The audit found no proof of theft.", "audit"),
        ("In the survey the share is given as 14 per cent.", "survey"),
        ("The depth is put at 40 metres in the report.", "report"),
        ("The contract gives the price as £3m.", "contract"),
    ],
)
def test_a_finding_without_a_clause_is_said_by_whoever_finds(full_pass, text, speaker):
    assert said_by(full_pass(text))[-1][1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Torr Mills reported a profit of £3m.",
        "A walker found 14 eggs in the nest.",
        "The boys were found in the barn at 9pm.",
        "In the town the bread is given to 40 families.",
        "The boy reported to the office at 9am.",
    ],
)
def test_what_is_only_found_or_done_is_said_by_nobody(full_pass, text):
    assert {speaker for _, speaker in said_by(full_pass(text))} <= {None}


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Minister refuses to say when lido will open", "Minister"),
        ("Mayor rules out tram to Torr", "Mayor"),
        ("Bridge shut after engineers warn of loose bolts", "engineers"),
        ("Novel loses prize after judges find copied lines", "judges"),
        ("Shares sink as chairman admits mistake", "chairman"),
        ("Sheep stolen after farmer found in ditch", None),
        ("Lido shut after boys find glass in pool", None),
        ("Horse refuses to jump at Torr", None),
    ],
)
def test_a_headline_names_its_speaker_without_an_article(full_pass, headline, speaker):
    text = f"{headline}\n\nIt was a long week in the town."
    assert said_by(full_pass(text, headline=True))[0] == (headline, speaker)
