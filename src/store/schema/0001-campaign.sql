-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A campaign file, version 1. docs/file-format.md tells what each column holds.

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE form (
  id TEXT NOT NULL PRIMARY KEY,
  json TEXT NOT NULL
);

CREATE TABLE unit (
  code TEXT NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  district TEXT NOT NULL,
  district_name TEXT NOT NULL,
  link TEXT
);

CREATE TABLE staff (
  unit TEXT NOT NULL REFERENCES unit (code),
  body BIGINT NOT NULL,
  total BIGINT NOT NULL,
  excused BIGINT NOT NULL,
  PRIMARY KEY (unit, body)
);

CREATE TABLE batch (
  id BIGINT NOT NULL PRIMARY KEY,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  source TEXT NOT NULL,
  imported BIGINT NOT NULL,
  file_time BIGINT NOT NULL,
  row_count BIGINT NOT NULL,
  counted BIGINT NOT NULL,
  waiting BIGINT NOT NULL,
  kept_sha256 TEXT NOT NULL,
  state TEXT NOT NULL
);

CREATE TABLE source_part (
  batch BIGINT NOT NULL REFERENCES batch (id),
  part BIGINT NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (batch, part)
);

CREATE TABLE response (
  id BIGINT NOT NULL PRIMARY KEY,
  batch BIGINT NOT NULL,
  source_row BIGINT NOT NULL,
  unit TEXT NOT NULL,
  given TEXT NOT NULL,
  answered BIGINT,
  answers TEXT NOT NULL,
  state BIGINT NOT NULL,
  reason BIGINT NOT NULL,
  digest BIGINT NOT NULL
) WITHOUT ROWID;

-- Rows that do not count are few and are looked for often.
CREATE INDEX response_apart ON response (state, reason, id) WHERE state <> 0;

CREATE TABLE remark (
  response BIGINT NOT NULL,
  question TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (response, question)
) WITHOUT ROWID;

CREATE TABLE tally (
  unit TEXT NOT NULL PRIMARY KEY,
  counts BLOB NOT NULL
);

CREATE TABLE report (
  unit TEXT NOT NULL PRIMARY KEY,
  reported BIGINT NOT NULL,
  staff_present BIGINT NOT NULL,
  guided BIGINT NOT NULL,
  answered BIGINT NOT NULL,
  posted BIGINT NOT NULL,
  website BIGINT NOT NULL,
  zalo BIGINT NOT NULL,
  facebook BIGINT NOT NULL,
  meetings BIGINT NOT NULL
);

CREATE TABLE post (
  unit TEXT NOT NULL,
  posted BIGINT NOT NULL,
  kind TEXT NOT NULL,
  copies BIGINT NOT NULL,
  PRIMARY KEY (unit, posted, kind)
);

CREATE TABLE choice (
  unit TEXT NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL,
  reason TEXT NOT NULL,
  chosen BIGINT NOT NULL
);

CREATE TABLE given (
  scope TEXT NOT NULL,
  seq BIGINT NOT NULL,
  given_at BIGINT NOT NULL,
  responses BLOB NOT NULL,
  figures TEXT NOT NULL,
  PRIMARY KEY (scope, seq)
);

CREATE TABLE log (
  seq BIGINT NOT NULL PRIMARY KEY,
  utc TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  payload TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
);
