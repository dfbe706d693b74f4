"""Ways to hide a word in a DOCX file that newer versions of Word, forms, charts and damaged archives offer."""

import io
import warnings
import zipfile

from tests.redacting.docx_package_builder import (
    AFTER,
    BEFORE,
    SPACES,
    WORD_IN,
    Case,
    Link,
    Package,
    body_case,
    par,
    part,
    part_case,
    picture,
    png,
    rels,
    run,
)

_MICROSOFT = "http://schemas.microsoft.com/office"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ADA = 'w:id="7" w:author="Ada Quill" w:date="2026-01-05T09:00:00Z"'


def cases() -> list[Case]:
    """Return the cases."""
    return [*_split(), *_fields(), *_controls(), *_charts(), *_drawings(), *_parts(), *_settings(), *_archive()]


def _split() -> list[Case]:
    link = f'<w:hyperlink w:anchor="x">{run("ken")}</w:hyperlink>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('ken')}</w:sdtContent></w:sdt>"
    comment = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
    cells = "".join(f"<w:tc>{par(letter)}</w:tc>" for letter in WORD_IN)
    deleted = f"<w:del {_ADA}><w:r><w:delText>{WORD_IN}</w:delText></w:r></w:del>"
    math = "<m:oMath>{}</m:oMath>"
    return [
        body_case("a link inside a word", par("Brac", link, "fold left."), "left."),
        body_case("a control inside a word", par("Brac", control, "fold left."), "left."),
        body_case("a comment begun inside a word", par("Brac", comment[0], "ken", comment[1], "fold left."), "left."),
        body_case("a letter a cell", f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + par("")),
        body_case("drop cap", par("B", properties='<w:framePr w:dropCap="drop"/>') + par("rackenfold left."), "left."),
        body_case(
            "hidden paragraph mark",
            par("Brac", properties="<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + par("kenfold left."),
            "left.",
        ),
        body_case("broken over paragraphs", par("It was Bracken-") + par("fold, who left."), "It was", "who left."),
        body_case(
            "broken by a page",
            par("It was Bracken-", '<w:r><w:br w:type="page"/></w:r>', "fold, who left."),
            "It was",
            "who left.",
        ),
        body_case("inserted and deleted", par(f"<w:ins {_ADA}>{deleted}</w:ins>", "He left."), "He left."),
        body_case("plain text in an equation", par(math.format(f"<m:r><m:rPr><m:nor/></m:rPr><m:t>{WORD_IN}</m:t></m:r>"), " left."), "left."),
        body_case(
            "fraction",
            par(math.format(f"<m:f><m:num><m:r><m:t>{WORD_IN}</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"), " left."),
            "left.",
        ),
        body_case("bracket of an equation", par(math.format(f'<m:d><m:dPr><m:begChr m:val="{WORD_IN}"/></m:dPr></m:d>'), "Kept."), "Kept."),
        body_case("right-to-left marks in runs", par("\u200fBrac", "\u200eken", "fold\u200f left."), "left."),
        body_case("conversion of a script", par("Mr \U0001d401\U0001d42b\U0001d41a\U0001d41c\U0001d424\U0001d41e\U0001d427\U0001d41f\U0001d428\U0001d425\U0001d41d left."), "left."),
    ]  # fmt: skip


def _fields() -> list[Case]:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))

    def code(name: str, text: str) -> Case:
        return body_case(name, par(begin, f"<w:r><w:instrText>{text}</w:instrText></w:r>", end, "He left."), "He left.")

    data = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r>'
    return [
        code("entry of an index", f'XE "{WORD_IN}: boat"'),
        code("entry of a list", f'TC "{WORD_IN}"'),
        code("included picture", f'INCLUDEPICTURE "C:\\\\{WORD_IN}\\\\a.png"'),
        code("data of a field", f'ADDIN EN.CITE {{"author":"{WORD_IN}"}}'),
        body_case("name of a form field", par(data.format(f'<w:name w:val="{WORD_IN}"/>'), end, "He."), "He."),
        body_case("help of a form field", par(data.format(f'<w:helpText w:val="Ask {WORD_IN}"/>'), end, "He."), "He."),
        body_case("macro of a form field", par(data.format(f'<w:entryMacro w:val="{WORD_IN}"/>'), end, "He."), "He."),
        body_case(
            "data kept with a field",
            par('<w:r><w:fldChar w:fldCharType="begin"><w:fldData>QnJhY2tlbmZvbGQ=</w:fldData></w:fldChar></w:r>', end, "He."),
            "He.",
        ),
    ]  # fmt: skip


def _controls() -> list[Case]:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    return [
        body_case("hint of a control", control.format(f'<w:placeholder><w:docPart w:val="{WORD_IN}"/></w:placeholder>', par("Kept.")), "Kept."),
        body_case("box to choose in", control.format(f'<w:comboBox><w:listItem w:displayText="x" w:value="{WORD_IN}"/></w:comboBox>', par("Kept.")), "Kept."),
        body_case("names of spaces of a control", control.format(f'<w:dataBinding w:prefixMappings="xmlns:a=&apos;urn:{WORD_IN}&apos;"/>', par("Kept.")), "Kept."),
        body_case("repeating section", control.format(f'<w15:repeatingSection><w15:sectionTitle w15:val="{WORD_IN}"/></w15:repeatingSection>', par("Kept.")), "Kept."),
    ]  # fmt: skip


def _charts() -> list[Case]:
    drawn = par(
        '<w:r><w:drawing><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart r:id="rIdX"/></a:graphicData></a:graphic></w:drawing></w:r>'
    )
    rich = "<c:tx><c:rich><a:p><a:r><a:t>{}</a:t></a:r></a:p></c:rich></c:tx>"

    def chart(name: str, inner: str, behind: str = "") -> Case:
        made = f"<c:chartSpace {SPACES}><c:chart>{inner}</c:chart>{behind}</c:chartSpace>"
        return part_case(name, "charts/chart1.xml", made, "chart", body=drawn)

    shapes = Package(drawn, {}, [Link("rIdX", "chart", "charts/chart1.xml")])
    shapes.parts["word/charts/chart1.xml"] = (
        f'<c:chartSpace {SPACES}><c:chart/><c:userShapes r:id="rId1"/></c:chartSpace>'
    )
    shapes.parts["word/charts/_rels/chart1.xml.rels"] = rels(
        [Link("rId1", "chartUserShapes", "../drawings/drawing1.xml")]
    )
    shapes.parts["word/drawings/drawing1.xml"] = f"<c:userShapes {SPACES}><a:t>{WORD_IN}</a:t></c:userShapes>"
    newer = f'<cx:chartSpace xmlns:cx="{_MICROSOFT}/drawing/2014/chartex"><cx:pt>{WORD_IN}</cx:pt></cx:chartSpace>'
    extension = '<c:extLst><c:ext uri="{{02D57815}}"><c15:f xmlns:c15="urn:x">{}</c15:f></c:ext></c:extLst>'
    return [
        chart("label in a chart", f"<c:plotArea><c:dLbl>{rich.format(WORD_IN)}</c:dLbl></c:plotArea>"),
        chart("name of an axis", f"<c:plotArea><c:valAx><c:title>{rich.format(WORD_IN)}</c:title></c:valAx></c:plotArea>"),
        chart("series of a chart", f"<c:plotArea><c:ser><c:tx><c:v>{WORD_IN}</c:v></c:tx></c:ser></c:plotArea>"),
        chart("print head of a chart", "", f"<c:printSettings><c:headerFooter><c:oddHeader>{WORD_IN}</c:oddHeader></c:headerFooter></c:printSettings>"),
        chart("pivot table of a chart", "", f"<c:pivotSource><c:name>[a.xlsx]{WORD_IN}</c:name></c:pivotSource>"),
        chart("extension of a chart", f"<c:plotArea><c:ser>{extension.format(WORD_IN)}</c:ser></c:plotArea>"),
        chart("format of a number", f'<c:plotArea><c:valAx><c:numFmt formatCode="0 &quot;{WORD_IN}&quot;"/></c:valAx></c:plotArea>'),
        Case("shapes on a chart", shapes.build()),
        part_case("newer chart", "charts/chartEx1.xml", newer, f"{_MICROSOFT}/2014/relationships/chartEx"),
        part_case(
            "drawing of a diagram",
            "diagrams/drawing1.xml",
            f"<dsp:drawing xmlns:dsp='{_MICROSOFT}/drawing/2008/diagram'><a:t xmlns:a='urn:a'>{WORD_IN}</a:t></dsp:drawing>",
            f"{_MICROSOFT}/2007/relationships/diagramDrawing",
        ),
        part_case(
            "name of a diagram's layout",
            "diagrams/layout1.xml",
            f'<dgm:layoutDef {SPACES}><dgm:title val="{WORD_IN}"/></dgm:layoutDef>',
            "diagramLayout",
            body=par('<w:r><w:drawing><dgm:relIds r:lo="rIdX"/></w:drawing></w:r>'),
        ),
    ]  # fmt: skip


def _drawings() -> list[Case]:
    group = '<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wps:wsp><wps:cNvPr id="2" name="{}" descr="{}"/></wps:wsp></wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    vector = '<a:extLst><a:ext uri="{96DAC541}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rIdS"/></a:ext></a:extLst>'
    both = Package(
        par(picture(extra=vector)),
        {"word/media/a.png": png(), "word/media/a.svg": f"<svg><text>{WORD_IN}</text></svg>"},
    )
    both.links += [Link("rIdX", "image", "media/a.png"), Link("rIdS", "image", "media/a.svg")]
    linked = Package(
        par(picture().replace("r:embed", "r:link")), {}, [Link("rIdX", "image", f"file:///C:/{WORD_IN}/a.png", True)]
    )
    clicked = Package(
        par(
            picture(described=f'name="P"><a:hlinkClick r:id="rIdL" tooltip="{WORD_IN}"/></wp:docPr').replace(
                "></wp:docPr/>", "></wp:docPr>"
            )
        ),
        {"word/media/a.png": png()},
        [Link("rIdX", "image", "media/a.png"), Link("rIdL", "hyperlink", f"https://a.example/{WORD_IN}", True)],
    )
    film = f'<w:r><w:drawing><wp15:webVideoPr xmlns:wp15="{_MICROSOFT}/word/2012/wordprocessingDrawing" embeddedHtml="&lt;iframe title={WORD_IN}&gt;"/></w:drawing></w:r>'
    head = f'<w:r><w:pict><v:shape type="#_x0000_t136"><v:textpath string="{WORD_IN}"/></v:shape></w:pict></w:r>'
    mark = Package(
        "",
        {"word/header1.xml": part("hdr", par(head))},
        [Link("rIdX", "header", "header1.xml")],
        section='<w:sectPr><w:headerReference w:type="default" r:id="rIdX"/></w:sectPr>',
    )
    return [
        body_case("name of a shape in a group", par(group.format(WORD_IN, "")), BEFORE),
        body_case("description of a shape in a group", par(group.format("S", f"Mr {WORD_IN}")), BEFORE),
        Case("vector drawing behind a picture", both.build()),
        Case("picture in another place", linked.build()),
        Case("link of a picture", clicked.build()),
        body_case("film", par(film, "Kept."), "Kept."),
        Case("watermark", mark.build()),
        body_case("handwriting", par(f'<w:r><w:contentPart r:id="{WORD_IN}"/></w:r>', "Kept."), "Kept."),
        body_case("background", f'<w:bgPict><w:background w:bgcolor="{WORD_IN}"/></w:bgPict>' + par("Kept."), "Kept."),
        body_case("named shape of old", par(f'<w:r><w:pict><v:group id="{WORD_IN}" alt="x"><v:rect href="https://a.example/{WORD_IN}"/></v:group></w:pict></w:r>', "Kept."), "Kept."),
    ]  # fmt: skip


def _parts() -> list[Case]:
    glossary = part("styles", f'<w:style w:styleId="x"><w:name w:val="{WORD_IN}"/></w:style>')
    mht = f"From: <a@a.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Inserted {WORD_IN} text</p>"
    inner = Package(par(f"Deep {WORD_IN}")).build()
    thing = '<w:r><w:object><v:shape id="s"/><o:OLEObject ProgID="X" r:id="rIdX"/></w:object></w:r>'
    sources = f'<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Last>{WORD_IN}</b:Last></b:Sources>'
    label = Package(
        "",
        {"docMetadata/LabelInfo.xml": f'<l:labelList xmlns:l="urn:l"><l:label name="{WORD_IN}"/></l:labelList>'},
        [],
        [Link("rId9", f"{_MICROSOFT}/2020/02/relationships/classificationlabels", "docMetadata/LabelInfo.xml")],
    )
    ribbon = Package(
        "",
        {"customUI/customUI.xml": f'<customUI><button label="{WORD_IN}"/></customUI>'},
        [],
        [Link("rId9", f"{_MICROSOFT}/2006/relationships/ui/extensibility", "customUI/customUI.xml")],
    )
    return [
        part_case("older styles", "stylesWithEffects.xml", glossary, f"{_MICROSOFT}/2007/relationships/stylesWithEffects"),
        part_case("inserted archive of a page", "a.mht", mht, "aFChunk", body='<w:altChunk r:id="rIdX"/>'),
        part_case("inserted text", "a.txt", f"Inserted {WORD_IN} text", "aFChunk", body='<w:altChunk r:id="rIdX"/>'),
        part_case("document as an object", "embeddings/a.docx", inner, "package", body=par(thing)),
        Case("list of sources", Package("", {"customXml/item1.xml": sources}, [Link("rIdX", "customXml", "../customXml/item1.xml")]).build()),
        part_case("dates of comments", "commentsExtensible.xml", f'<a b="{WORD_IN}"/>', f"{_MICROSOFT}/2018/08/relationships/commentsExtensible"),
        part_case("proofing notes", "intelligence2.xml", f'<a b="{WORD_IN}"/>', f"{_MICROSOFT}/2020/10/relationships/intelligence"),
        part_case("embedded font", "fonts/font1.odttf", WORD_IN.encode("utf-16-be"), "font"),
        part_case("add-in", "webextensions/webextension1.xml", f'<a b="{WORD_IN}"/>', f"{_MICROSOFT}/2011/relationships/webextension"),
        Case("label of secrecy", label.build()),
        Case("own ribbon", ribbon.build()),
    ]  # fmt: skip


def _settings() -> list[Case]:
    def settings(name: str, inner: str) -> Case:
        return part_case(name, "settings.xml", part("settings", f'<w:defaultTabStop w:val="708"/>{inner}'), "settings")

    return [
        settings("caption", f'<w:captions><w:caption w:name="{WORD_IN}"/></w:captions>'),
        settings("style of writing", f'<w:activeWritingStyle w:appName="{WORD_IN}"/>'),
        settings("kind of a smart tag", f'<w:smartTagType w:namespaceuri="urn:{WORD_IN}" w:name="x"/>'),
        settings("sheet for saving", f'<w:saveThroughXslt w:solutionID="{WORD_IN}"/>'),
        settings("revision ids", f'<w:rsids><w:rsid w:val="{WORD_IN}"/></w:rsids>'),
        settings("ways of compatibility", f'<w:compat><w:compatSetting w:name="{WORD_IN}" w:uri="urn:x" w:val="15"/></w:compat>'),
        settings("list separator", f'<w:listSeparator w:val="{WORD_IN}"/>'),
    ]  # fmt: skip


def _archive() -> list[Case]:
    return [Case("second entry of one name", _with_double())]


def refused() -> list[Case]:
    """Return the cases that are refused as damaged: what readers make of such files cannot be told."""
    return [Case("other name in the entry's head", _with_other_name()), Case("entity", _with_entity())]


def _with_double() -> bytes:
    """Return an archive with two bodies: readers take the last, the first still has the word."""
    buffer = io.BytesIO()
    with (
        warnings.catch_warnings(),
        zipfile.ZipFile(io.BytesIO(Package("").build())) as old,
        zipfile.ZipFile(buffer, "w") as new,
    ):
        warnings.simplefilter("ignore")
        names = [entry.filename for entry in old.infolist()]
        new.writestr("word/document.xml", part("document", f"<w:body>{par(WORD_IN)}</w:body>"))
        for name in names:
            new.writestr(name, old.read(name))
    return buffer.getvalue()


def _with_other_name() -> bytes:
    """Return an archive whose unused entry is called otherwise in its own head than in the directory."""
    buffer = io.BytesIO(Package("").build())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("a" * len(WORD_IN), b"x")
    return buffer.getvalue().replace(b"a" * len(WORD_IN), WORD_IN.encode(), 1)


def _with_entity() -> bytes:
    """Return an archive whose body spells half of the word by an entity of its own."""
    body = part("document", f"<w:body>{par(BEFORE)}{par('Bracken', run('X'))}{par(AFTER)}</w:body>")
    body = body.replace("?>", '?><!DOCTYPE w [<!ENTITY half "fold">]>', 1).replace(">X<", ">&half;<")
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(Package("").build())) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            new.writestr(entry.filename, body if entry.filename == "word/document.xml" else old.read(entry))
    return buffer.getvalue()
