#!/usr/bin/env python3
"""Write a synthetic workspace of N schools in the format of docs/reference/content.md.

    make_workspace.py OUT -n N [--seed S] [--posters KIND,… --sheets PAPER,…] [--act-kb KB]

OUT/content/… is made from the same schools as benches/make_workload.py writes for other
generators: its texts become editions, its slots become sessions. Two equal calls write the same
bytes, and the first 10 schools of 1000 are the schools of 10.

--posters and --sheets become `print` of site.yaml; --act-kb gives every act the same length (13 KB
of text are a printed act of about 4 pages) instead of 9 KB for most and 60 KB for each tenth.

Differences from the plain workload, counted in OUT/workspace.json:
- a slot that would put one person or one room in two places at once is moved to the first free
  half hour of its day, or dropped if there is none;
- an e-mail address and a phone belong to the school, none to the persons;
- «@TIMETABLE@» links of the text lead to the timetable page.
"""
import argparse
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benches"))
import make_workload  # noqa: E402

FIRST, LAST = 8 * 60, 20 * 60


def quoted(text):
    """A YAML double-quoted scalar; JSON's escapes are valid in it."""
    return json.dumps(text, ensure_ascii=False)


def clock(minutes):
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def minutes(text):
    return int(text[:2]) * 60 + int(text[3:])


def groups(audience):
    """For whom a slot is, in our words."""
    if audience.startswith(("родители", "будущие", "семьи")):
        return "[parents]"
    if audience.startswith(("ученики", "участники")):
        return "[pupils]"
    return "all"


def free_start(taken, slot, length):
    """The slot's start, or the first free half hour of its day, or None."""
    def is_free(start):
        return all(start + length <= s or e <= start for s, e in taken)
    wished = minutes(slot["start"])
    later = range(FIRST, LAST - length + 1, 30)
    return next((start for start in (wished, *later) if is_free(start)), None)


def sessions_yaml(slots, counts):
    """The people and sessions of a timetable."""
    people = {name: f"p{i}" for i, name in enumerate(sorted({s["person"] for s in slots}), 1)}
    subject = {s["person"]: s["subject"] for s in reversed(slots)}
    lines = ["people:"]
    for name, person in people.items():
        lines += [f"  {person}:", f"    name: {quoted(name)}",
                  f"    post: {quoted('учитель, ' + subject[name])}"]
    lines.append("sessions:")
    busy = {}
    for number, slot in enumerate(slots, 1):
        day, length = slot["weekday"], minutes(slot["end"]) - minutes(slot["start"])
        keys = [(day, "person", slot["person"]), (day, "room", slot["room"])]
        start = free_start([t for key in keys for t in busy.get(key, [])], slot, length)
        if start is None:
            counts["slots_dropped"] += 1
            continue
        counts["slots_moved"] += start != minutes(slot["start"])
        counts["sessions"] += 1
        for key in keys:
            busy.setdefault(key, []).append((start, start + length))
        lines += [f"  - id: s{number:02d}", f"    who: {people[slot['person']]}",
                  f"    for: {groups(slot['audience'])}", f"    on: {day}",
                  f"    at: \"{clock(start)}-{clock(start + length)}\"",
                  f"    room: {quoted(slot['room'])}",
                  f"    topic: {quoted(slot['subject'] + ': ' + slot['audience'])}"]
    return lines


def timetable_yaml(school, slots, counts):
    term = school["term"]
    lines = ["valid:", f"  from: {term['start']}", f"  to: {term['end']}",
             "approved:", "  date: 2026-08-28", "  by: приказом директора", "  order: \"60\""]
    return "\n".join(lines + sessions_yaml(slots, counts)) + "\n"


def school_yaml(school):
    names = ("Осенние каникулы", "Зимние каникулы", "Весенние каникулы")
    lines = [f"name: {quoted(school['name'])}", f"short_name: {quoted(school['short_name'])}",
             f"city: {quoted(school['city'])}", f"address: {quoted(school['address'])}",
             f"phone: {quoted(school['phone'])}", f"email: {school['email']}",
             f"website: {school['website']}", f"zone: {school['timezone']}",
             "director:", f"  name: {quoted(school['director'])}",
             "system: model", "breaks:"]
    for name, (first, last) in zip(names, school["term"]["holidays"]):
        lines += [f"  - name: {name}", f"    from: {first}", f"    to: {last}"]
    return "\n".join(lines) + "\n"


def edition_md(school, body):
    regulation = school["regulation"]
    head = ["---", f"title: {quoted(regulation['title'])}", "short_title: Регламент",
            "approved:", f"  date: {regulation['approved']}", "  by: приказом директора",
            f"  order: {quoted(regulation['number'])}", "valid_for: 3 years", f"posted: {regulation['approved']}", "---", ""]
    return "\n".join(head) + "\n" + body.replace("@TIMETABLE@", "../timetable/index.html")


SITE = """title: Регламенты школ
base_url: https://district.example.org/
language: ru
theme: default
portal: true
"""


def site_yaml(args):
    lists = {"posters": args.posters, "sheets": args.sheets}
    lines = [f"  {key}: [{value.replace(',', ', ')}]" for key, value in lists.items() if value]
    return SITE + ("print:\n" + "\n".join(lines) + "\n" if lines else "")


SYSTEM = """name: ИС «Электронный дневник»
website: https://diary.example.org/
desk:
  name: Служба поддержки
  zone: Europe/Moscow
  phones:
    - number: 8 800 000-00-00
      note: звонок бесплатный
  emails: [support@example.org]
  hours:
    - service: Приём звонков
      open: "09:00-21:00"
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("-n", type=int, required=True, help="number of schools")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--posters", help="kinds of posters, with commas")
    parser.add_argument("--sheets", help="papers, with commas")
    parser.add_argument("--act-kb", type=int, help="length of every act in KB")
    args = parser.parse_args()
    args.small_kb, args.big_kb, args.big_every = 9, 60, 10
    if args.act_kb:
        args.small_kb = args.big_kb = args.act_kb
    counts = {"schools": args.n, "sessions": 0, "slots_moved": 0, "slots_dropped": 0}
    write = make_workload.Writer()
    content = args.out / "content"
    write(content / "site.yaml", site_yaml(args))
    write(content / "systems" / "model.yaml", SYSTEM)
    for number in range(1, args.n + 1):
        school, body, slots, _ = make_workload.make_school(number, args)
        folder = content / "schools" / school["id"]
        approved = school["regulation"]["approved"]
        write(folder / "school.yaml", school_yaml(school))
        write(folder / "timetable.yaml", timetable_yaml(school, slots, counts))
        write(folder / "regulations" / "reglament" / f"{approved}.md", edition_md(school, body))
    counts.update(write.summary())
    (args.out / "workspace.json").write_text(json.dumps(counts, indent=1) + "\n")
    print(json.dumps(counts))


if __name__ == "__main__":
    main()
