"""Ways to keep a word in DOCX files and HTML pages."""

import base64
from collections.abc import Callable

from tests.documents.docx_builder import build_zip
from tests.proof.pdf_ways_file import zipped
from tests.proof.ways import Build, Ways
from tests.redacting.docx_package_builder import Link, Package, par, part, picture, png, run

DOCX = Ways("docx", "notes.docx")
HTML = Ways("html", "page.html")


def _in_body(xml: Callable[[str], str]) -> Build:
    return lambda word: Package(xml(word)).build()


def _in_part(path: str, xml: Callable[[str], str | bytes], type_: str) -> Build:
    return lambda word: Package("", {f"word/{path}": xml(word)}, [Link("rIdX", type_, path)]).build()


def _in_entry(name: Callable[[str], str], data: Callable[[str], str | bytes]) -> Build:
    return lambda word: Package("", {name(word): data(word)}).build()


def _page(inside: Callable[[str], str]) -> Build:
    return lambda word: f"<!doctype html><html><body><p>Before.</p>{inside(word)}<p>After.</p></body></html>".encode()


def _sym(word: str) -> str:
    return "".join(f'<w:sym w:font="Symbol" w:char="F0{ord(one):02X}"/>' for one in word)


def _deleted(text: str) -> str:
    return f'<w:del w:id="1" w:author="Ada Quill"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


for name, build in {
    "plain": _in_body(lambda word: par(f"They met {word} there.")),
    "over runs": _in_body(lambda word: par(*word)),
    "over runs with a deletion": _in_body(lambda word: par(word[:3], _deleted("xy"), word[3:])),
    "deleted": _in_body(lambda word: par("They", _deleted(word))),
    "half deleted": _in_body(lambda word: par(word[:3], _deleted(word[3:]))),
    "hidden": _in_body(lambda word: par(run(word, "<w:vanish/>"))),
    "in symbols": _in_body(lambda word: par(f"<w:r>{_sym(word)}</w:r>")),
    "in a field's instruction": _in_body(lambda word: par(f"<w:r><w:instrText>ASK {word}</w:instrText></w:r>")),
    "as an author": _in_body(lambda word: par(f'<w:ins w:id="1" w:author="{word}">{run("x")}</w:ins>')),
    "as a bookmark": _in_body(lambda word: par(f'<w:bookmarkStart w:id="1" w:name="see_{word}"/>', "x")),
    "as a tag of a control": _in_body(lambda word: f'<w:sdt><w:sdtPr><w:tag w:val="{word}"/></w:sdtPr></w:sdt>'),
    "as a description": _in_body(lambda word: par(picture(described=f'name="P" descr="{word}"'))),
    "as an element": _in_body(lambda word: par(f'<x:{word} xmlns:x="urn:x"/>', "x")),
    "as an attribute": _in_body(lambda word: par(f'<w:r w:{word}="1"><w:t>x</w:t></w:r>')),
    "as a namespace": _in_body(lambda word: par(f'<w:r xmlns:x="urn:{word}"><w:t>x</w:t></w:r>')),
    "in an XML comment": _in_body(lambda word: par(f"<!-- {word} -->", "x")),
    "in an instruction": _in_body(lambda word: par(f"<?ask {word}?>", "x")),
    "between elements": _in_body(lambda word: f"<w:p>{word}<w:r/></w:p>"),
    "in a footnote": _in_part("footnotes.xml", lambda word: part("footnotes", par(word)), "footnotes"),
    "in a glossary": _in_part("glossary/document.xml", lambda word: part("glossaryDocument", word), "glossaryDocument"),
    "as a style": _in_part("styles.xml", lambda word: part("styles", f'<w:style w:styleId="{word}"/>'), "styles"),
    "in a linked part": _in_part("embeddings/x.bin", lambda word: word.encode("utf-16-le"), "oleObject"),
    "in an unlinked part": _in_entry(lambda _: "word/spare.xml", lambda word: f"<a>{word}</a>"),
    "as a part's name": _in_entry(lambda word: f"word/{word}.xml", lambda _: "<a/>"),
    "in an embedded archive": _in_entry(lambda _: "word/x.bin", lambda word: zipped("a.txt", f"about {word}")),
    "in a picture's note": _in_entry(lambda _: "word/media/a.png", lambda word: png((b"tEXt", b"Note\0" + word.encode()))),
    "as a zip comment": lambda word: Package("").build()[:-2] + bytes((len(word), 0)) + word.encode(),
    "behind the archive": lambda word: Package("").build() + f"\n{word} here\n".encode(),
    "without a listing": lambda word: build_zip({"a.txt": f"about {word} and her boat"})[:-80] + Package("").build(),
}.items():  # fmt: skip
    DOCX.named(name, build)

for name, build in {
    "plain": _page(lambda word: f"<p>Met {word} there.</p>"),
    "over elements": _page(lambda word: f"<p>Met {word[:3]}<b>{word[3:]}</b> there.</p>"),
    "letter by letter": _page(lambda word: "".join(f"<span>{one}</span>" for one in word)),
    "in entities": _page(lambda word: "".join(f"&#{ord(one)};" for one in word)),
    "with a soft hyphen": _page(lambda word: f"<p>{word[:4]}&shy;{word[4:]}</p>"),
    "with a word break": _page(lambda word: f"<p>{word[:4]}<wbr>{word[4:]}</p>"),
    "in a comment": _page(lambda word: f"<!-- {word} -->"),
    "in a script": _page(lambda word: f"<script>say('{word}')</script>"),
    "in an escaped script": _page(lambda word: f"<script>say('{word[:3]}\\u{ord(word[3]):04x}{word[4:]}')</script>"),
    "in a style sheet": _page(lambda word: f"<style>p::before {{content: '{word}'}}</style>"),
    "hidden": _page(lambda word: f"<p style='display:none'>{word}</p>"),
    "as a description": _page(lambda word: f"<img alt='{word}'>"),
    "as a data attribute": _page(lambda word: f"<p data-said='{word}'>x</p>"),
    "as an attribute": _page(lambda word: f"<p {word}='1'>x</p>"),
    "as an element": _page(lambda word: f"<{word}>x</{word}>"),
    "in an address": _page(lambda word: f"<a href='https://a.example/about{word.lower()}page'>x</a>"),
    "in a data address": _page(lambda word: f"<img src='data:text/plain;base64,{base64.b64encode(f'it is {word}'.encode()).decode()}'>"),
    "in an inner page": _page(lambda word: f"<iframe srcdoc='&lt;p>{word[:3]}&lt;b>{word[3:]}&lt;/b>'></iframe>"),
    "backwards in bdo": _page(lambda word: f"<p>Met <bdo dir=rtl>{word[::-1]}</bdo> there.</p>"),
    "backwards by style": _page(lambda word: f"<p style='unicode-bidi:bidi-override;direction:rtl'>{word[::-1]}</p>"),
    "backwards by a class": _page(lambda word: f"<style>.x{{unicode-bidi:bidi-override;direction:rtl}}</style><p class=x>{word[::-1]}</p>"),
    "backwards by marks": _page(lambda word: f"<p>Met &#x202e;{word[::-1]}&#x202c; there.</p>"),
    "backwards over elements": _page(lambda word: f"<p><bdo dir=rtl>{word[:2:-1]}<i>{word[2::-1]}</i></bdo></p>"),
    "half backwards": _page(lambda word: f"<p>Met {word[:3]}<bdo dir=rtl>{word[:2:-1]}</bdo> there.</p>"),
    "in boxes that float": _page(lambda word: "<p>" + "".join(f"<i style='float:right'>{one}</i>" for one in word[::-1]) + "</p>"),
    "in tag characters": _page(lambda word: "".join(f"&#x{ord(one) + 0xE0000:x};" for one in word)),
    "in letters of another script": _page(lambda word: f"<p>{word.replace('o', 'о')}</p>"),
}.items():  # fmt: skip
    HTML.named(name, build)
