"""Ways to hide a word in an HTML page: inner documents, addresses that hold data, newer elements, broken markup."""

import base64
from urllib.parse import quote

from tests.redacting.docx_package_builder import AFTER, BEFORE, WORD_IN, Case
from tests.redacting.html_cases import page

_DATA = base64.b64encode(f"<p>{WORD_IN}</p>".encode()).decode()
_ZERO_SPACE = "&ZeroWidthSpace;"


def cases() -> list[Case]:
    """Return the cases."""
    return [*_inner_documents(), *_unseen(), *_attributes(), *_split(), *_broken(), *_heads()]


def _case(name: str, inside: str, *kept: str) -> Case:
    return Case(name, page(inside), (BEFORE, AFTER, *kept))


def _inner_documents() -> list[Case]:
    return [
        _case("page in a frame", f'<iframe srcdoc="&lt;p&gt;{WORD_IN}&lt;/p&gt;"></iframe>'),
        _case("page in an address", f'<iframe src="data:text/html;base64,{_DATA}"></iframe>'),
        _case("object in an address", f'<object data="data:text/html,{quote(f"<p>{WORD_IN}</p>")}"></object>'),
        _case("words in an object", f"<object><p>{WORD_IN}</p></object>"),
        _case("vector picture in an address", f"<img src='data:image/svg+xml,<svg><text>{WORD_IN}</text></svg>'>"),
        _case("link that holds a page", f'<p><a href="data:text/html;base64,{_DATA}">see</a></p>', "see"),
        _case("text of a drawing", f"<svg><title>{WORD_IN}</title><desc>{WORD_IN}</desc></svg>"),
        _case("page inside a drawing", f"<svg><foreignObject><p>{WORD_IN}</p></foreignObject></svg>"),
        _case("note of a formula", f"<math><semantics><mi>x</mi><annotation>{WORD_IN}</annotation></semantics></math>"),
        _case("words for old browsers", f"<noembed>{WORD_IN}</noembed><noframes>{WORD_IN}</noframes>"),
        _case("shadow of an element", f"<div><template shadowrootmode=open><p>{WORD_IN}</p></template></div>"),
        _case("island of data", f"<xml><o:p><o:Author>{WORD_IN}</o:Author></o:p></xml>"),
    ]


def _unseen() -> list[Case]:
    return [
        _case("hidden by an attribute", f"<p hidden>{WORD_IN}</p>"),
        _case("hidden until found", f'<p hidden="until-found">{WORD_IN}</p>'),
        _case("no opacity", f"<p style='opacity:0'>{WORD_IN}</p>"),
        _case("no size", f"<p style='font-size:0'>{WORD_IN}</p>"),
        _case("off the page", f"<p style='position:absolute;left:-9999px'>{WORD_IN}</p>"),
        _case("white on white", f"<p style='color:#fff;background:#fff'>{WORD_IN}</p>"),
        _case("cut away", f"<p style='clip-path:inset(100%)'>{WORD_IN}</p>"),
        _case("closed dialog", f"<dialog><p>{WORD_IN}</p></dialog>"),
        _case("variable of a style", f"<p style='--who:\"{WORD_IN}\"'>Kept.</p>", "Kept."),
        _case("style inside the body", f"<style>.x::before{{content:'{WORD_IN}'}}</style>"),
        _case("escapes of a style sheet", "<style>.x::before{content:'\\42 rackenfold'}</style>"),
        _case("linked data", f'<script type="application/ld+json">{{"author":"{WORD_IN}"}}</script>'),
        _case("escapes of linked data", '<script type="application/json">{"a":"Bracken\\u0066old"}</script>'),
        _case("state of a page", f'<script>window.__S__=JSON.parse(atob("{_DATA}"))</script>'),
        _case("comment of a browser", f"<!--[if mso]><p>{WORD_IN}</p><![endif]-->"),
        _case("comment with a strange end", f"<!-- {WORD_IN} --!><p>Kept.</p>", "Kept."),
    ]


def _attributes() -> list[Case]:
    def attribute(name: str, markup: str) -> Case:
        return _case(name, f"<p>Kept.</p>{markup}", "Kept.")

    return [
        attribute("pictures to choose from", f"<img srcset='/{WORD_IN}.png 2x'>"),
        attribute("poster", f"<video poster='/{WORD_IN}.png'></video>"),
        attribute("name to save under", f"<a download='{WORD_IN}.pdf' href='/a'>file</a>"),
        attribute("address to tell", f"<a ping='/{WORD_IN}' href='/a'>file</a>"),
        attribute("hint of a field", f"<input placeholder='{WORD_IN}'>"),
        attribute("value of a button", f"<input type=submit value='{WORD_IN}'>"),
        attribute("label of a choice", f"<select><option label='{WORD_IN}'>x</select>"),
        attribute("list of a field", f"<datalist><option value='{WORD_IN}'></datalist>"),
        attribute("summary of a table", f"<table summary='{WORD_IN}'><tr><td>x</table>"),
        attribute("meaning of a short form", f"<p><abbr title='{WORD_IN}'>B.</abbr></p>"),
        attribute("date", f"<p><time datetime='{WORD_IN}'>today</time></p>"),
        attribute("value of a word", f"<p><data value='{WORD_IN}'>x</data></p>"),
        attribute("subtitles", f"<video><track label='{WORD_IN}' src='/a.vtt'></video>"),
        attribute("item", f"<div itemscope itemid='urn:{WORD_IN}'><meta itemprop=name content='{WORD_IN}'></div>"),
        attribute("target", f"<a target='{WORD_IN}' href='https://a.example/'>x</a>"),
        attribute("area of a map", f"<map name=m><area alt='{WORD_IN}' href='/a'></map>"),
        attribute("description for readers", f"<p aria-description='{WORD_IN}'>x</p>"),
        attribute("phone", "<p><a href='tel:Bracken%66old'>call</a></p>"),
        attribute("address with a fragment", f"<p><a href='https://a.example/#:~:text={WORD_IN}'>x</a></p>"),
        attribute("percent twice", "<p><a href='https://a.example/?q=Bracken%2566old'>x</a></p>"),
        attribute("coded address", f"<p><a href='https://a.example/?u={base64.b64encode(WORD_IN.encode()).decode()}'>x</a></p>"),
        attribute("macro of a mail", f"<p><a href='mailto:a@a.example?subject=About%20{WORD_IN}'>x</a></p>"),
    ]  # fmt: skip


def _split() -> list[Case]:
    return [
        _case("hidden letters inside", "<p>Brac<span hidden>xx</span>kenfold left.</p>", "left."),
        _case("script inside", "<p>Brac<script>1</script>kenfold left.</p>", "left."),
        _case("picture inside", "<p>Brac<img src=a>kenfold left.</p>", "left."),
        _case("link inside", "<p>Brac<a href='https://a.example/'>ken</a>fold left.</p>", "left."),
        _case("small capitals", "<p>B<small>RACKENFOLD</small> left.</p>", "left."),
        _case("two cells", "<table><tr><td>Bracken<td>fold</table>"),
        _case("a letter a cell", "<table><tr>" + "".join(f"<td>{letter}" for letter in WORD_IN) + "</table>"),
        _case("line break inside", "<p>It was Bracken-<br>fold who left.</p>", "It was", "who left."),
        _case("blocks inside", "<div>It was Bracken-</div><div>fold who left.</div>", "It was", "who left."),
        _case("space by name", f"<p>Bra{_ZERO_SPACE}cken&NoBreak;fold left.</p>", "left."),
        _case("letters by name", "<p>&Bscr;rackenfold left.</p>", "left."),
        _case("drop letter", "<p><span style='float:left'>B</span>rackenfold left.</p>", "left."),
        _case("struck out and written anew", "<p><del>Brac</del><ins>kenfold</ins> left.</p>", "left."),
        _case("marks of editing", "<p>Brac<del></del><ins>ken</ins>fold left.</p>", "left."),
    ]


def _broken() -> list[Case]:
    return [
        _case("reference without an end", "<p>&#66rackenfold left.</p>", "left."),
        _case("unclosed comment", f"<p>Kept.</p><p>{WORD_IN} <!-- </p> --></p>", "Kept."),
        _case("text after a table's row", f"<table><tr><td>x</td></tr>{WORD_IN}</table>"),
        _case("old raw text", f"<xmp><b>{WORD_IN}</b></xmp><listing>{WORD_IN}</listing>"),
        _case("attribute without an end", f"<p title='{WORD_IN}>Kept.</p><p class='x'>Kept too.</p>"),
        _case("element inside a tag", f"<p <b {WORD_IN}=1>Kept.</p>"),
        _case("second body", f"</body><body data-x='{WORD_IN}'><p>Kept.</p>", "Kept."),
        _case("null bytes", "<p>Brac\x00ken\x00fold left.</p>", "left."),
    ]


def _heads() -> list[Case]:
    def head(name: str, markup: str) -> Case:
        return Case(name, page("", markup))

    return [
        head("picture of a preview", f"<meta property='og:image:alt' content='{WORD_IN}'>"),
        head("icon", f"<link rel=icon href='data:image/svg+xml;base64,{_DATA}'>"),
        head("forwarding", f"<meta http-equiv=refresh content='5;url=https://a.example/{WORD_IN}'>"),
        head("list of imports", f'<script type="importmap">{{"imports":{{"{WORD_IN}":"/a"}}}}</script>'),
        head("properties of an office program", f"<!--[if gte mso 9]><xml><o:Author>{WORD_IN}</o:Author></xml><![endif]-->"),
        head("own address", f"<link rel=canonical href='https://a.example/{WORD_IN}'>"),
        Case("where it was saved from", page("", before=f"<!-- saved from url=(0030)https://{WORD_IN}.example/ --><html><head>")),
    ]  # fmt: skip
