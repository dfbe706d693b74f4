"""A mailbox (RFC 4155) as its messages."""

import re

_ENVELOPE = re.compile(rb"^From [^\r\n]*\d{4}[^\r\n]*\r?\n(?=[!-9;-~]{1,76}:|>From )", re.MULTILINE)
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def messages_of(content: bytes) -> list[bytes]:
    """Return the messages of a mailbox, without their envelope lines; none when it is no mailbox."""
    starts = [envelope.start() for envelope in _ENVELOPE.finditer(content)]
    if not starts or content[: starts[0]].strip():
        return []
    ends = [*starts[1:], len(content)]
    bodies = (content[start:end].split(b"\n", 1)[1] for start, end in zip(starts, ends, strict=True))
    return [_ESCAPED.sub(rb"\1", body) for body in bodies]
