"""Getting at files that people sent."""

from bot.playground.files import LARGEST_DOWNLOAD
from bot.playground.methods.registry import method
from bot.playground.parameters import Parameters
from bot.playground.state import Playground
from bot.playground.wire import Json, bad_request


@method("getFile")
async def get_file(playground: Playground, given: Parameters) -> Json:
    """Tell where a file can be downloaded; those over 20 MB cannot."""
    file_id = given.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    file = playground.files.by_id(file_id)
    if len(file.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }
