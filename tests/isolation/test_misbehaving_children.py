"""What a child that was taken over, or broke, can do to the window's process: nothing but fail its own request."""

import os
import signal
import struct
import threading
import time

import pytest

from reviewer.isolation.command_line import Role
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Opened, OpenFile, Ping, Pixels, Pong, RenderPage, Step

from .conftest import descendants, is_running, wait_until

HEAD = struct.Struct("!BBH")
PART = struct.Struct("!QB")
MESSAGE, PROGRESS, BEGAN = 5, 4, 3


def code_of(supervisor, name: str, content: bytes = b"", **options) -> ProblemCode:
    with pytest.raises(ReviewerError) as caught:
        supervisor.ask(OpenFile(name, content), Opened, **options)
    assert caught.value.problem.arguments["name"] == name
    assert supervisor.ask(Ping(), Pong) == Pong(), "the next request must find everything well"
    return caught.value.problem.code


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT], ids=lambda number: number.name)
def test_a_child_that_is_killed_is_reported_as_died(supervisor, number):
    assert code_of(supervisor, "die", str(int(number)).encode()) is ProblemCode.READER_DIED


def test_a_child_that_sleeps_is_stopped_at_its_deadline(supervisor):
    with pytest.raises(ReviewerError) as caught:
        supervisor.ask(OpenFile("sleep", b""), Opened)

    assert str(caught.value) == "sleep took longer than 2 seconds and was stopped; nothing else is affected."


def test_a_child_that_spins_is_stopped(supervisor):
    assert code_of(supervisor, "spin") is ProblemCode.TIME_LIMIT


def test_a_child_that_only_ever_reports_progress_is_stopped(supervisor):
    assert code_of(supervisor, "flood") is ProblemCode.TIME_LIMIT


def test_a_child_that_eats_memory_is_stopped(supervisor):
    assert code_of(supervisor, "eat memory") is ProblemCode.MEMORY_LIMIT


def test_a_library_that_aborts_for_want_of_memory_is_a_memory_limit(forked):
    assert code_of(forked, "eat memory in C") is ProblemCode.MEMORY_LIMIT


def test_endless_recursion_is_answered_and_not_a_crash(supervisor):
    assert code_of(supervisor, "recurse") in (ProblemCode.TOO_DEEP, ProblemCode.READER_DIED)


def test_an_unforeseen_exception_never_carries_text_of_the_document(supervisor):
    with pytest.raises(ReviewerError) as caught:
        supervisor.ask(OpenFile("raise", b""), Opened)

    assert "secret" not in repr(caught.value.problem)


def test_a_child_cannot_blame_another_file(supervisor):
    with pytest.raises(ReviewerError) as caught:
        supervisor.ask(OpenFile("lie", b""), Opened)

    assert str(caught.value) == "lie is empty; ask the sender for it again."


def test_a_reply_that_cannot_be_encoded_is_a_problem_and_not_a_crash(supervisor):
    assert code_of(supervisor, "surrogate") is ProblemCode.DAMAGED


GARBAGE = {
    "text": b"HTTP/1.1 200 OK\r\n\r\n",
    "unknown kind": HEAD.pack(77, 0, 0),
    "began twice": HEAD.pack(BEGAN, 0, 0),
    "a frame of eight exabytes": HEAD.pack(MESSAGE, 0, 1) + PART.pack(1 << 62, 0),
    "parts that are too large only together": HEAD.pack(MESSAGE, 0, 1000) + PART.pack(1 << 28, 0) * 1000,
    "a header of 600 megabytes": HEAD.pack(MESSAGE, 0, 1) + PART.pack(600 << 20, 0),
    "more parts than allowed": HEAD.pack(MESSAGE, 0, 65535),
    "progress of a megabyte": HEAD.pack(PROGRESS, 0, 1) + PART.pack(1 << 20, 0),
    "no header": HEAD.pack(MESSAGE, 0, 0),
    "an empty header": HEAD.pack(MESSAGE, 0, 1) + PART.pack(0, 0),
    "a header that is no msgpack": HEAD.pack(MESSAGE, 0, 1) + PART.pack(3, 0) + b"\xc1\xc1\xc1",
    "a header nested without end": HEAD.pack(MESSAGE, 0, 1) + PART.pack(100_000, 0) + b"\x91" * 100_000,
    "an unknown way to travel": HEAD.pack(MESSAGE, 0, 1) + PART.pack(3, 9),
    "a memory file that does not come": HEAD.pack(MESSAGE, 1, 1) + PART.pack(3, 1),
    "a memory file that was never announced": HEAD.pack(MESSAGE, 0, 1) + PART.pack(3, 1),
}


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE.keys())
def test_garbage_is_garbled_and_never_waited_for(supervisor, garbage):
    started = time.monotonic()

    assert code_of(supervisor, "send raw", garbage) is ProblemCode.READER_GARBLED
    assert time.monotonic() - started < 1.8


def test_half_a_frame_runs_into_the_deadline(forked):
    assert code_of(forked, "send raw", HEAD.pack(MESSAGE, 0, 1) + PART.pack(50, 0) + b"x") is ProblemCode.TIME_LIMIT


def test_cancelling_stops_a_child_at_once(supervisor):
    cancel = threading.Event()
    threading.Timer(0.3, cancel.set).start()
    started = time.monotonic()

    assert code_of(supervisor, "sleep", cancel=cancel) is ProblemCode.CANCELLED
    assert time.monotonic() - started < 1.5


def test_cancelling_ends_the_childs_children_too(supervisor):
    cancel = threading.Event()
    grandchildren: list[int] = []

    def hear(progress):
        if progress.step is Step.READING:
            grandchildren.append(progress.done)
            cancel.set()

    try:
        opened = supervisor.ask(OpenFile("grandchild", b"wait"), Opened, on_progress=hear, cancel=cancel)
    except ReviewerError as error:
        assert error.problem.code is ProblemCode.CANCELLED
        assert grandchildren
        assert wait_until(lambda: not is_running(grandchildren[0]))
    else:
        assert opened.documents[0].document.text.startswith("refused")


@pytest.mark.parametrize("manner", [b"stay", b"escape"], ids=["in its group", "in a session of its own"])
def test_a_process_that_a_child_leaves_behind_is_ended(forked, manner):
    said = forked.ask(OpenFile("grandchild", manner), Opened).documents[0].document.text

    if said.startswith("forked"):
        assert wait_until(lambda: not is_running(int(said.split()[1])))
    else:
        assert said.startswith("refused")


def test_a_drawing_child_that_dies_is_replaced(supervisor):
    with pytest.raises(ReviewerError) as caught:
        supervisor.ask(RenderPage("b" * 64, 13, 1.0), Pixels)

    assert caught.value.problem.code is ProblemCode.READER_DIED
    assert supervisor.ask(RenderPage("b" * 64, 1, 1.0), Pixels).page == 1


def test_an_idle_drawing_child_that_was_killed_is_replaced_without_a_word(forked):
    pixels = forked.ask(RenderPage("c" * 64, 1, 1.0), Pixels)
    os.kill(int.from_bytes(pixels.data[:4], "little"), signal.SIGKILL)
    time.sleep(0.1)

    again = forked.ask(RenderPage("c" * 64, 2, 1.0), Pixels)

    assert again.data != pixels.data


def test_pages_of_one_document_are_drawn_by_one_child(forked):
    first = forked.ask(RenderPage("d" * 64, 1, 1.0), Pixels)

    assert forked.ask(RenderPage("d" * 64, 2, 1.0), Pixels).data == first.data


def test_cancelling_a_page_spares_the_child_that_draws_it(forked):
    first = forked.ask(RenderPage("d" * 64, 1, 1.0), Pixels)
    cancel = threading.Event()
    threading.Timer(0.1, cancel.set).start()
    with pytest.raises(ReviewerError) as caught:
        forked.ask(RenderPage("d" * 64, 7, 1.0), Pixels, cancel=cancel)

    assert caught.value.problem.code is ProblemCode.CANCELLED
    assert forked.ask(RenderPage("d" * 64, 1, 1.0), Pixels).data == first.data


def test_a_page_that_is_refused_costs_no_child(forked):
    first = forked.ask(RenderPage("d" * 64, 1, 1.0), Pixels)
    with pytest.raises(ReviewerError):
        forked.ask(RenderPage("d" * 64, 99, 1.0), Pixels)

    assert forked.ask(RenderPage("d" * 64, 1, 1.0), Pixels).data == first.data


def test_at_most_four_drawing_children_live_and_the_oldest_goes_first(forked):
    def drawn_by(document: str) -> int:
        return int.from_bytes(forked.ask(RenderPage(document * 64, 1, 1.0), Pixels).data[:4], "little")

    first = {document: drawn_by(document) for document in "1234"}
    drawn_by("1")
    drawn_by("5")

    assert wait_until(lambda: not is_running(first["2"]))
    assert drawn_by("1") == first["1"]
    assert wait_until(lambda: len(descendants(forked._broods[Role.PARSER].pid)) == 4)


def test_many_threads_drawing_many_documents_all_get_their_pages(forked):
    failures: list[Exception] = []

    def draw(document: str):
        for page in (1, 2, 3):
            try:
                assert forked.ask(RenderPage(document * 64, page, 1.0), Pixels).page == page
            except Exception as error:
                failures.append(error)

    threads = [threading.Thread(target=draw, args=(document,)) for document in "abcdefgh"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not failures
