from reviewer.pages.scripts import (
    clusters,
    first_strong_is_right_to_left,
    has_right_to_left,
    is_right_to_left_mark,
    letters_of,
    printed_form,
    printed_letters,
    visual_order,
    word_directions,
)


def test_arabic_letters_take_their_joined_forms_from_right_to_left():
    assert printed_form("باب") == "\ufe8f\ufe8e\ufe91"


def test_lam_and_alef_become_one_letter():
    assert printed_form("لا") == "\ufefb"


def test_hebrew_is_turned_round():
    assert printed_form("אבג") == "גבא"


def test_numbers_inside_a_right_to_left_word_keep_their_order():
    assert printed_form("ב2019") == "2019ב"


def test_brackets_change_sides_and_shape():
    assert printed_form("(אב)") == "(בא)"


def test_a_number_marked_as_right_to_left_takes_its_bracket_to_the_left():
    assert printed_form("\u200f2019)") == "(2019"


def test_latin_words_stay_as_they_are():
    assert printed_form("ferry") == "ferry"


def test_accents_are_composed_for_printing():
    assert printed_form("cafe\u0301") == "café"


def test_what_only_steers_other_characters_is_not_drawn():
    assert printed_form("co\u00adop\ufeff") == "coop"


def test_marks_and_joined_emoji_stay_together():
    assert clusters("e\u0301a👨\u200d👩") == ["e\u0301", "a", "👨\u200d👩"]


def test_direction_is_that_of_the_first_letter():
    assert first_strong_is_right_to_left("12 אב")
    assert not first_strong_is_right_to_left("12 ab אב")


def test_letters_from_the_right_are_noticed():
    assert has_right_to_left("a א")
    assert not has_right_to_left("é漢😀")


def test_right_to_left_words_run_backwards_inside_a_latin_line():
    directions = word_directions(["said", "אב", "גד", "today"], right_to_left=False)

    assert visual_order(directions, right_to_left=False) == [0, 2, 1, 3]


def test_latin_words_keep_their_order_inside_a_right_to_left_line():
    directions = word_directions(["אב", "BBC", "News", "גד"], right_to_left=True)

    assert visual_order(directions, right_to_left=True) == [3, 1, 2, 0]


def test_a_number_between_right_to_left_words_runs_with_them():
    assert word_directions(["אב", "72", "גד"], right_to_left=False) == [True, True, True]


def test_a_mark_of_a_right_to_left_letter_is_printed_before_it():
    assert printed_form("בָא") == "אָב"


def test_a_printed_ligature_means_its_letters_from_left_to_right():
    assert letters_of("\ufefb") == "\u0627\u0644"
    assert letters_of("\u0628") == "\u0628"


def test_the_letters_of_a_printed_word_are_not_joined():
    assert printed_letters("بيت") == "تيب"


def test_only_points_and_vowel_signs_of_right_to_left_scripts_are_their_marks():
    assert is_right_to_left_mark("\u0651")
    assert not is_right_to_left_mark("\u0301")
    assert not is_right_to_left_mark("ب")
