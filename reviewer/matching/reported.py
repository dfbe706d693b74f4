"""Words that a source gives as somebody else's: in quotation marks or after a colon, with a clause that tells whose."""

import re

import msgspec

from reviewer.matching.authors import NAME
from reviewer.matching.rules import word_list
from reviewer.matching.stopwords import STOPWORDS
from reviewer.model.geometry import Span
from reviewer.text.quotation import Quotation, find_quotations_in_paragraphs

_SAYING = (
    r"(?:said|says|saying|say|told|tells|wrote|writes|added|adds|asked|asks|replied|replies|answered|answers|shouted|"
    r"shouts|cried|cries|insisted|insists|claimed|claims|warned|warns|argued|argues|explained|explains|admitted|admits|"
    r"remarked|remarks|objected|objects|called|calls|described|describes|stated|states|noted|notes|announced|announces|"
    r"declared|declares|promised|promises|whispered|joked|jokes|recalled|recalls|muttered|texted|emailed|tweeted|posted|"
    r"commented|comments|concluded|concludes|testified|testifies|retorted|responded|responds|suggested|suggests)"
)
_VERB = re.compile(rf"\b{_SAYING}\b")
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘A-ZÀ-Þ0-9])")
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Rev|Sgt|Cllr|Capt|Lt|Col|Gen|Hon|Sen|Rep|[A-Z])\.$")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^“”\"]{2,80}?),?\s*$")
_ANSWER_OF = re.compile(
    r"(?:['’]s?|\b(?:his|her|their))\s(?:only\s|first\s|last\s)?(?:answer|reply|response|words|verdict|view|message|motto|"
    r"line|advice|comment|reaction|question|explanation)\b",
    re.IGNORECASE,
)
"""What makes a clause without a verb of saying (`the bank's answer was:`) tell whose words follow."""

_TAG_AFTER = re.compile(
    rf"^[\s,.?!–—-]*(?:{_SAYING}\s(?P<after>[^,.;:“”\"]{{2,60}}(?:,\s[^,.;:“”\"]{{2,60}})?)"
    rf"|(?P<before>[^.;:“”\"]{{1,90}}?),?\s{_SAYING}\b)"
)
_FULL = re.compile(NAME)
_HE_OR_SHE = frozenset({"he", "she"})
_SPEAKER_ITSELF = frozenset({"i", "we"})


class Reporter(msgspec.Struct, frozen=True):
    """Who is said to have said it: the words of the clause that tell, and the full name they stand for, if known."""

    words: str
    name: str = ""

    @property
    def is_a_pronoun(self) -> bool:
        """Return whether nothing but `he` or `she` tells who it is."""
        return not self.name and self.words.split()[-1].casefold() in _HE_OR_SHE


def reported_by(text: str, paragraph: Span, span: Span) -> Reporter | None:
    """Return whose words a source says a passage is; None where it speaks with its own voice, or leaves it open.

    Looked at are the clause before the innermost quotation marks round the passage, the one after them, and a clause
    that ends with a colon right before words without marks (`He said: I would sooner sell the stand`). `I said` and
    `we told them` leave the words to the source's own voice. Code points.
    """
    mark = quotation_round(text, paragraph, span)
    if mark is None:
        lead = _clause_before(text, paragraph.start, span.start)
        return _who(text, paragraph, lead) if lead.of(text).rstrip().endswith(":") and _saying(lead.of(text)) else None
    after = _clause_after(text, mark.end, paragraph.end)
    if not _ends_a_sentence(mark.inside.of(text), after) and (tag := _TAG_AFTER.match(after)):
        return _subject(text, paragraph, (tag["after"] or tag["before"]).strip(" ,"), mark.start)
    lead = _clause_before(text, paragraph.start, mark.start)
    return _who(text, paragraph, lead)


def quotation_round(text: str, paragraph: Span, span: Span) -> Quotation | None:
    """Return the innermost quotation that holds a passage."""
    found = find_quotations_in_paragraphs(text, (paragraph,)).found
    holding = [q for q in found if q.start <= span.start and span.end <= q.end]
    return min(holding, key=lambda quotation: quotation.end - quotation.start, default=None)


def _clause_before(text: str, start: int, end: int) -> Span:
    """Return what stands before a place in the same sentence."""
    for match in _SENTENCE_END.finditer(text, start, end):
        if not _ABBREVIATED.search(text[start : match.start() + 1]):
            start = match.end()
    return Span(start, end)


def _clause_after(text: str, start: int, end: int) -> str:
    match = next(
        (m for m in _SENTENCE_END.finditer(text, start, end) if not _ABBREVIATED.search(text[start : m.start() + 1])),
        None,
    )
    return text[start : match.start() if match else end]


def _ends_a_sentence(quoted: str, after: str) -> bool:
    """Return whether what follows a quotation is a new sentence and no tag of it."""
    return quoted.rstrip()[-1:] == "." and after.lstrip()[:1].isupper()


def _saying(words: str) -> re.Match[str] | None:
    return _VERB.search(words)


def _who(text: str, paragraph: Span, lead: Span) -> Reporter | None:
    words = lead.of(text).rstrip(" “‘\"'")
    if according := _ACCORDING.search(words):
        return _subject(text, paragraph, according["who"], lead.start)
    verb = _saying(words)
    if verb:
        return _subject(text, paragraph, words[: verb.start()].strip(" ,"), lead.start)
    if not words.endswith(":"):
        return None
    told = _subject(text, paragraph, words.rstrip(" :"), lead.start)
    return told if told and (told.name or _ANSWER_OF.search(told.words)) else None


def _subject(text: str, paragraph: Span, words: str, at: int) -> Reporter | None:
    """Return whom the subject of a clause names: by name, by a pronoun for the last name before it, or by a role."""
    words = re.split(r"[.;:!?“”\"\n]\s*", words)[-1].strip()
    last = (re.findall(r"[\w’'-]+", words) or [""])[-1].casefold()
    if not words or last in _SPEAKER_ITSELF or re.match(r"(?:I|We)\b", words):
        return None
    if last in _HE_OR_SHE:
        before = full_names(text[paragraph.start : at])
        return Reporter(words, before[-1] if before else "")
    pieces = [piece.strip() for piece in re.split(r",|\band\b(?= [A-Z])", words)]
    names = [piece for piece in pieces if _FULL.fullmatch(piece) and is_full_name(piece)] or full_names(words)
    return Reporter(words, names[0] if len(names) == 1 else "")


def full_names(words: str) -> list[str]:
    """Return the names of persons in a text that are more than a first name: two words, or a title and one."""
    found = [re.sub(r"['’]s$", "", match.group()).rstrip(".,") for match in _FULL.finditer(words)]
    return [name for name in found if is_full_name(name)]


def is_full_name(name: str) -> bool:
    """Return whether a name has two words, or a title before one."""
    words = [word.casefold() for word in name.split()]
    return len(words) >= 2 and words[0] not in STOPWORDS and not set(words) & word_list("institutions")
