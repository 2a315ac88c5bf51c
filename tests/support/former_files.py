"""The data files as the version before had them, as far as the research of November 2026 goes."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

from tracker.supporters.seed import DATA

EMPTY = ("selection_statements.csv", "veto_votes.csv")
"""The files that it did not have."""
NEWER = "T63"
"""The first of the reported figures that came with the research."""
MILESTONES = {"1-for-7-billion": 4, "un2020": 8, "unpa": 4}
DOCUMENTS = {"1-for-7-billion": 4, "unpa": 4, "act-code-of-conduct": 5}
"""How many there were before."""
OF_A_REFORM = ("status", "evidence", "evidence_source")


def write(folder: Path) -> None:
    """Write them into a folder."""
    for file in DATA.iterdir():
        if file.is_file():
            shutil.copy(file, folder)
    for name in EMPTY:
        _keep(folder / name, [])
    tallies = _rows(DATA / "tallies.csv")
    _keep(folder / "tallies.csv", [row for row in tallies if row["tally_id"] < NEWER])
    _keep(folder / "unpa_parliamentary_resolutions.csv", _resolutions())
    whole = json.loads((DATA / "initiatives.json").read_text(encoding="utf-8"))
    for initiative in whole["initiatives"]:
        of = initiative["id"]
        initiative["documents"] = initiative["documents"][: DOCUMENTS.get(of)]
        if of in MILESTONES:
            known = [one for one in initiative["milestones"] if not _is_newer(of, one["date"])]
            assert len(known) == MILESTONES[of]
            initiative["milestones"] = known
        for reform in initiative.get("reforms", []):
            for name in OF_A_REFORM:
                reform.pop(name, None)
    (folder / "initiatives.json").write_text(json.dumps(whole), encoding="utf-8")


def _is_newer(initiative: str, dated: str) -> bool:
    before = {
        "1-for-7-billion": ("2014-11", "2015-09", "2016-03-17", "2016-03-22"),
        "unpa": ("2006-10-10", "2007-04-23", "2007-08-29", "2017-08-07"),
    }
    if initiative in before:
        return dated not in before[initiative]
    return dated in ("2020-09-18", "2020-12-16")


def _resolutions() -> list[dict[str, str]]:
    """The parliaments' rows, without days, steps and words, and without the seven new ones."""
    rows = _rows(DATA / "unpa_parliamentary_resolutions.csv")
    known = [row for row in rows if row["source"].endswith(("index.php", "endorsements.html"))]
    blank = dict.fromkeys(("date", "date_means", "step", "quote"), "")
    return [{**row, **blank, "what": "supported"} for row in known]


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _keep(file: Path, rows: list[dict[str, str]]) -> None:
    with file.open(encoding="utf-8", newline="") as lines:
        header = next(csv.reader(lines))
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
