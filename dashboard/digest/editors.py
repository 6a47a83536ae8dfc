"""For people who edit: whether a fact touches them, said from the duties and topics that were found, never guessed."""

from dashboard.digest.lines import Item
from dashboard.digest.names import names
from dashboard.words.tongue import Tongue


def touches(item: Item, say: Tongue) -> str:
    """One plain sentence for each change, duty or topic that reaches people who edit; else that nothing was found."""
    known = names().touch
    found = [say.say(known[name]) for name in dict.fromkeys((item.label, *item.duties, *item.topics)) if name in known]
    return " ".join(found) or say.say("Nothing found that touches editors, and that is not proof of none.")
