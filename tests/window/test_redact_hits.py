"""Which places are listed, which spellings are offered, and how thousands of places are ticked."""

import pytest
from PySide6.QtCore import Qt

from reviewer.gui.redact_hits import (
    Hit,
    Query,
    further_places,
    hits_in_file,
    hits_in_text,
    marked_outside,
    merged,
    wanted,
    worth_offering,
)
from reviewer.gui.redact_hits_model import STATE, HitsModel
from reviewer.model.anchor import anchor_at
from reviewer.model.geometry import Span
from reviewer.model.redaction import HiddenWord, RedactionHit, RedactionMark
from reviewer.redacting.plan import PlacedHit
from tests.documents.review_builder import CHECKER, ReviewBuilder

OFF, ON = Qt.CheckState.Unchecked, Qt.CheckState.Checked
TEXT = "Register\n\nMaria Kovač signed. M. Kovač left. Kovač's desk was empty.\n"


@pytest.fixture
def document():
    return ReviewBuilder(TEXT).article


def listed(document, query, *ticked):
    return [hit.text for hit in wanted(hits_in_text(document, query), frozenset((*query.terms, *ticked)))]


def outside(part, text, before="", after="", spellings=("Kovač",)):
    return Hit("d", text, before, after, None, part, frozenset(spellings), text)


def model_of(document, *hits, marked=()):
    model = HitsModel()
    model.show_files([(document, "register.txt")])
    model.show_hits(document, hits, set(marked))
    return model


def states(model):
    rows = [model.index(row, 0, model.index(0, 0)) for row in range(len(model.files[0].hits))]
    return [(row.data(Qt.ItemDataRole.CheckStateRole), row.data(STATE)) for row in rows]


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


def test_a_word_only_outside_the_text_has_one_tick_in_a_file_and_its_other_places_go_with_it(qapp):
    hits = (
        outside("title", "Kovač"),
        outside("comment", "KOVAC"),
        outside("keywords", "Aldsund", spellings=("Aldsund",)),
    )
    model = model_of("d", *hits)
    assert states(model) == [
        (ON, "only outside the text"),
        (None, "goes with it"),
        (ON, "only outside the text"),
    ]
    assert model.chosen() == [hits[0], hits[2]]


def test_a_word_unticked_outside_the_text_is_reached_nowhere(qapp):
    hits = outside("title", "Kovač"), outside("comment", "KOVAC")
    model = model_of("d", *hits)
    model.tick_hit(hits[0], False)
    assert states(model) == [(OFF, "only outside the text"), (None, "not reached")]
    assert model.chosen() == []


def test_a_word_ticked_in_the_text_takes_those_outside_along_and_they_have_no_tick(qapp, document):
    (seen,) = wanted(hits_in_text(document, Query(("Maria Kovač",))), frozenset({"Maria Kovač"}))
    model = model_of(document.id, seen, outside("title", "Maria Kovač", spellings=("Maria Kovač",)))
    assert states(model) == [(ON, ""), (None, "goes with it")]
    model.tick_hit(seen, False)
    assert states(model) == [(OFF, ""), (ON, "only outside the text")]
    model.tick_all(False)
    assert model.chosen() == []


def test_a_longer_name_outside_the_text_does_not_go_with_a_part_of_it(qapp, document):
    (seen,) = [one for one in hits_in_text(document, Query(("Kovač",))) if one.text == "Kovač"][:1]
    longer = outside("title", "Maria Kovač", spellings=("Maria Kovač", "Kovač"))
    model = model_of(document.id, seen, longer)
    assert states(model) == [(ON, ""), (ON, "only outside the text")]
    assert not longer.goes_with({"Kovač"}, set())
    assert longer.goes_with({"Kovač", "Maria Kovač"}, set())


def test_what_is_marked_outside_the_text_is_known_in_every_spelling_and_only_as_a_whole():
    hits = outside("title", "KOVAC"), outside("comment", "Maria Kovač"), outside("keywords", "Kovačik")
    mark = RedactionMark("m", HiddenWord("d", "Kovač"), "SRC", CHECKER)
    assert marked_outside(hits, [mark]) == {hits[0].key}


def test_a_word_marked_outside_the_text_has_no_tick(qapp):
    hit = outside("title", "Kovač")
    model = model_of("d", hit, marked=[hit.key])
    assert states(model) == [(None, "marked")]


@pytest.mark.parametrize(
    ("before", "text", "after", "word"),
    [
        ("signed X", "4711", "a today", "X4711a"),
        ("signed X-", "4711", "-a today", "4711"),
        ("notes_", "Kovač", "_draft.pdf", "Kovač"),
        ("by ", "Maria\n Kovač", " in May", "Maria Kovač"),
        ("by", " Kovač ", "in May", "Kovač"),
        ("作者", "科瓦奇", "先生", "科瓦奇"),
    ],
)
def test_words_outside_the_text_are_marked_as_whole_words(document, before, text, after, word):
    placed = PlacedHit(RedactionHit("document properties", text, before, after), None)
    (hit,) = hits_in_file(document, [placed], Query(expression="x"))
    assert hit.word == word


def test_long_words_outside_the_text_are_marked_as_they_are_and_not_as_they_are_shown(document):
    words = "Kovač and " * 40 + "Kovač"
    (hit,) = hits_in_file(document, [PlacedHit(RedactionHit("comment", words), None)], Query(expression="x"))
    assert hit.word == words and len(hit.text) < len(words)
