"""Figures and dates in a claim keep what they are bound to in the source: role, unit, noun and order."""

import pytest

from reviewer.model.finding import Rule

FERRY = """The Marrow Line carried 412,000 passengers in 2025, compared with 388,000 in 2024. Fares rose to £9.40 from £8.90. The line lost £1.2m, against a profit of £0.6m a year earlier.

It spent £3.6m on fuel, against a budget of £2.9m. A 51-year-old man and a woman aged 38 were rescued from the water on Sunday evening. Three passengers were hurt at Inch and two at Sall. Repairs will cost no less than £700,000.

The new boat will be launched in May or June. The fault was found on 4 July and reported on 9 July. The crew had to wait from 22:15 until 01:45."""

CHANGED = [
    ("The line carried 388,000 passengers in 2025, compared with 412,000 in 2024.", Rule.FIGURE_CHANGED),
    ("The line spent £2.9m on fuel, against a budget of £3.6m.", Rule.FIGURE_CHANGED),
    ("A man, 38, and a woman, 51, were rescued from the water on Sunday.", Rule.FIGURE_CHANGED),
    ("Two passengers were hurt at Inch and three at Sall.", Rule.FIGURE_CHANGED),
    ("Repairs will cost at most £700,000.", Rule.FIGURE_CHANGED),
    ("Fares rose to €9.40 from €8.90.", Rule.FIGURE_CHANGED),
    ("The line carried 421,000 passengers in 2025.", Rule.FIGURE_CHANGED),
    ("The new boat will be launched in May.", Rule.DATE_CHANGED),
    ("The fault was found on 9 July.", Rule.DATE_CHANGED),
    ("The fares fell to £9.40 from £8.90.", Rule.CONTRADICTED),
]


@pytest.mark.parametrize(("sentence", "rule"), CHANGED)
def test_a_value_that_is_bound_to_something_else_is_a_change(judge_claim, sentence, rule):
    assert judge_claim(sentence, FERRY, published="2026-01-20").rule is rule


FAITHFUL = [
    "The line carried 412,000 passengers in 2025, up from 388,000 in 2024.",
    "Against a budget of £2.9m, the line spent £3.6m on fuel.",
    "A woman, 38, and a man, 51, were rescued from the water on Sunday.",
    "Two passengers were hurt at Sall and three at Inch.",
    "Repairs will cost at least £700,000.",
    "The fares rose from £8.90 to £9.40.",
    "The new boat will be launched in May or June.",
    "The fault was found on 4 July and reported five days later.",
    "The line carried 6.2 percent more passengers than in 2024, or 412,000.",
    "The crew had to wait for about three and a half hours.",
    "Five passengers were hurt.",
]


@pytest.mark.parametrize("sentence", FAITHFUL)
def test_a_value_in_its_own_place_is_fine_in_whatever_order(judge_claim, sentence):
    assert judge_claim(sentence, FERRY, published="2026-01-20").rule is Rule.PARAPHRASE_OK


@pytest.mark.parametrize(
    ("sentence", "is_fine"),
    [
        ("The tower is 30 metres (98 feet) high.", True),
        ("The tower is 30 metres (198 feet) high.", False),
    ],
)
def test_a_bracketed_conversion_is_worked_out(judge_claim, sentence, is_fine):
    judged = judge_claim(sentence, "The tower on Gull Rock is 30 metres high and needs paint.")
    assert judged.rule is (Rule.PARAPHRASE_OK if is_fine else Rule.FIGURE_CHANGED)


@pytest.mark.parametrize(
    ("sentence", "is_fine"),
    [
        ("Net profit fell 20 percent to £48m.", True),
        ("Net profit fell 25 percent to £48m.", False),
    ],
)
def test_a_change_in_percent_is_worked_out_from_the_two_amounts(judge_claim, sentence, is_fine):
    judged = judge_claim(sentence, "Net profit fell to £48m (2024: £60m).")
    assert judged.rule is (Rule.PARAPHRASE_OK if is_fine else Rule.FIGURE_CHANGED)


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The choir, founded in 1987, will be 40 next year.", "We were founded in 1987, says the choir."),
        ("Earnings came to 82 cents a share.", "Earnings per share were $0.82."),
        ("A quarter of the £80,000 that was stolen has been found.", "£80,000 was stolen; £20,000 has been found."),
        ("The shop shut for two years.", "The shop shut in March 2021 and opened again in March 2023."),
    ],
)
def test_age_cents_shares_and_spans_of_time_follow_from_what_is_printed(judge_claim, sentence, source):
    assert judge_claim(sentence, source, published="2026-03-03").rule is Rule.PARAPHRASE_OK


def test_a_figure_that_nothing_gives_leaves_the_claim_without_support(judge_claim):
    source = "The council owns the harbour. The harbour earned £310,000 in 2025."
    assert judge_claim("The harbour earned £310,000 in 2025 and has 240 berths.", source).rule is Rule.UNSUPPORTED


def test_another_figure_about_something_else_is_no_change(judge_claim):
    source = "The firm expects sales of £50m to £52m this year."
    assert judge_claim("Brokers had expected £61m.", source).rule is Rule.UNSUPPORTED


def test_a_figure_worked_out_from_the_sentence_before_is_judged_with_it(judge_claim):
    article = "The harbour recorded 60 landings in June, down from 80 in May. That is a fall of 25 percent."
    source = "Landings in the harbour: 80 in May and 60 in June."
    assert judge_claim("That is a fall of 25 percent.", source, article=article).rule is Rule.PARAPHRASE_OK


TABLE = "Who would you vote for? (%)\n\nReform List      31   (+4)\nOld Union        26   (-2)"


@pytest.mark.parametrize(
    ("sentence", "is_fine"),
    [
        ("The Reform List has 31 percent, up four points.", True),
        ("The Old Union has 31 percent.", False),
    ],
)
def test_rows_under_a_percent_sign_are_percentages(judge_claim, sentence, is_fine):
    table = TABLE.replace("\n\n", "\n")
    assert (judge_claim(sentence, table).rule is Rule.PARAPHRASE_OK) is is_fine


@pytest.mark.parametrize(
    ("sentence", "is_fine"),
    [
        ("Arden led 13-10 at half-time.", True),
        ("Some 41,000 of the 52,000 tents were sold at home.", True),
        ("The work was done between 12 and 16 March.", True),
        ("The work was done between 12 and 18 March.", False),
    ],
)
def test_results_parts_of_a_whole_and_days_of_a_month_are_read(judge_claim, sentence, is_fine):
    source = (
        "Arden 24 Tolland 19 (half-time: 13-10). Work done: 12-16 March 2026. "
        "About 52,000 tents were made (41,000 sold at home, 11,000 abroad)."
    )
    assert (judge_claim(sentence, source).rule is Rule.PARAPHRASE_OK) is is_fine


MUSEUM = """To be met from ticket sales £6.4m, retained gift shop profits £4.1m and donations £2.7m. Motion to reopen: for 19, against 12, abstentions 4.

You heard seven volunteers at the bench, and I read you the letters of six more. It has 16 one-window rooms, 41 two-window, 28 three-window and 12 four-window halls. A child's day ticket is £14.20, or 38p a day more than last year."""

LISTS = [
    ("It will spend £6.4m from ticket sales, £4.1m from gift shop profits and £2.7m from donations.", None),
    ("Members agreed to reopen by 19 votes to 12.", None),
    ("The panel of six heard 13 volunteers, seven of them in person, and the letters of the other six.", None),
    ("A child's ticket is £14.20, an extra £1.14, or about 38p a day.", None),
    (
        "It will spend £4.1m from ticket sales, £6.4m from gift shop profits and £2.7m from donations.",
        Rule.FIGURE_CHANGED,
    ),
]


@pytest.mark.parametrize(("sentence", "rule"), LISTS)
def test_a_list_may_name_its_things_before_or_after_its_figures(judge_claim, sentence, rule):
    found = judge_claim(sentence, MUSEUM, published="2026-01-20").rule
    assert found is rule if rule else found is not Rule.FIGURE_CHANGED
