-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 13: counts by body and kind of person, beside those of whole units.

-- The counts of a unit for each option of the questions that tell groups apart, packed as
-- ks-packed-counts.c says. They are of the questions that the setting group_tally names; in a file of
-- before, where it names none, the next change of the answers counts them all.
CREATE TABLE group_tally (
  unit TEXT NOT NULL PRIMARY KEY,
  counts BLOB NOT NULL
);
