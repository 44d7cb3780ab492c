-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 12: what was given out, unit by unit, so that no two tables together isolate one to four sheets.

-- Every time that answers left the program. kind: preliminary, published, corrected; scope: code of a
-- unit or a district, empty for the province; reason and agreed: of a correction.
CREATE TABLE given_out (
  seq BIGINT NOT NULL PRIMARY KEY,
  given_at BIGINT NOT NULL,
  kind TEXT NOT NULL,
  document TEXT NOT NULL,
  scope TEXT NOT NULL,
  note TEXT NOT NULL,
  reason TEXT NOT NULL,
  agreed TEXT NOT NULL
);

-- What a unit put into the tables from that time on: the ids of its sheets, and its counts (as those
-- of the tally).
CREATE TABLE given_unit (
  unit TEXT NOT NULL,
  seq BIGINT NOT NULL,
  responses BLOB NOT NULL,
  counts BLOB NOT NULL,
  PRIMARY KEY (unit, seq)
);
