"""Ways to keep a word in a PDF round its pages: annotations, forms, properties, outline, structure."""

from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.proof.pdf_way_tools import changed, coded, helvetica, page_with
from tests.proof.ways import Ways

WAYS = Ways("pdf", "memo.pdf")


def annotated(**keys: Any) -> bytes:
    def change(pdf: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([10, 10, 30, 30]))
        note.update(Dictionary({f"/{key}": value for key, value in keys.items()}))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    return changed(coded(""), change)


def in_the_catalog(**keys: Any) -> bytes:
    def change(pdf: Pdf) -> None:
        for key, value in keys.items():
            pdf.Root[f"/{key}"] = value

    return changed(coded(""), change)


@WAYS.held
def in_a_note(word: str) -> bytes:
    return annotated(Contents=String(word))


@WAYS.held
def in_rich_text_of_a_note(word: str) -> bytes:
    return annotated(RC=String(f"<body><p>{word[:3]}<b>{word[3:]}</b></p></body>"))


@WAYS.held
def as_the_author_of_a_note(word: str) -> bytes:
    return annotated(T=String(word))


@WAYS.held
def in_the_address_of_a_link(word: str) -> bytes:
    address = f"https://desk.example/%{ord(word[0]):x}{word[1:]}/"
    return annotated(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(address)))


@WAYS.held
def in_a_private_key(word: str) -> bytes:
    return annotated(XX_Private=Dictionary(Deep=Array([Array([String(word)])])))


@WAYS.held
def as_a_private_key(word: str) -> bytes:
    return annotated(XX_Private=Dictionary({f"/{word}": True}))


@WAYS.held
def in_a_script(word: str) -> bytes:
    said = String(f'app.alert("{word[:3]}" + "{word[3:]}")')
    return annotated(A=Dictionary(S=Name.JavaScript, JS=said))


@WAYS.held
def in_the_appearance_of_a_stamp(word: str) -> bytes:
    def change(pdf: Pdf) -> None:
        form = Stream(pdf, f"BT /F0 12 Tf 0 0 Td ({word}) Tj ET".encode())
        form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 100, 20])))
        form.Resources = Dictionary(Font=Dictionary(F0=helvetica()))
        stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([10, 10, 110, 30]), F=2)
        stamp.AP = Dictionary(D=pdf.make_indirect(form))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(stamp)])

    return changed(coded(""), change)


@WAYS.held
def as_the_value_of_a_field(word: str) -> bytes:
    return in_the_catalog(AcroForm=Dictionary(Fields=Array([Dictionary(FT=Name.Tx, T=String("name"), V=String(word))])))


@WAYS.held
def in_an_xfa_form(word: str) -> bytes:
    def change(pdf: Pdf) -> None:
        data = pdf.make_stream(f"<xdp><v>{word[:3]}<b/>{word[3:]}</v></xdp>".encode())
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Array([String("template"), data]))

    return changed(coded(""), change)


@WAYS.held
def in_a_custom_key_of_the_information(word: str) -> bytes:
    def change(pdf: Pdf) -> None:
        pdf.docinfo["/Desk"] = String(word)

    return changed(coded(""), change)


@WAYS.held
def in_the_metadata(word: str) -> bytes:
    def change(pdf: Pdf) -> None:
        with pdf.open_metadata() as metadata:
            metadata["dc:description"] = word

    return changed(coded(""), change)


@WAYS.held
def in_the_outline(word: str) -> bytes:
    document = page_with("")
    document.set_toc([[1, word, 1]])
    return document.tobytes()


@WAYS.held
def as_a_named_destination(word: str) -> bytes:
    def change(pdf: Pdf) -> None:
        target = Array([pdf.pages[0].obj, Name.Fit])
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(word), target])))

    return changed(coded(""), change)


@WAYS.held
def in_a_page_label(word: str) -> bytes:
    return in_the_catalog(PageLabels=Dictionary(Nums=Array([0, Dictionary(P=String(word))])))


@WAYS.held
def in_the_structure_tree(word: str) -> bytes:
    return in_the_catalog(StructTreeRoot=Dictionary(K=Dictionary(S=Name.P, Alt=String(word)), RoleMap=Dictionary()))


@WAYS.held
def as_a_role_of_the_structure_tree(word: str) -> bytes:
    return in_the_catalog(StructTreeRoot=Dictionary(RoleMap=Dictionary({f"/{word}": Name.P})))


@WAYS.held
def as_an_output_condition(word: str) -> bytes:
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String(word))
    return in_the_catalog(OutputIntents=Array([intent]))


@WAYS.held
def in_private_data_of_a_program(word: str) -> bytes:
    return in_the_catalog(PieceInfo=Dictionary(Desk=Dictionary(Private=String(word.encode("utf-16-be")))))
