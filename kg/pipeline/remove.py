"""Articles out of a store."""

from collections.abc import Sequence
from pathlib import Path

from kg.model import Document
from kg.pages.sources import article
from kg.pipeline.derive import change
from kg.pipeline.lookup import Lookup
from kg.store import Store, WritableStore
from kg.store.failures import explained
from kg.store.folder import Folder
from kg.store.places import Places


def remove(path: Path, named: Sequence[str], *, dry_run: bool = False) -> tuple[Document, ...]:
    """Takes articles out with all that only they say, and gives them; of several names all or none.

    They are named by source, the end of one, id or title. With `dry_run`, nothing is taken out. What is left is the
    store of the other articles, byte for byte. Raises `UnknownSource`, `StoreError`, `JudgementsError`.
    """
    if dry_run:
        with Store.reading(path) as store:
            return _meant(store, named)
    with explained(path):
        names = Folder(path).names()
    with WritableStore.opened(path, names) as store, Places.opened(Folder(path).places) as places:
        found = _meant(store, named)
        change(store, removed=[document.id for document in found])
        for document in found:
            for source in document.sources:
                places.remove(source, [document.id])
        return found


def _meant(store: Store, named: Sequence[str]) -> tuple[Document, ...]:
    known = list(Lookup(store).documents(sorted(store.document_ids())))
    found = {document.id: document for document in (article(known, term) for term in named)}
    return tuple(found[id] for id in sorted(found))
