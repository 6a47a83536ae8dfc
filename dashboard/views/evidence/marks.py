"""The footnotes of one page: every claim gets a mark, the same claim the same one."""

from collections.abc import Iterator

from crawlers.matter import Event, Matter, Norm, Text
from dashboard.digest.news import News
from dashboard.views.evidence import footnote
from dashboard.views.evidence.footnote import Note
from dashboard.words.tongue import Tongue
from index.clock import Window


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
