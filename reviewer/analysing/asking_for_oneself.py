"""Whoever writes or speaks asks to stay unnamed ("please leave my name out"): the sender of the mail is meant."""

import re
from collections.abc import Iterator

from reviewer.analysing.kept_back import is_persons_name

ASKS_FOR_ONESELF = re.compile(
    r"\b(?:(?:not|never|n[’']t) (?:[\w’']+ ){0,6}?(?:came|come|comes|got|had|heard|was|is) (?:\w+ )?from me\b|"
    r"(?:not|never|without|don[’']t|no|keep|leave|rather|prefer|anything but|except|cannot|can[’']t|withhold|"
    r"omit|change|hide|protect)\s(?:(?!(?:mind|object|care|matter)\b)[\w’']+\s){0,5}?my (?:full |real |"
    r"own )?(?:name|identity)\b|"
    r"my (?:full |real |own )?(?:name|identity)\s(?:(?!but\b)[\w’']+\s){0,4}?(?:not|never|out of|withheld|"
    r"left out|private|"
    r"secret|"
    r"confidential|anonymous|to myself)\b|my (?:full |real )?name\s(?:[\w’']+\s){0,2}?(?:is|was|were|are|do|does|"
    r"ca|wo|would|"
    r"should|must)n[’']t\b|(?:not|\w+n[’']t|never) (?:name|identify|quote|credit) me\b|"
    r"(?:not|never) (?:by|with) (?:my )?name\b(?! and)|(?:keep|leave|leaving|keeping) me (?:anonymous|nameless|"
    r"unnamed|out of)\b|I (?:[\w’']+ ){0,4}?(?:not |n[’']t )?to be "
    r"(?:named|identified|quoted)\b(?<!agree to be named)(?<!happy to be named)(?<!willing to be named)|"
    r"I(?: would|[’']d)? (?:rather|want|wish|prefer|like|ask|need|have|must|hope)(?: \w+)?(?: to)? (?:remain|stay|"
    r"be|be kept|keep) "
    r"(?:anonymous|nameless|unnamed)\b|I(?: am|[’']m) (?:telling|saying|"
    r"writing) (?:\w+ ){0,3}in (?:strict )?confidence\b|"
    r"(?:this|what I (?:say|write|said|wrote|tell you)) (?:is|must be|should be|has to be|"
    r"stays) (?:strictly )?(?:off the record|"
    r"anonymous|not for attribution|unattributable|in confidence)\b|"
    r"(?:in confidence|off the record|not for attribution)\b(?=[,:]? (?:I|from me|but I|as I)\b)|"
    r"(?<=^)not for attribution\b|rather not (?:be named|say who I am|give my name)|no names? (?:please|pls))",
    re.IGNORECASE | re.MULTILINE,
)
"""A request about the writer's own name, in any order of its words."""

_SIGNED = re.compile(
    r"^(?:(?:Many |With )?(?:Thanks|Thank you)(?: again| in advance| very much)?|"
    r"(?:All )?(?:the )?[Bb]est(?: wishes| regards)?|"
    r"(?:Kind |Warm )?[Rr]egards|Yours(?: sincerely| faithfully| truly| ever)?|Sincerely|Cheers|Respectfully|"
    r"Gratefully|"
    r"In hope|With respect|Love)[,.!]?[ \t]*\r?\n+"
    r"[ \t]*([A-ZÀ-Þ][\w’'-]+(?:[ \t]+[A-ZÀ-Þ][\w’'-]+){1,2})[ \t]*$|"
    r"\n\s*\n[ \t]*[-–—]{0,2}[ \t]?([A-ZÀ-Þ][a-zà-ÿ’'-]+(?:[ \t]+[A-ZÀ-Þ][\w’'-]+){1,2})\s*\Z",
    re.MULTILINE,
)
_FROM = re.compile(r"(?:^|\s)From:\s*[\"“]?([^\"”<\n(]+?)[\"”]?\s*(?:<|\(|$)", re.MULTILINE)


_THIS_IS = re.compile(
    r"\b(?:I am|I[’']m|[Mm]y name is|[Tt]his is|[Mm]y name[’']s)\s"
    r"([A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){1,2})(?![\w’'-])"
)
_SAYS_NO = re.compile(
    r"\b(?:do not|don[’']t|never|please not|mustn[’']t|must not)\s(?:print|publish|use|quote|put|say|write|repeat|"
    r"tell|mention|share)\b|"
    r"\boff the record\b|\bin confidence\b|\bnot for (?:publication|print|quot\w+|attribution)\b|\bconfidential",
    re.IGNORECASE,
)


def askers(text: str) -> Iterator[str]:
    """Yield the names of those who ask for themselves: from the head of the mail that asks, and from below its "
    "end."""
    for cue in ASKS_FOR_ONESELF.finditer(text):
        heads = [head.group(1).strip() for head in _FROM.finditer(text, 0, cue.start())]
        signed = _SIGNED.search(text, cue.end())
        if heads and is_persons_name(heads[-1]):
            yield heads[-1]
        elif signed is not None and is_persons_name(signed.group(1) or signed.group(2)):
            yield signed.group(1) or signed.group(2)
    for named in _THIS_IS.finditer(text):
        line = text[named.start() : (text.find("\n", named.end()) + 1 or len(text) + 1) - 1]
        if is_persons_name(named.group(1)) and (_SAYS_NO.search(line) or ASKS_FOR_ONESELF.search(line)):
            yield named.group(1)
