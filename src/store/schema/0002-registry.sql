-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: what an office knows of its units, and how the list changed through time.

-- NULL: in use; else the day since when it is not.
ALTER TABLE unit ADD COLUMN retired BIGINT;

CREATE TABLE unit_detail (
  unit TEXT NOT NULL REFERENCES unit (code),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (unit, field)
);

CREATE TABLE unit_name (
  unit TEXT NOT NULL REFERENCES unit (code),
  place BIGINT NOT NULL,
  name TEXT NOT NULL,
  district TEXT NOT NULL,
  until BIGINT,
  PRIMARY KEY (unit, place)
);

CREATE TABLE district_contact (
  code TEXT NOT NULL PRIMARY KEY,
  board TEXT NOT NULL,
  board_phone TEXT NOT NULL,
  chair TEXT NOT NULL,
  chair_phone TEXT NOT NULL,
  group_link TEXT NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE event (
  id BIGINT NOT NULL PRIMARY KEY,
  day BIGINT NOT NULL,
  kind TEXT NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE event_unit (
  event BIGINT NOT NULL REFERENCES event (id),
  side BIGINT NOT NULL,
  place BIGINT NOT NULL,
  code TEXT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (event, side, place)
);

CREATE TABLE staff_change (
  id BIGINT NOT NULL PRIMARY KEY,
  unit TEXT NOT NULL,
  changed BIGINT NOT NULL,
  staff_before BIGINT NOT NULL,
  staff_after BIGINT NOT NULL,
  reason TEXT NOT NULL
);
