"""Children whom their form at school tells ("Ida Folan of Year 4"), also where no age is printed."""

import re
from collections.abc import Iterator, Sequence

from reviewer.model.geometry import Span

_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|[1-9](?:st|nd|rd|th)|1[01]th)"
_FORM = (
    r"(?:(?:Year|Yr|Grade|Form|Class|Primary|Room|P|S)\s?(?:1[0-3]|[1-9])[A-Z]?(?!\w|,\d|\.\d)|"
    r"Class\s[A-Z]{1,2}\b|Reception(?!\s(?:of|at|on))(?:\sclass)?|"
    rf"(?:junior|senior) infants|kindergarten|nursery class|{_NTH}[ -](?:class|grade|form|year)\b|sixth form)"
)
_PUPIL = (
    rf"(?:{_NTH}[ -](?:grader|former)s?|kindergart(?:e?ner)s?|sixth[ -]formers?|pupils?|schoolchild(?:ren)?|"
    rf"school ?(?:boy|girl)s?|"
    r"high[ -]schoolers?|middle[ -]schoolers?|preschoolers?|infant-school (?:boy|girl))"
)
_GROWN = (
    r"(?![^.;\n]{0,30}\b(?:teachers?|tutors?|heads?|headteachers?|"
    r"leaders?|assistants?|governors?|parents?|mother|father|coordinators?|team|staff)\b)"
)
_AFTER = re.compile(
    rf"(?:,?\s\(?(?:who is |who’s |who's |now )?(?:in|of|from)|,\s(?:an?\s)?|"
    rf"\s\()\s?(?:the )?{_FORM}{_GROWN}(?!\s(?:of|in)\s(?:her|his|their|its|the)\s(?:rule|reign|"
    rf"term|plan|contract|war|tenure))|,\s(?:an?|both|two|the)\s(?:\w+[ -]){{0,2}}?{_PUPIL}\b{_GROWN}"
)
_BEFORE = re.compile(
    rf"(?:\b{_FORM}(?:\s(?:pupils?|students?|boys?|girls?|child(?:ren)?))?|\b{_PUPIL})(?:\s(?:called|"
    rf"named))?[,:]?\s$",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r",?\s\(?(?:both|each)\s(?:aged\s)?(?:[1-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen)(?=[\s,.;)])(?!\s(?:per|points|goals|votes|of))"
)


def pupils(text: str, people: Sequence[Span]) -> Iterator[str]:
    """Yield the names of people in one paragraph whom a form at school, or "both eight" behind a pair, makes "
    "children."""
    for place, person in enumerate(people):
        is_pupil = _AFTER.match(text, person.end) or _BEFORE.search(text, max(0, person.start - 60), person.start)
        both = _BOTH.match(text, person.end)
        if is_pupil or both:
            yield person.of(text)
        before = people[place - 1] if place else None
        if both and before and re.fullmatch(r",?\s(?:and|&)\s", text[before.end : person.start]):
            yield before.of(text)
