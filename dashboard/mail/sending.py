"""Send what is due: plan each mail in the ledger, hand it over, mark it. A crash at any point loses and doubles nothing.

A crash between handing over and marking cannot be told from one before: the mail goes out again with the same bytes and
Message-ID, by which mail servers and programs know it.
"""

import smtplib
import zlib
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select, update

from dashboard.digest.build import Week
from dashboard.digest.news import Taste
from dashboard.mail.planning import Post, plan
from dashboard.mail.smtp import Deferred, NotSent, Refused, connected, hand_over
from dashboard.mail.store import Store, mails, subscriptions
from dashboard.mail.subscriptions import REFUSALS, State, Subscription, Wishes, active, due
from dashboard.mail.turn import turn


class Sent(NamedTuple):
    """How a run ended: handed over, refused for ever, left for the next run, and the server's fault if it had one."""

    sent: int = 0
    refused: int = 0
    left: int = 0
    fault: str = ""


Follow = Callable[[Week, list[Wishes]], list[Taste]]


def alone(_week: Week, wishes: list[Wishes]) -> list[Taste]:
    """Tastes as they are, where no search or lens is to be asked."""
    return [one.taste for one in wishes]


def send(post: Post, weeks: Callable[[str, str], Week], now: datetime, follow: Follow = alone) -> Sent:
    """Plan what is due, then hand over all that is planned, also what an earlier run left behind.

    `follow` adds to each taste what the reader's searches and lenses find in the week. Raises Busy while another
    process sends.
    """
    with turn(post.store):
        for span, readers in _due(post.store, now).items():
            week = weeks(*span)
            for one, taste in zip(readers, follow(week, [one.wishes for one in readers]), strict=True):
                plan(post, one, week, taste)
        return hand_over_all(post)


def _due(store: Store, now: datetime) -> dict[tuple[str, str], list[Subscription]]:
    """Readers by the time that their mail covers, so that each week is read once."""
    spans: dict[tuple[str, str], list[Subscription]] = {}
    for one in active(store):
        if span := due(one, now):
            spans.setdefault(span, []).append(one)
    return spans


def hand_over_all(post: Post) -> Sent:
    """One connection for all; a server that fails ends the run, and the rest stays planned."""
    waiting = _planned(post.store)
    if not waiting:
        return Sent()
    ends: list[str] = []
    try:
        with connected(post.server) as client:
            for id, subscription, address in waiting:
                ends.append(_one(post, client, id, subscription, address))
    except NotSent as fault:
        return _sent(ends, len(waiting), str(fault))
    return _sent(ends, len(waiting))


def _sent(ends: list[str], waiting: int, fault: str = "") -> Sent:
    sent, refused = ends.count("sent"), ends.count("refused")
    return Sent(sent, refused, waiting - sent - refused, fault)


def _one(post: Post, client: smtplib.SMTP, id: str, subscription: str, address: str) -> str:
    try:
        hand_over(client, post.sender.address, address, _body(post.store, id))
    except Deferred:
        return "deferred"
    except Refused as why:
        _refuse(post.store, id, subscription, str(why))
        return "refused"
    _mark(post.store, id, subscription)
    return "sent"


def _planned(store: Store) -> list[tuple[str, str, str]]:
    """In the order of their ids; only to those who still want mail."""
    query = (
        select(mails.c.id, mails.c.subscription, subscriptions.c.address)
        .join(subscriptions, subscriptions.c.id == mails.c.subscription)
        .where(mails.c.state == "planned", subscriptions.c.state == State.ACTIVE)
        .order_by(mails.c.id)
    )
    with store.engine.connect() as connection:
        return [(id, who, address) for id, who, address in connection.execute(query)]


def _body(store: Store, id: str) -> bytes:
    with store.engine.connect() as connection:
        return zlib.decompress(connection.execute(select(mails.c.body).where(mails.c.id == id)).scalar_one())


def _mark(store: Store, id: str, subscription: str) -> None:
    with store.writing() as connection:
        connection.execute(update(mails).where(mails.c.id == id).values(state="sent"))
        connection.execute(update(subscriptions).where(subscriptions.c.id == subscription).values(refused=0))


def _refuse(store: Store, id: str, subscription: str, why: str) -> None:
    """Count it; after some in a row the subscription rests until its owner asks again."""
    mine = subscriptions.c.id == subscription
    more = {"refused": subscriptions.c.refused + 1, "why": why[:500]}
    with store.writing() as connection:
        connection.execute(update(mails).where(mails.c.id == id).values(state="refused"))
        connection.execute(update(subscriptions).where(mine).values(**more))
        tired = update(subscriptions).where(mine, subscriptions.c.refused >= REFUSALS)
        connection.execute(tired.values(state=State.PAUSED))
