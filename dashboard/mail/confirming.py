"""The question before the first digest, and the list of a mail as it was sent."""

import zlib

from sqlalchemy import select

from dashboard.digest.speech import speech
from dashboard.mail import tokens
from dashboard.mail.links import Links
from dashboard.mail.message import Parts, message
from dashboard.mail.planning import Post
from dashboard.mail.smtp import connected, hand_over
from dashboard.mail.store import Store, mails
from dashboard.mail.subscriptions import State, Subscription, change


def question(post: Post, one: Subscription, now: str) -> bytes:
    say = speech(one.wishes.language)
    link = f"{post.sender.site.rstrip('/')}/mail/confirm/{tokens.sign('confirm', one.id, post.secret)}"
    words = [
        say.say("Somebody, hopefully you, asked for the Amicus digest at this address."),
        say.say("Open this link to confirm; without it you will get nothing more:"),
        link,
    ]
    parts = Parts(
        id=f"confirm.{one.id}",
        to=one.address,
        subject=say.say("Confirm: the Amicus digest"),
        text="\n\n".join(words) + "\n",
        sent=now,
    )
    return message(parts, post.sender, Links())


def ask_back(post: Post, one: Subscription, now: str) -> None:
    """Send the question. Raises Refused or NotSent."""
    with connected(post.server) as client:
        hand_over(client, post.sender.address, one.address, question(post, one, now))


def confirm(store: Store, secret: bytes, token: str) -> None:
    """Raises BadToken."""
    change(store, tokens.read("confirm", token, secret), State.ACTIVE)


def stop(store: Store, secret: bytes, token: str) -> None:
    """One click, by hand or by a mail program (RFC 8058). Raises BadToken."""
    change(store, tokens.read("stop", token, secret), State.STOPPED)


def frozen(store: Store, secret: bytes, token: str) -> str | None:
    """The list exactly as it was mailed, or nothing when its reader was erased. Raises BadToken."""
    id = tokens.read("list", token, secret)
    with store.engine.connect() as connection:
        page = connection.execute(select(mails.c.page).where(mails.c.id == id)).scalar()
    return zlib.decompress(page).decode() if page else None
