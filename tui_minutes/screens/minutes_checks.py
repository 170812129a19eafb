"""Whether anything sealed was changed, asked on screen (E5)."""

from __future__ import annotations

from textual.content import Content

from tui_minutes.domain.verification import Verification
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.findings import finding_text
from tui_minutes.i18n.purging import purge_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.show import Show
from tui_minutes.services import verification
from tui_minutes.widgets.status_line import Report


class Checks:
    """Checks for `screen`; what is found is shown in words."""

    def __init__(self, screen: BaseScreen) -> None:
        self._screen = screen

    def ask_seal(self) -> None:
        """Take the seal that someone has on paper, and look for it in the chain."""
        field = Field("seal", tr("Seal"), hint=tr("all 64 figures, spaces do not matter"), required=True)

        def take(values: Values | None) -> None:
            if values is not None:
                self.verify(values["seal"])

        self._screen.app.push_screen(Ask(tr("Compare with a seal on paper"), [field]), take)

    def verify(self, seal: str = "") -> None:
        """Check everything; findings in a window of their own, a clean result in the status line."""
        host = self._screen.host
        checked = verification.verify(host.store, seal or None, reveal=host.revealed)
        purges = [Content(purge_text(one)) for one in checked.purges]
        if checked.ok:
            self._screen.report(_good(checked), Report.DONE)
            if purges:
                self._screen.app.push_screen(Show(_good(checked), purges))
            return
        many = len(checked.findings)
        title = ntr("{n} finding: not as it was sealed", "{n} findings: not as it was sealed", many)
        self._screen.report(title, Report.REFUSED)
        lines = [Content.styled(finding_text(one), "$error") for one in checked.findings]
        self._screen.app.push_screen(Show(title, [*lines, *purges]))


def _good(checked: Verification) -> str:
    if checked.proven:
        return ntr("Proven: {n} seal, yours among them", "Proven: {n} seals, yours among them", checked.seals)
    return ntr(
        "Consistent: {n} seal, nothing was changed (V compares with one on paper)",
        "Consistent: {n} seals, nothing was changed (V compares with one on paper)",
        checked.seals,
    )
