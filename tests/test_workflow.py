import os
import threading
from pathlib import Path

import msgspec
import pytest

from reviewer import workflow
from reviewer.model.analysis import Depth
from reviewer.model.document import Notice, NoticeCode
from reviewer.model.geometry import Span
from reviewer.model.packet import PacketFile
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Analyse, Analysed, Opened, OpenFile
from reviewer.model.review import Review
from reviewer.reviewing.edits import SwitchFurniture
from reviewer.reviewing.session import Session
from tests.documents.judged import analysis_of, opened, session_with_claims
from tests.documents.plain_text import document_of


class Recorder:
    """Answers every request with what it was given, and keeps the requests."""

    def __init__(self, *replies):
        self.replies, self.requests = list(replies), []

    def ask(self, request, expect, *, on_progress=None, cancel=None):
        self.requests.append(request)
        reply = self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        assert isinstance(reply, expect)
        return reply


def code_of(call):
    with pytest.raises(ReviewerError) as caught:
        call()
    return caught.value.problem.code


def packet_file(name, content=b"%PDF"):
    return PacketFile(name, "application/pdf", content, "0" * 64)


def test_a_file_is_read_whole(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfwords\r\n")
    assert workflow.read_file(tmp_path / "a.txt") == b"\xef\xbb\xbfwords\r\n"


def test_a_file_that_vanished_is_one_sentence(tmp_path):
    assert code_of(lambda: workflow.read_file(tmp_path / "gone.txt")) is ProblemCode.FILE_MISSING


def test_a_folder_is_one_sentence(tmp_path):
    assert code_of(lambda: workflow.read_file(tmp_path)) is ProblemCode.NOT_A_FILE


def test_an_empty_file_is_one_sentence(tmp_path):
    (tmp_path / "empty.pdf").touch()
    assert code_of(lambda: workflow.read_file(tmp_path / "empty.pdf")) is ProblemCode.EMPTY_FILE


def test_a_file_over_the_limit_is_one_sentence(tmp_path):
    (tmp_path / "big.txt").write_bytes(b"x" * 11)
    assert code_of(lambda: workflow.read_file(tmp_path / "big.txt", largest=10)) is ProblemCode.FILE_TOO_LARGE


def test_a_pipe_is_refused_and_does_not_block(tmp_path):
    if not hasattr(os, "mkfifo"):
        return
    os.mkfifo(tmp_path / "pipe")
    assert code_of(lambda: workflow.read_file(tmp_path / "pipe")) is ProblemCode.NOT_READABLE


def test_a_name_that_no_file_can_have_is_one_sentence(tmp_path):
    assert code_of(lambda: workflow.read_file(tmp_path / "nul\x00byte.txt")) in (
        ProblemCode.NOT_READABLE,
        ProblemCode.FILE_MISSING,
    )


def test_the_sentence_about_a_hostile_name_stays_on_one_line(tmp_path):
    with pytest.raises(ReviewerError) as caught:
        workflow.read_file(tmp_path / "a\nb\u202etxt.exe")
    assert "\n" not in caught.value.problem.sentence


def test_the_child_gets_name_bytes_and_password(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"words")
    asker = Recorder(Opened((opened(document_of("words")),)))
    workflow.open_path(asker, tmp_path / "a.txt", "secret")
    assert asker.requests == [OpenFile("a.txt", b"words", "secret")]


def scan() -> Opened:
    notice = Notice(NoticeCode.IMAGE_ONLY_PAGE, {"page": "1", "count": "1"})
    return Opened((opened(msgspec.structs.replace(document_of("words"), notices=(notice,))),))


def test_pages_that_are_only_pictures_are_asked_for_again_by_ocr(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    read = Opened((opened(document_of("words of the picture")),))
    asker = Recorder(scan(), read)
    assert workflow.open_path(asker, tmp_path / "a.pdf", "secret") is read
    assert [request.recognise for request in asker.requests] == [False, True]
    assert asker.requests[1].password == "secret"


@pytest.mark.parametrize("code", [ProblemCode.TIME_LIMIT, ProblemCode.MEMORY_LIMIT, ProblemCode.READER_DIED])
def test_a_scan_too_long_for_ocr_is_opened_with_its_notice(tmp_path, code):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    first = scan()
    asker = Recorder(first, ReviewerError(code, name="a.pdf", limit="10 minutes"))
    assert workflow.open_path(asker, tmp_path / "a.pdf") is first


def test_ocr_that_the_editor_cancels_opens_nothing(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    asker = Recorder(scan(), ReviewerError(ProblemCode.CANCELLED, name="a.pdf"))
    assert code_of(lambda: workflow.open_path(asker, tmp_path / "a.pdf")) is ProblemCode.CANCELLED


def test_each_password_is_tried_until_one_opens_the_file(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    article = document_of("words")
    asker = Recorder(
        ReviewerError(ProblemCode.PASSWORD_NEEDED, name="a.pdf"),
        ReviewerError(ProblemCode.PASSWORD_WRONG, name="a.pdf"),
        Opened((opened(article),)),
        Analysed(analysis_of(article)),
        workflow.Matched({}, {}),
    )
    workflow.review_files(asker, Session(), tmp_path / "a.pdf", [], passwords=["one", "two"])
    assert [request.password for request in asker.requests[:3]] == [None, "one", "two"]


def test_switched_furniture_goes_to_the_analysis():
    session = session_with_claims(text="Related: other news\nThe fare is £72.")
    article = session.review.article
    session.apply(SwitchFurniture(article.id, 0, True))
    asker = Recorder(Analysed(analysis_of(article)))
    workflow.analyse(asker, session.review, article, Depth.FULL)
    assert asker.requests[0] == Analyse(article, Depth.FULL, None, (Span(0, 19),))


def test_furniture_that_nobody_switched_is_left_to_the_document():
    review = session_with_claims().review
    assert workflow.switched_furniture(review, review.article) is None


def test_matching_needs_an_article():
    assert code_of(lambda: workflow.match(Recorder(), Review())) is ProblemCode.NO_ARTICLE


def test_saved_files_leave_nothing_half_written(tmp_path):
    paths = workflow.save_files([packet_file("a.pdf", b"1"), packet_file("b.csv", b"2")], tmp_path / "new")
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["a.pdf", "b.csv"]


def test_when_one_file_cannot_be_written_none_is(tmp_path):
    (tmp_path / "b.csv").mkdir()
    (tmp_path / "b.csv" / "in the way").touch()
    files = [packet_file("a.pdf"), packet_file("b.csv")]
    assert code_of(lambda: workflow.save_files(files, tmp_path)) is ProblemCode.CANNOT_WRITE
    assert [path.name for path in tmp_path.iterdir()] == ["b.csv"]


def test_a_folder_made_for_files_that_cannot_be_saved_goes_again(tmp_path):
    files = [packet_file("a.pdf", b"1"), packet_file("x" * 256, b"2")]
    assert code_of(lambda: workflow.save_files(files, tmp_path / "new" / "inner")) is ProblemCode.CANNOT_WRITE
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_there_stays_when_nothing_can_be_saved_in_it(tmp_path):
    (tmp_path / "mine").mkdir()
    assert code_of(lambda: workflow.save_files([packet_file("x" * 256, b"1")], tmp_path / "mine")) is not None
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_link_laid_where_a_half_written_file_would_go_is_not_followed(tmp_path):
    (tmp_path / "precious").write_bytes(b"mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".a.pdf.part").symlink_to(tmp_path / "precious")
    workflow.save_files([packet_file("a.pdf", b"1")], tmp_path / "out")
    assert (tmp_path / "precious").read_bytes() == b"mine"
    assert (tmp_path / "out" / "a.pdf").read_bytes() == b"1"


def test_a_file_is_saved_under_the_longest_name_there_is(tmp_path):
    name = "x" * 255
    workflow.save_file(tmp_path / name, b"1")
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_what_is_no_ordinary_file_is_written_to_and_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    workflow.save_file(tmp_path / "pipe", b"through the pipe")
    assert os.read(reader, 100) == b"through the pipe"
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()


def test_a_link_is_kept_and_its_target_written(tmp_path):
    (tmp_path / "target").write_bytes(b"old")
    (tmp_path / "link").symlink_to("target")
    workflow.save_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"new"


def test_what_cannot_be_saved_is_one_sentence_and_leaves_nothing(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "round").symlink_to("round")
    for name in ("folder", "gone/file", "round", "x" * 300):
        assert code_of(lambda name=name: workflow.save_file(tmp_path / name, b"1")) is ProblemCode.CANNOT_WRITE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "round"]


def test_a_name_too_long_for_the_system_is_one_sentence(tmp_path):
    assert code_of(lambda: workflow.read_file(tmp_path / ("x" * 300))) is ProblemCode.NOT_READABLE


def test_a_folder_without_a_name_is_still_named():
    with pytest.raises(ReviewerError, match=r"^/ is a folder"):
        workflow.read_file(Path("/"))


def test_a_long_source_is_analysed_without_the_model():
    assert workflow.depth_for_source(document_of("x" * 100)) is Depth.FULL
    assert workflow.depth_for_source(document_of("x" * 60_001)) is Depth.WORDING


def test_cancelling_is_passed_on(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"words")
    seen = []

    class Watcher(Recorder):
        def ask(self, request, expect, *, on_progress=None, cancel=None):
            seen.append(cancel)
            return super().ask(request, expect)

    cancel = threading.Event()
    workflow.open_path(Watcher(Opened((opened(document_of("words")),))), tmp_path / "a.txt", cancel=cancel)
    assert seen == [cancel]


def test_where_the_full_pass_breaks_the_first_pass_stands_in(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"words")
    article = document_of("words")
    first = msgspec.structs.replace(analysis_of(article), depth=Depth.WORDING)
    asker = Recorder(
        Opened((opened(article),)),
        ReviewerError(ProblemCode.READER_DIED, name="a.txt"),
        Analysed(first),
        workflow.Matched({}, {}),
    )
    review = workflow.review_files(asker, Session(), tmp_path / "a.txt", [])
    assert review.analyses[article.id].depth is Depth.WORDING


def test_other_refusals_of_the_full_pass_are_no_reason_for_less(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"words")
    refusal = ReviewerError(ProblemCode.MODEL_ALTERED)
    asker = Recorder(Opened((opened(document_of("words")),)), refusal)
    code = code_of(lambda: workflow.review_files(asker, Session(), tmp_path / "a.txt", []))
    assert code is ProblemCode.MODEL_ALTERED
