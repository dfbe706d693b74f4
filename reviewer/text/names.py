"""Names: runs of capitalised words with the title before them."""

import re
from functools import lru_cache

import msgspec

from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_TITLES = word_set("text", "titles")
_PARTICLES = r"(?:de|del|della|der|den|di|du|da|van|von|bin|bint|al|el|la|le|ter|ten|af|av|y|zu|dos|das)"
_MEMBERS = frozenset(("Independent", "Republican", "Democrat", "Conservative", "Tory"))
"""Parties by the word for one of their members: before two capitalised words those are a name."""
_TOKEN = re.compile(
    r"[A-Z]\.(?:[A-Z]\.)*|[A-Z]\w+\.(?:com|org|net|co\.uk|gov|io|ai)(?!\w)|[^\W\d_]+(?:['’\-][^\W\d_]+)*|&|\d[\w,.]*|\S"
)
_LINKS_AFTER = word_set("text", "words_before_of")
_ROLES = word_set("people", "roles") | word_set("people", "ranks")
_HONORIFICS = word_set("people", "ranks")
_BEFORE_ROLES = word_set("people", "words_before_roles")
_ALSO_SURNAMES = word_set("people", "roles_that_are_surnames")
_FIRST_NAMES = word_set("people", "male_names") | word_set("people", "female_names")
_INSTITUTIONS = word_set("people", "organisation_words")
_PERSONAL = frozenset(("Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame"))
_LEADING = word_set("people", "roles") | word_set("text", "words_before_names")
_WORD = r"[^\W\d_]+(?:['’\-][^\W\d_]+)*?"
_INSIDE = re.compile(rf"(?<=[\w,;)’] )(?=[^a-z])({_WORD})(?=['’]s\b|[^\w'’-]|$)")
_BEGINS_NAME = re.compile(rf"(?<![\w-])(?=[^a-z])({_WORD}) (?=[^\W\d_a-z])")
_ASIDE = re.compile(r", (?:the|an?) (?:[a-z][\w’'-]+ ){0,4}[a-z][\w’'-]+,")
_LOWER = re.compile(r"(?<![\w’'-])[a-z][^\W\d_]*(?:['’\-][^\W\d_]+)*")
_DOMAINS = word_set("text", "words_joined_by_and")
_DAYS = word_set("text", "days")
_BEFORE_GENERAL = word_set("people", "words_before_general")
_AFFILIATIONS = word_set("people", "affiliations")
_NOT_NAMES = word_set("text", "not_names")


class Name(msgspec.Struct, frozen=True):
    """A name as printed; `start..end` covers title and name in code points, `title` is empty when there is none."""

    start: int
    end: int
    title: str
    name: str

    @property
    def span(self) -> Span:
        """Return the stretch of title and name."""
        return Span(self.start, self.end)


def find_names(text: str, within: Span) -> list[Name]:
    """Find names of people, institutions and places by their capitals, in text order.

    A capitalised word that merely begins a sentence is a name only when it goes on with another capitalised word or
    stands capitalised inside a sentence somewhere else in the text. "of" and "for" link what follows to an institution
    (University of X). Titles are kept apart; a possessive 's is left out.
    """
    tokens = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text, within.start, within.end)]
    names: list[Name] = []
    place = 0
    while place < len(tokens):
        stop = _run_end(text, tokens, place)
        if stop == place:
            place += 1
            continue
        name = _make_name(text, tokens, place, stop, within)
        if name is not None:
            names.append(name)
        place = stop
    return names


_Tokens = list[tuple[int, int, str]]


def _run_end(text: str, tokens: _Tokens, place: int) -> int:
    """Return the index after the capitalised run that begins at `place`, or `place` when none does."""
    if not _can_begin(tokens[place][2]):
        return place
    at = place + 1
    if tokens[place][2].endswith(("'s", "’s")):
        return at
    while at < len(tokens) and _adjoins(text, tokens, at):
        word = tokens[at][2]
        if (word == "." and tokens[at - 1][2] in _TITLES) or (
            _is_capitalised(word) and (not _is_plain(word) or word == "Police" or _is_surname(tokens, at))
        ):
            at += 1
        elif _linked(tokens, at):
            at += _linked(tokens, at)
        elif _is_owned_by_many(text, tokens, at):
            at += 2
        else:
            break
        if tokens[at - 1][2].endswith(("'s", "’s")):
            break
    return at


def _is_owned_by_many(text: str, tokens: _Tokens, at: int) -> bool:
    """Return whether a plural genitive stands inside an institution's name: Weavers' Guild, Supporters’ Trust."""
    if tokens[at][2] not in ("'", "’") or tokens[at][0] != tokens[at - 1][1] or not tokens[at - 1][2].endswith("s"):
        return False
    following = tokens[at + 1 : at + 4]
    capitals = [token[2].casefold() for token in following if _is_capitalised(token[2])]
    opens = bool(following) and _is_capitalised(following[0][2]) and text[tokens[at][1] : following[0][0]] == " "
    return opens and any(word in _INSTITUTIONS for word in capitals)


def _is_surname(tokens: _Tokens, at: int) -> bool:
    """Return whether a month is somebody's name: Mr March, Peter March; not Peter March 3."""
    before, word = tokens[at - 1][2], tokens[at][2]
    dated = at + 1 < len(tokens) and tokens[at + 1][2][0].isdigit()
    return word == "March" and not dated and (before in _TITLES or before.casefold() in _FIRST_NAMES)


def _adjoins(text: str, tokens: _Tokens, at: int) -> bool:
    gap = text[tokens[at - 1][1] : tokens[at][0]]
    return gap == "" or (gap.isspace() and gap.count("\n") == 0)


def _linked(tokens: _Tokens, at: int) -> int:
    """Return how many tokens a link and the capitalised word after it take, 0 when nothing is linked."""
    stop = at
    while stop < len(tokens) and (re.fullmatch(_PARTICLES, tokens[stop][2]) or tokens[stop][2] == "&"):
        stop += 1
    if (
        stop == at
        and tokens[at][2] in ("and", "&")
        and _is_domain(tokens, at - 1)
        and _leads_to_institution(tokens, at)
    ):
        stop = at + 1
    if stop == at and tokens[at][2] in ("of", "for", "OF", "FOR") and tokens[at - 1][2].casefold() in _LINKS_AFTER:
        stop = at + 2 if at + 1 < len(tokens) and tokens[at + 1][2] == "the" else at + 1
    if stop == at or stop >= len(tokens):
        return 0
    word = tokens[stop][2]
    return stop + 1 - at if _is_capitalised(word) and not _is_plain(word) else 0


def _is_domain(tokens: _Tokens, at: int) -> bool:
    """Return whether a word is one that institutions join with "and": Fire and Rescue, Health and Care."""
    return tokens[at][2].casefold() in _DOMAINS


def _leads_to_institution(tokens: _Tokens, at: int) -> bool:
    """Return whether an institution's word follows within three capitalised words, or "of" stands before them."""
    following = []
    for token in tokens[at + 1 : at + 5]:
        if not _is_capitalised(token[2]):
            break
        following.append(token[2].casefold())
    before = [token[2].casefold() for token in tokens[max(0, at - 4) : at]]
    named = any(word in _INSTITUTIONS for word in following) or (
        any(word in _LINKS_AFTER for word in before) and any(word in ("of", "for") for word in before)
    )
    return bool(following) and named


def _can_begin(word: str) -> bool:
    return _is_capitalised(word) and not _is_plain(word) and word not in ("A", "I")


def _is_plain(word: str) -> bool:
    """Return whether a capitalised word is no name: a function word, a day or a month, also in the genitive."""
    bare = word.casefold().removesuffix("'s").removesuffix("’s")
    return bare in _NOT_NAMES or bare in _DAYS or bare.removesuffix("s") in _DAYS


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and word[0].isalpha()


def _make_name(text: str, tokens: _Tokens, place: int, stop: int, within: Span) -> Name | None:
    start, end = tokens[place][0], tokens[stop - 1][1]
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    place = _after_leading_words(text, tokens, place, stop, within)
    start = tokens[place][0]
    titles = _title_length(tokens, place, stop)
    title = text[start : tokens[place + titles - 1][1]] if titles else ""
    name = text[tokens[place + titles][0] : end]
    if (not titles and stop - place == 1 and name == "May") or is_office(title, name):
        return None
    shouted = name.isupper() and len(name) > 1 and not within.of(text).isupper()
    double = re.fullmatch(r"[A-Z]\w+-[A-Z]\w+", name) is not None
    alone = not titles and stop - place == 1 and not shouted and not double
    if alone and _begins_sentence(text, start, within) and not (_known(text, name) or _is_introduced(text, name, end)):
        return None
    if alone and name.casefold() in _ROLES and text[max(within.start, start - 4) : start].casefold() == "the ":
        return None
    return Name(start, end, title, name)


def is_office(title: str, name: str) -> bool:
    """Return whether title and name together are an office and nobody's name: Attorney General, Minister for Health."""
    whole = f"{title} {name}".casefold().split()
    of_something = bool(title) and title.split()[-1] not in _PERSONAL and whole[len(title.split())] in ("for", "of")
    return of_something or (len(whole) == 2 and whole[0] in _BEFORE_GENERAL and whole[1] == "general")


def _title_length(tokens: _Tokens, place: int, stop: int) -> int:
    """Return how many tokens at the head of a capitalised run are title and role: Detective Chief Inspector Ann Dale.

    Everything up to the last role counts when a whole name follows it, a role such as Coach or Captain also before a
    surname alone. What may be a surname too (Baker, Cook) counts only at the head or after another role.
    """
    titles = 0
    if tokens[stop - 1][2].casefold() in _INSTITUTIONS and tokens[place][2] not in _PERSONAL:
        return 0
    while place + titles < stop - 1 and (tokens[place + titles][2] in _TITLES or tokens[place + titles][2] == "."):
        titles += 1
    titles += _domain_length(tokens, place + titles, stop) if titles else 0
    words = [token[2] for token in tokens[place:stop]]
    for at in range(len(words) - 2, titles - 1, -1):
        rest = [word for word in words[at + 1 :] if word != "."]
        if any(word.casefold() in _INSTITUTIONS or word == "&" for word in rest):
            break
        if _ends_role(words, at, rest):
            return at + 2 if words[at + 1] == "." else at + 1
    return titles


def _domain_length(tokens: _Tokens, at: int, stop: int) -> int:
    """Return how many tokens after a title say what of: "for Health and Care" of Minister for Health and Care X."""
    if tokens[at][2] not in ("for", "of"):
        return 0
    end = at + 1
    while end < stop - 1 and tokens[end][2].casefold() in _DOMAINS | {"and", "&", "the", "state"}:
        end += 1
    return end - at if end > at + 1 and _is_capitalised(tokens[end][2]) else 0


def _ends_role(words: list[str], at: int, name: list[str]) -> bool:
    """Return whether a word of a capitalised run is the last of a role, and what follows it a name."""
    word = words[at].casefold()
    if len(name) < 2 and not (name and word in _HONORIFICS):
        return False
    if word in ("state", "staff"):
        return at > 0 and words[at - 1].casefold() == "of"
    after_role = at == 0 or words[at - 1].casefold() in _ROLES | _BEFORE_ROLES
    return word in _ROLES and (after_role or word not in _ALSO_SURNAMES or name[0].casefold() in _FIRST_NAMES)


def _after_leading_words(text: str, tokens: _Tokens, place: int, stop: int, within: Span) -> int:
    """Pass over what stands capitalised before a name.

    That is a role or participle that begins a sentence, words before Mr, what a role is of ("Inspector of Prisons Ann
    Dale") and the party of a politician ("Republican Rob Ince").
    """
    for at in range(stop - 2, place, -1):
        if tokens[at][2] in _PERSONAL and tokens[at - 1][2] not in _TITLES:
            return at
    person = _after_domain(tokens, place, stop) or _after_party(tokens, place, stop)
    if person:
        return person
    first = tokens[place][2].casefold()
    if stop - place < 3 and not (stop - place == 2 and first in _LEADING):
        return place
    leads = first in _LEADING or (first.endswith("ing") and len(first) > 5)
    return (
        place + 1
        if leads and _begins_sentence(text, tokens[place][0], within) and tokens[place][2] not in _TITLES
        else place
    )


def _after_domain(tokens: _Tokens, place: int, stop: int) -> int:
    """Return where a person's name begins behind what their role is of, 0 when it is no such run."""
    linked = place > 1 and tokens[place - 1][2] in ("of", "for") and tokens[place - 2][2].casefold() in _ROLES
    if not linked:
        return 0
    return next((at for at in range(place + 1, stop - 1) if tokens[at][2].casefold() in _FIRST_NAMES), 0)


def _after_party(tokens: _Tokens, place: int, stop: int) -> int:
    """Return where a person's name begins behind the name of a party, 0 when it is no such run."""
    at = place
    while at < stop - 2 and tokens[at][2].casefold() in _AFFILIATIONS:
        at += 1
    rest = [token[2].casefold() for token in tokens[at:stop]]
    if at == place or any(word in _INSTITUTIONS or not word[0].isalpha() for word in rest):
        return 0
    return at if rest[0] in _FIRST_NAMES or (len(rest) == 2 and tokens[at - 1][2] in _MEMBERS) else 0


def _begins_sentence(text: str, at: int, within: Span) -> bool:
    before = text[within.start : at].rstrip(" \t\n\r\"'“‘«„([")
    return not before or before[-1] in ".!?:…"


def _is_introduced(text: str, name: str, end: int) -> bool:
    """Return whether a lone word is told to be a name by what follows: "Ofgrain, the regulator, fined the mill"."""
    aside = _ASIDE.match(text, end)
    return aside is not None and len(name) > 3 and name.lower() not in _vocabulary(text)[1]


def _known(text: str, name: str) -> bool:
    """Return whether the word stands capitalised inside a sentence, and nowhere in lower case."""
    capitalised, lower = _vocabulary(text)
    return name in capitalised and name.lower() not in lower


@lru_cache(maxsize=4)
def _vocabulary(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that stand capitalised inside a sentence or begin a longer name, and those in lower case."""
    inside = {match.group(1) for match in _INSIDE.finditer(text)}
    begins = {match.group(1) for match in _BEGINS_NAME.finditer(text)}
    return frozenset(inside | begins), frozenset(match.group() for match in _LOWER.finditer(text))
