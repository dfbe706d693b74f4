from reviewer.pages.fonts import Face, FontBook


def test_the_width_of_words_adds_up():
    book = FontBook()

    whole = book.width(Face.SERIF, "night boat", 10)
    parts = sum(book.width(Face.SERIF, part, 10) for part in ("night", " ", "boat"))

    assert abs(whole - parts) < 1e-9


def test_bold_and_regular_are_different_fonts():
    book = FontBook()

    (regular, *_), (bold, *_) = book.shape(Face.SERIF, "a").runs[0], book.shape(Face.SERIF_BOLD, "a").runs[0]

    assert regular != bold


def test_a_character_that_the_face_lacks_comes_from_another_font():
    fonts = {run[0] for run in FontBook().shape(Face.SERIF, "a漢م😀").runs}

    assert len(fonts) == 4


def test_the_arabic_comma_is_drawn_by_the_arabic_font():
    book = FontBook()

    comma, letter = book.shape(Face.SERIF, "،").runs[0], book.shape(Face.SERIF, "م").runs[0]

    assert comma[0] == letter[0]
    assert int(comma[2], 16) > 0


def test_a_control_character_is_shown_as_a_replacement():
    book = FontBook()

    assert book.shape(Face.SANS, "\x07") == book.shape(Face.SANS, "\ufffd")


def test_the_mono_face_gives_every_letter_the_same_width():
    book = FontBook()

    assert book.width(Face.MONO, "iii", 10) == book.width(Face.MONO, "WWW", 10)
