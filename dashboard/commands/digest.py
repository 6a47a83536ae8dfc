"""amicus digest: the digest on screen, sent to its readers, or asked for by one."""

import json
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from crawlers.fault import Fault

if TYPE_CHECKING:
    from dashboard.mail.digest import Digest
    from dashboard.mail.news import Taste


def digest(
    since: Annotated[str, typer.Option(help="how far back: 7d, 2w, or a day (YYYY-MM-DD)")] = "7d",
    jurisdiction: Annotated[list[str] | None, typer.Option(help="only this place; may be given several times")] = None,
    topic: Annotated[list[str] | None, typer.Option(help="only this topic")] = None,
    duty: Annotated[list[str] | None, typer.Option(help="only this duty")] = None,
    language: Annotated[str, typer.Option(help="en, de or fr")] = "en",
    profile: Annotated[str, typer.Option(help="lawyers or editors")] = "lawyers",
    html: Annotated[bool, typer.Option("--html", help="as an HTML mail")] = False,
    send: Annotated[bool, typer.Option("--send", help="send to every reader what is due")] = False,
    subscribe: Annotated[
        str, typer.Option(help="mail address that wants this digest; asked back before the first")
    ] = "",
    pace: Annotated[str, typer.Option(help="with --subscribe: weekly, daily or at_once")] = "weekly",
    zone: Annotated[str, typer.Option(help="with --subscribe: the reader's clock, e.g. Europe/Berlin")] = "UTC",
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """Show what closes, changed and moved, and what was not checked; or send it."""
    from dashboard.mail.news import Taste

    taste = Taste(places=tuple(jurisdiction or ()), topics=tuple(topic or ()), duties=tuple(duty or ()))
    if subscribe:
        typer.echo(_subscribed(subscribe, taste, language, profile, pace, zone))
    elif send:
        _send()
    else:
        typer.echo(_drawn(_made(since, taste, language, profile), html, as_json))


def _made(since: str, taste: "Taste", language: str, profile: str) -> "Digest":
    from crawlers.settings import setting
    from dashboard.mail.digest import build
    from dashboard.mail.gather import week
    from dashboard.mail.speech import speech
    from dashboard.today import instant, today
    from index.records import open_records

    found = week(open_records(), start(since, today()), instant(), today())
    return build(found, taste, speech(language), profile, setting("AMICUS_SITE"))


def start(since: str, today: date) -> str:
    """The instant from which on: so many days or weeks before today, or a day. Raises Fault."""
    number, unit = since[:-1], since[-1:]
    if number.isdecimal() and unit in {"d", "w"} and int(number) < 5000:
        day = today - timedelta(days=int(number) * (7 if unit == "w" else 1))
        return f"{day}T00:00:00Z"
    try:
        return f"{date.fromisoformat(since)}T00:00:00Z"
    except ValueError:
        raise Fault(f"--since {since!r}: write 7d, 2w or a day like 2026-11-18") from None


def _drawn(made: "Digest", html: bool, as_json: bool) -> str:
    import msgspec

    from dashboard.mail.html import html as drawn
    from dashboard.mail.links import Links
    from dashboard.mail.text import text

    if as_json:
        return json.dumps(msgspec.to_builtins(made), ensure_ascii=False, indent=2)
    return drawn(made, Links()) if html else text(made, Links())


def _send() -> None:
    """Exit status 1 when the server failed, so that a monitor sees it; the rest goes out with the next run."""
    from dashboard.mail.following import tastes
    from dashboard.mail.gather import week
    from dashboard.mail.office import open_office
    from dashboard.mail.sending import send
    from dashboard.today import instant, today
    from index.private import open_private
    from index.records import open_records

    office, records, private, day = open_office(), open_records(), open_private(), today()
    end = send(
        office,
        lambda since, until: week(records, since, until, day),
        datetime.fromisoformat(instant()),
        lambda found, wishes: tastes(records, private, found, wishes, day),
    )
    typer.echo(f"{end.sent} sent, {end.refused} refused, {end.left} left for the next run")
    if end.fault:
        raise Fault(end.fault)


def _subscribed(address: str, taste: "Taste", language: str, profile: str, pace: str, zone: str) -> str:
    from dashboard.mail.confirming import ask_back
    from dashboard.mail.office import open_office
    from dashboard.mail.subscriptions import Pace, Wishes, ask
    from dashboard.today import instant

    if pace not in set(Pace):
        raise Fault(f"--pace {pace!r}: write {', '.join(Pace)}")
    office = open_office()
    wishes = Wishes(taste=taste, language=language, profile=profile, pace=Pace(pace), zone=zone)
    ask_back(office, ask(office.store, address, wishes), instant())
    return f"{address}: asked. The first digest comes after the link in that mail is opened."
