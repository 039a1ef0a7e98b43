import pytest

from kg.pages.links import TEXT_SHOWN, Links


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Links().entity("kim-jong-yang"), "/entity/kim-jong-yang"),
        (Links("/kg/").entity("a", 2), "/kg/entity/a?page=2"),
        (Links().relation("rel:warn_about"), "/relation/warn_about"),
        (Links().entity('../"><script>'), "/entity/..%2F%22%3E%3Cscript%3E"),
        (Links().claim_place("9a3e", "77b0", TEXT_SHOWN), "/document/9a3e?page=2#claim-77b0"),
        (Links().search("Ann & Bo", 3), "/search?q=Ann+%26+Bo&page=3"),
        (Links().search(), "/search"),
    ],
)
def test_links(found: str, expected: str) -> None:
    assert found == expected
