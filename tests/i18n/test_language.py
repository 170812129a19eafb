"""People choose their language; a document keeps its own."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from tui_minutes.domain.outcomes import Status
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import current_language, detect_language, mark, ntr, set_language, speaking, tr, tr_late
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import refusal_text


@pytest.fixture(autouse=True)
def _english_before_and_after() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


def test_english_is_the_sentence_itself_and_chinese_its_translation() -> None:
    assert tr("tomorrow") == "tomorrow"
    set_language("zh")
    assert tr("tomorrow") == "明天"
    assert tr_late(mark("tomorrow")) == "明天"


def test_counted_things() -> None:
    assert ntr("in {n} day", "in {n} days", 1) == "in 1 day"
    assert ntr("in {n} day", "in {n} days", 3) == "in 3 days"
    set_language("zh")
    assert ntr("in {n} day", "in {n} days", 1) == "1 天后"


@pytest.mark.parametrize("typed", ["{n}", "{", "{0}", "}{", "{reason}", r"\1", "%s"])
def test_braces_that_people_typed_stay_theirs(typed: str) -> None:
    refused = Refused("settings_syntax", path="a", reason=typed)
    assert refusal_text(refused) == f"a: not TOML: {typed}"


def test_a_document_has_its_own_language() -> None:
    with speaking("zh"):
        assert label(Status.DELAYED) == "延期"
        with speaking("en"):
            assert label(Status.DELAYED) == "delayed"
    assert current_language() == "en"


async def test_a_document_does_not_change_the_language_of_the_screen_beside_it() -> None:
    written = asyncio.Event()
    seen = asyncio.Event()

    async def document() -> str:
        with speaking("zh"):
            written.set()
            await seen.wait()
            return tr("tomorrow")

    async def screen() -> str:
        await written.wait()
        word = tr("tomorrow")
        seen.set()
        return word

    in_document, on_screen = await asyncio.gather(document(), screen())
    assert (in_document, on_screen) == ("明天", "tomorrow")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        set_language("fr")


@pytest.mark.parametrize(
    ("env", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "en_GB", "LANG": "zh_CN"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "en_US"}, "zh"),
    ],
)
def test_the_locale_names_the_language(env: dict[str, str], language: str) -> None:
    assert detect_language(env) == language


def test_a_refusal_names_a_status_in_words() -> None:
    refused = Refused("settings_unreadable", path="a", reason=Status.IN_PROGRESS)
    with speaking("zh"):
        assert refusal_text(refused) == "a：无法读取：执行中"
