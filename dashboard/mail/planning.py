"""Plan a mail: build it, draw it, write it into the ledger with the facts it tells, all in one step."""

import json
import zlib
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import insert, select, update

from dashboard.digest.build import Digest, Week, build
from dashboard.digest.html import html
from dashboard.digest.news import Taste
from dashboard.digest.speech import speech
from dashboard.digest.text import text
from dashboard.feeds.days import numbered, of_window
from dashboard.feeds.ics import calendar
from dashboard.mail import tokens
from dashboard.mail.links import Links
from dashboard.mail.message import Parts, Sender, message
from dashboard.mail.smtp import Server
from dashboard.mail.store import KEY, Store, mails, subscriptions, told
from dashboard.mail.subscriptions import Pace, Subscription


class Post(NamedTuple):
    """All that sending needs of the world."""

    store: Store
    server: Server
    sender: Sender
    secret: bytes


def plan(post: Post, one: Subscription, week: Week, taste: Taste) -> None:
    """What was told before is left out; whoever did not ask for a weekly mail gets none without news."""
    fresh = _untold(post.store, one.id, week)
    digest = build(fresh, taste, speech(one.wishes.language), one.wishes.profile, post.sender.site, one.wishes.pace)
    keys = sorted({news.key for news in fresh.news} & {*digest.keys})
    id = f"{int(datetime.fromisoformat(week.until).timestamp()):x}.{one.id}"
    drawn = None if one.wishes.pace is not Pace.WEEKLY and not keys else _drawn(post, one, fresh, digest, id)
    with post.store.writing() as connection:
        if drawn and not connection.execute(select(mails.c.id).where(mails.c.id == id)).first():
            connection.execute(insert(mails).values(subscription=one.id, keys=json.dumps(keys), **drawn))
            if keys:
                connection.execute(insert(told), [{"subscription": one.id, "key": _kept(key)} for key in keys])
        connection.execute(update(subscriptions).where(subscriptions.c.id == one.id).values(told_until=week.until))


def _drawn(post: Post, one: Subscription, week: Week, digest: Digest, id: str) -> dict[str, object]:
    """The mail as it will be sent, and the list that its link opens for ever."""
    links = _links(post, one.id, id)
    page = html(digest, links)
    parts = Parts(
        id=id,
        to=one.address,
        subject=digest.head.subject,
        text=text(digest, links),
        html=page,
        calendar=_calendar(digest, week, post.sender.site),
        sent=week.until,
    )
    body = zlib.compress(message(parts, post.sender, links))
    return {"id": id, "state": "planned", "until": week.until, "body": body, "page": zlib.compress(page.encode())}


def _untold(store: Store, id: str, week: Week) -> Week:
    with store.engine.connect() as connection:
        known = set(connection.scalars(select(told.c.key).where(told.c.subscription == id)))
    return replace(week, news=tuple(news for news in week.news if _kept(news.key) not in known)) if known else week


def _kept(key: str) -> str:
    """As it fits its column, which PostgreSQL insists on."""
    return key if len(key) <= KEY else f"{key[: KEY - 65]}#{sha256(key.encode()).hexdigest()}"


def _links(post: Post, subscription: str, id: str) -> Links:
    site = post.sender.site.rstrip("/")
    return Links(
        frozen=f"{site}/mail/list/{tokens.sign('list', id, post.secret)}",
        settings=f"{site}/mail/settings/{tokens.sign('settings', subscription, post.secret)}",
        stop=f"{site}/mail/stop/{tokens.sign('stop', subscription, post.secret)}",
    )


def _calendar(digest: Digest, week: Week, site: str) -> bytes:
    """The days of the windows that the mail speaks of."""
    shown = {item.matter for section in digest.sections if section.name == "closing" for item in section.items}
    say = speech(digest.language)
    days = [day for window in week.windows if window.matter in shown for day in of_window(window, site, say)]
    return (
        calendar(list(numbered(days, week.day, lambda id: week.revisions.get(id, 0))), "Amicus", week.until)
        if days
        else b""
    )
