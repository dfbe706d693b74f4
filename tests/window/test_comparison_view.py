"""The comparison shows what differs, in large words and in sentences."""

import msgspec
import pytest
from PySide6.QtWidgets import QLabel

from reviewer.gui.comparison_pieces import Piece, PieceStyle, comparison_pieces
from reviewer.gui.comparison_text import ComparisonText
from reviewer.gui.comparison_view import ComparisonView
from reviewer.gui.theme import load_theme
from reviewer.gui.typography import Scale, register_fonts
from reviewer.model.anchor import anchor_at
from reviewer.model.document import Document
from reviewer.model.evidence import AlignedRun, Evidence, RunKind
from reviewer.model.geometry import Span
from tests.window.galley_builders import build_review

E, C, A, D, H = RunKind.EQUAL, RunKind.CHANGED, RunKind.ADDED, RunKind.DROPPED, RunKind.HARMLESS


def compared(*columns: tuple[RunKind, str, str]) -> list[tuple[str, str]]:
    """Compare two texts given column by column; a space stands between the columns of each."""
    runs, ours, theirs = [], "", ""
    for kind, article, source in columns:
        a, s = len(ours), len(theirs)
        runs.append(AlignedRun(kind, a, a + len(article), s, s + len(source)))
        ours += f"{article} " if article else ""
        theirs += f"{source} " if source else ""
    return pieces_of(ours.strip(), theirs.strip(), runs)


def pieces_of(ours: str, theirs: str, runs: list[AlignedRun]) -> list[tuple[str, str]]:
    article, source = (
        Document(name, name, "text/plain", text, (), (), True) for name, text in (("a", ours), ("s", theirs))
    )
    anchor = anchor_at(source, Span(0, len(theirs)))
    evidence = Evidence("c", anchor, 1.0, True, runs=tuple(runs))
    return [
        (piece.text, piece.style.value) for piece in comparison_pieces(Span(0, len(ours)), evidence, article, source)
    ]


def wording(pieces: list[tuple[str, str]]) -> str:
    return "".join(text for text, _ in pieces)


def test_equal_words_are_plain():
    assert compared((E, "The ferry sails", "The ferry sails")) == [("The ferry sails", "plain")]


def test_changed_words_stand_one_after_the_other():
    pieces = compared((E, "costs", "costs"), (C, "£72", "£27"), (E, "a night", "a night"))
    assert wording(pieces) == "costs £72 £27 a night"
    assert ("£72", "article_only") in pieces and ("£27", "source_only") in pieces


def test_words_only_one_side_has_are_shown_on_that_side():
    assert ("very", "article_only") in compared((E, "a", "a"), (A, "very", ""), (E, "calm sea", "calm sea"))
    assert ("not", "source_only") in compared((E, "it will", "it will"), (D, "", "not"), (E, "sail", "sail"))


def test_harmless_changes_are_quiet_and_name_both_words():
    pieces = compared((E, "£27,", "£27,"), (H, "with", "and"), (E, "a berth", "a berth"))
    assert ("with → and", "harmless") in pieces
    assert wording(pieces) == "£27, with → and a berth"


def test_a_harmless_column_with_the_same_words_is_plain():
    assert compared((E, "a", "a"), (H, "sea\nboat", "sea  boat")) == [
        ("a", "plain"),
        (" ", "plain"),
        ("sea boat", "plain"),
    ]


def test_punctuation_between_columns_keeps_its_place():
    ours, theirs = "cost £72, she said", "cost £27, she said"
    runs = [AlignedRun(E, 0, 4, 0, 4), AlignedRun(C, 5, 8, 5, 8), AlignedRun(E, 10, 18, 10, 18)]
    assert wording(pieces_of(ours, theirs, runs)) == "cost £72 £27, she said"


def test_words_that_no_column_covers_are_shown_as_they_are():
    ours, theirs = "“The fare is £19.”", "The fare is £19"
    assert wording(pieces_of(ours, theirs, [AlignedRun(E, 1, 16, 0, 15)])) == ours


def test_white_space_of_the_files_is_not_shown():
    ours = "the\r\n\r\nlast\u00a0 boat"
    assert wording(pieces_of(ours, ours, [AlignedRun(E, 0, len(ours), 0, len(ours))])) == "the last boat"


@pytest.fixture
def view(qtbot) -> ComparisonView:
    register_fonts()
    made = ComparisonView(load_theme("light"))
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made


@pytest.fixture(scope="module")
def review(qapp):
    register_fonts()
    return build_review()[0]


def show(view, review, place):
    claim = review.claims[place].id
    evidence = review.passage(claim)
    source = review.documents.get(evidence.anchor.document) if evidence else None
    view.show_comparison(review, claim, evidence, review.article, source)


def test_differences_are_said_in_words(view, review):
    show(view, review, 4)
    assert "Figure: the article has “£72”, the source “£27”." in view.said
    assert "Makes no difference: paraphrase" in view.said
    assert any("£27" in label.text() for label in view.findChildren(QLabel))


def test_a_claim_without_a_passage_says_so(view, review):
    show(view, review, 8)
    assert "The night boat is a lifeline" in view.said
    assert "No passage" in view.said


def test_a_passage_that_is_only_the_nearest_says_so(view, review):
    claim = review.claims[4].id
    (evidence,) = review.evidence[claim]
    nearest = msgspec.structs.replace(evidence, supports=False)
    view.show_comparison(review, claim, nearest, review.article, review.sources[0])
    assert "Only the nearest passage" in view.said


def test_no_claim_shows_that_none_is_chosen(view, review):
    show(view, review, 4)
    view.show_comparison(review, None, None, None, None)
    assert "£72" not in view.said and "No claim chosen" in view.said


def test_a_screen_reader_hears_which_source_it_is(view, review):
    show(view, review, 4)
    assert view.accessibleName() == "Article against S1"


def test_the_words_wrap_and_ask_for_the_height_they_need(qtbot):
    register_fonts()
    words = ComparisonText(load_theme("light"))
    qtbot.addWidget(words)
    words.set_pieces([Piece("word " * 60)])
    assert words.heightForWidth(1200) < words.heightForWidth(300)
    assert words.heightForWidth(300) % Scale.COMPARISON.leading == 2


def test_emoji_do_not_shift_the_grounds_of_later_words(qtbot):
    register_fonts()
    theme = load_theme("light")
    words = ComparisonText(theme)
    qtbot.addWidget(words)
    words.resize(500, 40)
    words.show()
    words.set_pieces([Piece("😀😀😀😀 said "), Piece("wrong", PieceStyle.ARTICLE_ONLY), Piece(" here")])
    with_emoji = tinted(words, theme)
    words.set_pieces([Piece("mmmm said "), Piece("wrong", PieceStyle.ARTICLE_ONLY), Piece(" here")])
    assert with_emoji == pytest.approx(tinted(words, theme), abs=2)


def tinted(words, theme) -> int:
    """The number of columns under which the ground of the struck words lies."""
    image = words.grab().toImage()
    ground = next(iter(theme.tints[tone] for tone in theme.tints if tone.value == "problem"))
    return sum(any(image.pixelColor(x, y) == ground for y in range(image.height())) for x in range(image.width()))
