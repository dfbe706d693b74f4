"""An HTML page as a tree: decoded, parsed within limits, and what its head says about it."""

import json
import re
from collections.abc import Iterator

from lxml import etree, html

from reviewer.model.problem import ProblemCode, ReviewerError

_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_XML_ENCODING = re.compile(rb"\A\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w.:-]+)", re.I)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HEAD_BYTES = 4096
_LD_LIMIT = 500_000
_PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "publishdate",
    "publish-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "date",
)
_DEEPEST = 256
_DATE_FIELD = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2}[^"]{0,40})"')


def declared_encoding(content: bytes) -> str | None:
    """Return the encoding that a page's first bytes declare, or None."""
    head = content[:_HEAD_BYTES]
    match = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    return match[1].decode("ascii", "replace") if match else None


def parse_html(name: str, page: str) -> html.HtmlElement:
    """Parse a page; nothing is fetched. Null characters are left out, as browsers leave them out of text.

    A script or a picture of more than 10 MB within the page would end the parser, and what follows be lost without a
    word, if it were not told to go on. It still stops at some depth and returns the little it has: that, and more
    levels than the recursion that follows can go down, is raised as TOO_DEEP, other limits of the parser as
    FILE_TOO_LARGE. Raises ReviewerError with NO_TEXT for a page that holds nothing.
    """
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    data = _XML_DECLARATION.sub("", page).replace("\0", "").encode("utf-8", "replace")
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        _refuse_depth(name, parser)
        raise ReviewerError(ProblemCode.NO_TEXT, name=name) from error
    _refuse_depth(name, parser, root)
    return root


def page_title(root: html.HtmlElement) -> str:
    """Return the headline that the page's head names: og:title, else its title without the site's name."""
    for meta in root.iter("meta"):
        title = " ".join((meta.get("content") or "").split())
        if title and _meta_name(meta) in ("og:title", "twitter:title"):
            return title
    title = " ".join((root.findtext(".//title") or "").split())
    return re.split(r"\s+[|–—•»-]\s+(?=[^|–—•»]{2,40}$)", title, maxsplit=1)[0]


def published_stamp(root: html.HtmlElement) -> str | None:
    """Return the time stamp of publication that metadata, linked data or a time element gives, or None."""
    stamps = {_meta_name(meta): meta.get("content") or "" for meta in root.iter("meta")}
    for name in _PUBLISHED_META:
        if re.match(r"\d{4}-\d{2}-\d{2}", stamps.get(name, "").strip()):
            return stamps[name].strip()
    return _linked_data_stamp(root) or _time_element_stamp(root)


def _meta_name(meta: html.HtmlElement) -> str:
    return (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()


def _linked_data_stamp(root: html.HtmlElement) -> str | None:
    for script in root.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            source = (script.text or "")[:_LD_LIMIT]
            try:
                found = next(_published_in(json.loads(source)), None)
            except (ValueError, RecursionError):
                match = _DATE_FIELD.search(source)
                found = match[1] if match else None
            if found:
                return found
    return None


def _published_in(data: object, depth: int = 0) -> Iterator[str]:
    if depth > 8:
        return
    if isinstance(data, dict):
        value = data.get("datePublished")
        if isinstance(value, str):
            yield value
        for inner in data.values():
            yield from _published_in(inner, depth + 1)
    elif isinstance(data, list):
        for inner in data:
            yield from _published_in(inner, depth + 1)


def _time_element_stamp(root: html.HtmlElement) -> str | None:
    for time in root.iter("time"):
        hints = f"{time.get('class') or ''} {time.get('itemprop') or ''} {time.get('pubdate') or ''}".lower()
        stamp = (time.get("datetime") or "").strip()
        if re.match(r"\d{4}-\d{2}-\d{2}", stamp) and (time.get("pubdate") is not None or "publi" in hints):
            return stamp
    first = next((time for time in root.iter("time") if time.get("datetime")), None)
    stamp = (first.get("datetime") or "").strip() if first is not None else ""
    return stamp if re.match(r"\d{4}-\d{2}-\d{2}", stamp) else None


def _refuse_depth(name: str, parser: html.HTMLParser, root: html.HtmlElement | None = None) -> None:
    if any("depth" in error.message.lower() for error in parser.error_log):
        raise ReviewerError(ProblemCode.TOO_DEEP, name=name)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise ReviewerError(ProblemCode.FILE_TOO_LARGE, name=name, limit="what can be read of a page in one piece")
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")) if root is not None else ():
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise ReviewerError(ProblemCode.TOO_DEEP, name=name)
