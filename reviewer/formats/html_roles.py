"""What an element of a page is for: story, furniture, hidden, or not text at all."""

import re

from lxml import html

from reviewer.model.document import Furniture


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NOT_TEXT = _names(
    "script style noscript template head select option datalist input textarea iframe object embed audio video canvas "
    "svg map applet frame frameset noframes rt rp meta link base title"
)
BLOCKS = _names(
    "address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody "
    "tfoot thead tr td th caption ul time-block"
)
_HIDDEN_STYLE = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$))", re.I
)
_HIDDEN_CLASSES = _names(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only screen-reader-only u-hidden "
    "is-hidden hidden visually-hide a11y-hidden u-visually-hidden assistive-text"
)
_SHOWN_ON_WIDE_SCREENS = re.compile(r"(?:sm|md|lg|xl|2xl|tablet|desktop):(?:block|flex|inline|inline-block|grid|table)")
_BY_TAG = {
    "nav": Furniture.OTHER,
    "footer": Furniture.OTHER,
    "aside": Furniture.RELATED,
    "form": Furniture.NEWSLETTER,
    "button": Furniture.SHARING,
    "dialog": Furniture.OTHER,
    "menu": Furniture.OTHER,
}
_BY_ROLE = {
    "navigation": Furniture.OTHER,
    "contentinfo": Furniture.OTHER,
    "complementary": Furniture.RELATED,
    "search": Furniture.OTHER,
    "dialog": Furniture.OTHER,
    "banner": Furniture.OTHER,
    "alertdialog": Furniture.OTHER,
}
_BY_WORD: tuple[tuple[Furniture, frozenset[str]], ...] = (
    (Furniture.COOKIE_NOTICE, _names("cookie cookies consent gdpr onetrust cookiebar cookiebanner ccpa")),
    (Furniture.SHARING, _names("share sharing social socials sharebar sharetools comments disqus toolbar")),
    (
        Furniture.RELATED,
        _names("related recirc recirculation readmore recommended recommendations trending mostread popular"),
    ),
    (
        Furniture.NEWSLETTER,
        _names("newsletter newsletters signup subscribe subscription paywall membership promo regwall"),
    ),
    (Furniture.BYLINE, _names("byline bylines author authors contributor contributors")),
    (
        Furniture.PUBLICATION,
        _names("dateline timestamp pubdate datetime published copyright breadcrumb breadcrumbs tags topics"),
    ),
    (Furniture.CAPTION, _names("caption captions credit figcaption")),
    (
        Furniture.OTHER,
        _names(
            "ad ads advert advertisement advertising sponsored sponsor outbrain taboola navigation navbar sidebar "
            "sitefooter siteheader skiplink masthead"
        ),
    ),
)
_STORY_PARAGRAPH = 150
_STORY_PARAGRAPHS = 2
_LONGEST_LINE_KIND = 240
_LINE_KINDS = (Furniture.BYLINE, Furniture.PUBLICATION, Furniture.CAPTION)
_WORDS = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_STANDFIRST_WORDS = _names("standfirst subtitle subheadline dek deck strapline subhead")


def is_hidden(element: html.HtmlElement) -> bool:
    """Return whether a browser would show nothing of this element."""
    if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or ""):
        return True
    classes = (element.get("class") or "").split()
    return bool(_HIDDEN_CLASSES.intersection(classes)) and not any(map(_SHOWN_ON_WIDE_SCREENS.fullmatch, classes))


def furniture_of(element: html.HtmlElement) -> Furniture | None:
    """Return what furniture an element is by its tag, its role or the words of its class and id, or None.

    An element that holds the headline, the article or several story paragraphs is never furniture, whatever its class
    says: sites name whole pages after what stands at their edge.
    """
    tag = element.tag
    if tag in ("html", "body", "main", "article", "h1", "p") and not element.get("class"):
        return None
    if tag == "header" and element.find(".//h1") is None and not _has_ancestor(element, "article"):
        return Furniture.OTHER
    if tag in _BY_TAG and not (tag == "footer" and _has_ancestor(element, "blockquote")):
        return _BY_TAG[tag] if not _holds_story(element) else None
    by_role = _BY_ROLE.get((element.get("role") or "").lower())
    kind = by_role or _kind_by_words(element)
    if kind is None or _holds_story(element):
        return None
    if kind in _LINE_KINDS and len(element.text_content()) > _LONGEST_LINE_KIND:
        return None
    return kind


def is_standfirst(element: html.HtmlElement) -> bool:
    """Return whether the page names this element as the standfirst."""
    return bool(_STANDFIRST_WORDS.intersection(_class_words(element)))


def _kind_by_words(element: html.HtmlElement) -> Furniture | None:
    words = _class_words(element)
    if not words:
        return None
    return next((kind for kind, names in _BY_WORD if names.intersection(words)), None)


def _class_words(element: html.HtmlElement) -> set[str]:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return set(_WORDS.findall(_CAMEL.sub(" ", names).lower())) if names.strip() else set()


def _holds_story(element: html.HtmlElement) -> bool:
    if element.tag in ("nav", "footer", "button") and element.find(".//h1") is None:
        return False
    if (
        element.find(".//h1") is not None
        or element.find(".//article") is not None
        or element.find(".//main") is not None
    ):
        return True
    if element.tag == "p" and len(element.text_content()) >= _STORY_PARAGRAPH:
        return True
    if element.tag == "aside":
        return False
    long = sum(1 for paragraph in element.iter("p") if len(paragraph.text_content()) >= _STORY_PARAGRAPH)
    return long >= _STORY_PARAGRAPHS


def _has_ancestor(element: html.HtmlElement, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None
