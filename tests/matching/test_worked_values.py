"""Figures that no sentence prints and that follow from those of a sentence, its neighbours or its table."""

import pytest

from reviewer.model.finding import Rule

PUBLISHED = "2025-06-20"

FARM = """Holding notes, Ullin Fold

Flock A: ewes, 1,640. Flock B: ewes, 980. Both flocks were dipped in May.

In 2024 the dairy sold 18,600 cheeses. Ten years earlier the figure was 52,300.

The barn was put up in 2007. It leaks.

The association has 22 members, this farm included.

Grazing licence granted on 3 November 2024.

Gate opened 06.10. Last sheep out 06.25.

Hire of a trailer: until May £7.20, since then £7.85.

Vet's bills came to £41,700 and were shared by 1,390 owners."""

ACCOUNTS = """Society accounts (£'000)
Item | 2025 | 2024
Income | 840 | 790
Wages | 512 | 470
Spending in the year | 900 | 860
Reserves at the end of the year | 375 | 435"""

FOLLOWS = [
    ("The farm dipped 2,620 ewes in May.", FARM),
    ("More than 2,600 ewes were dipped in May.", FARM),
    ("Sales of cheeses have dropped by almost two thirds in a decade.", FARM),
    ("The 18-year-old barn leaks.", FARM),
    ("The association has 21 other members.", FARM),
    ("The grazing licence was granted seven months ago.", FARM),
    ("Hiring a trailer now costs 65p more.", FARM),
    ("The vet’s bills were £30 for each owner on average.", FARM),
    ("All the sheep were out of the gate within 15 minutes.", FARM),
    ("Wages came to 61p in every pound of income.", ACCOUNTS),
    ("The reserves would cover spending for about five months.", ACCOUNTS),
]
DOES_NOT = [
    ("The farm sold 4,410 fleeces in May.", FARM),
    ("Feed now costs 37 per cent more.", FARM),
    ("The licence runs for 41 months.", FARM),
    ("The vet’s bills were £45 for each owner on average.", FARM),
    ("The reserves are £230,000 short of a target set by the bank.", ACCOUNTS),
]


@pytest.mark.parametrize(("claim", "source"), FOLLOWS)
def test_a_figure_that_follows_from_the_sentences_beside_it_supports_the_claim(judge_claim, claim, source):
    judged = judge_claim(claim, source, published=PUBLISHED)
    assert judged.rule is Rule.PARAPHRASE_OK


@pytest.mark.parametrize(("claim", "source"), DOES_NOT)
def test_a_figure_that_follows_from_nothing_supports_no_claim(judge_claim, claim, source):
    assert judge_claim(claim, source, published=PUBLISHED).rule is not Rule.PARAPHRASE_OK


def test_the_passage_holds_both_figures_from_which_it_follows(judge_claim):
    judged = judge_claim(FOLLOWS[2][0], FARM, published=PUBLISHED)
    assert judged.passage == "In 2024 the dairy sold 18,600 cheeses. Ten years earlier the figure was 52,300."


BALLOT = """Ballot of the ringers' guild

Entitled to vote: 412. Votes cast: 309.

Tower log, Sunday: Arrived 10.25. Bell rope 31 metres long."""


def test_entries_of_a_list_are_set_against_one_another_under_the_heading_that_names_them(judge_claim):
    judged = judge_claim("Three quarters of the ringers took part in the ballot.", BALLOT)
    assert judged.rule is Rule.PARAPHRASE_OK
    assert "412. Votes cast: 309" in judged.passage


def test_a_time_of_day_may_be_printed_as_a_number(judge_claim):
    assert judge_claim("The ringers arrived at the tower at 10.25am on Sunday.", BALLOT).rule is Rule.PARAPHRASE_OK


SCORE = "The examiner says that a score of more than 40% is a pass."


def test_a_percentage_may_lose_its_sign_where_it_counts_nothing(judge_claim):
    assert judge_claim("A score above 40 is a pass.", SCORE).rule is Rule.PARAPHRASE_OK


def test_a_percentage_that_counts_things_without_its_sign_is_not_that_of_the_source(judge_claim):
    judged = judge_claim("The examiner says that 40 pupils is a pass.", SCORE)
    assert judged.rule in (Rule.FIGURE_CHANGED, Rule.UNSUPPORTED)
