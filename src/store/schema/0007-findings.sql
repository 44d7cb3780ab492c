-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 7: what the figures give reason to check, and what officers decided.

CREATE TABLE finding (
  id BIGINT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL,
  batch BIGINT NOT NULL,
  key BIGINT NOT NULL,
  first BIGINT NOT NULL,
  second BIGINT NOT NULL,
  third BIGINT NOT NULL,
  share DOUBLE PRECISION NOT NULL,
  row_count BIGINT NOT NULL,
  decision TEXT NOT NULL,
  reason TEXT NOT NULL,
  actor TEXT NOT NULL,
  decided BIGINT
);

CREATE TABLE finding_row (
  finding BIGINT NOT NULL REFERENCES finding (id),
  response BIGINT NOT NULL,
  mark BIGINT NOT NULL,
  PRIMARY KEY (finding, response)
) WITHOUT ROWID;

-- Of which row of the log the findings are, and the last id that was given to one.
CREATE TABLE finding_run (
  id BIGINT NOT NULL PRIMARY KEY,
  log_seq BIGINT NOT NULL,
  last_finding BIGINT NOT NULL
);

-- The last decision on a sheet, and where the sheet stood before the first.
CREATE TABLE decision (
  response BIGINT NOT NULL PRIMARY KEY,
  decision TEXT NOT NULL,
  reason TEXT NOT NULL,
  actor TEXT NOT NULL,
  decided BIGINT NOT NULL,
  unit_before TEXT NOT NULL,
  state_before BIGINT NOT NULL,
  reason_before BIGINT NOT NULL
);

-- Sheets that a later file of the same export does not hold.
CREATE TABLE vanished (
  response BIGINT NOT NULL PRIMARY KEY,
  file TEXT NOT NULL
);

-- Sheets of imports that were withdrawn, as they were.
CREATE TABLE withdrawn (
  id BIGINT NOT NULL PRIMARY KEY,
  batch BIGINT NOT NULL,
  source_row BIGINT NOT NULL,
  unit TEXT NOT NULL,
  given TEXT NOT NULL,
  answered BIGINT,
  answers TEXT NOT NULL,
  state BIGINT NOT NULL,
  reason BIGINT NOT NULL,
  digest BIGINT NOT NULL,
  texts BIGINT NOT NULL,
  service BIGINT
) WITHOUT ROWID;

CREATE TABLE withdrawn_remark (
  response BIGINT NOT NULL,
  question TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (response, question)
) WITHOUT ROWID;
