"""Requests and replies as frames: a typed msgpack header first, then every large byte string as a part of its own.

Nothing here trusts the sender: headers are decoded into the records of `reviewer.model.request` with all types
checked, and each byte string must arrive exactly where the header has an empty place for it. What the values mean
is checked in `reviewer.isolation.validation`.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from reviewer.isolation.frames import GarbledError
from reviewer.model.request import (
    CheckReviewFile,
    FindRedactions,
    LoadGalley,
    MakePacket,
    MatchClaims,
    Matched,
    Message,
    Opened,
    OpenFile,
    PacketMade,
    Pixels,
    Progress,
    ProveFile,
    ReadReviewJson,
    Redacted,
    RedactFile,
    Reply,
    Request,
)

_T = TypeVar("_T")
_encoder = msgspec.msgpack.Encoder()
_request_decoder: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(Request)
_reply_decoder: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)
_progress_decoder = msgspec.msgpack.Decoder(Progress)


def encode(message: Request | Message) -> list[bytes]:
    """Return the parts of a message's frame. Raises UnicodeEncodeError for text with half a surrogate pair."""
    payloads: list[bytes] = []

    def take_out(payload: bytes) -> bytes:
        payloads.append(payload)
        return b""

    header = _exchange(message, take_out)
    return [_encoder.encode(header), *payloads]


def decode_request(parts: list[bytes]) -> Request:
    """Return the request in a frame's parts. Raises GarbledError."""
    return _decode(parts, _request_decoder)


def decode_reply(untrusted_parts: list[bytes]) -> Reply:
    """Return the reply in a frame's parts, its types checked but not its meaning. Raises GarbledError."""
    return _decode(untrusted_parts, _reply_decoder)


def decode_progress(untrusted_parts: list[bytes]) -> Progress:
    """Return the progress in a frame's parts. Raises GarbledError."""
    return _decode(untrusted_parts, _progress_decoder)


def _decode(untrusted_parts: list[bytes], decoder: "msgspec.msgpack.Decoder[_T]") -> _T:
    if not untrusted_parts:
        raise GarbledError("a frame without a header")
    payloads: Iterator[bytes] = iter(untrusted_parts[1:])

    def put_back(place: bytes) -> bytes:
        if place:
            raise GarbledError("a byte string in a place that must be empty")
        try:
            return next(payloads)
        except StopIteration:
            raise GarbledError("fewer byte strings than places for them") from None

    try:
        message = _exchange(decoder.decode(untrusted_parts[0]), put_back)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise GarbledError("a header that is not a record of the expected type") from error
    if next(payloads, None) is not None:
        raise GarbledError("more byte strings than places for them")
    return message


def _exchange(message: _T, swap: Callable[[bytes], bytes]) -> _T:
    """Return the message with every large byte string replaced by `swap` of it, always in the same order."""
    return replace(message, **_swapped(message, swap))  # type: ignore[type-var]  # every message is a record


def _swapped(message: object, swap: Callable[[bytes], bytes]) -> dict[str, object]:
    match message:
        case OpenFile() | FindRedactions() | RedactFile() | ProveFile() | Redacted() | ReadReviewJson():
            return {"content": swap(message.content)}
        case CheckReviewFile():
            return {"content": swap(message.content), "log": swap(message.log)}
        case LoadGalley():
            return {"galley": swap(message.galley)}
        case Pixels():
            return {"data": swap(message.data)}
        case Opened():
            opened = tuple(
                replace(document, original=swap(document.original), galley=swap(document.galley))
                for document in message.documents
            )
            return {"documents": opened}
        case MakePacket():
            originals = {document: swap(content) for document, content in message.originals.items()}
            galleys = {document: swap(galley) for document, galley in message.galleys.items()}
            return {"originals": originals, "galleys": galleys}
        case MatchClaims() | Matched():
            return {"indexes": {document: swap(index) for document, index in message.indexes.items()}}
        case PacketMade():
            return {"files": tuple(replace(file, content=swap(file.content)) for file in message.files)}
        case _:
            return {}
