"""Wordings of wholes and parts: so many of so many, what is left, what they make together."""

from reviewer.analysing.consistency.frames import Frame, Roles
from reviewer.analysing.consistency.judges import (
    is_near_toll,
    judge_average,
    judge_difference,
    judge_part,
    judge_rough,
    judge_share,
    judge_toll,
    rest_of,
    total_of,
)

_GONE = (
    r"(?:cut|lost|lose|loses|losing|shed|spent|spend|spends|paid|pay|pays|sold|sell|sells|clos(?:e|es|ed|ing)|"
    r"axed?|scrap(?:ped|s)?|"
    r"withdr[ae]w|withdrawn|given|gave|used|removed?|sacked|died|cull(?:ed|s)?|demolish(?:ed|es)?|left|taken|"
    r"took|go|gone|goes|"
    r"felled|killed|destroyed|eaten|drunk|dropped out|resigned|retired?|departed|fled|laid off|made redundant|repaid|"
    r"return(?:ed|s)?|failed|excluded|eliminated|pulled out|missing|stolen|abandoned)"
)
_TALLY = r"(?:total|toll|number|tally|count|figure|sum|bill|cost)\b"
_MORE = r"\b(?:more|another|further|additional|new|extra|latest)\b"
_HURT = (
    r"(?! (?:\w+ ){0,3}?(?:injured|hurt|dead|homeless|stranded|wounded|trapped|unconscious|without|missing|"
    r"ill|in hospital|critical\w*|people))"
)
_JOINED = r"\b(?:joined|hired|arrived|added|gained|recruited|born|came|bought|received|raised|taken on|returned)\b"
_OF_THEM = r"\b(?:of (?:which|whom|these|those|them|the total)|among them|including)\b"
_THE_REST = r"(?:the (?:other|remaining)|the (?:rest|remainder)(?:,| —| –| \(|:| of)?|leaving)"
_SAYS_SHARE = r"(?:,|;| —| –| \(|:)(?: or| that is| which is| equal to| making| representing)?(?: or)?"
_ONE_SEX = r"(?:women|girls|men|boys|females?|males?|children|adults|pupils|teachers)"


def _half_alike(roles: Roles) -> bool:
    """Return whether the parts are about as many as the whole: two sexes of a smaller group are another group."""
    whole = roles["w"][0].value
    return 0.8 * whole <= sum(figure.value for figure in (*roles["p"], *roles["q"])) <= 1.2 * whole


def _more_than_half(roles: Roles) -> bool:
    return roles["p"][0].value <= roles["w"][0].value


FRAMES = (
    # What is left.
    Frame(
        rf"{{w:NM}}…§?…\b{_GONE}\b…{{p:NM}}…(?:,|;|and|which)…\b(?:leaving|leaves|left|leave)…{{r:NM}}{_HURT}",
        "r",
        rest_of("w", "r", "p"),
        unless=_JOINED,
    ),
    Frame(
        rf"{{w:NM}}…(?:[;,] ?|§)…{{p:NM}}…\b{_GONE}\b…(?:,|;|and)…\b(?:leaving|leaves|left|leave)…{{r:NM}}{_HURT}",
        "r",
        rest_of("w", "r", "p"),
        unless=_JOINED,
    ),
    Frame(
        rf"{{w:NM}}…[,.;(—–]…{_OF_THEM}…{{p:NM}}…(?:[,;—–]|§)…{_THE_REST} {{r:NM}}",
        "r",
        rest_of("w", "r", "p"),
        unless=_JOINED,
    ),
    Frame(
        (
            rf"\bof (?:the|its|their|all|those|these|his|her) (?:\w+ )?{{w:NM}}…,…{{p:NM}}…(?:,|;|\band\b|§)"
            rf"…{_THE_REST} {{r:NM}}"
        ),
        "r",
        rest_of("w", "r", "p"),
        unless=_JOINED,
    ),
    Frame(
        (
            rf"\bof (?:the|its|their|all|those|these|his|her) (?:\w+ )?{{w:NM}}…,…{{p+:NM}}…(?:,|;|\band\b|§)"
            rf"…{_THE_REST} {{r:NM}}"
        ),
        "r",
        rest_of("w", "r", "p"),
        unless=_JOINED,
    ),
    Frame(
        rf"{{w:NM}}…[,.;(—–]…{_OF_THEM}…{{p+:NM}}…(?:,|;|\band\b|§)…{_THE_REST} {{r:NM}}",
        "r",
        rest_of("w", "r", "p"),
        unless=_JOINED,
    ),
    Frame(
        r"{w:M}…{p:M}…\b(?:the|a) (?:remaining|other|outstanding) {r:M}",
        "r",
        rest_of("w", "r", "p"),
        unless=_JOINED,
    ),
    # Shares of a whole.
    Frame(
        (
            rf"{{p:NMU}}…\b(?:out )?of (?:the |its |their |his |her |some |a total of )?(?:\w+ )?{{w:NMU}}"
            rf"…{_SAYS_SHARE} {{x:P}}"
        ),
        "x",
        judge_share,
    ),
    Frame(rf"{{p:NMU}}…\b(?:on|in) (?:\w+ )?of {{w:NMU}}…{_SAYS_SHARE} {{x:P}}", "x", judge_share),
    Frame(
        rf"\bof (?:the |its |their |all |those )?(?:\w+ )?{{w:NMU}}…,…{{p:NMU}}…{_SAYS_SHARE} {{x:P}}",
        "x",
        judge_share,
        _more_than_half,
    ),
    Frame(
        r"\bof (?:the |its |their |all |those )?(?:\w+ )?{w:NMU}…,…{p:NMU} \({x:P}\)",
        "x",
        judge_share,
        _more_than_half,
    ),
    Frame(rf"{{p:NM}}…{_SAYS_SHARE} {{x:P}} of (?:the |its |their |all |all the )?(?:\w+ )?{{w:NM}}", "x", judge_share),
    Frame(
        (
            r"{x:PS} of (?:the |its |their |all |all the |our )?(?:[\w']+ ){0,3}?{w:NM}…(?:,| —| –| \()(?: or|"
            r" that is)? {p:NM}(?! of)"
        ),
        "p",
        judge_part,
    ),
    Frame(r"\bturnout (?:was|of|at) {x:P}…[:,;]…{p:N}…\bof (?:the |its )?{w:N}", "x", judge_share),
    Frame(
        (
            r"{p:N}…\b(?:votes|ballots|people voted|voters)\b…\b(?:electorate|electors|roll|register)…{w:N}"
            r"…\bturnout of {x:P}"
        ),
        "x",
        judge_share,
    ),
    Frame(
        (
            r"{p:N}…\bof (?:the |its )?{w:N} (?:registered |eligible )?(?:voters|electors|members|people)"
            r"…\bturnout of {x:P}"
        ),
        "x",
        judge_share,
    ),
    Frame(
        (
            rf"{{w:NM}}…§…{{p:NM}} (?:of them|of these|of those|voted|said|were|are|was|passed|failed|had|have)\b"
            rf"…{_SAYS_SHARE} {{x:P}}(?! of)"
        ),
        "x",
        judge_share,
        _more_than_half,
    ),
    Frame(
        (
            r"{s:S}(?: (?:of\b|\w+s\b|people\b)…)?(?:,| \(| —| –) ?(?:or |that is )?{x:P}(?! (?:more|less|higher|"
            r"lower|up|down))"
        ),
        "x",
        judge_rough,
    ),
    # What a share of an amount comes to.
    Frame(
        (
            r"{x:P} (?:levy|tip|tax|deposit|commission|rise|cut|discount|share|fee|bonus|surcharge|duty|increase|"
            r"reduction|saving|stake) "
            r"(?:of|on|off|in|to)…{w:M}…\b(?:is|was|are|came to|comes to|is worth|worth|or|amounts to|amounted to|"
            r"adds|means|equals|brings?|brought)(?: an? (?:extra )?)?…{p:M}"
        ),
        "p",
        judge_part,
    ),
    # What parts make together.
    Frame(
        (
            rf"{{w:N}}…(?:[,:—–(] ?|§)…{{p:N}} {_ONE_SEX}…(?:,|\band\b)…{{q:N}} {_ONE_SEX}\b(?!…(?:,|\band\b)…"
            rf"(?:{{z:NI}}|\ban?\b))"
        ),
        "w",
        total_of("w", "p", "q"),
        _half_alike,
    ),
    Frame(
        (
            rf"{{p+:NI}}…,? (?:bringing|taking|pushing|which (?:brings|takes)|making) (?:the |its |their )?"
            rf"(?:\w+ )?{_TALLY}…\bto {{t:NI}}"
        ),
        "t",
        judge_toll,
        is_near_toll,
        _MORE,
    ),
    Frame(
        (
            rf"{{p+:NI}}…§(?:That|This|It) (?:brings|takes|brought|took) (?:the |its |their )?(?:\w+ )?{_TALLY}"
            rf"…\bto {{t:NI}}"
        ),
        "t",
        judge_toll,
        is_near_toll,
        _MORE,
    ),
    Frame(
        (
            r"{p+:NMUTI}…(?:,|—|–|\band\b)…\b(?:an average of|averaging|on average|an average (?:score|time|price|age|"
            r"mark) of) {a:NMUT}"
        ),
        "a",
        judge_average,
    ),
    # Revenue less cost.
    Frame(
        r"\b(?:turnover|revenues?|income|takings|receipts) (?:was|were|of|came to|reached|stood at|totalled)…{a:M}"
        r"…\b(?:costs?|spending|expenditure|expenses|outgoings|outlay)…{b:M}…"
        r"\b(?:profit|surplus|loss|deficit|shortfall|gap) of {c:M}",
        "c",
        judge_difference,
    ),
)
