"""Why the model's reading of an article cannot be had."""


class Failure(Exception):  # noqa: N818 - expected, and answered by reading locally
    """The local engine is to read the article. The message says why, for the log: never words of a stranger.

    `free` is True where the endpoint has done nothing that it could charge for.
    """

    def __init__(self, why: str, *, free: bool = False) -> None:
        super().__init__(why)
        self.free = free
