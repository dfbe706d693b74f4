"""Styles, settings and fonts of the DOCX files that we write."""

from reviewer.formats.docx_xml import NAMESPACES, XML_HEAD

SERIF, SANS, MONO = "Charis SIL", "Noto Sans", "Noto Sans Mono"

SETTINGS = (
    f'{XML_HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/>'
    "</w:compat></w:settings>"
).encode()

FONT_TABLE = (
    f"{XML_HEAD}<w:fonts {NAMESPACES}>"
    f'<w:font w:name="{SERIF}"><w:altName w:val="Georgia"/><w:family w:val="roman"/></w:font>'
    f'<w:font w:name="{SANS}"><w:altName w:val="Calibri"/><w:family w:val="swiss"/></w:font>'
    f'<w:font w:name="{MONO}"><w:altName w:val="Consolas"/><w:family w:val="modern"/></w:font>'
    "</w:fonts>"
).encode()

_PARAGRAPHS = (
    # id, name, font, points, bold, colour, before and after in twips, exact line in points, outline level
    ("Title", "Title", SERIF, 29, True, "111111", 160, 120, 34, None),
    ("Heading1", "heading 1", SERIF, 19, True, "111111", 0, 200, 24, 0),
    ("Heading2", "heading 2", SANS, 9.5, True, "111111", 420, 80, 0, 1),
    ("Heading3", "heading 3", SANS, 8.5, True, "111111", 240, 60, 0, 2),
    ("Quote", "Quote", SERIF, 11.5, False, "111111", 0, 60, 15.5, None),
    ("SmallQuote", "Small quote", SERIF, 9, False, "111111", 0, 20, 11.4, None),
    ("ArticleText", "Article text", SERIF, 10, False, "111111", 0, 0, 0, None),
    ("LineNumber", "Line number", SANS, 6.5, False, "767676", 0, 0, 0, None),
    ("TableText", "Table text", SANS, 8, False, "111111", 0, 10, 0, None),
    ("TableHead", "Table head", SANS, 7.5, False, "555555", 0, 0, 0, None),
    ("Small", "Small", SANS, 7.5, False, "555555", 0, 20, 0, None),
    ("Hash", "Hash", MONO, 6.5, False, "111111", 0, 0, 0, None),
    ("Band", "Band", SANS, 10, False, "111111", 0, 20, 0, None),
    ("Slug", "Slug", SANS, 8.5, False, "111111", 360, 0, 0, None),
    ("Lead", "Lead", SANS, 10, False, "111111", 0, 160, 0, None),
    ("Header", "header", SANS, 7.5, False, "555555", 0, 0, 0, None),
    ("Footer", "footer", SANS, 7, False, "555555", 0, 0, 0, None),
    ("CommentText", "annotation text", SANS, 9, False, "111111", 0, 0, 0, None),
)


def styles_part(language: str) -> bytes:
    """Return word/styles.xml with `language` as the language of the text."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:eastAsia="{SANS}" '
        f'w:cs="{SANS}"/>'
        f'<w:color w:val="111111"/><w:sz w:val="17"/><w:szCs w:val="17"/>'
        f'<w:lang w:val="{language}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    made = [_paragraph_style(*style) for style in _PARAGRAPHS]
    return (
        f"{XML_HEAD}<w:styles {NAMESPACES}>{defaults}{normal}{''.join(made)}{_CHARACTERS}{_TABLES}</w:styles>".encode()
    )


def _paragraph_style(
    key: str,
    name: str,
    font: str,
    size: float,
    bold: bool,
    colour: str,
    before: int,
    after: int,
    line: float,
    outline: int | None,
) -> str:
    heading = "<w:keepNext/><w:keepLines/>" if outline is not None or key == "Title" else ""
    rule = ""
    if key == "Heading2":
        rule = '<w:pBdr><w:top w:val="single" w:sz="12" w:space="4" w:color="111111"/></w:pBdr>'
    if key == "Heading1":
        rule = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="111111"/></w:pBdr>'
    if key == "Footer":
        rule = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="111111"/></w:pBdr>'
    tabs = '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>' if key in ("Header", "Footer") else ""
    level = f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else ""
    distance, rule_of_line = (round(line * 20), "exact") if line else (252, "auto")
    spacing = f'<w:spacing w:before="{before}" w:after="{after}" w:line="{distance}" w:lineRule="{rule_of_line}"/>'
    weight = "<w:b/><w:bCs/>" if bold else ""
    half_points = round(size * 2)
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{heading}{rule}{tabs}{spacing}{level}</w:pPr>"
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>{weight}<w:color w:val="{colour}"/>'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr></w:style>'
    )


_CHARACTERS = (
    '<w:style w:type="character" w:styleId="PacketLink"><w:name w:val="Packet link"/>'
    '<w:rPr><w:b/><w:color w:val="0072B2"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
    '<w:rPr><w:sz w:val="14"/></w:rPr></w:style>'
)

_CELLS = (
    '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar>'
)
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
    '<w:style w:type="table" w:styleId="PacketTable"><w:name w:val="Packet table"/><w:basedOn w:val="TableNormal"/>'
    '<w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="111111"/>'
    f'<w:insideH w:val="single" w:sz="4" w:color="C9C9C9"/></w:tblBorders>{_CELLS}</w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="4" w:color="111111"/>'
    "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    '<w:style w:type="table" w:styleId="ArticleTable"><w:name w:val="Article table"/><w:basedOn w:val="TableNormal"/>'
    '<w:tblPr><w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="BandTable"><w:name w:val="Band table"/><w:basedOn w:val="TableNormal"/>'
    '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12" w:color="111111"/>'
    '<w:left w:val="single" w:sz="12" w:color="111111"/><w:bottom w:val="single" w:sz="12" w:color="111111"/>'
    '<w:right w:val="single" w:sz="12" w:color="111111"/></w:tblBorders><w:tblCellMar><w:top w:w="140" w:type="dxa"/>'
    '<w:left w:w="300" w:type="dxa"/><w:bottom w:w="140" w:type="dxa"/><w:right w:w="200" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
)
