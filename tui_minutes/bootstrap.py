"""From a bare Python and a checkout to a running program: makes ``.venv`` in the checkout when it is needed.

Standard library only, and written so that an old Python can still read it and be told that it is old. What
only an installation needs is imported then: each start passes here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

NEEDS = (
    "textual", "rich", "peewee", "filelock", "platformdirs", "holidays", "pypinyin", "tomlkit", "tzlocal"
)  # fmt: skip
OLDEST = (3, 11)

_ROOT = Path(__file__).resolve().parent.parent
_RESTARTED = "TUI_MINUTES_RESTARTED"


def ensure(module: str, needs: Sequence[str] = NEEDS, extra: str = "") -> None:
    """Return if ``needs`` can be imported; else install them, with ``extra``, and run ``module`` anew there.

    Exits with 1 and a sentence on stderr where that cannot be.
    """
    if sys.version_info[:2] < OLDEST:
        _give_up("tui-minutes needs Python 3.11 or newer. / tui-minutes 需要 Python 3.11 或更高版本。")
    if not _missing(needs):
        os.environ.pop(_RESTARTED, None)
        return
    import subprocess

    from tui_minutes.i18n import detect_language, set_language, tr

    set_language(detect_language(os.environ))
    missing = ", ".join(_missing(needs))
    if os.environ.get(_RESTARTED) or not (_ROOT / "pyproject.toml").is_file():
        _give_up(tr("Not installed: {missing}. Try: pip install tui-minutes", missing=missing))
    try:
        python = _prepare(_ROOT, extra)
    except OSError as error:
        _give_up(tr("The virtual environment cannot be made: {reason}", reason=error))
    except subprocess.CalledProcessError:
        _give_up(tr("The installation failed; what pip said stands above. Is there a network?"))
    except KeyboardInterrupt:
        sys.exit(130)
    _restart(python, module)


def _prepare(root: Path, extra: str) -> Path:
    """The Python of ``.venv`` with everything installed; several at once wait for the first."""
    from tui_minutes.i18n import tr

    venv = root / ".venv"
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    inside = Path(sys.prefix) == venv
    if _installed(venv, extra) and python.exists() and not inside:
        return python
    if not (find_spec("venv") and find_spec("ensurepip")):
        _give_up(
            tr("This Python cannot make a virtual environment. On Debian: sudo apt install python3-venv")
        )
    venv.mkdir(exist_ok=True)
    with _alone(venv / ".lock"):
        if not _installed(venv, extra) or inside:
            print(tr("Preparing tui-minutes in {folder}, once …", folder=venv), file=sys.stderr, flush=True)
            _install(root, python, extra, inside=inside)
            _marker(venv, extra).write_text(_wanted(root), encoding="utf-8")
    return python


def _install(root: Path, python: Path, extra: str, *, inside: bool) -> None:
    """Make the environment and install the checkout into it; doing it again mends what was interrupted."""
    import subprocess

    if not inside:
        subprocess.run([sys.executable, "-m", "venv", root / ".venv"], check=True, stdout=sys.stderr)
    what = f"{root}[{extra}]" if extra else str(root)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-c", str(root / "constraints.txt"), "-e", what], check=True, stdout=sys.stderr)


def _missing(needs: Sequence[str]) -> list[str]:
    return [name for name in needs if find_spec(name) is None]


def _marker(venv: Path, extra: str) -> Path:
    return venv / f".installed-{extra or 'app'}"


def _installed(venv: Path, extra: str) -> bool:
    """Whether an installation of just this ``pyproject.toml`` went through to its end."""
    try:
        return _marker(venv, extra).read_text(encoding="utf-8") == _wanted(venv.parent)
    except FileNotFoundError:
        return False


def _wanted(root: Path) -> str:
    import hashlib

    return hashlib.sha256((root / "pyproject.toml").read_bytes()).hexdigest()


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the lock at ``path``; the system frees it when the holder dies."""
    with path.open("a+") as file:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _restart(python: Path, module: str) -> None:
    os.environ[_RESTARTED] = "1"
    command = [str(python), "-m", module, *sys.argv[1:]]
    if os.name == "nt":  # there, exec gives the terminal back before the new process is done
        import subprocess

        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def _give_up(message: str) -> None:
    print(message, file=sys.stderr)
    sys.exit(1)
