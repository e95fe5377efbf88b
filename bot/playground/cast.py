"""Who is in the playground: some people and a group."""

from dataclasses import dataclass, field

from bot.playground.wire import Json


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with the chat app in hand."""

    id: int
    first_name: str
    last_name: str
    username: str
    language_code: str

    def user(self) -> Json:
        """Return the Bot API's User."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }


@dataclass(slots=True)
class Chat:
    """A private chat with one person, or a group of several."""

    id: int
    type: str
    title: str
    members: list[Person]
    blocked: bool = False
    moved_to: int | None = None
    reply_keyboard: Json | None = None
    administrators: list[int] = field(default_factory=list)

    @property
    def is_group(self) -> bool:
        """Whether several people see what is said."""
        return self.type != "private"

    def short(self) -> Json:
        """Return the Bot API's Chat."""
        if self.is_group:
            return {"id": self.id, "type": self.type, "title": self.title}
        person = self.members[0]
        return {
            "id": self.id,
            "type": "private",
            "first_name": person.first_name,
            "last_name": person.last_name,
            "username": person.username,
        }


PEOPLE = (
    Person(1001, "Ada", "Marsh", "ada_marsh", "en"),
    Person(1002, "Bruno", "Keller", "bruno_keller", "en"),
    Person(1003, "Chidi", "Okafor", "chidi_okafor", "en"),
)
GROUP_ID = -4001


def chats() -> list[Chat]:
    """Return a fresh set of chats: one with each person, and a group of all."""
    private = [Chat(person.id, "private", person.first_name, [person]) for person in PEOPLE]
    group = Chat(GROUP_ID, "group", "Newsroom", list(PEOPLE), administrators=[PEOPLE[0].id])
    return [*private, group]
