from bot.answer.acts import acts_as


def test_what_is_not_the_act_asked_for_may_be_near_it() -> None:
    assert acts_as("deny", "it was so", ["deny"]) == 1
    assert 0 < acts_as("refuse", "to go", ["deny"]) < 1
    assert acts_as("state", "it was so", ["deny"]) == 0
    assert acts_as("praise", "the cranes", []) == 0


def test_who_says_that_something_is_not_so_denies_it() -> None:
    assert acts_as("state", "neither the mayor nor the port knew", ["deny"]) > 0
    assert acts_as("state", "the ships weren’t turned away", ["deny"]) > 0
    assert acts_as("state", "the ships were not turned away", ["promise"]) == 0
