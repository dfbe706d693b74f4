"""Wordings of rises and falls: from so much to so much, by so much."""

from reviewer.analysing.consistency.frames import Frame, Judge, Roles
from reviewer.analysing.consistency.judges import judge_change, judge_difference, judge_times
from reviewer.model.analysis import CheckKind
from reviewer.text.numbers import Quantity

_NOUN = (
    r"(?:rise|increase|gain|jump|growth|improvement|surge|climb|hike|uplift|leap|drop|fall|decrease|decline|reduction|"
    r"cut|loss|dip|slump|slide|change|difference|swing|saving|shrinkage|expansion|advance|widening|narrowing)"
)
_VERB = (
    r"(?:rose|rises?|risen|rising|grew|grows?|grown|growing|fell|falls?|fallen|falling|drop(?:ped|s|ping)?|"
    r"increas(?:e|ed|es|ing)|decreas(?:e|ed|es|ing)|declin(?:e|ed|es|ing)|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|"
    r"slip(?:ped|s)?|shr[aui]nk|shrunk|up|down|gain(?:ed|s)?|lost|cut|reduced|plunged|soared|surged|edged|dipped|"
    r"expanded|contracted|swelled|tumbled|slumped|went up|went down|gone up|gone down|goes up|goes down|"
    r"narrowed|widened|"
    r"improved|advanced|added|put on|shed|raised|lowered|trimmed|slid|sank|dropped back)"
)
_UP = r"(?:rose|risen|rises|grew|grown|increased|climbed|jumped|soared|surged|gone up|went up|goes up|swelled)"
_DOWN = (
    r"(?:fell|fallen|falls|dropped|decreased|declined|slipped|shrank|shrunk|plunged|dipped|tumbled|slumped|"
    r"went down|gone down|sank)"
)
_ALL = "NMPU"
_BY = "NMPXUS"
_CHANGE = (
    rf"(?:an?|the|its|his|her|their)? ?(?:\w+ ){{0,2}}(?:{_NOUN} of (?:\w+ )?{{c:{_BY}}}|{{c:{_BY}}}[ -]"
    rf"(?:\w+ )?{_NOUN}\b)"
)
_OPENS = r"(?:,|;| —| –| \()"
_PAST = r"(?:¤|last|previous|earlier|ago|before|was|were|stood|had been|used to|then)"
_NOW = r"(?:¤|now|this|today|has|have|latest|current(?:ly)?|then|next)"


def _is_no_time(roles: Roles) -> bool:
    return all(figure.unit != "year" for figures in roles.values() for figure in figures)


def _frame(pattern: str) -> Frame:
    return Frame(pattern, "c", judge_change, _is_no_time)


def _wrong_way(rises: bool) -> Judge:
    def judge(roles: Roles) -> tuple[CheckKind, str, str] | None:
        old, new = roles["o"][0], roles["n"][0]
        if old.unit != new.unit and "" not in (old.unit, new.unit):
            return None
        if (new.value >= old.value) is rises or new.value == old.value:
            return None
        way = "more" if new.value > old.value else "less"
        return CheckKind.ARITHMETIC, "fall" if rises else "rise", f"{_shown(new)} is {way} than {_shown(old)}"

    return judge


def _shown(figure: Quantity) -> str:
    return f"{figure.value:,.10g}"


_DET = r"(?:the |its |an? |just |only )?(?:(?:average|total|peak|price|rate)(?: price| rate)?(?: of)? )?"
_FROM_TO = rf"from {_DET}{{o:{_ALL}}}‥\b(?:to|and) {_DET}{{n:{_ALL}}}"
_TO_FROM = rf"\b(?:to|at) (?:the |its |an? )?{{n:{_ALL}}}‥,?‥\bfrom (?:the |its |an? )?{{o:{_ALL}}}"

FRAMES = (
    _frame(rf"\b{_FROM_TO}…{_OPENS} ?(?:\w+ ){{0,3}}?{_CHANGE}"),
    _frame(
        rf"\b(?:doubled|trebled|tripled|quadrupled|halved)(?: in \w+(?: \w+)?)?"
        rf", from {{o:{_ALL}}}‥\bto {{n:{_ALL}}}, {_CHANGE}"
    ),
    _frame(rf"\b{_FROM_TO}…{_OPENS} ?(?:up|down|or|that is|which is|representing|equal to)(?: by)? {{c:{_BY}}}"),
    _frame(rf"{_TO_FROM}…{_OPENS} ?(?:\w+ ){{0,3}}?{_CHANGE}"),
    _frame(rf"{_TO_FROM}…{_OPENS} ?(?:up|down|or)(?: by)? {{c:{_BY}}}"),
    _frame(rf"\b{_VERB} (?:(?!to |from |at )\w+ ){{0,2}}?(?:by )?(?:an? )?{{c:{_BY}}}…\b{_FROM_TO}"),
    _frame(rf"\b{_VERB} (?:(?!to |from |at )\w+ ){{0,2}}?(?:by )?(?:an? )?{{c:{_BY}}}…{_TO_FROM}"),
    _frame(rf"\b{_NOUN} of (?:\w+ )?{{c:{_BY}}}…\b{_FROM_TO}"),
    _frame(rf"{{c:{_BY}}}[ -](?:point )?{_NOUN}\b…\b{_FROM_TO}"),
    _frame(
        rf"{{n:{_ALL}}}…,? (?:was |were |is |are )?(?:up|down)(?: by)? {{c:{_BY}}}…\b(?:from|on|against) (?:the |"
        rf"its |an? )?{{o:{_ALL}}}"
    ),
    _frame(
        rf"\b{_VERB}(?: by)? {{c:{_BY}}},? (?:at|to) {{n:{_ALL}}}…(?:against|from|compared with|compared to) "
        rf"(?:the |its )?{{o:{_ALL}}}"
    ),
    _frame(
        rf"{{n:{_ALL}}}…\b(?:compared (?:with|to)|against|up from|down from) (?:the |its )?{{o:{_ALL}}}…{_OPENS} ?"
        rf"(?:\w+ ){{0,2}}?{_CHANGE}"
    ),
    _frame(
        rf"(?<!\w){_PAST}(?!\w)…{{o:{_ALL}}}…(?:§|,|\band\b|\bbut\b)…(?<!\w){_NOW}(?!\w)…{{n:{_ALL}}}…{_OPENS} ?"
        rf"(?:\w+ ){{0,2}}?{_CHANGE}"
    ),
    _frame(
        rf"{{o:{_ALL}}}…(?:¤|\blast\b|\bprevious\b|\bearlier\b|\bago\b|\bbefore\b)…(?:§|,|\band\b|\bbut\b)"
        rf"…{{n:{_ALL}}}…{_OPENS} ?(?:\w+ ){{0,2}}?{_CHANGE}"
    ),
    _frame(
        rf"\b(?:was|were|stood at|had)\b…{{o:{_ALL}}}…\b(?:fallen|risen|dropped|grown|increased|fell|"
        rf"rose) to {{n:{_ALL}}}…{_OPENS} ?{_CHANGE}"
    ),
    _frame(rf"{{o:{_ALL}}}…\bin \w…§?…{{n:{_ALL}}}…\bin \w…{_OPENS} ?{_CHANGE}"),
    _frame(
        rf"{{n:{_ALL}}}‥,? (?:or |is |was |which is )?{{c:{_BY}}} (?:more|less|fewer|higher|lower|up|down) (?:than|"
        rf"on)…{{o:{_ALL}}}"
    ),
    Frame(
        (
            rf"{{k:N}} times (?:as many|as much|as high|more)? ?(?:as|the)? ?(?:number |figure |total )?(?:of )?"
            rf"(?:the )?{{o:{_ALL}}}…, (?:at|with|to)…{{n:{_ALL}}}"
        ),
        "n",
        judge_times,
    ),
    Frame(
        (
            rf"{{n:{_ALL}}}…(?:,| —| –) (?:about |almost |nearly )?{{k:N}} times (?:as many as|as much as|as high as|"
            rf"more than|the)…{{o:{_ALL}}}"
        ),
        "n",
        judge_times,
    ),
    Frame(
        (
            rf"{{o:{_ALL}}}…\b(?:to|and) {{n:{_ALL}}}…(?:,| —| –) (?:about |almost |nearly )?{{k:N}} times as (?:many|"
            rf"much|high)(?! as)"
        ),
        "n",
        judge_times,
    ),
    Frame(
        rf"{{k:N}} times (?:as many|as much|as high|the|more than)…{{o:{_ALL}}}…, (?:at|with|to)…{{n:{_ALL}}}",
        "n",
        judge_times,
    ),
    Frame(rf"\b{_UP} (?:\w+ly )?{_FROM_TO}", "n", _wrong_way(rises=True), _is_no_time),
    Frame(rf"\b{_DOWN} (?:\w+ly )?{_FROM_TO}", "n", _wrong_way(rises=False), _is_no_time),
    Frame(
        (
            rf"{{a:{_ALL}}}…\b(?:to|against|than|beat)…{{b:{_ALL}}}…[,(] ?{{c:NMXU}} (?:more|fewer|less|ahead|behind|"
            rf"clear)\b(?! than)"
        ),
        "c",
        judge_difference,
    ),
)
