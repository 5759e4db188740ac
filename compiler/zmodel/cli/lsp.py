"""`zmodel lsp`: the language server on the standard streams."""

from __future__ import annotations

import click


@click.command(help="Serve an editor on the standard streams, with the language server protocol.")
@click.option("--stdio", is_flag=True, help="For editors that say so; the server knows no other way.")
def lsp(stdio: bool) -> None:
    """Starts the server; it ends when the editor says so."""
    try:
        from zmodel.lsp.server import create_server
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith(("pygls", "lsprotocol")):
            raise
        hint = 'the language server needs the extra `lsp`: pip install "zmodel[lsp]"'
        raise click.ClickException(hint) from None
    create_server().start_io()
