from reviewer.opening.furniture import mark_furniture
from reviewer.opening.headline import mark_headings, mark_headline
from reviewer.opening.paragraphs import find_paragraphs

LEAD = "MARLPORT — The swimming pool in Weir Lane will stay open for another year, the council decided on Thursday."
STORY = "Nobody in the room wanted to close the pool, said the leader of the council, who had learned to swim in it."

OTHER = "Rhona Ellery, who runs the swimming club, said that its youngest member is four and its oldest ninety-one."


def kinds(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    blocks = mark_headline(text, mark_furniture(text, find_paragraphs(text)))
    return [block.kind.value for block in mark_headings(text, blocks)]


def test_the_first_short_line_without_a_full_stop_is_the_headline():
    assert kinds("Pool stays open", STORY, OTHER) == ["headline", "paragraph", "paragraph"]


def test_furniture_above_it_is_passed_over():
    assert kinds("Your browser is out of date.", "Pool stays open", STORY)[1] == "headline"


def test_a_question_can_be_a_headline():
    assert kinds("Who will pay for the pool?", STORY, STORY)[0] == "headline"


def test_a_text_that_begins_with_a_sentence_has_none():
    assert kinds("The pool stays open.", STORY) == ["paragraph", "paragraph"]


def test_a_lone_line_is_no_headline():
    assert kinds("Pool stays open") == ["paragraph"]


def test_a_mail_has_none():
    text = "From: Ada Quill\nSubject: Pool\n\nThe pool\n\nIt stays open, we hear."
    blocks = mark_headline(text, find_paragraphs(text))
    assert "headline" not in [block.kind.value for block in blocks]


def test_a_line_between_headline_and_dateline_is_the_standfirst():
    assert kinds("Pool stays open", "Swimmers won a year by two votes.", LEAD, STORY)[1] == "standfirst"


def test_a_line_between_headline_and_byline_is_the_standfirst():
    assert kinds("Pool stays open", "Swimmers win a year", "By Ada Quill", STORY, STORY)[1] == "standfirst"


def test_a_line_that_the_lead_repeats_is_the_standfirst():
    repeated = "The swimming pool in Weir Lane stays open for another year."
    assert kinds("Pool saved", repeated, LEAD.removeprefix("MARLPORT — "), STORY)[1] == "standfirst"


def test_the_first_paragraph_of_the_story_is_not():
    assert kinds("Pool stays open", STORY, OTHER)[1] == "paragraph"
    assert kinds("Pool stays open", "By Ada Quill", STORY, OTHER)[2] == "paragraph"


def test_a_release_has_its_headline_below_the_letterhead():
    assert kinds("TIDEWATER LINES", "PRESS RELEASE", "16 September 2025", "Night boats return", STORY)[3] == "headline"


def test_short_lines_above_longer_ones_are_headings():
    assert kinds("Pool stays open", STORY, "What happens next", STORY)[2] == "heading"


def test_sentences_labels_with_values_and_signatures_are_no_headings():
    assert kinds("Pool", STORY, "It rained.", STORY)[2] == "paragraph"
    assert kinds("Pool", STORY, "Votes cast: 4,118", STORY)[2] == "paragraph"
    assert kinds("Pool", STORY, "Ada Quill", "Leader of the council")[2:] == ["paragraph", "paragraph"]
