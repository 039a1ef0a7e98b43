"""Makes the texts that may not be kept here: `python -m tests.eval.gather CLONES FOLDER`.

Those that articles.csv finds in a public repository ("github:OWNER/NAME@COMMIT:PATH") are read from its clone at
CLONES/OWNER/NAME and written into FOLDER, for KG_EVAL_ARTICLES. A text has the title, where the repository keeps one,
and the body, as they are, up to where it was annotated ("#char=0,LENGTH"). Tells of each whether its bytes are
those that articles.csv knows.
"""

import csv
import gzip
import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import trafilatura

from tests.eval.corpus import Article, articles

_PLACE = re.compile(
    r"github:(?P<repository>[\w./-]+)@(?P<commit>[0-9a-f]{40}):(?P<path>[^!#]+)(?:!(?P<member>[^#]+))?"
    r"(?:#char=0,(?P<length>\d+))?$"
)
_BENCHMARK = "article-extraction-benchmark"

Show = Callable[[str], bytes]


def text_of(article: Article, clones: Path) -> str | None:
    """The text; None if it is in no public repository."""
    place = _PLACE.search(article.url)
    if place is None:
        return None
    repository, commit, path, member, length = place.groups()
    text = _whole(clones / repository, commit, path, member, article.url.split(" ")[0])
    return (text[: int(length)] if length else text) + "\n"


def _whole(clone: Path, commit: str, path: str, member: str | None, url: str) -> str:
    def show(path: str) -> bytes:
        command = ["git", "-C", str(clone), "show", f"{commit}:{path}"]
        return subprocess.run(command, capture_output=True, check=True).stdout

    if member:
        return _written(None, _of_archive(show(path), member))
    if path.endswith(".tsv"):
        return _written(*_of_table(show(path), url))
    if clone.name == _BENCHMARK:
        return _written(*_of_benchmark(show, path, url))
    return _written(*(_of_page(show(path)) if path.endswith(".html") else _of_sections(show(path))))


def _written(title: str | None, body: str) -> str:
    return (f"{title}\n\n" if title else "") + body.replace("\r", "").strip()


def _of_archive(archive: bytes, member: str) -> str:
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        file = files.extractfile(member)
        assert file is not None, member
        return file.read().decode("utf-8", "replace")


def _of_table(table: bytes, url: str) -> tuple[str, str]:
    rows = csv.DictReader(io.StringIO(table.decode()), delimiter="\t")
    row = next(row for row in rows if url.endswith(row["url"]))
    return row["headline"], row["text"]


def _of_benchmark(show: Show, path: str, url: str) -> tuple[str | None, str]:
    """The title is only in the page itself."""
    key, row = next((key, row) for key, row in json.loads(show(path)).items() if row.get("url") == url)
    return trafilatura.extract_metadata(gzip.decompress(show(f"html/{key}.html.gz"))).title, row["articleBody"]


def _of_page(page: bytes) -> tuple[str | None, str]:
    body = trafilatura.extract(page, include_comments=False)
    assert body is not None
    return trafilatura.extract_metadata(page).title, body


def _of_sections(file: bytes) -> tuple[str, str]:
    version = list(json.loads(file).values())[-1]
    sections = [
        line for section in version["body"]["sections"] for line in (*section["headline"], *section["paragraphs"])
    ]
    return version["title"], "\n\n".join([*version["body"]["summary"], *sections])


def main() -> None:
    clones, folder = map(Path, sys.argv[1:])
    for article in articles():
        text = text_of(article, clones)
        if text is not None:
            same = hashlib.sha256(text.encode()).hexdigest() == article.sha256
            (folder / f"{article.stem}.txt").write_text(text, encoding="utf-8", newline="")
            sys.stdout.write(
                f"{article.stem}: {'as it was annotated' if same else 'other bytes than those annotated'}\n"
            )


if __name__ == "__main__":
    main()
