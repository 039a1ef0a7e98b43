"""What takes seconds and many tests need; and no test may be skipped where `KG_REQUIRE_BROWSER` is set."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest

from kg.extract import Extractor
from kg.pipeline import build
from kg.settings import Settings

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(Settings())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `kg build seeds --out out` makes: a folder to read and not to write."""
    out = tmp_path_factory.mktemp("built") / "out"
    build([str(ROOT / "seeds")], out, Settings())
    return out


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if os.environ.get("KG_REQUIRE_BROWSER") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, where nothing may be: {report.longreprtext}"
    return report
