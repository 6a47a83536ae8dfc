"""What a matter's page shows beside its record, read through the doors."""

from datetime import date

from crawlers.matter import Matter
from crawlers.sources import watched
from dashboard import doors
from dashboard.views.matter_page import Around
from dashboard.words.tongue import Tongue


def surroundings(matter: Matter, today: date, tongue: Tongue, *, permanent: bool = False) -> Around:
    held, back = doors.around(matter)
    source = watched().sources.get(matter.source)
    here = matter.jurisdiction if matter.jurisdiction == doors.SAMPLE else ""
    return Around(
        today=today,
        fresh=doors.freshness(today, tongue, matter.jurisdiction),
        held=held,
        back=back,
        licence=f"{source.name}, {source.licence}" if source else matter.source,
        permanent=permanent,
        asked=tongue.code,
        windows=tuple(window for window in doors.open_windows(today, here) if window.matter == matter.id),
    )
