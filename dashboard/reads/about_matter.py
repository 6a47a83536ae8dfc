"""What a matter's page shows beside its record, read through the doors."""

from datetime import date

from msgspec.structs import replace

from crawlers.matter import Matter
from crawlers.sources import watched
from dashboard import doors
from dashboard.reads import suggestions, was
from dashboard.views.matters.binding import Binds, binds
from dashboard.views.matters.matter_page import Around
from dashboard.words.tongue import Tongue
from index.advice.laws import corrected
from index.binding.profile import profiles
from index.binding.verdict import verdict
from index.clock import windows
from index.differences.stale_summary import summary_stale_since


def surroundings(matter: Matter, today: date, tongue: Tongue, *, permanent: bool = False) -> Around:
    held, back = doors.around(matter)
    source = watched().sources.get(matter.source)
    here = matter.jurisdiction if matter.jurisdiction == doors.SAMPLE else ""
    return Around(
        today=today,
        fresh=doors.freshness(today, tongue, matter.jurisdiction),
        held=held,
        back=back,
        cites=doors.cites(matter),
        named=doors.named(matter),
        licence=f"{source.name}, {source.licence}" if source else matter.source,
        permanent=permanent,
        asked=tongue.code,
        binds=() if permanent else bound(matter, tongue),
        alike=() if permanent else suggestions.alike(matter),
        origins=tuple(doors.records().origins(matter)),
        stale=summary_stale_since(doors.records(), matter),
        windows=tuple(window for window in doors.open_windows(today, here) if window.matter == matter.id),
    )


def surroundings_then(matter: Matter, as_of: str, tongue: Tongue) -> Around:
    """The same for a permanent page of a past day: nothing is later than its end."""
    day, records, source = date.fromisoformat(as_of), doors.records(), watched().sources.get(matter.source)
    then = was.Then(as_of)
    held, back = then.around(matter)
    return Around(
        today=day,
        fresh=replace(doors.freshness(date.max, tongue, matter.jurisdiction, then.until), href="#nc", read=""),
        held=held,
        back=back,
        cites=then.cites(matter),
        named=then.named(matter),
        licence=f"{source.name}, {source.licence}" if source else matter.source,
        permanent=True,
        asked=tongue.code,
        origins=tuple(records.origins(matter, as_of)),
        stale=summary_stale_since(records, matter, then.until),
        windows=tuple(windows(matter, day)),
    )


def bound(matter: Matter, tongue: Tongue) -> tuple[Binds, ...]:
    """One for every profile; nothing where no word of the law was tagged, or where it only corrects another."""
    if not matter.norms or corrected(matter):
        return ()
    return tuple(binds(verdict(matter, profile), matter, profile.name, tongue) for profile in profiles().values())
