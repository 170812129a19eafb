"""Records as JSON that is safe to look at: what a terminal would act on is written as its escape."""

from __future__ import annotations

import json

from tui_minutes.domain.text import HARMFUL


def as_json(value: object, indent: int | None = 2) -> str:
    """`value` as JSON: characters as they are, but for those that `domain.text.clean` takes out."""
    said = json.dumps(value, ensure_ascii=False, indent=indent)
    return HARMFUL.sub(lambda found: json.dumps(found[0])[1:-1], said)
