import pytest

from reviewer.reviewing.reason_codes import (
    LONGEST_CODE,
    ReasonCode,
    meaning_of,
    parse_reason,
    parse_reasons,
    reason_presets,
    reason_to_give,
    reasons_in_use,
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("SRC: would identify a source", ReasonCode("SRC", "would identify a source")),
        ("  SRC  ", ReasonCode("SRC")),
        ("b(7)(C): privacy: of a witness", ReasonCode("b(7)(C)", "privacy: of a witness")),
        (": no code", None),
        ("   ", None),
    ],
)
def test_a_line_is_a_code_and_after_a_colon_its_meaning(line, expected):
    assert parse_reason(line) == expected


def test_a_code_too_long_for_a_box_is_cut():
    assert parse_reason("x" * 90 + ": long") == ReasonCode("x" * LONGEST_CODE, "long")


def test_what_is_kept_reads_back_as_it_was():
    codes = tuple(reason for preset in reason_presets() for reason in preset.codes)
    assert parse_reasons([str(reason) for reason in codes]) == codes


def test_a_code_that_comes_twice_counts_once():
    assert parse_reasons(["A: first", "", "A: second", "B"]) == (ReasonCode("A", "first"), ReasonCode("B"))


def test_the_nine_exemptions_of_the_act_come_with_their_meanings_and_source():
    foia = next(preset for preset in reason_presets() if preset.name == "foia")
    codes = {reason.code: reason.meaning for reason in foia.codes}
    assert [f"b({number})" in codes for number in range(1, 10)] == [True] * 9
    assert [f"b(7)({letter})" in codes for letter in "ABCDEF"] == [True] * 6
    assert all(codes.values())
    assert foia.source == "5 U.S.C. 552(b)"


def test_the_own_list_goes_before_the_one_that_comes_along():
    assert reasons_in_use(("X: ours",)) == (ReasonCode("X", "ours"),)
    assert reasons_in_use(()) == reason_presets()[0].codes


def test_a_new_mark_gets_the_reason_used_last_or_the_first_of_the_list():
    assert reason_to_give("b(6)", ("X: ours",)) == "b(6)"
    assert reason_to_give("", ("X: ours", "Y")) == "X"


def test_a_meaning_is_looked_up_in_the_own_list_first_and_then_in_the_presets():
    assert meaning_of("b(9)", ("b(9): our wells",)) == "our wells"
    assert "wells" in meaning_of("b(9)", ())
    assert meaning_of("unheard of", ()) == ""
