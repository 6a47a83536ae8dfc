"""Bills of Brazil in LexML: the shape of the XML, and the same tree from the JSON of its XML binding (JSONiX)."""

import re
from typing import Any

from lxml import etree

from crawlers.texts import tree
from crawlers.values import elements, fields

SHAPE = tree.Shape(
    kinds={
        "Parte": "prt", "Livro": "bok", "Titulo": "tit", "Capitulo": "chp", "Secao": "sec", "Subsecao": "subsec",
        "Artigo": "art", "Paragrafo": "par", "Inciso": "inc", "Alinea": "pnt", "Item": "itm", "Anexo": "annex",
        "Agrupamento": "grp", "AgrupamentoHierarquico": "grp",
    },
    numbers=frozenset({"Rotulo"}),
    headings=frozenset({"NomeAgrupador", "TituloDispositivo"}),
    unseen=frozenset({"Metadado", "Epigrafe", "Ementa", "Omissis"}),
    quoted=frozenset({"Alteracao"}),
)  # fmt: skip


def of_json(name: str, value: Any) -> etree._Element:
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


def _append(element: etree._Element, key: str, values: list[Any]) -> None:
    for value in values:
        if not isinstance(value, dict):
            elements.say(element, value)
        elif named := _local(value):
            inner = value.get("value") or {}
            element.append(of_json(named, inner[0] if isinstance(inner, list) and len(inner) == 1 else inner))
        else:
            element.append(of_json(key, value))
