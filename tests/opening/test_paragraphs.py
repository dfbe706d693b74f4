from hypothesis import given
from hypothesis import strategies as st

from reviewer.opening.paragraphs import find_paragraphs


def paragraphs(text: str) -> list[str]:
    return [block.span.of(text) for block in find_paragraphs(text)]


def kinds(text: str) -> list[str]:
    return [block.kind.value for block in find_paragraphs(text)]


def test_a_blank_line_parts_paragraphs():
    assert paragraphs("One.\n\nTwo.\n \nThree.") == ["One.", "Two.", "Three."]


def test_windows_and_old_mac_line_ends_part_them_too():
    assert paragraphs("One.\r\n\r\nTwo.") == ["One.", "Two."]
    assert paragraphs("One.\r\rTwo.") == ["One.", "Two."]


def test_short_lines_are_items_of_their_own():
    assert paragraphs("By Ada Quill\nPublished 3 May 2026") == ["By Ada Quill", "Published 3 May 2026"]


def test_one_paragraph_a_line_needs_no_blank_lines():
    first = (
        "The council voted on Thursday to keep the swimming pool open for another year, after a long debate in town."
    )
    second = (
        "Nobody in the room wanted to close it, said the leader of the council, who had learned to swim there herself."
    )
    assert paragraphs(f"{first}\n{second}") == [first, second]


def test_lines_wrapped_by_hand_are_one_paragraph():
    wrapped = (
        "The council voted on Thursday to keep the swimming pool open for\n"
        "another year, after a long and at times angry debate in which\n"
        "nobody spoke for closing it.\n\n"
        "The boiler is finished and the roof leaks, the surveyors told the\n"
        "meeting, and a repair would cost more than the council has put by."
    )
    assert len(paragraphs(wrapped)) == 2


def test_a_line_that_had_room_for_the_next_word_was_not_wrapped():
    text = (
        "The council voted on Thursday to keep the swimming pool open for\n"
        "another year, after a long and at times angry debate in which\n"
        "nobody spoke for closing it.\n"
        "The boiler is finished and the roof leaks, the surveyors told the\n"
        "meeting, and a repair would cost more than the council has put by."
    )
    assert len(paragraphs(text)) == 2


def test_lines_in_columns_stay_together_as_a_table():
    table = "Revenue      412.6    389.2\nBakery       188.1    176.4\nExport        83.2     81.9"
    assert paragraphs(f"Results\n\n{table}\n\nUnaudited.") == ["Results", table, "Unaudited."]


def test_the_header_of_a_mail_saved_as_text_is_told():
    text = "From: Odile Farrant <o@tidewatch.example>\nDate: Tue, 16 Sep 2025\nSubject: Boats\n\nDear Ada,"
    assert kinds(text) == ["mail_header"] * 3 + ["paragraph"]


def test_one_label_alone_is_no_mail():
    assert kinds("To: the editor\n\nSir, the boat is late.") == ["paragraph", "paragraph"]


def test_quoted_lines_and_bullets_are_told():
    assert kinds("> You wrote this.\n\n- first\n- second\n\n1. third") == ["quote"] + ["list_item"] * 3


def test_white_space_round_a_paragraph_is_left_out():
    assert paragraphs("   One. \t\n\n\t Two.  ") == ["One.", "Two."]


def test_an_empty_text_has_no_paragraphs():
    assert paragraphs(" \n\r\n\t") == []


@given(st.text(alphabet=st.sampled_from("ab .\n\r\t\u2028\x0c\x85\u00a0\u200f😀>:-1"), max_size=80))
def test_every_printed_character_stands_in_exactly_one_block(text):
    blocks = find_paragraphs(text)
    covered = [at for block in blocks for at in range(block.start, block.end)]
    assert covered == sorted(set(covered))
    assert {at for at, character in enumerate(text) if not character.isspace()} <= set(covered)
