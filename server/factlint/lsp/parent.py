"""The watch over the process that started the server, so that none is left behind when an editor crashes."""

from __future__ import annotations

import asyncio
import os
import sys

_SECONDS_BETWEEN_LOOKS = 1.0


async def gone(process: int) -> None:
    """Returns once the process with this id is no more."""
    while is_running(process):
        await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)


if sys.platform == "win32":
    import ctypes

    _SYNCHRONIZE = 0x00100000
    _STILL_RUNNING = 0x00000102

    def is_running(process: int) -> bool:
        """True where a process with this id runs."""
        # os.kill would end the process here, whatever the signal.
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_SYNCHRONIZE, False, process)
        if not handle:
            return False
        state = kernel.WaitForSingleObject(handle, 0)
        kernel.CloseHandle(handle)
        return bool(state == _STILL_RUNNING)

else:

    def is_running(process: int) -> bool:
        """True where a process with this id runs."""
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError):
            return True
        return True
