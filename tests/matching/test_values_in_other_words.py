"""Figures in a claim that a source gives in another form are found; wrongly worked out ones are reported."""

import pytest

from reviewer.model.claim import ClaimKind
from reviewer.model.finding import Rule

NOTICE = """Product: Halden garden heater, models HG-4 and HG-6
Units: 52,300 (HG-4: 31,000; HG-6: 21,300)
Price: £64.50 to £89.50
Hotline: 01632 960 410, 9am to 5pm, Monday to Friday
Reports: The maker has had 46 reports of smoke, including two of fire. Nobody was hurt."""

LOG = """Orchard survey, Dunmarrow estate

The dig ran from 3 to 21 June 2025. A plot of nine metres by six was cleared. The well was found at a depth of 2.5 m.

Finder: Ottilie Brask, 52 (born 9 May 1973), warden since 2011.

Pear trees standing: 96. Weekly visiting hours across the three gates rise from 84 to 112.

Open from Monday 7 July to Monday 18 August.

Margin of error: plus or minus 1.5 percentage points. For the motion, 31. Against, 17. Two abstentions."""

FAIR = [
    ("Halden is recalling 52,300 heaters.", NOTICE),
    ("Of the heaters sold, 31,000 were HG-4s and 21,300 were HG-6s.", NOTICE),
    ("Tens of thousands of heaters have been recalled: 52,300 units.", NOTICE),
    ("The dig ran for 19 days in June and covered 54 square metres.", LOG),
    ("The well was found two and a half metres down.", LOG),
    ("The well was 2.5 metres, or about eight feet, deep.", LOG),
    ("Visiting hours will rise to 112 hours a week.", LOG),
    ("The orchard will be open for six weeks from 7 July.", LOG),
    ("Ms Brask, who was born in May 1973 and is now 52, has been a warden since 2011.", LOG),
]
CHANGED = [
    ("The heaters cost £89.50.", NOTICE),
    ("The maker has had 64 reports of smoke, including two of fire.", NOTICE),
    ("There were 46 reports, about 2 per cent of the 52,300 sold.", NOTICE),
    ("Ms Brask, who was born in May 1973 and is now 49, has been a warden since 2011.", LOG),
    ("The margin of error is 1.5 per cent.", LOG),
    ("The vote was 32 for the motion to 17 against, with two abstentions.", LOG),
    ("The well was found at a depth of 2.5 kilometres.", LOG),
]


@pytest.mark.parametrize(("sentence", "source"), FAIR)
def test_a_figure_that_follows_from_the_source_is_fair(judge_claim, sentence, source):
    assert judge_claim(sentence, source, published="2025-07-01").rule is Rule.PARAPHRASE_OK


@pytest.mark.parametrize(("sentence", "source"), CHANGED)
def test_a_figure_that_does_not_follow_is_reported(judge_claim, sentence, source):
    assert judge_claim(sentence, source, published="2025-07-01").rule is Rule.FIGURE_CHANGED


def test_one_day_put_for_another_in_a_range_of_days_is_reported(judge_claim):
    sentence = "The hotline, 01632 960 410, is open from 9am to 5pm, Monday to Sunday."
    assert judge_claim(sentence, NOTICE).rule is Rule.DATE_CHANGED


def test_a_figure_inside_the_words_that_attribute_is_checked_as_well(judge_claim):
    sentence = "The maker, which has had 64 reports of smoke, said nobody was hurt."
    judged = judge_claim(sentence, NOTICE, kind=ClaimKind.INDIRECT_QUOTE, speaker="The maker", cue="said")
    assert judged.rule is Rule.FIGURE_CHANGED


def test_a_relative_that_is_no_word_of_a_closed_kind_in_the_source_is_no_error(judge_claim):
    source = "Wilma Tarn found the lost ring under the floor of the chapel in Sall and kept it for a year."
    judged = judge_claim("The mother of Wilma Tarn found the lost ring under the floor of the chapel.", source)
    assert judged.rule is Rule.PARAPHRASE_OK


def test_weeks_from_december_to_january_are_counted_over_the_new_year(judge_claim):
    source = "The ice rink on Hamble Green is open from Friday 5 December to Friday 16 January."
    assert judge_claim("The ice rink will be open for six weeks.", source).rule is Rule.PARAPHRASE_OK


def test_a_source_that_counts_the_same_thing_otherwise_contradicts(judge_claim):
    judged = judge_claim(
        "The gale blew down 75 lamp posts.", "Our crews count 75 lamp posts down.", "Lamp posts down: 48."
    )
    assert judged.rule is Rule.CONTRADICTED


def test_a_line_with_a_special_figure_holds_a_claim_without_its_words(judge_claim):
    source = "Hartle Lido: season report\n\nAdmissions: 23,418\n\nThe pool was shut for nine days in July."
    judged = judge_claim("Some 23,418 people swam there this summer.", source)
    assert judged.passage == "Admissions: 23,418"
    assert judged.rule is Rule.PARAPHRASE_OK


def test_a_share_worked_out_from_a_table_shows_the_table(judge_claim):
    source = "Question put: shall the ferry run on Sundays? It was carried.\n\nValid votes | 561\nYes | 505\nNo | 56"
    judged = judge_claim("Nine in ten of those who cast valid votes wanted a Sunday ferry.", source)
    assert judged.rule is Rule.PARAPHRASE_OK
    assert "505" in judged.passage


def test_two_amounts_of_one_rise_are_told_of_one_thing(judge_claim):
    source = "Road repairs. Spending goes up by £2.1m to £17.4m, or 9p in every pound of the yearly budget."
    judged = judge_claim("About a tenth of the yearly budget, £17.4 million, will go on road repairs.", source)
    assert judged.rule is Rule.PARAPHRASE_OK


LEDGER = """MR OTTO HALE: I have 4,118 names here. My client has repaid £61,000 so far.

The bin charge goes up from £48 to £55 a year. A 17-year-old girl was heard as a witness. Weight 412 g."""


@pytest.mark.parametrize(
    "sentence",
    [
        "Otto Hale handed in 4,718 names from all over the county.",
        "He said that his client had so far repaid £91,000, about a third of what was lost.",
        "The bin charge goes up by £9 to £55 a year.",
        "A girl of 18 was heard as a witness.",
        "It weighs 512 grams, or about 14 and a half ounces.",
    ],
)
def test_a_value_that_no_passage_gives_is_set_against_the_one_in_its_place(judge_claim, sentence):
    assert judge_claim(sentence, LEDGER).rule is Rule.FIGURE_CHANGED


def test_a_new_figure_of_something_else_stays_unsupported(judge_claim):
    assert judge_claim("Insurers paid out £73,500 after the flood.", LEDGER).rule is Rule.UNSUPPORTED
