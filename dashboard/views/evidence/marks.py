"""The footnotes of one page: every claim gets a mark, the same claim the same one."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from crawlers.matter import Event, Matter, Norm, Text
from dashboard.digest.news import News
from dashboard.views.evidence import footnote
from dashboard.views.evidence.footnote import Note
from dashboard.words.tongue import Tongue
from index.clock import Window

_MARK, _SOURCE = re.compile(r'<a class="fn" href="#n(\d+)"'), re.compile(r'<li id="n(\d+)"><b>\d+</b>')


def led_back(page: Markup) -> Markup:
    """On a page without scripts a source leads back to the first mark that names it; words of others are escaped in it."""
    marked: set[str] = set()

    def first(found: re.Match[str]) -> str:
        label = found[1]
        new = label not in marked
        marked.add(label)
        return f'<a class="fn" id="r{label}" href="#n{label}"' if new else found[0]

    def back(found: re.Match[str]) -> str:
        label = found[1]
        return f'<li id="n{label}"><a href="#r{label}">{label}</a>' if label in marked else found[0]

    return Markup(_SOURCE.sub(back, _MARK.sub(first, page)))  # noqa: S704


class Notes:
    """Footnotes of one page in the order of their first mention; the same claim keeps its mark."""

    def __init__(self, tongue: Tongue, *, numbered: bool = False) -> None:
        self.tongue, self.numbered = tongue, numbered
        self._kept: dict[object, Note] = {}

    def __iter__(self) -> Iterator[Note]:
        return iter(self._kept.values())

    def __len__(self) -> int:
        return len(self._kept)

    def norm(self, norm: Norm, text: Text, matter: Matter) -> Note:
        key = (matter.id, norm.text, norm.provision, norm.start, norm.end, norm.modality)
        if key not in self._kept:
            self._kept[key] = footnote.of_norm(norm, text, matter, self._next(), self.tongue)
        return self._kept[key]

    def event(self, event: Event, matter: Matter) -> Note:
        key = (matter.id, event.date, event.kind, event.label)
        if key not in self._kept:
            self._kept[key] = footnote.of_event(event, matter, self._next(), self.tongue)
        return self._kept[key]

    def status(self, matter: Matter) -> Note:
        key = (matter.id, "status")
        if key not in self._kept:
            self._kept[key] = footnote.of_status(matter, self._next(), self.tongue)
        return self._kept[key]

    def window(self, window: Window) -> Note:
        if window.key not in self._kept:
            self._kept[window.key] = footnote.of_window(window, self._next(), self.tongue)
        return self._kept[window.key]

    def news(self, news: News) -> Note:
        if news.key not in self._kept:
            self._kept[news.key] = footnote.of_news(news, self._next(), self.tongue)
        return self._kept[news.key]

    def _next(self) -> str:
        return str(len(self._kept) + 1) if self.numbered else letters(len(self._kept))


def letters(index: int) -> str:
    """a … z, aa, ab …"""
    index, last = divmod(index, 26)
    return (letters(index - 1) if index else "") + chr(ord("a") + last)
