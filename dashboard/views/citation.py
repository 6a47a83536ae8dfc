"""A citation to copy, in the forms lawyers use; only of what the record says."""

from datetime import date

from crawlers.matter import Matter


def cite(matter: Matter, today: date) -> list[tuple[str, str]]:
    """Name of the form and the citation; official identifiers first."""
    known = {identifier.scheme.lower(): identifier.value for identifier in matter.identifiers}
    official = [(name.upper(), known[name]) for name in ("eli", "ecli", "celex") if name in known]
    number = next((i.value for i in matter.identifiers if i.scheme.lower() not in {"eli", "ecli", "celex"}), "")
    year = (matter.status_as_of or matter.published)[:4]
    title = " ".join(matter.title.split())
    bluebook = ", ".join(filter(None, (title, number))) + (f" ({year})" if year else "")
    visited = f" (last visited {today:%b} {today.day}, {today.year})" if matter.url else ""
    oscola = " ".join(filter(None, (title, year if year not in title else "", number)))
    accessed = f" <{matter.url}> accessed {today.day} {today:%B %Y}" if matter.url else ""
    return [
        *official,
        ("Bluebook", f"{bluebook}{', ' + matter.url if matter.url else ''}{visited}."),
        ("OSCOLA", f"{oscola}{accessed}"),
    ]
