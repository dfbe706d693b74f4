"""Turns bytes into text: byte-order marks, strict UTF-8, UTF-16 without a mark, then a guess that is owned up to."""

import codecs

import charset_normalizer

from reviewer.model.document import Notice, NoticeCode

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
_GUESSED = (
    "cp1250",
    "cp1251",
    "cp1252",
    "cp1253",
    "cp1254",
    "iso8859_2",
    "koi8_r",
    "mac_roman",
    "shift_jis",
    "gb18030",
    "big5",
    "euc_jp",
    "euc_kr",
)
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b")
_CONTROLS = bytes(byte for byte in range(32) if byte not in _TEXT_CONTROLS) + b"\x7f"


def decode(content: bytes, declared: str | None = None) -> tuple[str, tuple[Notice, ...]]:
    """Decode bytes and say what had to be guessed or replaced.

    A byte-order mark decides and is dropped; then UTF-16 told by its zero bytes (Latin letters in it would pass for
    UTF-8), then strict UTF-8, then the encoding that the file itself declares, then a guess with a preference for
    Windows-1252, the commonest of old Western files. Bytes that no encoding explains become U+FFFD. Line ends stay
    as they are.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode_marked(content[len(mark) :], encoding)
    for candidate in (_utf16_without_mark(content), "utf-8", _known_codec(declared)):
        if candidate is None:
            continue
        try:
            return content.decode(candidate), ()
        except UnicodeDecodeError:
            continue
    return _decode_guessing(content)


def looks_like_text(content: bytes) -> bool:
    """Return whether the first bytes read like text in some encoding and not like a program or a picture."""
    sample = content[:_SAMPLE]
    if any(sample.startswith(mark) for mark, _ in _MARKS) or _utf16_without_mark(sample):
        return True
    # One byte in ten of a program or picture is a control character; text of any encoding has next to none.
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls <= max(3, len(sample) // 50)


def _decode_marked(content: bytes, encoding: str) -> tuple[str, tuple[Notice, ...]]:
    try:
        return content.decode(encoding), ()
    except UnicodeDecodeError:
        return _replacing(content, encoding)


def _replacing(content: bytes, encoding: str) -> tuple[str, tuple[Notice, ...]]:
    text = content.decode(encoding, errors="replace")
    count = str(text.count("\N{REPLACEMENT CHARACTER}"))
    return text, (Notice(NoticeCode.UNDECODABLE_BYTES, {"encoding": encoding, "count": count}),)


def _known_codec(declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip().lower()).name
    except (LookupError, ValueError):
        return None
    # Pages that declare Latin-1 hold Windows-1252, and every browser reads them so.
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _utf16_without_mark(content: bytes) -> str | None:
    sample = content[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 8 or len(content) % 2:
        return None
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _decode_guessing(content: bytes) -> tuple[str, tuple[Notice, ...]]:
    encoding = _guess(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        # Some single bad bytes in a UTF-8 file are far likelier than a whole file in another encoding.
        encoding = "utf-8" if _is_damaged_utf8(content) else encoding
        return _replacing(content, encoding)
    return text, (Notice(NoticeCode.ENCODING_GUESSED, {"encoding": encoding}),)


def _guess(content: bytes) -> str:
    if _is_damaged_utf8(content):
        return "utf-8"
    sample = content[:_SAMPLE]
    if _reads_as_western(sample):
        return "cp1252"
    best = charset_normalizer.from_bytes(sample, cp_isolation=list(_GUESSED)).best()
    return best.encoding if best else "cp1252"


def _is_damaged_utf8(content: bytes) -> bool:
    text = content.decode("utf-8", errors="replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    good = sum(1 for character in text[:_SAMPLE] if ord(character) > 127) - bad
    return good > 4 * bad


def _reads_as_western(sample: bytes) -> bool:
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    special = [character for character in text if ord(character) > 127]
    expected = "‘’“”–—…•€£©®°«»½¼¾·´ \xa0áàâäãåæçéèêëíìîïñóòôöõøœúùûüýÿßÁÀÂÄÅÆÇÉÈÊËÍÎÓÔÖØÚÜŠšŽž"
    letters = sum(1 for byte in sample if 65 <= byte < 123)
    return sum(1 for character in special if character in expected) >= 0.9 * len(special) and letters > len(special)
