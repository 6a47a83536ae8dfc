"""The digest as plain text: at most 76 columns, a margin at the left, notes at the end."""

import textwrap
from collections.abc import Iterable

from dashboard.digest.build import Digest, Section
from dashboard.digest.editors import touches
from dashboard.digest.lines import Item, basis
from dashboard.digest.news import Note
from dashboard.digest.sentences import said
from dashboard.digest.speech import speech
from dashboard.mail.links import Links, brief
from dashboard.views.text import web
from dashboard.words.tongue import UNREAD, Tongue, later

WIDTH = 72
WIDEST = 76  # of an address, which is never broken
MARGIN = 14
ENDLESS = 20_000  # what we do not know is told in full


def text(digest: Digest, links: Links) -> str:
    """The same digest gives the same text."""
    say = speech(digest.language)
    parts = [_head(digest, say), *(_section(section, digest, say) for section in digest.sections)]
    parts += ["\n".join(_wrap(digest.beside)), _unknown(digest, say), _notes(digest, say), _foot(digest, links, say)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(digest: Digest, say: Tongue) -> str:
    head = digest.head
    space = " " * max(1, WIDTH - len(head.name) - len(head.day))
    notes = say.say("Numbers in brackets lead to source and rule at the end.") if digest.notes else ""
    return "\n".join(
        [
            f"{head.name}{space}{head.day}",
            "=" * WIDTH,
            *_wrap(head.headline),
            "",
            *_wrap(" ".join(part for part in (head.read, head.unchecked, notes) if part)),
        ]
    )


def _title(title: str) -> list[str]:
    return [title.upper(), "-" * WIDTH]


def _section(section: Section, digest: Digest, say: Tongue) -> str:
    draw = _plainly if digest.profile == "editors" else _closing if section.name == "closing" else _item
    items = [draw(item, say) for item in section.items]
    return "\n".join([*_title(section.title), "\n\n".join(items)])


def _closing(item: Item, _say: Tongue) -> str:
    """Days left, place, what; then the sum and the address, indented."""
    aside = f"{item.aside:>7} {item.place:^5}"
    warning = f" [{item.warning}]" if item.warning else ""
    words = _wrap(f"{item.title}: {item.words}{warning}{_mark(item)}", aside, MARGIN)
    sums = [line for step in item.lines for line in _wrap(step, "", MARGIN + 4, first=MARGIN + 2)]
    return "\n".join([*words, *sums, *_address(item)])


def _item(item: Item, say: Tongue) -> str:
    """Day or label, place, what; then was and now, and the address."""
    aside = f"{item.aside:<7} {item.place:^5}"
    words = f"{item.title}: {item.words}" if item.words else item.title
    if len(item.aside) > 7:
        lines = [item.aside, *_wrap(f"{words}{_mark(item)}", f"{'':7} {item.place:^5}", MARGIN)]
    else:
        lines = _wrap(f"{words}{_mark(item)}", aside, MARGIN)
    changed = [(say.say("was"), item.was), (say.say("now"), item.now)]
    lines += [line for words in item.lines for line in _wrap(words, "", MARGIN + 2, first=MARGIN)]
    lines += [
        line
        for name, value in changed
        if value
        for line in _wrap(say.say("{one}: {other}", one=name, other=value), "", MARGIN)
    ]
    return "\n".join([*lines, *_address(item)])


def _plainly(item: Item, say: Tongue) -> str:
    """For editors: what, where, when, does it touch us, what is not known."""
    unknown = say.say("Whether the rule for this date still holds.") if item.warning else ""
    unknown = unknown or ("" if item.when else say.say("What comes next, and when."))
    rows = [
        (later("What:"), f"{item.title}: {item.what}{_mark(item)}" if item.what else f"{item.title}{_mark(item)}"),
        (later("was"), item.was),
        (later("now"), item.now),
        (later("Where:"), item.where),
        (later("When:"), item.when or say.say("Not known:").rstrip(" :")),
        (later("Does it touch editors?"), touches(item, say)),
        (later("Not known:"), unknown),
    ]
    named = [(f"{say.say(name)}{'' if name[-1] in ':?' else ':'} {value}") for name, value in rows if value]
    lines = [line for words in named for line in _wrap(words, "", 2)]
    return "\n".join([*lines, *_address(item, 2)])


def _mark(item: Item) -> str:
    return f" [{item.number}]" if item.number else ""


def _address(item: Item, margin: int = MARGIN) -> list[str]:
    """In the margin where it fits, else from the first column; its short form where it is too long for a line."""
    if not item.url:
        return []
    url = item.url if len(item.url) <= WIDEST else f"{item.url.partition('/matter/')[0]}/m/{brief(item.matter)}"
    return [f"{' ' * margin if len(url) + margin <= WIDTH else ''}{url}"]


def _unknown(digest: Digest, say: Tongue) -> str:
    lines = digest.unknown.lines or (say.say(digest.unknown.well),)
    mark = "! " if digest.unknown.lines else ""
    told = [line for words in lines for line in _wrap(f"{mark}{said(words, ENDLESS)}", "", len(mark), first=0)]
    every = (
        [say.say("Every source by name, with its reason:"), digest.unknown.listed_at]
        if digest.unknown.listed_at
        else []
    )
    return "\n".join([*_title(say.say("What we do not know")), *told, *every])


def _notes(digest: Digest, say: Tongue) -> str:
    if not digest.notes:
        return ""
    lines = [line for number, note in enumerate(digest.notes, 1) for line in _note(number, note, say)]
    return "\n".join([*_title(say.say("Quotes, sources, rules")), *lines])


def _note(number: int, note: Note, say: Tongue) -> Iterable[str]:
    """Quote, place, rule; an address stands on a line of its own. One too long for it is on the matter's page."""
    quote = say.quoted(said(note.quote)) if note.quote else ""
    first, *rest = [part for part in (quote, basis(note, say)) if part] or [""]
    yield from _wrap(first, f"[{number}]", 4 + len(str(number)) // 3)
    for part in rest:
        yield from _wrap(part, "", 4)
    if web(note.url) and len(note.url) <= WIDEST:
        yield f"{'    ' if len(note.url) + 4 <= WIDTH else ''}{said(note.url)}"


def _foot(digest: Digest, links: Links, say: Tongue) -> str:
    dated = any(section.name == "closing" for section in digest.sections)
    lines = [say.say("The dates above are attached as a calendar file.")] if dated else []
    named = (
        (later("This list, frozen: {url}"), links.frozen),
        (later("Change what you get: {url}"), links.settings),
        (later("Stop this mail: {url}"), links.stop),
    )
    lines += [line for words, url in named if url for line in _wrap(say.say(words, url=url), whole=True)]
    lines += _wrap(digest.head.why)
    return "\n".join(["-- ", *lines, say.say("Not legal advice."), *(_wrap(say.say(UNREAD)) if say.unread else [])])


def _wrap(words: str, aside: str = "", indent: int = 0, first: int | None = None, *, whole: bool = False) -> list[str]:
    """Lines of at most WIDTH columns; `aside` stands in the margin of the first; endless words are broken unless `whole`."""
    start = f"{aside:<{indent}}" if aside else " " * (indent if first is None else first)
    start = f"{aside} " if len(aside) >= indent and aside else start
    rest = " " * indent
    form = {"initial_indent": start, "subsequent_indent": rest}
    wrapper = textwrap.TextWrapper(WIDTH, **form, break_on_hyphens=False, break_long_words=not whole)  # type: ignore[arg-type]
    return wrapper.wrap(words) if words else []
