"""Puts the server's wheel into the extension, for writers who let the extension install it.

The wheel is written without compression: `compress_server.mjs` then compresses it as a whole, and better.
"""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Builds the wheel of this checkout into the folder `server` beside this file, in place of any other."""
    place = HERE / "server"
    place.mkdir(exist_ok=True)
    for old in place.glob("*.whl"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet", "--no-deps"]
        subprocess.run([*command, "--wheel-dir", folder, str(HERE.parents[1])], check=True)
        for wheel in Path(folder).glob("*.whl"):
            _store(wheel, place / wheel.name)


def _store(packed: Path, unpacked: Path) -> None:
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(unpacked, "w", zipfile.ZIP_STORED) as target:
        for member in source.infolist():
            content = source.read(member)
            member.compress_type = zipfile.ZIP_STORED
            target.writestr(member, content)


if __name__ == "__main__":
    main()
