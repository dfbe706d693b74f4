"""What counts as the same word in other alphabets, in tables, lists and at breaks, and in long lists of terms."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.needles import Needle, Needles


def found(term, text):
    return [span.of(text) for span in Needle(term).find(text)]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("İstanbul", "ISTANBUL, istanbul, İSTANBUL, ıstanbul"),
        ("Işık", "IŞIK, ışık, isik"),
        ("Groß", "GROSS, groß, GROẞ"),
        ("IJsbrand", "ĳsbrand, Ĳsbrand, ijsbrand"),
        ("Nguyễn", "Nguyen, NGUYỄN, Nguye\u0302\u0303n"),
        ("Đặng", "Dang, đặng"),
        ("Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ, παπαδοπουλος"),
        ("タナカ", "ﾀﾅｶ, タナカ"),
        ("فاطمة", "فاطمه, فاطمة"),
        ("كاظم", "کاظم, كاظم"),
        ("أحمد", "احمد, أَحْمَد"),
        ("01632 960118", "٠١٦٣٢ ٩٦٠١١٨, ०१६३२ ९६०११८"),
    ],
)
def test_letters_and_digits_that_a_language_takes_for_the_same_are(term, text):
    assert found(term, text) == text.split(", ")


@pytest.mark.parametrize("word", ["وأحمد", "لأحمد", "والأحمد"])
def test_little_words_written_onto_an_arabic_name_stay_and_the_name_goes(word):
    assert found("أحمد", word) == ["أحمد"]


@pytest.mark.parametrize("word", ["וכהן", "לכהן", "שהכהן"])
def test_little_words_written_onto_a_hebrew_name_stay_and_the_name_goes(word):
    assert found("כהן", word) == ["כהן"]


def test_other_words_that_end_in_a_hebrew_or_arabic_name_stay():
    assert found("דן", "אדן") == []
    assert found("أحمد", "محمد") == []


@pytest.mark.parametrize("word", ["Иванова", "ИВАНОВУ", "Ивановым", "Ивановыми"])
def test_the_cases_of_a_cyrillic_name_go_with_it(word):
    assert found("Иванов", f"это {word}.") == [word]


def test_a_longer_cyrillic_word_stays():
    assert found("Иванов", "Ивановский") == []


@pytest.mark.parametrize("word", ["Erdoğan'ın", "Erdogan’a"])
def test_an_ending_behind_an_apostrophe_stays_and_the_name_goes(word):
    assert found("Erdoğan", word) == [word[:7]]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("山田", "山田さんは"),
        ("田中太郎", "田中 太郎"),
        ("田中", "田\u3000中"),
        ("田中", "田\n中"),
        ("김철수", "김 철수"),
        ("김철수", "김 철 수"),
        ("สมชาย", "คุณสมชายไป"),
    ],
)
def test_names_in_scripts_without_spaces_are_found_in_lines_and_forms(term, text):
    assert len(found(term, text)) == 1


def test_the_end_of_one_name_and_the_beginning_of_the_next_are_no_name():
    assert found("田中", "稲田 中村") == []


@pytest.mark.parametrize("text", ["Anna\tHanes", "Anna,Hanes", '"Anna","Hanes"', "Anna;Hanes", "Anna\nHanes", "| Anna | Hanes |"])  # fmt: skip
def test_a_name_over_two_cells_of_a_table_is_one_name(text):
    assert len(found("Anna Hanes", text)) == 1


@pytest.mark.parametrize("text", ["Hanes,Anna", '"Hanes","Anna"', "Hanes, Anna", "Hanes,\nAnna"])
def test_a_name_turned_round_is_found_in_text_and_table(text):
    assert len(found("Hanes, Anna", text)) == 1


def test_two_names_of_a_list_are_not_one():
    assert found("Anna Hanes", "Anna, Hanes and Jo") == []


@pytest.mark.parametrize("text", ["Anna\fHanes", "An-\fna Hanes", "Anna Ha\f\nnes", "Anna\n\n\nHanes"])
def test_a_page_break_inside_a_name_is_no_difference(text):
    assert found("Anna Hanes", text) == [text]


def test_a_name_over_two_cells_is_found_only_when_they_stand_side_by_side():
    assert found("Anna Hanes", "Anna 34 Hanes") == []


@pytest.mark.parametrize("text", ["Hanes-based", "ex-Hanes", "#Hanes", "Hanes_1", "hanes@mail.example", "@Hanes"])
def test_signs_beside_a_word_do_not_hide_it(text):
    assert len(found("Hanes", text)) == 1


NAMES = st.text(alphabet="abcdeéß ж", min_size=2, max_size=6).filter(lambda name: len(name.strip()) > 1)


@given(st.lists(NAMES, min_size=45, max_size=60, unique=True), st.text(alphabet="abcdeéß ж-\n.", max_size=200))
def test_a_long_list_finds_what_each_of_its_terms_finds_alone(terms, text):
    together = {(match.needle, match.span) for match in Needles(terms).find(text)}
    alone = {(number, span) for number, term in enumerate(terms) for span in Needle(term).find(text)}
    assert together == alone


def test_a_list_of_thousands_of_terms_is_looked_for_in_one_walk():
    syllables = ("ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vu")
    terms = ["".join(letters).title() for letters in itertools.product(syllables, repeat=4)][:5000]
    text = f"{'The harbour stayed shut. ' * 2000} Then {terms[4321]} left."
    assert [match.term for match in Needles(terms).find(text)] == [terms[4321]]
