"""Whose words a source is."""

from tests.analysing.conftest import said_by

MAIL = """From: Ann Dale <a.dale@harbour.example>
To: Jo Reed
Date: Tue, 10 Mar 2026 11:52
Subject: Re: The boats

Dear Jo,

We are glad to have the boats back. I would have liked lower fares.

The mayor tells me it is too late.

Ann Dale
Harbour master"""


def test_a_mail_is_its_senders(either_pass):
    found = dict(said_by(either_pass(MAIL)))
    assert found["We are glad to have the boats back."] == "Ann Dale"
    assert found["The mayor tells me it is too late."] == "Ann Dale"


def test_greeting_and_signature_of_a_mail_are_nobodys_words(either_pass):
    found = dict(said_by(either_pass(MAIL)))
    assert found["Dear Jo,"] is None
    assert found["Harbour master"] is None


def test_the_turns_of_a_transcript_are_their_speakers(either_pass):
    text = """THE CHAIR (Cllr Dee Prosser): Item six.
CLLR RUTH HARTNELL (Leader of the council): Thank you. The roof leaks.
CLLR SAM DELLE: When did she know?
CLLR HARTNELL: In July.
THE CHAIR: Those in favour?"""
    assert said_by(either_pass(text)) == [
        ("Item six.", "Dee Prosser"),
        ("Thank you.", "Ruth Hartnell"),
        ("The roof leaks.", "Ruth Hartnell"),
        ("When did she know?", "Sam Delle"),
        ("In July.", "Ruth Hartnell"),
        ("Those in favour?", "Dee Prosser"),
    ]


def test_a_turn_runs_over_paragraphs_until_the_next(either_pass):
    text = "Q: When did you know?\nA: In July.\nIt was hot.\nQ: And then?"
    assert said_by(either_pass(text))[2] == ("It was hot.", "A")


def test_a_release_is_its_issuers_but_for_its_quotes(either_pass):
    text = """NORRMAR LINES
PRESS RELEASE
The boats will return in May.
"We did the sums," said Ann Dale, chief executive of Norrmar Lines.
Fares will not rise."""
    found = dict(said_by(either_pass(text)))
    assert found["The boats will return in May."] == "Norrmar Lines"
    assert found['"We did the sums,"'] == "Ann Dale"
    assert found["Fares will not rise."] == "Norrmar Lines"


def test_a_statement_by_somebody_is_theirs_until_the_next_heading(either_pass):
    text = """Statement by the Chief Executive, Ann Dale
"Sales were good. We plan no closures."
Statement by the Finance Director, Jo Reed
"Debt is coming down."
Outlook
The group expects growth."""
    found = dict(said_by(either_pass(text)))
    assert found['"Sales were good. We plan no closures."'] == "Ann Dale"
    assert found['"Debt is coming down."'] == "Jo Reed"
    assert found["The group expects growth."] is None


def test_a_name_before_a_colon_and_a_quote_is_its_speaker(either_pass):
    text = 'Dr Jan Lind, co-author and physicist: "It is the cheapest gym in the world."'
    assert said_by(either_pass(text)) == [('"It is the cheapest gym in the world."', "Jan Lind")]


def test_an_article_has_no_voice_of_its_own(either_pass):
    assert said_by(either_pass("Boats return\nThe boats return in May.", headline=True)) == [
        ("Boats return", None),
        ("The boats return in May.", None),
    ]


def test_a_section_label_in_capitals_makes_no_release(either_pass):
    text = "SPORT\nRovers win at last\nThe side scored twice on Friday night at home.\nThe crowd stayed to the end."
    assert all(claim.attribution is None for claim in either_pass(text).claims)


def test_two_labelled_lines_of_a_long_page_make_no_transcript(either_pass):
    lines = [
        "OPENING TIMES: The hall opens at ten.",
        *["The boats came back at dawn."] * 6,
        "HOW TO GET THERE: By bus.",
    ]
    assert all(claim.attribution is None for claim in either_pass("\n".join(lines)).claims)


def test_lines_that_point_elsewhere_are_no_turns(either_pass):
    text = "WATCH: Boats come in.\nThe boats came back.\nREAD MORE: Fares rise.\nThey were full.\nPHOTO: The harbour."
    assert all(claim.attribution is None for claim in either_pass(text).claims)


def test_answers_read_out_in_somebodys_turn_are_nobodys(either_pass):
    text = """MS ANN DALE: I read from the record.
Q. Where were you?
A. At home in bed.
MR JO REED: My client was at home.
MS ANN DALE: So she says."""
    found = dict(said_by(either_pass(text)))
    assert found["At home in bed."] is None
    assert found["My client was at home."] == "Jo Reed"


def test_the_number_of_a_paragraph_is_no_part_of_it_and_no_speaker(either_pass):
    analysis = either_pass("Ruling of the harbour court\n\n7. I have no doubt that the boat was late.")
    assert said_by(analysis)[-1] == ("I have no doubt that the boat was late.", None)


INTERVIEW = """‘I never planned to keep bees’

Petra Lind has kept bees for a year. She talks about swarms and stings.

The hives stand behind a mill.

You began in May. What surprised you?

How loud it is. I could hear them from the road. We lost one hive in June.

Do they sting?

They do. I was stung nine times.

Will there be honey?

“Not before July,” she says. My father sells it at the gate.

Petra Lind, 52, trained as a nurse."""


def test_the_answers_of_an_interview_are_the_interviewees(full_pass):
    found = dict(said_by(full_pass(INTERVIEW, headline=True)))
    assert found["How loud it is."] == "Petra Lind"
    assert found["I was stung nine times."] == "Petra Lind"
    assert found["“Not before July,”"] == "Petra Lind"
    assert found["My father sells it at the gate."] == "Petra Lind"
    assert found["The hives stand behind a mill."] is None
    assert found["Petra Lind, 52, trained as a nurse."] is None


def test_three_questions_in_a_comment_are_no_interview(full_pass):
    text = "Ann Dale sold it.\n\nWho paid?\n\nThe town did.\n\nWhen?\n\nIn May.\n\nWhy?\n\nIt rained."
    assert {speaker for _, speaker in said_by(full_pass(text))} == {None}


def test_a_letter_printed_without_marks_is_its_writers(full_pass):
    text = (
        "In a letter to members, the director, Ann Dale, wrote:\n\nWe have listened to you. The pier stays shut.\n\n"
        "I am sorry about it.\n\nThe pier was built in 1911."
    )
    assert said_by(full_pass(text))[-4:] == [
        ("We have listened to you.", "Ann Dale"),
        ("The pier stays shut.", "Ann Dale"),
        ("I am sorry about it.", "Ann Dale"),
        ("The pier was built in 1911.", None),
    ]
