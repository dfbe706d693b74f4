"""The real worker behind the real wall: files, pages and reviews go in, checked records come out."""

import io
import sqlite3
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import msgspec
import pikepdf
import pytest

from reviewer import __main__ as entry_point
from reviewer.isolation import command_line
from reviewer.isolation.in_process import InProcess
from reviewer.isolation.limits import limits_for
from reviewer.isolation.supervisor import Supervisor
from reviewer.model.analysis import Depth
from reviewer.model.geometry import Box
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import PageArea, RedactionMark
from reviewer.model.request import (
    Analyse,
    Analysed,
    CheckReviewFile,
    MatchClaims,
    Matched,
    Opened,
    OpenFile,
    OpenPastedText,
    Ping,
    Pixels,
    Pong,
    RenderPage,
    ReviewFileChecked,
)
from reviewer.model.review import Desk
from reviewer.model.verdict import Signature
from reviewer.reviewing.schema import SCHEMA_VERSION
from reviewer.reviewing.session import Session
from reviewer.reviewing.store import ReviewFile
from reviewer.worker import Worker

ARTICLE = b'Harbour board to cut 120 jobs\n\n"We are sorry," said Ann Bell, the board\'s chair, on Monday.\n'


class Galleys:
    """Galleys of the documents opened in a test, by id."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def keep(self, opened: Opened) -> Opened:
        self.held |= {one.document.id: one.galley for one in opened.documents}
        return opened


@pytest.fixture(scope="module")
def galleys():
    return Galleys()


@pytest.fixture(scope="module", params=["children", "in process"])
def asker(request, galleys):
    provider = (
        Supervisor(galleys.held.__getitem__)
        if request.param == "children"
        else InProcess(Worker().handle, galleys.held.__getitem__)
    )
    provider.start()
    yield provider
    provider.close()


@pytest.fixture(scope="module")
def children(galleys):
    supervisor = Supervisor(galleys.held.__getitem__)
    yield supervisor
    supervisor.close()


def code_of(asker, request, expect=Opened) -> ProblemCode:
    with pytest.raises(ReviewerError) as caught:
        asker.ask(request, expect)
    return caught.value.problem.code


def pdf(pages: int = 1, **saving) -> bytes:
    made = pikepdf.new()
    for _ in range(pages):
        page = made.add_blank_page(page_size=(400, 300))
        page.Contents = made.make_stream(b"BT /F1 12 Tf 50 200 Td (The ferry sails at night.) Tj ET")
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    buffer = io.BytesIO()
    made.save(buffer, **saving)
    return buffer.getvalue()


def locked_pdf() -> bytes:
    return pdf(encryption=pikepdf.Encryption(owner="ferry", user="ferry"))


def flate_bomb() -> bytes:
    made = pikepdf.new()
    page = made.add_blank_page()
    squeezed = zlib.compress(zlib.compress(b"q Q " * (16 << 20), 1), 9)
    filters = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    stream = pikepdf.Stream(made, squeezed)
    stream.Filter = filters
    page.Contents = made.make_indirect(stream)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def zip_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr("word/document.xml", b" " * (1 << 30), compresslevel=1)
    return buffer.getvalue()


def test_a_helper_whose_window_is_gone_ends_at_once_and_never_loads_the_window(tmp_path):
    script = (
        "import os, socket, sys; from reviewer.__main__ import main; ours, theirs = socket.socketpair(); ours.close(); "
        "code = main(['--worker', 'language', '--scratch', sys.argv[1], '--control', str(theirs.detach())]); "
        "sys.exit(code or 'reviewer.cli' in sys.modules or 'PySide6' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "scratch")], timeout=120, check=False)

    assert done.returncode == 0


def test_the_entry_point_knows_the_flag_that_the_supervisor_uses():
    assert command_line.helper_arguments(command_line.Role.PARSER, Path("scratch"), 3)[0] == "--worker"
    with pytest.raises(SystemExit):
        entry_point.main(["--worker"])


def test_a_ping_is_answered(asker):
    assert asker.ask(Ping(), Pong) == Pong()


def test_a_text_file_becomes_a_document_with_a_galley(asker, galleys):
    opened = galleys.keep(asker.ask(OpenFile("article.txt", ARTICLE), Opened))

    assert opened.documents[0].document.text == ARTICLE.decode()
    assert opened.documents[0].galley.startswith(b"%PDF")


def test_a_pdf_becomes_a_document(asker):
    opened = asker.ask(OpenFile("ferry.pdf", pdf(pages=2)), Opened)

    assert "The ferry sails at night." in opened.documents[0].document.text
    assert len(opened.documents[0].document.pages) == 2


def test_pasted_text_becomes_a_document(asker):
    opened = asker.ask(OpenPastedText("Pasted text", "The mill closed.\ud800"), Opened)

    assert "The mill closed." in opened.documents[0].document.text


def test_a_page_of_a_document_is_drawn(asker, galleys):
    document = galleys.keep(asker.ask(OpenFile("article.txt", ARTICLE), Opened)).documents[0].document

    pixels = asker.ask(RenderPage(document.id, 1, 2.0), Pixels)

    page = document.pages[0]
    assert abs(pixels.width - 2 * page.width) <= 2
    assert abs(pixels.height - 2 * page.height) <= 2
    assert len(set(pixels.data)) > 2, "something must be drawn on it"


def test_a_page_that_does_not_exist_is_a_problem_and_not_a_crash(children, galleys):
    document = galleys.keep(children.ask(OpenFile("article.txt", ARTICLE), Opened)).documents[0].document

    with pytest.raises(ReviewerError):
        children.ask(RenderPage(document.id, 99, 1.0), Pixels)


@pytest.mark.parametrize("depth", Depth)
def test_a_document_is_analysed(asker, depth):
    document = asker.ask(OpenFile("article.txt", ARTICLE), Opened).documents[0].document

    analysis = asker.ask(Analyse(document, depth), Analysed).analysis

    assert any("We are sorry" in claim.text for claim in analysis.claims)


def test_claims_are_matched_with_a_source(asker):
    article = asker.ask(OpenFile("article.txt", ARTICLE), Opened).documents[0].document
    source = asker.ask(OpenFile("statement.txt", b'Ann Bell said: "We are sorry."\n'), Opened).documents[0].document
    found = [asker.ask(Analyse(one, Depth.INSTANT), Analysed).analysis for one in (article, source)]

    matched = asker.ask(MatchClaims(article, found[0].claims, (source,), (found[1],)), Matched)

    assert set(matched.evidence) <= {claim.id for claim in found[0].claims}
    assert set(matched.lifted) == {source.id}


def test_the_index_of_a_long_source_is_given_back_to_be_kept_and_taken_the_next_time(asker):
    article = asker.ask(OpenFile("article.txt", ARTICLE), Opened).documents[0].document
    words = b"Ann Bell said: We are sorry. " * 4000
    source = asker.ask(OpenFile("statement.txt", words), Opened).documents[0].document
    claims = asker.ask(Analyse(article, Depth.INSTANT), Analysed).analysis.claims

    first = asker.ask(MatchClaims(article, claims, (source,), ()), Matched)
    second = asker.ask(MatchClaims(article, claims, (source,), (), indexes=first.indexes), Matched)

    assert set(first.indexes) == {source.id}
    assert second.indexes == {}
    assert (second.evidence, second.findings) == (first.evidence, first.findings)


def test_an_empty_file_is_said_to_be_empty(asker):
    assert code_of(asker, OpenFile("nothing.txt", b"")) is ProblemCode.EMPTY_FILE


def test_a_protected_pdf_asks_for_its_password(asker):
    assert code_of(asker, OpenFile("locked.pdf", locked_pdf())) is ProblemCode.PASSWORD_NEEDED


def test_a_wrong_password_is_said_to_be_wrong(asker):
    assert code_of(asker, OpenFile("locked.pdf", locked_pdf(), "boat")) is ProblemCode.PASSWORD_WRONG


def test_the_right_password_opens_the_pdf_and_its_pages_can_be_drawn(asker, galleys):
    opened = galleys.keep(asker.ask(OpenFile("locked.pdf", locked_pdf(), "ferry"), Opened))

    assert "ferry sails" in opened.documents[0].document.text
    assert asker.ask(RenderPage(opened.documents[0].document.id, 1, 1.0), Pixels).width > 0


def test_a_pdf_without_pages_is_said_to_have_none(asker):
    assert code_of(asker, OpenFile("none.pdf", pdf(pages=0))) is ProblemCode.NO_PAGES


@pytest.mark.parametrize("name", ["two\nlines.txt", "gnp.‮txt", "n" * 5000 + ".txt", "\udcff.txt"], ids=repr)
def test_a_file_opens_whatever_its_name(asker, name):
    assert asker.ask(OpenFile(name, ARTICLE), Opened).documents[0].document.text == ARTICLE.decode()


def test_a_document_that_unpacks_without_end_is_stopped(children):
    code = code_of(children, OpenFile("bomb.docx", zip_bomb()))

    assert code in (ProblemCode.EXPANDS_TOO_FAR, ProblemCode.MEMORY_LIMIT, ProblemCode.TIME_LIMIT)


def test_a_pdf_that_unpacks_without_end_is_stopped_or_opened_but_harms_nothing():
    def short(request):
        return msgspec.structs.replace(limits_for(request), wall_seconds=3, memory=512 << 20)

    supervisor = Supervisor(limits=short)
    try:
        supervisor.ask(OpenFile("bomb.pdf", flate_bomb()), Opened)
    except ReviewerError as error:
        assert error.problem.code in (
            ProblemCode.TIME_LIMIT,
            ProblemCode.MEMORY_LIMIT,
            ProblemCode.EXPANDS_TOO_FAR,
            ProblemCode.NO_TEXT,
            ProblemCode.DAMAGED,
        )
    assert supervisor.ask(Ping(), Pong) == Pong()
    supervisor.close()


def test_a_truncated_pdf_is_damaged_or_repaired_but_never_a_crash(children):
    whole = pdf(pages=3)
    for length in (10, len(whole) // 3, len(whole) - 200):
        try:
            children.ask(OpenFile("cut.pdf", whole[:length]), Opened)
        except ReviewerError as error:
            assert error.problem.code in (ProblemCode.DAMAGED, ProblemCode.NO_PAGES, ProblemCode.KIND_NOT_SUPPORTED)


def review_bytes(folder: Path, asker) -> bytes:
    file = ReviewFile(folder / "made.review")
    session = Session(file)
    session.receive_documents(asker.ask(OpenFile("article.txt", ARTICLE), Opened).documents)
    file.flush()
    file.close()
    return (folder / "made.review").read_bytes()


def test_a_sound_review_file_is_accepted(asker, tmp_path):
    content = review_bytes(tmp_path, asker)

    assert asker.ask(CheckReviewFile("made.review", content), ReviewFileChecked).schema_version == SCHEMA_VERSION


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE documents SET original = x'00'",
        "UPDATE documents SET galley = x'00'",
        "UPDATE documents SET text = ''",
        "UPDATE documents SET record = '{}'",
        "UPDATE documents SET words = x'0102'",
        "UPDATE parts SET content = '[]'",
        "INSERT INTO indexes SELECT id, x'525649310102' FROM documents",
        "CREATE TRIGGER t AFTER INSERT ON edits BEGIN DELETE FROM documents; END",
        "CREATE VIEW v AS SELECT 1",
        "PRAGMA application_id = 7",
    ],
)
def test_a_review_file_that_was_tampered_with_is_damaged(asker, tmp_path, tampering):
    review_bytes(tmp_path, asker)
    connection = sqlite3.connect(tmp_path / "made.review", isolation_level=None)
    connection.execute(tampering)
    connection.close()
    content = (tmp_path / "made.review").read_bytes()

    assert code_of(asker, CheckReviewFile("x.review", content), ReviewFileChecked) is ProblemCode.REVIEW_DAMAGED


def test_the_write_ahead_log_beside_a_review_is_checked_with_it(asker, tmp_path):
    review_bytes(tmp_path, asker)
    content = (tmp_path / "made.review").read_bytes()
    connection = sqlite3.connect(tmp_path / "made.review", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE documents SET text = ''")
    log = (tmp_path / "made.review-wal").read_bytes()
    connection.close()

    assert asker.ask(CheckReviewFile("x.review", content), ReviewFileChecked)
    assert code_of(asker, CheckReviewFile("x.review", content, log), ReviewFileChecked) is ProblemCode.REVIEW_DAMAGED


def cut_short(path: Path, statement: str) -> bytes:
    """Have a statement written to a review and return the rollback journal that takes it back."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 2")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(statement)
    connection.execute("INSERT INTO parts VALUES ('filler', zeroblob(100000))")
    journal = path.with_name(f"{path.name}-journal").read_bytes()
    connection.execute("DELETE FROM parts WHERE name = 'filler'")
    connection.execute("COMMIT")
    connection.close()
    return journal


def test_what_a_rollback_journal_beside_a_review_would_bring_back_is_checked(asker, tmp_path):
    review_bytes(tmp_path, asker)
    cut_short(tmp_path / "made.review", "UPDATE documents SET text = ''")
    text = ARTICLE.decode().replace("'", "''")
    journal = cut_short(tmp_path / "made.review", f"UPDATE documents SET text = '{text}'")
    content = (tmp_path / "made.review").read_bytes()

    assert asker.ask(CheckReviewFile("x.review", content), ReviewFileChecked)
    damaged = CheckReviewFile("x.review", content, journal=journal)
    assert code_of(asker, damaged, ReviewFileChecked) is ProblemCode.REVIEW_DAMAGED


def test_a_review_whose_last_edit_was_cut_short_is_checked_without_it(asker, tmp_path):
    review_bytes(tmp_path, asker)
    journal = cut_short(tmp_path / "made.review", "UPDATE documents SET text = ''")
    content = (tmp_path / "made.review").read_bytes()

    assert asker.ask(CheckReviewFile("x.review", content, journal=journal), ReviewFileChecked)


def test_a_rollback_journal_that_names_other_files_is_refused(asker, tmp_path):
    review_bytes(tmp_path, asker)
    journal = cut_short(tmp_path / "made.review", "UPDATE documents SET text = ''")
    content, precious = (tmp_path / "made.review").read_bytes(), tmp_path / "precious-mj000000001"
    precious.write_bytes(b"mine")
    name = bytes(precious)
    lock_page = (1 << 30) // 4096 + 1
    journal += lock_page.to_bytes(4) + name + len(name).to_bytes(4) + sum(name).to_bytes(4)
    journal += bytes.fromhex("d9d505f920a163d7")

    named = CheckReviewFile("x.review", content, journal=journal)
    assert code_of(asker, named, ReviewFileChecked) is ProblemCode.REVIEW_DAMAGED
    assert precious.read_bytes() == b"mine"


def test_a_review_that_speaks_of_a_place_outside_its_documents_is_damaged(asker, tmp_path):
    review_bytes(tmp_path, asker)
    connection = sqlite3.connect(tmp_path / "made.review", isolation_level=None)
    (article,) = connection.execute("SELECT id FROM documents").fetchone()
    mark = RedactionMark("m1", PageArea(article, 99, Box(0, 0, 9, 9)), "privacy", Signature("CP", "C. Pell", ""))
    desk = msgspec.json.encode(Desk(article=article, marks=(mark,))).decode()
    connection.execute("UPDATE parts SET content = ? WHERE name = 'desk'", (desk,))
    connection.close()
    content = (tmp_path / "made.review").read_bytes()

    assert code_of(asker, CheckReviewFile("x.review", content), ReviewFileChecked) is ProblemCode.REVIEW_DAMAGED


def test_a_review_file_of_a_newer_version_is_too_new(asker, tmp_path):
    review_bytes(tmp_path, asker)
    connection = sqlite3.connect(tmp_path / "made.review", isolation_level=None)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    content = (tmp_path / "made.review").read_bytes()

    assert code_of(asker, CheckReviewFile("x.review", content), ReviewFileChecked) is ProblemCode.REVIEW_TOO_NEW


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"\xff" * 4096], ids=len)
def test_what_is_no_review_file_is_damaged(asker, content):
    assert code_of(asker, CheckReviewFile("x.review", content), ReviewFileChecked) is ProblemCode.REVIEW_DAMAGED
