"""Frames: what travels between the window's process and a child, with a cap on every length.

A frame is a head (kind, number of parts, number of memory files), a table with the length of every part and whether
it travels in a memory file, and then the parts that travel in line. Every number is checked before a byte of the
part it announces is read or a buffer for it is made.
"""

import array
import contextlib
import os
import socket
import struct
from collections.abc import Callable, Sequence
from enum import IntEnum

from reviewer.isolation import memory_files

_HEAD = struct.Struct("!BBH")
_PART = struct.Struct("!QB")
_MOST_PARTS = 4096
_MOST_MEMORY_FILES = 32
_LARGE = 128 * 1024
_SLICE = 0.05


class Kind(IntEnum):
    """What a frame is for."""

    LIMITS = 1
    REQUEST = 2
    BEGAN = 3
    PROGRESS = 4
    MESSAGE = 5


MOST_BYTES = {Kind.LIMITS: 4096, Kind.REQUEST: 4 << 30, Kind.BEGAN: 0, Kind.PROGRESS: 4096, Kind.MESSAGE: 1 << 30}
"""Most bytes in one frame, all parts together."""

MOST_HEADER_BYTES = 1 << 29
"""Most bytes in the first part, which is decoded into records that take several times its size."""


class GarbledError(Exception):
    """What arrived is not a frame, or not what may arrive now. The text never holds a stranger's bytes."""


class ChannelClosedError(Exception):
    """The other end has gone."""


def _no_check() -> None:
    """Wait as long as it takes."""


class Channel:
    """One end of a connection that carries frames.

    `check` arguments are called at least every 50 ms while a call waits and may raise to give up, unless the channel
    `waits_forever`, as a child does that has nothing else to do. A channel belongs to one thread at a time.
    """

    def __init__(
        self,
        connection: socket.socket,
        use_memory_files: bool = memory_files.SUPPORTED,
        waits_forever: bool = False,
    ) -> None:
        """Take over a connected stream socket."""
        self._connection = connection
        self._use_memory_files = use_memory_files and connection.family == getattr(socket, "AF_UNIX", None)
        connection.settimeout(None if waits_forever else _SLICE)

    def close(self) -> None:
        """Close this end; may be called twice."""
        self._connection.close()

    def send(self, kind: Kind, parts: Sequence[bytes], check: Callable[[], None] = _no_check) -> None:
        """Send one frame.

        Raises ChannelClosedError, ValueError when it is larger than a frame may be, or what `check` does.
        """
        if len(parts) > _MOST_PARTS or sum(map(len, parts)) > MOST_BYTES[kind]:
            raise ValueError("too much for one frame")
        descriptors: dict[int, int] = {}
        try:
            self._put_large_parts_into_memory_files(parts, descriptors)
            table = b"".join(_PART.pack(len(part), place in descriptors) for place, part in enumerate(parts))
            head = _HEAD.pack(kind, len(descriptors), len(parts)) + table
            in_line = [part for place, part in enumerate(parts) if place not in descriptors]
            if sum(map(len, in_line)) < _LARGE:
                head, in_line = head + b"".join(in_line), []
            self._send_with(head, list(descriptors.values()), check)
            for part in in_line:
                self._send_bytes(part, check)
        finally:
            for descriptor in descriptors.values():
                os.close(descriptor)

    def receive(self, allowed: frozenset[Kind], check: Callable[[], None] = _no_check) -> tuple[Kind, list[bytes]]:
        """Return the next frame's kind and parts. Raises GarbledError, ChannelClosedError or what `check` does."""
        untrusted_head, untrusted_descriptors = self._receive_head(check)
        try:
            kind_number, file_count, part_count = _HEAD.unpack(untrusted_head)
            if kind_number not in allowed or part_count > _MOST_PARTS:
                raise GarbledError("a frame of a kind that may not come now")
            if file_count != len(untrusted_descriptors):
                raise GarbledError("not the announced number of memory files")
            kind = Kind(kind_number)
            table = list(_PART.iter_unpack(self._receive_bytes(part_count * _PART.size, check)))
            self._check_table(kind, table, file_count)
            return kind, self._receive_parts(table, list(untrusted_descriptors), check)
        finally:
            for descriptor in untrusted_descriptors:
                os.close(descriptor)

    def _put_large_parts_into_memory_files(self, parts: Sequence[bytes], descriptors: dict[int, int]) -> None:
        if not self._use_memory_files:
            return
        for place, part in enumerate(parts):
            if len(part) >= _LARGE and len(descriptors) < _MOST_MEMORY_FILES:
                with contextlib.suppress(OSError):
                    descriptors[place] = memory_files.write_memory_file(part)

    @staticmethod
    def _check_table(kind: Kind, untrusted_table: list[tuple[int, int]], file_count: int) -> None:
        total = sum(length for length, _ in untrusted_table)
        if total > MOST_BYTES[kind]:
            raise GarbledError("a frame larger than allowed")
        if untrusted_table and untrusted_table[0][0] > MOST_HEADER_BYTES:
            raise GarbledError("a header larger than allowed")
        if any(place not in (0, 1) for _, place in untrusted_table):
            raise GarbledError("a part that travels in no known way")
        if sum(place for _, place in untrusted_table) != file_count:
            raise GarbledError("not one memory file for each part that needs one")

    def _receive_parts(
        self, table: list[tuple[int, int]], untrusted_descriptors: list[int], check: Callable[[], None]
    ) -> list[bytes]:
        parts = []
        for length, in_memory_file in table:
            if in_memory_file:
                try:
                    parts.append(memory_files.read_memory_file(untrusted_descriptors.pop(0), length))
                except memory_files.NotAMemoryFileError as error:
                    raise GarbledError(str(error)) from error
            else:
                parts.append(self._receive_bytes(length, check))
        return parts

    def _send_with(self, data: bytes, descriptors: list[int], check: Callable[[], None]) -> None:
        if not descriptors:
            self._send_bytes(data, check)
            return
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))]
        while True:
            check()
            try:
                sent = self._connection.sendmsg([data], rights)
            except TimeoutError:
                continue
            except OSError as error:
                raise ChannelClosedError from error
            self._send_bytes(data[sent:], check)
            return

    def _send_bytes(self, data: bytes, check: Callable[[], None]) -> None:
        rest = memoryview(data)
        while rest:
            check()
            try:
                rest = rest[self._connection.send(rest) :]
            except TimeoutError:
                continue
            except OSError as error:
                raise ChannelClosedError from error

    def _receive_head(self, check: Callable[[], None]) -> tuple[bytes, list[int]]:
        if not self._use_memory_files:
            return self._receive_bytes(_HEAD.size, check), []
        while True:
            check()
            try:
                data, ancillary, flags, _ = self._connection.recvmsg(
                    _HEAD.size, socket.CMSG_SPACE(_MOST_MEMORY_FILES * 4), socket.MSG_CMSG_CLOEXEC
                )
            except TimeoutError:
                continue
            except OSError as error:
                raise ChannelClosedError from error
            break
        descriptors = _descriptors_in(ancillary)
        try:
            if flags & socket.MSG_CTRUNC:
                raise GarbledError("more memory files than one frame may carry")
            if not data:
                raise ChannelClosedError
            return data + self._receive_bytes(_HEAD.size - len(data), check), descriptors
        except BaseException:
            for descriptor in descriptors:
                os.close(descriptor)
            raise

    def _receive_bytes(self, length: int, check: Callable[[], None]) -> bytes:
        buffer = bytearray(length)
        rest = memoryview(buffer)
        while rest:
            check()
            try:
                count = self._connection.recv_into(rest)
            except TimeoutError:
                continue
            except OSError as error:
                raise ChannelClosedError from error
            if not count:
                raise ChannelClosedError
            rest = rest[count:]
        return bytes(buffer)


def _descriptors_in(ancillary: list[tuple[int, int, bytes]]) -> list[int]:
    descriptors = array.array("i")
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            descriptors.frombytes(data[: len(data) - len(data) % descriptors.itemsize])
    return descriptors.tolist()
