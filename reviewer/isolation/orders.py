"""What the window's process and its helpers say to one another: orders one way, reports the other.

Helpers are ours and never read a stranger's byte, so that this is plain: one packet of a sequenced-packet socket
for each order, with at most one descriptor beside it.
"""

import socket

import msgspec

_LONGEST = 4096


class BearChild(msgspec.Struct, frozen=True, tag=True):
    """Fork a child that serves the connection handed over with this order."""

    number: int


class EndChild(msgspec.Struct, frozen=True, tag=True):
    """Kill a child and all its process group."""

    number: int


class ChildEnded(msgspec.Struct, frozen=True, tag=True):
    """A child is gone: the signal that killed it (0 for none), its exit code, its largest memory in bytes."""

    number: int
    signal: int
    exit_code: int
    peak_memory: int


Order = BearChild | EndChild
Report = ChildEnded

_encoder = msgspec.msgpack.Encoder()
_order_decoder: msgspec.msgpack.Decoder[Order] = msgspec.msgpack.Decoder(Order)
_report_decoder: msgspec.msgpack.Decoder[Report] = msgspec.msgpack.Decoder(Report)


def control_sockets() -> tuple[socket.socket, socket.socket]:
    """Return the two ends of a control connection: the window's and the helper's."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


def send_order(control: socket.socket, order: Order, descriptors: tuple[int, ...] = ()) -> None:
    """Send an order, with copies of open descriptors. Raises OSError when the helper is gone."""
    socket.send_fds(control, [_encoder.encode(order)], list(descriptors))


def receive_order(control: socket.socket) -> tuple[Order | None, list[int]]:
    """Wait for the next order; None when the window's process has gone."""
    try:
        packet, descriptors, _, _ = socket.recv_fds(control, _LONGEST, 1, socket.MSG_CMSG_CLOEXEC)
    except OSError:
        return None, []
    return (_order_decoder.decode(packet) if packet else None), descriptors


def send_report(control: socket.socket, report: Report) -> None:
    """Send a report; when nobody is there to hear it, it is dropped."""
    try:
        control.send(_encoder.encode(report))
    except OSError:
        return


def receive_report(control: socket.socket) -> Report | None:
    """Wait for the next report; None when the helper has gone."""
    try:
        packet = control.recv(_LONGEST)
    except OSError:
        return None
    return _report_decoder.decode(packet) if packet else None
