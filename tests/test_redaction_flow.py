import json

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
