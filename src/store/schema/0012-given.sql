-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 12: what was given out, unit by unit, so that no two tables together isolate one to four sheets.

-- Every time that answers left the program. kind: preliminary, published (figures were settled),
-- corrected; scope: code of a unit or a district, empty for the province; reason and agreed: why figures
-- were corrected and who agreed.
CREATE TABLE given_out (
  seq BIGINT NOT NULL PRIMARY KEY,
  given_at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  document TEXT NOT NULL,
  scope TEXT NOT NULL,
  note TEXT NOT NULL,
  reason TEXT NOT NULL,
  agreed TEXT NOT NULL
);

-- What a unit put into the tables from that time on. sheets: a hash of the answers of each sheet and
-- which questions it answered; counts: as those of the tally.
CREATE TABLE given_unit (
  unit TEXT NOT NULL,
  seq BIGINT NOT NULL,
  sheets BLOB NOT NULL,
  counts BLOB NOT NULL,
  PRIMARY KEY (unit, seq)
) WITHOUT ROWID;

-- What was given out before is remembered scope by scope, which does not tell what each unit put in.
DROP TABLE given;
