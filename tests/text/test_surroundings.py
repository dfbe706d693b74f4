import pytest

from reviewer.text.surroundings import alike, surroundings


def agree(first, second):
    return surroundings(*first).agree_with(surroundings(*second))


def test_the_same_words_round_a_place_agree():
    place = ("The office wrote to ", " on Monday.")
    assert agree(place, place) == len("theofficewroteto") + len("onmonday")


def test_spelling_and_line_breaks_do_not_count():
    assert agree(("THE\nOFFICE wrote-\nto ", " on  Monday"), ("the oﬃce wrote to", "\non Monday")) is not None


def test_a_text_that_ends_early_agrees_as_far_as_it_goes():
    assert agree(("The office wrote to ", " on Monday."), ("wrote to ", " on")) == len("wroteto") + len("on")


@pytest.mark.parametrize("other", [("The office spoke to ", " on Monday."), ("The office wrote to ", " in May.")])
def test_another_word_on_either_side_is_another_place(other):
    assert agree(("The office wrote to ", " on Monday."), other) is None


def test_behind_the_end_of_a_line_other_words_may_stand():
    first, second = ("A heading\nThe office wrote to ", " now"), ("Page 3\nThe office wrote to ", " now")
    assert agree(first, second) == len("theofficewroteto") + len("now")


def test_few_letters_up_to_the_end_of_a_line_tell_nothing():
    assert agree(("one\nto ", " on\ntwo"), ("three\nto ", " on\nfour")) is not None
    assert agree(("one\nto ", " on\ntwo"), ("three\nto ", " on four")) is None


def test_words_without_anything_round_them_agree_only_with_such():
    assert agree(("", ""), ("", "")) == 0
    assert agree(("", ""), ("The office wrote to ", " on Monday.")) is None


def test_wrong_letters_are_forgiven_where_a_picture_was_read():
    printed = surroundings("can often rename the file to fix the ", " at once, said Ada")
    assert alike(printed, surroundings("can often rename the le to x the ", " at once, sald Ada"))
    assert not alike(printed, surroundings("can never rename a ship or find the ", " at once, said Ada"))
    assert not alike(printed, surroundings("x the", " at"))
