import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer import workflow
from reviewer.__main__ import main
from reviewer.assets import sample_files
from reviewer.isolation.in_process import InProcess
from reviewer.model.analysis import Depth
from reviewer.model.geometry import Span
from reviewer.model.packet import packet_file
from reviewer.model.verdict import Signature
from reviewer.proof.strings import strings_in
from reviewer.reviewing.edits import AddMarks
from reviewer.reviewing.marking import marks_at
from reviewer.reviewing.session import Session
from reviewer.reviewing.store import ReviewFile
from reviewer.worker import Worker

ARTICLE = """Ferry fares to rise

The fare will rise to £72 in May, Nordvik Lines said on Monday.

"We held out as long as we could," said Berit Aas, its chief executive.

The boat never sails on Sundays.
"""
RELEASE = """NORDVIK LINES
PRESS RELEASE

The fare will rise to £27 in May, Nordvik Lines announced.

"We held out as long as we could," said Berit Aas, chief executive of Nordvik Lines.

Contact: Jon Eide, 01632 960 118, press@nordvik.example
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def release(tmp_path):
    path = tmp_path / "release.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


def run(capfd, *arguments):
    code = main([str(argument) for argument in arguments])
    return code, *capfd.readouterr()


def test_check_prints_the_contract_as_json(capfd, article, release):
    code, out, _ = run(capfd, "check", article, "--source", release, "--json", "-")
    report = json.loads(out)
    assert code == 0
    assert report["article"] == "article.txt"
    assert report["text_sha256"] == hashlib.sha256(ARTICLE.encode()).hexdigest()
    quote = next(claim for claim in report["claims"] if claim["kind"] == "direct_quote")
    assert ARTICLE[quote["start"] : quote["end"]] == quote["text"]
    assert quote["speaker"] == "Berit Aas"
    assert quote["source"] == "release.txt"
    assert quote["finding"] == "verbatim"
    assert "held out as long" in RELEASE[quote["source_start"] : quote["source_end"]]
    assert quote["locator"].startswith("S1 p1 l")
    assert {found["where"] for found in report["sensitive"]} == {"release.txt"}
    expected = {"id", "start", "end", "kind", "text", "speaker", "speaker_text", "cue", "score", "source"}
    expected |= {"source_start", "source_end", "locator", "finding", "findings", "differences"}
    assert all(expected <= claim.keys() for claim in report["claims"])


def test_a_changed_figure_is_reported_with_both_values(capfd, article, release):
    _, out, _ = run(capfd, "check", article, "--source", release, "--json", "-")
    fare = next(claim for claim in json.loads(out)["claims"] if "£72" in claim["text"])
    assert fare["finding"] == "figure_changed"
    assert {"type": "figure", "article": "£72", "source": "£27"}.items() <= fare["differences"][0].items()


def test_several_articles_give_an_array_and_a_file(capfd, article, release, tmp_path):
    code, _, _ = run(capfd, "check", article, release, "--json", tmp_path / "out.json")
    assert code == 0
    assert [one["article"] for one in json.loads((tmp_path / "out.json").read_text())] == ["article.txt", "release.txt"]


def test_without_json_the_findings_are_printed_for_people(capfd, article, release):
    code, out, _ = run(capfd, "check", article, "--source", release)
    assert code == 0
    assert "C01" in out
    assert "figure_changed" in out


def test_a_packet_is_written_with_its_manifest(capfd, article, release, tmp_path):
    folder = tmp_path / "packet"
    code, out, _ = run(capfd, "packet", article, "--source", release, "--out", folder, "--format", "pdf,docx")
    assert code == 0
    names = {path.suffix for path in folder.iterdir()}
    assert {".pdf", ".docx", ".json", ".csv"} <= names
    assert all((folder / line.rsplit("/", 1)[-1]).exists() for line in out.splitlines())
    manifest = next(path for path in folder.iterdir() if path.name.endswith("manifest.sha256"))
    for line in manifest.read_text().splitlines():
        digest, name = line.split(maxsplit=1)
        assert hashlib.sha256((folder / name.lstrip("*")).read_bytes()).hexdigest() == digest


def test_a_claim_that_does_not_exist_cannot_be_exported(capfd, article, release, tmp_path):
    arguments = ("packet", article, "--source", release, "--out", tmp_path / "out", "--claims", "C99")
    code, _, err = run(capfd, *arguments, "--profile", "outside")
    assert (code, err.strip()) == (2, "There is no claim C99 in this review.")
    assert not (tmp_path / "out").exists()


def test_a_claim_number_of_absurd_length_does_not_exist(capfd, article, tmp_path):
    arguments = ("packet", article, "--out", tmp_path / "out", "--profile", "outside", "--claims", "C" + "9" * 5000)
    code, _, err = run(capfd, *arguments)
    assert (code, err.count("\n")) == (2, 1)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of any bytes are a matter of Linux")
def test_the_packet_of_a_review_file_holds_nothing_that_is_marked_in_it(capfd, article, release, tmp_path):
    file = ReviewFile(tmp_path / "ferry.review")
    session = Session(file)
    review = workflow.review_files(InProcess(Worker().handle), session, article, [release], depth=Depth.WORDING)
    for document in (review.article, *review.sources):
        at = document.text.index("Berit Aas")
        session.apply(AddMarks(marks_at(document, Span(at, at + len("Berit Aas")), "SRC", Signature("AQ", "", ""))))
    file.close()
    code, out, err = run(
        capfd,
        "packet",
        tmp_path / "ferry.review",
        "--out",
        tmp_path / "packet",
        "--format",
        "docx",
        "--profile",
        "legal",
    )
    assert code == 0, err
    made = [Path(line) for line in out.splitlines()]
    assert {path.suffix for path in made} == {".docx", ".json", ".csv", ".sha256"}
    for path in made:
        texts = strings_in(packet_file(path.name, "", path.read_bytes()))
        assert not [where for where, text in texts if "Aas" in text]
    assert "█████ [SRC]" in (tmp_path / "packet" / "claims.csv").read_text(encoding="utf-8-sig")


def test_a_name_of_undecodable_bytes_gets_a_packet(capfd, article, tmp_path):
    strange = tmp_path / os.fsdecode(b"strange\xff.txt")
    strange.write_bytes(article.read_bytes())
    code, _, err = run(capfd, "packet", strange, "--out", tmp_path / "out")
    assert (code, err) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Windows has other control characters")
def test_a_name_cannot_speak_to_the_terminal(capfd, article, tmp_path):
    strange = tmp_path / "\x1b[31mred.txt"
    strange.write_bytes(article.read_bytes())
    _, out, _ = run(capfd, "check", strange)
    assert "\x1b" not in out


def in_a_shell(article, redirection, **environment):
    """Run `check` in a process of its own, as closed and full streams cannot be had in this one."""
    line = f'"{sys.executable}" -m reviewer check --instant "{article}" {redirection}'
    return subprocess.run(["sh", "-c", line], capture_output=True, env=os.environ | environment, timeout=240)


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="the system has no /dev/full")
@pytest.mark.parametrize("asked", ["", "--json -"])
def test_output_that_cannot_be_written_is_one_sentence_and_exit_code_1(article, asked):
    for redirection in ("> /dev/full", ">&-"):
        done = in_a_shell(article, f"{asked} {redirection}")
        assert done.returncode == 1, redirection
        assert done.stderr.startswith(b"The output could not be written")
        assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX shell")
def test_a_reader_that_has_enough_is_no_error_worth_a_word(article):
    article.write_text(ARTICLE * 500, encoding="utf-8")
    done = in_a_shell(article, "| head -n 1")
    assert (done.stdout, done.stderr) == (b"article.txt\n", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX shell")
def test_closed_streams_change_nothing_about_the_result(article, tmp_path):
    done = in_a_shell(article, f'--json "{tmp_path}/out.json" <&- >&- 2>&-')
    assert done.returncode == 0
    assert json.loads((tmp_path / "out.json").read_bytes())["claims"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX locales")
def test_a_terminal_that_knows_only_ascii_gets_what_it_can_show(article):
    done = in_a_shell(article, "", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"\\xa372" in done.stdout


@pytest.mark.parametrize("name", ["gone.txt", "gone\nline\u202efile.txt"])
def test_a_missing_file_is_one_sentence_and_exit_code_3(capfd, tmp_path, name):
    code, _, err = run(capfd, "check", tmp_path / name)
    assert code == 3
    assert err.count("\n") == 1
    assert "is no longer there" in err


def test_a_folder_an_empty_file_and_rubbish_are_unreadable_input(capfd, tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "rubbish.pdf").write_bytes(b"%PDF-1.7\nnot really")
    for name in ("", "empty.txt", "rubbish.pdf"):
        code, out, err = run(capfd, "check", tmp_path / name)
        assert (code, out) == (3, "")
        assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["packet", "a.txt"],
        ["check", "a.txt", "--published", "yesterday"],
        ["packet", "a.txt", "--out", "x", "--format", "odt"],
        ["packet", "a.txt", "--out", "x", "--profile", "friends"],
        ["--no-such-option"],
    ],
)
def test_a_wrong_command_line_is_exit_code_2(capfd, arguments):
    code, out, err = run(capfd, *arguments)
    assert (code, out) == (2, "")
    assert "reviewer" in err


def test_the_version_is_printed(capfd):
    code, out, _ = run(capfd, "--version")
    assert code == 0
    assert out.startswith("Reviewer ")


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is a signal elsewhere only")
def test_ctrl_c_while_the_program_is_still_loading_ends_it_without_a_word():
    script = """
import os, signal, sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "reviewer.workflow":
            os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Interrupting())
from reviewer.__main__ import main
sys.exit(main(["--version"]))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=120, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-2, b"", b"")


def test_without_a_display_the_window_is_refused_with_what_to_do(capfd, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    code, _, err = run(capfd)
    assert code == 1
    assert "reviewer check" in err


def test_the_sample_without_a_display_writes_its_packet(capfd, tmp_path):
    code, out, _ = run(capfd, "sample", "--out", tmp_path / "sample")
    assert code == 0
    assert {path.suffix for path in (tmp_path / "sample").iterdir()} >= {".pdf", ".docx"}
    assert str(tmp_path / "sample") in out


def test_the_sample_holds_an_article_and_three_sources():
    article, *sources = sample_files()
    assert article.exists()
    assert [path.suffix for path in sources] == [".pdf", ".eml", ".docx"]
    assert all(path.exists() for path in sources)


def test_an_article_is_no_source_of_itself(capfd, article):
    code, _, said = run(capfd, "check", article, "--source", article)
    assert (code, said) == (2, "article.txt is in this review already; it was not added a second time.\n")


def test_a_packets_review_makes_a_review_file_again(capfd, article, release, tmp_path):
    packet, made = tmp_path / "packet", tmp_path / "again.review"
    run(capfd, "packet", article, "--source", release, "--out", packet)
    code, out, err = run(capfd, "import", packet / "article-desk.pdf", article, "--source", release, "--out", made)
    assert (code, out.strip()) == (0, str(made))
    assert "0 verdicts were taken over" in err
    file = ReviewFile(made, for_reading=True)
    review, _ = file.load()
    file.close()
    assert review.article.name == "article.txt"
    assert review.desk.sources[0].label == "S1"


def test_a_review_of_another_article_is_refused_and_leaves_no_file(capfd, article, release, tmp_path):
    packet, made = tmp_path / "packet", tmp_path / "again.review"
    run(capfd, "packet", article, "--out", packet)
    code, _, err = run(capfd, "import", packet / "review.json", release, "--out", made)
    assert code == 1
    assert err.count("\n") == 1
    assert not made.exists()


def test_an_import_never_replaces_a_file(capfd, article, tmp_path):
    made = tmp_path / "again.review"
    made.write_bytes(b"somebody's work")
    code, _, _ = run(capfd, "import", tmp_path / "review.json", article, "--out", made)
    assert code == 2
    assert made.read_bytes() == b"somebody's work"
