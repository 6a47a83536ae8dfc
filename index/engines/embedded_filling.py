"""Writing the embedded index: units and the summaries of their matters, each in an index of tantivy's, committed together."""

from contextlib import suppress
from pathlib import Path
from typing import IO

from index.engines import sealed
from index.engines.disk import remove_orphans, writing
from index.engines.documents import Indexes, document, summed_up
from index.engines.engine import Busy
from index.engines.raised import BEGINS
from index.engines.soundness import Soundness
from index.summary import Summary
from index.unit import Unit

# bytes of memory of each writer
HEAP, SMALLER = 256_000_000, 96_000_000


class EmbeddedFilling:
    """The one writer of an index; another process that writes makes it wait."""

    def __init__(self, path: Path, indexes: Indexes, sound: Soundness, held: IO[bytes] | None = None) -> None:
        self.path, self.sound, self.held = path, sound, held
        self.name, self.committed = path.name, False
        try:
            self.writer = indexes.units.writer(HEAP, 1)
            self.summing = indexes.summaries.writer(SMALLER, 1)
        except ValueError as error:
            raise Busy("another process writes the search index; try again when it is done") from error
        for folder in Indexes.folders(path):
            remove_orphans(folder)

    def drop(self, matter: str) -> None:
        with writing(self.path):
            self.writer.delete_documents_by_term("id", matter)
            self.summing.delete_documents_by_term(f"{BEGINS}id", matter)

    def add(self, unit: Unit) -> None:
        made = document(unit)
        with writing(self.path):
            self.writer.add_document(made)

    def sum_up(self, summary: Summary) -> None:
        made = summed_up(summary)
        with writing(self.path):
            self.summing.add_document(made)

    def commit(self, position: str) -> None:
        """The position is written after the words: killed in between, the next run writes the same units again.

        Raises NoIndex, and nothing is written, where what was there before is damaged.
        """
        self.sound.wait()
        with writing(self.path):
            self.summing.commit()
            self.writer.commit()
            sealed.keep_position(self.path, position)
        self.committed = True

    def close(self) -> None:
        """What stops a writer was told when it happened; here its lock is given back, that of the units last: who has it has both.

        What was committed is not rolled back: that would stop a merge of segments, which might end when another writes already.
        """
        for writer in (self.summing, self.writer):
            for end in (*([] if self.committed else [writer.rollback]), writer.wait_merging_threads):
                with suppress(ValueError, OSError):
                    end()
        if self.committed:
            for folder in Indexes.folders(self.path):
                with suppress(OSError):
                    sealed.seal(folder)
            self.sound.trust()
        if self.held:
            self.held.close()
