-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 16: the scale of the commendation, its locks, and whom people propose.

-- No row: the usual scale. points in hundredths; anchors in millionths of the measure's unit.
CREATE TABLE criterion (
  id TEXT NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  points BIGINT NOT NULL,
  zero_at BIGINT NOT NULL,
  full_at BIGINT NOT NULL,
  checked_only BIGINT NOT NULL
);

-- Every time that the scale was locked: none is ever taken away.
CREATE TABLE criteria_lock (
  seq BIGINT NOT NULL PRIMARY KEY,
  locked BIGINT NOT NULL,
  actor TEXT NOT NULL,
  hash TEXT NOT NULL,
  scale TEXT NOT NULL
);

-- What the office gave a unit by a criterion of its own, in hundredths of 0 to 10.
CREATE TABLE own_value (
  criterion TEXT NOT NULL,
  unit TEXT NOT NULL,
  value BIGINT NOT NULL,
  note TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (criterion, unit)
) WITHOUT ROWID;

-- Units that an officer leaves out of the ranking.
CREATE TABLE barred (
  unit TEXT NOT NULL PRIMARY KEY,
  reason TEXT NOT NULL,
  barred BIGINT NOT NULL,
  actor TEXT NOT NULL
);

-- kind: unit, collective, person. merits: empty of a unit: as they are drafted from its figures.
CREATE TABLE nominee (
  position BIGINT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL,
  district TEXT NOT NULL,
  name TEXT NOT NULL,
  post TEXT NOT NULL,
  merits TEXT NOT NULL,
  form TEXT NOT NULL,
  note TEXT NOT NULL,
  reason TEXT NOT NULL,
  chosen BIGINT NOT NULL
);

-- Until now a reason said both why and what for.
INSERT INTO nominee (position, kind, unit, district, name, post, merits, form, note, reason, chosen)
  SELECT position, 'unit', unit, '', '', '', reason, 'Giấy khen', '', reason, chosen FROM choice;
DROP TABLE choice;
