"""Claims in the reporter's words: fair rewording passes, plain conflicts are named, what no source holds is said."""

import pytest

from reviewer.model.claim import ClaimKind
from reviewer.model.finding import Rule

RELEASE = """HARROW VALE BREWERY
PRESS RELEASE
3 March 2026

Harrow Vale Brewery will open a second bottling hall in Pennick on 4 May 2026. The hall will create 120 jobs, 35 of them part-time.

The company invested £8.7 million in the building, which covers 4,500 square metres. It could double output to 60 million bottles a year if planning permission for a new road is granted.

Sales fell by 3.2 per cent last year, to £41.3 million. At least 14 people were injured in the fire of 2021, but nobody died.

Talks on overtime have not finished, the company said. The crossing takes seven hours and 40 minutes."""

TABLE = """Waiting times, quarter ended 30 June 2025

EUR million      Q1 2026    Q1 2025    Change
Revenue            412.6      389.2     +6.0%
Northgate           37.1       35.2     -5.0%
Employees          6,140      6,385     -3.8%"""

STUDY = """The trial followed 842 children aged 5 to 11 for two years. Asthma attacks fell from 18 per cent to 12 per cent in the group that used the filter. The results suggest that the filter may reduce attacks in damp homes. There was no difference in lung function between the groups. The filter costs €240. We cannot yet say whether the effect lasts."""

FAIR = [
    ("Harrow Vale Brewery will open a second bottling hall in Pennick on 4 May.", RELEASE),
    ("The hall will create 120 jobs, of which 35 are part-time.", RELEASE),
    ("The hall will create 120 jobs, 85 of them full-time.", RELEASE),
    ("The company invested almost £9 million in the building.", RELEASE),
    ("The building covers about 48,000 square feet.", RELEASE),
    ("It could double output to 60 million bottles a year if planning permission is granted.", RELEASE),
    ("Sales fell by 3.2 percent last year to £41.3 million.", RELEASE),
    ("At least 14 people were injured in the fire of 2021.", RELEASE),
    ("The crossing takes just under eight hours.", RELEASE),
    ("Revenue rose 6 percent to €412.6 million.", TABLE),
    ("The workforce shrank by 245 to 6,140.", TABLE),
    ("The trial followed 842 children aged five to 11 for 24 months.", STUDY),
    ("Attacks in the filter group fell by a third, from 18 percent to 12 percent.", STUDY),
    ("Attacks in the filter group fell by six percentage points, from 18 percent to 12 percent.", STUDY),
    ("The filter may reduce asthma attacks in damp homes.", STUDY),
]


@pytest.mark.parametrize(("sentence", "source"), FAIR)
def test_a_fair_rewording_is_fine(judge_claim, sentence, source):
    assert judge_claim(sentence, source, published="2026-03-03").rule is Rule.PARAPHRASE_OK


CONFLICTS = [
    ("The hall will create 210 jobs, of which 35 are part-time.", RELEASE, Rule.FIGURE_CHANGED),
    ("The company invested more than £9 million in the building.", RELEASE, Rule.FIGURE_CHANGED),
    ("The company invested £8.7 billion in the building.", RELEASE, Rule.FIGURE_CHANGED),
    ("The company invested €8.7 million in the building.", RELEASE, Rule.FIGURE_CHANGED),
    ("The building covers 4,500 square feet.", RELEASE, Rule.FIGURE_CHANGED),
    ("Revenue rose 6 percent to €412.6 billion.", TABLE, Rule.FIGURE_CHANGED),
    ("The trial followed 824 children aged five to 11 for two years.", STUDY, Rule.FIGURE_CHANGED),
    ("The filter costs €420.", STUDY, Rule.FIGURE_CHANGED),
    ("Attacks in the filter group fell by six percent, from 18 percent to 12 percent.", STUDY, Rule.FIGURE_CHANGED),
    ("Harrow Vale Brewery will open a second bottling hall in Pennick on 14 May.", RELEASE, Rule.DATE_CHANGED),
    ("The brewery will open a second bottling hall in Pennick in April.", RELEASE, Rule.DATE_CHANGED),
    ("At least 14 people were injured in the fire of 2012.", RELEASE, Rule.DATE_CHANGED),
    ("It will double output to 60 million bottles a year.", RELEASE, Rule.STRENGTHENED),
    ("The filter reduces asthma attacks in damp homes.", STUDY, Rule.STRENGTHENED),
    ("The effect of the filter lasts.", STUDY, Rule.STRENGTHENED),
    ("Sales rose by 3.2 percent last year to £41.3 million.", RELEASE, Rule.CONTRADICTED),
    ("Children with the filter had better lung function than the other groups.", STUDY, Rule.CONTRADICTED),
    ("Talks on overtime have finished.", RELEASE, Rule.CONTRADICTED),
]


@pytest.mark.parametrize(("sentence", "source", "rule"), CONFLICTS)
def test_a_plain_conflict_is_named(judge_claim, sentence, source, rule):
    assert judge_claim(sentence, source, published="2026-03-03").rule is rule


@pytest.mark.parametrize(
    "sentence",
    [
        "The brewery was founded in 1871 by two brothers.",
        "The mayor of Pennick has promised a new bus line to the hall.",
        "The brewery sold 50 million bottles last year and is owned by a family trust.",
        "One in four people in Pennick works in the hall.",
    ],
)
def test_what_no_source_holds_is_unsupported(judge_claim, sentence):
    judged = judge_claim(sentence, RELEASE, published="2026-03-03")
    assert judged.rule is Rule.UNSUPPORTED
    assert not any(evidence.supports for evidence in judged.evidence)


def test_the_reason_for_a_fair_figure_is_given(judge_claim):
    judged = judge_claim("The company invested almost £9 million in the building.", RELEASE)
    assert judged.arguments == {"reason": "rounding", "article": "£9 million", "source": "£8.7 million"}


def test_a_missing_figure_is_named(judge_claim):
    judged = judge_claim(
        "One in four people over 60 lives with asthma.", "The trial was about asthma in people over 60."
    )
    assert judged.arguments == {"missing": "One in four"}


def test_the_other_columns_of_a_row_are_no_rivals_of_a_figure_that_stands_nowhere(judge_claim):
    row = "Figures for the year (unaudited)\n\nEarnings per share (cents)       11.2       13.0    -13.8%"
    sentence = "Earnings per share came in at 11.2 cents, beating the 10.8 cents that analysts had expected."
    assert judge_claim(sentence, row).rule is Rule.UNSUPPORTED


def test_next_monday_is_resolved_against_the_day_of_publication(judge_claim):
    source = "Recruitment opens on 22 September."
    assert judge_claim("Recruitment opens next Monday.", source, published="2025-09-16").rule is Rule.PARAPHRASE_OK
    assert judge_claim("Recruitment opens tomorrow.", source, published="2025-09-16").rule is Rule.DATE_CHANGED


def test_the_answer_to_a_question_in_a_transcript_holds_the_claim(judge_claim):
    hearing = "JUDGE PERRIN: Mr Alder, when did you first hear of the leak?\n\nMR ALDER: On the ninth of April."
    kind = {"kind": ClaimKind.INDIRECT_QUOTE, "speaker": "Alder", "cue": "said"}
    assert (
        judge_claim("Alder said he had first heard of the leak on 9 April.", hearing, **kind).rule is Rule.PARAPHRASE_OK
    )
    assert (
        judge_claim("Alder said he had first heard of the leak on 19 April.", hearing, **kind).rule is Rule.DATE_CHANGED
    )


def test_an_attributed_denial_turned_round_is_a_changed_negation(judge_claim):
    kind = {"kind": ClaimKind.INDIRECT_QUOTE, "speaker": "the company", "cue": "said"}
    judged = judge_claim("Talks on overtime have finished, the company said.", RELEASE, **kind)
    assert judged.rule is Rule.NEGATION_CHANGED


def test_sources_that_disagree_contradict_the_newsrooms_own_claim(judge_claim):
    judged = judge_claim("Sales came to £41.3 million.", RELEASE, "Sales came to £44.1 million in the year.")
    assert judged.rule is Rule.CONTRADICTED
    assert judged.arguments == {"article": "£41.3 million", "source": "£44.1 million"}


def test_a_claim_with_its_source_named_is_right_whoever_disagrees(judge_claim):
    kind = {"kind": ClaimKind.INDIRECT_QUOTE, "speaker": "Harrow Vale Brewery", "cue": "said"}
    judged = judge_claim(
        "Sales came to £41.3 million, Harrow Vale Brewery said.",
        RELEASE,
        "Sales came to £44.1 million in the year.",
        **kind,
    )
    assert judged.rule is Rule.PARAPHRASE_OK


def test_a_sentence_out_of_two_places_has_two_passages(judge_claim):
    judged = judge_claim(
        "The hall in Pennick opens on 4 May, and the building cost £8.7 million.", RELEASE, published="2026-03-03"
    )
    passages = [evidence.anchor.exact for evidence in judged.evidence if evidence.supports]
    assert len(passages) == 2
    assert judged.rule is Rule.PARAPHRASE_OK
