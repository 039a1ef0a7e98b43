"""What makes a folder a store of ours.

```
DIR/kg-store.json    the format and the base IRI; written once
DIR/current          the name of the state that is read
DIR/states/N/        a state: oxigraph/ has the data in RocksDB's files, judgements.csv the judgements that it follows,
                     versions.json what read and derived it, background-*.nq what RDF files say beside the articles
DIR/scratch/         a copy of it, for the one writer there may be
DIR/rebuild/         a store that is to take its place, while `kg rebuild` runs
DIR/places.sqlite    which files the articles came from; what may be replaced, and what a sync takes out, hangs on it
DIR/index.sqlite     what the quads do not tell quickly; derived from them, and made anew if it is missing
```
"""

import json
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.ids import Names
from kg.store.kept import Kept
from kg.store.snapshots import Snapshots
from kg.store.versions import Versions

FORMAT = 2


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of a store. Nothing is written into one that is not empty and not ours."""

    path: Path

    @property
    def snapshots(self) -> Snapshots:
        return Snapshots(self.path)

    @property
    def index(self) -> Path:
        return self.path / "index.sqlite"

    @property
    def places(self) -> Path:
        return self.path / "places.sqlite"

    def claim(self, names: Names) -> None:
        """Makes an empty folder a store and checks any other: a `StoreError` if it is none, or has other names."""
        if set(self.path.iterdir()) <= {self._new_marker}:  # its maker may have ended before it was named
            self.mark(names)
        base = self.names().base
        if base != names.base:
            raise StoreError(f"the store at {self.path} has IRIs under {base}: pass `--base {base}` or another --store")

    def names(self) -> Names:
        """The names that the store was made with. A `StoreError` if the folder is no store, or none that we read."""
        version, names = self.made()
        if version < FORMAT:
            raise StoreError(f"an earlier kg made {self.path}: run `kg rebuild --store {self.path}`")
        if version > FORMAT:
            raise StoreError(f"{self.path} has format {version}, this kg reads {FORMAT}: use a newer kg")
        return names

    def mark(self, names: Names) -> None:
        """Says that the folder has the present format, and these names."""
        self._new_marker.write_text(json.dumps({"format": FORMAT, "base": names.base}) + "\n", encoding="utf-8")
        self._new_marker.replace(self._marker)

    def forget(self) -> None:
        """The folder is no store any more; for who made it one, and published nothing."""
        for file in (self.places, self.index, self._marker):
            file.unlink(missing_ok=True)

    @property
    def state(self) -> Path | None:
        """The state that is read; in the first format, the folder itself is the only one."""
        return self.snapshots.current or (self.path if self.made()[0] < FORMAT else None)

    def made(self) -> tuple[int, Names]:
        """The format, which may be older or newer, and the names. A `StoreError` if the folder is no store of ours."""
        try:
            found = json.loads(self._marker.read_bytes())
            return int(found["format"]), Names(str(found["base"]))
        except FileNotFoundError as error:
            raise StoreError(
                f"{self.path} is no store of kg: name one, or an empty or new folder to load into"
            ) from error
        except (ValueError, LookupError, TypeError) as error:
            raise StoreError(f"{self._marker} is damaged: load into a new folder") from error

    def kept(self) -> Kept:
        """The judgements that the state which is read follows."""
        with self.snapshots.reading() as state:
            return Kept.of(state or self.path, self.path)

    def versions(self) -> Versions:
        """What the state which is read was made by."""
        with self.snapshots.reading() as state:
            return Versions.of(state) if state else Versions()

    @property
    def _marker(self) -> Path:
        return self.path / "kg-store.json"

    @property
    def _new_marker(self) -> Path:
        return self._marker.with_suffix(".new")
