"""Wordings of so many at so much each, of rates by the week, month and year, and of averages."""

from functools import partial

from reviewer.analysing.consistency.frames import Frame, Judge, Roles, alike, fits
from reviewer.analysing.consistency.judges import judge_each, judge_product
from reviewer.analysing.consistency.scene import shown
from reviewer.model.analysis import CheckKind

_EACH = (
    r"(?:each|apiece|a head|per head|a person|per person|a piece|a ticket|per ticket|a copy|a night|a day|"
    r"a mile|a kilometre|a unit|each way|per \w+|an hour)"
)
_TOTAL = (
    r"(?:a total of|total(?:ling)?|in total|an? (?:annual |monthly |weekly |total |combined )?(?:bill|cost|"
    r"outlay|sum|income|charge) of|raising|making|bringing in|"
    r"earning|costing|will cost|would cost|cost|costs|or|so|for a total of|which (?:is|makes|comes to)|"
    r"coming to|giving|and pays?|paid|bringing|worth)"
)
_IN_ALL = r"(?: (?:in all|in total|altogether|all told|all in all|overall|between them))"
_IN_A_YEAR = {"month": (12.0,), "week": (52.0, 52.2), "quarter": (4.0,), "fortnight": (26.0,)}


def _judge_rate(per_year: tuple[float, ...], roles: Roles) -> tuple[CheckKind, str, str] | None:
    small, large = roles["p"][0], roles["t"][0]
    if not alike(small, large):
        return None
    if any(fits(large, lambda one, n=times: one * n, (small,), 0.004 * large.value) for times in per_year):
        return None
    if any(fits(small, lambda all_of_it, n=times: all_of_it / n, (large,), 0.004 * small.value) for times in per_year):
        return None
    exact = small.value * per_year[0]
    return CheckKind.ARITHMETIC, shown(exact), f"{shown(small.value)} × {per_year[0]:.0f} = {shown(exact)}"


def _rates() -> list[Frame]:
    frames = []
    for name, per_year in _IN_A_YEAR.items():
        judge: Judge = partial(_judge_rate, per_year)
        small, large = rf"{{p:M}} (?:an?|per|every|each) {name}", r"{t:M} (?:an?|per|every|each) year"
        frames.append(Frame(rf"{small}‥(?:,| \(| —| –) ?(?:or|that is|which is)?\s?{large}", "t", judge))
        frames.append(Frame(rf"{large}‥(?:,| \(| —| –) ?(?:or|that is|which is)?\s?{small}", "p", judge))
    return frames


FRAMES = (
    Frame(
        (
            rf"{{n:N}}…\b(?:at|for|of|cost|costs|costing|worth|paid|paying|gets?|got|pays?|receives?|received|earns?|"
            rf"earn|carries|carry|holds?|seats?|takes?) {{p:NMU}}…\b{_EACH}\b…\b{_TOTAL}\b {{t:NMU}}"
        ),
        "t",
        judge_product,
    ),
    Frame(
        rf"\beach of (?:the |its |their )?{{n:N}}…\b\w+s? {{p:NMU}}…(?:,|;|\band\b)…\b{_TOTAL}\b {{t:NMU}}",
        "t",
        judge_product,
    ),
    Frame(rf"\beach of (?:the |its |their )?{{n:N}}…\b\w+s? {{p:NMU}}…,…{{t:NMU}}{_IN_ALL}", "t", judge_product),
    Frame(
        rf"{{n:N}}…\b(?:at|for|cost|costs|costing|worth|of) {{p:M}}…\b{_EACH}\b…,…{{t:M}}{_IN_ALL}", "t", judge_product
    ),
    Frame(rf"{{p:M}}…\b{_EACH}\b…\bfor {{n:N}}…,…{{t:M}}{_IN_ALL}?", "t", judge_product),
    Frame(
        (
            r"{p:M} (?:a|per|each|every) (?:week|month|year|day|night) (?:for|over) {n:T}…,…{t:M} (?:in total|in all|"
            r"altogether)"
        ),
        "t",
        judge_product,
    ),
    Frame(
        (
            r"{p:M} (?:a|per|each|every) (?:week|month|year|day|night) (?:for|over) {n:T}…,…(?:a total of|totalling|"
            r"making|or|to a total of) {t:M}"
        ),
        "t",
        judge_product,
    ),
    Frame(
        (
            r"\b(?:family|group|party|team|crew|class|table|couple) of {n:N}…\b(?:pays?|paid|would pay|charged|costs?)"
            r"…{t:M}…\bat {p:M} (?:a|per|each) ?(?:head|person|ticket|child|place)?"
        ),
        "t",
        judge_product,
    ),
    Frame(
        (
            rf"{{n:N}}…{{t:M}}(?:…,? (?:or|about|equal to|an average of|on average)| ?\(| —| –| for the lot, or) ?"
            rf"(?:or |an average of )?{{p:M}} {_EACH}\b"
        ),
        "p",
        judge_each,
    ),
    Frame(
        (
            rf"{{t:M}}…\b(?:shared|split|divided|distributed)\b…\b(?:by|among|between) (?:the |its )?{{n:N}}"
            rf"…{{p:M}} {_EACH}\b"
        ),
        "p",
        judge_each,
    ),
    Frame(rf"{{t:M}}…\bfor {{n:N}}…\b(?:is|or|comes to|works out at) {{p:M}} {_EACH}\b", "p", judge_each),
    Frame(
        (
            r"{n:NU}…\b(?:will cost|cost|costs|costing)…{t:M}…(?:,| —| –| \() ?(?:or |about )?{p:M} (?:an?|per|"
            r"for each|each|for every)\b(?! (?:year|month|week|day|hour))"
        ),
        "p",
        judge_each,
    ),
    *_rates(),
)
