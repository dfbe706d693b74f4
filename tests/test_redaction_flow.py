import io
import json
import os

import pikepdf
import pytest

from reviewer.__main__ import main
from reviewer.redacting.log import is_unbroken
from tests.documents.pdf_builder import PdfBuilder

LETTER = "Dear editor,\n\nI met Anton Hanes in May. Hanes's sister was there, more than escape can tell.\n"


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def printed(tmp_path):
    path = tmp_path / "printed.pdf"
    builder = (
        PdfBuilder().page().text(72, 100, "The letter speaks of Anton Hanes.").text(72, 130, "It was sent in May.")
    )
    path.write_bytes(builder.content())
    return path


def run(capfd, *arguments):
    code = main([str(argument) for argument in arguments])
    return code, *capfd.readouterr()


def test_a_redacted_text_holds_everything_but_the_word(capfd, letter, tmp_path):
    out = tmp_path / "out.txt"
    code, printed_paths, _ = run(capfd, "redact", letter, out, "--term", "Hanes", "--code", "privacy")
    assert code == 0
    assert str(out) in printed_paths
    text = out.read_text(encoding="utf-8")
    assert "Hanes" not in text
    assert "more than escape can tell" in text
    assert "privacy" in text
    assert letter.read_text(encoding="utf-8") == LETTER


def test_the_log_says_where_and_why_and_never_what(capfd, letter, tmp_path):
    run(capfd, "redact", letter, tmp_path / "out.txt", "--term", "Hanes", "--code", "privacy")
    log = (tmp_path / "out.txt.log.jsonl").read_bytes()
    assert is_unbroken(log)
    assert {json.loads(line)["reason"] for line in log.splitlines()} == {"privacy"}
    assert b"Hanes" not in log


@pytest.mark.parametrize("name", ["Page", "Box", "Links"])
def test_a_name_that_every_log_holds_can_be_redacted(capfd, tmp_path, name):
    (tmp_path / "in.txt").write_text(f"Mr {name} left.", encoding="utf-8")
    assert run(capfd, "redact", tmp_path / "in.txt", tmp_path / "out.txt", "--term", name)[0] == 0
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "Mr █████ left."


def test_a_log_that_would_tell_the_word_is_not_written(capfd, letter, tmp_path):
    code, _, err = run(capfd, "redact", letter, tmp_path / "out.txt", "--term", "Hanes", "--code", "b(6) Hanes")
    assert code == 1
    assert "its log would tell" in err
    assert "Hanes" not in err
    assert not (tmp_path / "out.txt").exists()


def test_a_redacted_pdf_can_no_longer_be_made_to_tell(capfd, printed, tmp_path):
    out = tmp_path / "out.pdf"
    assert run(capfd, "verify", printed, "--term", "Hanes")[0] == 1
    assert run(capfd, "redact", printed, out, "--term", "Hanes")[0] == 0
    assert run(capfd, "verify", out, "--term", "Hanes")[0] == 0
    assert run(capfd, "verify", out, "--term", "It was sent in May")[0] == 1


def test_an_area_takes_what_stands_in_it(capfd, printed, tmp_path):
    out = tmp_path / "out.pdf"
    assert run(capfd, "redact", printed, out, "--area", "1:60,118,400,136")[0] == 0
    assert run(capfd, "verify", out, "--term", "sent")[0] == 0
    assert run(capfd, "verify", out, "--term", "Hanes")[0] == 1


def test_verify_says_where_a_word_is_found(capfd, letter):
    code, out, _ = run(capfd, "verify", letter, "--term", "Hanes", "--term", "nowhere")
    assert code == 1
    assert out.startswith("Hanes: ")
    assert "nowhere" not in out


def test_what_is_not_there_gives_no_file_and_one_sentence(capfd, letter, tmp_path):
    code, _, err = run(capfd, "redact", letter, tmp_path / "out.txt", "--term", "Olsen")
    assert (code, err.count("\n")) == (1, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_terms_can_come_from_a_list(capfd, letter, tmp_path):
    (tmp_path / "terms").write_text("Hanes\n\nsister\n", encoding="utf-8")
    assert run(capfd, "redact", letter, tmp_path / "out.txt", "--terms-file", tmp_path / "terms")[0] == 0
    assert "sister" not in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_patterns_and_expressions_are_found(capfd, tmp_path):
    (tmp_path / "in.txt").write_text("Call 01632 960 118 or write to jon@nordvik.example, file X-4711.\n")
    arguments = ("--pattern", "phone,email", "--regex", r"X-\d{4}")
    assert run(capfd, "redact", tmp_path / "in.txt", tmp_path / "out.txt", *arguments)[0] == 0
    text = (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert not any(word in text for word in ("960", "nordvik", "4711"))
    assert "or write to" in text


def test_the_original_is_never_the_target(capfd, letter):
    code, _, err = run(capfd, "redact", letter, letter, "--term", "Hanes")
    assert code == 2
    assert "another file" in err


@pytest.mark.parametrize(
    "arguments",
    [(), ("--area", "1:1,2,3"), ("--area", "0:1,1,2,2"), ("--pattern", "shoe size"), ("--term", "x", "--regex", "(")],
)
def test_an_order_that_makes_no_sense_is_a_usage_error(capfd, letter, tmp_path, arguments):
    code, _, err = run(capfd, "redact", letter, tmp_path / "out.txt", *arguments)
    assert code == 2
    assert err
    assert not (tmp_path / "out.txt").exists()


def test_a_file_of_a_kind_that_cannot_be_redacted_is_refused(capfd, tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    code, _, err = run(capfd, "redact", tmp_path / "picture.png", tmp_path / "out.png", "--term", "x")
    assert code == 3
    assert err.count("\n") == 1


def test_a_log_never_takes_the_place_of_the_original(capfd, tmp_path):
    original = tmp_path / "out.txt.log.jsonl"
    original.write_text(LETTER, encoding="utf-8")
    code, _, said = run(capfd, "redact", original, tmp_path / "out.txt", "--term", "Hanes")
    assert code == 1
    assert "an original is never replaced" in said
    assert original.read_text(encoding="utf-8") == LETTER
    assert not (tmp_path / "out.txt").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_not_replaced_by_a_file(capfd, letter, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    code, _, said = run(capfd, "redact", letter, tmp_path / "pipe", "--term", "Hanes")
    assert code == 1
    assert "not an ordinary file" in said
    assert (tmp_path / "pipe").is_fifo()


def test_the_name_of_the_copy_may_not_tell_the_word(capfd, letter, tmp_path):
    code, _, said = run(capfd, "redact", letter, tmp_path / "letter_on_hanes.txt", "--term", "Hanes")
    assert code == 1
    assert "stands in that name" in said
    assert "hanes" not in said.casefold()
    assert list(tmp_path.iterdir()) == [letter]


def test_a_list_in_another_encoding_is_refused_since_its_names_would_be_missed(capfd, tmp_path):
    letter, names = tmp_path / "letter.txt", tmp_path / "names.txt"
    letter.write_text("André met Hanes.\n", encoding="utf-8")
    names.write_bytes("André\nHanes\n".encode("cp1252"))
    code, _, said = run(capfd, "redact", letter, tmp_path / "out.txt", "--terms-file", names)
    assert code == 3
    assert "not UTF-8" in said
    assert not (tmp_path / "out.txt").exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_of_names_is_read_in_every_unicode_encoding(capfd, letter, tmp_path, encoding):
    names = tmp_path / "names.txt"
    names.write_bytes("Anton\r\nHanes\r\n".encode(encoding))
    assert run(capfd, "redact", letter, tmp_path / "out.txt", "--terms-file", names)[0] == 0
    assert "Anton" not in (tmp_path / "out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("area", ["1:5000,72,5100,90", "1:-90,-90,-10,-10", "1:72,-40,300,0"])
def test_an_area_beside_the_page_is_refused_since_nothing_would_go(capfd, printed, tmp_path, area):
    code, _, said = run(capfd, "redact", printed, tmp_path / "out.pdf", "--area", area)
    assert code == 1
    assert "beside page 1" in said
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("area", ["99999999999999999999:1,1,9,9", "1:1,1,99999999999999999999,9", "٣:1,1,9,9"])
def test_an_area_of_numbers_beyond_reason_is_bad_usage(capfd, printed, tmp_path, area):
    assert run(capfd, "redact", printed, tmp_path / "out.pdf", "--area", area)[0] == 2


def test_each_password_of_a_list_is_tried(capfd, tmp_path):
    locked, passwords = tmp_path / "locked.pdf", tmp_path / "passwords.txt"
    with pikepdf.open(io.BytesIO(PdfBuilder().page().text(72, 100, "From Anton Hanes.").content())) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(user="harbour", owner="harbour"))
    passwords.write_text("lighthouse\nharbour\n", encoding="utf-8")
    arguments = ("--term", "Hanes", "--password-file", passwords)
    assert run(capfd, "redact", locked, tmp_path / "out.pdf", *arguments)[0] == 0
    assert run(capfd, "verify", tmp_path / "out.pdf", *arguments)[0] == 0
