"""Read the pages of the benchmark's site into acts with provisions."""

from crawlers.files import reading
from crawlers.matter import Provision, Text
from crawlers.record import record
from crawlers.response import Finds, Request, Response
from crawlers.sources import Source
from crawlers.vocabulary import Kind, Status

VERSION = 1


def parse(response: Response, source: Source) -> Finds:  # noqa: ARG001 -- the signature of every parser
    root = reading.html(response.body)
    yield from (Request(url=str(link)) for link in root.xpath("//a/@href"))
    if root.find(".//h1") is None:
        return
    number = reading.words(root.find(".//h1")).split()[-1]
    sections = zip(root.iterfind(".//h2"), root.iterfind(".//p"), strict=True)
    provisions = tuple(
        Provision(id=f"sec_{place}", number=reading.words(head), text=reading.words(words))
        for place, (head, words) in enumerate(sections, 1)
    )
    text = Text(id="text.en", language="en", provisions=provisions)
    facts = {"kind": Kind.ACT, "title": f"Act {number}", "status": Status.IN_FORCE, "texts": (text,)}
    yield record(id=f"zz/act/{number}", **facts)
