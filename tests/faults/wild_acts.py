"""What may be done at the keyboard by chance: keys, words, clicks, pastes, sizes, jumps of the clock."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.faults.sayings import SAYINGS
from tests.hostile import PIECES
from tui_minutes.domain.capture.commands import COMMANDS

NAMED = (
    "enter escape tab shift+tab up down left right home end pageup pagedown space backspace delete insert "
    "shift+left shift+right shift+home shift+end ctrl+left ctrl+right ctrl+up ctrl+down ctrl+home ctrl+end "
    "alt+enter shift+enter ctrl+enter ctrl+backspace ctrl+delete ctrl+space ctrl+at ctrl+underscore "
    "fullwidth_question_mark fullwidth_solidus fullwidth_colon slash plus minus question_mark "
    + " ".join(f"f{n}" for n in range(1, 13))
    + " "
    + " ".join(f"ctrl+{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
).split()
LETTERS = "abcdefghijklmnopqrstuvwxyzANSTRVJKC0123456789[]+-?*=/@.,:！？：／＋@\u3000"
WALKED = ("enter", "enter", "enter", "escape", "down", "up", "tab", "space", "f9", "f2", "ctrl+s", "y")
"""What leads on, so that a walk comes to all places."""

WORDS = (
    *SAYINGS, *PIECES,
    *(f"/{word} 2" for words in COMMANDS.items() for word in (words[0], *words[1])),
    "A-001 ack", "A-001 done draft", "A-001 关闭 好", "D-001 取消：重复 by @周岚",
    "A-001 delay 2 days", "A-001 undo",
    "周岚", "Nora", "韩磊, Nora Quinn", "12/4", "周五", "31/2", "fri 14:00", "25:00",
    "60 min", "0", "-1", "99999999",
    "owner:周岚 due<12/4 sort", "status:open 逾期", "((", "A-001", "M-2026-001", "1 2 3", "完成 70%", "",
    "9999-12-31", "0001-01-01", "12月31日 23:59", "1e308", "١٢", "²", "\U0010ffff", "e\u0301" * 40,
    "\u202eabc",
)  # fmt: skip
BLOCKS = (
    "\n".join(SAYINGS), "\n\n\n", "a\tb\tc\r\nd\te", "".join(PIECES), "周岚：好\n+ 采用\n- 做 @韩磊 fri",
    "- [ ] task\n* item\n1. one", "\ufeffbom\n", "长" * 5000, "# t\n\n| a | b |\n|---|---|\n| 1 | 2 |",
)  # fmt: skip
SIZES = (
    (1, 1),
    (2, 1),
    (1, 40),
    (20, 5),
    (40, 12),
    (79, 23),
    (80, 24),
    (99, 29),
    (132, 34),
    (200, 60),
    (500, 200),
)
JUMPS = (1, 61, 3600, 86_400, 86_400 * 40, -1, -3600, -86_400 * 3)
"""Seconds by which the clock may be put forward or back at once; a moment passes with each act."""

_KINDS = {
    "keys": 44, "word": 14, "click": 12, "paste": 5, "size": 5, "jump": 3, "lock": 1, "unlock": 3,
    "restart": 1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that is done; `repr` of a list of them is how a walk is told and tried again."""

    kind: str
    what: object = None


def script(seed: object, acts: int) -> list[Act]:
    """So many acts, always the same for the same seed."""
    random = Random(str(seed))
    return [_act(random) for _ in range(acts)]


def _act(random: Random) -> Act:
    kind = random.choices(list(_KINDS), list(_KINDS.values()))[0]
    match kind:
        case "keys":
            return Act(kind, tuple(_key(random) for _ in range(random.choice((1, 1, 1, 2, 4)))))
        case "word":
            return Act(kind, random.choice(WORDS).replace("{n}", str(random.randrange(100))))
        case "click":
            return Act(kind, (random.random(), random.random(), random.choice((1, 1, 2))))
        case "paste":
            return Act(kind, random.choice((*BLOCKS, *WORDS)))
        case "size":
            return Act(kind, random.choice(SIZES))
        case "jump":
            return Act(kind, random.choice(JUMPS))
    return Act(kind)


def _key(random: Random) -> str:
    return random.choice(random.choice((NAMED, LETTERS, WALKED, WALKED)))
