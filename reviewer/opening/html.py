"""Reads saved pages and HTML fragments; nothing they point to is fetched."""

from lxml import html

from reviewer.formats.encoding import decode
from reviewer.formats.html_roles import is_hidden
from reviewer.formats.html_tree import declared_encoding, page_title, parse_html, published_stamp
from reviewer.formats.html_walk import HtmlWalk
from reviewer.formats.text_builder import TextBuilder
from reviewer.model.document import BlockKind, Notice, NoticeCode
from reviewer.opening.paragraphs import split_at_line_breaks
from reviewer.opening.publication_date import iso_day
from reviewer.opening.reading import Reading

MEDIA_TYPE = "text/html"


def read_html(name: str, content: bytes) -> Reading:
    """Read a page from its bytes. Raises ReviewerError: TOO_DEEP, NO_TEXT."""
    page, notices = decode(content, declared_encoding(content))
    return read_html_text(name, page, notices)


def read_html_text(name: str, page: str, notices: tuple[Notice, ...] = (), *, is_page: bool = True) -> Reading:
    """Read a decoded page or fragment: headline kept, navigation and asides marked as furniture.

    A page whose body shows no headline gets the one that its head names as its first block; the body of a mail, which
    is no page, does not. Raises ReviewerError: TOO_DEEP, NO_TEXT.
    """
    root = parse_html(name, page)
    title = page_title(root)
    headline = _headline_element(root, title)
    out = TextBuilder()
    if headline is None and title and is_page:
        out.add(title, BlockKind.HEADLINE)
    walk = HtmlWalk(out, headline)
    walk.walk(root)
    stamp = published_stamp(root)
    return Reading(
        MEDIA_TYPE,
        out.text,
        split_at_line_breaks(out.text, out.blocks),
        notices=(*notices, *_notices(walk)),
        published=iso_day(stamp) if stamp else None,
        title=title,
    )


def _headline_element(root: html.HtmlElement, title: str) -> html.HtmlElement | None:
    """Return the element that shows the headline: an h1 of the article, any h1, or a heading with the title's words."""
    first_level = [element for element in root.iter("h1") if _is_shown(element)]
    wanted = _folded(title)
    for element in first_level:
        if wanted and _folded(element.text_content()) == wanted:
            return element
    for element in first_level:
        if next(element.iterancestors("article", "main"), None) is not None:
            return element
    if first_level:
        return first_level[0]
    for element in root.iter("h2", "h3"):
        if wanted and _is_shown(element) and _folded(element.text_content()) == wanted:
            return element
    return None


def _is_shown(element: html.HtmlElement) -> bool:
    if not element.text_content().strip() or is_hidden(element):
        return False
    return not any(is_hidden(ancestor) for ancestor in element.iterancestors())


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _notices(walk: HtmlWalk) -> list[Notice]:
    notices = []
    if walk.remote:
        notices.append(Notice(NoticeCode.REMOTE_CONTENT_LEFT_OUT, {"count": str(walk.remote)}))
    if walk.hidden:
        notices.append(Notice(NoticeCode.HIDDEN_TEXT, {"count": str(walk.hidden)}))
    return notices
