"""amicus subscribe: ask a reader by mail whether they want the digest."""

from typing import TYPE_CHECKING, Annotated

import typer

from crawlers.fault import Fault

if TYPE_CHECKING:
    from dashboard.mail.subscriptions import Wishes


def subscribe(
    address: Annotated[str, typer.Argument(help="mail address that wants the digest; asked back before the first")],
    jurisdiction: Annotated[list[str] | None, typer.Option(help="only this place; may be given several times")] = None,
    topic: Annotated[list[str] | None, typer.Option(help="only this topic")] = None,
    duty: Annotated[list[str] | None, typer.Option(help="only this duty")] = None,
    search: Annotated[list[str] | None, typer.Option(help="what this saved search finds")] = None,
    lens: Annotated[list[str] | None, typer.Option(help="what this lens finds")] = None,
    collection: Annotated[list[str] | None, typer.Option(help="the matters of this collection")] = None,
    language: Annotated[str, typer.Option(help="en, de, fr, es, it or pt")] = "en",
    profile: Annotated[str, typer.Option(help="lawyers or editors")] = "lawyers",
    pace: Annotated[str, typer.Option(help="weekly, daily or at_once")] = "weekly",
    weekday: Annotated[int, typer.Option(help="of a weekly mail: 0 Monday to 6 Sunday")] = 2,
    hour: Annotated[int, typer.Option(help="0 to 23, on the reader's clock")] = 6,
    zone: Annotated[str, typer.Option(help="the reader's clock, e.g. Europe/Berlin")] = "UTC",
    erase: Annotated[bool, typer.Option("--erase", help="forget this address and all that was sent to it")] = False,
) -> None:
    """Ask a reader by mail whether they want the digest; nothing else is sent before they say yes."""
    from dashboard.digest.news import Taste
    from dashboard.mail.subscriptions import Pace, Wishes

    if erase:
        typer.echo(_erased(address))
        return
    if pace not in set(Pace):
        raise Fault(f"--pace {pace!r}: write {', '.join(Pace)}")
    wishes = Wishes(
        taste=Taste(places=tuple(jurisdiction or ()), topics=tuple(topic or ()), duties=tuple(duty or ())),
        searches=tuple(search or ()),
        lenses=tuple(lens or ()),
        collections=tuple(collection or ()),
        language=language,
        profile=profile,
        pace=Pace(pace),
        weekday=weekday,
        hour=hour,
        zone=zone,
    )
    typer.echo(_asked(address, wishes))


def _asked(address: str, wishes: "Wishes") -> str:
    from dashboard.digest.following import known
    from dashboard.mail.confirming import ask_back
    from dashboard.mail.office import open_office
    from dashboard.mail.subscriptions import State, ask
    from dashboard.today import instant
    from index.private import open_private

    known(open_private(), wishes)
    office = open_office()
    one = ask(office.store, address, wishes)
    if one.state is State.ACTIVE:
        return f"{address}: has the digest already; the link in each mail changes it."
    ask_back(office, one, instant())
    return f"{address}: asked. The first digest comes after the link in that mail is opened."


def _erased(address: str) -> str:
    from dashboard.mail.store import open_store
    from dashboard.mail.subscriptions import by_address, erase

    store = open_store()
    one = by_address(store, address.strip())
    if one is None:
        raise Fault(f"{address[:80]}: we hold no such address")
    erase(store, one.id)
    return f"{one.address}: erased, with its wishes, the mails sent and what was told."
