"""Words in quotation marks against what was said: each change is named, each allowed form passes."""

import pytest

from reviewer.model.evidence import DifferenceKind, RunKind
from reviewer.model.finding import Rule
from reviewer.model.quoting import QuoteProfile

FAITHFUL = [
    ("The valley is a refuge, not a resort.", "We say it often. The valley is a refuge, not a resort. We mean it."),
    ("the valley is a refuge, not a resort", "The valley is a refuge, not a resort."),
    ("We spent £3.4m on the roof", "We spent £3.4 million on the roof."),
    ("We spent three million pounds on the roof", "We spent £3 million on the roof."),
    ("Turnout rose by 4 per cent in the north", "Turnout rose by 4% in the north."),
    ("We have 1,200 members", "We have twelve hundred members."),
    ("The tide took 3 boats", "The tide took three boats."),
    ("It was the fourteenth attempt this year", "It was the 14th attempt this year."),
    ("The meeting began at 7.30pm sharp", "The meeting began at 7:30 pm sharp."),
    ("We do not want to leave the valley", "We don't want to leave the valley."),
    ("We did n't want to leave the valley", "We didn’t want to leave the valley."),
    ("The Co-op called in the loan", "The Coop called in the loan."),
    ("This is a pseudo science of the worst kind", "This is a pseudo-science of the worst kind."),
    ("The mayor … promised us a new pump", "The mayor, whom we trusted, promised us a new pump."),
    ("The mayor [...] promised us a new pump", "The mayor, whom we trusted, promised us a new pump."),
    ("The mayor [Ida Crane] promised us a new pump", "The mayor promised us a new pump."),
    ("[She] promised us a new pump", "The mayor promised us a new pump."),
    ("[W]e were promised a new pump", "In May we were promised a new pump."),
    ("It is not only a road, it is a lifeline", "It is not only a road, it is a lifeline."),
    ("I think the trial was fair", "I think the trial was fair."),
    ("We opened on Monday with nobody watching", "We opened on Monday with nobody watching."),
    ("This is a disgrace, an absolute disgrace", "This is a disgrace. An absolute disgrace."),
]


@pytest.mark.parametrize(("printed", "said"), FAITHFUL)
def test_a_faithful_quote_is_verbatim(judge_quote, printed, said):
    assert judge_quote(printed, said).rule is Rule.VERBATIM


CHANGED = [
    ("We spent £3.4m on the roof", "We spent £3.4 billion on the roof.", Rule.FIGURE_CHANGED),
    ("We spent £3.4m on the roof", "We spent €3.4 million on the roof.", Rule.FIGURE_CHANGED),
    (
        "Turnout rose by 4 percent in the north",
        "Turnout rose by 4 percentage points in the north.",
        Rule.FIGURE_CHANGED,
    ),
    ("The path is 12 miles long and muddy", "The path is 12 kilometres long and muddy.", Rule.FIGURE_CHANGED),
    ("We lost eight to twelve boats that night", "We lost eight to ten boats that night.", Rule.FIGURE_CHANGED),
    ("Two thirds of the seats are empty", "Three quarters of the seats are empty.", Rule.FIGURE_CHANGED),
    ("He is 34 years old and a father", "He is 43 years old and a father.", Rule.FIGURE_CHANGED),
    ("It was the 14th attempt this year", "It was the 12th attempt this year.", Rule.FIGURE_CHANGED),
    (
        "We opened on 3 May 2019 with nobody watching",
        "We opened on 4 May 2019 with nobody watching.",
        Rule.DATE_CHANGED,
    ),
    ("We opened on Monday with nobody watching", "We opened on Tuesday with nobody watching.", Rule.DATE_CHANGED),
    ("The meeting began at 7.30pm sharp", "The meeting began at 8.30pm sharp.", Rule.DATE_CHANGED),
    ("Harlan Peck sold me the boat himself", "Harold Peck sold me the boat himself.", Rule.NAME_CHANGED),
    ("I met Dr Aline Besson at the gate", "I met Dr Aline Bessonne at the gate.", Rule.NAME_CHANGED),
    ("We never closed the ward at night", "We closed the ward at night.", Rule.NEGATION_CHANGED),
    ("We closed the ward at night", "We have not closed the ward at night.", Rule.NEGATION_CHANGED),
    ("It is unlikely that the road will reopen", "It is likely that the road will reopen.", Rule.NEGATION_CHANGED),
    ("The plant will close before Easter", "The plant could close before Easter.", Rule.STRENGTHENED),
    ("The plant will close before Easter", "The plant will probably close before Easter.", Rule.STRENGTHENED),
    ("The plant will probably close before Easter", "The plant will close before Easter.", Rule.ALTERED_QUOTE),
    ("We had asked for help twice", "We have asked for help twice.", Rule.ALTERED_QUOTE),
    ("The minister lied to us", "The minister misled us.", Rule.ALTERED_QUOTE),
    ("It cost more than the old one", "It cost less than the old one.", Rule.ALTERED_QUOTE),
    ("The harbour is deep and the harbour is safe", "The harbour is safe and the harbour is deep.", Rule.ALTERED_QUOTE),
]


@pytest.mark.parametrize(("printed", "said", "rule"), CHANGED)
def test_a_change_is_named_by_its_kind(judge_quote, printed, said, rule):
    assert judge_quote(printed, said).rule is rule


def test_a_changed_figure_is_reported_with_both_values(judge_quote):
    judged = judge_quote("The hall will create 1,200 jobs", "The hall will create 120 jobs.")
    assert judged.arguments == {"difference": "figure", "article": "1,200", "source": "120"}


def test_a_difference_points_at_the_words_on_both_sides(judge_quote):
    difference = judge_quote("We closed 14 wards", "Last year we closed 41 wards.").differences[0]
    assert (difference.article_start, difference.article_end) == (11, 13)
    assert (difference.source_start, difference.source_end) == (20, 22)


def test_the_worst_difference_comes_first(judge_quote):
    judged = judge_quote("We shut 14 large wards", "We closed 41 large wards.")
    assert [difference.kind for difference in judged.differences] == [
        DifferenceKind.FIGURE,
        DifferenceKind.WORD_CHANGED,
    ]
    assert judged.rules == {Rule.FIGURE_CHANGED, Rule.ALTERED_QUOTE}


def test_the_comparison_view_gets_every_word_of_the_claim(judge_quote):
    runs = judge_quote("We quietly closed the ward", "We closed the old ward.").evidence[0].runs
    assert [run.kind for run in runs] == [RunKind.EQUAL, RunKind.ADDED, RunKind.EQUAL, RunKind.DROPPED, RunKind.EQUAL]


def test_words_that_stand_nowhere_are_unsupported_and_the_nearest_passage_is_shown(judge_quote):
    judged = judge_quote("Nobody had the keys to the archive", "The archive stands by the river. The fair went on.")
    assert judged.rule is Rule.UNSUPPORTED
    assert not judged.evidence[0].supports
    assert "archive" in judged.passage


def test_a_quote_of_which_nothing_stands_anywhere_has_a_finding_but_no_passage(judge_quote):
    judged = judge_quote("Zebras gallop", "The fair went on.")
    assert judged.rule is Rule.UNSUPPORTED


def test_without_any_source_nothing_is_said(judge_quote):
    judged = judge_quote("We closed the ward")
    assert judged.evidence == ()
    assert judged.findings == ()


def test_words_run_together_from_two_places_are_a_splice_with_both_passages(judge_quote):
    judged = judge_quote(
        "The lock gates were rusty and the pump house caught fire in March",
        "The lock gates were rusty when I came. We had money. I remember that spring well. In April it rained. "
        "By then the pump house caught fire in March.",
    )
    assert judged.rule is Rule.SPLICED_QUOTE
    assert [anchor.exact for anchor in judged.evidence[0].segments] == [
        "The lock gates were rusty",
        "the pump house caught fire in March",
    ]


def test_words_that_both_places_of_a_splice_have_belong_to_the_one_that_goes_on(judge_quote):
    judged = judge_quote(
        "The harbour trust said in its report that the harbour wall has cracked from end to end since the flood",
        "I saw how the wall has held. The harbour wall has cracked from end to end since the flood.",
        "The harbour trust said in its report that the harbour needs money.",
    )
    assert judged.rule is Rule.SPLICED_QUOTE
    assert sorted(anchor.exact for anchor in judged.evidence[0].segments) == [
        "The harbour trust said in its report that the harbour",
        "wall has cracked from end to end since the flood",
    ]


def test_an_ellipsis_may_cut_into_a_date(judge_quote):
    judged = judge_quote(
        "We heard about the plan this … sale includes the mill",
        "We heard about the plan this week, and the sale includes the mill.",
    )
    assert judged.rule is Rule.VERBATIM


def test_a_splice_may_take_its_halves_from_two_sources(judge_quote):
    judged = judge_quote(
        "The old ferry was sold for scrap in autumn after the council lost patience with the harbour trust",
        "I know that the old ferry was sold for scrap in autumn.",
        "It ended only after the council lost patience with the harbour trust.",
    )
    assert judged.rule is Rule.SPLICED_QUOTE
    assert len({anchor.document for anchor in judged.evidence[0].segments}) == 2


def test_an_order_of_exact_words_prefers_the_place_that_has_them_all(judge_quote):
    judged = judge_quote(
        "the valley road stays open all winter",
        "The valley road was open. All winter the road stays closed.",
        "I promise that the valley road stays open all winter.",
    )
    assert judged.rule is Rule.VERBATIM
    assert judged.passage == "the valley road stays open all winter."


def test_the_house_that_never_alters_a_quote_flags_a_contraction(judge_quote):
    printed, said = "We do not want to leave", "We're sure. We don't want to leave."
    assert judge_quote(printed, said, profile="standard").rule is Rule.VERBATIM
    assert (
        judge_quote("It's late and we're tired of it", "It is late and we are tired of it.", profile="never_alter").rule
        is Rule.ALTERED_QUOTE
    )


def test_the_house_that_cleans_up_lets_fillers_go(judge_quote):
    printed, said = "We lost the boat in the storm", "We, um, lost the boat in the storm."
    assert judge_quote(printed, said, profile="clean_up").rule is Rule.VERBATIM
    assert judge_quote(printed, said, profile="standard").rule is Rule.ALTERED_QUOTE


OWN = QuoteProfile(harmless=frozenset(kind.value for kind in DifferenceKind), fillers=frozenset({"um"}))


@pytest.mark.parametrize(
    ("printed", "said", "rule"),
    [
        ("We sold 14 boats", "We sold 41 boats.", Rule.FIGURE_CHANGED),
        ("We did sell boats", "We did not sell boats.", Rule.NEGATION_CHANGED),
        ("Ida Crane sold boats", "Ada Crane sold boats.", Rule.NAME_CHANGED),
        ("We sold boats in May", "We sold boats in June.", Rule.DATE_CHANGED),
    ],
)
def test_no_profile_whatever_allows_a_changed_figure_name_date_or_denial(judge_quote, printed, said, rule):
    assert judge_quote(printed, said, profile=OWN).rule is rule


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("We lost the boat in the storm", "We, um, lost the boat in the storm."),
        ("We lost the boat … and the nets", "We lost the boat, the oars and the nets."),
        ("[The crew] lost the boat in the storm", "They lost the boat in the storm."),
        ("We lose the boat in the storm", "We lost the boat in the storm."),
    ],
)
def test_what_a_profile_allows_is_shown_all_the_same(judge_quote, printed, said):
    assert judge_quote(printed, said, profile=OWN).differences
    strict = judge_quote(printed, said, profile=QuoteProfile())
    assert strict.rule is Rule.ALTERED_QUOTE
    assert len(strict.differences) == len(judge_quote(printed, said, profile=OWN).differences)
