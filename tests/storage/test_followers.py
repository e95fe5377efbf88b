"""Given chats that follow an event, when it is asked how they are reminded, those of one habit are one."""

from datetime import date

from storage import deliveries, followers, stories, subscriptions
from storage.followers import Followers, Owed
from storage.session import Database
from tests.storage.records import NOW, at, chat, event


async def test_lead_times_are_the_event_s_else_the_story_s_else_the_chat_s(any_database: Database) -> None:
    async with any_database.begin() as session:
        story = await stories.add(session, "The ferry strike", NOW)
        session.add(talks := event("the talks", date(2024, 5, 9), story_id=story.id))
        await session.flush()
        for number in range(1, 6):
            (await chat(session, number)).leads = ["1d"]
        for number, of_story, of_event in ((2, ["2h"], None), (3, ["2h"], ["3d"]), (4, None, ["3d"])):
            mine, _ = await subscriptions.add(session, number, "story", story.id, NOW)
            mine.leads = of_story
            mine, _ = await subscriptions.add(session, number, "event", talks.id, NOW)
            mine.leads = of_event
        for number in (1, 5):
            await subscriptions.add(session, number, "story", story.id, NOW)

        who = Followers(talks.id, story.id, without=5)
        habits = await followers.habits(session, who)
        assert sorted((one.leads, one.chats) for one in habits) == [(["1d"], 1), (["2h"], 1), (["3d"], 2)]

        owed = [Owed(one.key, "lead", "lead", at(8), {"lead": one.leads[0]}) for one in habits]
        await followers.owe(session, who, owed, crowd=False)
        await followers.owe(session, who, owed, crowd=False)
        told = [[one.detail["lead"] for one in await deliveries.of_chat(session, n)] for n in range(1, 6)]
        assert told == [["1d"], ["2h"], ["3d"], ["3d"], []]
