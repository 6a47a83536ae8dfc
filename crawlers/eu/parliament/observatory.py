"""What pages of the Legislative Observatory show: tables by their columns, fields by their labels, rapporteurs, the act made."""

from collections.abc import Iterator

from crawlers.eu import numbers
from crawlers.eu.parliament import procedures
from crawlers.files import reading
from crawlers.matter import Person
from crawlers.parsing import Element
from crawlers.values import dates

_LONGEST = 40  # characters of a label, a number, or a link that shares the page


def listed(root: Element) -> list[str]:
    """Search results as XML or RSS: the addresses of the procedure files."""
    return [address for link in root.iter("link") if "procedure-file" in (address := reading.words(link))]


def headings(page: Element) -> dict[str, str]:
    """By the class that says their rank."""
    return {
        name: reading.words(line)
        for line in page.iter("h1", "h2")
        for name in line.get("class", "").split()
        if name.startswith("es_title-h")
    }


def summary(page: Element) -> tuple[str, str, str, str]:
    """Title, ISO day and paragraphs of a summary, from the first that is a sentence to the last, and all that its page says."""
    content = next(page.iter("main"), page)
    whole, paragraphs = reading.words(content), [*filter(None, map(reading.words, content.iter("p")))]
    title, day = next(map(reading.words, content.iter("h1")), ""), dates.first(whole[:400], "dmy")
    said = [at for at, line in enumerate(paragraphs) if len(line) > _LONGEST] or [0]
    return title, day, "\n".join(paragraphs[said[0] : said[-1] + 1]), whole


def steps(page: Element) -> Iterator[tuple[str, str, str]]:
    """Key events and forecasts: ISO day, what, reference."""
    for day, what, *more in (row for row in rows(page, "Event") if len(row) > 1):
        if what and day and (read := dates.iso(day, "dmy")):
            yield read, what, " ".join(more)


def rows(page: Element, heading: str) -> Iterator[list[str]]:
    """Rows of every table with a column of that name, running heads left out."""
    for table in page.iter("table"):
        heads = [reading.words(cell) for cell in table.iter("th")]
        if heading in heads:
            for row in table.iter("tr"):
                cells = [reading.words(cell) for cell in row if cell.tag in {"td", "th"}]
                if cells and cells != heads[: len(cells)]:
                    yield cells


def field(page: Element, name: str) -> str:
    """What stands beside a label, in a table of two columns or in the block under it."""
    for row in page.iter("tr"):
        cells = [reading.words(cell) for cell in row if cell.tag in {"td", "th"}]
        if len(cells) == 2 and cells[0] == name:
            return cells[1]
    for label in page.iter("p", "strong", "span", "dt", "div"):
        if reading.words(label) == name:
            following = label.getnext()
            return reading.words(following)
    return ""


def people(page: Element) -> Iterator[Person]:
    """By their links, and Commissioners; the role is that of the column or of the words just before."""
    for table in page.iter("table"):
        heads = [reading.words(cell) for cell in table.iter("th")]
        role = next((head.lower() for head in heads if head.startswith("Rapporteur")), "")
        if role:
            for row in table.iter("tr"):
                own = "shadow rapporteur" if "shadow" in reading.words(row).lower() else role
                for link in row.iter("a"):
                    if "/meps/" in link.get("href", "") and (name := reading.words(link).partition(" (")[0]):
                        yield Person(name=name, role=own)
        elif "Commissioner" in heads:
            names = (reading.words(cell) for cell in table.iter("td"))
            yield from (Person(name=name, role="commissioner") for name in names if name)


def documents(page: Element) -> list[str]:
    """Ids of the reports, motions and texts adopted that its tables refer to."""
    cells = (reading.words(cell) for table in page.iter("table") for cell in table.iter("td"))
    return procedures.documents(cell for cell in cells if len(cell) < _LONGEST)


def became(page: Element) -> list[str]:
    """The first act that it links to, by its id; none while there is none."""
    linked = (link.get("href", "") for link in page.iter("a"))
    found = (numbers.celex(address) for address in linked if "eur-lex" in address)
    return [f"eu/celex/{number}" for number in found if number.startswith("3")][:1]
