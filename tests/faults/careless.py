"""The program with a fault built in, named by CARELESS: what the tests of bad disks must find out."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tui_minutes.cli import main
from tui_minutes.domain.command import new_uid
from tui_minutes.domain.refusal import Refused
from tui_minutes.screens import taking_in
from tui_minutes.services.commanded import Call, NotWritten
from tui_minutes.services.unwritten import take_in
from tui_minutes.store.connection import Connection
from tui_minutes.store.store import Store
from tui_minutes.store.unwritten import UnwrittenFile


def _keep_nothing(_: UnwrittenFile, _waiting: Sequence[Mapping[str, Any]]) -> bool:
    return True


def _drop(_: Refused) -> bool:
    return False


def _anew(store: Store, call: Call) -> object:
    command = replace(call.command, id=new_uid(datetime.now(UTC)))
    return take_in(store, replace(call, command=command))


def _wait_long(connection: Connection, _: int) -> None:
    connection.database.pragma("busy_timeout", 1500, permanent=True)


match os.environ["CARELESS"]:
    case "keeps nothing":
        UnwrittenFile.keep = _keep_nothing  # type: ignore[method-assign, assignment]
    case "does not try again":
        NotWritten.may_pass = staticmethod(_drop)  # type: ignore[method-assign, assignment]
    case "takes in anew":
        taking_in.take_in = _anew  # type: ignore[attr-defined]
    case "waits for locks":
        Connection.wait_at_most = _wait_long  # type: ignore[method-assign, assignment]

if __name__ == "__main__":
    sys.exit(main())
