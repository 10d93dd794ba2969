"""What holds the parts together and keeps them apart."""

import ast
from functools import cache
from pathlib import Path, PurePosixPath

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


@cache
def nodes_of(name):
    """The syntax of a file, a part at a time."""
    return tuple(ast.walk(ast.parse(FILES[name])))


def imports_of(name):
    """Every module that a file imports, wherever in it, the package's own by their full names."""
    for node in nodes_of(name):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def those_that_import(forbidden, names):
    """The files that import any of some libraries or parts of the package, with what they import of them."""
    for name in names:
        found = {module.partition(".")[0] for module in imports_of(name)} & forbidden
        if found:
            yield name.as_posix(), found


def test_the_core_is_found():
    names = {name.as_posix() for name in CORE}
    assert {"text.py", "model.py", "check.py", "index.py", "rule.py", "lexicon.py", "language.py", "card.py"} <= names
    assert {"extract", "values", "checks", "read"} <= {name.parts[0] for name in CORE}


def test_the_core_knows_no_disk_no_terminal_and_no_editor():
    assert list(those_that_import(NOT_FOR_THE_CORE, CORE)) == []


def test_the_core_opens_and_prints_nothing():
    forbidden = {"open", "print", "input", "exec", "eval", "breakpoint"}
    called = [
        (name.as_posix(), node.func.id)
        for name in CORE
        for node in nodes_of(name)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in forbidden
    ]
    assert called == []


def test_the_core_does_not_know_the_shell_around_it():
    known = [
        (name.as_posix(), module)
        for name in CORE
        for module in imports_of(name)
        if module.startswith("factlint.") and module.split(".")[1] in SHELL
    ]
    assert known == []


def test_only_the_language_server_knows_the_protocol():
    assert list(those_that_import(PROTOCOL, [name for name in FILES if name.parts[0] != "lsp"])) == []


def test_only_the_command_line_and_its_reports_know_the_terminal():
    others = [name for name in FILES if name.parts[0] not in ("cli", "report")]
    assert list(those_that_import({"click", "rich"}, others)) == []


def test_a_file_holds_one_idea():
    lines = {name.as_posix(): text.count("\n") for name, text in FILES.items()}
    assert {name: number for name, number in lines.items() if number > MOST_LINES} == {}


def test_everything_public_says_what_it_is():
    silent = [
        f"{name}: {getattr(node, 'name', '')}"
        for name in FILES
        for node in (nodes_of(name)[0], *public_parts(nodes_of(name)[0]))
        if not (ast.get_docstring(node) or "").strip(" .")
    ]
    assert silent == []


def public_parts(tree):
    """The public functions and classes of a module, and the public methods of those classes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public_parts(node)


def test_nothing_starts_a_shell():
    calls = [(name, node) for name in FILES for node in nodes_of(name) if isinstance(node, ast.Call)]
    assert [name.as_posix() for name, call in calls if any(each.arg == "shell" for each in call.keywords)] == []
    assert [name.as_posix() for name, text in FILES.items() if "os.system" in text] == []
