from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.geometry import Span
from reviewer.text.quotation import find_quotations, find_quotations_in_paragraphs


def quotes_of(text):
    return [quotation.span.of(text) for quotation in find_quotations(text, Span(0, len(text))).outer]


def unbalanced_in(text):
    return [span.start for span in find_quotations(text, Span(0, len(text))).unbalanced]


def running_quotes(*paragraphs):
    text = "\n\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return text, find_quotations_in_paragraphs(text, spans)


def test_curly_marks_are_paired():
    assert quotes_of("She said “yes” and “no”.") == ["“yes”", "“no”"]


def test_straight_marks_are_paired_by_state():
    assert quotes_of('"We won," he said, "and we left."') == ['"We won,"', '"and we left."']


def test_angle_marks_are_paired():
    assert quotes_of("Il a dit «oui».") == ["«oui»"]


def test_german_low_marks_close_with_the_english_opening_mark():
    assert quotes_of("Er sagte „ja“ und ging.") == ["„ja“"]


def test_british_single_marks_are_told_from_apostrophes():
    assert quotes_of("'We didn't give in,' Kroll said. It's over.") == ["'We didn't give in,'"]


def test_a_plural_genitive_does_not_close_a_single_quote():
    assert quotes_of("‘The residents’ homes are lost,’ he said.") == ["‘The residents’ homes are lost,’"]


def test_an_apostrophe_alone_is_no_quotation():
    assert quotes_of("The surveyors’ report isn't here. Rock 'n' roll in the '90s.") == []


def test_a_quote_in_a_quote_is_one_outer_quotation():
    text = "“He called it ‘a joke’ twice,” she said."
    found = find_quotations(text, Span(0, len(text))).found
    assert [(quotation.span.of(text), quotation.depth) for quotation in found] == [
        ("“He called it ‘a joke’ twice,”", 0),
        ("‘a joke’", 1),
    ]


def test_double_marks_inside_british_single_ones_are_the_inner_quote():
    assert quotes_of("‘He called it “a joke” twice,’ she said.") == ["‘He called it “a joke” twice,’"]


def test_inches_after_a_figure_are_no_mark():
    assert quotes_of('A 12" pipe burst.') == []


def test_a_lost_closing_mark_is_reported_and_survived():
    text = "“We will win, said Dale. Later he said “no”."
    assert unbalanced_in(text) == [0]
    assert "“no”" in quotes_of(text)


def test_a_lost_opening_mark_is_reported():
    assert unbalanced_in("We will win,” said Dale.") == [12]


def test_a_running_quote_needs_no_closing_mark_before_the_next_paragraph():
    text, found = running_quotes("“First part.", "“Second part,” she said.")
    assert [quotation.span.of(text) for quotation in found.found] == ["“First part.", "“Second part,”"]
    assert found.unbalanced == ()
    assert found.found[0].continued
    assert found.found[1].resumed


def test_an_open_quote_before_an_ordinary_paragraph_is_unbalanced():
    _, found = running_quotes("“First part.", "The ship sailed.")
    assert len(found.unbalanced) == 1


def test_the_inside_of_a_quotation_leaves_its_marks_out():
    text = "“yes”"
    assert find_quotations(text, Span(0, 5)).found[0].inside.of(text) == "yes"


@given(st.text(alphabet="“”‘’\"' «»ab.,\n", max_size=60))
def test_any_row_of_marks_gives_stretches_inside_the_text(text):
    found = find_quotations(text, Span(0, len(text)))
    assert all(0 <= quotation.start < quotation.end <= len(text) for quotation in found.found)
    assert all(0 <= span.start < span.end <= len(text) for span in found.unbalanced)
    outer = found.outer
    assert all(a.end <= b.start for a, b in pairwise(outer))


def test_a_quotation_whose_closing_mark_was_lost_ends_before_who_said_it():
    assert quotes_of("“The mill is sound, Brill said. It was built in 1904.") == ["“The mill is sound,"]
    assert quotes_of("“The mill is sound, she said. It was built in 1904.") == ["“The mill is sound,"]


def test_a_lost_mark_is_no_quotation_that_runs_on():
    text, found = running_quotes(
        '"The mill is sound, Brill told the meeting. It was built in 1904.', '"It is not," Dole said.'
    )
    assert [quotation.span.of(text) for quotation in found.outer] == ['"The mill is sound,', '"It is not,"']
    assert [span.start for span in found.unbalanced] == [0]
