"""Finds the sentence that says from when on a text may be published."""

import re
from collections.abc import Iterator

from reviewer.model.geometry import Span
from reviewer.text.sentences import split_sentences

_OUT = r"(?:publish|releas|broadcast|print|report|post|shar|run|quot|circulat|announc|disclos|air|us|run|issu)"
_OUT_DONE = rf"(?:{_OUT}e?d|made public|made available|run|distributed|reproduced)"
_THIS = (
    r"(?:this|these|it|the (?:following|above|attached|enclosed|contents?|information|material|report|release|"
    r"statement|figures|"
    r"findings|results|document|story|speech|text|data|study|paper)|no part|nothing|none of (?:this|it)|contents|"
    r"all (?:material|"
    r"content|information))"
)
_TIME = (
    r"(?:\d|noon\b|midday\b|midnight\b|one minute\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|tomorrow\b|"
    r"tonight\b|today\b|delivery\b|"
    r"delivered\b|(?:the|our|his|her|its|an?|that) [^.\n]{3,60})"
)
_UNTIL = rf"(?:until|till|before|prior to|ahead of|earlier than)\s(?:after\s)?[^.\n]{{0,40}}?{_TIME}"
_SETS = re.compile(
    rf"(?:\bembargoed\b|\bembargo\b(?=:|\s(?:until|till|lifts?|ends?|expires?|to|time|applies|on this|of)\b|\s\d|"
    rf"\s(?:mon|tues|wednes|thurs|fri|"
    rf"satur|sun)day)|\bunder (?:a )?(?:strict )?embargo\b|"
    rf"(?:\A|(?<=[.!?:;(–—-] )|(?<=please )|(?<=strictly ))(?:strictly )?(?:not for|no) (?:publication|release|"
    rf"broadcast|use|circulation|onward "
    rf"transmission)\b[^.\n]{{0,40}}?\b{_UNTIL}|\bnot for (?:publication|release|broadcast|"
    rf"use)[^.\n]{{0,30}}?\b{_UNTIL}|"
    rf"\b(?:do not|don[’']t|please do not|must not|may not|should not|shall not|cannot|not to|"
    rf"never)\s(?:be\s)?(?:{_OUT}e?|make public|be made "
    rf"public|{_OUT_DONE})\b[^.\n]{{0,60}}?\b{_UNTIL}|"
    rf"\b{_THIS}\b[^.\n]{{0,50}}?\b(?:must|may|should|shall|can|is|"
    rf"are)\s?(?:not\s)?(?:to\s)?be\s{_OUT_DONE}\b[^.\n]{{0,40}}?\b(?:before|until|till|prior "
    rf"to|from|after)\s[^.\n]{{0,30}}?{_TIME}|"
    rf"\A(?:press|media|newspapers|broadcasters|editors|journalists|you)\s(?:may|can|"
    rf"are free to)\s(?:\w+\s){{0,2}}?(?:{_OUT}e?)\b[^.\n]{{0,40}}?\b(?:from|"
    rf"after|at|on)\s[^.\n]{{0,20}}?{_TIME}|"
    rf"\bpublication\b[^.\n]{{0,40}}?\b(?:not permitted|not allowed|prohibited|forbidden|barred|"
    rf"only)\b[^.\n]{{0,40}}?\b(?:until|till|before|after|from)\b|"
    rf"\A(?:please )?hold\b(?: this| it| these| the (?:story|release|piece|copy))?(?: for (?:release|"
    rf"publication))?[^.\n]{{0,20}}?\b(?:until|till|"
    rf"for)\b[^.\n]{{0,40}}?{_TIME}|"
    rf"\A(?:(?:for )?(?:press )?(?:release|publication)\b(?: date| time)?|to be (?:released|published)\b)(?=:|"
    rf"\s(?:on|at|from|"
    rf"after|not|\d|mon|tue|wed|thu|fri|sat|sun|noon|"
    rf"midnight|tomorrow))[^.\n]{{0,40}}?{_TIME}|\A(?:for )?(?:release|publication|broadcast)\b:?[^.\n]{{0,30}}\d|"
    rf"\A(?:{_OUT_DONE}|publication|release)?\s?"
    rf"not before\b[^.\n]{{0,30}}?{_TIME})",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\d|\b(?:until|till|before|lifts?|ends|expires|for immediate|noon|midnight|delivery|tomorrow|tonight|"
    r"one minute|(?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:trade|arms|oil|imposed|lifted|broke|broken|breach(?:ed|es|ing)?|breaking|sanctions|said|would|told|"
    r"asked|according)\b|[“\"]",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\s*(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}):\s")
_LABELS = re.compile(
    r"\s*(?:embargo(?:ed)?|release|publication|note|media|press|date|status|hold|editors?|time|important|n\.?b\.?)\b",
    re.IGNORECASE,
)


def embargo_lines(text: str) -> Iterator[Span]:
    """Yield sentences that set an embargo; a turn of a transcript and what an article tells of one are none."""
    for line in re.finditer(r"[^\n]+", text):
        if _is_spoken(line.group()):
            continue
        for sentence in split_sentences(text, Span(*line.span())):
            printed = sentence.of(text)
            bare = printed.lstrip(" \t*_#>-–—•")
            cue = _SETS.search(bare)
            if cue and _WHEN.search(bare) and not (_REPORTED.search(bare) and not _LABELS.match(bare)):
                yield Span(
                    sentence.start + len(printed) - len(printed.lstrip()), sentence.start + len(printed.rstrip())
                )


def _is_spoken(line: str) -> bool:
    return _SPEAKER.match(line) is not None and _LABELS.match(line) is None
