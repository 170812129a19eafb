"""The distribution list: proposed once, then as people say (F3)."""

from __future__ import annotations

import pytest

from tests.meeting import Played
from tui_minutes.domain.going_out import Recipient
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import distribution


def listed(meeting: Played) -> dict[str, Recipient]:
    return {one.name: one for one in meeting.store.going_out(meeting.uid).recipients}


def test_who_was_asked_is_proposed_once(sealed: Played) -> None:
    assert distribution.propose(sealed.store, sealed.command(), sealed.uid) == 5
    assert list(listed(sealed)) == ["周岚", "韩磊", "Nora Quinn", "方晴", "财务部"]
    assert distribution.propose(sealed.store, sealed.command(), sealed.uid) == 0


def test_somebody_is_added_with_the_address_that_the_directory_knows(sealed: Played) -> None:
    distribution.add(sealed.store, sealed.command(), sealed.uid, " 韩磊 ", cleared=True)
    distribution.add(sealed.store, sealed.command(), sealed.uid, "顾青", "gu@example.com")
    assert listed(sealed)["韩磊"].department == "市场部"
    assert listed(sealed)["韩磊"].cleared
    assert listed(sealed)["顾青"].email == "gu@example.com"


@pytest.mark.parametrize(
    ("name", "email", "code"),
    [("  ", "", "no_name"), ("周岚", "", "already_there"), ("顾青", "gu at example", "address_wrong")],
)
def test_a_wrong_entry_is_refused_and_nothing_is_stored(
    sealed: Played, name: str, email: str, code: str
) -> None:
    distribution.propose(sealed.store, sealed.command(), sealed.uid)
    before = listed(sealed)
    with pytest.raises(Refused) as refused:
        distribution.add(sealed.store, sealed.command(), sealed.uid, name, email)
    assert refused.value.code == code
    assert listed(sealed) == before


def test_an_entry_is_changed_and_taken_off(sealed: Played) -> None:
    distribution.propose(sealed.store, sealed.command(), sealed.uid)
    one, other = listed(sealed)["周岚"], listed(sealed)["韩磊"]
    distribution.change(sealed.store, sealed.command(), one.uid, "zhou@example.com", cleared=False)
    distribution.remove(sealed.store, sealed.command(), other.uid)
    assert "韩磊" not in listed(sealed)
    assert (listed(sealed)["周岚"].email, listed(sealed)["周岚"].cleared) == ("zhou@example.com", False)
