"""Values of a worksheet's cells as the sheet shows them: percentages, thousands, dates, currencies."""

import datetime
import re

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]')
_DECIMALS = re.compile(r"\.([0#?]+)")
_SCIENTIFIC = re.compile(r"[0#]E[+-]", re.I)
_SCALED = re.compile(r"[0#](,+)(?![0#,])")
_FRACTION = re.compile(r"[?#0]+\s*/\s*[?#0-9]+")
_CURRENCY = re.compile(r"[€$£¥₹]|\bRs\b|\b(?:EUR|GBP|USD|CHF|INR|JPY)\b")


def shown(value: object, number_format: str) -> str:
    """Return a cell's value as its number format (ECMA-376, part 1, 18.8.31) shows it, as nearly as an editor needs.

    Signs of currency, separators of thousands, decimals, percentages and dates are kept; colours, padding and
    conditions are not. Dates are written as ISO dates.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "minutes") if (value.hour or value.minute) else value.date().isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(float(value), number_format)
    return str(value)


def _number(value: float, number_format: str) -> str:
    section = _section(value, number_format)
    if section.strip().lower() in ("general", "@", "") or _FRACTION.search(section):
        return _plain(value)
    signs = "".join(a or b or c for a, b, c in _LITERAL.findall(section))
    bare = _LITERAL.sub("", section)
    percent = "%" in bare
    decimals = len(found[1]) if (found := _DECIMALS.search(bare)) else 0
    optional = found[1].count("#") if found else 0
    if _SCIENTIFIC.search(bare):
        return f"{value:.{decimals}E}"
    scaled = value * 100 if percent else value
    thousands = "," if re.search(r"[#0],[#0]", bare) else ""
    if trailing := _SCALED.search(bare):
        scaled /= 1000 ** len(trailing[1])
    digits = f"{abs(scaled):{thousands}.{decimals}f}"
    if optional and "." in digits:
        head, tail = digits.split(".")
        tail = tail[: decimals - optional] + tail[decimals - optional :].rstrip("0")
        digits = f"{head}.{tail}" if tail else head
    currency = _CURRENCY.search(signs + bare)
    front = currency[0] + (" " if len(currency[0]) > 1 else "") if currency else ""
    minus = "-" if value < 0 and digits.strip("0.,") else ""
    words = re.sub(r"[^\w\s]", "", signs.replace(currency[0], "") if currency else signs).rstrip()
    return f"{minus}{front}{digits}{'%' if percent else ''}{words if words.strip() else ''}"


def _section(value: float, number_format: str) -> str:
    parts = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', number_format)
    if value < 0 and len(parts) > 1 and parts[1]:
        return parts[1]
    if value == 0 and len(parts) > 2 and parts[2] and re.search("[0#]", _LITERAL.sub("", parts[2])):
        return parts[2]
    return parts[0]


def _plain(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}"
