"""What a cut leaves off, and who said it."""

import pytest

from reviewer.model.claim import ClaimKind
from reviewer.model.finding import Rule
from tests.matching.conftest import judge


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("the mill was sold below its value", "I do not believe that the mill was sold below its value."),
        ("We should close the school", "Nobody says that we should close the school."),
        ("the fund is empty", "I have never said that the fund is empty."),
        ("We will sell the mill to the tenants", "We will sell the mill to the tenants if the bank agrees."),
        ("We would close the school", "We would close the school only if the roof fell in."),
        ("We will pay every bill", "We will pay every bill unless the court stops us."),
    ],
)
def test_a_cut_that_turns_the_sense_is_out_of_context(judge_quote, printed, said):
    assert judge_quote(printed, said).rule is Rule.OUT_OF_CONTEXT


def test_the_words_that_were_cut_off_are_shown(judge_quote):
    judged = judge_quote("We will sell the mill", "We will sell the mill if the bank agrees.")
    assert judged.arguments["source"] == "if the bank agrees"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("But she would not “throw away the stick on one study”.", "I would not throw away the stick on one study."),
        (
            "If the bank agrees, “we will sell the mill to the tenants”, he said.",
            "We will sell the mill to the tenants if the bank agrees.",
        ),
        (
            "“We will sell the mill to the tenants” if the bank agrees, he said.",
            "We will sell the mill to the tenants if the bank agrees.",
        ),
    ],
)
def test_what_the_article_says_outside_the_marks_is_not_left_off(sentence, said):
    assert judge(sentence, said, kind=ClaimKind.MIXED_QUOTE).rule is Rule.VERBATIM


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("the fullest I have seen", "The order book is the fullest I have seen."),
        ("The staircase is cheap", "The staircase is cheap, and it is open all night."),
        ("a careful trial", "This is a careful trial of a simple idea."),
    ],
)
def test_a_cut_that_keeps_the_sense_is_verbatim(judge_quote, printed, said):
    assert judge_quote(printed, said).rule is Rule.VERBATIM


@pytest.mark.parametrize(
    "said", ["I think the trial was fair.", "Perhaps the trial was fair.", "It is possible that the trial was fair."]
)
def test_a_hedge_right_before_a_quoted_sentence_is_missed(judge_quote, said):
    assert judge_quote("The trial was fair", said).rule is Rule.STRENGTHENED


HEARING = """JUDGE PERRIN: How many drums were there?

MR TOM ALDER: Seventeen. I counted them twice that morning.

MS VOSS: My client was in Lisbon on that day and knew nothing."""


def test_the_right_words_of_the_wrong_speaker_are_misattributed(judge_quote):
    judged = judge_quote("I counted them twice that morning", HEARING, speaker="Claire Voss")
    assert judged.rule is Rule.MISATTRIBUTED
    assert judged.arguments == {"article": "Claire Voss", "source": "Tom Alder"}


@pytest.mark.parametrize("name", ["Tom Alder", "Alder", "Mr Alder", "T. Alder"])
def test_other_forms_of_one_name_are_one_speaker(judge_quote, name):
    assert judge_quote("I counted them twice that morning", HEARING, speaker=name).rule is Rule.VERBATIM


def test_the_sender_says_what_stands_in_a_mail(judge_quote):
    mail = "From: Sam Oyelaran <sam@oyelaran.example>\nTo: Beth Marr\n\nDear Beth,\n\nI have never owned shares in the brewery.\n"
    assert judge_quote("I have never owned shares in the brewery", mail, speaker="Oyelaran").rule is Rule.VERBATIM
    assert judge_quote("I have never owned shares in the brewery", mail, speaker="Beth Marr").rule is Rule.MISATTRIBUTED


def test_who_heads_a_statement_says_it(judge_quote):
    text = "Statement by the finance director, Oona Marsh\n\nDebt is coming down faster than we promised.\n"
    assert (
        judge_quote("Debt is coming down faster than we promised", text, speaker="Linus Drake").rule
        is Rule.MISATTRIBUTED
    )


def test_an_institution_may_speak_through_a_person(judge_quote):
    assert judge_quote("I counted them twice that morning", HEARING, speaker="Harbour Company").rule is Rule.VERBATIM


def test_nobody_is_wrong_where_the_source_names_no_speaker(judge_quote):
    text = "The ferry will run all winter, the paper says."
    assert judge_quote("The ferry will run all winter", text, speaker="Ida Crane").rule is Rule.VERBATIM


def test_words_that_both_said_are_no_ones_alone(judge_quote):
    text = "TOM ALDER: The gate was open all night.\n\nIDA CRANE: The gate was open all night."
    assert judge_quote("The gate was open all night", text, speaker="Ida Crane").rule is Rule.VERBATIM


def test_a_quote_joined_over_two_speakers_is_spliced_however_openly(judge_quote):
    turns = "IDA CRANE: The pier is sound.\n\nPAUL DREY: I would not walk on it."
    assert judge_quote("The pier is sound … I would not walk on it", turns).rule is Rule.SPLICED_QUOTE
    assert judge_quote("The pier is sound. I would not walk on it", turns).rule is Rule.SPLICED_QUOTE
    one_line = "Ida Crane, harbour master: The pier is sound. Paul Drey, diver: I would not walk on it."
    assert judge_quote("The pier is sound. I would not walk on it", one_line).rule is Rule.SPLICED_QUOTE


def test_a_quote_joined_over_two_turns_of_one_speaker_is_whole(judge_quote):
    turns = "IDA CRANE: The pier is sound.\n\nIDA CRANE: I would not walk on it."
    assert judge_quote("The pier is sound … I would not walk on it", turns).rule is Rule.VERBATIM


def test_a_name_of_one_word_is_too_unsure_to_blame(judge_quote):
    source = "LINDQVIST: The loom was my mother's, and it never broke."
    judged = judge_quote("The loom was my mother's", source, speaker="Sale", cue="said")
    assert judged.rule is Rule.VERBATIM


def test_a_thing_is_no_speaker(judge_quote):
    source = (
        "Statement on the Corvale Bell\n\nNobody dated the Corvale Bell. It was cast in a field and sold for scrap."
    )
    judged = judge_quote("It was cast in a field and sold for scrap.", source, speaker="Ottilie Brask", cue="said")
    assert judged.rule is Rule.VERBATIM


FINDINGS = "IN THE COURT OF CARRICK\n\nBefore Mr Justice Olander\n\n14. I do not accept that. It was a threat with a stamp on it."


def test_a_judge_says_what_the_findings_say(judge_quote):
    assert judge_quote("It was a threat with a stamp on it", FINDINGS, speaker="Paul Olander").rule is Rule.VERBATIM
    judged = judge_quote("It was a threat with a stamp on it", FINDINGS, speaker="Cara Finlay")
    assert judged.rule is Rule.MISATTRIBUTED


SPEECH = """Speech by Hal Brandreth, leader of the opposition

The minister says: "Trust me, the trains will run." I have walked to work for six years."""


def test_what_a_speaker_reports_of_another_is_not_his(judge_quote):
    judged = judge_quote("Trust me, the trains will run", SPEECH, speaker="Hal Brandreth")
    assert judged.rule is Rule.MISATTRIBUTED
    assert judged.arguments == {"article": "Hal Brandreth", "source": "The minister"}
    assert judge_quote("Trust me, the trains will run", SPEECH, speaker="Una Price").rule is Rule.VERBATIM
    assert judge_quote("I have walked to work", SPEECH, speaker="Hal Brandreth").rule is Rule.VERBATIM


def test_a_unions_word_is_no_departments(judge_quote):
    text = "PORTERS' UNION\n\nBulletin\n\nThe porters have carried these bags for forty years. They are heartbroken and so are we."
    judged = judge_quote("heartbroken", text, speaker="the department", cue="says")
    assert judged.rule is Rule.MISATTRIBUTED
    assert judge_quote("heartbroken", text, speaker="the union", cue="says").rule is Rule.VERBATIM


def test_the_label_of_a_section_is_no_speaker(judge_quote):
    text = "Note for the panel. Dr Ada Worrell, linguist.\n\nInference: I think a copied line is a kind of echo."
    assert judge_quote("a copied line is a kind of echo", text, speaker="Ada Worrell").rule is Rule.VERBATIM
