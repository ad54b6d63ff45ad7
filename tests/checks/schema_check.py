#!/usr/bin/env python3
"""Judge values by JSON Schemas with an independent validator.

Reads lines of JSON from standard input: {"schema": FILE} names the schema of the lines that follow,
{"value": VALUE} is judged by it. Writes "ok" or the first fault for each value. A schema that is
none ends the run with an error.

Needs jsonschema 4.26.0 (tests/tools/install).
"""
import json
import sys

from jsonschema import Draft7Validator


def load(path):
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def main():
    validators = {}
    validator = None
    for line in sys.stdin:
        entry = json.loads(line)
        if "schema" in entry:
            validator = validators.get(entry["schema"]) or load(entry["schema"])
            validators[entry["schema"]] = validator
            continue
        fault = next(validator.iter_errors(entry["value"]), None)
        print("ok" if fault is None else f"{fault.json_path}: {fault.message[:200]!r}")


main()
