"""Word comments with authors, dates, threads and the resolved state: comments, commentsExtended and people parts.

[MS-DOCX] 2.5.1 (commentsExtended, `w15:done`, `w15:paraIdParent`) and 2.5.4 (people). Ids stay small: LibreOffice
loses comments whose ids are above 2^31.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reviewer.formats.docx_xml import NAMESPACES, XML_HEAD, attribute, escaped

_FIRST_PARAGRAPH = 0x10000000


@dataclass(frozen=True)
class Comment:
    """A comment; `at` is ISO 8601 with zone, lines of `text` become paragraphs, `parent` is the id it answers."""

    number: int
    author: str
    initials: str
    at: str
    text: str
    is_done: bool = False
    parent: int | None = None


def comments_part(comments: Sequence[Comment]) -> bytes:
    """Return word/comments.xml."""
    made = [_comment(comment) for comment in comments]
    return f"{XML_HEAD}<w:comments {NAMESPACES}>{''.join(made)}</w:comments>".encode()


def comments_extended_part(comments: Sequence[Comment]) -> bytes:
    """Return word/commentsExtended.xml: who answers whom and what is resolved."""
    rows = []
    for comment in comments:
        parent = f' w15:paraIdParent="{_paragraph_id(comment.parent)}"' if comment.parent is not None else ""
        done = int(comment.is_done)
        rows.append(f'<w15:commentEx w15:paraId="{_paragraph_id(comment.number)}"{parent} w15:done="{done}"/>')
    return f"{XML_HEAD}<w15:commentsEx {NAMESPACES}>{''.join(rows)}</w15:commentsEx>".encode()


def people_part(comments: Sequence[Comment]) -> bytes:
    """Return word/people.xml: every author once."""
    rows = [
        f'<w15:person w15:author="{attribute(author)}">'
        f'<w15:presenceInfo w15:providerId="None" w15:userId="{attribute(author)}"/></w15:person>'
        for author in dict.fromkeys(comment.author for comment in comments)
    ]
    return f"{XML_HEAD}<w15:people {NAMESPACES}>{''.join(rows)}</w15:people>".encode()


def word_date(iso: str) -> str:
    """Return a date as Word writes it: the local time, to which it adds a meaningless Z."""
    try:
        return datetime.fromisoformat(iso).strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return ""


def _comment(comment: Comment) -> str:
    date = word_date(comment.at)
    dated = f' w:date="{date}"' if date else ""
    lines = comment.text.split("\n")
    paragraphs = []
    for place, line in enumerate(lines):
        # The last paragraph's id is the one that the extended part speaks of.
        own = f' w14:paraId="{_paragraph_id(comment.number)}"' if place == len(lines) - 1 else ""
        mark = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>' if place == 0 else ""
        paragraphs.append(
            f'<w:p{own}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{mark}'
            f'<w:r><w:t xml:space="preserve">{escaped(line)}</w:t></w:r></w:p>'
        )
    return (
        f'<w:comment w:id="{comment.number}" w:author="{attribute(comment.author)}"{dated} '
        f'w:initials="{attribute(comment.initials)}">{"".join(paragraphs)}</w:comment>'
    )


def _paragraph_id(number: int | None) -> str:
    return f"{_FIRST_PARAGRAPH + (number or 0):08X}"
