"""Whether a sentence of the newsroom's own holds something to count: a number, amount, date, age or share."""

import re

from reviewer.model.geometry import Span

_FIGURE = re.compile(
    r"\d|[£$€¥%]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"hundreds?|thousands?|"
    r"millions?|billions?|dozens?|half|halved|doubled|tripled|trebled|quadrupled|twice|thrice|thirds?|quarter|"
    r"quarters|"
    r"percent|per cent|first|second|"
    r"fourth|fifth|sixth|"
    r"seventh|eighth|ninth|tenth|none|nobody|barely moved|unchanged)\b|"
    r"\b(?:end|start|beginning|middle)\s+of\s+(?:the|this|next|last)\s+(?:week|month|year|decade|century)\b|"
    r"\blast\s+(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|year)\b|"
    r"\b(?:next|this|on|since|until|by)\s+(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|"
    r"month|year)\b|"
    r"\b(?:yesterday|tomorrow|today)\b",
    re.IGNORECASE,
)
_IDIOM = re.compile(
    r"\b(?:one of|no one|one another|each other|one day|at one|the one|first of all|"
    r"at first|second-hand|second to none|on the one hand)\b",
    re.IGNORECASE,
)


def has_figure(text: str, span: Span) -> bool:
    """Return whether the stretch holds a number, amount, date, age, count or share to be checked."""
    return _FIGURE.search(_IDIOM.sub(" ", span.of(text))) is not None
