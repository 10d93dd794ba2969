"""What holds the parts together and keeps them apart."""

import ast
from pathlib import Path, PurePosixPath

import pytest

import factlint

PACKAGE = Path(factlint.__file__).parent
# What may speak to a disk, a terminal or an editor; all else is the core.
SHELL = {
    "__main__",
    "api",
    "config",
    "decisions",
    "files",
    "ignore_files",
    "mending",
    "project",
    "read_ahead",
    "selection",
    "stories",
    "writing",
    "cli",
    "report",
    "lsp",
}
NOT_FOR_THE_CORE = {
    "asyncio",
    "click",
    "io",
    "logging",
    "lsprotocol",
    "os",
    "pathlib",
    "pygls",
    "rich",
    "shutil",
    "socket",
    "subprocess",
    "sys",
    "tempfile",
    "time",
}
# What may speak to an editor.
PROTOCOL = {"asyncio", "lsprotocol", "pygls"}
MOST_LINES = 400

FILES = {
    PurePosixPath(path.relative_to(PACKAGE).as_posix()): path.read_text(encoding="utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
}
CORE = [name for name in FILES if name.parts[0].removesuffix(".py") not in SHELL and name.parts != ("__init__.py",)]


def imports_of(name):
    """Every module that a file imports, wherever in it, the package's own by their full names."""
    for node in ast.walk(ast.parse(FILES[name])):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def roots_of(name):
    return {module.partition(".")[0] for module in imports_of(name)}


def test_the_core_is_found():
    names = {name.as_posix() for name in CORE}
    assert {"text.py", "model.py", "check.py", "index.py", "rule.py", "lexicon.py", "language.py", "card.py"} <= names
    assert {"extract", "values", "checks", "read"} <= {name.parts[0] for name in CORE}


@pytest.mark.parametrize("name", CORE, ids=str)
def test_the_core_knows_no_disk_no_terminal_and_no_editor(name):
    assert roots_of(name).isdisjoint(NOT_FOR_THE_CORE)


@pytest.mark.parametrize("name", CORE, ids=str)
def test_the_core_opens_and_prints_nothing(name):
    called = {
        node.func.id
        for node in ast.walk(ast.parse(FILES[name]))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert called.isdisjoint({"open", "print", "input", "exec", "eval", "breakpoint"})


@pytest.mark.parametrize("name", CORE, ids=str)
def test_the_core_does_not_know_the_shell_around_it(name):
    own = {module.split(".")[1] for module in imports_of(name) if module.startswith("factlint.")}
    assert own.isdisjoint(SHELL)


@pytest.mark.parametrize("name", [name for name in FILES if name.parts[0] != "lsp"], ids=str)
def test_only_the_language_server_knows_the_protocol(name):
    assert roots_of(name).isdisjoint(PROTOCOL)


@pytest.mark.parametrize("name", [name for name in FILES if name.parts[0] not in ("cli", "report")], ids=str)
def test_only_the_command_line_and_its_reports_know_the_terminal(name):
    assert roots_of(name).isdisjoint({"click", "rich"})


@pytest.mark.parametrize("name", FILES, ids=str)
def test_a_file_holds_one_idea(name):
    assert FILES[name].count("\n") <= MOST_LINES


@pytest.mark.parametrize("name", FILES, ids=str)
def test_everything_public_says_what_it_is(name):
    tree = ast.parse(FILES[name])
    silent = [node.name for node in public_parts(tree) if not (ast.get_docstring(node) or "").strip(" .")]
    assert silent == []
    assert (ast.get_docstring(tree) or "").strip(" .")


def public_parts(tree):
    """The public functions and classes of a module, and the public methods of those classes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public_parts(node)


@pytest.mark.parametrize("name", FILES, ids=str)
def test_nothing_starts_a_shell(name):
    calls = [node for node in ast.walk(ast.parse(FILES[name])) if isinstance(node, ast.Call)]
    assert not any(keyword.arg == "shell" for call in calls for keyword in call.keywords)
    assert "os.system" not in FILES[name]
