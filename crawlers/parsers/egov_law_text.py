"""e-Gov Law, Japan: a law with its words, in the Standard Law XML."""

import re

from crawlers.files.reading import local, words
from crawlers.parsing import Element, Matter, Response, dates
from crawlers.places import japan
from crawlers.record import HERE, worded
from crawlers.texts import egov
from crawlers.values.fields import Row, text

_NAMED = re.compile(r"(?<![0-9A-Z])(\d{3}[A-Z]{1,2}[0-9A-Z]{10,12})(?:_(\d{8})(?:_([0-9A-Z]{13,17}))?)?")


def law(law: Element, response: Response, revision: Row) -> Matter:
    """As the file or the address names its version, or what the service says of it beside the words."""
    title = next((words(element) for element in law.iter() if local(element) == "LawTitle"), "")
    number = next((words(element) for element in law.iter() if local(element) == "LawNum"), "")
    names = (text(revision, "law_revision_id"), response.url, response.name)
    named = next((found for name in names if (found := _NAMED.search(name))), None)
    day = dates.iso(text(revision, "amendment_enforcement_date") or (named[2] if named else ""))
    made, form = egov.promulgated(law), law.get("LawType", "")
    amender = named[3] if named else ""
    body = next((element for element in law if local(element) == "LawBody"), law)
    return japan.law(
        japan.Version(form, number, made, day, amender, revision, response.fetched, egov.names(law)),
        id=f"jp/law/{named[1] if named else egov.number(law)}",
        provisional=named is None,
        instrument=form,
        title=title or number,
        title_native=title,
        url=f"https://laws.e-gov.go.jp/law/{named[1]}" if named else HERE,
        texts=worded("ja", day or made, egov.units(body), "application/xml"),
    )
