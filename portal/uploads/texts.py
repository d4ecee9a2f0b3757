"""A received file to its text: a PDF, or a photo where this machine reads French letters; everything else says why not."""

import asyncio
import io
import shutil
import subprocess
import sys
import warnings
from functools import cache
from pathlib import Path

from PIL import Image

from portal.uploads.extract import LOCKED, TOO_MANY

EXTRACT = (sys.executable, "-I", str(Path(__file__).parent / "extract.py"))
PDF, PHOTOS = b"%PDF-", {"JPEG", "PNG", "WEBP"}
WAIT, PIXELS, FEW_LETTERS = 15, 40_000_000, 40
FAULTS = {LOCKED: "locked", TOO_MANY: "too-many-pages"}
_AT_ONCE = asyncio.Semaphore(2)


class UnreadablePaper(Exception):  # noqa: N818 (it is what the person is told, by its name in words.yaml)
    """Why the file gives no text; `args[0]` is a name of words.yaml."""


async def text_of(content: bytes) -> str:
    """The file's text; UnreadablePaper otherwise."""
    if not content:
        raise UnreadablePaper("empty")
    if PDF in content[:1024]:
        text = (await _run([*EXTRACT], content)).decode("utf-8", "replace")
        return text if len(text.strip()) >= FEW_LETTERS else await _scanned(content)
    if _is_photo(content):
        return await _letters(content)
    raise UnreadablePaper("other-kind")


@cache
def reads_photos() -> bool:
    """Whether tesseract is here, with French."""
    found = shutil.which("tesseract")
    if not found:
        return False
    return "fra" in subprocess.run([found, "--list-langs"], capture_output=True, text=True, timeout=10, check=False).stdout.split()  # noqa: S603 (a fixed command)


async def _scanned(content: bytes) -> str:
    """A PDF that is a picture: read like a photo where that is possible."""
    if reads_photos():
        picture = await _run([*EXTRACT, "picture"], content)
        if picture and _is_photo(picture):
            return await _letters(picture)
    raise UnreadablePaper("scanned")


async def _letters(content: bytes) -> str:
    if not reads_photos():
        raise UnreadablePaper("no-photos")
    text = (await _run([str(shutil.which("tesseract")), "stdin", "stdout", "-l", "fra"], content)).decode("utf-8", "replace")
    if len(text.strip()) < FEW_LETTERS:
        raise UnreadablePaper("blurred")
    return text


def _is_photo(content: bytes) -> bool:
    """Whether it is a picture of a bearable size; only its header is read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(content), formats=sorted(PHOTOS))
    except Image.DecompressionBombError:
        raise UnreadablePaper("huge-photo") from None
    except (OSError, ValueError, SyntaxError):
        return False
    if picture.size[0] * picture.size[1] > PIXELS:
        raise UnreadablePaper("huge-photo")
    return True


async def _run(command: list[str], content: bytes) -> bytes:
    """What the command writes of *content*, two at a time; killed when it takes too long."""
    async with _AT_ONCE:
        process = await asyncio.create_subprocess_exec(*command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            written, _ = await asyncio.wait_for(process.communicate(content), WAIT)
        except TimeoutError:
            raise UnreadablePaper("too-slow") from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    if process.returncode:
        raise UnreadablePaper(FAULTS.get(process.returncode, "broken"))
    return written
