"""Views of the ledger are saved under names, renamed and removed."""

from __future__ import annotations

import pytest

from tests.meeting import Played
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.views import BUILT_IN
from tui_minutes.i18n import set_language
from tui_minutes.i18n.views import find_view, view_name
from tui_minutes.services import views


def save(meeting: Played, name: str, wanted: str = "is:late") -> str:
    return views.save(meeting.store, meeting.command(), name, wanted, "due", "owner")


def names(meeting: Played) -> list[str]:
    return [view.name for view in meeting.store.views()]


def test_a_view_is_kept_as_it_means_not_as_it_was_typed(meeting: Played) -> None:
    uid = save(meeting, " 市场部逾期 ", "部门：市场部，状态：逾期 截止＜周五 预算")
    (view,) = meeting.store.views()
    assert (view.uid, view.name, view.sort, view.grouped_by) == (uid, "市场部逾期", "due", "owner")
    assert view.wanted == "预算 dept:市场部 is:late due<周五"
    assert not view.built_in


def test_names_are_there_once(meeting: Played) -> None:
    save(meeting, "Budget")
    for taken in ("budget", "ＢＵＤＧＥＴ", "Mine", "我负责的", "everything"):
        with pytest.raises(Refused, match="view_name_taken"):
            save(meeting, taken)
    with pytest.raises(Refused, match="no_name"):
        save(meeting, "  ")
    assert names(meeting) == ["Budget"]


def test_what_is_not_understood_is_not_saved(meeting: Played) -> None:
    with pytest.raises(Refused, match="view_not_understood"):
        save(meeting, "Odd", "is:lat")


def test_views_stand_in_the_order_they_were_saved_renamed_and_removed(meeting: Played) -> None:
    first, second, third, _ = (save(meeting, name) for name in ("one", "two", "three", "four"))
    store = meeting.store
    views.rename(store, meeting.command(), third, "THREE")
    for uid in (first, second):
        views.remove(store, meeting.command(), uid)
    save(meeting, "five")
    assert names(meeting) == ["THREE", "four", "five"]
    with pytest.raises(Refused, match="view_not_found"):
        views.remove(store, meeting.command(), first)


def test_a_retry_saves_it_once(meeting: Played) -> None:
    command = meeting.command()
    for _ in range(2):
        views.save(meeting.store, command, "one", "is:late")
    assert names(meeting) == ["one"]


@pytest.mark.parametrize("name", ["late", "What is late", "逾期的"])
def test_a_built_in_view_is_found_by_its_names_in_both_languages(name: str) -> None:
    found = find_view(name, ())
    assert found in BUILT_IN
    set_language("zh")
    assert found is not None
    assert view_name(found) == "逾期的"


def test_a_saved_view_is_found_by_its_name(meeting: Played) -> None:
    save(meeting, "市场 逾期")
    assert find_view("市场逾期", meeting.store.views()) == meeting.store.views()[0]
    assert find_view("nothing", meeting.store.views()) is None
