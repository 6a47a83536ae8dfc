"""Acts printed as bare paragraphs (EUR-Lex before 2013, and its oldest consolidated pages) as lines, by how each begins."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from crawlers.eu.acts.nesting import HIDDEN, nested
from crawlers.eu.acts.quotations import quoting
from crawlers.eu.acts.structure import Line
from crawlers.eu.facts import words


def _one_of(kind: str) -> str:
    return rf"(?:{'|'.join(map(re.escape, words().printed[kind]))})"


_NUMBER = r"(?P<{}>\d+[a-z]{{0,2}}|premier|primo|unique|[úu]nico|[IVX]+)"
_ARTICLE = re.compile(
    rf"(?:{_one_of('article')}\s+{_NUMBER.format('after')}(?:\.?[º°])?(?!\w)|(?P<before>\d+)\.?\s*{_one_of('article')}\b)",
    re.IGNORECASE,
)
_SOLE = re.compile(rf"{_one_of('sole')}\W*", re.IGNORECASE)
_PART_OF = re.compile(r"Abs|Buchst|Nummer|Unterabs|Ziffer|Satz")  # nouns behind an article that is only named
_FORMER = re.compile(
    rf"\W*{_one_of('article')}\s+[\d\s]+[A-Z]?\s+-\s+.*", re.IGNORECASE
)  # its number in older treaties
_DIVISION = re.compile(
    rf"{_one_of('division')}\s+(?:[IVXLC]+|\d+|[A-Z]|ONE|TWO|THREE|FOUR|FIVE|SIX)\b\W*(?P<named>.*)", re.IGNORECASE
)
_ANNEX = re.compile(
    rf"(?P<number>{_one_of('annex')}(?:\s+(?:[IVXLC\d]+|[A-Z]))?)(?!\w)\W*(?P<named>[^\W\d_a-zß-öø-ÿ].{{0,200}})?"
)
_RECITAL = re.compile(rf"{_one_of('whereas')}(?!\w)", re.IGNORECASE)
_FINAL = re.compile(rf"{_one_of('done')}")
_JOURNAL = r"(?:OJ|JO|ABl|GU|DO|PB|EFT|EGT|EYVL|EUVL|EUT|ΕΕ|Dz|HL|ÚL|Úř|UL|OL|OV|ELT)"
_NOTE = re.compile(rf"(?:\(\d+\)|\(\*+\)|\d+\))\s*{_JOURNAL}\b.*\d")
_ENDNOTE = re.compile(r"\((?:\d+|\*+)\)")
_GAP = re.compile(r">(?:PIC FILE=.*|[A-Z][A-Z_ \d]*)>")  # where the page has lost a picture or a table
_LABEL = re.compile(r"(\(?\d{1,3}[a-z]?[.)]|\(?(?:[a-z]{1,2}|[ivx]{1,5}|[A-Z])\)|[a-z]\.|[—–•-])\s+(?=\S)")
_BREAK = re.compile(
    rf"(?<=[.;:,»”\"'’])\s{{2,}}(?={_LABEL.pattern})|\s+(?={_NOTE.pattern})|(?<=\.)\s+(?={_FINAL.pattern}\s.*\d)"
)


def lines(paragraphs: Iterable[str]) -> tuple[Line, ...]:
    """Lines of an act from its paragraphs in order; two spaces in one are where the printed line ended."""
    whole = (" ".join(text.split()) for paragraph in paragraphs for text in _split(paragraph))
    texts = [text for text in whole if text and not _GAP.fullmatch(text) and not _FORMER.fullmatch(text)]
    said = list(nested(quoting(_Reading([text for text in texts if not _NOTE.match(text)]).lines())))
    notes = {text for text in texts if _NOTE.match(text)} | {line.text for line in said if line.role == "note"}
    return (
        *(line for line in said if line.role != "note"),
        *(Line("note", text) for text in texts if text in notes),
    )


def _split(paragraph: str) -> Iterator[str]:
    begin = 0
    for found in _BREAK.finditer(paragraph):
        yield paragraph[begin : found.start()]
        begin = found.end()
    yield paragraph[begin:]


class _Reading:
    """What the lines read so far leave open: which article is next, and whether a heading or a list is expected."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.bare = {_article(text) for text in texts if _is_article(text)}  # numbers that have a line of their own
        self.last = 0
        self.ended = self.heading = self.whereas = False
        self.own: str | None = None  # the frame of the paragraph numbers of this article, once one is seen
        self.before = ""

    def lines(self) -> Iterator[Line]:
        for text, following in pairwise([*self.texts, ""]):
            if _is_article(text):
                yield from [] if _is_article(following) else [self._begun(text)]
            else:
                yield from self._line(text)
                self.before = text

    def _begun(self, text: str) -> Line:
        """An article in its turn is the act's own even where words of another act have not been closed."""
        number = _article(text)
        follows = number.isdigit() and int(number) == self.last + 1
        self.last += follows
        self.ended, self.heading, self.whereas, self.own, self.before = False, True, False, None, ""
        return Line("article", number=text.strip(" ."), key=number if follows else "")

    def _line(self, text: str) -> Iterator[Line]:
        heading, self.heading = self.heading, False
        annex = _ANNEX.fullmatch(text)
        division = _DIVISION.fullmatch(text)
        if annex:
            self.ended, self.heading, self.whereas, self.own = False, not annex["named"], False, ""
            yield Line("annex", annex["named"] or "", annex["number"])
        elif self.ended or _FINAL.match(text):
            self.ended = True
            yield Line("note" if _ENDNOTE.match(text) else "final", text)
        elif heading and len(text) < 120 and text[-1] not in ".;:," and not _LABEL.match(text):
            self.before = ""
            yield Line("heading", text)
        elif division and len(text) < 160 and not division["named"][:1].islower():
            yield Line("division", division["named"], text[: division.start("named")].strip(" -:"))
        elif rest := self._glued(text):
            yield self._begun(text[: -len(rest)])
            yield from self._line(rest)
        else:
            yield from self._said(text)

    def _glued(self, text: str) -> str:
        """What stands behind the number of an article on the same line; empty where it only names one."""
        found = _ARTICLE.match(text)
        number = _article(text)
        if not found or number != str(self.last + 1) or number in self.bare:
            return ""
        rest = text[found.end() :].lstrip(" .:–-")
        opens = rest.lstrip("‘“«„\"'")[:1].isupper() or rest.startswith(("1. ", "(a) "))
        return rest if opens and not _PART_OF.match(rest) else ""

    def _said(self, text: str) -> Iterator[Line]:
        if found := _LABEL.match(text):
            yield from self._numbered(found[1], text[found.end() :])
        elif _RECITAL.match(text) and self.last == 0:
            self.whereas = text.endswith(":")
            yield Line("text" if self.whereas else "recital", text)
        else:
            self.whereas = self.whereas and not text.endswith(":")
            yield Line("recital" if self.whereas else "text", text)

    def _numbered(self, label: str, text: str) -> Iterator[Line]:
        """The first number of an article is a paragraph's unless a list is announced; those framed alike go with it."""
        frame = re.sub(r"\w+", "", label)
        counted = any(sign.isdigit() for sign in label)
        if counted and self.last and self.own is None:
            self.own = "" if self.before.endswith(":") else frame
        if counted and frame == (self.own if self.own is not None else "."):
            yield Line("paragraph", text, label)
        else:
            yield Line("item", number=label, depth=HIDDEN)
            yield Line("text", text, depth=HIDDEN)


def _is_article(text: str) -> bool:
    found = _ARTICLE.match(text)
    return not re.search(r"\w", text[found.end() :]) if found else bool(_SOLE.fullmatch(text))


def _article(text: str) -> str:
    found = _ARTICLE.match(text)
    number = (found["after"] or found["before"]).lower() if found else "1"
    return number if number[:1].isdigit() else "1"
