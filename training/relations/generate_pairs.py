"""Invent pairs of claims by the rules of what each verdict means: propositions and figures x who speaks x how x what he does.

usage: generate_pairs.py FOLDER COUNT OUT.jsonl
  FOLDER holds propositions.tsv and figures.tsv; the same COUNT gives the same pairs
Kinds of wordings: same (of one proposition), against (cannot be true beside it), scope (looks alike, is another thing),
beside (about the same thing, no part of it), plan (intended, not done). Of figures: none (nought), part, place, period.
"""
import csv, datetime, json, random, sys
from collections import defaultdict

PLACES = "Hesk Orvane Tolm Brakka Selmira Dorn Kesh Lissen Varnow Ostrel Tarnow Pell Idra Culm Marlow-on-Tenn Sarrack Vael Ristow Ankery Gorm".split()
FIRST = "Ilka Orim Bela Tove Karen Maud Rolf Ute Lena Arno Ines Pavel Dario Signe Hamid Jorun Milan Odette Rasmus Zora".split()
LAST = "Brand Vale Kourt Saran Oss Perrin Iden Wick Malloy Voss Lomm Paderov Fescanti Aalto Rawas Pell Orlik Marchetti Holt Dace".split()
SIDES = ["rebels", "government troops", "northern army", "marines", "militia", "raiders"]
OF = ["people", "soldiers", "villagers", "civilians", "raiders", "workers"]
PARTS = ["children", "women", "foreigners", "students", "officers"]
LANDS = "Tarvel Osmer Kestria Norland Orlo Drenn Falkar Umbria-Sul".split()
# Institution, short form, its people.
BODIES = [("the {land} defence ministry", "the ministry", ["the ministry's spokesman", "a ministry spokeswoman", "defence minister {who}", "the defence minister"]),
          ("the {land} general staff", "the general staff", ["the general staff's spokesman, Colonel {who}", "General {who}", "the army"]),
          ("police in {town}", "the police", ["the police chief", "{town}'s police chief, {who}", "a police spokeswoman", "the police"]),
          ("the {town} town hall", "the town hall", ["mayor {who}", "the mayor's office", "the mayor of {town}"]),
          ("the fire brigade of {town}", "the fire brigade", ["fire chief {who}", "the fire brigade's commander", "the firefighters"]),
          ("the miners' union", "the union", ["the union's chairman, {who}", "a union spokesman", "the union"]),
          ("the {land} health office", "the health office", ["the health office's director, {who}", "a doctor of the health office", "the office"]),
          ("the charity Open Hand", "the charity", ["Open Hand's director, {who}", "Open Hand", "a spokeswoman for Open Hand"]),
          ("the rebels", "the rebels", ["the rebels' spokesman, {who}", "a rebel commander", "the insurgents' spokesman"]),
          ("{land}'s government", "the government", ["a government spokesman", "{land}'s prime minister, {who}", "the government in {town}"]),
          ("the company Dornwerk", "the company", ["Dornwerk", "Dornwerk's chief executive, {who}", "a spokesman for Dornwerk"]),
          ("the electoral board", "the board", ["the board's chairwoman, {who}", "the board", "an official of the electoral board"]),
          ("{who}, the opposition leader,", "{last}", ["{last}", "opposition leader {who}", "the opposition leader"]),
          ("lawyer {who}", "{last}", ["{last}", "Ms {last}", "the lawyer {last}"]),
          ("governor {who}", "{last}", ["{last}", "the governor", "governor {last}"]),
          ("{who}, a nurse,", "{last}", ["{last}", "the nurse"]),
          ("{land}", "{land}", ["{land}", "the authorities in {land}", "{land}'s foreign ministry"])]
INDEFINITE = ["a villager", "a nurse at the clinic", "two residents", "a shepherd", "a monitoring group", "a former employee",
              "a neighbour", "an aid worker", "a priest", "the owner's brother", "a journalist at the place", "a diplomat"]
OUTLETS = ["Halm Courier", "Tessin Gazette", "Radio Orlo", "Kestria Today", "Norland Wire", "Dorn Evening News", "The Lissen Mail"]

SAYS = ["{X} said {[}{p}{]}.", "{X} said that {[}{p}{]}.", "{[}{P}{]}, {x} said.", "According to {x}, {[}{p}{]}.", "{[}{P}{]}, according to {x}.",
        "{X} reported that {[}{p}{]}.", "{X} told reporters {[}{p}{]}.", "“{[}{P}{]},” {x} said.", "{X} announced on {day} that {[}{p}{]}.",
        "{[}{P}{]}, {x} told this newspaper.", "{X} claims that {[}{p}{]}.", "{X}: {[}{p}{]}.", "{X} insisted that {[}{p}{]}.",
        "{X} wrote that {[}{p}{]}.", "In the words of {x}, {[}{p}{]}.", "{[}{P}{]}, {x} stated on {day}."]
DENIES = ["{X} denied that {[}{p}{]}.", "{X} {[}denied that {p}{]}.", "{X} rejected the claim that {[}{p}{]}.", "{X} {[}rejected the report that {p}{]}.",
          "{X} {[}disputed that {p}{]}.", "{X} said it was {[}not true that {p}{]}.", "{X} said it was {[}a lie that {p}{]}.", "{X} {[}denies that {p}{]}.",
          "That {[}{p}{]} is false, {x} said.", "{X} dismissed as invention the report that {[}{p}{]}.", "{[}That {p} was denied{]} by {x}.",
          "“It is not true that {[}{p}{]},” {x} said.", "{X} {[}contradicted reports that {p}{]}.", "{X} refuted the statement that {[}{p}{]}."]
BARE = ["{X} {[}denied it{]}.", "“{[}That is a lie{]},” {x} said.", "{X} {[}denied this{]} on {day}.", "“{[}Nothing of the kind happened{]},” {x} said.", "{X} called the report {[}a fabrication{]}.",
        "“{[}Not a word of it is true{]},” {x} told reporters.", "{X} {[}rejected the accusation{]}.", "“{[}This is nonsense{]},” {x} said."]
DECLINES = ["{X} would not say {[}whether {p}{]}.", "{X} {[}declined to comment{]}.", "{X} {[}refused to confirm that {p}{]}.", "{X} {[}could neither confirm nor deny that {p}{]}.",
            "{X} said {[}it was too early to say whether {p}{]}.", "{X} {[}did not answer questions{]} about it.", "{X} said {[}an inquiry would show whether {p}{]}."]
ALSO = ["{X}, who has no ties to {y}, also said {[}{p}{]}.", "{X} said independently of {y} that {[}{p}{]}.", "{X}, working separately, likewise found that {[}{p}{]}.",
        "{X} confirmed that {[}{p}{]}.", "{X}, who was there, saw for themselves that {[}{p}{]}.", "A count of its own led {x} to the same result: {[}{p}{]}."]
AGAIN = ["{X} repeated that {[}{p}{]}.", "{X} said again that {[}{p}{]}.", "{[}{P}{]}, {x} stressed once more."]
CORRECTS = ["{X} corrected the earlier statement: {[}{p}{]}.", "{X} now says that {[}{p}{]}.", "{X} has changed the account and says {[}{p}{]}.", "{X} conceded that, after all, {[}{p}{]}.",
            "{X} withdrew what had been said before: {[}{p}{]}.", "{[}{P}{]}, {x} now says.", "In a new statement {x} said {[}{p}{]}."]
RELAYS = ["{O} quoted {x} as saying that {[}{p}{]}.", "{O}, citing {x}, wrote that {[}{p}{]}.", "{[}{P}{]}, {o} reported, quoting {x}.", "{O} carried the statement of {x} that {[}{p}{]}."]
PLANS = ["{X} promised {[}{p}{]}.", "{X} plans {[}{p}{]}.", "{X} wants {[}{p}{]}.", "{X} threatened {[}{p}{]}.", "{X} {[}intends {p}{]}."]
VAGUE = ["{X} had {[}heard something about it{]}, but was not sure what.", "{X} said {[}it was possible{]}, nobody could tell yet.", "{X} said {[}something of the kind may have happened{]}, on which day was unclear.",
         "“{[}It was bad{]},” {x} said, without saying what was meant.", "{X} spoke of {[}heavy losses{]}, without a number.", "“{[}They say all sorts of things{]},” {x} said.", "It is not clear whether {x} meant this when saying that {[}it was so{]}."]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
TAILS = ["", "", "", " It was raining in {town}.", " The roads to {town} are closed.", " No names were given.", " The inquiry goes on.", " A statement was to follow on {day}."]

draw = random.Random(11)
pick = draw.choice

class Speaker:
    def __init__(self, taken=()):
        self.land, self.town = pick(LANDS), pick(PLACES)
        self.first, self.last = pick(FIRST), pick(LAST)
        self.at = pick([at for at in range(len(BODIES)) if at not in taken])
        self.forms = BODIES[self.at]
    def fill(self, words):
        return words.replace("{land}", self.land).replace("{town}", self.town).replace("{who}", f"{self.first} {self.last}").replace("{last}", self.last)
    def full(self): return self.fill(pick([self.forms[0], self.forms[0], pick(self.forms[2])]))
    def again(self): return self.fill(pick([self.forms[0], self.forms[1], pick(self.forms[2]), pick(self.forms[2])]))

def other(speaker):
    if draw.random() < .25: return None, pick(INDEFINITE)
    one = Speaker({speaker.at} if draw.random() < .8 else ())
    while one.land == speaker.land or one.last == speaker.last: one = Speaker({speaker.at})
    return one, one.full()

def up(words): return words[:1].upper() + words[1:]

def frame(form, x, p, y="", outlet=""):
    words = form.replace("{p}", p).replace("{P}", up(p)).replace("{x}", x).replace("{X}", up(x)).replace("{y}", y).replace("{o}", outlet).replace("{O}", up(outlet))
    words = words.replace("{day}", pick(DAYS)).replace(",,", ",").replace(",.", ".").replace(",:", ":")
    text = words + pick(TAILS).replace("{town}", pick(PLACES)).replace("{day}", pick(DAYS))
    start, end = text.index("{[}"), text.index("{]}")
    focus = text[start + 3:end]
    return text.replace("{[}", "").replace("{]}", ""), focus

def slots():
    place, place2 = draw.sample(PLACES, 2)
    first, last = draw.sample(FIRST, 2), draw.sample(LAST, 2)
    named = {"place": place, "place2": place2, "person": f"{first[0]} {last[0]}", "person2": f"{first[1]} {last[1]}", "side": pick(SIDES), "of": pick(OF), "parts": pick(PARTS)}
    return lambda words: fill(words, named)

def fill(words, named):
    for name, value in named.items(): words = words.replace("{" + name + "}", value)
    return words

WORDS = "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
def number(n, kind):
    if kind == "money": return f"{n} million"
    if n <= 20 and kind == "count" and draw.random() < .5: return WORDS[n]
    return f"{n:,}"

def value(kind):
    if kind == "percent": return draw.randrange(4, 95)
    if kind == "money": return draw.randrange(3, 90)
    return pick([draw.randrange(2, 20), draw.randrange(12, 99), draw.randrange(100, 990), draw.randrange(20, 90) * 100])

def round_of(n):
    step = 10 if n < 100 else 100 if n < 1500 else 1000
    return max(1, round(n / step)) * step if n > 25 else n

def form_figure(n, kind, how):
    words = number(n, kind)
    return {"exact": words, "more": f"more than {words}", "least": f"at least {words}", "most": f"no more than {words}", "under": f"fewer than {words}", "about": pick(["about ", "some ", "around ", "roughly "]) + words}[how]

def apart(n, how, kind):
    """A value that cannot be beside the first one, which was told as `how`, and how it is told."""
    low = max(1, int(n * pick([.1, .3, .5, .7, .8]))) if n > 2 else 1
    high = int(n * pick([1.3, 1.5, 2, 3, 6])) + 1
    if kind == "percent": high = min(99, high)
    if how in ("more", "least"): return (low if low < n - 1 else max(1, n - 2)), pick(["exact", "exact", "most"])
    if how in ("most", "under"): return high, pick(["exact", "exact", "least", "more"])
    if draw.random() < .5 and low < n * .85: return low, pick(["exact", "exact", "most", "about"])
    return high, pick(["exact", "exact", "more", "least", "about"])

def overlap(n, how):
    if how in ("more", "least"): return int(n * pick([1.05, 1.1, 1.3])) + 2, pick(["exact", "least", "more"])
    if how in ("most", "under"): return max(1, int(n * pick([.6, .8, .9]))), pick(["exact", "least"])
    if draw.random() < .5: return max(1, int(n * pick([.6, .8, .9]))), pick(["least", "more"]) if n > 3 else "least"
    return int(n * pick([1.2, 1.5])) + 2, pick(["most", "under"])

ALL = {}
for name in ("propositions", "figures"):
    table = defaultdict(lambda: defaultdict(list))
    for row in csv.DictReader(open(f"{sys.argv[1]}/{name}.tsv", encoding="utf8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        table[row["id"]][row["kind"]].append(row["wording"])
    ALL[name] = table

def two(words): return draw.sample(words, 2) if draw.random() < .7 else [pick(words)] * 2

def plain():
    """A pair about a proposition: (verdict, days, left, right)."""
    kinds, put = ALL["propositions"][pick(list(ALL["propositions"]))], slots()
    one, again = (put(words) for words in two(kinds["same"]))
    against, scope, beside, plan = (put(pick(kinds[kind])) for kind in ("against", "scope", "beside", "plan"))
    me = Speaker()
    x, me2 = me.full(), me.again()
    _, you = other(me)
    said = frame(pick(SAYS), x, one)
    outlet = "the " + pick(OUTLETS).replace("The ", "")
    soon, later = draw.choice([0, 0, 1, 1, 2, 3]), draw.choice([1, 2, 3, 5, 9, 14, 30])
    cases = [
        ("repeats", soon, said, frame(pick(SAYS), me2, again)), ("repeats", soon, said, frame(pick(AGAIN), me2, again)),
        ("repeats", soon, said, frame(pick(RELAYS), me2, again, outlet=outlet)),
        ("repeats", soon, frame(pick(DENIES), x, one), frame(pick(DENIES), me2, again)),
        ("repeats", soon, frame(pick(DENIES), x, one), frame(pick(SAYS), me2, against)),
        ("repeats", soon, frame(pick(SAYS), x, against), frame(pick(DENIES), me2, again)),
        ("confirms", soon, said, frame(pick(SAYS), you, again)), ("confirms", soon, said, frame(pick(ALSO), you, again, y=me2)),
        ("confirms", soon, said, frame(pick(ALSO), you, again, y=me2)),
        ("confirms", soon, frame(pick(DENIES), x, one), frame(pick(DENIES), you, again)),
        ("confirms", soon, frame(pick(DENIES), x, one), frame(pick(SAYS), you, against)),
        ("disputes", soon, said, frame(pick(DENIES), you, again)), ("disputes", soon, said, frame(pick(DENIES), you, one)),
        ("disputes", soon, said, frame(pick(BARE), you, again)), ("disputes", soon, said, frame(pick(SAYS), you, against)),
        ("disputes", soon, frame(pick(SAYS), x, against), frame(pick(SAYS), you, again)),
        ("disputes", soon, frame(pick(DENIES), x, one), frame(pick(SAYS), you, again)),
        ("disputes", soon, frame(pick(DENIES), x, one), frame(pick(ALSO[:1] + SAYS), you, again, y="anybody")),
        ("revises", later, said, frame(pick(SAYS), me2, against)), ("revises", later, said, frame(pick(CORRECTS), me2, against)),
        ("revises", later, said, frame(pick(DENIES), me2, again)), ("revises", later, frame(pick(DENIES), x, one), frame(pick(CORRECTS + SAYS), me2, again)),
        ("revises", later, frame(pick(SAYS), x, against), frame(pick(CORRECTS), me2, again)),
        ("compatible", soon, said, frame(pick(SAYS), you, beside)), ("compatible", soon, said, frame(pick(SAYS), me2, beside)),
        ("compatible", soon, said, frame(pick(DECLINES), you, again)), ("compatible", soon, said, frame(pick(DECLINES), you, one)),
        ("compatible", soon, frame(pick(DECLINES), x, one), frame(pick(SAYS), you, again)), ("compatible", soon, frame(pick(DENIES), x, one), frame(pick(SAYS), you, beside)),
        ("not-comparable", soon, said, frame(pick(SAYS), you, scope)), ("not-comparable", soon, said, frame(pick(SAYS), me2, scope)),
        ("not-comparable", soon, said, frame(pick(DENIES), you, scope)), ("not-comparable", later, frame(pick(PLANS), x, plan), frame(pick(SAYS), you, again)),
        ("not-comparable", later, frame(pick(PLANS), x, plan), frame(pick(SAYS), me2, again)), ("not-comparable", soon, frame(pick(DENIES), x, one), frame(pick(DENIES), you, scope)),
        ("unsure", soon, said, frame(pick(VAGUE), you, again)), ("unsure", soon, said, frame(pick(VAGUE), me2, again)),
    ]
    return pick(cases)

def counted():
    """A pair about a figure."""
    kinds, put = ALL["figures"][pick(list(ALL["figures"]))], slots()
    kind = next(one for one in ("count", "money", "percent") if kinds[one])
    n, how = value(kind), pick(["exact", "exact", "exact", "more", "least", "about", "most"])
    def told(words, n, how): return put(words.replace("{n}", form_figure(n, kind, how)))
    one, again = two(kinds[kind])
    left = told(one, n, how)
    me = Speaker()
    x, me2 = me.full(), me.again()
    _, you = other(me)
    outlet = "the " + pick(OUTLETS).replace("The ", "")
    soon, later = draw.choice([0, 0, 1, 1, 2, 3]), draw.choice([1, 1, 2, 3, 5, 9, 30])
    said = frame(pick(SAYS), x, left)
    same = told(again, n, how)
    rounder = told(again, round_of(n), "about") if how == "exact" and n > 25 else same
    far, other_how = apart(n, how, kind)
    off = told(again, far, other_how)
    near, near_how = overlap(n, how)
    meets = told(again, near, near_how)
    some = value(kind)
    scope, place, period = (told(pick(kinds[name]), pick([n, some]), pick(["exact", how])) for name in ("scope", "place", "period"))
    part = told(pick(kinds["part"]), max(1, int(n * pick([.1, .3, .6]))), pick(["exact", "least"]))
    plan = told(pick(kinds["plan"]), pick([n, some]), pick(["exact", "most", "about"]))
    none, beside = put(pick(kinds["none"])), put(pick(kinds["beside"]))
    cases = [
        ("repeats", soon, said, frame(pick(SAYS), me2, same)), ("repeats", soon, said, frame(pick(SAYS), me2, rounder)),
        ("repeats", soon, said, frame(pick(RELAYS), me2, same, outlet=outlet)), ("repeats", soon, frame(pick(DENIES), x, left), frame(pick(DENIES), me2, same)),
        ("confirms", soon, said, frame(pick(SAYS), you, same)), ("confirms", soon, said, frame(pick(ALSO), you, same, y=me2)),
        ("confirms", soon, said, frame(pick(ALSO), you, rounder, y=me2)), ("confirms", soon, frame(pick(DENIES), x, left), frame(pick(DENIES), you, same)),
        ("disputes", soon, said, frame(pick(SAYS), you, off)), ("disputes", soon, said, frame(pick(SAYS), you, off)),
        ("disputes", soon, said, frame(pick(DENIES), you, same)), ("disputes", soon, said, frame(pick(DENIES), you, left)),
        ("disputes", soon, said, frame(pick(SAYS), you, none)), ("disputes", soon, frame(pick(SAYS), x, none), frame(pick(SAYS), you, same)),
        ("disputes", soon, said, frame(pick(BARE), you, same)), ("disputes", soon, frame(pick(DENIES), x, left), frame(pick(SAYS), you, same)),
        ("revises", later, said, frame(pick(SAYS), me2, off)), ("revises", later, said, frame(pick(CORRECTS), me2, off)),
        ("revises", later, frame(pick(SAYS), x, none), frame(pick(SAYS + CORRECTS), me2, same)), ("revises", later, said, frame(pick(DENIES), me2, same)),
        ("compatible", soon, said, frame(pick(SAYS), you, meets)), ("compatible", soon, said, frame(pick(SAYS), you, part)),
        ("compatible", soon, said, frame(pick(SAYS), you, meets)), ("compatible", soon, said, frame(pick(SAYS), pick([me2, you]), part)),
        ("compatible", soon, said, frame(pick(DECLINES), you, same)), ("compatible", soon, said, frame(pick(SAYS), you, beside)),
        ("not-comparable", soon, said, frame(pick(SAYS), pick([me2, you]), scope)), ("not-comparable", soon, said, frame(pick(SAYS), pick([me2, you]), place)),
        ("not-comparable", soon, said, frame(pick(SAYS), pick([me2, you]), period)), ("not-comparable", later, frame(pick(SAYS), x, plan), frame(pick(SAYS), pick([me2, you]), same)),
        ("not-comparable", later, said, frame(pick(SAYS), pick([me2, you]), told(again, some, "exact") + " in all of the past year")),
        ("not-comparable", soon, said, frame(pick(DENIES), you, place)),
        ("unsure", soon, said, frame(pick(VAGUE), you, same)), ("unsure", soon, said, frame(pick(VAGUE), pick([me2, you]), same)),
    ]
    return pick(cases)

def main(count, target):
    with open(target, "w", encoding="utf8") as out:
        for at in range(count):
            verdict, days, (a, f), (b, g) = pick([plain, counted])()
            one, two_ = draw.sample(OUTLETS, 2)
            if draw.random() < (.4 if verdict == "revises" else .1): two_ = one
            day = datetime.date(2031, 1, 1) + datetime.timedelta(draw.randrange(300))
            row = {"id": f"g{at:05}", "left": {"published": str(day), "publisher": one, "text": a},
                   "right": {"published": str(day + datetime.timedelta(days)), "publisher": two_, "text": b}, "focus": {"left": f, "right": g}, "verdict": verdict}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")

main(int(sys.argv[2]), sys.argv[3])
