"""Home as a file: what needs attention, and the meetings (F4)."""

from __future__ import annotations

from tui_minutes.domain.attention import Needy
from tui_minutes.domain.document import Document
from tui_minutes.i18n import tr
from tui_minutes.screens.export import Exportable
from tui_minutes.screens.exports import of_document
from tui_minutes.screens.home_meetings import Listing
from tui_minutes.screens.host import Host
from tui_minutes.services import overview


def overview_of(host: Host, needy: Needy, listing: Listing) -> Exportable:
    """What Home shows just now, as a document."""

    def made() -> Document:
        return overview.document(
            listing.today, needy, listing.meetings, listing.left, reveal=listing.revealed
        )

    name = tr("what needs attention, and the meetings")
    return of_document(host, name, f"overview-{listing.today}", made)
