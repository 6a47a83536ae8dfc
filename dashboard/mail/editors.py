"""For people who edit: whether a fact touches them, said from the duties and topics that were found, never guessed."""

from dashboard.mail.items import Item
from dashboard.mail.speech import Speech, speech


def touches(item: Item, say: Speech) -> str:
    """One plain sentence for each change, duty or topic that reaches people who edit; else that nothing was found."""
    known = [f"touch:{name}" for name in dict.fromkeys((item.label, *item.duties, *item.topics))]
    found = [say.say(name) for name in known if speech("en").knows(name)]
    return " ".join(found) or say.say("Nothing found that touches editors, and that is not proof of none.")
