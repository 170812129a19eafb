"""Checking every seal of the store: bytes, chain, and the rows as they are now (E5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from tui_minutes.domain.concealment import conceal_finding
from tui_minutes.domain.meeting import SEALED, Level, Phase, is_hidden
from tui_minutes.domain.purging import Purge
from tui_minutes.domain.sealed_life import OTHERS, Stand, added, compare
from tui_minutes.domain.sealing import SealKind
from tui_minutes.domain.verification import Finding, Record, SealedBundle, Verification, check_chain, original
from tui_minutes.store import sealing
from tui_minutes.store.dumping import ALL, LEFT, ROOM, dump, dump_row
from tui_minutes.store.rows import columns, pairs
from tui_minutes.store.store import Store
from tui_minutes.store.tables import AgendaRow, MeetingRow, OutcomeRow, SealRow


def verify(store: Store, seal: str | None = None, *, reveal: bool = True) -> Verification:
    """Check all seals; `seal` (hex, from paper) makes it a proof if it is the digest of one of them.

    Without `reveal` what is found of something confidential is told without its words (B7).
    """
    with store.snapshot():
        checked = _verify(store, "".join((seal or "").split()).lower())
        return checked if reveal else _covered(checked)


def _covered(checked: Verification) -> Verification:
    hidden = _hidden_seals() if checked.findings else set()
    findings = (conceal_finding(one) if one.seal in hidden else one for one in checked.findings)
    return replace(checked, findings=tuple(findings))


def _hidden_seals() -> set[int]:
    """The numbers of the seals over meetings in which something is confidential, or may be: it is lost."""
    open_levels = [level for level in Level if not is_hidden(level)]
    shown = {
        key for (key,) in columns(MeetingRow.select(MeetingRow.id).where(MeetingRow.level << open_levels))
    }
    for table in (AgendaRow, OutcomeRow):
        hidden = table.select(table.meeting).where(table.level.not_in(open_levels))
        shown -= {key for (key,) in columns(hidden)}
    return {
        seq for seq, meeting in pairs(SealRow.select(SealRow.seq, SealRow.meeting)) if meeting not in shown
    }


def _verify(store: Store, asked: str) -> Verification:
    bundles = sealing.chain()
    live = {uid: _live(uid, bundles) for uid in dict.fromkeys(bundle.meeting for bundle in bundles)}
    everything = {uid: record for records in live.values() for uid, record in records.items()}
    findings = check_chain(store.uid, bundles, everything)
    numbers = dict(pairs(OutcomeRow.select(OutcomeRow.number, OutcomeRow.uid)))
    for meeting_uid, records in live.items():
        own = _since_purge(meeting_uid, bundles)
        stands = [Stand(seq, _intact(bundle), _damaged(bundle, records)) for seq, bundle in own]
        now = Stand(own[-1][0], records)
        findings += compare(stands, now, numbers)
        findings += added(now, {uid for stand in stands for uid in stand.known})
    findings += _unsealed(bundles)
    if asked and asked not in {bundle.row["digest"] for bundle in bundles}:
        findings.append(Finding("seal_unknown", 0, "", "digest", asked))
    return Verification(len(bundles), tuple(findings), asked, tuple(_purges(bundles)))


def _since_purge(meeting_uid: str, bundles: Sequence[SealedBundle]) -> list[tuple[int, SealedBundle]]:
    """The seals of a meeting with their numbers: of what was purged, only what the purge left can be told."""
    own = [(seq, bundle) for seq, bundle in enumerate(bundles, 1) if bundle.meeting == meeting_uid]
    purge = next((place for place, (_, bundle) in enumerate(own) if bundle.kind == SealKind.PURGE), 0)
    return own[purge:]


def _purges(bundles: Sequence[SealedBundle]) -> Iterator[Purge]:
    """The purges, as their seals tell of them."""
    for bundle in bundles:
        for record in _intact(bundle).values():
            if record["table"] == "purge":
                fields = record["fields"]
                counts = (int(fields[name]) for name in ("lines", "outcomes", "sealed"))
                at = datetime.fromisoformat(fields["at"])
                texts = (fields[name] for name in ("by", "entered_by", "reason"))
                yield Purge(bundle.meeting, fields["number"], at, *texts, *counts)


def _live(meeting_uid: str, bundles: Sequence[SealedBundle]) -> dict[str, Record]:
    """The rows of a meeting today, and the sealed ones that a hand moved out of it."""
    own = [bundle for bundle in bundles if bundle.meeting == meeting_uid]
    meeting = MeetingRow.select(MeetingRow.id).where(MeetingRow.uid == meeting_uid).first()
    kinds = {bundle.kind for bundle in own}
    scope = LEFT if SealKind.PURGE in kinds else ALL if SealKind.CHAIR in kinds else ROOM
    live: dict[str, Record] = {one["uid"]: one for one in dump(meeting.id, scope)} if meeting else {}
    for bundle in own:
        for uid, record in _intact(bundle).items():
            moved = None if uid in live else dump_row(record["table"], uid)
            if moved:
                live[uid] = moved
    return live


def _intact(bundle: SealedBundle) -> dict[str, Record]:
    """The rows under a seal whose bytes are as they were sealed."""
    contents = (record.content() for record in bundle.records if record.intact)
    return {one["uid"]: one for one in contents if one and one["table"] not in OTHERS}


def _damaged(bundle: SealedBundle, live: dict[str, Record]) -> dict[str, Record]:
    """The other rows under a seal: as they are now where that is what was sealed, else as can be read."""
    broken = [record for record in bundle.records if not record.intact]
    rows = (original(record, live.values()) or record.content() for record in broken)
    return {one["uid"]: one for one in rows if one and one["table"] not in OTHERS}


def _unsealed(bundles: Sequence[SealedBundle]) -> list[Finding]:
    """Meetings that are signed or approved without the seal that makes them so."""
    kinds = {(bundle.meeting, bundle.kind) for bundle in bundles}
    needed = {Phase.SIGNED: SealKind.ROOM, Phase.APPROVED: SealKind.CHAIR}
    meetings = MeetingRow.select(MeetingRow.uid, MeetingRow.number, MeetingRow.phase)
    return [
        Finding("seal_missing", 0, f"meeting {one.number}", "phase", None, one.phase)
        for one in meetings.order_by(MeetingRow.id)
        if one.phase in SEALED and (one.uid, needed[Phase(one.phase)]) not in kinds
    ]
