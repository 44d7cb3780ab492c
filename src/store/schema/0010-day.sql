-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 10: the days around the survey: who was called, what marks rest on, what was received.

-- What somebody said when a unit or a district was called. scope: unit, district; outcome: reminded,
-- unreachable, appointment, trouble; appointment: the moment that was promised.
CREATE TABLE call (
  id BIGINT NOT NULL PRIMARY KEY,
  scope TEXT NOT NULL,
  code TEXT NOT NULL,
  called BIGINT NOT NULL,
  actor TEXT NOT NULL,
  outcome TEXT NOT NULL,
  appointment BIGINT,
  note TEXT NOT NULL
);

-- What a mark of a unit rests on. mark: report, posted, website, zalo, facebook, meetings, or a day
-- with posts (2024-03-28). verified: the moment when an officer checked it, NULL: reported by the unit.
CREATE TABLE evidence (
  unit TEXT NOT NULL,
  mark TEXT NOT NULL,
  link TEXT NOT NULL,
  picture_name TEXT NOT NULL,
  picture BLOB,
  note TEXT NOT NULL,
  verified BIGINT,
  actor TEXT NOT NULL,
  PRIMARY KEY (unit, mark)
);

-- What was done for a unit or a district before the day. scope: unit, district; step: sent (the
-- district's pack), received, tried, posted (the sheet hangs).
CREATE TABLE step_done (
  scope TEXT NOT NULL,
  code TEXT NOT NULL,
  step TEXT NOT NULL,
  done BIGINT NOT NULL,
  actor TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (scope, code, step)
);

-- The end of the survey, moved: by which decision and why.
CREATE TABLE extension (
  id BIGINT NOT NULL PRIMARY KEY,
  made BIGINT NOT NULL,
  actor TEXT NOT NULL,
  until_before BIGINT NOT NULL,
  until_after BIGINT NOT NULL,
  decision TEXT NOT NULL,
  reason TEXT NOT NULL
);

-- The posts of a day as somebody counted them: the figure stands in place of the rows of post of that
-- day, which are kept. Days are counted from 1970-01-01.
CREATE TABLE post_count (
  unit TEXT NOT NULL,
  day BIGINT NOT NULL,
  posts BIGINT NOT NULL,
  PRIMARY KEY (unit, day)
);

-- A working group may say what it put up before it says when, and how many: what nobody told is NULL.
CREATE TABLE report_told (
  unit TEXT NOT NULL PRIMARY KEY,
  reported BIGINT,
  staff_present BIGINT,
  guided BIGINT,
  answered BIGINT,
  posted BIGINT NOT NULL,
  website BIGINT NOT NULL,
  zalo BIGINT NOT NULL,
  facebook BIGINT NOT NULL,
  meetings BIGINT NOT NULL
);
INSERT INTO report_told SELECT unit, reported, staff_present, guided, answered, posted, website, zalo,
  facebook, meetings FROM report;
DROP TABLE report;
ALTER TABLE report_told RENAME TO report;
