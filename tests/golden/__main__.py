"""`python -m tests.golden` renews what `tests/test_golden.py` compares with; `git diff` shows what is new."""

from pathlib import Path
from tempfile import TemporaryDirectory

from kg.pipeline import build
from kg.settings import Settings
from tests.golden.outputs import ROOT, SEEDS, kept, outputs


def main() -> None:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        build([str(SEEDS)], out, Settings())
        files = outputs(out / "store")
    for name in kept() - files.keys():
        (ROOT / name).unlink()
    for name, data in files.items():
        (ROOT / name).write_bytes(data)


if __name__ == "__main__":
    main()
