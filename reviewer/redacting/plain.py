"""Takes words out of plain text; the encoding, the line ends and every other character stay."""

from collections.abc import Callable

from reviewer.formats.text_encoding import EncodedText, decode_keeping
from reviewer.model.redaction import RedactionHit, RedactionOrder
from reviewer.model.request import Progress, Redacted, Step
from reviewer.redacting.ledger import BLOCK, PLAIN_BLOCK, Ledger
from reviewer.redacting.text_map import TextMap

Report = Callable[[Progress], None]


def redact_text(
    name: str,
    content: bytes,
    order: RedactionOrder,
    password: str | None,  # noqa: ARG001 - all kinds of file have one signature
    progress: Report,
) -> Redacted:
    """Return a text file without what an order names.

    Raises ReviewerError: BAD_EXPRESSION, NOTHING_TO_REDACT, CANNOT_REDACT for areas (a text has no pages).
    """
    ledger = Ledger(name, order)
    return ledger.redacted(_rewritten(content, ledger, progress))


def find_in_text(
    name: str,
    content: bytes,
    order: RedactionOrder,
    password: str | None,  # noqa: ARG001 - all kinds of file have one signature
    progress: Report,
) -> tuple[RedactionHit, ...]:
    """Return every place of a text file that an order would remove, by line. Raises as `redact_text` does."""
    ledger = Ledger(name, order)
    _rewritten(content, ledger, progress)
    return tuple(ledger.hits)


def _rewritten(content: bytes, ledger: Ledger, progress: Report) -> bytes:
    progress(Progress(Step.REDACTING, 0, 1))
    encoded = decode_keeping(content)
    bare = BLOCK if encoded.can_hold(BLOCK) else PLAIN_BLOCK
    text = redacted_lines(encoded.text, ledger, bare)
    progress(Progress(Step.REDACTING, 1, 1))
    return _encoded(encoded, text)


def redacted_lines(text: str, ledger: Ledger, bare: str = BLOCK, place: str = "") -> str:
    """Return a text with blocks for all that is to be removed; hits are entered by line, after `place`."""
    lines = text.splitlines(keepends=True)
    words = TextMap(place or "line 1")
    for number, line in enumerate(lines, 1):
        words.place = f"{place}, line {number}" if place else f"line {number}"

        def put(new: str, at: int = number - 1) -> None:
            lines[at] = new

        words.add(line, put)
    words.redact(ledger, bare)
    return "".join(lines)


def _encoded(encoded: EncodedText, text: str) -> bytes:
    """Encode; a reason code that the file's encoding cannot write becomes question marks, the words stay."""
    try:
        return encoded.encode(text)
    except UnicodeEncodeError:
        return text.encode(encoded.encoding, "replace")
