from datetime import date


def checks(instant_pass, text: str, published: str):
    return [check.arguments["working"] for check in instant_pass(text, published).checks]


def test_a_day_of_the_year_before_is_no_slip_in_a_report_on_it(instant_pass):
    assert date(2025, 6, 14).weekday() == 5
    assert checks(instant_pass, "The crash happened on Saturday 14 June, the inquest heard.", "2026-03-20") == []


def test_a_day_that_has_just_passed_is_checked_against_its_own_year(instant_pass):
    assert checks(instant_pass, "The crash happened on Saturday 15 March, police said.", "2026-03-20") == [
        "2026-03-15 is a Sunday"
    ]


def test_a_rough_figure_is_nothing_that_another_grew_from(instant_pass):
    text = (
        "The mill said its sales climbed 7 percent in the spring, to a little more than half a billion dollars, and that "
        "it now looks for as much as $2.06 billion this year."
    )
    assert checks(instant_pass, text, "2026-08-05") == []
