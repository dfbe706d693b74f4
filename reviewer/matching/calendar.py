"""Compares two dates, full or partial, absolute or relative."""

from datetime import date, timedelta

from reviewer.text.dates import DateMention


def dates_agree(claim: DateMention, source: DateMention) -> bool:
    """Return whether two mentions can mean one day, month or year.

    What one of them leaves open is no disagreement. Two weekdays agree when they are one, since each text counts from
    its own day. A weekday agrees with a full date that falls on it; a relative
    weekday (`next Monday`) also with the one a week later or earlier, since usage differs.
    """
    if claim.iso == source.iso and claim.weekday == source.weekday:
        return True
    if claim.weekday is not None and source.weekday is not None and claim.weekday != source.weekday:
        return False
    if claim.relative and source.relative and claim.weekday is not None and claim.weekday == source.weekday:
        return True
    if not claim.iso or not source.iso:
        return _weekday_fits(claim, source)
    if (claim.iso[0] == "T") != (source.iso[0] == "T"):
        return True
    if claim.iso[0] == "T":
        return claim.iso == source.iso
    if "Q" in claim.iso or "Q" in source.iso or "W" in claim.iso or "W" in source.iso:
        return _periods_agree(claim.iso, source.iso)
    if claim.relative != source.relative and (claim.weekday is not None or source.weekday is not None):
        return any(_parts_agree(_shifted(claim, days), _shifted(source, days)) for days in (0, 7, -7))
    return _parts_agree(claim.iso, source.iso)


def _weekday_fits(claim: DateMention, source: DateMention) -> bool:
    weekday = claim.weekday if claim.weekday is not None else source.weekday
    iso = claim.iso or source.iso
    if weekday is None or len(iso) != 10:
        return True
    return date.fromisoformat(iso).weekday() == weekday


def _shifted(mention: DateMention, days: int) -> str:
    if not mention.relative or len(mention.iso) != 10:
        return mention.iso
    return (date.fromisoformat(mention.iso) + timedelta(days=days)).isoformat()


def _split(iso: str) -> tuple[str, str, str]:
    """Return year, month and day of a partial date, empty where it is open."""
    if iso.startswith("--"):
        parts = iso[2:].split("-")
        return "", parts[0], parts[1] if len(parts) > 1 else ""
    parts = [*iso.split("-"), "", ""]
    return parts[0], parts[1], parts[2]


def _parts_agree(mine: str, theirs: str) -> bool:
    for a, b in zip(_split(mine), _split(theirs), strict=True):
        if a and b and a != b and not _decade_agrees(a, b):
            return False
    return True


def _decade_agrees(a: str, b: str) -> bool:
    return len(a) == len(b) == 4 and "X" in a + b and a[:3] == b[:3]


def _periods_agree(mine: str, theirs: str) -> bool:
    """Compare quarters and weeks by what both name; a quarter holds its months."""
    if "Q" in mine and "Q" in theirs:
        years = [iso.split("-Q")[0].strip("-") for iso in (mine, theirs)]
        return mine[-1] == theirs[-1] and ("" in years or years[0] == years[1])
    if "Q" in mine + theirs:
        quarter, other = (mine, theirs) if "Q" in mine else (theirs, mine)
        month = _split(other)[1] if "W" not in other else ""
        return not month.isdigit() or (int(month) + 2) // 3 == int(quarter[-1])
    return True


def share_a_part(claim: DateMention, source: DateMention) -> bool:
    """Return whether both tell a year, both a month, both a time or both a weekday, so that they can be compared."""
    if claim.iso[:1] == "T" or source.iso[:1] == "T":
        return claim.iso[:1] == source.iso[:1]
    if claim.weekday is not None and source.weekday is not None:
        return True
    if "Q" in claim.iso or "Q" in source.iso:
        return "Q" in claim.iso and "Q" in source.iso
    return any(a and b for a, b in zip(_split(claim.iso), _split(source.iso), strict=True))


def share_an_equal_part(claim: DateMention, source: DateMention) -> bool:
    """Return whether year, month or day of two dates is the same."""
    if claim.iso[:1] == "T" or source.iso[:1] == "T":
        return False
    return any(a and a == b for a, b in zip(_split(claim.iso), _split(source.iso), strict=True))
