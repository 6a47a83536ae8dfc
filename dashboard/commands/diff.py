"""`amicus diff`: two versions of a matter's text, what changed in law first, then provision by provision."""

from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.terminal import tell

if TYPE_CHECKING:
    from crawlers.matter import Matter, Text
    from index.differences.laws import NormChange
    from index.differences.versions import Pair


def diff(
    id: Annotated[str, typer.Argument(help="e.g. us/bill/119/s/1748")],
    a: Annotated[str, typer.Argument(help="id of the older text; the one before the newest when left out")] = "",
    b: Annotated[str, typer.Argument(help="id of the newer text")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """Compare two versions of a matter."""
    from crawlers.fault import Fault
    from index.differences import laws, papers, preambles, versions
    from index.records import open_records

    matter = open_records().get(id)
    if matter is None:
        raise Fault(f"there is no matter {id!r}; find it with `amicus search`")
    old, new = _versions(matter, a, b)
    part, beside = papers.excerpt(old, new), preambles.recitals(old, new)
    law, pairs = [] if part else laws.compare(old, matter, new, matter), versions.compare(old, new)
    pairs = [pair for pair in pairs if pair.before and pair.after] if part else pairs
    if as_json:
        import msgspec

        aside = {"excerpt": part.id if part else None, "recitals_not_compared": beside}
        shape = {"matter": id, "a": old.id, "b": new.id, **aside, "law": law, "provisions": pairs}
        typer.echo(msgspec.json.format(msgspec.json.encode(shape), indent=2).decode())
        return
    tell(f"{matter.title}\n{old.id} → {new.id}")
    for line in (*_aside(part, beside), *map(_law, law), *(line for pair in pairs for line in _pair(pair))):
        tell(line)


def _versions(matter: "Matter", a: str, b: str) -> tuple["Text", "Text"]:
    """The named ones; else the newest whole version of the language, and the newest whole one before it."""
    from crawlers.fault import Fault
    from index.differences import papers

    held = {text.id: text for text in matter.texts}
    for name in filter(None, (a, b)):
        if name not in held:
            raise Fault(f"{matter.id} has no text {name!r}; its texts are {', '.join(held) or 'none'}")
    language = held[a or b].language if a or b else matter.language
    own = sorted((text for text in held.values() if text.language == language), key=lambda text: (text.date, text.id))
    if len(own) < 2 and not (a and b):
        raise Fault(f"{matter.id} has only one version in {language}; its texts are {', '.join(held) or 'none'}")
    usual = papers.newest_two([text for text in own if not b or text.date <= held[b].date]) or own[-2:]
    new = held[b] if b else usual[1] if not a else own[-1]
    old = held[a] if a else usual[0] if usual[1] is new else next(text for text in reversed(own) if text is not new)
    if old.language != new.language:
        raise Fault(f"{old.id} and {new.id} are in different languages; name two versions in one language")
    return old, new


def _aside(part: "Text | None", recitals: int) -> list[str]:
    """What is not compared, and why."""
    told = []
    if part:
        told.append(
            f"{part.id} is a part of the law, or a paper about it: only provisions that both have are compared, and nothing is said to have come or gone."
        )
    if recitals:
        told.append(
            f"{recitals:,} recitals stand in one version only: a consolidated text carries none, which is no change."
        )
    return told


def _law(change: "NormChange") -> str:
    norm = change.after or change.before
    assert norm is not None
    words = " → ".join(filter(None, (change.was, change.now)))
    kind = "" if change.places else f"{norm.duty or norm.modality} {change.label}: "
    return f"LAW  {change.where}: " + f"{kind}{words}".replace("_", " ")


def _pair(pair: "Pair") -> list[str]:
    from index.differences.versions import How

    if pair.how is How.SAME:
        return []
    one = pair.after or pair.before
    assert one is not None
    signs = {How.SAME: "", How.ADDED: "+", How.DROPPED: "-", How.CHANGED: "~", How.MOVED: ">"}
    was = f" (was {pair.before.id})" if pair.how is How.MOVED and pair.before else ""
    words = " ".join(f"[{signs[piece.how]}{piece.text}]" if signs[piece.how] else piece.text for piece in pair.pieces)
    return ["", f"{signs[pair.how]} {one.id} {one.number} {one.heading}{was}".rstrip(), f"  {words or one.text}"]
