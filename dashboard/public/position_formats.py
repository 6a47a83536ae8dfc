"""Published positions as other programs read them: in JSON, in a cell of a table, as lines of a wiki page, as entries of a feed."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256

import msgspec

from crawlers.matter import Matter
from dashboard.digest.sentences import said
from dashboard.feeds.item import Item
from dashboard.public.positions import Declared
from dashboard.views import days
from dashboard.views.text import line
from dashboard.words.tongue import Tongue

Stated = tuple[tuple[Matter, Declared], ...]


def data(stated: Stated) -> list[dict[str, str]]:
    """Which matter, what is said of which version, by whom and when; words as they were published."""
    return [msgspec.to_builtins(one) for _, one in stated]


def cells(stated: Stated, tongue: Tongue) -> dict[str, str]:
    """By matter, in one line each."""
    found: dict[str, list[str]] = {}
    for _, one in stated:
        found.setdefault(one.matter, []).append(f"{sentence(one, tongue)} ({one.by}, {one.at[:10]})")
    return {id: "; ".join(lines) for id, lines in found.items()}


def sentence(one: Declared, tongue: Tongue) -> str:
    """Oppose. It would make volunteers check the age of readers. For the text of 3 May 2026."""
    version = tongue.say("For the text of {version}.", version=one.version) if one.version else ""
    return line(" ".join(filter(None, (f"{tongue.say(one.position)}.", one.says, version))))


def entries(stated: Stated, address: Callable[[str], str], tongue: Tongue) -> Iterator[Item]:
    """An entry of a feed each, as new as its publication."""
    for matter, one in stated:
        name = sha256(f"position {one.matter} {one.at} {one.by}".encode()).hexdigest()[:32]
        title = tongue.say("Position published: {title}", title=matter.title)
        yield Item(
            id=f"tag:amicus.invalid,2026:{name}",
            title=f"{matter.jurisdiction.upper()}: {said(title)}",
            words=said(f"{sentence(one, tongue)} ({one.by}, {days.say(one.at[:10], tongue)})"),
            url=address(one.matter),
            updated=one.at,
            categories=("position",),
        )


def stated(matters: Iterable[Matter], declared: Iterable[Declared]) -> Stated:
    """Positions on these matters, each with its matter."""
    known = {matter.id: matter for matter in matters}
    return tuple((known[one.matter], one) for one in declared if one.matter in known)
