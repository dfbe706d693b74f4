"""Ways to hide a word in an HTML page."""

import base64

from tests.redacting.docx_package_builder import AFTER, BEFORE, WORD_IN, Case

_HEAD = "<!doctype html><html lang=en><head><title>Harbour notes</title>"
_LETTERS = "".join(f"<span>{letter}</span>" for letter in reversed(WORD_IN))


def page(inside: str, head: str = "", *, attributes: str = "", before: str = _HEAD, encoding: str = "utf-8") -> bytes:
    """Return a page whose first and last paragraph must stay."""
    body = f"</head><body {attributes}><p>{BEFORE}</p>{inside}<p>{AFTER}</p></body></html>"
    return f"{before}{head}{body}".encode(encoding)


def _case(name: str, inside: str, *kept: str) -> Case:
    return Case(name, page(inside), (BEFORE, AFTER, *kept))


def cases() -> list[Case]:
    """Return the cases."""
    return [*_shown(), *_hidden(), *_attributes(), *_heads()]


def _shown() -> list[Case]:
    return [
        _case("plain", f"<p>Met {WORD_IN} there.</p>", "Met", "there."),
        _case("split over elements", "<p>Met Brac<b>ken</b><i>fold</i> there.</p>", "Met", "there."),
        _case(
            "an element a letter",
            "<p>" + "".join(f"<span>{letter}</span>" for letter in WORD_IN) + " left.</p>",
            "left.",
        ),
        _case("entities", "<p>&#66;racken&#x66;old left &amp; went.</p>", "left & went."),
        _case("named entities", "<p>Bracken&shy;fold left.</p>", "left."),
        _case("zero-width space", "<p>Bracken&#8203;fold left.</p>", "left."),
        _case("word break", "<p>Bracken<wbr>fold left.</p>", "left."),
        _case("comment inside", "<p>Bracken<!-- x -->fold left.</p>", "left."),
        _case("right to left", "<p><bdo dir=rtl>dlofnekcarB</bdo> left.</p>", "left."),
        _case("right to left in capitals", "<p><BDO DIR=RTL>dlofnekcarB</BDO> left.</p>", "left."),
        _case("right to left over elements", "<p><bdo dir=rtl>dlof<i>nekcarB</i></bdo> left.</p>", "left."),
        _case(
            "turned by a style",
            "<p>Met <span style='direction:rtl;unicode-bidi:bidi-override'>dlofnekcarB</span> there.</p>",
            "there.",
        ),
        Case(
            "turned by a style sheet",
            page(
                "<p>Met <i class=t>dlofnekcarB</i> there.</p>",
                "<style>.t{unicode-bidi:bidi-override;direction:rtl}</style>",
            ),
        ),
        _case(
            "turned row of letters",
            f"<p style='display:flex;flex-direction:row-reverse'>{_LETTERS}</p>",
        ),
        Case("letters that float", page(f"<p>{_LETTERS}</p><p>x</p>", "<style>span{float:right}</style>")),
        Case(
            "letters in a set order",
            page(
                "<p style='display:flex'>Met "
                + "".join(
                    f"<b style='order:{WORD_IN.index(one)}'>{one}</b>"
                    for one in sorted(set(WORD_IN))
                    if WORD_IN.count(one) == 1
                )
                + "</p>"
            ),
        ),
        Case(
            "half written by a style sheet",
            page("<p>Met <i class=t>fold</i> there.</p>", "<style>.t::before{content:'Brac\\6b en'}</style>"),
            (BEFORE, AFTER, "there."),
        ),
        Case(
            "written by a style sheet behind an attribute",
            page("<p>Met Brac<i data-x=kenfold></i> there.</p>", "<style>p i:after{content:attr(data-x)}</style>"),
            (BEFORE, AFTER, "there."),
        ),
        _case("tag characters", f"<p>Seen {''.join(chr(0xE0000 + ord(one)) for one in WORD_IN)} there.</p>", "there."),
        _case("in a file's name", "<p>See mariabrackenfoldscan.png there.</p>", "See", "there."),
        _case("direction marks", "<p>&#8238;dlofnekcarB&#8236; left.</p>", "left."),
        _case("marks of direction inside", "<p>Bracken&lrm;fold left.</p>", "left."),
        _case("Cyrillic", "<p>Brасkеnfоld left.</p>", "left."),
        _case("table", f"<table><tr><td>Name<td>{WORD_IN}<tr><td>Boat<td>Tern</table>", "Name", "Boat", "Tern"),
        _case("list", f"<ul><li>First<li>{WORD_IN}</ul>", "First"),
        _case("pre", f"<pre>a   b\n{WORD_IN}\nc</pre>", "a   b", "c"),
        _case("details", f"<details><summary>More</summary>It was {WORD_IN}.</details>", "More", "It was"),
        _case("ruby", f"<p><ruby>{WORD_IN}<rt>brak</rt></ruby> left.</p>", "left."),
        _case("guide of a ruby", f"<p><ruby>He<rt>{WORD_IN}</rt></ruby> left.</p>", "He", "left."),
        _case("struck out", f"<p><del>{WORD_IN}</del> left.</p>", "left."),
        _case("mistaken nesting", "<p><b>Brac<i>ken</b>fold</i> left.", "left."),
        _case("unknown element", f"<p>Met <x-name>{WORD_IN}</x-name> there.</p>", "Met", "there."),
        _case("word in a link", f'<p><a href="https://a.example/">{WORD_IN}</a> left.</p>', "left."),
        _case("capitals", f"<p>{WORD_IN.upper()} left.</p>", "left."),
        _case("letterspaced", "<p>B r a c k e n f o l d left.</p>", "left."),
    ]


def _hidden() -> list[Case]:
    return [
        _case("comment", f"<p>Kept.</p><!-- ask {WORD_IN} -->", "Kept."),
        _case("conditional comment", f"<!--[if mso]><p>{WORD_IN}</p><![endif]-->"),
        _case("script", f"<script>var who = '{WORD_IN}'</script>"),
        _case("escaped in a script", "<script>var who = 'Bracken\\u0066old'</script>"),
        _case("data in a script", f'<script type="application/ld+json">{{"author": "{WORD_IN}"}}</script>'),
        _case("noscript", f"<noscript>{WORD_IN}</noscript>"),
        _case("template", f"<template><p>{WORD_IN}</p></template>"),
        _case("not displayed", f'<p>Kept.</p><p style="display:none">{WORD_IN}</p>', "Kept."),
        _case("not visible", f"<p hidden>{WORD_IN}</p>"),
        _case("for screen readers", f'<span class="sr-only">{WORD_IN}</span>'),
        _case("style sheet", f"<style>p::after {{ content: '{WORD_IN}' }}</style>"),
        _case("drawing", f"<svg><text>{WORD_IN}</text></svg>"),
        _case("formula", f"<math><mtext>{WORD_IN}</mtext></math>"),
        _case("field of a form", f'<form><input value="{WORD_IN}"></form>'),
        _case("text field", f"<textarea>{WORD_IN}</textarea>"),
        _case("choices", f"<select><option>{WORD_IN}</select>"),
        _case("frame", f'<iframe srcdoc="<p>{WORD_IN}</p>"></iframe>'),
        _case("object", f'<object data="x">{WORD_IN}</object>'),
        _case("film", f"<video>{WORD_IN}</video>"),
        _case("behind the page", f"</body></html><!-- {WORD_IN} -->"),
        _case("CDATA", f"<p>Kept.</p><![CDATA[{WORD_IN}]]>", "Kept."),
        _case("instruction", f"<p>Kept.</p><?php echo '{WORD_IN}' ?>", "Kept."),
    ]


def _attributes() -> list[Case]:
    hidden = base64.b64encode(f"<p>It was {WORD_IN} who said so.</p>".encode()).decode()
    return [
        _case("alt text", f'<img src="a.png" alt="{WORD_IN}">'),
        _case("title", f'<p title="{WORD_IN}">Kept.</p>', "Kept."),
        _case("data", f'<p data-who="{WORD_IN}">Kept.</p>', "Kept."),
        _case("class", f'<p class="by-{WORD_IN}">Kept.</p>', "Kept."),
        _case("id", f'<p id="{WORD_IN}">Kept.</p>', "Kept."),
        _case("style", f'<p style="--who: {WORD_IN}">Kept.</p>', "Kept."),
        _case("handler", f"<p onclick=\"alert('{WORD_IN}')\">Kept.</p>", "Kept."),
        _case("label", f'<p aria-label="{WORD_IN}">Kept.</p>', "Kept."),
        _case("address", f'<a href="https://a.example/{WORD_IN}">Kept.</a>', "Kept."),
        _case("escaped address", '<a href="https://a.example/Bracken%66old">Kept.</a>', "Kept."),
        _case("mail address", f'<a href="mailto:{WORD_IN}@a.example">Kept.</a>', "Kept."),
        _case("script address", f"<a href=\"javascript:say('{WORD_IN}')\">Kept.</a>", "Kept."),
        _case("picture in an address", f'<img src="data:text/html;base64,{hidden}">'),
        _case("name of an attribute", f'<p {WORD_IN}="1">Kept.</p>', "Kept."),
        _case("name of an element", f"<p><{WORD_IN}>Kept.</{WORD_IN}></p>", "Kept."),
        _case("quotation", f'<blockquote cite="https://{WORD_IN}.example">Kept.</blockquote>', "Kept."),
    ]


def _heads() -> list[Case]:
    titled = f"<!doctype html><html><head><title>On {WORD_IN}</title>"
    return [
        Case("page title", page("", before=titled)),
        Case("description", page("", f'<meta name="description" content="{WORD_IN}">')),
        Case("author", page("", f'<meta name="author" content="{WORD_IN}">')),
        Case("style sheet link", page("", f'<link rel="stylesheet" href="{WORD_IN}.css">')),
        Case("base", page("", f'<base href="https://{WORD_IN}.example">')),
        Case("attribute of the body", page("", attributes=f'data-by="{WORD_IN}"')),
        Case("document type", page("", before=f'<!doctype html SYSTEM "{WORD_IN}"><html><head>')),
        Case("before the page", page("", before=f"<!-- {WORD_IN} --><html><head>")),
        Case("UTF-16", page(f"<p>Met {WORD_IN} there.</p>", encoding="utf-16"), (BEFORE, AFTER, "Met", "there.")),
        Case("Latin-1", page(f"<p>Café {WORD_IN} there.</p>", encoding="latin-1"), (BEFORE, AFTER, "Café", "there.")),
        Case("language", page("", before=f'<html lang="{WORD_IN}"><head>')),
    ]
