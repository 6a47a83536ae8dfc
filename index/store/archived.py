"""Which archived answers the records rest on, in every revision."""

import re
import zlib

from sqlalchemy import select

from index.records import Records
from index.store.tables import revision

_SNAPSHOT = re.compile(rb'"snapshot":"([0-9a-f]{64})"')


def snapshots(records: Records) -> set[str]:
    """Hashes that any revision names, of any of its fields: what a day in the past shows must be provable too."""
    found: set[str] = set()
    with records.engine.connect() as connection:
        for (body,) in connection.execute(select(revision.c.body).execution_options(yield_per=500)):
            found.update(name.decode() for name in _SNAPSHOT.findall(zlib.decompress(body)))
    return found
