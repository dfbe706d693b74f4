"""Quotes cut where it matters, and the columns of the comparison."""

import pytest

from reviewer.model.evidence import RunKind
from reviewer.model.finding import Rule


@pytest.mark.parametrize(
    ("printed", "said", "rule"),
    [
        ("we can win the cup", "If Ines is fit, we can win the cup.", Rule.OUT_OF_CONTEXT),
        ("we can win the cup", "Ines is fit, so we can win the cup.", Rule.VERBATIM),
        ("This is a farm", "This is not only a farm.", Rule.NEGATION_CHANGED),
        ("This is not a farm but a trap", "This is not only a farm but a trap.", Rule.NEGATION_CHANGED),
        ("This is not only a farm", "This is not only a farm.", Rule.VERBATIM),
    ],
)
def test_a_condition_and_the_only_of_not_only_may_not_go(judge_quote, printed, said, rule):
    assert judge_quote(printed, said).rule is rule


def runs_in_words(judged, printed, said):
    """Return kind and words of each run, article first."""
    quoted = f"“{printed}”"
    return [
        (run.kind, quoted[run.article_start : run.article_end], said[run.source_start : run.source_end])
        for run in judged.evidence[0].runs
    ]


def test_each_change_has_a_run_of_its_own(judge_quote):
    printed, said = "A ticket costs £72, with dogs free all year.", "A ticket costs £27, and dogs free all year."
    runs = runs_in_words(judge_quote(printed, said), printed, said)
    assert [run for run in runs if run[0] is not RunKind.EQUAL] == [
        (RunKind.CHANGED, "£72", "£27"),
        (RunKind.CHANGED, "with", "and"),
    ]


def test_the_runs_reach_to_the_mark_that_closes_the_quote(judge_quote):
    printed, said = "The gates were closed again.", "The gates were closed again. We left."
    assert runs_in_words(judge_quote(printed, said), printed, said)[-1] == (RunKind.EQUAL, printed, printed)


def test_a_comma_printed_for_a_full_stop_is_harmless(judge_quote):
    printed, said = "The gates were closed again,", "The gates were closed again. We left."
    assert runs_in_words(judge_quote(printed, said), printed, said)[-1] == (RunKind.HARMLESS, ",", ".")


def test_an_alternative_left_off_the_end_is_a_cut_and_shown(judge_quote):
    judged = judge_quote("He had a dog with him.", "He had a dog with him, or it might have been a goat.")
    assert judged.rule is Rule.OUT_OF_CONTEXT
    assert judged.passage.endswith("a goat.")
