"""One table of a plan file, read key by key; a wrong value is refused with what would be right (B8)."""

from __future__ import annotations

import difflib
import json
import zoneinfo
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.moments import is_plausible
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr

Code = TypeVar("Code", bound=StrEnum)

_SHOWN = 40
"""So many characters of a wrong value are quoted."""


@dataclass(frozen=True, slots=True)
class PlanTable:
    """The values of a table; `path` is where it stands ("agenda[2].", "" for the plan itself)."""

    file: str
    values: dict[str, object]
    path: str = ""

    def refusal(self, key: str, wrong: str, right: str) -> Refused:
        """Says what is wrong with `key` and what would be right."""
        return Refused("plan_wrong", file=self.file, where=self.path + key, wrong=wrong, right=right)

    def check_keys(self, known: Iterable[str]) -> None:
        """Refuse a key that is not `known`, naming the one that was probably meant."""
        names = tuple(known)
        for key in self.values:
            if key not in names:
                raise self.refusal(clean(key), tr("there is no such key"), nearest(key, names))

    def text(self, key: str, *, needed: bool = False) -> str:
        """The cleaned text of `key`, "" when it is not there; refused when it is `needed` and empty."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self._not(value, key, tr('text in quotes, such as {key} = "…"', key=key))
        cleaned = clean(value).strip()
        if needed and not cleaned:
            raise self.refusal(key, tr("it is missing"), tr('text in quotes, such as {key} = "…"', key=key))
        return cleaned

    def texts(self, key: str) -> tuple[str, ...]:
        """The cleaned texts of a list, empty ones left out."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            raise self._not(value, key, tr('a list of texts, such as {key} = ["…", "…"]', key=key))
        cleaned = (clean(part).strip() for part in value)
        return tuple(part for part in cleaned if part)

    def minutes(self, key: str, most: int) -> int:
        """A whole number of minutes up to `most`, 0 when it is not there."""
        return self._whole(key, most, tr("whole minutes from 0 to {most}", most=most)) or 0

    def days(self, key: str, most: int) -> int | None:
        """A whole number of days up to `most`, None when it is not there."""
        return self._whole(key, most, tr("whole days from 0 to {most}", most=most))

    def _whole(self, key: str, most: int, right: str) -> int | None:
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            raise self._not(value, key, right)
        return value

    def code(self, key: str, codes: type[Code]) -> Code | None:
        """One of `codes`, None when it is not there."""
        word = self.text(key)
        return self._known(key, word, codes) if word else None

    def codes(self, key: str, codes: type[Code]) -> tuple[Code, ...]:
        """Several of `codes`, each once, in the order written."""
        return tuple(dict.fromkeys(self._known(key, word, codes) for word in self.texts(key)))

    def _known(self, key: str, word: str, codes: type[Code]) -> Code:
        if word.lower() not in list(codes):
            raise self._not(word, key, nearest(word, codes))
        return codes(word.lower())

    def zone(self, key: str) -> str | None:
        """The name of an IANA time zone, None when it is not there."""
        name = self.text(key)
        if name and name not in zoneinfo.available_timezones():
            close = difflib.get_close_matches(name, zoneinfo.available_timezones(), 1)
            raise self._not(name, key, tr("a time zone such as {zone}", zone=(close or ["Asia/Shanghai"])[0]))
        return name or None

    def moment(self, key: str, zone: str | None) -> datetime | None:
        """A local time to the minute, None when it is not there; one with an offset is turned into `zone`."""
        value = self.values.get(key)
        if value is None:
            return None
        at = _parsed(value) if isinstance(value, str) else value
        if not isinstance(at, datetime) or not is_plausible(at):
            raise self._not(value, key, tr("day and time, such as {key} = 2026-11-27T14:00:00", key=key))
        if at.tzinfo and zone is None:
            raise self._not(value, key, tr('the time without offset, or zone = "Asia/Shanghai" beside it'))
        local = at.astimezone(ZoneInfo(zone)) if at.tzinfo and zone else at
        return local.replace(tzinfo=None, second=0, microsecond=0)

    def tables(self, key: str) -> list[PlanTable]:
        """The tables written as `[[key]]`; their paths count from 1."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            raise self._not(value, key, tr("[[{key}]] above each of them", key=key))
        return [PlanTable(self.file, part, f"{key}[{n}].") for n, part in enumerate(value, 1)]

    def _not(self, value: object, key: str, right: str) -> Refused:
        return self.refusal(key, tr("it is {value}", value=_shown(value)), right)


def nearest(word: str, names: Iterable[str]) -> str:
    """The one of `names` that was probably meant by `word`, and all there are."""
    known = [str(name) for name in names]
    close = difflib.get_close_matches(word.lower(), known, 1, 0.7)
    everything = tr("one of {names}", names=", ".join(known))
    return tr("{name} ({everything})", name=close[0], everything=everything) if close else everything


def _parsed(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.strip()) if ":" in text else None
    except ValueError:
        return None


def _shown(value: object) -> str:
    text = clean(json.dumps(value, ensure_ascii=False, default=str))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
