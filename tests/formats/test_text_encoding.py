import pytest

from reviewer.formats.text_encoding import decode_keeping


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_text_is_written_back_in_its_own_encoding(encoding: str):
    content = "The café shut.\r\nNobody stayed – not one.\n".encode(encoding)
    read = decode_keeping(content)
    assert read.encode(read.text) == content


def test_utf_16_without_a_mark_is_told_by_its_zero_bytes():
    content = "Nobody stayed behind.".encode("utf-16-be")
    read = decode_keeping(content)
    assert (read.text, read.encoding, read.has_mark) == ("Nobody stayed behind.", "utf-16-be", False)


def test_an_encoding_says_what_it_cannot_hold():
    read = decode_keeping("The café shut.".encode("cp1252"))
    assert not read.can_hold("█")


def test_bytes_that_could_not_be_read_are_written_as_question_marks():
    read = decode_keeping("“Nobody” – “stayed” – “behind”, said the man at the door.".encode() + b"\xff")
    assert read.encode(read.text).endswith("door.\N{REPLACEMENT CHARACTER}".encode())
