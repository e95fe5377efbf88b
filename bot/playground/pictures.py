"""The size and kind of a picture, from its first bytes."""

import struct


def measure(content: bytes) -> tuple[str, int, int] | None:
    """Return (media type, width, height) of a PNG, GIF or JPEG; None for anything else."""
    try:
        if content.startswith(b"\x89PNG\r\n\x1a\n"):
            return "image/png", *struct.unpack(">II", content[16:24])
        if content[:6] in (b"GIF87a", b"GIF89a"):
            return "image/gif", *struct.unpack("<HH", content[6:10])
        if content.startswith(b"\xff\xd8"):
            return _measure_jpeg(content)
    except struct.error:
        pass
    return None


def _measure_jpeg(content: bytes) -> tuple[str, int, int] | None:
    """Walk the JPEG's segments to its frame header."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return "image/jpeg", width, height
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return None
