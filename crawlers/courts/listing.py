"""Pages on which a court lists its opinions, arguments or orders: rows with a link, a number, a name and a day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from crawlers import paging
from crawlers.files.reading import Element, words
from crawlers.values import dates
from crawlers.values.fields import Row

_DOCUMENT = re.compile(
    r"(?i)\.(?:pdf|docx?|rtf|wpd|txt|mp3|wma|mp4|m4a)(?:$|[?#&])|opinion|decision|document|download|docview|getfile|attachment|/case|/file$"
    r"|media|/audio/|slip|viewdoc|file\.\w+\?id=|/view/|displayfile|blob|fileid|case_?id|casenumber|casesearch|orders?/|docid|\?d=|/Decis|precedential"
)
_NOT = re.compile(r"(?i)^(?:mailto:|javascript:|tel:|#)|/(?:login|contact|about|rss|careers|forms?|search|subscribe)\b")
_NUMBER = re.compile(
    r"(?<![\w/.-])((?:[A-Z]{1,3}-)?\d{1,2}[:-]\d{2}-[a-z]{2}-\d{3,6}|\d{1,4}[-–‑](?:[A-Z]{1,5}[-–‑])?\d{2,6}(?:[-–‑][A-Z0-9]{1,5})*"
    r"|[A-Z]{1,5}[-–‑]?\d{2,4}[-–‑][A-Z0-9-]*\d{1,6}(?:[-–‑][A-Z]{1,3})?|[A-Z]{1,5}[-–‑]?\d{4,7}(?:-\d)?|\d{4}\s[A-Z]{2,8}(?:\s[A-Z][A-Za-z]{0,3})?(?:\s\(\d\w{1,2}\))?\s\d{1,6}(?:-U)?|\d{5,8})(?![\w/-])"
)
_YEARS = re.compile(r"\b(?:1[789]|20)\d\d[-–](?:1[789]|20)\d\d\b")
_NAME = re.compile(
    r"((?:[A-Z0-9][\w.,’'&()/-]*|the|of|and|for|in|on|ex|rel\.|et|al\.?|d/b/a|a/k/a)(?:\s+[\w.,’'&()#;/-]+){0,14}?\s+vs?\.?\s+[A-Z0-9][^|\n]{1,140})"
)
_MATTER = re.compile(
    r"(?i)((?:in re|in the (?:interest|matter|estate|adoption|guardianship) of|matter of|estate of|people|ex parte)\b:?[^|\n]{2,140})"
)
_LISTS = re.compile(r"\b([A-Z]{1,3})-?\d{3,5}(?: \([^)]*\))?\s*[-–]\s*\1-?\d{3,5}\b")  # KP-0001 - KP-0423
_SHORT, _YEAR = re.compile(r"\d{1,2}-\d{2}"), re.compile(r"(?:19|20)\d\d")
_MERE = re.compile(r"(?i)(?:memorandum |slip )?opinion|order|notice|letter|judgment|motion")  # no name of a case
_FILED = re.compile(r"(\d\d)(\d{4})(?:np?|po?|pa|np[a-z]|p[a-z]?)\d?")
_TAIL = re.compile(r"(?: \d{1,2}/\d{1,2}/\d{2,4} CA\d(?:/\d)?)?\s+Case Details$")
_ROWS = ("tr", "li", "dd", "article", "p", "div", "section", "td", "body")
_DATE_TEXT = re.compile(
    r"(?i)\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2}-\d{1,2}-\d{2,4}(?![\d-])|\d{1,2}-[A-Z][a-z]{2}-\d{2,4}"
)
_DATED = re.compile(
    rf"(?:[A-Z][a-z]{{2,8}},? )?(?:{_DATE_TEXT.pattern[4:]})|(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d", re.IGNORECASE
)
_KEYS = {
    "number": re.compile(r"(?i)(?:case|docket|doc|long|decision).{0,12}(?:num|no\b|nbr)|^number$|^caseno|docketnumber|casenumber$|publicationNumber"),
    "name": re.compile(r"(?i)caption|case.?(?:title|name)|short.?title|^title$|seo_description|case.?style|publicationName|^name$|docname|longtitle|description"),
    "day": re.compile(r"(?i)date|filed|released|issued"),
    "url": re.compile(r"(?i)url$|link|href|download|file"),
}  # fmt: skip


@dataclass(frozen=True)
class Item:
    """A row: what the court prints of a decision or an argument."""

    number: str
    name: str
    day: str
    url: str
    words: str = ""


def from_page(root: Element, address: str) -> Iterator[Item]:
    """One an address of a document; the day may stand in a heading above the rows."""
    seen: set[str] = set()
    heading = ""
    for element in root.iter():
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in {"h1", "h2", "h3", "h4", "h5", "caption", "strong", "b", "th"} and len(line := words(element)) < 120:
            heading = next(iter(_days(line)), heading)
        elif tag == "div" and _DATE_TEXT.fullmatch((element.text or "").strip()):
            heading = next(iter(_days(element.text or "")), heading)
        spoken = element.get("data-audio") or element.get("href") or element.get("src") or ""
        href = spoken.strip() if tag in {"a", "source", "audio"} else ""
        if not href or "<" in unquote(href) or _NOT.search(href) or not _DOCUMENT.search(href) or href in seen:
            continue
        seen.add(href)
        item = _item(element, urljoin(address, href), heading)
        if item is not None:
            yield item


def _item(link: Element, url: str, heading: str) -> Item | None:
    row = _row(link)
    said, own = _cells(row), words(link)
    number = _number(said, own, url)
    name = _name(said, own, number)
    days = _days(said)
    if not number or not (name or own) or not (days or number_in(f"{own} | {said}") or _is_case(said)):
        return None  # the menus of a court link to forms and rules, too
    if _LISTS.search(said) or _YEAR.fullmatch(number) or (not days and not _is_case(said) and _SHORT.fullmatch(number)):
        return None  # a list of lists, or a rule with the month it is of
    named = "" if _MERE.fullmatch(name) else _TAIL.sub("", name)
    return Item(_numbered(number, url), named or own, next(iter(days), heading), url, said[:300])


def _numbered(number: str, url: str) -> str:
    """24-1113 where a file of a court of appeals is named by it: 241113p.pdf, 153098np.pdf."""
    found = _FILED.fullmatch(number)
    return f"{found[1]}-{found[2]}" if found and "opinarch" in url else number


def _row(link: Element) -> Element:
    """The smallest row around the link that holds more than the link itself."""
    own = len(words(link))
    for parent in link.iterancestors():
        size = len(words(parent))
        if parent.tag in _ROWS and size > own + 8:
            row = next(parent.iterancestors("tr"), parent) if parent.tag == "td" else parent
            return next((whole for whole in (row, parent) if len(words(whole)) < 1_500), link)
    return link


def _cells(row: Element) -> str:
    cells = [words(cell) for cell in row.iter("td", "th")] if row.tag == "tr" else []
    if cells:
        return " | ".join(filter(None, cells))
    pieces = (" ".join(str(piece).split()) for piece in row.itertext())
    return " | ".join(filter(None, pieces))


def _number(said: str, own: str, url: str) -> str:
    """From the row without its days, else from the name of the file."""
    if printed := number_in(own) or number_in(said):
        return printed
    stem = (
        unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2].rpartition(".")[0]
        or urlsplit(url).path.rstrip("/").rpartition("/")[2]
    )
    query = re.search(r"(?i)(?:id|no|number|case|file)=([\w.-]+)", urlsplit(url).query)
    found = _NUMBER.search(stem.replace("_", " "))
    return found[1] if found else query[1] if query else stem[:60] if re.search(r"\d", stem) else ""


def number_in(said: str) -> str:
    found = _NUMBER.search(_YEARS.sub(" ", _DATE_TEXT.sub(" ", said)))
    return re.sub("[–‑]", "-", found[1]) if found else ""


def name_in(line: str) -> str:
    """The parties that a line begins with; empty for other words."""
    found = _NAME.match(line) or _MATTER.match(line)
    return " ".join(found[1].split()).strip(" ,;:-–")[:200] if found else ""


def _is_case(said: str) -> bool:
    return any(pattern.search(part.strip()) for pattern in (_NAME, _MATTER) for part in said.split("|"))


def _name(said: str, own: str, number: str) -> str:
    for text in (own, said):
        plain = text.replace(number, " ")
        for pattern in (_NAME, _MATTER):
            for part in plain.split("|"):
                if found := pattern.search(part.strip()):
                    return " ".join(found[1].split()).strip(" ,;:-–")[:200]
    cells = [
        part.strip()
        for part in said.split("|")
        if len(part.strip()) > 6
        and not _DATED.fullmatch(part.strip())
        and number not in part
        and not part.strip().startswith("[")
    ]
    return max(cells, key=len, default="")[:200]


def _days(said: str) -> list[str]:
    return [day for day in dates.inside(said, "mdy") if "1950" < day < "2100"]


def from_json(answer: object) -> Iterator[Item]:
    """Records that hold a number of a case and a name, wherever in the answer they stand."""
    seen: set[str] = set()
    for record, heading in (*_dated(answer, ""), *((row, "") for row in _rows(answer))):
        flat = {name: value for name, value in map(_unwrapped, record.items()) if isinstance(value, str | int)}
        number, name = _field(flat, "number"), _field(flat, "name")
        if not number and name:
            number = number_in(name) or number_in(" ".join(v for v in flat.values() if isinstance(v, str))[:600])
        if number and name and number not in seen and number != name:
            seen.add(number)
            day = next(iter(_days(_said_of_day(record))), heading)
            url = next((str(flat[k]) for k in flat if _KEYS["url"].search(k) and str(flat[k]).startswith("http")), "")
            named = _printed(name).removeprefix(number).lstrip(" •·,:;-–") or name
            yield Item(re.sub("[–‑]", "-", number), named, day, url)


def _dated(value: object, heading: str) -> Iterator[tuple[Row, str]]:
    """Every record in it with the day of the list that holds it."""
    if isinstance(value, dict):
        yield value, heading
        heading = next(iter(_days(_said_of_day(value))), heading)
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _dated(part, heading)


def _said_of_day(record: Row) -> str:
    return " ".join(str(record[name]) for name in record if _KEYS["day"].search(name))


def _printed(name: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", name)).split())[:200]


def _rows(answer: object) -> Iterator[Row]:
    """Rows of a table that are mere lists of cells, as records without names."""
    if isinstance(answer, dict | list):
        for part in answer.values() if isinstance(answer, dict) else answer:
            cells = part if isinstance(part, list) and part and all(isinstance(cell, str) for cell in part) else []
            told = " | ".join(re.sub(r"<[^>]+>", "", cell) for cell in cells)
            if cells and (number := number_in(told)):
                link = re.search(r"https?://[^\s\"'<>]+", " ".join(cells))
                yield {
                    "caseNumber": number,
                    "caseName": _name(told, told, number),
                    "date": told,
                    "url": link[0] if link else "",
                }
            yield from () if cells else _rows(part)


def _unwrapped(item: tuple[str, object]) -> tuple[str, object]:
    """{"S": "18-16445"}, as one database writes its words, is the words."""
    name, value = item
    return name, next(iter(value.values())) if isinstance(value, dict) and len(value) == 1 else value


def _field(flat: Row, kind: str) -> str:
    values = [str(value).strip() for name, value in flat.items() if _KEYS[kind].search(name) and str(value).strip()]
    if kind == "number":
        return next((found[1] for value in values if (found := _NUMBER.search(value))), "")
    cases = [value for value in values if re.search(r"\bv\.?\s|(?i:in re|matter of|estate)", value)]
    return next(iter(cases or [value for value in values if len(value) > 6 and not value.isdigit()]), "")


def from_sitemap(root: Element, address: str) -> Iterator[Item]:
    """Addresses with their days, and nothing else."""
    for entry in paging.sitemap(root):
        url = urljoin(address, entry.url)
        if stem := url.rpartition("/")[2].rpartition(".")[0]:
            yield Item(stem, stem, dates.iso(entry.changed[:10]), url)
