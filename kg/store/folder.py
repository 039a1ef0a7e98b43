"""What makes a folder a store of ours, and says whether its default graph follows from its document graphs.

```
DIR/kg-store.json   the format and the base IRI; written once
DIR/oxigraph/       the data: RocksDB's files
DIR/judgements.csv  a copy of the judgements that the default graph follows; judgements.from names the file itself,
                    as seen from DIR and by its whole path
DIR/places.sqlite   which files the articles came from; whether new bytes may replace old ones hangs on it
DIR/index.sqlite    what the quads do not tell quickly; derived from them, and made anew if it is missing
DIR/stale           there while documents have been added that the default graph does not know of
```
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.ids import Names

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of a store. Nothing is written into one that is not empty and not ours."""

    path: Path

    @property
    def data(self) -> Path:
        return self.path / "oxigraph"

    @property
    def index(self) -> Path:
        return self.path / "index.sqlite"

    @property
    def places(self) -> Path:
        return self.path / "places.sqlite"

    @property
    def stale(self) -> bool:
        return self._stale.exists()

    def claim(self, names: Names) -> None:
        """Makes an empty folder a store and checks any other: a `StoreError` if it is none, or has other names."""
        if not any(self.path.iterdir()):
            self._marker.write_text(json.dumps({"format": FORMAT, "base": names.base}) + "\n", encoding="utf-8")
        base = self.names().base
        if base != names.base:
            raise StoreError(f"the store at {self.path} has IRIs under {base}: pass `--base {base}` or another --store")

    def names(self) -> Names:
        """The names that the store was made with. A `StoreError` if the folder is no store, or none that we read."""
        try:
            found = json.loads(self._marker.read_bytes())
            version, base = found["format"], str(found["base"])
        except FileNotFoundError as error:
            raise StoreError(
                f"{self.path} is no store of kg: name one, or an empty or new folder to load into"
            ) from error
        except (ValueError, LookupError, TypeError) as error:
            raise StoreError(f"{self._marker} is damaged: load into a new folder") from error
        if version != FORMAT:
            raise StoreError(f"{self.path} has format {version}, this kg reads {FORMAT}: load into a new folder")
        return Names(base)

    def set_stale(self) -> None:
        """The mark is on disk when this returns, so that no later write can outlive it."""
        self._stale.touch()
        descriptor = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def clear_stale(self) -> None:
        self._stale.unlink(missing_ok=True)

    def judgements(self) -> bytes:
        """The rows that people wrote; empty where there are none."""
        return self._judgements.read_bytes() if self._judgements.exists() else b""

    def judgements_file(self) -> Path | None:
        """Where the rows were read from; it may be gone. None where there is no file but the copy."""
        return self.path / self._places()[0] if self._origin.exists() else None

    @property
    def moved(self) -> bool:
        """Whether the place of the judgements file, as seen from the folder, is not where that file was."""
        seen, whole = self._places()
        return bool(whole) and os.path.realpath(self.path / seen) != whole

    def keep_judgements(self, data: bytes, file: Path | None) -> None:
        """The file's place is kept as seen from the folder, so that both may move together."""
        self._judgements.write_bytes(data)
        if file is None:
            self._origin.unlink(missing_ok=True)
        else:
            seen = os.path.relpath(file.resolve(), self.path.resolve())
            self._origin.write_bytes(b"\0".join((os.fsencode(seen), os.fsencode(file.resolve()))))

    def _places(self) -> tuple[str, str]:
        seen, _, whole = self._origin.read_bytes().partition(b"\0")
        return os.fsdecode(seen), os.fsdecode(whole)

    @property
    def _judgements(self) -> Path:
        return self.path / "judgements.csv"

    @property
    def _origin(self) -> Path:
        return self.path / "judgements.from"

    @property
    def _marker(self) -> Path:
        return self.path / "kg-store.json"

    @property
    def _stale(self) -> Path:
        return self.path / "stale"
