"""A claim of another thing than the source's is not held by words that both have in common."""

from reviewer.model.finding import Rule

FLOOD = """The river Sarn flooded the lower town of Hartlow on Monday. The parish raised its drainage levy by 4 per cent in May.

Water samples from the well were tested at the laboratory in Marlby, the report says."""


def test_what_is_said_of_others_needs_a_source_that_speaks_of_others(judge_claim):
    judged = judge_claim("Two other parishes in the valley have raised their levy by the same amount.", FLOOD)
    assert judged.rule is Rule.UNSUPPORTED


def test_a_count_in_a_row_over_years_needs_a_source_that_counts(judge_claim):
    judged = judge_claim("It was the third time in four years that the Sarn flooded the lower town.", FLOOD)
    assert judged.rule is Rule.UNSUPPORTED


def test_a_place_that_no_source_knows_stands_for_the_one_of_the_passage(judge_claim):
    judged = judge_claim("Samples of the water from the well were tested in Corvale, the report says.", FLOOD)
    assert judged.rule is Rule.NAME_CHANGED
    assert judged.arguments["source"] == "Marlby"


def test_a_place_that_the_source_names_elsewhere_is_none(judge_claim):
    judged = judge_claim("Samples of the water from the well in Hartlow were tested at the laboratory.", FLOOD)
    assert judged.rule is Rule.PARAPHRASE_OK
