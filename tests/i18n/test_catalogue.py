"""Every sentence the program says is in both catalogues, and no sentence is there that it never says."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Message

import tui_minutes
from tui_minutes.i18n.build import merged
from tui_minutes.i18n.translation import CATALOGUE

PACKAGE = Path(tui_minutes.__file__).parent
SPEAKERS = {"tr": 1, "mark": 1, "ntr": 2}


@dataclass(frozen=True, slots=True)
class Said:
    """One call that shows a sentence: where it stands, its literals, and the names of the values it gives."""

    where: str
    speaker: str
    msgids: tuple[str, ...]
    given: frozenset[str]


def said_in(source: str, name: str) -> list[Said]:
    """The calls of tr, ntr and mark in a module; AssertionError for one whose sentence is no literal."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKERS):
            continue
        where = f"{name}:{node.lineno}"
        literals = node.args[: SPEAKERS[node.func.id]]
        values = [
            arg.value for arg in literals if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        assert len(values) == SPEAKERS[node.func.id], f"{where}: {node.func.id}() takes a literal"
        given = frozenset(keyword.arg or "*" for keyword in node.keywords)
        found.append(Said(where, node.func.id, tuple(values), given))
    return found


def all_said() -> list[Said]:
    skipped = PACKAGE / "i18n" / "translation.py"
    return [
        said
        for path in sorted(PACKAGE.rglob("*.py"))
        if path != skipped
        for said in said_in(path.read_text(encoding="utf-8"), path.relative_to(PACKAGE).as_posix())
    ]


def translations(message: Message) -> list[str]:
    """The Chinese of a message: one for a sentence, one for each form of a counted thing."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def placeholders(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


def test_every_sentence_is_translated() -> None:
    catalogue = merged()
    missing = [(said.where, said.msgids[0]) for said in all_said() if catalogue.get(said.msgids[0]) is None]
    assert missing == []


def test_every_translation_is_said_somewhere() -> None:
    said = {said.msgids for said in all_said()}
    listed = {
        tuple(message.id) if isinstance(message.id, (tuple, list)) else (message.id,)
        for message in merged()
        if message.id
    }
    assert sorted(listed - said) == []


def test_placeholders_agree_between_the_languages() -> None:
    for message in merged():
        if not message.id:
            continue
        english = message.id if isinstance(message.id, str) else message.id[-1]
        for chinese in translations(message):
            assert placeholders(chinese) == placeholders(english), english


def test_every_placeholder_is_given_its_value() -> None:
    for said in all_said():
        if said.speaker == "mark" or "*" in said.given:
            continue
        given = said.given | ({"n"} if said.speaker == "ntr" else set())
        needed = set().union(*(placeholders(msgid) for msgid in said.msgids))
        assert needed <= given, f"{said.where}: {needed - given} not given"
        assert said.given <= needed, f"{said.where}: {said.given - needed} given for nothing"


def test_the_compiled_catalogue_says_what_the_sources_say() -> None:
    with CATALOGUE.open("rb") as file:
        compiled = GNUTranslations(file)
    for message in merged():
        one, many = (message.id, message.id) if isinstance(message.id, str) else message.id
        said = compiled.gettext(one) if one == many else compiled.ngettext(one, many, 2)
        if one:
            assert said == translations(message)[0], "run python -m tui_minutes.i18n.build"


def test_the_compiled_catalogue_holds_nothing_else() -> None:
    with CATALOGUE.open("rb") as file:
        compiled: dict[object, str] = vars(GNUTranslations(file))["_catalog"]
    keys = {key[0] if isinstance(key, tuple) else key for key in compiled}
    assert keys == {"", *(m.id if isinstance(m.id, str) else m.id[0] for m in merged())}


def test_a_sentence_that_is_no_literal_is_refused() -> None:
    with pytest.raises(AssertionError, match=r"screen\.py:1: tr\(\) takes a literal"):
        said_in("tr(title)", "screen.py")
    with pytest.raises(AssertionError, match="takes a literal"):
        said_in('tr(f"Late by {days}")', "screen.py")


def test_two_translations_of_one_sentence_are_refused(tmp_path: Path) -> None:
    (tmp_path / "header.po").write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n')
    (tmp_path / "a.po").write_text('msgid "open"\nmsgstr "打开"\n', encoding="utf-8")
    (tmp_path / "b.po").write_text('msgid "open"\nmsgstr "打开"\n', encoding="utf-8")
    assert len(merged(tmp_path)) == 1
    (tmp_path / "b.po").write_text('msgid "open"\nmsgstr "未决"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"b\.po:1: 'open' has two translations"):
        merged(tmp_path)


def test_an_untranslated_sentence_is_refused(tmp_path: Path) -> None:
    (tmp_path / "header.po").write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n')
    (tmp_path / "a.po").write_text('msgid "open"\nmsgstr ""\n')
    with pytest.raises(ValueError, match="'open' is not translated"):
        merged(tmp_path)
