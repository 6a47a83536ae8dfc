"""amicus digest: the digest on screen, or sent to its readers."""

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from crawlers.fault import Fault
from dashboard.terminal import tell

if TYPE_CHECKING:
    from dashboard.digest.build import Digest
    from dashboard.digest.news import Taste


def digest(
    since: Annotated[str, typer.Option(help="how far back: 7d, 2w, a day (YYYY-MM-DD) or an instant")] = "7d",
    jurisdiction: Annotated[list[str] | None, typer.Option(help="only this place; may be given several times")] = None,
    topic: Annotated[list[str] | None, typer.Option(help="only this topic")] = None,
    duty: Annotated[list[str] | None, typer.Option(help="only this duty")] = None,
    as_of: Annotated[
        str,
        typer.Option("--as-of", help="as it was known then: an instant (2026-11-18T06:00:00Z), or a day, at its end"),
    ] = "",
    language: Annotated[str, typer.Option(help="en, de, fr, es, it or pt")] = "en",
    profile: Annotated[str, typer.Option(help="lawyers or editors")] = "lawyers",
    html: Annotated[bool, typer.Option("--html", help="as an HTML mail")] = False,
    send: Annotated[bool, typer.Option("--send", help="send to every reader what is due")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """Show what closes, changed and moved, and what was not checked; or send it."""
    from dashboard.digest.news import Taste

    taste = Taste(places=tuple(jurisdiction or ()), topics=tuple(topic or ()), duties=tuple(duty or ()))
    if send:
        _send()
    else:
        tell(_drawn(_made(since, as_of, taste, language, profile), html, as_json))


def _made(since: str, as_of: str, taste: "Taste", language: str, profile: str) -> "Digest":
    from crawlers.settings import setting
    from crawlers.values.instants import plus
    from dashboard.digest.build import build
    from dashboard.digest.gather import week
    from dashboard.digest.span import end, start
    from dashboard.digest.speech import speech
    from dashboard.today import instant, today
    from index.records import open_records

    until = end(as_of) if as_of else plus(instant(), 1)  # what was learned at this instant is told
    day = date.fromisoformat(as_of[:10]) if as_of else today()
    found = week(open_records(), start(since, day), until, day, then=bool(as_of))
    pace = {"7d": "weekly", "1w": "weekly", "1d": "daily"}.get(since, "")
    return build(found, taste, speech(language), profile, setting("AMICUS_SITE"), pace)


def _drawn(made: "Digest", html: bool, as_json: bool) -> str:
    import msgspec

    from dashboard.digest.html import html as drawn
    from dashboard.digest.text import text
    from dashboard.mail.links import Links

    if as_json:
        return json.dumps(msgspec.to_builtins(made), ensure_ascii=False, indent=2)
    return drawn(made, Links()) if html else text(made, Links())


def _send() -> None:
    """Exit status 1 when the server failed, so that a monitor sees it; the rest goes out with the next run."""
    from dashboard.digest.following import tastes
    from dashboard.digest.gather import week
    from dashboard.mail.office import open_office
    from dashboard.mail.sending import send
    from dashboard.today import learned, today
    from index.private import open_private
    from index.records import open_records

    office, records, private, day = open_office(), open_records(), open_private(), today()
    end = send(
        office,
        lambda since, until: week(records, since, until, day),
        datetime.fromisoformat(learned() or records.settled()),
        lambda found, wishes: tastes(records, private, found, wishes, day),
    )
    typer.echo(f"{end.sent} sent, {end.refused} refused, {end.left} left for the next run")
    if end.fault:
        raise Fault(end.fault)
