from reviewer.model.document import NoticeCode
from reviewer.opening.plain import read_plain

STORY = "Night boats to return\n\nThe “Sanderling” will sail from Port Maren – at £27 a head – from 1 November."


def codes(content: bytes) -> list[NoticeCode]:
    return [notice.code for notice in read_plain(content).notices]


def test_the_text_is_the_decoded_file_with_its_line_ends():
    assert read_plain(b"One\r\n\r\nTwo\rThree\n").text == "One\r\n\r\nTwo\rThree\n"


def test_a_byte_order_mark_is_dropped_and_nothing_else():
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        assert read_plain(STORY.encode(encoding)).text == STORY


def test_big_endian_files_with_a_mark_are_read():
    assert read_plain(b"\xfe\xff" + STORY.encode("utf-16-be")).text == STORY
    assert read_plain(b"\x00\x00\xfe\xff" + STORY.encode("utf-32-be")).text == STORY


def test_utf16_without_a_mark_is_told_by_its_zero_bytes():
    assert read_plain(STORY.encode("utf-16-le")).text == STORY
    assert read_plain(STORY.encode("utf-16-be")).text == STORY


def test_windows_1252_is_guessed_and_said_so():
    assert read_plain(STORY.encode("cp1252")).text == STORY
    assert codes(STORY.encode("cp1252")) == [NoticeCode.ENCODING_GUESSED]


def test_cyrillic_and_japanese_are_guessed():
    russian = (
        "Паром вернётся первого ноября, сообщила компания в четверг. Билет будет стоить двадцать семь фунтов. " * 3
    )
    japanese = "夜行フェリーは十一月一日に再開されると会社が木曜日に発表した。運賃は二十七ポンドになる。" * 3
    assert read_plain(russian.encode("cp1251")).text == russian
    assert read_plain(japanese.encode("shift_jis")).text == japanese


def test_a_few_bad_bytes_do_not_turn_utf8_into_another_encoding():
    spoilt = STORY.encode() + b"\xff\xfe" + STORY.encode()
    reading = read_plain(spoilt)
    assert reading.text == f"{STORY}\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}{STORY}"
    assert reading.notices[0].code is NoticeCode.UNDECODABLE_BYTES
    assert reading.notices[0].arguments["count"] == "2"


def test_utf8_needs_no_notice():
    assert codes(STORY.encode()) == []


def test_a_zero_character_is_kept():
    assert read_plain(b"One\x00two, three and four.").text == "One\x00two, three and four."


def test_an_odd_utf16_file_is_replaced_at_its_end():
    assert read_plain(STORY.encode("utf-16") + b"x").text.startswith(STORY)
