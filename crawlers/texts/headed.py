"""Plain lines of a law as a tree of units, by the words its headings begin with in some twenty languages."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from crawlers import ids
from crawlers.files import reading
from crawlers.texts.contents import without_contents
from crawlers.texts.headings import (
    ARTICLE,
    CONTAINER,
    CONTAINERS,
    NAMED,
    ORDINAL,
    PANTS,
    PARAGRAPH,
    POINT,
    RANKS,
    SECTIONS,
    TRANSITIONAL,
    TRANSITIONAL_ARTICLE,
    TRIM,
    TURNED,
    TURNED_KINDS,
)
from crawlers.texts.lines import lines as shown
from crawlers.texts.outline import Unit, slug


def is_law(lines: Iterable[str]) -> bool:
    """Does it count its articles from the first on? A paper that speaks of articles begins lines with other ones."""
    found = (ARTICLE.match(line) for line in lines)
    return {"1", "2"} <= {slug(one["number"]) for one in found if one}


def of_html(page: str) -> list[Unit]:
    """The same of a piece of HTML; none of an empty one."""
    return units(shown(reading.html(page.encode()))) if page else []


def bare(lines: Iterable[str]) -> bool:
    """Is no line the beginning of an article, so that bare numbers must be those of its articles?"""
    return not any(ARTICLE.match(line) or PANTS.match(line) for line in lines)


def units(lines: Iterable[str], numbered: bool = False) -> list[Unit]:
    """Containers hold articles, articles their numbered paragraphs and points; what is before the first is a preamble.

    `numbered`: the law counts its sections by bare numbers ("1. Short title"), as common-law statutes do.
    """
    top = Unit("top")
    stack: list[tuple[int, Unit]] = [(-1, top)]
    waiting: Unit | None = None
    law = without_contents(list(lines))
    sections = _numbering(law) if numbered else None
    for line, following in pairwise([*law, ""]):
        found = (_section(line, sections) if sections else None) or _begins(line, stack)
        if found is None:
            waiting = _own_words(stack, waiting, line)
            continue
        rank, unit = found
        _name(unit, line, following)
        while stack[-1][0] >= rank:
            stack.pop()
        stack[-1][1].children.append(unit)
        stack.append((rank, unit))
        stack += [(RANKS[inner.kind], inner) for inner in unit.children]
        waiting = unit if not unit.text and not unit.heading and not unit.children and rank < RANKS["par"] else None
    return top.children


def _name(unit: Unit, line: str, following: str) -> None:
    """What stands behind number and dash of an article that then counts its paragraphs is its heading, full stop or not."""
    named = unit.kind == "art" and re.fullmatch(r"\S+ \S+ [-–—] \S.{0,150}\.", line)
    first = PARAGRAPH.match(following)
    if named and unit.text and not unit.heading and first and slug(first["number"]) == "1":
        unit.heading, unit.text = unit.text.rstrip("."), ""


def _own_words(stack: list[tuple[int, Unit]], waiting: Unit | None, line: str) -> Unit | None:
    """A short line right under a heading is its title; others are words of the innermost unit."""
    if waiting is not None and len(line) <= 200 and not line.endswith((".", ";", ":", ",")):
        waiting.heading = line
        return None
    rank, unit = stack[-1]
    if rank == -1 or rank < RANKS["art"]:
        unit.children.append(Unit("p", text=line))
    elif rank == RANKS["pnt"] and len(stack) > 1 and line[:1].isupper():
        stack.pop()
        _own_words(stack, None, line)
    elif unit.children:
        unit.children.append(Unit("p", text=line))
    else:
        unit.add(line)
    return None


def _begins(line: str, stack: list[tuple[int, Unit]]) -> tuple[int, Unit] | None:
    if TRANSITIONAL.match(line):
        return RANKS["trans"], Unit("trans", heading=line.rstrip(TRIM), root=True)
    if len(line) <= 300 and (found := CONTAINER.match(line) or TURNED.match(line)):
        kind = _container(found)
        rest = found["rest"].strip(TRIM)
        if kind and not rest[:1].islower():
            number = line[: found.end("number")] if "word" not in found.re.groupindex else line[: found.end("word")]
            return RANKS[kind], Unit(kind, number=number, heading=rest, root=kind == "annex")
    if found := ARTICLE.match(line) or PANTS.match(line):
        return (
            (RANKS["art"], _article(found, root=not _transitional(stack)))
            if _is_article(found, stack)
            else _smaller(line, stack)
        )
    if _transitional(stack) and (found := ORDINAL.match(line)):
        return RANKS["art"], _article(found, root=False)
    return _smaller(line, stack)


def _transitional(stack: list[tuple[int, Unit]]) -> bool:
    """Among the articles that end a law, which count from the first again."""
    return any(unit.kind == "trans" for _, unit in stack)


def _numbering(lines: list[str]) -> re.Pattern[str]:
    """How this law prints its sections, which is the way that most of its lines are in."""
    return max(SECTIONS, key=lambda pattern: sum(1 for line in lines if pattern.match(line)))


def _section(line: str, pattern: re.Pattern[str]) -> tuple[int, Unit] | None:
    found = pattern.match(line)
    if not found or found["rest"].strip()[:1].islower():  # 1922. gada 15. februāra …
        return None
    unit = _article(found)
    unit.kind = "sec"
    unit.heading = (found.groupdict().get("heading") or unit.heading).rstrip(".")
    return RANKS["art"], unit


def _container(found: re.Match[str]) -> str:
    if "word" in found.re.groupindex:
        return TURNED_KINDS[found["word"].lower()]
    return next((kind for kind, _ in CONTAINERS if found[kind]), "")


def _is_article(found: re.Match[str], stack: list[tuple[int, Unit]]) -> bool:
    """A reference that begins a line ("Article 5 applies") goes on in lower case; § counts inside articles in Brazil."""
    rest = found["rest"]
    if found["number"].startswith("§") and any(unit.number[:3].lower() == "art" for _, unit in stack[1:]):
        return False
    return not re.match(r"\s+[a-zà-ž]", rest)


def _article(found: re.Match[str], root: bool = True) -> Unit:
    rest = found["rest"].lstrip(TRIM).rstrip()
    number = found["number"].strip()
    key = _disposition(number)
    unit = Unit("art", number=number, root=root or bool(key), key=key or _key(number, root))
    first = rest.partition("\n")[0]
    if rest and len(first) <= 160 and not first.endswith((".", ";", ":", ",", "”", "»", '"')):
        unit.heading = first
        rest = rest[len(first) :].strip()
    if inner := PARAGRAPH.match(rest):
        unit.children.append(Unit("par", number=inner["number"].strip(), text=inner["rest"]))
    else:
        unit.text = rest
    return unit


def _key(number: str, root: bool) -> str:
    """Transitional articles count from the first again, whether or not a heading of their own says so."""
    base = re.sub(r"(?<=\d)\.(?=[º°ª])", "", TRANSITIONAL_ARTICLE.sub("", number))
    named = NAMED.fullmatch(base)
    plain = _ascii(named[1].lower().split()) if named else slug(base)
    return f"{plain}-transitorio" if root and plain and TRANSITIONAL_ARTICLE.search(number) else plain


def _ascii(words: Iterable[str]) -> str:
    plain = (unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode() for word in words)
    return "-".join(map(ids.part, plain))


def _disposition(number: str) -> str:
    """Spanish laws end in four series of these, each of which begins with its first."""
    said = number.lower().split()
    return _ascii(said[1:]) if said[0].startswith("disposic") else ""


def _smaller(line: str, stack: list[tuple[int, Unit]]) -> tuple[int, Unit] | None:
    """Paragraphs and points count only inside an article or another numbered unit."""
    if stack[-1][0] < RANKS["art"] and stack[-1][1].kind != "trans":
        return None
    for kind, pattern in (("par", PARAGRAPH), ("pnt", POINT)):
        if found := pattern.match(line):
            unit = Unit(kind, number=found["number"].strip(), text=found["rest"])
            if unit.text.startswith("(") and kind == "par" and (inner := POINT.match(unit.text)):
                unit.text, unit.children = "", [Unit("pnt", number=inner["number"].strip(), text=inner["rest"])]
            return RANKS[kind], unit
    return None
