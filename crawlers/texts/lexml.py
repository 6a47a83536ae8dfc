"""Bills of Brazil in LexML: the shape of the XML, and the same tree from the JSON of its XML binding (JSONiX)."""

import re
from typing import Any

from crawlers.files import reading
from crawlers.files.reading import Element
from crawlers.texts import tree
from crawlers.texts.outline import Unit
from crawlers.values import elements, fields

_YES = {"s", "true"}
_GROUPS = ("Parte", "Livro", "Titulo", "Capitulo", "Secao", "Subsecao", "AgrupamentoHierarquico")
SHAPE = tree.Shape(
    kinds={
        "Parte": "prt", "Livro": "bok", "Titulo": "tit", "Capitulo": "chp", "Secao": "sec", "Subsecao": "subsec",
        "Artigo": "art", "Paragrafo": "par", "Inciso": "inc", "Alinea": "pnt", "Item": "itm", "Anexo": "annex",
        "Agrupamento": "grp", "AgrupamentoHierarquico": "grp",
    },
    numbers=frozenset({"Rotulo"}),
    headings=frozenset({"NomeAgrupador", "TituloDispositivo"}),
    unseen=frozenset({"Metadado", "Epigrafe", "Ementa"}),
    quoted=frozenset({"Alteracao"}),
    heads=frozenset({"Rotulo"}),
    breaks={"Omissis": tree.LINE, "p": " ", "NomeAgrupador": " "},
)  # fmt: skip


def units(root: Element) -> list[Unit]:
    """Marks that a printed amendment has and the file only tells in attributes are set: quotes, (NR), what is left out."""
    for element in root.iter():
        if element.get("abreAspas") in _YES:
            _before(element)
        if element.get("fechaAspas") in _YES:
            note = element.get("notaAlteracao", "")
            _after(element, f"” ({note})" if note else "”")
        if element.tag == "Omissis" and not reading.words(element):
            elements.say(element, "(...)")
    for group in root.iter(*_GROUPS):
        _take_heading(group)
    return tree.units(root, SHAPE)


def _take_heading(group: Element) -> None:
    """A heading in capitals that stands on the first part of a group without one (as the Senate's files have it) is the group's."""
    if group.find("NomeAgrupador") is None and group.find("TituloDispositivo") is None:
        first = next((part for part in group if part.tag in {*_GROUPS, "Artigo"}), None)
        heading = None if first is None else first.find("TituloDispositivo")
        if heading is not None and reading.words(heading).isupper():
            group.insert(0, heading)


def _before(element: Element) -> None:
    """An opening quote right before its first word."""
    first = next((part for part in element.iter() if part.text and part.text.strip()), element)
    first.text = f"“{(first.text or '').lstrip()}"


def _after(element: Element, mark: str) -> None:
    """Right behind its last word, whatever element holds that."""
    if not len(element):
        element.text = (element.text or "").rstrip() + mark
    elif said := (element[-1].tail or "").rstrip():
        element[-1].tail = said + mark
    else:
        _after(element[-1], mark)


def of_json(name: str, value: Any) -> Element:
    """A bound value as the XML it was made from: lists hold named values or words, other values are attributes."""
    element = elements.element(name)
    if not isinstance(value, dict):
        elements.say(element, value if isinstance(value, str) else "")
        return element
    for key, inner in value.items():
        if isinstance(inner, str) and key == "rotulo":
            element.append(of_json("Rotulo", inner))
        elif isinstance(inner, str):
            element.set(re.sub(r"\W", "", key) or "none", elements.clean(inner))
        elif isinstance(inner, dict) and not _local(inner):
            element.append(of_json(key[:1].upper() + key[1:] if key != "p" else key, inner))
        elif isinstance(inner, dict | list):
            _append(element, key, inner if isinstance(inner, list) else [inner])
    return element


def _local(value: dict[str, Any]) -> str:
    """What a named value is called."""
    return fields.text(value, "name", "localPart") if isinstance(value.get("name"), dict | list) else ""


def _append(element: Element, key: str, values: list[Any]) -> None:
    for value in values:
        if not isinstance(value, dict):
            elements.say(element, value)
        elif named := _local(value):
            inner = value.get("value") or {}
            element.append(of_json(named, inner[0] if isinstance(inner, list) and len(inner) == 1 else inner))
        else:
            element.append(of_json(key, value))
