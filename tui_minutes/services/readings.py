"""How a Chinese name may be typed in pinyin (rule 4 of the capture line)."""

from __future__ import annotations

from itertools import islice, product

from tui_minutes.domain.people import is_chinese, surname_of

_MOST = 200  # forms of one name: more than four characters with their rare readings need


def readings(name: str) -> tuple[str, ...]:
    """Pinyin and initials of a Chinese `name`, pinyin of its surname and of a longer given name; else none.

    In every reading of each character, one by one: as a surname many are read otherwise than in words
    (曾 zeng, 单 shan, 乐 yue).
    """
    if not name or not all(map(is_chinese, name)):
        return ()
    from pypinyin import Style, pinyin

    every = [_typed(pinyin(char, style=Style.NORMAL, heteronym=True)[0]) for char in name]
    forms = list(islice(product(*every), _MOST))
    cut = len(surname_of(name))
    full = ["".join(form) for form in forms]
    initials = ["".join(one[0] for one in form) for form in forms]
    surnames = ["".join(form[:cut]) for form in forms]
    given = ["".join(form[cut:]) for form in forms if len(name) > cut + 1]
    return tuple(form for form in dict.fromkeys([*full, *initials, *surnames, *given]) if len(form) > 1)


def _typed(syllables: list[str]) -> list[str]:
    """The syllables as they are typed: ü is v, or u, or yu."""
    spelt = [s.replace("v", as_typed) for s in syllables for as_typed in ("v", "u", "yu") if "v" in s]
    return [*(s for s in syllables if "v" not in s), *spelt]
