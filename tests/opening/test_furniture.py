import time
from pathlib import Path

import pytest

from reviewer.model.document import Block, BlockKind, Furniture
from reviewer.opening.furniture import mark_furniture
from reviewer.opening.paragraphs import find_paragraphs

HERE = Path(__file__).parent
FURNITURE_LINES = [line.split("\t") for line in (HERE / "furniture_lines.txt").read_text(encoding="utf-8").splitlines()]
PLACED_LINES = [
    line.split("\t") for line in (HERE / "placed_furniture_lines.txt").read_text(encoding="utf-8").splitlines()
]
STORY_LINES = (HERE / "story_lines.txt").read_text(encoding="utf-8").splitlines()
BODY = "The council voted on Thursday to keep the swimming pool open for another year, after a long and angry debate."


def furniture_of(text: str) -> list[tuple[str, str]]:
    blocks = mark_furniture(text, find_paragraphs(text))
    return [(str(block.furniture), block.span.of(text)) for block in blocks if block.furniture]


def kind_in_story(line: str, place: str) -> Furniture | None:
    around = {
        "head": f"Pool stays open\n\n{line}\n\n{BODY}\n\n{BODY}",
        "middle": f"Pool stays open\n\n{BODY}\n\n{line}\n\n{BODY}",
        "tail": f"Pool stays open\n\n{BODY}\n\n{BODY}\n\n{line}",
    }
    text = around[place]
    at = text.index(line)
    (found,) = [b.furniture for b in mark_furniture(text, find_paragraphs(text)) if b.start <= at < b.end]
    return found


@pytest.mark.parametrize("place", ["head", "middle", "tail"])
def test_lines_of_the_page_are_furniture_wherever_they_stand(place):
    wrong = [(line, kind) for kind, line in FURNITURE_LINES if kind_in_story(line, place) != kind]
    assert wrong == []


@pytest.mark.parametrize("place", ["head", "middle", "tail"])
def test_lines_of_the_story_never_are(place):
    assert [line for line in STORY_LINES if kind_in_story(line, place)] == []


def test_lines_that_are_furniture_only_at_the_head_or_the_foot_are_found_there():
    wrong = [(line, kind) for place, kind, line in PLACED_LINES if kind_in_story(line, place) != kind]
    assert wrong == []


def test_a_line_of_several_sentences_is_furniture_only_when_each_of_them_is():
    assert kind_in_story("Your free trial has ended. Renew now to keep reading.", "middle") is Furniture.NEWSLETTER
    assert kind_in_story("Your free trial has ended. The ferry sank in 1911.", "middle") is None


def test_a_lone_teaser_between_paragraphs_of_a_page_is_furniture():
    page = f"Pool stays open\n\nBy Ada Quill\n\nRelated: The boiler\n\n{BODY}\n\nView from the harbour: a lifeline, not a luxury\n\n{BODY}"
    assert furniture_of(page)[-1] == ("related", "View from the harbour: a lifeline, not a luxury")


def test_the_same_line_in_a_release_is_left_alone():
    assert furniture_of(f"Pool stays open\n\n{BODY}\n\nView from the harbour: a lifeline, not a luxury\n\n{BODY}") == []


def test_the_answers_of_an_interview_are_left_alone():
    answers = "\n\n".join(f"Quill: we sail on {day}" for day in ("Monday", "Tuesday", "Friday", "Sunday"))
    page = f"Pool stays open\n\nBy Ada Quill\n\nRelated: The boiler\n\n{BODY}\n\n{answers}\n\n{BODY}"
    assert [kind for kind, _ in furniture_of(page)] == ["byline", "related"]


@pytest.mark.parametrize(
    "piece", ["16 September 2025 ", "12:30 ", "Al Bo, ", "A. ", "01632 960 118, ", "* ", "BY ANN BO-", "x"]
)
def test_no_line_however_made_takes_long(piece):
    line = (piece * 200)[:400]
    began = time.process_time()
    furniture_of(f"Pool stays open\n\n{line}\n\n{line}!\n\n{BODY}")
    assert time.process_time() - began < 1


def test_offsets_and_kinds_of_blocks_stay_as_they_are():
    text = f"Pool stays open\n\nBy Ada Quill\n\n{BODY}"
    before = find_paragraphs(text)
    after = mark_furniture(text, before)
    assert [(b.start, b.end, b.kind) for b in before] == [(b.start, b.end, b.kind) for b in after]


def test_furniture_that_a_reader_named_is_kept():
    text = "Words of a banner"
    block = Block(0, len(text), BlockKind.PARAGRAPH, Furniture.COOKIE_NOTICE)
    assert mark_furniture(text, [block]) == (block,)


def test_running_heads_captions_and_comments_are_furniture_by_their_kind():
    text = "Draft 2 Harbour"
    kinds = (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER, BlockKind.CAPTION, BlockKind.COMMENT)
    found = [mark_furniture(text, [Block(0, 5, kind)])[0].furniture for kind in kinds]
    assert found == [Furniture.RUNNING_HEAD, Furniture.RUNNING_HEAD, Furniture.CAPTION, Furniture.OTHER]


def test_notes_that_a_file_marks_as_footnotes_are_not():
    text = "Contact: Ada Quill, 01632 960 118"
    assert mark_furniture(text, [Block(0, len(text), BlockKind.FOOTNOTE)])[0].furniture is None


def test_headlines_under_most_read_are_furniture_up_to_the_next_sentence():
    text = f"Pool stays open\n\n{BODY}\n\nMost read\n\nDog comes home\n\nStorm on its way\n\n{BODY}"
    assert [line for _, line in furniture_of(text)] == ["Most read", "Dog comes home", "Storm on its way"]


def test_everything_after_the_end_mark_is_notes():
    text = (
        f"Pool stays open\n\n{BODY}\n\n{BODY}\n\nENDS\n\nThe pool opened in 1968.\n\nContact: Ada Quill, 01632 960 118"
    )
    assert [kind for kind, _ in furniture_of(text)] == ["end_mark", "notes", "contact"]


def test_an_end_mark_near_the_top_does_not_swallow_the_document():
    text = f"Pool\n\nENDS\n\n{BODY}\n\n{BODY}"
    assert [line for _, line in furniture_of(text)] == ["ENDS"]


def test_notes_to_editors_take_what_follows_them():
    text = f"Pool stays open\n\n{BODY}\n\n{BODY}\n\nNotes to editors\n\n1. The pool opened in 1968."
    assert [kind for kind, _ in furniture_of(text)] == ["notes", "notes"]


def test_names_between_a_contact_heading_and_a_number_belong_to_it():
    text = f"Pool stays open\n\n{BODY}\n\nMedia contact\n\nAda Quill\n\nPress officer\n\n01632 960 118"
    assert [kind for kind, _ in furniture_of(text)] == ["contact"] * 4


def test_a_firms_description_of_itself_ends_a_release():
    text = f"PRESS RELEASE\n\nPool stays open\n\n{BODY}\n\n{BODY}\n\nAbout Lantern Partners\n\nLantern Partners runs pools."
    assert [line for _, line in furniture_of(text)][1:] == ["About Lantern Partners", "Lantern Partners runs pools."]


def test_a_letterhead_is_no_furniture():
    assert furniture_of(f"CORBEL PARTNERS\n\nPool stays open\n\n{BODY}") == []


def test_a_byline_above_the_headline_is_furniture():
    text = f"By Ada Quill\n\nPool stays open\n\n{BODY}"
    assert [line for _, line in furniture_of(text)] == ["By Ada Quill"]


def test_a_headline_that_sounds_like_a_byline_is_kept():
    assert furniture_of(f"By George Street they sat down\n\n{BODY}") == []


def test_marking_a_megabyte_takes_no_time_to_speak_of():
    text = "\n\n".join([BODY, "Short line of no account"] * 2000)
    assert furniture_of(text) == []


def test_the_rules_file_says_where_its_rules_come_from():
    rules = Path(__file__).parents[2] / "resources" / "rules" / "furniture.toml"
    assert "# Source:" in rules.read_text(encoding="utf-8")


def test_a_line_that_speaks_to_the_reader_between_paragraphs_of_a_page_is_furniture():
    page = (
        f"Pool stays open\n\nBy Ada Quill\n\nRelated: The boiler\n\n{BODY}\n\nTwelve ways to reach our desk\n\n{BODY}"
    )
    assert furniture_of(page)[-1] == ("related", "Twelve ways to reach our desk")


def test_a_heading_inside_the_story_of_a_page_is_not():
    page = f"Pool stays open\n\nBy Ada Quill\n\nRelated: The boiler\n\n{BODY}\n\nWhat the vote means\n\n{BODY}"
    assert [kind for kind, _ in furniture_of(page)] == ["byline", "related"]


@pytest.mark.parametrize(
    "label", ["BUSINESS", "Business", "LOCAL NEWS", "Courts & Crime", "Politics | Elections", "UK NEWS"]
)
def test_a_label_of_a_section_above_the_headline_is_furniture(label):
    assert furniture_of(f"{label}\n\nPool stays open\n\n{BODY}\n\n{BODY}") == [("other", label)]


def test_a_heading_of_one_word_inside_the_story_is_not():
    assert furniture_of(f"Pool stays open\n\n{BODY}\n\n{BODY}\n\nPolitics\n\n{BODY}") == []
