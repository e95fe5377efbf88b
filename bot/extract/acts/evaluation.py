"""Words that find fault or speak well.

A star stands for any ending, "_" for white space; the rest are regular expressions, on lower-case text with
"n't" apart.
"""

import re

# one is enough
_FAULT = r"""
absurd* abysmal aggress(?:ion|ors?) all_talk appalling arrogan* at_risk atroci* awful backward barbar*
baseless betray* bias bigot* blackmail* blatant* blinders boneheaded brainwash* brib*
bull(?:y|ied|ying)? callous careless charlatan* cheat* clown* clueless coerc* con condescend*
con_(?:man|artist) corrupt* cover_up cover-up coward* craz(?:y|iest) cronyism crook* cruel* cynical*
damn deceiv* decept* defraud* dehumani* delusion* demagog* demean* demoni* deplorabl* despicabl* devious
devoid disast* discredit* discriminat* disenfranchis* disgrac* disgust* dishonest* dishonor*
disingenuous* dismal disqualif* disregard* disrespect* distort* distract* divisive double_standards?
doubletalk dumb* dysfunction* egregious* embarrass* empty_promises? exaggerat* exploiting
fail(?:s|ed|ing|ure|ures)? fake fear-?monger* flawed flip-?flop* fool* fraud* garbage genocid*
gerrymander* gimmick* greed* grotesque* gutless hateful heartless hell hid hideous horribl* horrif*
hot_air hypocri* idiot* ignoran* illegal* immoral* impunity incompeten* inept inexcusabl* insan*
insult(?:s|ed|ing)? invasion irrational irresponsib* kicking_the_can lacks? laughabl* lawless* liars?
lie[sd]? lip_service little_people loophole* loot* ludicrous* lying malicious* manipulat* meddl* mess
misguided mishandl* mislead* misled mismanag* misogyn* misrepresent* mistaken mistreat* monstrous
more_harm_than_good moron* naive narcissis* nasty negligen* nightmare nonsensical obnoxious obscen*
offensive oppress* out_of_(?:touch|control) out-of-(?:touch|control) outrag* overreach* overstep*
pander* paranoi* pathetic* pathological* peddl* persecut* phonies phony plagu* poison*
political_(?:hay|stunt|games?) posturing preposterous pretend* propaganda provocat* racis[tm]*
rais(?:e|es|ed|ing)_(?:\w+_){0,3}questions reckless* repress* retch ridicul* rigged rip-off
robb(?:ed|ing) rotten rubbing_salt rude* ruin* ruthless* sabotag* scam* scapegoat* selfish* sell-?outs?
sexis[tm]* shady sham shame* shameful* sick* silly slander* sleaz* sleeping_on smear* special_interests
spineless squander* squeez* stick_it_to stoking stupid* swindl* terribl* thin-skinned thug*
toothless toxic traitor* treason* trigger-happy two-faced tyran* ugly unaccept* unamerican un-american
unconstitution* undemocratic undermin* undisciplined unethical unfair* unfit unhinged unjust* unlawful*
unprepared unqualif* unstable untrustworthy vicious* vile vilif* violat* vulgar warmonger* weak
weakness* whitewash* witch_hunt woeful* worst worthless wreck* wrecking (?:wrong|terrible)_message
xenophob*
"""
# these need company
_LIGHT_FAULT = r"""
aggressi* alarming alienat* angry attack* bad bitter blam* bother* broken chaos chaotic cheap collaps*
confus* crisis damag* danger* defeated desperate destabil* destroy* disappoint* disaster distrust*
disturb* divid* elitist* enemy erod* establishment excus* extremis* false fault forcing frustrat* guilty harm*
hate* hatred hide hides hiding hurt* ignor* insider* jeopard* lame lazy loser* losing mistake* mock*
nothing obstruct* opportunis* partisan* plotting politicians? politics poor problem* punish* quack
radical* retreat* rhetoric rude sad* scandal* scheme* screw* serious_(?:lapse|concern|question)* shock*
short-sighted slow so-called sow_discord status_quo steal* stole* stop_at_nothing strange stunt* suffer*
suspicious take_advantage taunt* threat* trick* troubl* unbelievabl* unpopular unsubstantiated
upset* vague victim* war_on wast* worse wrong*
"""
_PRAISE = r"""
admir(?:e|es|ed|able|ably|ation)
a_(?:great|good|huge|big)_(?:win|victory|man|woman|person|guy|leader|job|thing) amazing applaud*
appreciat* astute awesome best_(?:\w+_)?(?:man|woman|person|choice|candidate|president|team|hope|chance)
(?:big|good|great|historic|important)_step bold brave* brillian* class_act commend* congratulat* courag*
delight* dignified eloquen* excellen* extraordinar* fantastic fearless glad
good_(?:judgment|friend|man|guy) grateful gratified hero hero(?:es|ic|ism) highest_esteem honou?red
huge_win impress(?:ed|ive|ively) incredibl* inspir* integrity kudos
lov(?:e|es|ed)_(?:him|her|this|it|them|that|working) magic* magnificent masterful
nice_(?:guy|man|person) outstanding perfect_(?:\w+) phenomenal pleased powerhouse proud* prouder
qualified remarkable respect(?:s|ed)?_(?:for|him|her|\w+) riveting shot_in_the_arm smart(?:er|est)?
standing_tall stellar superb talented terrific thank(?:s|ful)? thoughtful thrilled tireless* tremendous*
triumph* trusted uniquely_\w+ unparalleled very_(?:smart|good|charming|strong|wise) virtue visionary
well-reasoned wise* wonderful*
"""
_LIGHT_PRAISE = r"""
accomplish* achiev* best better breakthrough brighter capable champion* charming committed
compassion* competent courag* dedicat* deserv* detailed devoted effective* energi* enthusias* exciting
experience* fair fight(?:s|ing)?_for great greatest happy historic honest* humble intelligent kind
landmark leader leadership level-headed levelheaded likable love loyal making_progress milestone nice
passion* patriot* positive powerful progress real_leader reasonable refreshing reliable
right_(?:thing|things|track|time|decision) role_model serious stand(?:s|ing)?_up_for steady strength*
strong* succe* success* talent* trust* trustworthy truth victory warm* winner winning
"""
# praise denied, and other turns of phrase that dismiss: "does n't make sense", "too far"
_DISMISSAL = r"""
does_n't_understand
(?:do|does|doing|done)_(?:absolutely_)?nothing
(?:n't|not|no)_(?:\w+_)?(?:care|enough|have_a_(?:plan|clue)|know_(?:anything|how|what)|make_(?:any_)?sense|work)
(?:no|not|zero)_(?:an?_)?(?:\w+_){0,2}(?:business|clue|excuse|experience|idea|leader|place|plan|sense|way_to|worth)
n't_(?:fair|right|work|worth)
refus(?:al|ed|es|ing)_to
too_(?:big|close|cozy|far|much|reliant|weak)
"""
_NEGATED = re.compile(r"\b(?:not|n't|never|no|without|nor|hardly)\s+(?:\w+,?\s+){0,2}$")
# how far back a negation is looked for; characters
_REACH = 30


def _pattern(table: str) -> re.Pattern[str]:
    words = (word.replace("*", r"[\w-]*").replace("_", r"\s+") for word in table.split())
    return re.compile(r"(?<![\w-])(?:" + "|".join(words) + r")(?![\w-])")


_DISMISSALS = _pattern(_DISMISSAL)
_WEIGHED = ((3, _pattern(_FAULT), _pattern(_PRAISE)), (1, _pattern(_LIGHT_FAULT), _pattern(_LIGHT_PRAISE)))


def evaluation(text: str) -> int:
    """Return by how much praise outweighs fault in `text`: below 0 it finds fault, 3 is one clear word.

    What is denied ("not a liar") finds no fault, and praise denied ("not fit", "no hero") does.
    """
    found = -3 * len(_DISMISSALS.findall(text))
    for weight, faults, praises in _WEIGHED:
        found -= weight * sum(not _negated(text, fault.start()) for fault in faults.finditer(text))
        found += sum(
            -weight if _negated(text, praise.start()) else weight for praise in praises.finditer(text)
        )
    return found


def _negated(text: str, at: int) -> bool:
    return _NEGATED.search(text[max(0, at - _REACH) : at]) is not None
