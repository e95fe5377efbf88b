"""Files that went through a chat, kept in memory."""

import secrets
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.playground.parameters import Upload
from bot.playground.pictures import measure
from bot.playground.wire import Json, bad_request

LARGEST_DOWNLOAD = 20_000_000
LARGEST_UPLOAD = 50_000_000
LARGEST_PHOTO = 10_000_000


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file with the ids under which it can be asked for."""

    file_id: str
    unique_id: str
    path: str
    name: str
    media_type: str
    content: bytes

    def document(self) -> Json:
        """Return the Bot API's Document."""
        return {"file_name": self.name, "mime_type": self.media_type, **self._file()}

    def photo(self) -> list[Json]:
        """Return the Bot API's sizes of a photo: one. Raises ApiError when the file is no picture."""
        size = measure(self.content)
        if not size:
            raise bad_request("IMAGE_PROCESS_FAILED")
        _, width, height = size
        if not 0 < width + height <= 10_000 or max(width, height) > 20 * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return [{"width": width, "height": height, **self._file()}]

    def _file(self) -> Json:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


class Files:
    """All files, by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}

    def add(self, upload: Upload, *, photo: bool = False) -> StoredFile:
        """Keep an upload. Raises ApiError when it is empty or over the size Telegram takes."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > (LARGEST_PHOTO if photo else LARGEST_UPLOAD):
            raise bad_request("file is too big")
        name = PurePosixPath(upload.name.replace("\\", "/")).name[:120] or "file"
        folder = "photos" if photo else "documents"
        number = len(self._by_id)
        stored = StoredFile(
            file_id=secrets.token_urlsafe(36),
            unique_id=secrets.token_urlsafe(9),
            path=f"{folder}/file_{number}{PurePosixPath(name).suffix[:10]}",
            name=name,
            media_type=upload.content_type.split(";")[0] or "application/octet-stream",
            content=upload.content,
        )
        self._by_id[stored.file_id] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile:
        """Return a file by its id. Raises ApiError when there is none."""
        if found := self._by_id.get(file_id):
            return found
        raise bad_request("wrong file_id or the file is temporarily unavailable")

    def by_path(self, path: str) -> StoredFile | None:
        """Return the file at a path that getFile gave, if there is one."""
        return next((file for file in self._by_id.values() if file.path == path), None)
