#!/usr/bin/env python3
"""Writes the specimen: a conference that never was, with as many people, outcomes and papers as a large one has.

    input/specimen/generate.py                               writes the files beside this program, as they are committed
    input/specimen/generate.py --output DIR --papers 130     the same conference with more papers, for proceedings of a book's size

The same seed gives the same bytes on every machine."""
import argparse
import pathlib
import sys

sys.dont_write_bytecode = True  # this folder holds data: no __pycache__ in it

import article
import fields
import occasion
import people
import pictures
import words
from text import LANGUAGES, NAMESPACE, Dice, bind, blocks, document, element, fill, lines

DAYS = ("2031-09-10", "2031-09-11", "2031-09-12")
FOUNDED = "2021-05-18"
COMMENT = "Invented. Written by input/specimen/generate.py; change that instead."


def dates(dice, first=2030, last=2031):
    return f"{dice.between(first, last)}-{dice.between(1, 8):02}-{dice.between(1, 28):02}"


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


class Specimen:
    def __init__(self, seed, paper_count):
        self.seed, self.paper_count = seed, paper_count
        self.chinese, self.belarusian = people.universities()
        self.universities = self.chinese + self.belarusian
        self.homes = {u.id: u for u in self.universities}
        self.crowd = people.Crowd(Dice(seed, "persons"))
        self.roles = {}      # person's id -> role
        self.sessions = {}   # person's id -> sessions where the person has a part
        self.seated = {}     # person's id -> sessions where the person sits on a body
        self.talks = []      # (session, cluster, topic, title, persons, language)
        self.assign_clusters()
        self.invite()

    def assign_clusters(self):
        """Each university works in one to three clusters; the first of each side in a cluster leads it."""
        self.members = {c["id"]: [] for c in fields.CLUSTERS}
        dice = Dice(self.seed, "clusters")
        order = [c["id"] for c in fields.CLUSTERS]
        for side in (self.chinese, self.belarusian):
            for i, university in enumerate(side):
                own = {order[i % 6], order[dice.below(6)], order[dice.below(6)]}
                for cluster in own:
                    self.members[cluster].append(university)

    def leads(self, cluster):
        members = self.members[cluster]
        return [next(u for i, u in enumerate(side) if u in members and i % 6 == [c["id"] for c in fields.CLUSTERS].index(cluster))
                for side in (self.chinese, self.belarusian)]

    def invite(self):
        """The persons: guests, a rector of each university, hard cases, and then many more."""
        add = self.crowd.add
        post = ("副市长", "Заместитель мэра", "Намеснік мэра", "Deputy Mayor")
        host, co_host = self.chinese[0].id, self.belarusian[0].id
        self.guests = {
            "mayor-tianshu": add("city-tianshu", "CN", post, True),
            "mayor-zubrausk": add("city-zubrausk", "BY", ("副主席", "Заместитель председателя", "Намеснік старшыні", "Deputy Chairman"), False),
            "host": add(host, "CN", words.PRESIDENT, True), "co-host": add(co_host, "BY", words.RECTOR, False),
            "secretary": add("secretariat", "BY", ("秘书长", "Генеральный секретарь", "Генеральны сакратар", "Secretary-General"), True),
            "student": add(host, "CN", words.POSTS[5][1], True),
            "council": add(self.belarusian[1].id, "BY", words.RECTOR, False),
        }
        for key in ("mayor-tianshu", "mayor-zubrausk"):
            self.roles[self.guests[key].id] = "guest"
        self.roles[self.guests["secretary"].id] = "secretariat"
        for university in self.universities:
            if university.id not in (host, co_host, self.belarusian[1].id):
                add(university.id, university.country, words.PRESIDENT if university.country == "CN" else words.RECTOR)
        people.hard_cases(self.crowd, self.chinese, self.belarusian)
        dice = Dice(self.seed, "homes")
        weights = [(60 if u.id in (host, co_host) else dice.between(8, 30), u) for u in self.universities]
        homes = [u for u in self.universities for _ in range(2)]
        homes += [dice.weighted(weights) for _ in range(people.ATTENDEES - len(self.crowd.persons) - len(homes))]
        for university in sorted(homes, key=self.universities.index):
            add(university.id, university.country)
        self.by_home = {}
        for person in self.crowd.persons:
            self.by_home.setdefault(person.institution, []).append(person)

    def someone(self, dice, cluster):
        """Of the cluster's universities, who has no other part yet."""
        for _ in range(50):
            person = dice.pick(self.by_home[dice.pick(self.members[cluster]).id])
            if person.id not in self.roles and person.post not in (words.PRESIDENT, words.RECTOR, words.POSTS[5][1]):
                return person
        return person

    def take(self, person, role, session):
        self.roles.setdefault(person.id, role)
        self.sessions.setdefault(person.id, []).append(session)
        return person

    # The parts.

    def conference(self):
        place = element("place", {"country": "CN"}, lines("city", self.chinese[0].city), lines("venue", occasion.VENUE), lines("address", occasion.ADDRESS),
                        [element("room", {"xml:id": name, "seats": seats}, lines("name", texts)) for name, seats, texts in occasion.ROOMS])
        alliance = element("alliance", {"founded": FOUNDED}, lines("name", occasion.ALLIANCE), lines("short", occasion.ALLIANCE_SHORT),
                           element("place", {"country": "BY"}, lines("city", self.belarusian[0].city)),
                           [element("lead", {"institution": u.id}) for u in (self.chinese[0], self.belarusian[0])], blocks("summary", [occasion.ALLIANCE_SUMMARY]))
        includes = [element("xi:include", {"href": name + ".xml"})
                    for name in ("institutions", "persons", "programme", "clusters", "outcomes", "attendance", "papers", "decisions")]
        signatories = [element("signatory", {"person": self.guests["host"].id, "signature": "signatures/host.png"}),
                       element("signatory", {"person": self.guests["co-host"].id, "signature": "signatures/co-host.svg"})]
        return element(
            "conference", {"xmlns": NAMESPACE, "xmlns:xi": "http://www.w3.org/2001/XInclude", "xml:id": "star-bridge-2031",
                           "from": DAYS[0], "to": DAYS[-1], "specimen": "true"},
            lines("title", occasion.TITLE), lines("subtitle", occasion.SUBTITLE), lines("short", occasion.SHORT), lines("theme", occasion.THEME),
            lines("notice", occasion.NOTICE), place, [element("guidance", {"institution": name}) for name in ("city-tianshu", "city-zubrausk")],
            [element("host", {"institution": u.id}) for u in (self.chinese[0], self.belarusian[0])],
            [element("supporter", {"institution": u.id}) for u in (self.chinese[1], self.belarusian[1])],
            element("chair", {"person": self.guests["host"].id}), element("secretary", {"person": self.guests["secretary"].id}), signatories, blocks("summary", occasion.SUMMARY), alliance, includes, self.photos())

    def photos(self):
        return element("photos", {}, [element("photo", {"href": href, "date": DAYS[0] if session else None, "session": session}, lines("title", title), lines("description", seen))
                                      for href, session, title, seen in occasion.PHOTOS])

    def institutions(self):
        bodies = [element("institution", {"xml:id": name, "country": country, "kind": "other" if name == "secretariat" else "government"}, lines("name", texts))
                  for name, country, texts in occasion.BODIES]
        dice = Dice(self.seed, "membership")
        rows = []
        for university in self.universities:
            since = FOUNDED if dice.chance(80) else dates(dice, 2022, 2030)
            rows.append(university.element(since, self.seats(university), university in (self.chinese[0], self.belarusian[0])))
        return element("institutions", {"xmlns": NAMESPACE}, bodies, rows)

    def seats(self, university):
        """Leads chair a cluster's council, the Chinese side in the chair and the Belarusian its deputy; one member in three sits on it."""
        seats = []
        for cluster in fields.CLUSTERS:
            leads, members = self.leads(cluster["id"]), self.members[cluster["id"]]
            if university in leads:
                role = ("chair", "deputy")[leads.index(university)]
                seats.append(element("seat", {"cluster": cluster["id"], "person": self.by_home[university.id][0].id, "role": role, "since": "2029-09-20"}))
            elif university in members and members.index(university) % 3 == 0:
                seats.append(element("seat", {"cluster": cluster["id"], "since": "2029-09-20"}))
        return seats

    def persons(self):
        return element("persons", {"xmlns": NAMESPACE}, [person.element() for person in self.crowd.persons])

    def clusters(self):
        dice = Dice(self.seed, "coordinators")
        rows = []
        for cluster in fields.CLUSTERS:
            leads = self.leads(cluster["id"])
            others = [u for u in self.members[cluster["id"]] if u not in leads]
            coordinators = [self.take(self.someone(dice, cluster["id"]), "moderator", f"forum-{cluster['id']}-1") for _ in range(2)]
            rows.append(element("cluster", {"xml:id": cluster["id"]}, lines("title", cluster["title"]), lines("field", cluster["field"]),
                                [element("lead", {"institution": u.id}) for u in leads], [element("member", {"institution": u.id}) for u in others],
                                [element("coordinator", {"person": p.id}) for p in coordinators], blocks("summary", [cluster["summary"]])))
        return element("clusters", {"xmlns": NAMESPACE}, rows)

    # The programme.

    def programme(self):
        sessions = [(day, start, self.session(name, kind, day, start, end, room, title)) for name, kind, day, start, end, room, title in occasion.SESSIONS]
        for number, cluster in enumerate(fields.CLUSTERS):
            sessions.append((0, "14:00", self.forum(cluster, number, 1, 0, 14 * 60, 8)))
            sessions.append((1, "09:00", self.forum(cluster, number, 2, 1, 9 * 60, 6)))
        return element("programme", {"xmlns": NAMESPACE}, [session for _, _, session in sorted(sessions, key=lambda s: s[:2])])

    def session(self, name, kind, day, start, end, room, title):
        items, chairs, secretaries = [], [], []
        if kind in ("opening", "closing"):
            items = self.speeches(name, start)
        elif name == "plenary-1":
            items = self.keynotes(start)
        elif name == "plenary-2":
            items = self.reports(start)
        if items or kind in ("meeting", "round-table"):
            chair = self.guests["host" if day == 0 else "co-host"]
            chairs = [element("chair", {"person": self.take(chair, "moderator", name).id})]
            secretaries = [element("secretary", {"person": self.guests["secretary"].id})]
            self.seated.setdefault(self.guests["secretary"].id, []).append(name)
        if name == "council-1":
            for cluster in fields.CLUSTERS:
                for university in self.leads(cluster["id"]):
                    self.seated.setdefault(self.by_home[university.id][0].id, []).append(name)
        return element("session", {"xml:id": name, "kind": kind, "date": DAYS[day], "start": start, "end": end, "room": room}, lines("title", title), chairs, secretaries,
                       blocks("summary", occasion.SESSION_SUMMARIES[name]) if name in occasion.SESSION_SUMMARIES else [], items)

    def speeches(self, session, start):
        at = int(start[:2]) * 60 + int(start[3:]) + 5
        items = []
        for where, who, language, title, paragraphs in occasion.SPEECHES:
            if where != session:
                continue
            person = self.take(self.guests[who], "speaker", session)
            items.append(element("speech", {"xml:id": f"speech-{who}", "start": clock(at), "end": clock(at + 12), "language": language},
                                 element("speaker", {"person": person.id}), lines("title", title), blocks("summary", paragraphs)))
            at += 12
        return items

    def keynotes(self, start):
        dice, at, items = Dice(self.seed, "keynotes"), 10 * 60 + 30, []
        for number, title in enumerate(occasion.KEYNOTES):
            side = (self.chinese, self.belarusian)[number % 2]
            person = self.take(self.by_home[side[number + 2].id][0], "speaker", "plenary-1")
            sentences = [dice.pick(words.TALK_MIDDLES), dice.pick(words.TALK_CLOSINGS)]
            items.append(self.talk(f"talk-plenary-{number + 1}", at, 25, [person], title, sentences, dice))
            at += 25
        return items

    def reports(self, start):
        dice, at, items = Dice(self.seed, "reports"), 9 * 60, []
        for number, cluster in enumerate(fields.CLUSTERS):
            person = self.take(self.by_home[self.leads(cluster["id"])[number % 2].id][1], "speaker", "plenary-2")
            title = fill(occasion.REPORT, cluster=cluster["title"])
            items.append(self.talk(f"talk-report-{cluster['id']}", at, 20, [person], title, [dice.pick(words.TALK_MIDDLES), dice.pick(words.TALK_CLOSINGS)], dice))
            at += 20
        return items

    def forum(self, cluster, number, part, day, at, count):
        session, dice = f"forum-{cluster['id']}-{part}", Dice(self.seed, f"forum {cluster['id']} {part}")
        chair = self.take(self.someone(dice, cluster["id"]), "moderator", session)
        start, talks = at, []
        for k in range(count):
            topic, angle = cluster["topics"][k], words.ANGLES[(k + number + 3 * part) % 8]
            title = fill(("{topic}：{angle}", "{Topic}: {angle}", "{Topic}: {angle}", "{Topic}: {angle}"), topic=topic, angle=angle)
            speakers = [self.take(self.someone(dice, cluster["id"]), "speaker", session) for _ in range(2 if dice.chance(30) else 1)]
            sentences = [dice.pick(words.TALK_OPENINGS), dice.pick(words.TALK_MIDDLES), dice.pick(words.TALK_CLOSINGS)]
            paper = len(self.talks) + 1 if part == 1 and k == 0 else None
            talks.append(self.talk(f"talk-{cluster['id']}-{part}-{k + 1}", at, 25, speakers, title, sentences, dice, topic, paper and f"paper-{number + 1:03}"))
            self.talks.append((session, cluster, topic, title, speakers))
            at += 25
        name = fill(occasion.FORUM, cluster=cluster["title"], part=part)
        return element("session", {"xml:id": session, "kind": "forum", "date": DAYS[day], "start": clock(start), "end": clock(at), "room": f"room-{number + 1}", "cluster": cluster["id"]},
                       lines("title", name), element("chair", {"person": chair.id}), talks)

    def talk(self, name, at, length, speakers, title, sentences, dice, topic=None, paper=None):
        language = "zh" if speakers[0].country == "CN" else dice.pick(("ru", "ru", "be"))
        language = "en" if dice.chance(25) else language
        values = {"n": dice.between(5, 20), "m": dice.between(5, 20), **({"topic": topic} if topic else {})}
        texts = [fill(sentence, **values) for sentence in sentences]
        summary = tuple(("" if i == 0 else " ").join(t[i] for t in texts) for i in range(4))
        return element("talk", {"paper": paper, "xml:id": name, "start": clock(at), "end": clock(at + length), "language": language},
                       [element("speaker", {"person": p.id}) for p in speakers], lines("title", title), blocks("summary", [summary]))

    # Outcomes, attendance, decisions.

    def outcomes(self):
        kinds = [*words.OUTCOMES, "agreement", "project"]
        rows = []
        for number, cluster in enumerate(fields.CLUSTERS):
            dice = Dice(self.seed, f"outcomes {cluster['id']}")
            for k in range(10):
                rows.append(self.outcome(cluster, kinds[(k + number) % 10], cluster["topics"][(k * 3 + (k > 7) * 2) % 8], k, dice))
        return element("outcomes", {"xmlns": NAMESPACE}, rows)

    def outcome(self, cluster, kind, topic, k, dice):
        title, variants = words.OUTCOMES[kind]
        begun = [] if kind == "agreement" else [(6, "under-way"), (3, "completed"), (1, "suspended"), (1, "cancelled")]
        status = dice.weighted([(1, "proposed"), (3, "planned"), (4, "signed"), *begun])
        date = None if status == "proposed" else f"2032-{dice.between(1, 9):02}" if status == "planned" else DAYS[1] if status == "signed" else dates(dice)
        until = None if status == "cancelled" or kind == "agreement" and dice.chance(50) else str(dice.between(2033, 2036))
        members = self.members[cluster["id"]]
        parties = dice.some([u for u in members if u.country == "CN"], dice.between(1, 3)) + dice.some([u for u in members if u.country == "BY"], dice.between(1, 2))
        amounts = []
        if kind != "agreement" and dice.chance(85):
            amounts.append(element("amount", {"currency": "CNY"}, str(dice.between(12, 800) * 10000)))
        if kind != "agreement" and dice.chance(55):
            amounts.append(element("amount", {"currency": "BYN"}, str(dice.between(10, 180) * 5000)))
        fitting = [step for kinds, step in words.NEXT_STEPS if kind in kinds.split()]
        steps = [] if status in ("completed", "cancelled") else dice.some(fitting, dice.between(1, 3))
        nexts = [element("next", {"due": f"{dice.between(2031, 2032)}-{dice.between(10, 12)}", "institution": dice.pick(parties).id}, lines("title", step)) for step in steps]
        return element("outcome", {"xml:id": f"outcome-{cluster['id']}-{k + 1}", "cluster": cluster["id"], "kind": kind, "status": status, "date": date, "until": until},
                       lines("title", fill(title, topic=topic)), [element("party", {"institution": u.id}) for u in parties], amounts,
                       blocks("summary", [fill(dice.pick(variants), n=dice.between(5, 20))]), nexts)

    def attendance(self):
        dice = Dice(self.seed, "attendance")
        rows = [self.attendee(number, person, dice) for number, person in enumerate(self.crowd.persons, 1)]
        return element("attendance", {"xmlns": NAMESPACE}, rows)

    def attendee(self, number, person, dice):
        role = self.roles.get(person.id) or self.role(person, dice)
        online = role not in ("guest", "organiser", "volunteer", "secretariat", "interpreter") and dice.chance(18)
        days = None if person.id in self.sessions or dice.chance(70) else " ".join(dice.some(DAYS, dice.between(1, 2)))
        days = None if person.id in self.seated else days
        awards = [element("award", {}, lines("title", dice.pick(words.AWARDS)))] if dice.chance(1) else []
        return element("attendee", {"xml:id": f"a{number:04}", "person": person.id, "role": role, "mode": "online" if online else None, "days": days,
                                    "sessions": self.attended(person, days, dice), "serial": f"SB-2031-{number:04}"}, awards)

    def role(self, person, dice):
        if person.post in (words.PRESIDENT, words.RECTOR):
            return "delegate"
        if person.institution in (self.chinese[0].id, self.belarusian[0].id):
            return dice.weighted([(3, "organiser"), (3, "volunteer"), (2, "secretariat"), (2, "interpreter"), (6, "delegate")])
        if person.post in (words.POSTS[4][1], words.POSTS[5][1]):
            return "student"
        return dice.weighted([(90, "delegate"), (3, "press"), (4, "observer"), (3, "interpreter")])

    def attended(self, person, days, dice):
        """In the programme's order: where the person has a part, what all go to, and the forums of one cluster."""
        cluster = dice.pick([c for c in fields.CLUSTERS if person.institution not in self.homes or self.homes[person.institution] in self.members[c["id"]]])["id"]
        likely = [("opening", 90, 0), ("plenary-1", 80, 0), (f"forum-{cluster}-1", 75, 0), (f"forum-{cluster}-2", 65, 1), ("plenary-2", 70, 2), ("closing", 75, 2)]
        own = self.sessions.get(person.id, []) + self.seated.get(person.id, [])
        present = [DAYS.index(day) for day in days.split()] if days else (0, 1, 2)
        there = [name for name, percent, day in likely if dice.chance(percent) and day in present]
        every = sorted(set(there + own), key=self.session_order)
        return " ".join(every) or None

    def session_order(self, name):
        order = ["opening", "plenary-1", *(f"forum-{c['id']}-1" for c in fields.CLUSTERS), "council-1",
                 *(f"forum-{c['id']}-2" for c in fields.CLUSTERS), "round-table", "plenary-2", "closing"]
        return order.index(name)

    def decisions(self):
        host, co_host = self.chinese[0].id, self.belarusian[0].id
        rows = []
        for number, (session, status, votes, due, who, title, paragraphs) in enumerate(occasion.DECISIONS, 1):
            vote = [element("vote", dict(zip(("for", "against", "abstained"), votes)))] if votes else []
            by_name = {"host": self.guests["host"], "co-host": self.guests["co-host"], "secretariat": self.guests["secretary"]}
            bodies = [element("responsible", {"institution": {"host": host, "co-host": co_host}.get(name, name), "person": by_name[name].id if name in by_name else None}) for name in who]
            rows.append(element("decision", {"xml:id": f"decision-{number}", "number": f"2031-{number}", "date": DAYS[0] if session == "council-1" else DAYS[2],
                                             "session": session, "status": None if status == "adopted" else status, "due": due},
                                lines("title", title), blocks("text", paragraphs), vote, bodies))
        return element("decisions", {"xmlns": NAMESPACE}, rows)

    # Papers: the first talk of each cluster's forum, then the others in turn.

    def paper_talks(self):
        first = [talk for talk in self.talks if talk[0].endswith("-1") and talk[2] is talk[1]["topics"][0]]
        rest = [talk for talk in self.talks if talk not in first]
        talks = first + rest
        return [talks[i % len(talks)] for i in range(self.paper_count)]

    def papers(self):
        rows = [element("paper", {"xml:id": f"paper-{i:03}", "cluster": cluster["id"], "session": session}, element("xi:include", {"href": f"papers/paper-{i:03}.xml"}))
                for i, (session, cluster, _, _, _) in enumerate(self.paper_talks(), 1)]
        return element("papers", {"xmlns": NAMESPACE, "xmlns:xi": "http://www.w3.org/2001/XInclude"}, rows)

    def articles(self):
        for i, (_, cluster, topic, title, speakers) in enumerate(self.paper_talks(), 1):
            dice = Dice(self.seed, f"paper {i}")
            authors = [p for p in speakers if p.institution in self.homes]
            authors += [self.someone(dice, cluster["id"]) for _ in range(dice.between(1, 2))]
            others = [self.someone(dice, cluster["id"]) for _ in range(6)]
            language = LANGUAGES[(i - 1) % 4] if i <= 4 else dice.pick(("zh", "ru", "en", "zh", "ru", "be"))
            yield f"papers/paper-{i:03}.xml", article.article(i, cluster, topic, title, authors, others, self.homes, language, dice)
            yield f"papers/figures/paper-{i:03}.svg", article.chart(dice)
        yield "papers/figures/formula.svg", article.FORMULA

    def files(self):
        """Name and content of each file. The order matters: who has a part in the programme is known before the attendance."""
        clusters, programme = self.clusters(), self.programme()
        for name, root in (("conference", self.conference()), ("institutions", self.institutions()), ("persons", self.persons()), ("clusters", clusters),
                           ("programme", programme), ("outcomes", self.outcomes()), ("attendance", self.attendance()), ("papers", self.papers()),
                           ("decisions", self.decisions())):
            yield name + ".xml", document(root, COMMENT)
        yield from self.articles()
        yield "photos/opening.svg", pictures.opening()
        yield "photos/signing.svg", pictures.signing()
        yield "photos/bridge.svg", pictures.bridge(Dice(self.seed, "stars"))
        yield "signatures/co-host.svg", pictures.signature_svg()
        yield "signatures/host.png", pictures.signature_png()


def main():
    here = pathlib.Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=pathlib.Path, default=here, help="the folder to write to; made where it does not exist")
    parser.add_argument("--papers", type=int, default=6, help="how many papers (6)")
    parser.add_argument("--seed", type=int, default=2031, help="another number gives other people and outcomes (2031)")
    options = parser.parse_args()
    for name, content in Specimen(options.seed, options.papers).files():
        path = options.output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


if __name__ == "__main__":
    main()
