"""`serve`: the night on every screen around the desk, without a window here."""

import signal
from pathlib import Path

import click

from resultsdesk.app.serving import HeadlessDesk, file_to_serve
from resultsdesk.cli.opening import author_of
from resultsdesk.cli.paths import PATH
from resultsdesk.night.trouble import Trouble
from resultsdesk.outputs.opening import PORT, Opening
from resultsdesk.outputs.playout import Playout, keep, layer, surface, vmix_title
from resultsdesk.outputs.server import OutputServer
from resultsdesk.outputs.tokens import tokens_file


@click.command(short_help="Serve the screens, playout and data readers.")
@click.argument("file", type=PATH)
@click.option("--port", type=click.IntRange(0, 65_535), default=PORT, metavar="N",
              help=f"By default {PORT}; 0 takes any free one.")  # fmt: skip
@click.option("--lan", is_flag=True, help="Let other machines in: every address then bears a token.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further name this machine is reached by.")
@click.option("--origin", "origins", multiple=True, metavar="URL", help="A page elsewhere that may read the outputs.")
@click.option("--folder", type=PATH, help="Write the feeds there too, at every change.")
@click.option(
    "--caspar", "caspars", multiple=True, metavar="HOST[:PORT]/CHANNEL-LAYER=OUTPUT",
    help="Show an output on a layer of CasparCG, over AMCP.",
)  # fmt: skip
@click.option(
    "--vmix", "titles", multiple=True, metavar="HOST[:PORT]/INPUT=OUTPUT",
    help="Keep the text fields of a vMix title as an output is.",
)  # fmt: skip
@click.option("--companion", "surfaces", multiple=True, metavar="HOST[:PORT]", help="Tell Companion what is on air.")
@click.option(
    "--rehearsal-playout",
    is_flag=True,
    help="Let a rehearsal replace what CasparCG and vMix show: nothing live is there.",
)
@click.option("--theme", type=click.Choice(["dark", "light"]), default="dark", help="The colours of what is shown.")
def serve(
    file: Path, port: int, lan: bool, names: tuple[str, ...], origins: tuple[str, ...], folder: Path | None,
    caspars: tuple[str, ...], titles: tuple[str, ...], surfaces: tuple[str, ...], rehearsal_playout: bool,
    theme: str,
) -> None:  # fmt: skip
    """Serve FILE to browser sources, playout, data readers and control surfaces, until it is stopped.

    What other desks enter in the same file is shown as they enter it.
    """
    wanted: list[Playout] = [*map(layer, caspars), *map(vmix_title, titles), *map(surface, surfaces)]
    night, read_only = file_to_serve(file)
    with night:
        desk = HeadlessDesk(night, author_of(None, "outputs"), read_only)
        server = OutputServer(desk.source, Opening(port, lan, names, origins), theme=theme, folder=folder)
        keep(server, wanted)
        if night.rehearsal and (caspars or titles) and not rehearsal_playout:
            where = ", ".join((*caspars, *titles))
            raise Trouble(f"{file.name} is a rehearsal and would replace what {where} shows.",
                          "Where nothing of a live night is there, add --rehearsal-playout.")  # fmt: skip
        served = server.start()
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, lambda *_: desk.stop())
        try:
            mode = " REHEARSAL:" if night.rehearsal else ""
            click.echo(f"Serving{mode} {desk.desk.night.briefing.election.title} at {served.url}")
            click.echo(f"That page lists every address. The token for control is in {tokens_file()}.", err=True)
            desk.run()
        finally:
            server.stop()
