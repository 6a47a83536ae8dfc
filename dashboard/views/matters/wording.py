"""Two versions of one law word by word: provisions that differ, what came in, what went out."""

from markupsafe import Markup

from crawlers.matter import Provision, Text
from dashboard.views.evidence.footnote import version
from dashboard.views.matters import law
from dashboard.views.page import render
from dashboard.words.tongue import Tongue
from index.differences import papers, preambles, versions
from index.differences.versions import How, Pair

PAIRS = 120


def changed(old: Text, new: Text) -> tuple[list[Pair], int]:
    """Provisions that differ, as many as a page holds, and how many there are; beside a mere part, those that both have."""
    both = papers.excerpt(old, new) is not None
    pairs = [
        pair
        for pair in versions.compare(old, new)
        if pair.how is not How.SAME and not (both and (pair.before is None or pair.after is None))
    ]
    return pairs[:PAIRS], len(pairs)


def page(old: Text, new: Text, tongue: Tongue) -> Markup:
    pairs, total = changed(old, new)
    before, after = ({unit.id: unit for unit in text.provisions} for text in (old, new))
    return render(
        "compare_words.html",
        tongue,
        old=version(old, tongue),
        new=version(new, tongue),
        language=new.language,
        pairs=[(pair, _where(pair, before, after)) for pair in pairs],
        total=total,
        recitals=preambles.recitals(old, new),
        part=papers.excerpt(old, new),
    )


def _where(pair: Pair, before: dict[str, Provision], after: dict[str, Provision]) -> str:
    """In the newer version; in the older one for what was dropped."""
    return law.where(pair.after.id, after) if pair.after else law.where(pair.before.id, before) if pair.before else ""
