import pytest

from reviewer.model.anchor import Anchor, anchor_at
from reviewer.model.geometry import Box, Span
from reviewer.model.redaction import HiddenWord, PageArea, RedactionHit, RedactionMark, RedactionOrder
from reviewer.redacting.plan import lost_marks, marks_order, place_hits, uncovered, with_kept
from reviewer.redacting.redact import find_redactions
from tests.redacting.marked_files import BY, KINDS, LINES, NAME, OPEN, SECRET, letter, mark_on, opened


def places(document, hits):
    return [one.anchor.span.of(document.text) if one.anchor else None for one in place_hits(document, hits)]


def lines_of(document, hits):
    found = []
    for one in place_hits(document, hits):
        assert one.anchor is not None
        found += [line for line in LINES if one.anchor.start in range(*_reach(document, line))]
    return found


def _reach(document, line):
    start = document.text.index(line)
    return start, start + len(line)


@pytest.mark.parametrize("kind", KINDS)
def test_every_place_in_sight_is_a_passage_of_the_text(kind):
    name, content = letter(kind)
    hits = find_redactions(name, content, RedactionOrder(terms=(NAME,)))
    assert lines_of(opened(name, content), hits) == [LINES[0], LINES[1], LINES[3]]


@pytest.mark.parametrize("kind", KINDS)
def test_what_no_mark_covers_is_kept(kind):
    name, content = letter(kind)
    document = opened(name, content)
    marks = [mark_on(document, SECRET)]
    order = marks_order(document, marks)
    assert order.terms == (NAME,)
    assert order.reasons == {NAME: "b(6)"}
    kept = with_kept(order, document, marks, find_redactions(name, content, order)).kept
    assert lines_of(document, kept) == OPEN


def test_places_out_of_sight_have_no_passage():
    document = opened("a.txt", b"We met Brackenfold there.\n")
    parts = ("body, hidden text", "document properties", "attachment list.csv, line 1", "title", "comment")
    hits = [RedactionHit(part, NAME, "We met ", " there.") for part in parts]
    assert places(document, hits) == [None] * len(parts)


def test_the_same_words_between_others_are_another_place():
    document = opened("a.txt", b"We met Brackenfold there, at the pier.\n")
    hit = RedactionHit("line 1", NAME, "We saw ", " leaving early that day")
    assert places(document, [hit]) == [None]


def test_spelling_and_line_breaks_do_not_matter():
    document = opened("a.txt", "We met in the\nCAFÉ with Bracken-\nfold there, at the pier.\n".encode())
    hit = RedactionHit("line 1", "brackenfold", "We met in the café with ", "\nthere, at the pier.")
    assert places(document, [hit]) == ["Bracken-\nfold"]


def test_words_without_letters_are_told_apart():
    document = opened("a.txt", "We paid with ★ at the pier and with ☎ at the quay.\n".encode())
    star = RedactionHit("line 1", "★", "We paid with ", " at the pier and")
    telephone = RedactionHit("line 1", "☎", "the pier and with ", " at the quay.")
    assert places(document, [star, telephone]) == ["★", "☎"]


def test_thousands_of_places_are_each_given_their_own_passage():
    lines = [f"Entry {number}: Brackenfold signed for bollard {number}." for number in range(3_000)]
    document = opened("a.txt", "\n\n".join(lines).encode())
    hits = [
        RedactionHit(f"line {2 * number + 1}", NAME, f"Entry {number}: ", f" signed for bollard {number}.")
        for number in range(3_000)
    ]
    starts = [one.anchor.start for one in place_hits(document, hits)]
    assert len(starts) == 3_000 and starts == sorted(set(starts))


def test_a_passage_is_given_to_one_place_only():
    document = opened("a.txt", b"We met Brackenfold there, at the pier.\n")
    hit = RedactionHit("line 1", NAME, "We met ", " there, at the pier.\n")
    assert places(document, [hit, hit]) == [NAME, None]


def test_a_place_that_cannot_be_told_from_one_that_goes_goes_too():
    line = b"and then we met Brackenfold there, at the pier, at night\n" * 4
    document = opened("a.txt", line)
    order = RedactionOrder(terms=(NAME,))
    hits = [RedactionHit("message", hit.text, hit.before, hit.after) for hit in find_redactions("a.txt", line, order)]
    second = document.text.index(NAME, 60)
    anchor = anchor_at(document, Span(second, second + len(NAME)))
    kept = with_kept(order, document, [RedactionMark("m", anchor, "b(6)", BY)], hits).kept
    assert kept == (hits[0], hits[3])


def test_a_mark_on_part_of_a_word_takes_the_word():
    document = opened("a.txt", b"We met Brackenfold there.\n")
    assert marks_order(document, [mark_on(document, "We met Brackenfold", "Bracken")]).terms == (NAME,)


def test_a_mark_over_two_paragraphs_is_two_terms():
    document = opened("a.txt", b"We met Ada Hanes.\n\nShe spoke of boats.\n")
    whole = mark_on(document, document.text, document.text.strip())
    assert marks_order(document, [whole]).terms == ("We met Ada Hanes.", "She spoke of boats.")


def test_the_same_words_marked_for_two_reasons_have_both():
    document = opened("a.txt", b"We met Hanes.\n\nThen Hanes left.\n")
    marks = [mark_on(document, "We met Hanes", "Hanes", "b(6)"), mark_on(document, "Then Hanes", "Hanes", "b(7)")]
    assert marks_order(document, marks).reasons == {"Hanes": "b(6), b(7)"}


def test_marks_on_other_documents_are_left_aside():
    document, other = opened("a.txt", b"We met Hanes.\n"), opened("b.txt", b"We met Olsen.\n")
    assert marks_order(document, [mark_on(other, "Olsen", "Olsen")]).terms == ()


def test_an_area_on_a_files_own_page_stays_an_area():
    name, content = letter("pdf")
    document = opened(name, content)
    mark = RedactionMark("m", PageArea(document.id, 1, Box(60, 85, 500, 105)), "b(4)", BY)
    order = marks_order(document, [mark])
    assert [(area.page, area.reason) for area in order.areas] == [(1, "b(4)")]
    hits = find_redactions(name, content, RedactionOrder(terms=(NAME,)))
    kept = with_kept(RedactionOrder(terms=(NAME,), areas=order.areas), document, [mark], hits).kept
    assert lines_of(document, kept) == [LINES[1], LINES[3]]


def test_an_area_on_a_page_typeset_by_us_becomes_the_words_under_it():
    document = opened("a.txt", b"We met Brackenfold there, at the pier.\n")
    word = next(word for page in document.pages for word in page.words if document.text[word.start] == "B")
    mark = RedactionMark("m", PageArea(document.id, 1, word.box), "b(4)", BY)
    assert marks_order(document, [mark]) == RedactionOrder(terms=(NAME,), reasons={NAME: "b(4)"})


def test_marks_that_lost_their_words_are_named():
    document = opened("a.txt", b"We met Hanes.\n")
    anchor = Anchor(document.id, 7, 12, "Olsen")
    lost = RedactionMark("m", anchor, "b(6)", BY)
    assert lost_marks(document, [lost, mark_on(document, "Hanes", "Hanes")]) == (lost,)


def test_an_area_on_no_page_is_lost():
    document = opened(*letter("pdf"))
    mark = RedactionMark("m", PageArea(document.id, 2, Box(0, 0, 9, 9)), "b(6)", BY)
    assert lost_marks(document, [mark]) == (mark,)


def test_spans_of_a_passage_are_whole_words():
    document = opened("a.txt", b"We met Ada Hanes-Moor.\n")
    mark = mark_on(document, "Ada Hanes", "da Han")
    assert marks_order(document, [mark]).terms == ("Ada Hanes",)


def outside(document, word, reason="b(6)"):
    return RedactionMark("m", HiddenWord(document.id, word), reason, BY)


def test_a_word_outside_the_text_is_a_term_with_its_reason():
    document = opened("a.txt", b"We met Hanes.\n")
    order = marks_order(document, [outside(document, "Ada \n Olsen", "b(4)")])
    assert (order.terms, order.reasons, order.areas) == (("Ada Olsen",), {"Ada Olsen": "b(4)"}, ())


def test_a_word_outside_the_text_is_never_lost_and_covers_no_passage():
    document = opened("a.txt", b"We met Hanes.\n")
    marks = [outside(document, "Olsen"), outside(document, "Hanes")]
    assert lost_marks(document, marks) == ()
    assert uncovered(document, marks, []) == ()


def test_a_word_marked_outside_the_text_is_kept_where_a_reader_sees_it_and_only_there():
    document = opened("a.txt", b"We met Hanes there.\n")
    seen = RedactionHit("line 1", "Hanes", "We met ", " there.")
    hits = [seen, RedactionHit("document properties", "Hanes", "Author: ")]
    marks = [outside(document, "Hanes")]
    assert with_kept(marks_order(document, marks), document, marks, hits).kept == (seen,)


def test_a_word_marked_in_the_text_as_well_goes_from_there_too():
    document = opened("a.txt", b"We met Hanes there.\n")
    hits = [RedactionHit("line 1", "Hanes", "We met ", " there.")]
    marks = [outside(document, "Hanes"), mark_on(document, "Hanes", "Hanes", "b(4)")]
    order = with_kept(marks_order(document, marks), document, marks, hits)
    assert (order.kept, order.reasons) == ((), {"Hanes": "b(6), b(4)"})
