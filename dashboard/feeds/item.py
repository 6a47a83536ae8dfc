"""Entries of a feed: what was learned, newest first, with ids that stay the same for ever."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from crawlers.matter import Struct
from dashboard.digest.lines import address
from dashboard.digest.news import News
from dashboard.digest.sentences import said, sentence
from dashboard.digest.titles import headed
from dashboard.views.days import moment, parsed, say
from dashboard.words.tongue import Tongue, tongue

ENGLISH = tongue("en")


class Item(Struct, frozen=True, kw_only=True):
    """One entry. `id` is a tag URI (RFC 4151); `updated` the instant at which we learned it."""

    id: str
    title: str
    words: str
    url: str
    updated: str
    categories: tuple[str, ...] = ()


class Feed(Struct, frozen=True, kw_only=True):
    """`checked` is the newest instant at which a source of it answered, empty when none did; `fresh` says it in words."""

    title: str
    url: str
    home: str
    items: tuple[Item, ...]
    checked: str = ""
    fresh: str = ""
    language: str = "en"

    @property
    def updated(self) -> str:
        return max((item.updated for item in self.items), default=self.checked) or "1970-01-01T00:00:00Z"


MOST = 100


def feed(
    title: str,
    url: str,
    site: str,
    news: Iterable[News],
    checked: str = "",
    fresh: str = "",
    speech: Tongue = ENGLISH,
    beside: Iterable[Item] = (),
) -> Feed:
    """The newest hundred facts, with entries of other kinds `beside` them; ids are those of every language.

    The same facts and language give the same feed.
    """
    newest = sorted(news, key=lambda one: (one.learned, one.key), reverse=True)[:MOST]
    fresh = fresh or _fresh(checked, speech)
    made = (_item(one, site, speech) for one in newest)
    items = tuple(sorted((*beside, *made), key=lambda item: item.updated, reverse=True))
    return Feed(title=said(title), url=url, home=site, items=items, checked=checked, fresh=fresh, language=speech.code)


def _fresh(checked: str, speech: Tongue) -> str:
    if not checked:
        return speech.say("No source of it has been checked yet")
    return speech.say("Checked {at}", at=moment(checked, speech))


def _item(one: News, site: str, speech: Tongue) -> Item:
    name = sha256(one.key.encode()).hexdigest()[:32]
    return Item(
        id=f"tag:amicus.invalid,2026:{name}",
        title=f"{one.jurisdiction.upper()}: {said(headed(one, speech))}",
        words=_words(one, speech),
        url=address(site, one.matter),
        updated=one.learned,
        categories=(str(one.sort), *one.topics, *one.duties),
    )


def _words(one: News, speech: Tongue) -> str:
    """The fact in a sentence."""
    seen = date.fromisoformat(one.learned[:10])
    told, on = sentence(one, seen, speech), parsed(one.day)
    said_already = on is not None and speech.near(on, seen) in told
    return told if said_already or not one.day else f"{told} ({say(one.day, speech)})".strip()
