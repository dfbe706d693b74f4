"""Words that would give a confidential source away: found beside a request to keep somebody or something back."""

import re
from collections.abc import Iterator

from reviewer.analysing.asking_for_oneself import ASKS_FOR_ONESELF
from reviewer.analysing.lexicon import lexicon
from reviewer.model.analysis import SensitiveKind
from reviewer.model.geometry import Span
from reviewer.text.sentences import split_sentences
from reviewer.text.wordlists import word_set

_NOT = (
    r"(?:(?<!we )(?<!they )(?<!who )(?<!I )(?:do not|don[’']t|cannot|can[’']t)|please never|(?:(?<=[.!?:;] )|"
    r"^)never|must not|please not|should not|shouldn[’']t)"
)
_WITHHELD = re.compile(
    rf"(?:\b(?:{_NOT}|(?<=me )not to|(?<=us )not to|(?<=asked )not to|(?<=want )not to) (?:say|print|write|"
    rf"mention|publish|reveal|disclose|let on)(?: \w+){{0,2}} "
    r"(?:that|where|how|which|who)\s+)([^.!?\n;]{8,160})",
    re.IGNORECASE,
)
_KEPT_BACK = re.compile(
    r"^\W*(?:strictly |private (?:and|&) )?confidential\b[.:!\n]|\banonymous(?:ly)?,? (?:please|pls|only|caller)\b|"
    r"\bcall (?:her|him|them|me) (?:just |only )?[“\"'‘]?an? |(?<!we )(?<!they )(?<!who )\b(?:can(?:not|[’']t)|"
    r"do(?: not|n[’']t)|never) (?:use|"
    r"print|publish|give|quote|"
    r"have) (?:my|her|his|their) (?:\w+ )?names?\b|\bkeep (?:that|this|it|me|her|him|them) (?:to yourself|"
    r"between us|private|quiet|"
    r"secret|anonymous|nameless|out)\b|\bbetween (?:us|ourselves|you and me)[,:]|\b(?:must|should|may|can|"
    r"could)(?: not|n[’']t|not) be (?:traceable|"
    r"recogni[sz]able|recogni[sz]ed|traced)\b|\bnot to be (?:named|identified) (?:under|in|at|by|anywhere|on)\b|"
    r"\b(?:like|love) to (?:remain|stay|be) anonymous\b|\b(?:that|this|it) (?:would|could|will) (?:identify|"
    r"give away|point to|lead (?:them |him |"
    r"her )?to) (?:me|her|him|them|us)\b|\b(?:they|everyone|everybody|people|he|she)(?: would|[’']d|[’']ll|"
    r" will) (?:all )?(?:know|guess|recogni[sz]e|work out) "
    r"(?:it|who|me|her|him|that it)\b|\bput (?:that|this|it) in\b|\b(?:stay|remain|be kept) out of (?:it|this|"
    r"the (?:story|paper|report))\b|\bwhistle-?blower\b(?=[.:,])|"
    r"(?:^|(?<=[\s(*]))no names?\b(?=[,.;!)]|\s(?:please|pls|and|but|for|no|in)\b)|"
    r"\b(?:wants?|wanted|asked for|prefers?|under|with) no name\b|\bnothing about (?:the|my|her|his|their)\b|"
    r"\b(?:wants?|wish(?:es)?|asks?|asked|prefers?|has) to (?:remain|stay|be) anonymous\b|"
    r"\b(?:does|do|did)(?: not|n[’']t) want (?:to be (?:named|identified|quoted)|(?:my|her|his|their) names?)\b|"
    r"\bnot (?:to be|be|wish to be) (?:named|identified)\b(?=[.;:!)]|,? (?:please|and|but))|"
    r"\bnot be identifiable\b|\bleave (?:that|this|it) out\b|\bon (?:strict )?condition (?:of|that (?:we|I|"
    r"nobody|no one))\b|"
    rf"\b{_NOT} (?:be )?(?:name|named|identify|identified|quote|print|publish|pass (?:\w+ )?on|use|mention|"
    rf"attribute|reveal|disclose|"
    r"describe|share|repeat|forward|say who)\b|"
    r"\bnot to be (?:published|printed|quoted|used|attributed|passed on|shared)\b|"
    r"\bnot for (?:publication|attribution|quotation|print|printing|quoting|naming|use)\b(?! (?:before|until))|"
    r", off the record\b(?=[,.;])|\b(?:for |on )?(?:deep )?background only\b|\bon (?:deep )?background\b|(?:"
    r"(?:^|[.!?:(–—] ?|\b(?:strictly|"
    r"all|is|was|this|and|totally) )off[- ]the[- ]record\b)|"
    r"\bunattributabl[ey]\b|"
    r"\bin (?:strict(?:est)? )?confidence\b|\bconfidential (?:source|contact)\b|\bguidance only\b|"
    r"\b(?:keep|leave) (?:\w+ ){1,4}out of (?:it|this|the (?:story|piece|paper|report))\b|"
    r"\bprotect(?:ed)? (?:the |this |our |my )?source\b",
    re.IGNORECASE,
)
_PEOPLE = "|".join(sorted(word_set("sensitive", "described_people") | lexicon().roles, key=len, reverse=True))
_DESCRIBED = re.compile(
    r"\b(?i:the|my|a|an|his|her|our|their|one of (?:the|my|our|his|her))\s+(?:[\w’'-]+\s+){0,3}?"
    rf"(?:{_PEOPLE})s?\b(?:\s+(?:of|in|on|at|from|for|to|with|who|whose|working|employed|based|near|inside|under)\b"
    r"[^,.;:!?()\n“”\"]{2,120}|(?=\s*[.,;:)]|\s+and\b|$))"
)
_MARKED = re.compile(r"\b(?:former|ex-\w+|retired|junior|senior|night|only|now|works?|live[sd]?)\b")
_AFTER_PERSON = re.compile(
    r"\s+(?:is(?=\s[A-Z])|was(?=\s[A-Z])|told|tells|said|says|saw|gave|gives|has|had|heard|showed|sent|passed|let|"
    r"knew|knows|wrote|writes|"
    r"confirmed|thinks|was told|"
    r"about|when|because|but|so|if)\b"
)
_ONLY_AN_ADVERB = re.compile(
    r"^\S+(?: \S+)? (?:at (?:once|all|least|first|last)|in (?:time|full|vain)|for (?:now|ever))\b"
)
_ONLY_A_TIME = re.compile(
    r"^\S+(?: \S+)? (?:in|on|at|for|from) (?:(?:early|late|the|last|this) )?(?:\d{4}|\d+ \w+|January|February|"
    r"March|April|May|June|July|"
    r"August|September|October|November|December|\w+day|years?|months?|weeks?|time)(?: \d{4})?$"
)
_IS_NAMED = re.compile(r"\s(?:is|was)\s[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ]")
_IS_FINE = re.compile(r"[”\"’']?\s(?:is|would be|will be|are)\s(?:fine|ok|okay|enough|all right|good)\b")
_DETAILS = re.compile(
    r"\b(?i:depot|ward|branch|base|office|floor|locker|shift|roster|rota|desk|unit|team|crew|watch|station|"
    r"wing)(?:[:,]?\s)"
    r"((?:(?:on|at|in)\s)?(?:[A-Z][\w’'-]*|\d+[A-Z]?)(?:\s[A-Z][\w’'-]*)*"
    r"(?:,\s(?i:badge|number|no\.?|locker|shift|ward|team|desk|collar|payroll|staff no\.?)\s[\w/-]+){0,3})"
)
_AT_WORK = re.compile(
    r"\b(?:who\s)?(?:works?|working|worked|serves?|sits?|is\sbased)\s(?:(?:on|in|at|for|out\sof)\s)?"
    r"((?:the|a|an|our|one\sof)\s[^,.;:!?()\n]{4,90}?\b(?:shift|ward|desk|unit|team|room|office|branch|depot|"
    r"crew|watch|station|wing|kitchen|lab|"
    r"laboratory|line|plant|mill|school|clinic|surgery|department|counter|rota)\b(?:\s(?:in|at|of|on|"
    r"with)\s[^,.;:!?()\n]{2,60})?)"
)
_ON_CONDITION = re.compile(
    r"\bcondition\sthat\s(?:we|I|nobody|no\sone)\s(?:do(?:es)?|did|would|will|could)?\s?(?:not\s)?(?:say|"
    r"print|write|mention|reveal)\s"
    r"(?:that\s)?(?:she|he|they|it)\s(?:is|was|are|were)\s([^,.;:!?()\n]{6,100})"
)
_LEFT_OUT = re.compile(
    rf"\b{_NOT} (?:mention|reveal|disclose|refer to|let on about) ((?:the|my|our|his|her|their) "
    rf"(?!names?\b)[^.!?\n;,:()]{{4,80}})|"
    r"(?:^|[.!?:] |\b[Pp]lease |\b[Pp]ls )[Ll]eave out ((?:where|that|how|which|the|my|our|his|her) "
    r"(?!names?\b)[^.!?\n;,:()]{3,80})",
    re.MULTILINE | re.IGNORECASE,
)
_MARKS_OUT = re.compile(r"\b(?:the only|the sole|the last|the first|one of (?:two|three|four))\b", re.IGNORECASE)
_ASKED = re.compile(
    r"(?:,\s)?(?:who|and)\s(?:asked|wanted|did not want|does not want|wished)\s(?:not\s)?to\s(?:be\s)?"
    r"(?:named|identified|remain anonymous|stay anonymous)\b|"
    r",?\s(?:speaking|who spoke|talking)\son\s(?:the\s)?condition\sof\sanonymity\b"
)
_WHO = re.compile(r"\b(?:who|whose)\b")
_SELF = re.compile(
    r"\b(?:I(?: am|[’']m| was|[’']ve been| have been| work(?:ed)?| live[d]?| used to| run| teach| drive| sit| sat|"
    r" share[d]?| have (?:the|a) (?=desk|office|room|locker|key|stall|"
    r"flat|shop|seat))|"
    r"(?:[Mm]y|[Oo]ur) (?:desk|office|shift|ward|boat|room|house|locker|van|lorry|team|department|section|crew|"
    r"class|school|stall|bench|"
    r"window|husband|wife|partner|mother|father|sister|brother|son|daughter)(?: is| was| are| works?| worked|"
    r" runs?| sits?|[’']s))\s+"
    r"((?!(?:[A-Z][\w’'-]+ [A-Z])|(?:not|sorry|afraid|sure|happy|glad|in (?:favour|favor|touch|trouble|contact|no|"
    r"two|agreement|pain|debt)|grateful|hoping|writing|aware|told|asking|worried|fed|tired|angry|willing|"
    r"ready|fine|telling|sending|attaching|prepared|only saying|just saying)\b)[^.;:!?()\n]{6,120}?)(?=,\s(?:and|"
    r"but|so|which|though|although)\b|[.;:!?()\n]|$)"
)
_ALLOWED = re.compile(
    r"\byou (?:can|may|are free to|are welcome to) (?:say|use|print|quote|write|put)\b", re.IGNORECASE
)
_I_AM = re.compile(r"I(?: am|[’']m| was)\s")
_UNIQUE = re.compile(
    r"\b(?:the|my|our) (?:only|sole|last|first|youngest|oldest|eldest|longest-serving|most senior|senior|junior|"
    r"newest)\s"
    r"(?!(?:thing|time|way|word|day|week|year|month|people who|few|couple)\b)[^.,;:!?()\n“”\"]{6,90}"
)
"""What only one can be."""

_NOUN_PHRASE = re.compile(r"(?:the|an?|one of|his|her|their)\s")
_FEW = re.compile(
    r"\b(?:there(?: is| are| was| were|[’']s|[’']re)|we are|we[’']re)\s(?:(?:only|just|no more than|"
    r"but)\s(?:\w+\s){0,2}?|(?:two|three|four|five|six|a few)\s(?=of us))(?:of (?:us|them)|left|people|"
    r"women|men|staff|doctors|nurses|officers|drivers|teachers|workers)\b[^.;:!?()\n]{0,60}|"
    r"\b(?:only|just) (?:one|two|three|four|five|a few|a handful|\d) (?:of (?:us|them)|people|women|men|"
    r"staff) (?:knew|know|were|was|are|have|"
    r"had|work|saw|could|can)\b[^.;:!?()\n]{0,60}"
)
"""So few that any of them can be found."""

_NOTED = re.compile(
    r"(?:^|(?<=[.;:!?] ))((?:(?:Now|Still|Also|Formerly|Currently) )?(?:[Ww]orks?|[Ww]orked|[Ll]ives?|[Rr]uns|"
    r"[Dd]rives|[Tt]eaches|[Ss]its|[Uu]sed to|"
    r"[Ss]erves|[Ss]erved|[Cc]leans|[Mm]anages|[Ee]mployed)\s(?!(?:well|fine|out|best|like|"
    r"hard)\b)[^.;:!?()\n]{6,110})",
    re.MULTILINE,
)
"""A note without a subject is about the person who rang: "Works in the pay office."."""

_SOURCE_IS = re.compile(
    r"\b(?i:(?:(?:my|our|the|this)\s)?(?:source|contact|caller|tipster|informant|whistle-?blower|"
    r"leak(?:er)?)(?:\shere)?(?:\s(?:is|was)|"
    rf"[’']s|:|\s=)\s)((?i:the|an?|one\sof)\s(?:[\w’'-]+\s){{0,4}}?(?:{_PEOPLE})s?\b[^.,;:!?()\n]{{0,110}})"
)
_OF_SOMEBODY = re.compile(r"^(?:the|my|our|a|an|his|her|their)\s[\w’'-]+[’']s\s\w", re.IGNORECASE)
_UNDER_HEADING = 3
_Found = Iterator[tuple[int, int, SensitiveKind]]


def source_identity(text: str) -> _Found:
    """Yield what was asked not to be printed ("do not say that I work in …") and descriptions of hidden sources.

    A description counts in the sentence of the request and in those right before and after it in its paragraph: "Do
    not name her. She is the widow of the baker." Sentences of an article that say that somebody asked not to be named
    are no request. Offsets are code points.
    """
    for match in _WITHHELD.finditer(text):
        yield match.start(1), match.start(1) + len(match.group(1).rstrip(" ,")), SensitiveKind.SOURCE_IDENTITY
    for match in _LEFT_OUT.finditer(text):
        group = 1 if match.group(1) is not None else 2
        yield match.start(group), match.start(group) + len(match.group(group).rstrip()), SensitiveKind.SOURCE_IDENTITY
    for match in _ON_CONDITION.finditer(text):
        yield match.start(1), match.end(1), SensitiveKind.SOURCE_IDENTITY
    yield from ((match.start(1), match.end(1), SensitiveKind.SOURCE_IDENTITY) for match in _SOURCE_IS.finditer(text))
    yield from _marked_out(text)
    lines = list(re.finditer(r"[^\n]+", text))
    headed = [place for place, line in enumerate(lines) if _is_request_alone(line.group())]
    for place, line in enumerate(lines):
        span = Span(*line.span())
        if _KEPT_BACK.search(line.group()) or ASKS_FOR_ONESELF.search(line.group()):
            yield from _beside_requests(text, span)
        elif any(0 < place - head <= _UNDER_HEADING for head in headed):
            yield from _noted(text, span)


def _is_request_alone(line: str) -> bool:
    """Return whether a line is little more than a request, as above a note: "NOT TO BE IDENTIFIED"."""
    return len(line) <= 90 and _KEPT_BACK.search(line) is not None


def _beside_requests(text: str, paragraph: Span) -> _Found:
    sentences = split_sentences(text, paragraph)
    asking = [
        place
        for place, one in enumerate(sentences)
        if _KEPT_BACK.search(one.of(text)) or ASKS_FOR_ONESELF.search(one.of(text))
    ]
    for place, sentence in enumerate(sentences):
        if not any(abs(place - cue) <= 1 for cue in asking):
            continue
        for match in _FEW.finditer(text, sentence.start, sentence.end):
            yield match.start(), match.start() + len(match.group().rstrip(" ,")), SensitiveKind.SOURCE_IDENTITY
        if not _ALLOWED.search(sentence.of(text)):
            yield from _noted(text, sentence)
            yield from _self_descriptions(text, sentence)
            yield from _descriptions(text, sentence)
            for match in _UNIQUE.finditer(text, sentence.start, sentence.end):
                yield match.start(), _end(match), SensitiveKind.SOURCE_IDENTITY
            yield from _working_places(text, sentence)


def _noted(text: str, within: Span) -> _Found:
    for match in _NOTED.finditer(text, within.start, within.end):
        yield match.start(1), match.start(1) + len(match.group(1).rstrip(" ,")), SensitiveKind.SOURCE_IDENTITY


def _marked_out(text: str) -> _Found:
    """Yield descriptions in print that fit one person: "the only nurse at the clinic, who asked not to be named"."""
    for asked in _ASKED.finditer(text):
        start = max(text.rfind("\n", 0, asked.start()), text.rfind(". ", 0, asked.start())) + 1
        for match in _DESCRIBED.finditer(text, start, asked.start()):
            if _MARKS_OUT.search(match.group()):
                yield match.start(), _end(match), SensitiveKind.SOURCE_IDENTITY


def _working_places(text: str, sentence: Span) -> _Found:
    for pattern in (_DETAILS, _AT_WORK):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            yield match.start(1), match.start(1) + len(match.group(1).rstrip()), SensitiveKind.SOURCE_IDENTITY


def _descriptions(text: str, sentence: Span) -> _Found:
    for match in _DESCRIBED.finditer(text, sentence.start, sentence.end):
        end = _end(match)
        words = text[match.start() : end]
        bare = len(words.split()) <= 2 or not re.search(
            r"\s(?:of|in|on|at|from|for|to|with|who|whose|working|near)\s", words
        )
        bare = bare and not _OF_SOMEBODY.search(words)
        if (
            _IS_NAMED.match(text, end)
            or _ONLY_A_TIME.search(words)
            or _ONLY_AN_ADVERB.search(words)
            or _IS_FINE.match(text, end)
        ):
            continue
        if not bare or (_MARKED.search(words) and len(words.split()) > 2):
            yield match.start(), end, SensitiveKind.SOURCE_IDENTITY


def _end(match: re.Match[str]) -> int:
    """Return where a description ends: before the verb that tells what its person did, unless "who" leads to it."""
    stretch = match.group()
    who = _WHO.search(stretch)
    verb = _AFTER_PERSON.search(stretch)
    if verb is not None and (who is None or verb.start() < who.start()):
        stretch = stretch[: verb.start()]
    return match.start() + len(stretch.rstrip(" ,"))


def _self_descriptions(text: str, sentence: Span) -> _Found:
    for match in _SELF.finditer(text, sentence.start, sentence.end):
        said = match.group(1).rstrip(" ,")
        if " " in said:
            named = _NOUN_PHRASE.match(said) is not None and _I_AM.match(match.group()) is not None
            start = match.start(1) if named else match.start()
            yield start, match.start(1) + len(said), SensitiveKind.SOURCE_IDENTITY
