"""Names that notes and mails ask to keep out of print: whose they are is told by where the request stands."""

import re
from collections.abc import Iterator, Sequence

from reviewer.model.geometry import Span
from reviewer.text.sensitive_addresses import addresses
from reviewer.text.sentences import split_sentences
from reviewer.text.wordlists import word_set

_NOT = (
    r"(?:do not|don[’']t|please never|never|must not|mustn[’']t|please not|should not|shouldn[’']t|can[’']t|"
    r"cannot|pls don[’']t|not to)"
)
_THEIR = r"(?:my|her|his|their|the|any|this|that|[A-Z]\w+[’']s)"
_PRINTED = r"(?:used|printed|published|given|named|mentioned|quoted|revealed|disclosed|appear|be)"
_REQUEST = re.compile(
    rf"(?:^|(?<=[\s(*’']))(?:(?:name|identity)\s(?:would|will|must|should|can|could|may|is|was|are)?\s?(?:not|"
    rf"never)\s(?:be\s|to\s(?:be\s)?)?"
    rf"{_PRINTED}\b|names?\s(?:must|should|can|may)\s?(?:not|never)\s(?:be\s)?(?:appear|used|printed|published|"
    rf"come\sout|get\sout)\b|"
    rf"whose\s(?:name|identity)\s[^.;,\n]{{0,40}}\b(?:withh[oe]ld|withholding|protect(?:ed)?|changed|not\s\w+)\b|"
    rf"(?:declin|refus)(?:es|ed|ing)\sto\s(?:be\s(?:named|identified)|give\s(?:her|his|their)\s(?:name|full\sname))|"
    rf"(?:keep|kept|keeping|leave|left)\s(?:her|his|their|the)\s(?:full\s|"
    rf"real\s)?names?\sout\b(?!\sof\sthe\s(?:draw|hat|running|frame|ring|race|ballot|mud|book))|(?:promised|"
    rf"agreed|undertaken|undertook)\s(?:\w+\s){{0,3}}not\sto\s"
    rf"(?:name|identify|quote)\b|(?:promised|told|assured|agreed\swith)\s(?=[A-Z])[\w’'-]+(?:\s[A-Z][\w’'-]+)*\s(?:that\s)?(?:she|he|they|we|I)\s(?:would|will)\s(?:not|never)\s"
    rf"(?:be\s)?(?:name|identif|quote)\w*|(?:for\s)?(?:deep\s)?background\sonly\b|guidance\sonly\b|"
    rf"for\s(?:your\s)?(?:eyes|ears)\sonly\b|"
    rf"(?:keep|keeping)\s(?:that|this|it)\s(?:to\syourself|between\sus|private|quiet|secret|out\sof\semail)\b|"
    rf"between\s(?:us|ourselves|you\sand\sme)\b(?=[,:]\s?(?!(?:we|they|you)\b))|"
    rf"(?:be|been|being|stay|is|was)\skept\s(?:out\sof\s(?:it|this|the\s(?:story|paper|report|piece))|anonymous|"
    rf"confidential|nameless)\b|"
    rf"(?:name|identity)\s(?:to\s)?be\s(?:protected|withheld|kept|changed|concealed|hidden)\b|(?:not|"
    rf"never)\sby\sname\b|"
    rf"(?:does|do|did|would)(?:\snot|n[’']t)\s(?:want|need|like)\s(?:naming|identifying|quoting)\b|"
    rf"on\s(?:deep\s)?background\b(?=[.,;)]|\s?$)|"
    rf"(?:bann|forbid|forbad|prohibit|restrain|bar)\w*\s[^.;\n]{{0,20}}?\b(?:publication|naming|identification)\b|"
    rf"(?:name|identity)\s(?:is|are|was|were|has\sbeen|stays?|remains?)\s(?:protected|withheld|confidential|"
    rf"secret)\b|"
    rf"(?:if|provided|unless|as\slong\sas|(?:make|made)\ssure|ensure|that|so)\b[^.;:\n]{{0,40}}?\b(?:is|are|was|"
    rf"were)(?:\snot|n[’']t|\snever)\s"
    rf"(?:named|identified|identifiable|quoted)\b|(?:stay|remain|be\skept|keep)\sout\sof\s(?:it|this|print|"
    rf"the\s(?:story|paper|report))\b|"
    rf"(?:lifelong|legal|court-ordered|automatic)\sanonymity\b|protected\sby\s(?:an?\s)?(?:order|law|court)\b|"
    rf"(?:anonymity|section\s45|section\s39|reporting)\s(?:order|restriction)s?\s(?:is|are)?\s?in\s(?:force|place)\b|"
    rf"anonymous(?:ly)?,?\s(?:please|pls|only)\b|anonymous\scaller\b(?=[,.:;])|"
    rf"anonymous\sat\s(?:her|his|their)\srequest|names?\s(?:is|are)\snot\s(?:used|printed|"
    rf"given|published)\b|(?:asked|asks|on\scondition)\sthat\s(?:she|he|they|neither\sof\sthem|"
    rf"none\sof\sthem)\s(?:not\s)?be\s(?:named|identified|quoted)\b|not\s(?:yet\s)?(?:released|published|given|"
    rf"confirmed)\s(?:the|her|his|their)\snames?\b|can(?:not|[’']t)\sbe\s(?:named|identified)"
    rf"(?:\sfor\slegal\sreasons)?,?\sis\b|no names?\b(?=[,.:;!)]|\s(?:please|pls|thanks|and|but|for|no|in)\b)|"
    rf"(?:wants?|wanted|asked for|asks for|prefers?|under|with)\sno\sname\b|"
    rf"(?:does|do|did|would)(?:\snot|n[’']t)\swant\s(?:to\sbe\s(?:named|identified|quoted)|{_THEIR}\s"
    rf"(?:\w+\s)?names?\b)|"
    rf"{_NOT}\sput\s(?:that|this|it|them|any\sof\s(?:that|this|it))\s(?:in\b|out\b)|{_NOT}\s(?:put|use|print|"
    rf"publish|give|mention|quote|run)\s{_THEIR}\s(?:\w+\s)?names?\b|"
    rf"(?:{_NOT}|we\snot)\s(?:name|identify|quote)\s(?:me|her|him|them|(?=[A-Z]\w+\s[A-Z]))|"
    rf"{_NOT}\s(?:use|quote|print|publish|run)\b(?=\s?[:.;,!)]|\sby\sname)|"
    rf"names?\s(?:is\s|are\s|has\s|have\s)?(?:not\s(?:\w+\s)?(?:released|public|published|used|given|out|for)|"
    rf"withheld|not\sfor)\b|"
    rf"name\s(?:is\s)?not\s(?:yet\s)?(?:public|released|out)\b|"
    rf"not\sfor\s(?:publication|attribution|print|printing|quotation|quoting|naming)\b|not\sto\sbe\s(?:named|"
    rf"identified|quoted|published)\b|"
    rf"not\s(?:wish|want)\sto\sbe\s(?:named|identified|quoted)\b|"
    rf"(?:wants?|wish(?:es)?|asks?|asked|prefers?|has)\sto\s(?:remain|stay|be)\sanonymous\b|"
    rf"chang(?:e|ed|ing)\s(?:her|his|their)\snames?\b|(?:keep|leave)\s(?:[\w’'-]+\s){{1,4}}out\sof\s(?:it|this|"
    rf"print|the\s(?:story|piece|paper|report|article|news|coverage|copy))\b(?!\s(?:hands|way))|"
    rf"(?:treat|keep)\s(?:(?:this|it|that)\s)?(?:as\s)?(?:strictly\s)?confidential\b|strictly\s(?:confidential|"
    rf"private)\b|"
    rf"off[\s-]the[\s-]record\b|(?:protect|shield)\s(?:her|him|them|(?:the|our|my|this)\ssource)\b|"
    rf"must\snot\sbe\snamed\b|not\sbe\sidentified\b|would\slose\s(?:her|his|their)\s(?:job|home|place|visa|"
    rf"children)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_OF_A_THING = re.compile(
    (
        r"\b(?:numbers?|mobile|phone|address|draft|figures?|copy|documents?|reports?|tables?|e-?mail|line|desk|"
        r"letter|memo|clients only,)\s?[(,]?\s?$"
    ),
    re.IGNORECASE,
)
_TIMED = re.compile(r"\s(?:before|until|till|prior)\b", re.IGNORECASE)
_ELLIPTIC = re.compile(
    r"(?:[\d:]+\s\w+:\s)?[*_\s(]*(?:no\b|wants?\b|do\s?n|don|does\b|doesn|did\b|didn|please|pls|she\b|he\b|they\b|"
    r"asked\b|asks\b|"
    r"not\b|never\b|off\b|name\b|prefers?\b|keep\b|leave\b|"
    r"strictly\b|treat\b|this\b|anonymous\b|for\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:[*_\s]*)(?:She|He|They|It|Her name|His name|Their name|Name|This|That|The)\b")
_ARTICLE_VOICE = re.compile(
    (
        r"\b(?:the (?:judge|court|magistrates?|bench)\b|for legal reasons|said (?:that )?|told (?:the )?(?:court|"
        r"jury)|reporting restrictions?)\b"
    ),
    re.I,
)
_WITHHOLDING_HEAD = re.compile(
    r"[ \t*_#>-]*(?:not for (?:publication|release|print|broadcast|use)|confidential|off the record|for "
    r"(?:guidance|information|background) only|"
    r"names? (?:withheld|not released)|do not (?:publish|print|use|name))\b[^\n:]{0,40}:?[ \t*_]*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|(?<=[\s(*;,.]))(?i:(?:real|true|full|legal|birth)\sname(?:\sis|\swas)?|name\sfor\s(?:our|your|the|"
    r"my)\s\w+(?:\sonly)?|(?:the\s)?(?:deceased|dead\s(?:man|woman|boy|girl|child))(?:\s(?:is|was))?|"
    r"next\sof\skin(?:\s(?:is|are))?|not\s(?:her|his|their)\sreal\sname|"
    r"(?:her|his|their)\s(?:real\s)?name\sis|(?:anonymous|confidential|protected|secret|our|my|the)\s"
    r"(?:source|whistle-?blower|informant|tipster)(?:\sis|\swas)?|"
    r"whistle-?blower(?:\sis)?|informant|source(?:\s\([^)\n]{2,20}\))|contact\s\((?:protect(?:ed)?|"
    r"confidential|anon(?:ymous)?|private)\)|"
    r"witness(?:es)?\s(?:\((?:child|minor|juvenile|protected|anon(?:ymous)?|vulnerable)[^)\n]{0,20}\)|[A-Z]\sis)|"
    r"(?:patients?|complainants?|victims?|survivors?|minors|whistle-?blowers?)\b[^.:\n]{0,25}(?=:)|"
    r"(?:child|minor|juvenile|complainant|victim|survivor|patient|girl|boy|pupil|youth|teenager|witness\s\w)"
    r"(?:\s(?:is|was|named|called)\b)?|"
    r"(?:the|a)\s(?:girl|boy|child|baby|toddler|teenager|victim|complainant)\s(?:in|of|at|"
    r"from)\s[^.;:\n]{3,50}?\s(?:is|was))"
    r"(?:,?\s(?:who\s(?:has\sbeen|was|is)\s)?(?:named|identified)(?:\slocally|\sonly|\sby\s[^,.\n]{2,30}|"
    r"\sto\sus)*\sas)?"
    r"(?:\s?[:=–—-]\s?|,\s|\s|\s\(|\s[A-Z\d]\s\()[*_\"“]*$"
)
_ANON_AFTER = re.compile(
    (
        r"[*_]*\s?(?:\((?:[^)\n]{0,30},\s)?(?:anon(?:ymous)?|not to be named|do not name|off the record|"
        r"protect(?:ed)?|"
        r"confidential|name (?:has been )?changed|pseudonym|(?:she|he|they|who) (?:asked|asks|wants|wanted|"
        r"prefers|requested))\b[^)\n]{0,70}\))"
    ),
    re.I,
)
_PERSON_WORD = r"[A-ZÀ-ÞŁŚŻČŠŽ][\w’'-]+"
_PARTICLE = r"(?:de|del|della|van|von|der|den|la|le|al|bin|ibn|da|dos|Ó|Ní|Mac|O[’'])"
_PERSON = re.compile(
    rf"(?<![\w@.’'-]){_PERSON_WORD}(?:\s(?:{_PARTICLE}\s)?(?:[A-Z]\.\s)?{_PERSON_WORD}){{1,3}}(?![\w@])|"
    rf"(?<![\w@.’'-]){_PERSON_WORD}(?:\s[A-Z]\.){{1,2}}(?=[,;:)\s])(?!\s[A-Z])"
)
_NAME_LINE = re.compile(r"[ \t]*(?:Names?|Called|Is|Real name|Full name)\b[ \t]*[:=–—-]?[ \t]+", re.IGNORECASE)
_ADDRESSEE = re.compile(r"^[ \t>]*(?:To|Cc|Bcc|Reply-To|Dear|Hi|Hello)\b[^\n]*$", re.MULTILINE)
_KIN = re.compile(
    r"\b(?:wife|husband|partner|son|daughter|mother|father|mum|dad|mom|sister|brother|girlfriend|boyfriend|"
    r"fiancée?|neighbour|"
    r"neighbor|colleague|friend|boss|manager)(?:,\s|\s(?:is\s|called\s)?)([A-ZÀ-Þ][a-zà-ÿ’'-]{2,})(?![\w’'-]|\s[A-Z])"
)
_LEADING = word_set("sensitive", "words_before_names")
_NEVER_A_PERSON = word_set("people", "organisation_words") - word_set("people", "roles_that_are_surnames")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|to|the|across|outside|towards|into|off)\s$")
_GEOGRAPHIC = word_set("people", "geographic_words")
_DAYS = word_set("text", "days")


def kept_back_names(text: str) -> Iterator[str]:
    """Yield names that a note or a mail asks to keep out of print, and names behind labels such as "real name:".

    A request means the person named in its sentence, before it rather than after; else, where its sentence goes on
    ("She is …") or ends with a colon, the first one after it; else, where it has no subject of its own ("No name
    please"), the last one before it. Under a heading such as "Not for publication" every name up to the next blank
    line is meant.
    """
    for paragraph in re.finditer(r"[^\n]+", text):
        span = Span(*paragraph.span())
        people = people_in(text, span)
        yield from _labelled(text, people)
        for cue in _REQUEST.finditer(text, span.start, span.end):
            if _OF_A_THING.search(text, max(0, cue.start() - 24), cue.start()) or _TIMED.match(text, cue.end()):
                continue
            yield from _meant(text, span, cue, people)
            yield from _kin(text, span, cue)
            if not people:
                yield from _name_below(text, span.end)
    yield from _under_headings(text)


def people_in(text: str, within: Span) -> list[Span]:
    """Return the stretches that may be names of people: two to four capitalised words."""
    streets = [Span(*found) for found in addresses(within.of(text))]
    found = []
    for match in _PERSON.finditer(text, within.start, within.end):
        start, words = match.start(), match.group().split()
        while len(words) > 1 and (words[0].rstrip(".") in _LEADING or words[0].endswith("-year-old")):
            start += len(words[0]) + 1
            words = words[1:]
        span = Span(start, match.end())
        in_street = any(
            span.start < street.end + within.start and street.start + within.start < span.end for street in streets
        )
        addressed = _ADDRESSEE.match(text, text.rfind("\n", 0, span.start) + 1)
        plain = addressed is None and not any(word.casefold() in _NEVER_A_PERSON or word in _DAYS for word in words)
        in_place = words[-1].casefold() in _GEOGRAPHIC and _PLACE_BEFORE.search(text, max(0, start - 9), start)
        if len(words) >= 2 and plain and not in_place and not in_street and not match.group().isupper():
            found.append(span)
    return found


def is_persons_name(name: str) -> bool:
    """Return whether a name has two words or three, none of an institution or a place."""
    words = name.casefold().split()
    other = _NEVER_A_PERSON | _GEOGRAPHIC
    return 2 <= len(words) <= 3 and not any(word.strip(",.") in other or not word[0].isalpha() for word in words)


def _kin(text: str, paragraph: Span, cue: re.Match[str]) -> Iterator[str]:
    """Yield first names behind a word for kin or a colleague in the sentence of a request: "his wife, Noreen"."""
    for sentence in split_sentences(text, paragraph):
        if sentence.start <= cue.start() < sentence.end:
            yield from (match.group(1) for match in _KIN.finditer(text, sentence.start, sentence.end))


def _name_below(text: str, end: int) -> Iterator[str]:
    """Yield the name on one of the next lines that begin with "Name", below a request without any."""
    for line in re.finditer(r"[^\n]+", text[end : end + 300]):
        label = _NAME_LINE.match(line.group())
        if label is not None:
            start = end + line.start() + label.end()
            yield from (
                person.of(text)
                for person in people_in(text, Span(start, end + line.end()))[:1]
                if person.start == start
            )
            return


def _labelled(text: str, people: Sequence[Span]) -> Iterator[str]:
    for person in people:
        if _LABEL.search(text, max(0, person.start - 90), person.start) or _ANON_AFTER.match(text, person.end):
            yield person.of(text)
            following = re.match(r",?\s(?:and|&)\s", text[person.end : person.end + 6])
            yield from (one.of(text) for one in people if following and one.start == person.end + following.end())


def _meant(text: str, paragraph: Span, cue: re.Match[str], people: Sequence[Span]) -> Iterator[str]:
    sentences = split_sentences(text, paragraph)
    at = next((place for place, one in enumerate(sentences) if one.start <= cue.start() < one.end), None)
    if at is None:
        return
    here = sentences[at]
    if not cue.group().startswith("whose") and _ARTICLE_VOICE.search(text, here.start, cue.start()):
        return
    before = [person for person in people if here.start <= person.start and person.end <= cue.start()]
    after = [person for person in people if cue.end() <= person.start and person.end <= here.end]
    inside = [person for person in people if cue.start() <= person.start < cue.end()]
    if inside or before:
        yield (inside or before)[-1].of(text)
    elif after:
        yield from _first_and_joined(text, after)
    else:
        yield from _in_next_or_last(text, sentences, at, people)


def _first_and_joined(text: str, people: Sequence[Span]) -> Iterator[str]:
    for place, person in enumerate(people):
        if place and not re.fullmatch(r",?\s(?:and\s)?|,\s", text[people[place - 1].end : person.start]):
            return
        yield person.of(text)


def _in_next_or_last(text: str, sentences: Sequence[Span], at: int, people: Sequence[Span]) -> Iterator[str]:
    following = sentences[at + 1] if at + 1 < len(sentences) else None
    inside = [person for person in people if following and following.start <= person.start < following.end]
    ends_open = text[sentences[at].end - 1] == ":"
    if (
        inside
        and following
        and (ends_open or _GOES_ON.match(text, following.start) or inside[0].start == following.start)
    ):
        yield inside[0].of(text)
        return
    above = [person for person in people if person.end <= sentences[at].start]
    if above and _ELLIPTIC.match(text, sentences[at].start):
        yield above[-1].of(text)


def _under_headings(text: str) -> Iterator[str]:
    reading, start = False, 0
    for printed in text.splitlines(keepends=True):
        end, line = start + len(printed), printed.strip()
        if not line:
            reading = False
        elif _WITHHOLDING_HEAD.fullmatch(line):
            reading = True
        elif reading:
            yield from (person.of(text) for person in people_in(text, Span(start, end)))
        start = end
