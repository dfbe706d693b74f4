import pytest

from reviewer.model.finding import Rule


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (
            "The ferry to Osk will make its last crossing on New Year’s Eve.",
            "The last crossing to Osk is on 31 December.",
        ),
        ("The ferry to Osk will stop on 26 December.", "The ferry to Osk stops on Boxing Day."),
    ],
)
def test_a_feast_is_the_day_it_falls_on(judge_claim, claim, source):
    assert judge_claim(claim, source).rule is Rule.PARAPHRASE_OK


def test_another_day_than_that_of_the_feast_is_a_change(judge_claim):
    claim = "The last ferry to Osk will cross on Christmas Eve."
    assert judge_claim(claim, "The last ferry to Osk will cross on 27 December.").rule is Rule.DATE_CHANGED
