-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 13: counts by body and kind of person, beside those of whole units.

-- The counts of a unit for each option of the profile questions; packed, see ks-group-tally-table.c.
CREATE TABLE group_tally (
  unit TEXT NOT NULL PRIMARY KEY,
  counts BLOB NOT NULL
);
