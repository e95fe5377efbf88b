"""What goes wrong with a database, in words."""


class StorageError(Exception):
    """The database cannot be used. The message is one sentence with what to do next."""
