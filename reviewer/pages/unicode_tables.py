"""The table in a PDF font that says which letters its glyphs mean."""

from collections.abc import Mapping

_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
)
_TAIL = "endcmap CMapName currentdict /CMap defineresource pop end end\n"
_BLOCK = 100


def unicode_table(letters: Mapping[int, str]) -> bytes:
    """Return a ToUnicode table for two-byte codes."""
    rows = [
        f"<{code:04x}> <{text.encode('utf-16-be', 'surrogatepass').hex()}>"
        for code, text in sorted(letters.items())
        if text and 0 <= code <= 0xFFFF
    ]
    blocks = (rows[at : at + _BLOCK] for at in range(0, len(rows), _BLOCK))
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (_HEAD + body + _TAIL).encode("ascii")
