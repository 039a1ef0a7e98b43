"""`kg serve`: a store over HTTP."""

import sys
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.console import harmless, say
from kg.errors import KgError

Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; elsewhere needs a token.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes any that is free.")]
Token = Annotated[
    str,
    typer.Option("--token", metavar="TEXT", envvar="KG_TOKEN", help="Whoever asks must know it.", show_default=False),
]
Cors = Annotated[
    str, typer.Option("--cors", metavar="ORIGIN", help="Pages from there may ask as well.", show_default=False)
]
Seconds = Annotated[float, typer.Option("--seconds", min=0.1, help="For one query; then it is ended.")]
Memory = Annotated[int, typer.Option("--memory", metavar="MB", min=16, help="For one query; more ends it.")]
Rows = Annotated[int, typer.Option("--rows", min=1, help="Or triples, of one answer; more are refused.")]
Workers = Annotated[
    int, typer.Option("--workers", min=0, help="Processes for queries; 0 takes what suits the machine.")
]
Logged = Annotated[bool, typer.Option("--log-queries", help="Put queries into the log as well.")]


def serve(
    store: options.Store = options.DEFAULT_STORE,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    token: Token = "",
    cors: Cors = "",
    seconds: Seconds = 30,
    memory: Memory = 512,
    rows: Rows = 100_000,
    workers: Workers = 0,
    log_queries: Logged = False,
    quiet: options.Quiet = False,
) -> None:
    """Show a store in a browser and answer SPARQL over HTTP, until Ctrl-C.

    The first page has a query editor and a search; every name, article and statement has a page of its own. The
    endpoint is /sparql, and only reads. What a load publishes meanwhile is answered from then on. Queries run in
    processes of their own, and are ended when they take too long or too much. Nobody but this machine is let in, unless
    --host says otherwise. A line for each request goes to standard error.

    \b
    Examples:
      kg serve --store out/store
      KG_TOKEN=secret kg serve --host 0.0.0.0 --port 8080
    """
    from kg import serve as serving
    from kg.pipeline import serving as served
    from kg.pipeline.editing import editor

    usual = serving.Limits()
    limits = serving.Limits(
        workers=max(2, workers) if workers else usual.workers, seconds=seconds, memory=memory << 20, rows=rows
    )
    try:
        bound = serving.listening(host, port)
    except OSError as error:
        raise KgError(f"cannot listen at {host}:{port} ({error.strerror}): choose another --host or --port") from error
    with bound:
        near = serving.is_loopback(bound)
        if not near and not token:
            raise KgError(f"{host} can be reached from elsewhere: give --token, which whoever asks must know")
        site = served.site(
            store,
            limits=limits,
            hosts=serving.LOOPBACK if near else frozenset(),
            token=token,
            cors=cors,
            log=_ignored if quiet else _logged,
            log_queries=log_queries,
        )
        address = f"http://{f'[{host}]' if ':' in host else host}:{bound.getsockname()[1]}/"
        said = [f"{store} is served at {address}, the endpoint is {address}sparql. Ctrl-C ends it."]
        app = serving.application(site, [*editor(store, site.formats), *served.pages(store)])
        serving.serve(app, bound, limits, lambda: None if quiet else say(said))


def _logged(line: str) -> None:
    sys.stderr.write(f"{harmless(line)}\n")


def _ignored(_: str) -> None:
    """For --quiet."""
