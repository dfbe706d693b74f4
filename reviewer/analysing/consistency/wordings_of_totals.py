"""Wordings of lists with their total, of what each gets, of pay by the hour, of innings, of prices cut."""

from collections.abc import Callable

from reviewer.analysing.consistency.frames import Frame, Roles, alike, fits
from reviewer.analysing.consistency.judges import (
    Verdict,
    is_near_toll,
    judge_average,
    judge_change,
    judge_difference,
    judge_each,
    judge_part,
    judge_product,
    judge_share,
    judge_times,
    judge_toll,
    rest_of,
    total_of,
)
from reviewer.analysing.consistency.scene import shown
from reviewer.model.analysis import CheckKind

_SEX = r"(?:women|girls|men|boys|females?|males?|children|adults)"
_GROUP = (
    r"(?:jurors|people|members|players|passengers|crew|pupils|students|staff|voters|patients|candidates|"
    r"councillors|soldiers|workers)"
)
_HOLDS = (
    r"(?:carr(?:y|ies|ying)|holds?|holding|seats?|seating|takes?|taking|with|of|makes?|making|produces?|producing|at)"
)
_COMES_TO = (
    r"(?:comes to|came to|costs?|would cost|will cost|cost|is|works out at|adds up to|means|brings in|earns?|or|makes)"
)


def _judge_list(roles: Roles) -> Verdict:
    """Judge a total of things of one unit, whose later figures may leave the unit out: "nine years and three"."""
    stated, parts = roles["t"][0], roles["p"]
    units = {part.unit for part in parts} - {""}
    if len(parts) < 2 or len(units) > 1 or stated.unit not in (units or {""}):
        return None
    if not alike(*parts) and units != {"year"} and units != {"month"}:
        return None
    if fits(stated, lambda *values: sum(values), parts):
        return None
    added = sum(part.value for part in parts)
    working = " + ".join(shown(part.value) for part in parts) + f" = {shown(added)}"
    return CheckKind.ARITHMETIC, shown(added), working


def _half_alike(roles: Roles) -> bool:
    whole = roles["w"][0].value
    return 0.75 * whole <= sum(figure.value for figure in (*roles["p"], *roles["q"])) <= 1.25 * whole


def _is_reasonable(roles: Roles) -> bool:
    """Return whether a total is that of the list at all: nearer than twice or half of it."""
    added = sum(part.value for part in roles["p"])
    return 0.5 * added < roles["t"][0].value < 2 * added


def _is_a_little_off(roles: Roles) -> bool:
    """Return whether a list misses its whole by so little that nothing can have been left out on purpose."""
    whole, parts = roles["w"][0].value, roles["p"]
    return len(parts) >= 3 and abs(sum(part.value for part in parts) - whole) <= max(1.0, 0.1 * whole)


def _by_time() -> list[Frame]:
    frames = []
    for unit in ("hour", "day", "night", "week", "month"):
        rate = rf"{{p:M}} (?:an?|per|every|each|for each) {unit}"
        frames.append(
            Frame(
                rf"{rate}…(?<!\w){{n:T}}[ -]?(?:\w+ ){{0,2}}?(?:…)\b{_COMES_TO} {{t:M}}", "t", judge_product, _in(unit)
            )
        )
        frames.append(
            Frame(rf"{{n:T}}…\bat {rate}…(?:,| —| –| \()…{{t:M}}", "t", judge_product, _in(unit), unless=r"\bfrom\b")
        )
    return frames


def _in(unit: str) -> Callable[[Roles], bool]:
    return lambda roles: roles["n"][0].unit == unit


FRAMES = (
    Frame(
        r"{p+:NMUTI}…(?:,|;|—|–|\() ?(?:(?:for|making|giving|or|which makes|adding up to|which is|and so) )?"
        r"(?:a |an |the |in )?(?:(?!first |second )[\w-]+ ){0,3}?total(?:ling|s|led)?(?: of| to)?(?: almost|"
        r" nearly| about)? {t:NMUTI}",
        "t",
        _judge_list,
        _is_reasonable,
    ),
    Frame(
        r"{p+:NMUI}…, {t:NMUI}(?: \w+){0,2} (?:in all|in total|altogether|all told|all in all|combined|between them)\b",
        "t",
        _judge_list,
        _is_reasonable,
    ),
    Frame(
        rf"{{p:N}} {_SEX}…(?:,|\band\b)…{{q:N}} {_SEX}\b…§…\b(?:the|all) {{w:N}} {_GROUP}",
        "w",
        total_of("w", "p", "q"),
        _half_alike,
    ),
    Frame(
        (
            r"\bof {w:NM} [^.;:!?\n,]{3,40}?,…{p+:NMI}…(?:,|;|\band\b)…\b(?:the (?:other|remaining)|the (?:rest|"
            r"remainder),) {r:NMI}"
        ),
        "r",
        rest_of("w", "r", "p"),
    ),
    Frame(
        (
            r"{p:NM} of (?:the|its|their|all) {w:NM}…,…{q:NMG}…\b(?:the (?:other|remaining)|the (?:rest|remainder)"
            r",) {r:NM}"
        ),
        "r",
        rest_of("w", "r", "p", "q"),
    ),
    Frame(
        r"{t:M}…\b(?:shared|split|divided|distributed)\b…\b(?:by|among|between) (?:the |its )?{n:N}…\b(?:giving|"
        r"leaving|so that|which gives|each|with) "
        r"(?:each (?:\w+ ){0,3}?(?:gets?|got|receives?|with)? ?)?{p:M}(?! (?:over|left|to spare))",
        "p",
        judge_each,
    ),
    Frame(r"{t:M}…(?:,|—|–|\() ?or {p:M} (?:each|apiece|a head) for (?:the |all )?{n:N}", "p", judge_each),
    Frame(
        (
            rf"{{n:N}}…\b{_HOLDS} {{p:NU}}…\b(?:on|in|at|for) each\b…(?:,|—|–|\() ?(?:or|making|a total of|so|"
            rf"in all) {{t:NU}}"
        ),
        "t",
        judge_product,
    ),
    *_by_time(),
    Frame(
        r"{a:N}…(?:§|[,;])…\b(?:replied with|in reply|all out for|bowled out for|dismissed for|managed|"
        r"responded with|could only make|answered with)…{b:N}"
        r"…\b(?:lost|won|win|lose|beaten|fell short) (?:\w+ )?by {c:N} runs?\b",
        "c",
        judge_difference,
    ),
    Frame(
        r"{k:N} times as (?:many|much|high|large|big|long|far|heavy)\b…(?:[:—–(] ?|, ){n:NMPU}…\b(?:against|"
        r"compared with|compared to|rather than|up from) "
        r"(?:the )?{o:NMPU}",
        "n",
        judge_times,
    ),
    Frame(
        (
            r"{p:NMU} of (?:the |its |their |all )?{w:NMU}…(?:,| —| –| \() ?(?:or |about |that is |some )?{x:S}"
            r"(?= ?[.,;)]| of (?:them|the total|those)\b)"
        ),
        "x",
        judge_share,
    ),
    Frame(
        (
            r"\b(?:rise|increase|raise|cut|discount|reduction|drop|fall) of {c:P}…\b(?:takes?|took|brings?|brought|"
            r"lifts?|puts?|cuts?|pushes|raises?) …{o:M}…\bto {n:M}"
        ),
        "c",
        judge_change,
    ),
    Frame(
        (
            r"\b(?:reduced|cut|marked down|discounted|slashed|up|raised|increased|put up|down) by {c:P},? from {o:M}"
            r"…\b(?:now|to|and)\b(?: \w+){0,2}? {n:M}"
        ),
        "c",
        judge_change,
    ),
    Frame(
        (
            r"{c:P} (?:off|less)\b…\b(?:was|from|of|the|originally|usual(?:ly)?|old)\b…{o:M}…\b(?:now|to|pays?|costs?|"
            r"sells? (?:at|for))\b(?: \w+){0,1}? {n:M}"
        ),
        "c",
        judge_change,
    ),
    Frame(
        r"{w:N}…\b(?:at the start|started|began|set out|set off|to begin with|entered)\b…{n:N}…\b(?:at the finish|"
        r"finished|at the end|"
        r"remain(?:ed)?|came back|returned|completed)\b…,…\b(?:so|so that|which means|meaning|and) {p:N}",
        "p",
        rest_of("w", "p", "n"),
    ),
    Frame(
        (
            r"{w:N}…(?:,|:|—) {p+:NI} in the (?:north|south|east|west|centre|center|middle|city|country|suburbs|"
            r"capital|valley)(?=[.;]|$)"
        ),
        "w",
        total_of("w", "p"),
        _is_a_little_off,
    ),
    Frame(
        r"{p:NM} of (?:the|its|their|all) {w:NM}…(?:,|;|\band\b)…\bthe (?:other|remaining) {r:NM}",
        "r",
        rest_of("w", "r", "p"),
    ),
    Frame(
        (
            r"{n:N}…, each (?:with|carrying|holding|of|worth|bearing|paying|seating) {p:NMU}…,…{t:NMU}…\b(?:in all|"
            r"in total|altogether)\b"
        ),
        "t",
        judge_product,
    ),
    Frame(
        (
            r"{p+:NI}…(?:;|§|—)…\b(?:the|all|those) {t:N} (?:dead|victims|injured|wounded|killed|casualties|arrests|"
            r"arrested|deaths)\b"
        ),
        "t",
        judge_toll,
        is_near_toll,
    ),
    Frame(r"\baverage of(?:…{k:N})?…, {p+:NMUT},? (?:is|was|being|comes to) {a:NMUT}", "a", judge_average),
    Frame(
        r"(?:levy|tip|tax|deposit|commission|fee|bonus|surcharge|duty|royalty|charge) of {x:P} (?:of|on|in)…{w:M}"
        r"…\b(?:is|was|brought in|"
        r"brings in|raised|raises|came to|comes to|worth|or|amounts to|earned|earns|adds) {p:M}",
        "p",
        judge_part,
    ),
)
