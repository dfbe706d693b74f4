"""Which places are listed, which spellings are offered, and how thousands of places are ticked."""

import pytest

from reviewer.gui.redact_hits import Hit, Query, further_places, hits_in_text, merged, wanted, worth_offering
from reviewer.gui.redact_hits_model import HitsModel
from reviewer.model.anchor import anchor_at
from reviewer.model.geometry import Span
from tests.documents.review_builder import ReviewBuilder

TEXT = "Register\n\nMaria Kovač signed. M. Kovač left. Kovač's desk was empty.\n"


@pytest.fixture
def document():
    return ReviewBuilder(TEXT).article


def listed(document, query, *ticked):
    return [hit.text for hit in wanted(hits_in_text(document, query), frozenset((*query.terms, *ticked)))]


def outside(part, text, before="", after="", spellings=("Kovač",)):
    return Hit("d", text, before, after, None, part, frozenset(spellings))


def test_spellings_that_were_not_ticked_are_looked_for_and_not_listed(document):
    query = Query(("Maria Kovač",))
    assert listed(document, query) == ["Maria Kovač"]
    assert listed(document, query, "Kovač") == ["Maria Kovač", "Kovač", "Kovač's"]


def test_a_place_inside_another_is_listed_once(document):
    assert listed(document, Query(("Maria Kovač", "Maria"))) == ["Maria Kovač"]


def test_of_spellings_for_the_same_places_only_the_first_is_offered(document):
    query = Query(("Maria Kovač",))
    places = further_places(hits_in_text(document, query), frozenset(query.terms))
    assert worth_offering(("Kovač", "Kovac", "M. Kovač"), places) == {"Kovač": 2, "M. Kovač": 1}


def test_what_a_child_saw_in_the_text_as_well_is_listed_once_and_the_rest_last(document):
    query = Query(("Kovač",))
    in_text = hits_in_text(document, query)
    at = document.text.index("desk")
    seen = Hit(document.id, "desk", anchor=anchor_at(document, Span(at, at + 4)))
    rows = merged(in_text, [outside("title", "Kovač"), in_text[0], seen])
    assert [hit.text for hit in rows][-2:] == ["desk", "Kovač"]
    assert len(rows) == len(in_text) + 2


def test_a_part_of_a_longer_place_outside_the_text_is_not_listed_apart():
    rows = merged([], [outside("title", "Kovač", "by Maria "), outside("title", "Maria Kovač", "by ")])
    assert [hit.text for hit in rows] == ["Maria Kovač"]


def test_an_expression_is_never_matched_in_the_process_of_the_window():
    query = Query(expression="(a+)+$")
    assert query.in_text.expressions == ()
    assert query.in_files.expressions == ("(a+)+$",)


def test_thousands_of_places_are_ticked_unticked_and_chosen_as_one(qapp):
    text = "\n".join(f"Kovač signed entry {number}." for number in range(5_000))
    document = ReviewBuilder(text).article
    hits = wanted(hits_in_text(document, Query(("Kovač",))), frozenset({"Kovač"}))
    model = HitsModel()
    model.show_files([(document.id, "register.txt")])
    model.show_hits(document.id, hits, set())
    assert len(model.chosen()) == 5_000
    model.tick_file(document.id, False)
    model.tick_hit(hits[4_321], True)
    assert [hit.text for hit in model.chosen()] == ["Kovač"]
    assert model.rowCount(model.index(0, 0)) == 5_000


def test_ticks_stay_when_more_is_found(qapp, document):
    hits = wanted(hits_in_text(document, Query(("Kovač",))), frozenset({"Kovač"}))
    model = HitsModel()
    model.show_files([(document.id, "register.txt")])
    model.show_hits(document.id, hits, set())
    model.tick_hit(hits[1], False)
    model.show_hits(document.id, (*hits, outside("title", "Kovač")), set())
    assert hits[1] not in model.chosen()
    assert len(model.chosen()) == len(hits) - 1
