"""Names of the elements and attributes of a DOCX file that are read, in the transitional namespaces."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"

OFF_VALUES = ("0", "false", "off", "none")

_SYMBOL_FONT = dict(
    zip(
        "abcdefghiklmnopqrstuwxyzABCDEFGHIKLMNOPQRSTUWXYZ",
        "αβχδεφγηικλμνοπθρστυωξψζΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΩΞΨΖ",
        strict=True,
    )
) | {"-": "−", "\xb7": "•", "\xb0": "°", "\xb1": "±", "\xb3": "≥", "\xa3": "≤", "\xb4": "×", "\xb9": "≠", "\xbb": "≈"}
_WINGDINGS_FONT = {
    "\xfc": "✓",
    "\xfb": "✗",
    "\xa8": "☐",
    "\xfe": "☑",
    "\xe0": "→",
    "\xdf": "←",
    "\xa7": "▪",
    "\xd8": "➢",
}
_UNKNOWN_SYMBOL = "□"


def symbol(code: str, font: str) -> str:
    """Return the character of a symbol given by its hexadecimal code and font.

    Codes from F000 are places in the font itself: the commonest of Symbol and Wingdings have a character of their
    own, the others show as a box so that the editor sees that something stands there.
    """
    try:
        value = int(code, 16)
    except ValueError:
        return _UNKNOWN_SYMBOL
    if not 0xF000 <= value <= 0xF0FF:
        return chr(value) if 0x20 <= value < 0xD800 or 0xE000 <= value <= 0xFFFD else _UNKNOWN_SYMBOL
    place = chr(value - 0xF000)
    if font.lower().startswith("wingdings"):
        return _WINGDINGS_FONT.get(place, _UNKNOWN_SYMBOL)
    if font.lower() == "symbol":
        return _SYMBOL_FONT.get(place, place if place.isdigit() or place in " .,:;()+=/" else _UNKNOWN_SYMBOL)
    return _UNKNOWN_SYMBOL
