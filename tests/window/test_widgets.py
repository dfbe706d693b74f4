from PySide6.QtGui import QTextDocument

from reviewer.gui.widgets import plain_tip

MARKUP = 'Fares <img src="file:///fares.png"> rise\n& fall'


def test_a_tool_tip_shows_markup_as_the_words_it_is():
    shown = QTextDocument()
    shown.setHtml(plain_tip(MARKUP))
    assert shown.toPlainText() == MARKUP
    assert "<img" not in shown.toHtml()


def test_a_tool_tip_without_markup_stays_as_it_is():
    assert plain_tip("2 < 3 & 4\nnext line") == "2 < 3 & 4\nnext line"
