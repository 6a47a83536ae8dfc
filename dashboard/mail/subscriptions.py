"""Subscriptions: asked for, confirmed by mail before the first digest, stopped with one click, erased on request."""

import re
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import RowMapping, delete, insert, select, update

from crawlers.fault import Fault
from crawlers.matter import Struct
from crawlers.values.instants import stamp
from dashboard.digest.news import Taste
from dashboard.digest.speech import LANGUAGES
from dashboard.mail.store import Store, mails, subscriptions, told
from index.phrase import Told, phrase

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
PROFILES = ("lawyers", "editors")
REFUSALS = 3  # after so many refused mails in a row a subscription is paused


class Pace(StrEnum):
    WEEKLY = "weekly"
    DAILY = "daily"
    AT_ONCE = "at_once"


class State(StrEnum):
    """`asked` gets nothing but the question whether it meant it."""

    ASKED = "asked"
    ACTIVE = "active"
    STOPPED = "stopped"
    PAUSED = "paused"


class Wishes(Struct, frozen=True, kw_only=True):
    """What a reader wants: taste, saved searches, lenses and collections by name, language, profile, pace, day, zone.

    `weekday` counts from Monday, 0; mail comes after `hour` on the reader's own clock.
    """

    taste: Taste = Taste()
    searches: tuple[str, ...] = ()
    lenses: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    language: str = "en"
    profile: str = "lawyers"
    pace: Pace = Pace.WEEKLY
    weekday: int = 2
    hour: int = 6
    zone: str = "UTC"


class Subscription(Struct, frozen=True, kw_only=True):
    """`told_until`: instant up to which the reader has been told, empty before the first mail."""

    id: str
    address: str
    state: State
    wishes: Wishes
    told_until: str = ""


class BadAddress(Fault):
    """Not one plain mail address."""


def ask(store: Store, address: str, wishes: Wishes) -> Subscription:
    """Keep the wish; nothing is sent but the question. Asking again replaces wishes that were not confirmed."""
    address = address.strip()
    if not _ADDRESS.fullmatch(address) or len(address) > 254:
        raise BadAddress(f"{address[:80]!r} is not a mail address")
    check(wishes)
    known = by_address(store, address)
    if known and known.state is State.ACTIVE:
        return known
    fresh = Subscription(id=secrets.token_hex(6), address=address, state=State.ASKED, wishes=wishes)
    with store.writing() as connection:
        connection.execute(delete(subscriptions).where(subscriptions.c.address == address))
        connection.execute(insert(subscriptions).values(**row(fresh)))
    return fresh


def check(wishes: Wishes) -> None:
    """Raises Fault for what cannot be."""
    if wishes.language not in LANGUAGES or wishes.profile not in PROFILES:
        known = ", ".join((*LANGUAGES, *PROFILES))
        raise Told(
            phrase(
                "{language}, {profile}: choose from {known}",
                language=wishes.language,
                profile=wishes.profile,
                known=known,
            )
        )
    if wishes.weekday not in range(7) or wishes.hour not in range(24):
        wrong = {"weekday": wishes.weekday, "hour": wishes.hour}
        raise Told(phrase("weekday {weekday}, hour {hour}: choose 0 (Monday) to 6, and 0 to 23", **wrong))
    try:
        ZoneInfo(wishes.zone)
    except (KeyError, ValueError) as error:
        zone = repr(wishes.zone[:60])
        raise Told(phrase("time zone {zone}: write one like Europe/Berlin", zone=zone)) from error


def wish(store: Store, id: str, wishes: Wishes) -> None:
    """Other wishes of a reader whose link we signed. What was told stays told. Raises Fault."""
    check(wishes)
    with store.writing() as connection:
        body = msgspec.json.encode(wishes).decode()
        connection.execute(update(subscriptions).where(subscriptions.c.id == id).values(wishes=body))


def change(store: Store, id: str, state: State) -> None:
    """Confirm, stop, pause. Unknown ids change nothing, so that a link may be clicked twice."""
    with store.writing() as connection:
        connection.execute(update(subscriptions).where(subscriptions.c.id == id).values(state=state, why="", refused=0))


def erase(store: Store, id: str) -> None:
    """Forget the person: address, wishes, mails sent, facts told."""
    with store.writing() as connection:
        connection.execute(delete(told).where(told.c.subscription == id))
        connection.execute(delete(mails).where(mails.c.subscription == id))
        connection.execute(delete(subscriptions).where(subscriptions.c.id == id))


def by_address(store: Store, address: str) -> Subscription | None:
    with store.engine.connect() as connection:
        row = connection.execute(select(subscriptions).where(subscriptions.c.address == address)).mappings().first()
    return _subscription(row) if row else None


def by_id(store: Store, id: str) -> Subscription | None:
    with store.engine.connect() as connection:
        row = connection.execute(select(subscriptions).where(subscriptions.c.id == id)).mappings().first()
    return _subscription(row) if row else None


def active(store: Store) -> Iterator[Subscription]:
    with store.engine.connect() as connection:
        query = select(subscriptions).where(subscriptions.c.state == State.ACTIVE).order_by(subscriptions.c.id)
        rows = connection.execute(query).mappings().all()
    for row in rows:
        yield _subscription(row)


def row(one: Subscription) -> dict[str, object]:
    wishes = msgspec.json.encode(one.wishes).decode()
    return {"id": one.id, "address": one.address, "state": one.state, "wishes": wishes, "told_until": one.told_until}


def _subscription(row: RowMapping) -> Subscription:
    wishes = msgspec.json.decode(row["wishes"], type=Wishes)
    return Subscription(
        id=row["id"], address=row["address"], state=State(row["state"]), wishes=wishes, told_until=row["told_until"]
    )


def due(one: Subscription, now: datetime) -> tuple[str, str] | None:
    """Since and until (instants) of the mail that is due, or nothing. `now` is aware. Facts never fall between two."""
    until = _boundary(one.wishes, now)
    start = one.told_until or stamp(until - _length(one.wishes.pace))
    return (start, stamp(until)) if start < stamp(until) else None


def _boundary(wishes: Wishes, now: datetime) -> datetime:
    """The last hour at which the reader wanted mail, on their own clock."""
    if wishes.pace is Pace.AT_ONCE:
        return now.astimezone(UTC).replace(microsecond=0)
    local = now.astimezone(ZoneInfo(wishes.zone))
    back = (local.weekday() - wishes.weekday) % 7 if wishes.pace is Pace.WEEKLY else 0
    at = (local - timedelta(days=back)).replace(hour=wishes.hour, minute=0, second=0, microsecond=0)
    return at if at <= local else at - _length(wishes.pace)


def _length(pace: Pace) -> timedelta:
    return timedelta(days={Pace.WEEKLY: 7, Pace.DAILY: 1, Pace.AT_ONCE: 1}[pace])
