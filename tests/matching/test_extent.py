"""Rows, labelled lines and items of a list are shown with what they need to be understood."""

from reviewer.matching.extent import extent
from reviewer.model.geometry import Span

TABLE = "Fish landed at Pellick, tonnes\n2024 | 5,590\n2025 | 6,140\n\nSource: harbour office"
LABELLED = "Remedy: Owners should unplug the heater. It need not be sent back."


def shown(text, words, paragraph=None):
    start = text.index(words)
    whole = paragraph or Span(0, len(text))
    return extent(text, Span(start, start + len(words)), whole).of(text)


def test_a_row_of_a_small_table_is_shown_with_the_other_rows():
    assert shown(TABLE, "2025 | 6,140") == "2024 | 5,590\n2025 | 6,140"


def test_a_heading_is_shown_with_the_table_below_it():
    assert shown(TABLE, "Fish landed at Pellick, tonnes").endswith("2025 | 6,140")


def test_a_sentence_after_a_label_is_shown_with_the_whole_line():
    assert shown(LABELLED, "It need not be sent back.") == LABELLED


def test_running_text_is_shown_as_it_is():
    text = "The heater is safe. It need not be sent back. Owners may keep it."
    assert shown(text, "It need not be sent back.") == "It need not be sent back."
