"""The program's first word: what it is called, what it can do, and how it ends."""

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from resultsdesk import __version__
from resultsdesk.app.log import kept_log, note_bug
from resultsdesk.cli.failures import Refused, Status, Wrong
from resultsdesk.intake.faults import BriefingFaults, IntakeError
from resultsdesk.night.trouble import Trouble

COMMANDS = {
    "open": "windows:open_night",
    "new": "new:new",
    "rehearse": "rehearse:rehearse",
    "key": "key:key",
    "show": "show:show",
    "story": "story:story",
    "serve": "serve:serve",
    "airings": "airings:airings",
    "export": "export:export",
    "verify": "verify:verify",
    "import-results": "import_results:import_results",
    "briefing": "briefing:briefing",
}


class Program(click.Group):
    """A group of commands that ends with one sentence and a status, never with a traceback.

    A command is loaded when it is asked for, so that none pays for what another imports.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names in the order they are wanted on a night."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"resultsdesk.cli.{module}"), name)
        return command

    def main(  # type: ignore[override]  # click's own says NoReturn only in stand-alone mode
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401 - click's own
    ) -> NoReturn:
        """Run and leave with a status; see `Status`."""
        speak_utf8()
        extra["standalone_mode"] = False
        sys.exit(ended(lambda: super(Program, self).main(args, prog_name, **extra)))


def ended(run: Any) -> int:  # noqa: ANN401 - whatever click's main returns
    """Return the exit status of a run; what went wrong is said on stderr."""
    try:
        answer = run()
    except Refused as refused:
        refused.tell()
        return Status.REFUSED
    except BriefingFaults as faults:
        for fault in faults.faults:
            say(str(fault))
        say("Mend these and do it again; `resultsdesk briefing check FOLDER` lists them too.")
        return Status.WRONG
    except (Wrong, Trouble, IntakeError) as known:
        say(str(known))
        return Status.WRONG
    except NoArgsIsHelpError as help_wanted:
        say(help_wanted.format_message())
        return Status.WRONG
    except click.UsageError as words:
        path = words.ctx.command_path if words.ctx else "resultsdesk"
        sentence = " ".join(words.format_message().split()).removesuffix(".")
        say(f"{sentence}. `{path} --help` tells more.")
        return Status.WRONG
    except click.ClickException as failure:
        say(failure.format_message())
        return Status.WRONG
    except (click.Abort, KeyboardInterrupt):
        return Status.STOPPED
    except BrokenPipeError:
        hush()  # the reader of our output has seen enough
        return Status.DONE
    except OSError as error:
        if error.errno != errno.ENOSPC or error.filename is not None:
            return told_bug(error)
        hush()
        say("The disk the answer was to go to is full: make room, and ask again. What was entered is safe.")
        return Status.WRONG
    except Exception as error:  # noqa: BLE001 - a bug of ours: the person gets a sentence, the log what is needed to mend it
        return told_bug(error)
    return answer if isinstance(answer, int) else Status.DONE


def hush() -> None:
    """Have nothing more written to standard output, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def told_bug(error: Exception) -> int:
    """Write an exception to the log file and return the status of a bug."""
    with kept_log() as file:
        note_bug(error, f"words {sys.argv[1:]}")
    where = f"The details are in {file}: send them to the project." if file else "No log could be written."
    say(f"That was a mistake of the program, not yours; what the night file had acknowledged is safe. {where}")
    return Status.BUG


def say(sentence: str) -> None:
    """Write to stderr."""
    click.echo(sentence, err=True)


def speak_utf8() -> None:
    """Have what goes into pipes and files be UTF-8 on every system, and nothing fail for want of a letter."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and not stream.isatty():
            reconfigure(encoding="utf-8", errors="backslashreplace")


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="Results Desk %(version)s")
@click.pass_context
def program(context: click.Context) -> None:
    """Results Desk: key each declaration once, and every map, tally and summary follows.

    Without a command the start window opens. FILE is always a night file, such as may-2026.night.

    Exit status: 0 done; 1 refused, with coded objections; 2 the file or the words are wrong.
    """
    if context.invoked_subcommand is None:
        from resultsdesk.cli.windows import open_start_window  # a command like the others: loaded when asked for

        open_start_window()


def main() -> NoReturn:
    """Run the program with the words of the command line."""
    program.main(prog_name="resultsdesk")
