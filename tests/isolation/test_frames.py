import os
import socket
import threading
from pathlib import Path

import pytest

from reviewer.isolation import frames, memory_files
from reviewer.isolation.frames import Channel, ChannelClosedError, GarbledError, Kind

from .conftest import open_descriptors

ANY = frozenset(Kind)
needs_memory_files = pytest.mark.skipif(not memory_files.SUPPORTED, reason="sealed memory files exist on Linux only")


@pytest.fixture
def ends():
    first, second = socket.socketpair()
    channels = Channel(first), Channel(second)
    yield channels
    for channel in channels:
        channel.close()


def carried(ends, kind: Kind, parts: list[bytes]) -> tuple[Kind, list[bytes]]:
    sender = threading.Thread(target=ends[0].send, args=(kind, parts))
    sender.start()
    try:
        return ends[1].receive(ANY)
    finally:
        sender.join()


@pytest.mark.parametrize("length", [0, 1, 127 * 1024, 128 * 1024, 129 * 1024, 3_000_001])
def test_parts_of_every_length_arrive_unchanged(ends, length):
    parts = [b"header", os.urandom(length), b"", os.urandom(length)]

    assert carried(ends, Kind.MESSAGE, parts) == (Kind.MESSAGE, parts)


def test_more_large_parts_than_memory_files_arrive_too(ends):
    parts = [bytes([number]) * 140_000 for number in range(40)]

    assert carried(ends, Kind.REQUEST, parts) == (Kind.REQUEST, parts)


def test_frames_arrive_in_order(ends):
    for number in range(20):
        ends[0].send(Kind.PROGRESS, [str(number).encode()])

    assert [ends[1].receive(ANY)[1] for _ in range(20)] == [[str(number).encode()] for number in range(20)]


@needs_memory_files
def test_sending_and_receiving_leave_no_descriptor_open(ends):
    before = open_descriptors()
    for _ in range(20):
        carried(ends, Kind.MESSAGE, [b"x" * 500_000, b"y" * 500_000])

    assert open_descriptors() == before


def test_a_frame_larger_than_a_frame_may_be_is_not_sent(ends, monkeypatch):
    monkeypatch.setitem(frames.MOST_BYTES, Kind.MESSAGE, 1000)

    with pytest.raises(ValueError, match="too much for one frame"):
        ends[0].send(Kind.MESSAGE, [b"x" * 600, b"y" * 600])


def test_a_frame_larger_than_a_frame_may_be_is_not_read(ends, monkeypatch):
    sender = threading.Thread(target=ends[0].send, args=(Kind.MESSAGE, [b"x" * 600, b"y" * 600]))
    sender.start()
    sender.join()
    monkeypatch.setitem(frames.MOST_BYTES, Kind.MESSAGE, 1000)

    with pytest.raises(GarbledError, match="larger than allowed"):
        ends[1].receive(ANY)


def test_a_kind_that_may_not_come_now_is_garbled(ends):
    ends[0].send(Kind.LIMITS, [])

    with pytest.raises(GarbledError, match="kind that may not come now"):
        ends[1].receive(frozenset({Kind.MESSAGE}))


def test_a_closed_channel_says_so_to_the_receiver(ends):
    ends[0].close()

    with pytest.raises(ChannelClosedError):
        ends[1].receive(ANY)


def test_a_channel_closed_in_mid_frame_says_so(ends):
    ends[0]._connection.sendall(b"\x05\x00\x00")
    ends[0].close()

    with pytest.raises(ChannelClosedError):
        ends[1].receive(ANY)


def test_a_closed_channel_says_so_to_the_sender(ends):
    ends[1].close()

    with pytest.raises(ChannelClosedError):
        for _ in range(2):
            ends[0].send(Kind.MESSAGE, [b"words"])


def test_a_check_can_end_a_wait_for_a_frame(ends):
    calls = []

    def give_up_at_the_third_call():
        calls.append(None)
        if len(calls) == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        ends[1].receive(ANY, give_up_at_the_third_call)


def test_a_check_can_end_sending_to_somebody_who_does_not_read(ends):
    calls = []

    def give_up_at_the_thirtieth_call():
        calls.append(None)
        if len(calls) == 30:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        for _ in range(1000):
            ends[0].send(Kind.MESSAGE, [b"x" * 4000] * 1000, give_up_at_the_thirtieth_call)


def attach(ends, descriptors: list[int], head: bytes) -> None:
    socket.send_fds(ends[0]._connection, [head], descriptors)


@needs_memory_files
def test_a_pipe_in_place_of_a_memory_file_is_garbled(ends):
    reading, writing = os.pipe()
    attach(ends, [reading], frames._HEAD.pack(Kind.MESSAGE, 1, 1) + frames._PART.pack(10, 1))
    os.close(reading)
    os.close(writing)

    with pytest.raises(GarbledError, match="not a file that can be sealed"):
        ends[1].receive(ANY)


@needs_memory_files
def test_an_ordinary_file_in_place_of_a_memory_file_is_garbled(ends, tmp_path):
    (tmp_path / "file").write_bytes(b"0123456789")
    with (tmp_path / "file").open("rb") as file:
        attach(ends, [file.fileno()], frames._HEAD.pack(Kind.MESSAGE, 1, 1) + frames._PART.pack(10, 1))

    with pytest.raises(GarbledError):
        ends[1].receive(ANY)


@needs_memory_files
def test_a_memory_file_that_is_not_sealed_is_garbled(ends):
    descriptor = os.memfd_create("open", os.MFD_ALLOW_SEALING)
    os.write(descriptor, b"0123456789")
    attach(ends, [descriptor], frames._HEAD.pack(Kind.MESSAGE, 1, 1) + frames._PART.pack(10, 1))
    os.close(descriptor)

    with pytest.raises(GarbledError, match="not sealed"):
        ends[1].receive(ANY)


@needs_memory_files
@pytest.mark.parametrize("announced", [9, 11, 1 << 29])
def test_a_memory_file_of_another_length_than_announced_is_garbled(ends, announced):
    descriptor = memory_files.write_memory_file(b"0123456789")
    attach(ends, [descriptor], frames._HEAD.pack(Kind.MESSAGE, 1, 1) + frames._PART.pack(announced, 1))
    os.close(descriptor)

    with pytest.raises(GarbledError):
        ends[1].receive(ANY)


@needs_memory_files
def test_more_descriptors_than_one_frame_may_carry_are_garbled_and_closed(ends):
    before = open_descriptors()
    with Path(os.devnull).open() as file:
        attach(ends, [file.fileno()] * 100, frames._HEAD.pack(Kind.MESSAGE, 0, 0))

    with pytest.raises(GarbledError, match="more memory files"):
        ends[1].receive(ANY)
    assert open_descriptors() == before


@needs_memory_files
def test_descriptors_that_nobody_announced_are_garbled_and_closed(ends):
    before = open_descriptors()
    with Path(os.devnull).open() as file:
        attach(ends, [file.fileno()] * 3, frames._HEAD.pack(Kind.MESSAGE, 0, 0))

    with pytest.raises(GarbledError, match="announced number"):
        ends[1].receive(ANY)
    assert open_descriptors() == before
