"""Ways to hide a word in the other parts of a DOCX file: margins, notes, comments, links, charts, properties, pictures."""

import io
import zipfile

from tests.redacting.docx_package_builder import (
    AFTER,
    BEFORE,
    SPACES,
    WORD_IN,
    Case,
    Link,
    Package,
    par,
    part,
    part_case,
    picture,
    png,
    run,
)

_MICROSOFT = "http://schemas.microsoft.com/office"
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"


def cases() -> list[Case]:
    """Return the cases."""
    return [*_margins(), *_comments(), *_links(), *_charts(), *_embedded(), *_styles(), *_settings(), *_pictures()]


def _margins() -> list[Case]:
    reference = '<w:sectPr><w:{}Reference w:type="{}" r:id="rIdX"/></w:sectPr>'
    made = []
    for kind, root, which in (("header", "hdr", "default"), ("footer", "ftr", "first"), ("header", "hdr", "even")):
        package = Package(
            "",
            {f"word/{kind}1.xml": part(root, par(f"Draft by {WORD_IN} only"))},
            [Link("rIdX", kind, f"{kind}1.xml")],
            section=reference.format(kind, which),
        )
        made.append(Case(f"{which} {kind}", package.build(), (BEFORE, AFTER, "Draft by", "only")))
    for kind in ("footnote", "endnote"):
        note = part(f"{kind}s", f'<w:{kind} w:id="2">{par(f"See {WORD_IN} below")}</w:{kind}>')
        anchor = par("Brac", f'<w:r><w:{kind}Reference w:id="2"/></w:r>', "kenfold left.")
        made.append(part_case(kind, f"{kind}s.xml", note, f"{kind}s", body=anchor, kept=("See", "below", "left.")))
    return made


def _comments() -> list[Case]:
    comment = '<w:comment w:id="1" w:author="{}" w:initials="{}">{}</w:comment>'
    anchor = par('<w:commentRangeStart w:id="1"/>', "He left.", '<w:commentRangeEnd w:id="1"/>')
    said = "Ask again."

    def written(name: str, author: str, initials: str, words: str) -> Case:
        made = part("comments", comment.format(author, initials, par(words)))
        return part_case(name, "comments.xml", made, "comments", body=anchor, kept=("He left.", said))

    people = f'<w15:people {SPACES}><w15:person w15:author="{WORD_IN}"/></w15:people>'
    extended = f'<w15:commentsEx {SPACES}><w15:commentEx w15:paraId="{WORD_IN}" w15:done="0"/></w15:commentsEx>'
    return [
        written("comment", "Ada Quill", "AQ", f"{said} {WORD_IN} knows."),
        written("author of a comment", WORD_IN, "B", said),
        written("initials of a comment", "Ada Quill", WORD_IN, said),
        part_case("people", "people.xml", people, f"{_MICROSOFT}/2011/relationships/people"),
        part_case("threads", "commentsExtended.xml", extended, f"{_MICROSOFT}/2011/relationships/commentsExtended"),
        part_case(
            "comment ids", "commentsIds.xml", f"<a>{WORD_IN}</a>", f"{_MICROSOFT}/2016/09/relationships/commentsIds"
        ),
    ]


def _links() -> list[Case]:
    link = "<w:hyperlink {}>{}</w:hyperlink>"

    def leading(name: str, target: str, attributes: str = "") -> Case:
        body = par(link.format(f'r:id="rIdX" {attributes}', run("the page")), " left.")
        package = Package(body, {}, [Link("rIdX", "hyperlink", target, external=True)])
        return Case(name, package.build(), (BEFORE, AFTER, "the page", "left."))

    anchored = f'<w:bookmarkStart w:id="3" w:name="{WORD_IN}"/><w:bookmarkEnd w:id="3"/>'
    inside = par(link.format(f'w:anchor="{WORD_IN}"', run("the page")), anchored)
    return [
        leading("link", f"https://a.example/people/{WORD_IN}"),
        leading("link, run together", f"https://a.example/ada{WORD_IN.lower()}2024"),
        leading("link, escaped", "https://a.example/Bracken%66old"),
        leading("mail link", f"mailto:{WORD_IN}@a.example"),
        leading("file link", f"file:///C:/Users/{WORD_IN}/notes.docx"),
        leading("tooltip", "https://a.example/", f'w:tooltip="Ask {WORD_IN}"'),
        Case("bookmark and its link", Package(inside).build(), (BEFORE, AFTER, "the page")),
        Case("unused link", Package("", {}, [Link("rIdX", "hyperlink", f"https://{WORD_IN}.example", True)]).build()),
        Case(
            "id of a link",
            Package(
                par(link.format(f'r:id="{WORD_IN}"', run("the page"))),
                {},
                [Link(WORD_IN, "hyperlink", "https://a.example/", True)],
            ).build(),
            (BEFORE, AFTER, "the page"),
        ),
    ]


def _charts() -> list[Case]:
    drawn = '<w:r><w:drawing><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rIdX"/></a:graphicData></a:graphic></w:drawing></w:r>'
    outer = f'<c:chartSpace {SPACES}><c:chart>{{}}</c:chart><c:externalData r:id="rId1"/></c:chartSpace>'
    title = "<c:title><c:tx><c:rich><a:p><a:r><a:t>Brac</a:t></a:r><a:r><a:t>kenfold</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    category = (
        f'<c:strCache><c:pt idx="0"><c:v>{WORD_IN}</c:v></c:pt><c:pt idx="1"><c:v>Ferry</c:v></c:pt></c:strCache>'
    )
    formula = f"<c:strRef><c:f>{WORD_IN}!$A$1</c:f></c:strRef>"
    made = [
        part_case(name, "charts/chart7.xml", outer.format(inner), "chart", body=par(drawn))
        for name, inner in (("chart title", title), ("chart category", category), ("chart formula", formula))
    ]
    package = Package(
        par(drawn),
        {"word/charts/chart1.xml": outer.format("<c:plotArea/>")},
        [Link("rIdX", "chart", "charts/chart1.xml")],
    )
    package.parts["word/charts/_rels/chart1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/a.xlsx"/>'
        "</Relationships>"
    )
    package.parts["word/embeddings/a.xlsx"] = _workbook()
    made.append(Case("workbook of a chart", package.build()))
    shown = '<w:r><w:drawing><dgm:relIds r:dm="rIdX"/></w:drawing></w:r>'
    data = f"<dgm:dataModel {SPACES}><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Head {WORD_IN}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
    made.append(part_case("diagram", "diagrams/data1.xml", data, "diagramData", body=par(shown), kept=("Head",)))
    return made


def _workbook() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", f"<sst><si><t>{WORD_IN}</t></si></sst>")
    return buffer.getvalue()


def _embedded() -> list[Case]:
    thing = '<w:r><w:object><v:shape id="s"/><o:OLEObject ProgID="{}" r:id="rIdX"/></w:object></w:r>'
    chunk = '<w:altChunk r:id="rIdX"/>'
    wide = WORD_IN.encode("utf-16-le")
    glossary = part("glossaryDocument", f"<w:docParts>{par(WORD_IN)}</w:docParts>")
    page = f"<html><body><p>Inserted {WORD_IN} text</p></body></html>"
    inner = Package(par(f"Deep {WORD_IN} words")).build()
    return [
        part_case("object", "embeddings/a.bin", b"\xd0\xcf\x11\xe0" + wide, "oleObject", body=par(thing.format("X"))),
        part_case("program of an object", "embeddings/a.bin", b"x", "oleObject", body=par(thing.format(WORD_IN))),
        part_case("workbook", "embeddings/a.xlsx", _workbook(), "package", body=par(thing.format("X"))),
        part_case("inserted page", "a.html", page, "aFChunk", body=chunk),
        part_case("inserted document", "a.docx", inner, "aFChunk", body=chunk),
        part_case("inserted rich text", "a.rtf", f"{{\\rtf1 {WORD_IN}}}", "aFChunk", body=chunk),
        part_case("building blocks", "glossary/document.xml", glossary, "glossaryDocument"),
        part_case("macros", "vbaProject.bin", wide, f"{_MICROSOFT}/2006/relationships/vbaProject"),
        part_case("printer", "printerSettings1.bin", wide, "printerSettings"),
        part_case(
            "control",
            "activeX/activeX1.xml",
            f'<a b="{WORD_IN}"/>',
            "control",
            body=par('<w:r><w:object><w:control r:id="rIdX"/></w:object></w:r>'),
        ),
        part_case("web settings", "webSettings.xml", part("webSettings", f'<w:div w:id="{WORD_IN}"/>'), "webSettings"),
        Case(
            "subdocument",
            Package(
                '<w:subDoc r:id="rIdX"/>', {}, [Link("rIdX", "subDocument", f"file:///C:/{WORD_IN}.docx", True)]
            ).build(),
        ),
    ]


def _styles() -> list[Case]:
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/>{}</w:style>'

    def styled(name: str, identity: str, shown: str, more: str = "") -> Case:
        package = Package(par("Kept.", properties=f'<w:pStyle w:val="{identity}"/>'))
        package.parts["word/styles.xml"] = part("styles", style.format(identity, shown, more))
        return Case(name, package.build(), (BEFORE, AFTER, "Kept."))

    level = f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="{WORD_IN} %1."/></w:lvl></w:abstractNum>'
    theme = f'<a:theme {SPACES} name="{WORD_IN}"><a:themeElements/></a:theme>'
    return [
        styled("name of a style", "Own", WORD_IN),
        styled("id of a style", f"{WORD_IN}Text", "Own"),
        styled("another name of a style", "Own", "Own", f'<w:aliases w:val="{WORD_IN}"/>'),
        part_case("numbering", "numbering.xml", part("numbering", level), "numbering"),
        part_case("list of fonts", "fontTable.xml", part("fonts", f'<w:font w:name="{WORD_IN}"/>'), "fontTable"),
        part_case("theme", "theme/theme1.xml", theme, "theme"),
    ]


def _settings() -> list[Case]:
    def settings(name: str, inner: str) -> Case:
        return part_case(name, "settings.xml", part("settings", f'<w:defaultTabStop w:val="708"/>{inner}'), "settings")

    def property_(name: str, path: str, type_: str, inner: str) -> Case:
        package = Package("", {path: inner}, [], [Link("rId9", type_, path)])
        return Case(name, package.build())

    core = '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:d="http://purl.org/dc/elements/1.1/">{}</c:coreProperties>'
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return [
        settings("document variable", f'<w:docVars><w:docVar w:name="a" w:val="{WORD_IN}"/></w:docVars>'),
        settings("mail merge", f'<w:mailMerge><w:query w:val="SELECT {WORD_IN}"/></w:mailMerge>'),
        settings("protection", f'<w:documentProtection w:hash="{WORD_IN}"/>'),
        settings("schema library", f'<w:attachedSchema w:val="{WORD_IN}"/>'),
        property_(
            "title",
            "docProps/core.xml",
            f"{_PROPERTIES}/core-properties",
            core.format(f"<d:title>On {WORD_IN}</d:title>"),
        ),
        property_(
            "author",
            "docProps/core.xml",
            f"{_PROPERTIES}/core-properties",
            core.format(f"<d:creator>{WORD_IN}</d:creator>"),
        ),
        property_(
            "company",
            "docProps/app.xml",
            f"{types}/extended-properties",
            f"<Properties><Company>{WORD_IN}</Company></Properties>",
        ),
        property_(
            "own property",
            "docProps/custom.xml",
            f"{types}/custom-properties",
            f'<Properties><property name="{WORD_IN}"/></Properties>',
        ),
        property_("thumbnail", "docProps/thumbnail.emf", f"{_PROPERTIES}/thumbnail", WORD_IN),
        property_(
            "signature",
            "_xmlsignatures/sig1.xml",
            "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin",
            f"<a>{WORD_IN}</a>",
        ),
        Case(
            "template",
            Package(
                "",
                {
                    "word/settings.xml": part("settings", '<w:attachedTemplate r:id="rId1"/>'),
                    "word/_rels/settings.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{types}/attachedTemplate" Target="file:///C:/{WORD_IN}.dotx" TargetMode="External"/></Relationships>',
                },
                [Link("rIdX", "settings", "settings.xml")],
            ).build(),
        ),
        Case(
            "custom XML part",
            Package(
                "",
                {"customXml/item1.xml": f"<a>{WORD_IN}</a>"},
                [Link("rIdX", "customXml", "../customXml/item1.xml")],
            ).build(),
        ),
    ]


def _pictures() -> list[Case]:
    def shown(name: str, path: str, data: bytes, described: str = 'name="P"') -> Case:
        return part_case(name, f"media/{path}", data, "image", body=par(picture(described=described)))

    plain = png()
    wide = b"\x01\0\0\0" + WORD_IN.encode("utf-16-le")
    return [
        shown("alt text", "a.png", plain, f'name="P" descr="A man, {WORD_IN}, stands"'),
        shown("title of a picture", "a.png", plain, f'name="P" title="{WORD_IN}"'),
        shown("name of a picture", "a.png", plain, f'name="{WORD_IN}.png"'),
        shown("file name of a picture", f"{WORD_IN}.png", plain),
        shown("text in a PNG", "a.png", png((b"tEXt", b"Author\0" + WORD_IN.encode()))),
        shown("behind a PNG", "a.png", plain + WORD_IN.encode()),
        shown("EXIF", "a.png", png((b"eXIf", b"II*\0" + WORD_IN.encode("utf-16-le")))),
        shown("metafile", "a.emf", wide),
        shown("drawing", "a.svg", f"<svg><text>{WORD_IN}</text></svg>".encode()),
    ]
