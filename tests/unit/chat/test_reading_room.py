"""What a chat is shown of an article on record, and what it can do there."""

from dataclasses import replace
from datetime import date

from bot.chat import card, follow, forget, question, remind, settings, snooze, stories, upcoming, zone
from bot.chat.render import LIMIT, shown_length
from storage import chats, subscriptions
from tests.track.by_hand import said
from tests.unit.chat.room import HARBOUR, Room, labels


async def test_a_card_says_who_said_what_and_what_comes_next(room: Room) -> None:
    number = await room.files_harbour()

    [shown] = await room.does(card.show, number)

    assert "Talks &lt;at last&gt;</a></b>\nHarbour Wire · Mon 21 Feb 2022" in shown.text
    assert "<b>Ada Vale</b> demanded\n<blockquote expandable>“We want an answer by then”" in shown.text
    assert "<b>Jonas Brandt</b> denied" in shown.text
    assert "&lt;blocked&gt;" in shown.text
    assert (
        "<b>What comes next</b>\n• Thu 24 Feb 2022: Ministry and dockers meet to end the strike" in shown.text
    )
    assert labels(shown) == ["All claims (2)", "Follow story", "Remind me"]


async def test_when_the_day_is_past_the_card_offers_no_reminder(room: Room) -> None:
    number = await room.files_harbour()
    room.clock.move_to(room.clock.now().replace(month=3))

    [shown] = await room.does(card.show, number)

    assert "Dates in it, now past" in shown.text
    assert "Remind me" not in labels(shown)


async def test_one_claim_is_shown_with_its_sentence(room: Room) -> None:
    number = await room.files_harbour()
    [page] = await room.does(card.page, number, 0)
    assert "1. <b>Ada Vale</b>" in page.text
    assert "2. <b>Jonas Brandt</b>" in page.text

    [shown] = await room.does(card.one, 2)

    assert "As the article has it: Jonas Brandt denied that his members" in shown.text
    assert "Follow Jonas Brandt" in labels(shown)


async def test_what_may_be_misread_is_behind_a_button_and_leads_back(room: Room) -> None:
    sure = said(HARBOUR, "Ada Vale", "“We want an answer by then,”", act="demand")
    doubtful = replace(said(HARBOUR, "Jonas Brandt", "that his members", act="deny"), confidence=0.3)
    number = await room.files(HARBOUR, date(2022, 2, 21), "Talks", [sure, doubtful])

    [page] = await room.does(card.page, number, 0)
    assert "Ada Vale" in page.text
    assert "Jonas Brandt" not in page.text
    assert labels(page) == ["1", "Less sure (1)", "To the card"]

    [less] = await room.does(card.doubts, number, 0)
    assert "Less sure readings 1 to 1 of 1" in less.text
    assert "Jonas Brandt" in less.text
    assert labels(less) == ["1", "Sure ones", "To the card"]

    [one] = await room.does(card.one, 2)
    assert "Less sure" in labels(one)


async def test_where_nothing_is_sure_what_there_is_is_shown(room: Room) -> None:
    doubtful = replace(said(HARBOUR, "Jonas Brandt", "that his members", act="deny"), confidence=0.3)
    number = await room.files(HARBOUR, date(2022, 2, 21), "Talks", [doubtful])

    [page] = await room.does(card.page, number, 0)

    assert "Jonas Brandt" in page.text
    assert labels(page) == ["1", "To the card"]


async def test_what_is_no_longer_on_record_is_said_to_be_so(room: Room) -> None:
    for handle, fields in ((card.show, (9,)), (card.page, (9, 0)), (card.one, (9,)), (stories.story, (9,)),
                           (follow.start, ("story", 9)), (follow.start, ("article", 9)),
                           (follow.start, ("weather", 1)), (remind.of_article, (9,)), (remind.event, (9,)),
                           (snooze.snooze, (9, "1h"))):  # fmt: skip
        [reply] = await room.does(handle, *fields)
        assert reply == card.GONE


async def test_following_a_story_promises_the_first_reminder_and_asks_for_the_zone_once(room: Room) -> None:
    number = await room.files_harbour()

    promise, asked = await room.does(follow.start, "article", number)
    [again] = await room.does(follow.start, "article", number)

    assert "You follow <b>Talks &lt;at last&gt;</b>" in promise.text
    assert "First reminder: Wed 23 Feb 2022, 09:00 UTC" in promise.text
    assert "Which time zone" in asked.text
    assert "You already follow" in again.text


async def test_a_new_zone_moves_the_reminders(room: Room) -> None:
    number = await room.files_harbour()
    await room.does(follow.start, "article", number)

    [told] = await room.does(zone.told, "new york")
    [listed] = await room.does(remind.listing)

    assert "America/New_York" in told.text
    assert "Wed 23 Feb 2022, 09:00 EST" in listed.text
    assert "Thu 24 Feb 2022, 09:00 EST" in listed.text


async def test_settings_are_changed_in_words(room: Room) -> None:
    await room.does(settings.show, words="quiet 22-6:30")
    await room.does(settings.show, words="8:15")
    [shown] = await room.does(settings.show, words="Vienna")
    assert "Europe/Vienna" in shown.text

    [shown] = await room.does(settings.show)

    assert "Time zone: Europe/Vienna" in shown.text
    assert "Hour of reminders for a day: 08:15" in shown.text
    assert "Quiet hours: 22:00 to 06:30" in shown.text


async def test_lead_times_are_switched_and_unknown_ones_refused(room: Room) -> None:
    await room.does(settings.toggle_lead, "1d")
    [shown] = await room.does(settings.toggle_lead, "7d")
    [refused] = await room.does(settings.toggle_lead, "soon")

    assert labels(shown) == ["✓ a week before", "the day before", "✓ on the day", "✓ an hour before", "Done"]
    assert refused.toast == "That lead time is not offered any more."


async def test_the_agenda_goes_by_day(room: Room) -> None:
    await room.files_harbour()

    [shown] = await room.does(upcoming.agenda)

    assert "<b>Thu 24 Feb 2022</b>\n1. Ministry and dockers meet to end the strike\n" in shown.text
    assert labels(shown) == ["Remind 1"]


async def test_an_answer_carries_words_day_and_source(room: Room) -> None:
    await room.files_harbour()

    [shown] = await room.does(question.answer, "what did Brandt say?")

    assert "<b>Jonas Brandt</b> denied · " in shown.text
    source = "Talks &lt;at last&gt;</a>, Harbour Wire, published Mon 21 Feb 2022"
    assert f'<a href="https://wire.example/2022-02-21">{source}' in shown.text


async def test_what_is_missing_is_said_and_the_latest_offered_as_what_it_is(room: Room) -> None:
    await room.files_harbour()

    [shown] = await room.does(question.answer, "what did Brandt say about volleyball?")

    assert "Nothing on record from Jonas Brandt about “volleyball”." in shown.text
    assert "The latest from them on record, about something else:" in shown.text
    assert "<b>Jonas Brandt</b> denied" in shown.text


async def test_a_question_may_go_on_from_the_last_one(room: Room) -> None:
    await room.files_harbour()
    await room.does(question.answer, "what did Jonas Brandt say?")

    [shown] = await room.does(question.answer, "and Ada Vale?")

    assert "“what did Ada Vale say”" in shown.text
    assert "<b>Ada Vale</b> demanded" in shown.text


async def test_what_is_asked_about_can_be_followed_from_its_answer(room: Room) -> None:
    await room.files_harbour()
    [shown] = await room.does(question.answer, "what did Ada Vale say?")
    assert "Follow this" in labels(shown)

    replies = await room.does(question.follow_this, 1)

    assert "You follow <b>Ada Vale</b>." in replies[0].text


async def test_no_record_is_said_and_not_made_up(room: Room) -> None:
    await room.files_harbour()

    [shown] = await room.does(question.answer, "what did Angela Brockmeier say about fishing?")

    assert "Nothing on record: nobody called Angela Brockmeier" in shown.text


async def test_another_chat_s_rows_are_not_to_be_pressed(room: Room) -> None:
    number = await room.files_harbour()
    await room.does(follow.start, "article", number)
    await room.does(question.answer, "what did Brandt say?")
    stranger = Room(room.database, room.clock, chat_id=2)

    [unfollowed] = await stranger.does(follow.unfollow, 1)
    [paged] = await stranger.does(question.turn_page, 1, 0)

    assert unfollowed.toast == "You did not follow that any more."
    assert "no longer kept" in str(paged.toast)
    async with room.database.read() as session:
        assert len(await subscriptions.of_chat(session, 1)) == 1


async def test_forgetting_leaves_nothing_of_the_chat(room: Room) -> None:
    number = await room.files_harbour()
    await room.does(follow.start, "article", number)

    [told] = await room.does(forget.forget)

    assert "1 article went with it" in told.text
    async with room.database.read() as session:
        assert await chats.get(session, 1) is None


async def test_every_message_fits_however_long_the_words(room: Room) -> None:
    sentence = "The quay <stays> “closed” & guarded while the talks go on 😀 " * 60
    text = "\n\n".join(f"{n} {sentence}." for n in range(8))
    claims = [said(text, "Ada Vale " * 40, f"{n} {sentence}") for n in range(8)]
    number = await room.files(text, date(2022, 2, 21), "Talks " * 200, claims)

    asked = "what was said about the quay?"
    for handle, fields in ((card.show, (number,)), (card.page, (number, 0)), (card.page, (number, 5)),
                           (card.one, (1,)), (question.answer, (asked,))):  # fmt: skip
        [shown] = await room.does(handle, *fields)
        assert 0 < shown_length(shown.text) <= LIMIT
