"""Words in characters that show nothing."""

import pytest

from reviewer.text.zero_width_codes import zero_width_codes

ZERO, ONE, GAP, MORE = "\u200b", "\u200c", "\u2060", "\u2061"


def said(text):
    return [meaning for _, _, meaning in zero_width_codes(text)]


def in_bits(words, width=8, zero=ZERO, one=ONE, gap=""):
    bits = (f"{ord(letter):0{width}b}" for letter in words)
    return gap.join(bits).replace("0", zero).replace("1", one)


@pytest.mark.parametrize("width", [7, 8, 16])
@pytest.mark.parametrize("turned", [False, True])
def test_bits_are_read_whichever_sign_is_the_one(width, turned):
    signs = (ONE, ZERO) if turned else (ZERO, ONE)
    assert "Hanes" in said("Then" + in_bits("Hanes", width, *signs) + " it rained.")


def test_a_sign_between_letters_is_no_bit():
    assert "Hanes" in said(in_bits("Hanes", 1, gap=GAP))


def test_four_signs_are_pairs_of_bits():
    bits = "".join(f"{ord(letter):08b}" for letter in "Hanes")
    pairs = dict(zip(("00", "01", "10", "11"), (GAP, ZERO, MORE, ONE), strict=True))
    assert "Hanes" in said("".join(pairs[bits[at : at + 2]] for at in range(0, len(bits), 2)))


def test_the_place_is_the_stretch_from_the_first_sign_to_the_last():
    text = "Then" + in_bits("Hanes") + " it rained."
    assert {(start, end) for start, end, _ in zero_width_codes(text)} == {(4, 44)}


def test_signs_spread_among_letters_are_read_together():
    spread = "".join(f"{sign}x" for sign in in_bits("Hanes"))
    assert "Hanes" in said(f"Then {spread}")


def test_a_few_joiners_of_a_script_say_nothing():
    assert said("می\u200cخواهم نمی\u200cدانم خانه\u200cها") == []
