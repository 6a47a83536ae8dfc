"""The command line: every module of dashboard.commands is a command, no registration."""

import sys
from importlib import import_module
from pkgutil import iter_modules

import typer

from crawlers.fault import Fault
from dashboard import commands
from dashboard.terminal import harmless

app = typer.Typer(
    name="amicus",
    help="Find the laws that bind hosts of free knowledge, the words that bind them, and where to act.",
    rich_markup_mode=None,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def names() -> list[str]:
    """Modules that are commands; `import_` carries an underscore because the word is taken."""
    return [module.name for module in iter_modules(commands.__path__) if not module.ispkg]


for _name in names():
    _module = import_module(f"dashboard.commands.{_name}")
    app.command(_name.strip("_"))(getattr(_module, _name))


def main() -> None:
    """Run, and say a fault in one sentence with its exit status: 1, or 75 where another process is at it."""
    try:
        app()
    except Fault as fault:
        sys.stderr.write(f"{harmless(str(fault))}\n")
        raise SystemExit(fault.status) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(1) from None
