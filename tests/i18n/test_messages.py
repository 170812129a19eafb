"""Every refusal has words, and every value it carries is in them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import tui_minutes
from tui_minutes.i18n.messages import REFUSALS

PACKAGE = Path(tui_minutes.__file__).parent


def raised() -> Iterator[tuple[str, str, set[str]]]:
    """Where something is refused, with which code, and the names of the values given."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refused":
                where = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                code = node.args[0]
                assert isinstance(code, ast.Constant), f"{where}: the code is a literal"
                yield where, str(code.value), {keyword.arg or "" for keyword in node.keywords}


def test_every_refusal_has_words_and_its_values_are_in_them() -> None:
    for where, code, given in raised():
        assert code in REFUSALS, f"{where}: no words for {code}"
        assert set(re.findall(r"\{(\w+)\}", REFUSALS[code])) <= given, f"{where}: a value is missing"


def test_there_are_no_words_for_what_is_never_refused() -> None:
    assert set(REFUSALS) - {code for _, code, _ in raised()} == set()
