"""Marks page furniture: the blocks of a page or release that are no part of the story.

Nothing is deleted and no offset moves. A story paragraph that is greyed costs more trust than a line of furniture
that is not, so a block is only taken when the whole of it has the form of furniture.
"""

import re
from collections.abc import Sequence

import msgspec

from reviewer.model.document import Block, BlockKind, Furniture
from reviewer.opening.furniture_rules import Where, furniture_rules
from reviewer.text.wordlists import word_set

_BODY_LENGTH = 90
_ITEM_LENGTH = 110
_LIST_REACH = 12
_AFTER_END_SHARE = 0.6
_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*$")
_BY_KIND = {
    BlockKind.PAGE_HEADER: Furniture.RUNNING_HEAD,
    BlockKind.PAGE_FOOTER: Furniture.RUNNING_HEAD,
    BlockKind.CAPTION: Furniture.CAPTION,
    BlockKind.COMMENT: Furniture.OTHER,
}
_NEVER = (BlockKind.MAIL_HEADER, BlockKind.TABLE_CELL, BlockKind.FOOTNOTE)
_CLOSES_STORY = (Furniture.END_MARK, Furniture.NOTES)
_LIST_HEADING = re.compile(
    r"(?:related|most|more|top|latest|trending|recommended|you may|you might|editor|see also|read|popular"
    r"|further reading|from the|around the|don[’']t miss|in case you).*",
    re.IGNORECASE,
)
_CONTACT_HEADING = re.compile(r"[^\d@]{3,60}(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|details|relations)?:?", re.I)
_CONTACT_LINE = re.compile(r".*(?:@|\+?\d[\d ()/-]{7,}|www\.|https?://).*")
_ABOUT_HEADING = re.compile(r"About (?:the )?[A-Z0-9][^.!?]{1,60}:?")
_OF_A_PAGE = (
    Furniture.BROWSER_WARNING,
    Furniture.COOKIE_NOTICE,
    Furniture.RELATED,
    Furniture.NEWSLETTER,
    Furniture.SHARING,
    Furniture.BYLINE,
    Furniture.CAPTION,
)
_PAGE_EVIDENCE = 2
_MOST_TEASERS = 3
_TEASER_LENGTH = 110
_WORDS_OF_A_TEASER = 4
_NOT_A_TEASERS_END = (".", "!", "?", "…", ":", ";", ",", "”", '"', "’", ")")
_TEASER = re.compile(r"[A-Z][a-z’]+(?: [a-z’]+){0,3}: \S|.* [|/·›] |.*\b(?:our|us|your|here|website|newsletter|app)\b")
_WRITER = r"[A-ZÀ-Þ][\w’'-]+(?: (?:[A-Z]\.|de|van|von|al|el|bin|Mac|Ó))?(?: [A-ZÀ-Þ][\w’'-]+){1,2}"
_A_LIFE = re.compile(r"\b(?:born|b\.)\b.{3,60}\d{4}\b.{0,10}\bdied\b")
"""The last line of an obituary."""

_BARE_BYLINE = re.compile(
    rf"{_WRITER}(?:(?:,? (?:in|at)|,) [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){{0,2}})?"
    rf"(?:(?:, | and | & ){_WRITER}(?:,? (?:in|at) [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){{0,2}})?){{0,3}}"
)
_INSTITUTIONS = word_set("people", "organisation_words")
_DRESSED = re.compile(r"[>»→▶►*•·–—-]{1,3} ?(?P<behind>\S.+)|[\[(](?P<bracketed>[^\[\]()]+)[\])]\.?")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


def mark_furniture(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with furniture marked; blocks marked already stay as they are.

    What a block is in its file (a running head, a caption) and what its line says decide first. Then what stands
    round it: items under "Most read", everything after ENDS or "Notes to editors", lines under a contact heading.
    """
    lines = [" ".join(_INVISIBLE.sub("", block.span.of(text)).split()) for block in blocks]
    kinds = [block.furniture or _BY_KIND.get(block.kind) for block in blocks]
    _mark_by_phrase(blocks, lines, kinds)
    _mark_bare_bylines(blocks, lines, kinds)
    _mark_lists(blocks, lines, kinds)
    _mark_contacts(blocks, lines, kinds)
    _mark_teasers(blocks, lines, kinds)
    _mark_after_the_end(blocks, lines, kinds)
    return tuple(
        block if block.furniture is kind else msgspec.structs.replace(block, furniture=kind)
        for block, kind in zip(blocks, kinds, strict=True)
    )


def _mark_by_phrase(blocks: Sequence[Block], lines: list[str], kinds: list[Furniture | None]) -> None:
    body = [
        at for at, line in enumerate(lines) if kinds[at] is None and len(line) >= _BODY_LENGTH and _is_sentence(line)
    ]
    rules = furniture_rules()
    seen_story = False
    for at, line in enumerate(lines):
        if kinds[at] is None and line and blocks[at].kind not in _NEVER:
            places = {Where.ANYWHERE}
            if seen_story:
                places.add(Where.LATER)
            # A long standfirst may stand above the byline, so that the head reaches to the second long paragraph.
            if len(body) < 2 or at < body[1]:
                places |= {Where.HEAD, Where.EDGE}
            if body and at > body[-1]:
                places |= {Where.TAIL, Where.EDGE}
            kinds[at] = rules.kind_of(line, places) or rules.kind_of(_undressed(line), places)
        seen_story = seen_story or kinds[at] is None
    if lines and kinds[0] is None:
        _mark_leading_byline(lines, kinds)


def _undressed(line: str) -> str:
    """Return a line without the arrow, star or bracket that a page puts round its pointers: "[GALLERY: …]"."""
    dressed = _DRESSED.fullmatch(line)
    return dressed["bracketed"] or dressed["behind"] if dressed else ""


def _mark_bare_bylines(blocks: Sequence[Block], lines: list[str], kinds: list[Furniture | None]) -> None:
    """Nothing but names between the headline and the story is a byline where the page shows other furniture.

    A page has at least two lines of furniture, or one right beside the names.
    """
    story = [at for at, line in enumerate(lines) if kinds[at] is None and line]
    body = next((at for at in story if len(lines[at]) >= _BODY_LENGTH and _is_sentence(lines[at])), None)
    for at in story[1:] if body is not None else ():
        if at >= (body or 0) or blocks[at].kind in _NEVER or not _BARE_BYLINE.fullmatch(lines[at]):
            continue
        beside = [kinds[place] for place in (at - 1, at + 1) if 0 <= place < len(lines)]
        shown = sum(kind is not None for kind in kinds)
        if not _names_an_institution(lines[at]) and (shown >= _PAGE_EVIDENCE or any(beside)):
            kinds[at] = Furniture.BYLINE


def _names_an_institution(line: str) -> bool:
    return any(word.casefold().strip(",.") in _INSTITUTIONS for word in line.split())


def _mark_leading_byline(lines: list[str], kinds: list[Furniture | None]) -> None:
    """A byline or a pointer may stand above the headline, but a headline of its own form must not be lost."""
    following = next((lines[at] for at in range(1, len(lines)) if kinds[at] is None), "")
    if not following or len(following) >= _BODY_LENGTH or _is_sentence(following):
        return
    label = lines[0].partition(":")[0]
    wanted = Furniture.BYLINE if lines[0][:3].lower() == "by " else Furniture.RELATED if label.isupper() else None
    if wanted is not None and furniture_rules().kind_of(lines[0], {Where.LATER}) is wanted:
        kinds[0] = wanted


def _mark_lists(blocks: Sequence[Block], lines: list[str], kinds: list[Furniture | None]) -> None:
    """Headlines of other stories stand under a heading such as "Most read", up to the next sentence."""
    reach = 0
    for at, line in enumerate(lines):
        if kinds[at] is Furniture.RELATED and _is_list_heading(line):
            reach = at + _LIST_REACH
        elif kinds[at] is None and at <= reach and reach:
            if len(line) <= _ITEM_LENGTH and not _is_sentence(line) and blocks[at].kind not in _NEVER:
                kinds[at] = Furniture.RELATED
            else:
                reach = 0


def _is_list_heading(line: str) -> bool:
    return len(line) <= 40 and _LIST_HEADING.fullmatch(line) is not None and ": " not in line and "|" not in line


def _mark_contacts(blocks: Sequence[Block], lines: list[str], kinds: list[Furniture | None]) -> None:
    """Names and job titles stand between a contact heading and the numbers they belong to."""
    at = 0
    while at < len(lines):
        if kinds[at] is Furniture.CONTACT and _CONTACT_HEADING.fullmatch(lines[at]):
            reach = at + 1
            while reach < len(lines) and _may_be_contact(blocks[reach], lines[reach], kinds[reach]):
                reach += 1
            known = [i for i in range(at + 1, reach) if _CONTACT_LINE.fullmatch(lines[i])]
            for i in range(at + 1, known[-1] + 1 if known else at + 1):
                kinds[i] = kinds[i] or Furniture.CONTACT
            at = reach
        else:
            at += 1


def _may_be_contact(block: Block, line: str, kind: Furniture | None) -> bool:
    if kind is not None:
        return True
    return block.kind not in _NEVER and len(line) <= 120 and (not _is_sentence(line) or bool(_CONTACT_LINE.match(line)))


def _mark_teasers(blocks: Sequence[Block], lines: list[str], kinds: list[Furniture | None]) -> None:
    """On a newspaper's page a lone line that is no sentence, between paragraphs, belongs to the page.

    Such a line points to another story ("Leader: a lifeline") or speaks to the reader ("Twelve ways to follow us").
    Short headings inside the story are left alone, as are lists, interviews and transcripts, which have many lines of
    this form, and documents without the furniture of a page.
    """
    body = [at for at, line in enumerate(lines) if kinds[at] is None and len(line) >= _BODY_LENGTH]
    if not body or sum(1 for kind in kinds if kind in _OF_A_PAGE) < _PAGE_EVIDENCE:
        return
    found = [
        at
        for at in range(body[0] + 1, len(lines))
        if kinds[at] is None and blocks[at].kind is BlockKind.PARAGRAPH and _is_teaser(lines[at], at > body[-1])
    ]
    for at in found if len(found) <= _MOST_TEASERS else ():
        above = next(i for i in range(at - 1, -1, -1) if kinds[i] is None)
        below = next((i for i in range(at + 1, len(lines)) if kinds[i] is None), None)
        if _is_sentence(lines[above]) and (below is None or _is_sentence(lines[below])):
            kinds[at] = Furniture.RELATED


def _is_teaser(line: str, after_the_story: bool) -> bool:
    if _A_LIFE.search(line) or len(line) > _TEASER_LENGTH or line.endswith(_NOT_A_TEASERS_END) or not line[0].isupper():
        return False
    return _TEASER.match(line) is not None or (after_the_story and len(line.split()) >= _WORDS_OF_A_TEASER)


def _mark_after_the_end(blocks: Sequence[Block], lines: list[str], kinds: list[Furniture | None]) -> None:
    """After ENDS or a heading of notes nothing belongs to the story, unless that would be most of the document."""
    total = sum(map(len, lines))
    close = next((at for at, kind in enumerate(kinds) if kind in _CLOSES_STORY and _is_close(lines[at])), None)
    if close is None:
        close = _about_heading(lines, kinds)
    if close is None or sum(map(len, lines[close:])) > total * _AFTER_END_SHARE:
        return
    for at in range(close, len(lines)):
        if kinds[at] is None and blocks[at].kind is not BlockKind.MAIL_HEADER:
            kinds[at] = Furniture.NOTES


def _is_close(line: str) -> bool:
    return len(line) <= 60


def _about_heading(lines: list[str], kinds: list[Furniture | None]) -> int | None:
    """The firm's own description of itself follows "About X" at the foot of a release."""
    if not any(kind in (Furniture.CONTACT, Furniture.PUBLICATION, Furniture.EMBARGO) for kind in kinds):
        return None
    for at in range(len(lines) // 2, len(lines) - 1):
        if kinds[at] is None and _ABOUT_HEADING.fullmatch(lines[at]) and _is_sentence(lines[at + 1]):
            return at
    return None


def _is_sentence(line: str) -> bool:
    return _SENTENCE_END.search(line) is not None
