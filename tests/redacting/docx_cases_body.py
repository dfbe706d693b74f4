"""Ways to hide a word in the body of a DOCX file: spelling, runs, changes, fields, controls, drawings."""

from tests.redacting.docx_package_builder import WORD_IN, Case, body_case, par, run

_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_BY = f'w:id="7" w:author="{WORD_IN}" w:date="2026-01-05T09:00:00Z"'
_ADA = 'w:id="7" w:author="Ada Quill" w:date="2026-01-05T09:00:00Z"'


def cases() -> list[Case]:
    """Return the cases."""
    return [*_spellings(), *_runs(), *_changes(), *_fields(), *_controls(), *_drawings(), *_markup()]


def _spellings() -> list[Case]:
    letters = "".join(f'<w:sym w:font="Symbol" w:char="F0{ord(letter):02X}"/>' for letter in WORD_IN)
    private = "".join(chr(0xF000 + ord(letter)) for letter in WORD_IN)
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in WORD_IN)
    return [
        body_case("plain", par(f"They met {WORD_IN} there."), "They met", "there."),
        body_case("possessive", par(f"It was {WORD_IN}’s boat."), "It was", "boat."),
        body_case("capitals", par(f"{WORD_IN.upper()} ASKED.")),
        body_case("small letters", par(f"about {WORD_IN.lower()} then")),
        body_case("soft hyphen", par("Brac\u00adken\u00adfold left."), "left."),
        body_case("zero width", par("Brac\u200bken\u2060fold left."), "left."),
        body_case("full width", par(f"{wide} left."), "left."),
        body_case("accents", par("Bra\u0301ckenfo\u0308ld left."), "left."),
        body_case("letterspaced", par("B r a c k e n f o l d left."), "left."),
        body_case("reversed", par("\u202edlofnekcarB\u202c left."), "left."),
        body_case("Cyrillic", par("Brасkеnfоld left."), "left."),
        body_case("symbols", par(f"<w:r>{letters}</w:r>", " left."), "left."),
        body_case("private letters", par(private, " left."), "left."),
        body_case(
            "soft hyphen element", par("<w:r><w:t>Bracken</w:t><w:softHyphen/><w:t>fold left.</w:t></w:r>"), "left."
        ),
        body_case(
            "no-break hyphen", par("<w:r><w:t>Bracken</w:t><w:noBreakHyphen/><w:t>fold left.</w:t></w:r>"), "left."
        ),
        body_case("broken line", par("<w:r><w:t>Bracken-</w:t><w:br/><w:t>fold left.</w:t></w:r>"), "left."),
        body_case("character references", par("<w:r><w:t>&#66;racken&#x66;old left.</w:t></w:r>"), "left."),
        body_case("percent escapes", par("see /Bracken%66old now"), "see", "now"),
        body_case("base64", par("token RHIuIEJyYWNrZW5mb2xkIHdhcyBoZXJl end"), "token", "end"),
        body_case("joined names", par("AdaBrackenfold left."), "left."),
    ]


def _runs() -> list[Case]:
    single = "".join(run(letter) for letter in WORD_IN)
    table = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
    return [
        body_case("two runs", par("Met Brac", "kenfold there."), "Met", "there."),
        body_case("a run a letter", par(single, " left."), "left."),
        body_case("formatting", par(run("Brac", "<w:b/>"), run("ken", "<w:i/>"), "fold left."), "left."),
        body_case("spelling marks", par("Brac", '<w:proofErr w:type="spellStart"/>', "kenfold left."), "left."),
        body_case("bookmark", par("Brac", '<w:bookmarkStart w:id="3" w:name="x"/>', "kenfold left."), "left."),
        body_case("page break mark", par("<w:r><w:t>Brac</w:t><w:lastRenderedPageBreak/><w:t>kenfold</w:t></w:r>")),
        body_case("table cell", table.format(par("Name"), par(WORD_IN)), "Name"),
        body_case(
            "nested table", table.format(par("Name"), table.format(par("Inner"), par(WORD_IN)) + par("")), "Inner"
        ),
        body_case("white on white", par(run(WORD_IN, '<w:color w:val="FFFFFF"/>'), " left."), "left."),
        body_case("tiny", par(run(WORD_IN, '<w:sz w:val="1"/>'), " left."), "left."),
        body_case("hidden", par(run(WORD_IN, "<w:vanish/>"), " left."), "left."),
        body_case("right to left run", par(run(WORD_IN, "<w:rtl/>"), " left."), "left."),
        body_case("ruby base", par(_ruby(WORD_IN, "brak")), "left."),
        body_case("ruby guide", par(_ruby("That man", WORD_IN)), "That man", "left."),
        body_case("bidirectional", par(f'<w:bdo w:val="rtl">{run(WORD_IN)}</w:bdo>', " left."), "left."),
    ]


def _ruby(base: str, guide: str) -> str:
    return f"<w:r><w:ruby><w:rt>{run(guide)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase></w:ruby></w:r>{run(' left.')}"


def _changes() -> list[Case]:
    deleted = f"<w:r><w:delText>{WORD_IN}</w:delText></w:r>"
    row = "<w:tbl><w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    joined = "<w:rPr><w:del " + _ADA + "/></w:rPr>"
    return [
        body_case("inserted", par(f"<w:ins {_ADA}>{run(WORD_IN)}</w:ins>", " left."), "left."),
        body_case("half inserted", par("Bracken", f"<w:ins {_ADA}>{run('fold')}</w:ins>", " left."), "left."),
        body_case("deleted", par(f"<w:del {_ADA}>{deleted}</w:del>", " left."), "left."),
        body_case("moved from", par(f"<w:moveFrom {_ADA}>{run(WORD_IN)}</w:moveFrom>", " left."), "left."),
        body_case("moved to", par(f"<w:moveTo {_ADA}>{run(WORD_IN)}</w:moveTo>", " left."), "left."),
        body_case("author of an insertion", par(f"<w:ins {_BY}>{run('He')}</w:ins>", " left."), "He", "left."),
        body_case("author of a format", par(run("He left.", f"<w:rPrChange {_BY}><w:rPr/></w:rPrChange>")), "He left."),
        body_case("author of a paragraph", par("He.", properties=f"<w:pPrChange {_BY}><w:pPr/></w:pPrChange>"), "He."),
        body_case("deleted row", row.format(f"<w:del {_ADA}/>", par(WORD_IN), par("Kept")), "Kept"),
        body_case("joined paragraphs", par("Bracken", properties=joined) + par("fold left."), "left."),
        body_case("move name", par(f'<w:moveToRangeStart {_ADA} w:name="{WORD_IN}"/>', "He left."), "He left."),
        body_case("edited by", par(f'<w:permStart w:id="1" w:ed="{WORD_IN}"/>', "He left."), "He left."),
    ]


def _field(code: str, result: str) -> str:
    codes = "".join(
        piece if piece.startswith("<") else f"<w:r><w:instrText>{piece}</w:instrText></w:r>"
        for piece in code.split("|")
    )
    return _FIELD.format("begin") + codes + _FIELD.format("separate") + result + _FIELD.format("end")


def _fields() -> list[Case]:
    nested = _field(f"IF 1 = 1 |{_field('QUOTE', run(WORD_IN))}| x", run("shown"))
    form = f'<w:ffData><w:textInput><w:default w:val="{WORD_IN}"/></w:textInput></w:ffData>'
    choices = f'<w:ffData><w:ddList><w:listEntry w:val="Ferry"/><w:listEntry w:val="{WORD_IN}"/></w:ddList></w:ffData>'
    return [
        body_case("field code", par(_field(f"AUTHOR {WORD_IN}", run("shown"))), "shown"),
        body_case("field code in pieces", par(_field("AUTHOR Brac|kenfold", run("shown"))), "shown"),
        body_case("field result", par(_field("AUTHOR", run(WORD_IN)), " left."), "left."),
        body_case("field in a field", par(nested), "shown"),
        body_case("simple field", par(f'<w:fldSimple w:instr="REF {WORD_IN}">{run("shown")}</w:fldSimple>'), "shown"),
        body_case("link in a field", par(_field(f'HYPERLINK "mailto:{WORD_IN}@a.example"', run("mail"))), "mail"),
        body_case(
            "form field",
            par(f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>', _FIELD.format("end"), "He."),
            "He.",
        ),
        body_case(
            "form choices",
            par(f'<w:r><w:fldChar w:fldCharType="begin">{choices}</w:fldChar></w:r>', _FIELD.format("end"), "He."),
            "Ferry",
            "He.",
        ),
        body_case("open field", par(_FIELD.format("begin"), f"<w:r><w:instrText>{WORD_IN}</w:instrText></w:r>")),
        body_case("kept page field", par(f"Page of {WORD_IN} ", _field(" PAGE ", run("1"))), "Page of"),
    ]


def _controls() -> list[Case]:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    listed = f'<w:dropDownList><w:listItem w:displayText="{WORD_IN}" w:value="1"/></w:dropDownList>'
    bound = f'<w:dataBinding w:xpath="/people/{WORD_IN}" w:storeItemID="x"/>'
    tag = f'<w:smartTag w:uri="urn:x" w:element="name"><w:smartTagPr><w:attr w:name="n" w:val="{WORD_IN}"/></w:smartTagPr>'
    return [
        body_case("control", control.format("", par(WORD_IN) + par("Kept.")), "Kept."),
        body_case("control title", control.format(f'<w:alias w:val="{WORD_IN}"/>', par("Kept.")), "Kept."),
        body_case("control tag", control.format(f'<w:tag w:val="{WORD_IN}"/>', par("Kept.")), "Kept."),
        body_case("control list", control.format(listed, par("Kept.")), "Kept."),
        body_case("control binding", control.format(bound, par("Kept.")), "Kept."),
        body_case("smart tag", par("Brac", f"{tag}{run('kenfold left.')}</w:smartTag>"), "left."),
        body_case("smart tag value", par(f"{tag}{run('Kept.')}</w:smartTag>"), "Kept."),
        body_case(
            "custom XML", par(f'<w:customXml w:uri="u" w:element="{WORD_IN}">{run("Kept.")}</w:customXml>'), "Kept."
        ),
    ]


def _drawings() -> list[Case]:
    inner = f"<w:txbxContent>{par(f'In a box {WORD_IN}.')}</w:txbxContent>"
    shape = f"<w:drawing><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    plain = "<w:pict><v:shape><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></v:shape></w:pict>"
    both = '<w:r><mc:AlternateContent><mc:Choice Requires="{}">{}</mc:Choice><mc:Fallback>{}</mc:Fallback>'
    end = "</mc:AlternateContent></w:r>"
    math = "".join(f"<m:r><m:t>{letter}</m:t></m:r>" for letter in WORD_IN)
    return [
        body_case("text box", par(both.format("wps", shape, old) + end), "In a box"),
        body_case("text box, newer form", par(both.format("wps", shape, plain) + end), "In a box"),
        body_case("text box, older form", par(both.format("wps", "<w:drawing/>", old) + end)),
        body_case("text box of unknown kind", par(both.format("w", "<w:drawing/>", old) + end)),
        body_case("text box beside a word", par("Brac", f"<w:r>{plain}</w:r>", "kenfold left."), "left."),
        body_case("word art", par(f'<w:r><w:pict><v:shape><v:textpath string="{WORD_IN}"/></v:shape></w:pict></w:r>')),
        body_case("older alt text", par(f'<w:r><w:pict><v:shape alt="{WORD_IN}" id="{WORD_IN}"/></w:pict></w:r>')),
        body_case("hidden drawing data", par(f'<w:r><w:pict><v:shape o:gfxdata="{WORD_IN}"/></w:pict></w:r>')),
        body_case("equation", par(f"<m:oMath>{math}</m:oMath>", " left."), "left."),
        body_case(
            "paragraph of a drawing",
            par(f"<w:r><w:drawing><a:txBody><a:p><a:r><a:t>{WORD_IN}</a:t></a:r></a:p></a:txBody></w:drawing></w:r>"),
        ),
    ]


def _markup() -> list[Case]:
    strange = f'<x:{WORD_IN} xmlns:x="urn:x">a</x:{WORD_IN}>'
    return [
        body_case("comment in the XML", par("Kept.") + f"<!-- {WORD_IN} -->", "Kept."),
        body_case("instruction in the XML", par("Kept.") + f"<?note {WORD_IN}?>", "Kept."),
        body_case("CDATA", par(f"<w:r><w:t><![CDATA[{WORD_IN}]]></w:t></w:r>", " left."), "left."),
        body_case("unknown element", par("Kept.", strange), "Kept."),
        body_case("unknown element of Word", par("Kept.", f"<w:{WORD_IN}/>"), "Kept."),
        body_case("unknown attribute", par("Kept.", f'<w:r w:{WORD_IN}="1"><w:t>a</w:t></w:r>'), "Kept."),
        body_case(
            "attribute of another kind", par(f'<w:r xmlns:x="urn:x" x:n="{WORD_IN}"><w:t>Kept.</w:t></w:r>'), "Kept."
        ),
        body_case("namespace", par(f'<w:r xmlns:x="urn:{WORD_IN}"><w:t>Kept.</w:t></w:r>'), "Kept."),
        body_case("prefix", par(f'<w:r xmlns:{WORD_IN}="urn:x"><w:t>Kept.</w:t></w:r>'), "Kept."),
        body_case("text between elements", par("Kept.") + WORD_IN, "Kept."),
        body_case("value of a property", par(run("Kept.", f'<w:em w:val="{WORD_IN}"/>')), "Kept."),
        body_case("font", par(run("Kept.", f'<w:rFonts w:ascii="{WORD_IN} Sans"/>')), "Kept."),
        body_case(
            "table caption", f'<w:tbl><w:tblPr><w:tblCaption w:val="{WORD_IN}"/></w:tblPr></w:tbl>' + par("Kept.")
        ),
        body_case("revision id", par(f'<w:r w:rsidR="{WORD_IN}"><w:t>Kept.</w:t></w:r>'), "Kept."),
    ]
