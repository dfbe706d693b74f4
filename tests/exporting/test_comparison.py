"""The word-by-word comparison."""

from reviewer.exporting.comparison import chunks, compare
from reviewer.exporting.marked_text import changed_spans, claim_runs, correction_runs
from reviewer.exporting.records import build_records
from reviewer.model.evidence import DifferenceKind, RunKind
from reviewer.model.finding import Rule
from tests.documents.review_builder import ReviewBuilder


def record_of(words, source_words, rule, differences):
    builder = ReviewBuilder(f"Headline\n{words}\n")
    source = builder.source("source.txt", source_words + "\n")
    claim = builder.claim(words)
    builder.found(claim, source, source_words, rule, differences)
    return builder, claim


def test_a_dropped_word_is_a_gap_on_the_articles_side():
    builder, _ = record_of(
        "We are planning cuts.",
        "We are not planning cuts.",
        Rule.NEGATION_CHANGED,
        [(DifferenceKind.NEGATION, "", "not")],
    )
    record = build_records(builder.build())[0]
    cells = compare(builder.article, record, record.passage)
    assert [(cell.article, cell.source, cell.kind) for cell in cells] == [
        ("We are", "We are", RunKind.EQUAL),
        ("", "not", RunKind.DROPPED),
        ("planning cuts.", "planning cuts.", RunKind.EQUAL),
    ]
    assert cells[1].label == "negation changed"


def test_words_beside_a_gap_are_the_ones_marked_in_the_claim():
    builder, _ = record_of(
        "We are planning cuts.",
        "We are not planning cuts.",
        Rule.NEGATION_CHANGED,
        [(DifferenceKind.NEGATION, "", "not")],
    )
    record = build_records(builder.build())[0]
    assert [span.of(builder.article.text) for span in changed_spans(record)] == ["are planning"]
    assert [run.text for run in claim_runs(record) if run.tone] == ["are planning"]


def test_new_words_of_a_correction_are_bold():
    builder, claim = record_of("We are planning cuts.", "We are not planning cuts.", Rule.NEGATION_CHANGED, [])
    builder.correction(claim, "We are not planning cuts.")
    runs = correction_runs(build_records(builder.build())[0])
    assert [run.text.strip() for run in runs if run.bold] == ["not"]


def test_long_equal_stretches_are_cut_into_cells_of_a_few_words():
    builder, _ = record_of("one two three four five six", "one two three four five six", Rule.VERBATIM, [])
    record = build_records(builder.build())[0]
    (cell,) = compare(builder.article, record, record.passage)
    assert [part.article for part in chunks(cell, 4)] == ["one two three four", "five six"]
