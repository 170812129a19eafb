"""A vote as it is typed: `D-031 for 张三、李四 against 王五 recused 钱七`, `7:1:2`, `其余赞成`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from itertools import zip_longest

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.people import People
from tui_minutes.domain.reading import Votes
from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape
from tui_minutes.domain.voting import Choice

_SUBJECT = regex(r"\s*((?:[A-Za-z]{1,4}-)?D-\d{1,6}|#\d{1,6})(?!\d)\s*", re.IGNORECASE)
_COUNT = regex(r"\s*(\d{1,4}):(\d{1,4}):(\d{1,4})(?![\d:])\s*")
_CHOICE = regex(
    r"(?P<rest>(?:其余|其他人?|全体|全票|(?<![a-z])(?:the\s+rest|rest|all|everyone))\s*)?"
    r"(?P<choice>赞成|同意|反对|弃权|回避|(?<![a-z])(?:for|against|abstain(?:s|ed|ing)?|recused?|recuses)(?![a-z]))"
    r"\s*:?\s*",
    re.IGNORECASE,
)
_CHOICES = {"赞成": "for", "同意": "for", "反对": "against", "弃权": "abstain", "回避": "recused"}
_WITHDRAWN = regex(r"withdrawn?|void|撤销|撤回|作废", re.IGNORECASE)
_BETWEEN = " \t,，、;；。．.:："
_NOBODY = ("", "0", "无", "none", "nobody")
_EVERYBODY = ("all", "everyone", "everybody", "the rest", "rest", "全体", "全票", "所有人", "其余", "其他人")


@dataclass(frozen=True, slots=True)
class TypedVote:
    """What a line says of a vote: on what ("" where it does not say), by count or by names, who is the rest.

    `wrong` is what of it says nothing; `withdraws`: no vote stands any more.
    """

    subject: str = ""
    count: Votes | None = None
    names: dict[Choice, str] = field(default_factory=dict)
    rest: Choice | None = None
    wrong: str = ""
    withdraws: bool = False

    @property
    def says_how(self) -> bool:
        """Whether it says how people voted, and not only on what."""
        return bool(self.count or self.names or self.rest)


def read_vote(text: str) -> TypedVote:
    """The vote that stands behind the word of the command."""
    plain = shape(text)
    subject = _SUBJECT.match(plain)
    number = subject[1].upper() if subject else ""
    count = _COUNT.match(plain, subject.end() if subject else 0)
    start = count.end() if count else subject.end() if subject else 0
    places = list(_CHOICE.finditer(plain, start))
    wrong = plain[start : places[0].start() if places else None].strip(_BETWEEN)
    if _WITHDRAWN.fullmatch(wrong):
        return TypedVote(number, withdraws=True)
    names, rest, left = _choices(text, places)
    wrong = wrong or left
    found = Votes(*map(int, count.groups())) if count else None if rest else _numbers(names)
    if found and not count:
        names = {choice: said for choice, said in names.items() if choice is Choice.RECUSED}
    if found and (rest or set(names) - {Choice.RECUSED}):
        wrong = wrong or plain.strip()
    return TypedVote(number, found, names, rest, wrong)


def _choices(text: str, places: list[re.Match[str]]) -> tuple[dict[Choice, str], Choice | None, str]:
    """Who is said to have chosen what, what the rest chose, and what says nothing, as two kinds of rest."""
    names: dict[Choice, str] = {}
    rest, wrong = None, ""
    for place, after in zip_longest(places, places[1:]):
        choice = _choice(place["choice"])
        said = text[place.end() : after.start() if after else None].strip(_BETWEEN)
        if place["rest"] or said.casefold() in _EVERYBODY:
            wrong = wrong or (said if place["rest"] else "") or (place[0] if rest else "")
            rest = choice
        elif said.casefold() not in _NOBODY:
            names[choice] = said
    return names, rest, wrong


def _numbers(names: dict[Choice, str]) -> Votes | None:
    """A count, where numbers stand in place of names."""
    many = {choice: _number(said) for choice, said in names.items() if choice is not Choice.RECUSED}
    if not many or None in many.values():
        return None
    return Votes(*(many.get(choice) or 0 for choice in (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)))


def _choice(word: str) -> Choice:
    if word in _CHOICES:
        return Choice(_CHOICES[word])
    return next(one for one in Choice if word.casefold().startswith(one.value[:6]))


def _number(said: str) -> int | None:
    digits = shape(said).rstrip("票人 ")
    return int(digits) if digits.isdecimal() and len(digits) <= 4 else None


def names_in(text: str, people: People) -> Iterator[str]:
    """The names in a row, each as it is on the list; who is not known, or fits several, as it was typed."""
    at = 0
    while at < len(text):
        if text[at] in _BETWEEN:
            at += 1
            continue
        end = people.known_at(text, at) or next(
            (place for place in range(at, len(text)) if text[place] in _BETWEEN), len(text)
        )
        found = people.find(text[at:end])
        yield found[0].name if len(found) == 1 else text[at:end]
        at = end
