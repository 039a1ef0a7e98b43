import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.fetch.addresses import Address, resolved
from kg.fetch.limits import Refused

READ = [
    ("https://Example.org", "https://example.org/"),
    ("http://example.org:80/a?b=c#d", "http://example.org/a?b=c"),
    ("http://example.org:8080/a b/ä", "http://example.org:8080/a%20b/%C3%A4"),
    ("https://bücher.example/%C3%A4", "https://xn--bcher-kva.example/%C3%A4"),
    ("http://[::1]:8000/", "http://[::1]:8000/"),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_addresses_are_written_as_servers_want_them(text: str, expected: str) -> None:
    assert str(Address.of(text)) == expected


NONE = ["", "example.org", "ftp://example.org/", "file:///etc/passwd", "https://", "http://[::1", "http://a:b/"]
SECRET = ["https://ann@example.org/", "https://ann:word@example.org/", "https://:@example.org/"]


@pytest.mark.parametrize("text", [*NONE, "http://a\r\nHost: b/", "http://exa mple.org/\x7f"])
def test_what_is_no_address_of_the_web_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="is no address of the web; "):
        Address.of(text)


@pytest.mark.parametrize("text", SECRET)
def test_names_and_passwords_are_not_sent(text: str) -> None:
    with pytest.raises(Refused, match="which kg does not send"):
        Address.of(text)


INSIDE = [
    *("127.0.0.1", "127.9.9.9", "localhost", "0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
    *("100.64.0.1", "224.0.0.1", "255.255.255.255", "2130706433", "0x7f.1", "127.1", "017700000001"),
    *("[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]"),
    *("[2002:7f00:1::]", "[ff02::1]"),
]


@pytest.mark.parametrize("host", INSIDE)
def test_addresses_that_are_not_public_are_refused(host: str) -> None:
    with pytest.raises(Refused, match=r"is on this machine or a network that is not public|is not known"):
        resolved(Address.of(f"http://{host}/"), private=False)


@pytest.mark.parametrize("host", ["93.184.216.34", "[2606:2800:220:1::1]", "[64:ff9b::5db8:d822]"])
def test_public_ones_are_not(host: str) -> None:
    assert resolved(Address.of(f"http://{host}/"), private=False) == host.strip("[]")


def test_they_are_allowed_where_somebody_says_so() -> None:
    assert resolved(Address.of("http://127.0.0.1/"), private=True) == "127.0.0.1"


@given(st.text(max_size=40) | st.text(max_size=30).map("http://example.org/{}".format))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        address = Address.of(text)
    except Refused:
        return
    assert str(address).isascii()
    assert str(address).isprintable()
    assert " " not in str(address)
    assert Address.of(str(address)) == address
