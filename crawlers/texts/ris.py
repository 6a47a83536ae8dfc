"""One section of a law in the XML of RIS, Austria, as a unit."""

from crawlers.files import reading
from crawlers.parsing import Element
from crawlers.texts.outline import Unit


def section(root: Element, number: str) -> Unit:
    unit = Unit("annex" if number.startswith("Anl") else "art", number=number, root=True)
    for element in root.iter("absatz", "listelem", "schlussteil", "ueberschrift"):
        if element.get("ct") == "text" and element.tag == "listelem":
            symbol = reading.words(element.find("symbol"))
            unit.children.append(Unit("pnt", number=symbol, text=reading.words(element).removeprefix(symbol).strip()))
        elif element.get("ct") == "text":
            unit.add(reading.words(element).removeprefix(f"{number}.").strip())
    return unit
