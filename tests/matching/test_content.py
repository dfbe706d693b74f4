"""How far a sentence holds what counts of another."""

from reviewer.matching.content import hits_in, points_of
from reviewer.matching.index import IndexShelf
from reviewer.matching.items import read_items
from reviewer.matching.library import Library
from reviewer.model.geometry import Span
from tests.matching.conftest import make_document


def held(claim, source):
    """Return the claim's words that a source holds, each with the source's word for it."""
    library = Library([make_document(source)], {}, IndexShelf())
    points = points_of(read_items(claim, Span(0, len(claim)), None), library)
    items = read_items(source, Span(0, len(source)), None)
    return {hit.point.item.form: hit.item.form for hit in hits_in(points, items)}


def test_words_that_news_uses_for_one_thing_hold_one_another():
    assert held("Drivers were sacked.", "No motorist will be dismissed.") == {
        "drivers": "motorist",
        "sacked": "dismissed",
    }


def test_a_word_that_is_held_as_it_is_does_not_stand_for_another_too():
    assert held("A teacher helped the staff.", "The staff left.") == {"staff": "staff"}


def test_a_time_is_held_by_the_two_dates_it_lies_between():
    assert "6|week" in held("It ran for six weeks.", "From 3 March to 14 April the mill was shut.")


def test_a_rough_number_is_held_by_a_figure_of_its_size():
    assert held("Thousands came.", "Tickets sold: 6,410.")["thousands"] == "6410|"
