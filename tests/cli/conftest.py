"""What the tests of the commands share."""

import pytest

from factlint.cli import main


@pytest.fixture
def command_line(capsys):
    """Runs a command line in this process and gives its status, output and error output."""

    def run(*arguments):
        status = main([*map(str, arguments)])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run
