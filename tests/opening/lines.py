"""Invented lines: of the page round a story, and of the story itself."""

_FURNITURE = """
[browser_warning]
This page works best in a newer browser.
JavaScript is switched off. Some features of this page will not work.
You are using an unsupported browser. Please upgrade to see the whole page.
You are using an old version of Internet Explorer.
Please switch on JavaScript to read this page properly.
Our site no longer supports this version of your browser.
This website looks better in a modern browser.
[byline]
By our court reporter
By a staff reporter
By our own correspondent
By Ada Quill
BY ADA QUILL
By ADA QUILL, Transport Reporter
by Ada Quill
By Ada Quill and Ned Farrow
By Ada Quill in Port Maren
By Ada Quill, Port Maren
By Dr Dina Marsh, science editor
By Piers Amory, business editor | 6 May 2026
By Piers Amory | 6 May 2026 | Updated 14:02
By Sofia de la Cruz-Meyer for the Harbour Post
Additional reporting by Ned Farrow
Additional reporting: Ned Farrow
(Reporting by Ada Quill; editing by Ned Farrow)
Reporting by Ada Quill in Port Maren; Editing by Ned Farrow
Ned Farrow contributed to this report.
Staff reporter
From our correspondent in Port Maren
[caption]
Words: Ada Quill. Pictures: Tove Lind
Photo: The Sanderling at her berth in Port Maren
Image: The Sanderling. Credit: Tove Lind
Picture: Tove Lind
Pictured: Rhona Ellery on the quay
The Sanderling at her berth. Photograph: Tove Lind/Harbour Post
The Sanderling leaves Port Maren. (Photo: Tove Lind)
The Sanderling leaves Port Maren (Photo by Tove Lind)
The Sanderling leaves Port Maren. Picture by Tove Lind
Picture credit: Tove Lind
Caption: The pool in 1968, the year it opened
File photo: the council chamber
Above: The pool in 1968
Photograph by Tove Lind
Archive picture of the pool, 1968
The pool at Weir Lane, pictured in June. Photo: Lena Okafor
[contact]
Contact: Lena Okafor, University of Marlport media office, 01632 960 341, media@hallowmere.example
Media contact: Lena Okafor, 01632 960 341
Press office: 01632 960 341
For more information contact Lena Okafor on 01632 960 341.
For further information, please contact the press office on 01632 960 341 or press@tidewater.example.
Media enquiries: press@tidewater.example
Interviews: Lena Okafor, 01632 960 341
Tel: 01632 960 341
press@tidewater.example
www.tidewater.example
[cookie_notice]
Cookies help us run this site. Accept / Settings
We value your privacy. We and our partners store cookies on your device.
This site uses cookies. By using it you agree to our policy.
Cookie settings
Accept all cookies | Only necessary | Settings
By clicking “Accept” you agree to the storing of cookies.
[dateline]
Harbour Post, 16 September 2025
PORT MAREN, 16 September 2025
MARLPORT, Thursday
PORT MAREN, Sept 16 (Reuters)
MARLPORT —
[embargo]
Embargoed until 00:01 GMT Thursday 12 February 2026
EMBARGO: 6 am, 3 March 2026
Under strict embargo until noon on Monday
[end_mark]
ENDS
-ENDS-
– Ends –
###
[newsletter]
Follow our live blog for updates
Follow Ada Quill on Bluesky
Follow us on Facebook and Instagram
Follow @harbourpost for the latest
Join our WhatsApp channel for breaking news
Get our app for alerts
Download the Harbour Post app
Get the best of the Post every morning in your inbox
Subscribe for unlimited access from £1 a week
Subscribe to our morning briefing
Subscribe now
Sign in or subscribe to read on
Already a subscriber? Log in
You have two free articles left this month.
This article is for subscribers only.
Support local journalism: become a member
Stay informed: sign up to our weekly digest
Sign up to our politics newsletter
Sign up here for our weekly e-mail on the courts.
Register for free to comment
Enjoying this article? Subscribe for more.
Turn on notifications to follow this story
Never miss a story: sign up for alerts
Breaking news alerts: sign up here
Live updates on our sports pages
Our courts newsletter comes out every Thursday. Sign up here.
The newsroom's daily briefing, free in your inbox
Sign up for breaking news by text message
Log in to comment
Support our work with a donation
Never miss another council vote: get our weekly e-mail
Get court news first with our Telegram channel
[notes]
Notes to editors
Notes to Editors:
Note to editors: pictures are available on request.
[other]
Listen to this article (4 min)
Listen to this article · 5 minutes
Market data delayed by at least 20 minutes.
Share prices are delayed by 20 minutes.
Prices correct at 16:30 London time
Quotes delayed 15 minutes
Data supplied by Lantern Partners
Exchange rates as of 6 May
Advertisement
ADVERTISEMENT
- Advertisement -
Advertisement: story continues below
Sponsored content
Story continues below
Article continues after advertisement
***
Watch the video above
Play video
Play audio (3:21)
This is a developing story and will be updated.
More follows
More to follow.
In association with Lantern Partners
Sponsored by Lantern Partners
Results service by Lantern Data
All times are local
[publication]
Published 16 September 2025
Published: 16 September 2025, 10:14
Published on Tuesday 16 September 2025 at 10.14am
Published at 07:30 BST on 16 September 2025
First published on 3 May 2026
Last updated 3 May 2026 at 14:10
Last updated: 14:10, Sunday 3 May
Updated 2 hours ago
Updated: 3 May 2026
Posted 3 May 2026
16 September 2025
Tuesday 16 September 2025
Tuesday, 16 September 2025, 10.14 BST
September 16, 2025 10:14 AM
Tue 16 Sep 2025 10.14 BST
3 hours ago
4 min read
Reading time: 4 minutes
16 September 2025 | 4 min read
Not for publication before 6 am on 3 March
© 2026 Harbour Post
© Harbour Post. All rights reserved.
Copyright Harbour Post 2026
This article was amended on 4 May 2026 to correct the name of the ship.
Correction: an earlier version of this article misspelt the name of the ship.
Clarification: the fare was corrected on 17 September.
Editor’s note: the writer is a member of the club.
Topics: Ferries, Islands, Transport
Tags: ferries, islands
Filed under: Local news
Home > News > Transport
News | Transport | Islands
Terms of use | Privacy | Contact us
Back to top
Skip to main content
Why you can trust the Harbour Post
About the author
Press release
For immediate release
[related]
Read more: How the ferry lost its way
READ MORE: Ten things to know about knees
Also read: The last night boat
More on this story: Why the pool leaks
See also: What councillors earn
Watch: The moment the mast came down
Listen: Our podcast on the harbour
Most read: Dog returns after nine years
Don't miss: Our guide to winter sailings
You may also like: The secret life of lighthouses
In pictures: the storm of 1987
From the archive: When the pier burned
Recommended: Six walks for a wet Sunday
Next: Council tax explained
Up next: Who owns the quay?
Opinion: We should all take the stairs
Analysis: What the vote means for the coast
Explainer: How the licence works
Podcast: The price of butter
Live: Follow all the results as they come in
Follow live: election results
Newsletter: The best of the coast, every Friday
View all comments
Graphic: How the share price moved
Read the full statement here
Read the full report here.
Click here to read the judgment in full
Continue reading
Trending: Storm names for the winter
Top stories: Council votes on pool
Editor’s pick: The lighthouse keeper’s last night
Letters: leave our lighthouse alone
Weather: rain later
Sport: Rovers lose again
Tap here for the latest ferry times
[sharing]
Share this story
Share on Facebook | Share on X | Copy link
Share this article: Facebook, X, WhatsApp, e-mail
Facebook Twitter Email
Save this article
Print this page
Comments (23)
14 comments
Comments are closed.
Join the conversation below
Have your say: should the pool close?
What do you think? Write to letters@thornbyecho.example
Got a tip? Write to newsdesk@harbourpost.example
Do you know more about this story? Contact our newsroom on 01632 960 440.
Were you on board? Tell us at news@harbourpost.example
Have you been affected by this story? Get in touch: news@harbourpost.example
Contact the reporter: a.quill@harbourpost.example
Email the author: p.amory@post.example
Report an error
If you have been affected by the issues in this story, call the helpline on 01632 960 999.
"""

_STORY = """
KABUL — The group said on Friday that it would return.
PORT MAREN (Reuters) - The ferry sank on Tuesday, officials said.
By the time the ferry left, two hundred people were waiting on the quay.
By Tuesday, 300 homes had lost power.
By Friday Ada Quill had gone home.
Published figures show that the fares rose by 4 percent.
Published in 1968, the book sold 3 million copies.
Updated figures will be released next week.
Follow the money, the auditor told the meeting.
Following the vote, the mayor resigned.
Sign up fees will double, the club said.
Subscribers to the service will pay £4 more.
Subscribe to that view and you will lose, he said.
Share prices fell by 4 percent on Monday.
Shares in the group rose 3 percent.
Related party transactions rose to £4 million.
“Related: that is the word,” she said.
Listen to the patients, the nurses say.
Watch this space, the chairman said.
Comments by the minister angered the union.
Contact with the ship was lost at noon.
Cookies made by the firm are sold in 40 countries.
Browser makers are to pay a fine of €40 million.
Internet Explorer is no longer sold.
Notes found in the flat name three other men.
Note that the figures are not audited.
The picture by Tove Lind sold for £4,000.
A photograph by Lind hangs in the hall.
Photographs of the scene show a broken mast.
The statement ends with a call to prayer.
Ends do not justify means, the bishop said.
Embargoes on grain will stay in place until May.
Advertisement spending fell by a tenth.
Register of interests: the mayor declared two flats.
“Join us,” she told the crowd.
Join the army and see the world, the poster said.
More than 4,000 people signed the petition.
More follows from the north every year, he said of the geese.
Read the letter again, the judge told the jury.
Read aloud in court, the letter took four minutes.
Save the pool, the banners said.
Print runs have halved since 2019.
Home, she said, is where the boat is.
In pictures released by the police, three men are seen.
Live births fell to a record low.
Get out, he told them.
Get the vaccine, doctors urged.
You have to laugh, she said.
You have no story, the editor told him.
Your browser history belongs to you, the court held.
This page of history is closed, he said.
This article of the treaty was never ratified.
“This story is not true,” he said.
The market data showed a fall of 3 percent.
Prices are delayed by customs checks at the border, growers say.
Quotes from the report were read to the jury.
Data provided by the council show 4,118 signatures.
Contact: the film that changed science
Published and be damned
Save our pool, say swimmers
Share of women on boards falls again
Read my lips: no new taxes
Watch out for ice, drivers told
Listen up: libraries lend hearing aids
Harbour bridge to shut for eight weeks
Cold swims lift the mood, survey finds
Newsletter firm to cut 200 jobs
Cookie maker sees profit rise
Related deaths rise to forty
Browser wars: court fines search firm
Copyright law to be rewritten
Correction: markets fall by a tenth
Minister: No new taxes this year
Video shows boat capsizing off Skerrivoe
Photo finish decides island race
Embargo on arms lifted
Follow the science, says minister
Comment threads to be closed by law
Why the pool had to close
"In 2019 we had nothing," she said.
"No comment," he said.
Live exports banned from May
Opinion polls put the party on 34 percent
Contact tracing to end
“We,” said Fenwick-Oduya, “are not done.”
12 people died.
Three were hurt.
Nobody was hurt.
The court rose at noon.
Police appealed for information. Anyone with information can call 01632 960 118.
Anyone who saw the car is asked to call police on 01632 960 118.
The hotline number, 01632 960 118, was printed on every ticket.
Police asked anyone with information to contact them on 01632 960 118.
The museum is open from 10 am to 5 pm. Tickets cost £4.
Dr Fenwick-Oduya, who led the study, is a professor of medicine.
Fenwick-Oduya is an editor of the journal.
She has written for the paper since 2001.
Omar Castell, for the opposition
Additional homes are planned for the north of the town.
Reporting of such cases has doubled, the charity said.
With Reuters reporting a loss, shares in rivals fell.
Edited highlights were shown to the jury.
Monday is a holiday.
On Monday the bank was shut.
"""


def _by_kind(listing: str) -> list[tuple[str, str]]:
    found, kind = [], ""
    for line in listing.strip().splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        else:
            found.append((kind, line))
    return found


FURNITURE_LINES = _by_kind(_FURNITURE)
STORY_LINES = _STORY.strip().splitlines()
