"""Words that make a number less exact: `about`, `almost`, `at least`, `up to`, `or more`."""

import json
import re
from functools import lru_cache

from reviewer.assets import resource

_REACH = 32
"""Code points looked at on either side: longer than the longest hedge."""


@lru_cache(maxsize=2)
def _table(side: str) -> tuple[re.Pattern[str], dict[str, str]]:
    rules = json.loads(resource("rules", "number_hedges.json").read_text("utf-8"))[side]
    codes = {form: code for code, forms in rules.items() for form in forms}
    forms = "|".join(
        r"\s+".join(map(re.escape, form.split())) + (r"\b" if form[-1].isalpha() else "")
        for form in sorted(codes, key=len, reverse=True)
    )
    if side == "before":
        return re.compile(rf"(?<!\w)(?P<hedge>{forms})[\s-]*(?:an?\s+|the\s+)?$", re.IGNORECASE), codes
    return re.compile(rf"\s?(?P<hedge>{forms})(?!\w)", re.IGNORECASE), codes


def hedge_round(text: str, start: int, end: int, floor: int, ceiling: int) -> tuple[str, int]:
    """Return the code of the hedge on a number at `start..end` and where it starts, or ("", start).

    A hedge before the number is taken first; one after it starts where the number does. Nothing before `floor` or
    after `ceiling` is read.
    """
    pattern, codes = _table("before")
    match = pattern.search(text[max(floor, start - _REACH) : start])
    if match:
        return codes[" ".join(match["hedge"].casefold().split())], max(floor, start - _REACH) + match.start("hedge")
    pattern, codes = _table("after")
    match = pattern.match(text[end : min(ceiling, end + _REACH)])
    if match:
        return codes[" ".join(match["hedge"].casefold().split())], start
    return "", start
