#!/usr/bin/env python3
"""Compute the instances that each calendar feed must hold, straight from content/.

    expected_instances.py CONTENT_DIR CALENDAR_YAML OUT_DIR TODAY

For every school, OUT_DIR/<school>/{all,parents,staff,pupils,<person>,deadlines}.json is a list of
{start, end, status}, in UTC or as all-day dates, as ics_check.py takes it with --expect. The code
is independent of the program: it reads docs/reference/content.md, not src/. Needs PyYAML and
tzdata.
"""
import json
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
GROUPS = ["parents", "staff", "pupils"]
DAY = timedelta(days=1)


def read(path):
    """A YAML file with every scalar as text: `on` stays `on`, dates stay as written."""
    return yaml.load(path.read_text(encoding="utf-8-sig"), Loader=yaml.BaseLoader)


def as_list(value):
    return value if isinstance(value, list) else [value]


def minutes(text):
    hours, rest = text.split(":")
    return int(hours) * 60 + int(rest)


def time_range(text):
    start, end = text.replace("–", "-").split("-")
    return minutes(start), minutes(end)


class Calendar:
    """Days on which nothing takes place, by the production calendar."""

    def __init__(self, path):
        raw = read(path)
        self.statutory = set()
        for key in raw["statutory_holidays"]:
            first, _, last = key.partition("..")
            month = first[:2]
            for day in range(int(first[3:]), int((last or first)[3:]) + 1):
                self.statutory.add(f"{month}-{day:02d}")
        self.off = {"5": set(), "6": set()}
        for year in raw["years"].values():
            if year.get("status") == "adopted":
                self.off["5"] |= {row["date"] for row in year["five_day"]["days_off_mon_fri"]}
                self.off["6"] |= set(year["six_day"]["days_off_mon_sat"])

    def is_working(self, day, week):
        free = [6] if week == "6" else [5, 6]
        return day.weekday() not in free and not self.is_off(day, week)

    def is_off(self, day, week):
        text = day.isoformat()
        return text[5:] in self.statutory or text in self.off[week]


def days_between(first, last):
    day = first
    while day <= last:
        yield day
        day += DAY


def monday(day):
    return day - timedelta(days=day.weekday())


def is_nth(day, nth):
    if nth == "last":
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == int(nth)


def falls_on(session, day):
    """Whether the session is planned on `day`, which lies within its validity."""
    if "dates" in session:
        return day.isoformat() in session["dates"]
    if WEEKDAYS[day.weekday()] not in as_list(session["on"]):
        return False
    every = session.get("every", "week")
    if every == "week":
        return True
    if "nth" in every:
        return is_nth(day, every["nth"])
    apart = (monday(day) - monday(date.fromisoformat(every["from"]))).days // 7
    return apart % int(every["weeks"]) == 0


def skipped(school, calendar, session, day):
    text = day.isoformat()
    if any(row["date"] == text for row in school.get("days_off", [])):
        return True
    if calendar.is_off(day, school.get("week", "5")):
        return True
    if session.get("in_breaks") == "true":
        return False
    return any(row["from"] <= text <= row["to"] for row in school.get("breaks", []))


def moment(zone, day, minute):
    local = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute)
    return local.replace(tzinfo=zone).astimezone(timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def instances(school, timetable, calendar):
    """(names of feeds, instance) for each instance that takes place or is cancelled."""
    zone = ZoneInfo(school["zone"])
    found = []

    def add(session, day, time, status="CONFIRMED", substitute=None):
        groups = GROUPS if session["for"] == "all" else session["for"]
        feeds = {"all", session["who"], *groups}
        if substitute and status == "CONFIRMED":
            feeds.add(substitute)
        start, end = (moment(zone, day, minute) for minute in time)
        found.append((feeds, {"start": start, "end": end, "status": status}))

    def substitute(session, day):
        for row in timetable.get("substituted", []):
            first, last = row.get("date", row.get("from")), row.get("date", row.get("to"))
            if row["session"] == session["id"] and first <= day.isoformat() <= last:
                return row["who"]
        return None

    moved = {(row["session"], row["date"]): row for row in timetable.get("moved", [])}
    cancelled = {(row["session"], row["date"]) for row in timetable.get("cancelled", [])}
    valid = timetable["valid"]
    for session in timetable["sessions"]:
        first = date.fromisoformat(max(session.get("from", valid["from"]), valid["from"]))
        last = date.fromisoformat(min(session.get("to", valid["to"]), valid["to"]))
        time = time_range(session["at"])
        for day in days_between(first, last):
            key = (session["id"], day.isoformat())
            if not falls_on(session, day):
                continue
            if key in moved:
                row = moved[key]
                at = time_range(row["at"]) if "at" in row else time
                free = skipped(school, calendar, session, day)
                who = None if free else substitute(session, day)
                add(session, date.fromisoformat(row["to"]), at, "CONFIRMED", who)
            elif not skipped(school, calendar, session, day):
                status = "CANCELLED" if key in cancelled else "CONFIRMED"
                add(session, day, time, status, substitute(session, day))
    for extra in timetable.get("extra", []):
        add(extra, date.fromisoformat(extra["date"]), time_range(extra["at"]))
    return found


def consultants(timetable):
    rows = timetable["sessions"] + timetable.get("extra", []) + timetable.get("substituted", [])
    return {row["who"] for row in rows}


def months_later(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - DAY).day
    return date(year, month + 1, min(day.day, last))


def posting(school, calendar, rule, approved):
    day, left = approved, int(rule.get("days", "10"))
    working = lambda: calendar.is_working(day, school.get("week", "5"))
    while left:
        day += DAY
        left -= rule.get("count", "calendar") == "calendar" or working()
    while rule.get("roll_forward") == "true" and not working():
        day += DAY
    return day


def term_end(front, in_force):
    if "valid_until" in front:
        return date.fromisoformat(front["valid_until"])
    if "valid_for" not in front:
        return None
    count, unit = front["valid_for"].split()
    return months_later(in_force, int(count) * (12 if unit.startswith("year") else 1)) - DAY


def duty_days(school, duty, first, last):
    on = duty["on"]
    for day in days_between(first, last):
        end = (day + DAY).month != day.month
        if "days" in on:
            months = [int(month) for month in as_list(on.get("months", []))]
            days = [99 if value == "last" else int(value) for value in as_list(on["days"])]
            hit = day.day in days or end and any(value > day.day for value in days)
            hit = hit and (not months or day.month in months)
        elif on.get("before_breaks") == "true":
            hit = any(row["from"] == (day + DAY).isoformat() for row in school.get("breaks", []))
        elif "yearly" in on:
            hit = day.isoformat()[5:] in as_list(on["yearly"])
            hit = hit or end and day.month == 2 and day.day == 28 and "02-29" in as_list(on["yearly"])
        else:
            hit = day.isoformat() in as_list(on["dates"])
        if hit:
            yield day


def deadlines(folder, school, calendar, site, today):
    """Dates of all deadlines, from the school year of `today` on; duties of two school years."""
    year = today.year - (today.month < 9)
    first, last = date(year, 9, 1), date(year + 2, 8, 31)
    off = {row["date"] for row in school.get("days_off", [])}
    found = []
    for regulation in sorted((folder / "regulations").iterdir()):
        paths = sorted(path for path in regulation.glob("*.md") if path.stem != "draft")
        fronts = [yaml.load(path.read_text(encoding="utf-8-sig").split("---\n")[1], yaml.BaseLoader)
                  for path in paths]
        starts = [date.fromisoformat(front.get("in_force", front["approved"]["date"]))
                  for front in fronts]
        for index, front in enumerate(fronts):
            rule = {**site.get("publication", {}), **front.get("publication", {})}
            approved = date.fromisoformat(front["approved"]["date"])
            found.append(posting(school, calendar, rule, approved))
            replaced = starts[index + 1] - DAY if index + 1 < len(starts) else date.max
            end = term_end(front, starts[index])
            if end and end <= replaced:
                found.append(end)
                revise = months_later(end, -2)
                if revise >= starts[index]:
                    found.append(revise)
            until = min(last, replaced, end or last)
            for duty in front.get("duties", []):
                for day in duty_days(school, duty, max(first, starts[index]), until):
                    while not calendar.is_working(day, school.get("week", "5")) or day.isoformat() in off:
                        day -= DAY
                    found.append(day)
    rows = [day for day in found if day >= first]
    form = lambda day: day.strftime("%Y%m%d")
    return [{"start": form(day), "end": form(day + DAY), "status": "CONFIRMED"} for day in rows]


def write(target, name, rows):
    rows.sort(key=lambda row: (row["start"], row["end"], row["status"]))
    target.mkdir(parents=True, exist_ok=True)
    (target / f"{name}.json").write_text(json.dumps(rows, indent=1) + "\n")


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    content, calendar, out = Path(sys.argv[1]), Calendar(Path(sys.argv[2])), Path(sys.argv[3])
    today, site = date.fromisoformat(sys.argv[4]), read(content / "site.yaml")
    for folder in sorted((content / "schools").iterdir()):
        school, found, people = read(folder / "school.yaml"), [], set()
        paths = [folder / "timetable.yaml", *sorted(folder.glob("timetables/*.yaml"))]
        for path in filter(Path.exists, paths):
            timetable = read(path)
            found += instances(school, timetable, calendar)
            people |= consultants(timetable)
        for feed in ["all", *GROUPS, *sorted(people)] if people else []:
            write(out / folder.name, feed, [row for feeds, row in found if feed in feeds])
        if (folder / "regulations").exists():
            write(out / folder.name, "deadlines", deadlines(folder, school, calendar, site, today))


if __name__ == "__main__":
    main()
