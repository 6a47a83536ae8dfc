"""Articles of the laws in DILA's bulk files, which lie beside the structure that names them, as units."""

from crawlers.files import reading
from crawlers.files.reading import words
from crawlers.parsing import Element, Response
from crawlers.texts.lines import lines
from crawlers.texts.outline import Unit
from crawlers.values import dates

_NEVER = {"MODIFIE_MORT_NE", "ANNULE"}  # what never came into force, and what a court took back
_NOW = {"VIGUEUR", "ABROGE_DIFF"}


def units(root: Element, response: Response) -> list[Unit]:
    """The articles in force of a struct, in its order; none unless all of them lie beside it, and of other files."""
    links = root.iter("LIEN_ART") if root.tag == "TEXTELR" else iter(())
    wanted = [link for link in links if _alive(link, response.fetched[:10])]
    bodies = [_beside(link.get("id", ""), response) for link in wanted]
    if not wanted or None in bodies:
        return []
    return [_article(reading.xml(body)) for body in bodies if body]


def _alive(link: Element, today: str) -> bool:
    """The Journal's own articles stand as they were published; consolidated ones by their state and their days."""
    state, id = link.get("etat") or "VIGUEUR", link.get("id", "")
    begins, ends = (dates.iso(link.get(name) or "") for name in ("debut", "fin"))
    if state in _NEVER or not id.startswith("LEGI"):
        return state not in _NEVER
    if state in _NOW:
        return not "" < ends <= today
    return "" < begins <= today < (ends or "9999")


def _beside(id: str, response: Response) -> bytes | None:
    """An article of the same archive: its folders are the digits of its number, two by two."""
    above, found, _ = response.name.partition("/texte/struct/")
    digits = id[8:18]
    folders = "/".join(digits[at : at + 2] for at in range(0, 10, 2))
    path = f"{above}/article/{id[:4]}/{id[4:8]}/{folders}/{id}.xml"
    return (response.beside(path) if found else None) or response.beside(f"{id}.xml")


def _article(root: Element) -> Unit:
    number = words(root.find(".//META_ARTICLE/NUM"))
    content = root.find(".//BLOC_TEXTUEL/CONTENU")
    unit = Unit(kind="art", number=f"Article {number}" if number else "", root=True)
    for line in lines(content) if content is not None else ():
        unit.add(line)
    return unit
