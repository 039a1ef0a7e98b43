"""Web pages, made up, for the tests of their reader."""

PARAGRAPHS = (
    "The council said on Monday that the bridge would be open to all by the end of the week, weather permitting.",
    "Mayor Ann Lee told reporters that the repairs had cost the city four million crowns, twice what was planned.",
    "Builders from the firm Norda had worked on it since March, when a ship ran into one of its pillars at night.",
)
HEAD = """<title>Bridge opens again | Example News</title>
<meta property="og:title" content="Bridge opens again">
<meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2018-11-22T10:00:00+01:00">
<meta name="author" content="Bo Berg">
<link rel="canonical" href="https://example.com/bridge?id=1#top">"""


BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def page(body: str = BODY, head: str = HEAD, charset: str = "utf-8") -> str:
    """A page with the furniture of one around its article."""
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="{charset}">{head}<style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article>{body}</article><script>var hidden = "never text";</script>
<footer>Cookies, terms and conditions</footer></body></html>"""
