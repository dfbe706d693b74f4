from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.geometry import Span
from reviewer.text.names import find_names


def names_of(text):
    return [(name.title, name.name) for name in find_names(text, Span(0, len(text)))]


def test_a_title_is_kept_apart_from_the_name():
    assert names_of("It was Mr Dale and Prof. Jan van den Berg who spoke.") == [
        ("Mr", "Dale"),
        ("Prof.", "Jan van den Berg"),
    ]


def test_an_institution_goes_on_after_of():
    assert names_of("staff at the University of Hallow and the Friends of Mill Lane") == [
        ("", "University of Hallow"),
        ("", "Friends of Mill Lane"),
    ]


def test_a_word_that_merely_begins_a_sentence_is_no_name():
    assert names_of("Overnight boats return. Fares rise.") == []


def test_a_word_that_begins_a_sentence_is_a_name_when_it_is_one_elsewhere():
    assert names_of("Norrmar will hire. The ships of Norrmar sail.")[0] == ("", "Norrmar")


def test_days_months_and_the_genitive_are_left_out():
    assert names_of("It was Thursday’s meeting in May that Hartley’s team missed.") == [("", "Hartley")]


def test_a_role_that_begins_a_sentence_is_not_part_of_the_name():
    assert names_of("Striker Jon Abel scored.") == [("", "Jon Abel")]


def test_a_participle_that_begins_a_sentence_is_not_part_of_the_name():
    assert names_of("Sentencing Owen Brathwaite, the judge spoke.") == [("", "Owen Brathwaite")]


def test_names_in_capitals_are_found_with_their_title():
    assert names_of("CLLR RUTH HARTNELL (Leader)")[0] == ("CLLR", "RUTH HARTNELL")


@given(st.text(max_size=120))
def test_names_are_printed_where_they_are_said_to_stand(text):
    for name in find_names(text, Span(0, len(text))):
        assert name.name in text[name.start : name.end]
