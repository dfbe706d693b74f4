"""What the claims of a sentence are: their stretches and kinds."""

import pytest

from reviewer.model.claim import ClaimKind


def claims_of(analysis):
    return [(claim.kind, claim.text) for claim in analysis.claims]


DIRECT, MIXED, INDIRECT = ClaimKind.DIRECT_QUOTE, ClaimKind.MIXED_QUOTE, ClaimKind.INDIRECT_QUOTE


def test_a_direct_quote_is_the_words_inside_its_marks(either_pass):
    assert claims_of(either_pass("“We saw it coming,” said Ann Dale.")) == [(DIRECT, "“We saw it coming,”")]


def test_a_quote_that_its_tag_splits_is_one_claim(either_pass):
    text = "“The boat,” said Ann Dale, “is the last of its kind.”"
    assert claims_of(either_pass(text)) == [(DIRECT, text)]


def test_two_quoted_sentences_round_a_tag_are_two_claims(either_pass):
    assert claims_of(either_pass("“We saw it coming,” said Ann Dale. “Nobody else did.”")) == [
        (DIRECT, "“We saw it coming,”"),
        (DIRECT, "“Nobody else did.”"),
    ]


def test_two_sentences_inside_one_pair_of_marks_are_one_claim(either_pass):
    text = "Ann Dale said: “We saw it coming. Nobody else did.”"
    assert claims_of(either_pass(text)) == [(DIRECT, "“We saw it coming. Nobody else did.”")]


def test_each_paragraph_of_a_running_quote_is_a_claim(either_pass):
    text = "“We saw it coming that winter,” said Ann Dale. “Nobody else did.\n\n“They all slept on.”"
    assert [claim for _, claim in claims_of(either_pass(text))] == [
        "“We saw it coming that winter,”",
        "“Nobody else did.",
        "“They all slept on.”",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Dale described the plan as “the worst in a decade”.",
        "Ann Dale called it “a careful piece of work”.",
        "The council has £640,000 left, “and that is all of it”, Ann Dale said.",
        "But she would not, Ann Dale wrote, “throw away the stick”.",
    ],
)
def test_a_fragment_makes_the_whole_sentence_a_mixed_quote(either_pass, text):
    assert claims_of(either_pass(text)) == [(MIXED, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Dale said the boats would be late.",
        "The boats would be late, Ann Dale said.",
        "The boats, Ann Dale said, would be late this year.",
        "According to Ann Dale, the boats would be late.",
        "The boats would be late, according to Ann Dale.",
        "Ann Dale told Monday’s meeting that the boats would be late.",
        "Ann Dale welcomed the return of the boats.",
    ],
)
def test_a_report_without_marks_is_the_whole_sentence(either_pass, text):
    assert claims_of(either_pass(text)) == [(INDIRECT, text)]


def test_a_sentence_with_a_number_is_a_figure(either_pass):
    assert claims_of(either_pass("The boat carries 410 people.")) == [
        (ClaimKind.FIGURE, "The boat carries 410 people.")
    ]


def test_a_sentence_without_one_is_an_assertion(either_pass):
    assert claims_of(either_pass("The boat was late.")) == [(ClaimKind.ASSERTION, "The boat was late.")]


@pytest.mark.parametrize(
    "text",
    [
        "The group’s “Crumb to Crust” plan was announced last year.",
        "She brought a petition headed “hands off our deep end” to the hall.",
        "The so-called “ghost boat” sailed on.",
        "The film “The Long Way Home” opened.",
    ],
)
def test_titles_names_and_scare_quotes_are_nobodys_words(either_pass, text):
    kinds = {claim.kind for claim in either_pass(text).claims}
    assert kinds <= {ClaimKind.FIGURE, ClaimKind.ASSERTION}


def test_two_speakers_in_one_sentence_are_two_claims(full_pass):
    text = "Ann Dale said the plan had failed, but Jo Reed replied that it had worked."
    assert [claim for _, claim in claims_of(full_pass(text))] == [
        "Ann Dale said the plan had failed",
        "but Jo Reed replied that it had worked.",
    ]


def test_what_goes_on_after_a_quote_is_a_claim_too(either_pass):
    text = "“We saw it coming,” Ann Dale said, adding that the fare would rise to £20."
    assert claims_of(either_pass(text)) == [
        (DIRECT, "“We saw it coming,”"),
        (INDIRECT, "adding that the fare would rise to £20."),
    ]


def test_a_dateline_is_left_outside_its_sentence(either_pass):
    assert claims_of(either_pass("PORT ELLIN — The boat was late.")) == [(ClaimKind.ASSERTION, "The boat was late.")]


def test_furniture_is_no_claim(either_pass):
    text = "Related: Boats late again\n\nThe boat was late."
    found = either_pass(text, furniture=("Related: Boats late again",))
    assert [claim for _, claim in claims_of(found)] == ["The boat was late."]


def test_what_is_said_leaves_speaker_and_cue_out(full_pass):
    text = "Ann Dale told Monday’s meeting that the boats would be late."
    claim = full_pass(text).claims[0]
    assert [span.of(text) for span in claim.said] == ["the boats would be late"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The yard was paid for by the Harbour Fund, while a private donor covered the boats.",
            ["The yard was paid for by the Harbour Fund,", "while a private donor covered the boats."],
        ),
        (
            "The boats came back at dawn; the ferry stayed in dock for repairs.",
            ["The boats came back at dawn;", "the ferry stayed in dock for repairs."],
        ),
        (
            "Earnings were 11.3 cents a share, beating the 10.4 cents that analysts had forecast.",
            ["Earnings were 11.3 cents a share,", "beating the 10.4 cents that analysts had forecast."],
        ),
        (
            "Profit came in at £4 million, well short of analysts’ expectations.",
            ["Profit came in at £4 million,", "well short of analysts’ expectations."],
        ),
    ],
)
def test_halves_with_a_subject_and_verb_of_their_own_are_two_claims(full_pass, text, parts):
    assert [claim for _, claim in claims_of(full_pass("It rained.\n\n" + text))][1:] == parts


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 6 percent to £40 million, while exports brought in £20 million and imports £3 million.",
        "People in pain were shut out, and the trial was not blinded.",
        "The boats, while old, are safe.",
        "He slept while the boats burned.",
        "The boats came back in May, but it rained all day.",
        "The boats came back, beating the tide.",
        "The boats came back; all of them.",
    ],
)
def test_a_sentence_that_hangs_together_is_one_claim(full_pass, text):
    assert [claim for _, claim in claims_of(full_pass("It rained.\n\n" + text))][1:] == [text]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The chairman will leave at the end of the year.", ClaimKind.FIGURE),
        ("The hall opens next Monday.", ClaimKind.FIGURE),
        ("A rival reported record sales last week.", ClaimKind.ASSERTION),
        ("The yard was shut by the fire.", ClaimKind.ASSERTION),
    ],
)
def test_a_date_to_come_is_a_figure_and_a_vague_past_is_not(either_pass, text, kind):
    assert claims_of(either_pass("It rained.\n\n" + text))[1:] == [(kind, text)]
