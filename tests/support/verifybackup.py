#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verifies a backup set from its files alone, sharing no line with Pilothouse: the second opinion of the tests."""

import hashlib
import json
import pathlib
import sqlite3
import sys
import tarfile
import tempfile


def fail(message):
    print(message)
    sys.exit(1)


def main(folder):
    raw = (folder / "manifest.json").read_bytes()
    sidecar = (folder / "manifest.sha256").read_text()
    if sidecar != hashlib.sha256(raw).hexdigest() + "  manifest.json\n":
        fail("manifest digest")
    manifest = json.loads(raw)
    if manifest["format"].split(".")[0] != "pilothouse-backup/1":
        fail("format")
    archive = folder / manifest["archive"]["name"]
    content = archive.read_bytes()
    if len(content) != manifest["archive"]["size"]:
        fail("archive size")
    if hashlib.sha256(content).hexdigest() != manifest["archive"]["sha256"]:
        fail("archive digest")
    expected = {member["path"]: member for member in manifest["members"]}
    with tempfile.TemporaryDirectory() as scratch, tarfile.open(archive) as tar:
        for entry in tar:
            member = expected.pop(entry.name, None)
            if member is None or not entry.isreg() or entry.size != member["size"]:
                fail("member " + entry.name)
            data = tar.extractfile(entry).read()
            if hashlib.sha256(data).hexdigest() != member["sha256"]:
                fail("digest of " + entry.name)
            if member["role"] == "database":
                check_database(pathlib.Path(scratch) / "copy.db", data, manifest, member)
    if expected:
        fail("missing " + sorted(expected)[0])


def check_database(path, data, manifest, member):
    path.write_bytes(data)
    facts = next(database for database in manifest["databases"] if database["id"] == member["database"])
    connection = sqlite3.connect(path)
    if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
        fail("structure of " + member["path"])
    for table in facts["tables"]:
        rows = connection.execute('SELECT count(*) FROM "%s"' % table["name"].replace('"', '""')).fetchone()[0]
        if rows != table["rows"]:
            fail("rows of " + table["name"])
    connection.close()
    path.unlink()


main(pathlib.Path(sys.argv[1]))
