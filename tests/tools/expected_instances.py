#!/usr/bin/env python3
"""Compute the instances that each calendar feed must hold, straight from content/.

    expected_instances.py CONTENT_DIR CALENDAR_YAML OUT_DIR

For every school with a timetable, OUT_DIR/<school>/{all,parents,staff,pupils}.json is a list of
{start, end, status} in UTC, as ics_check.py takes it with --expect. The code is independent of
the program: it reads docs/reference/content.md, not src/. Needs PyYAML and tzdata.
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
    """(audience, instance) for each instance that takes place or is cancelled."""
    zone = ZoneInfo(school["zone"])
    found = []

    def add(session, day, time, status="CONFIRMED"):
        groups = GROUPS if session["for"] == "all" else session["for"]
        start, end = (moment(zone, day, minute) for minute in time)
        found.append((groups, {"start": start, "end": end, "status": status}))

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
                add(session, date.fromisoformat(row["to"]), at)
            elif not skipped(school, calendar, session, day):
                add(session, day, time, "CANCELLED" if key in cancelled else "CONFIRMED")
    for extra in timetable.get("extra", []):
        add(extra, date.fromisoformat(extra["date"]), time_range(extra["at"]))
    return found


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    content, calendar, out = Path(sys.argv[1]), Calendar(Path(sys.argv[2])), Path(sys.argv[3])
    for folder in sorted((content / "schools").iterdir()):
        path = folder / "timetable.yaml"
        if not path.exists():
            continue
        found = instances(read(folder / "school.yaml"), read(path), calendar)
        target = out / folder.name
        target.mkdir(parents=True, exist_ok=True)
        for feed in ["all", *GROUPS]:
            rows = [row for groups, row in found if feed == "all" or feed in groups]
            rows.sort(key=lambda row: (row["start"], row["end"], row["status"]))
            (target / f"{feed}.json").write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
