-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 4: what was printed, so that only what no longer holds is printed again.

CREATE TABLE print_run (
  id BIGINT NOT NULL PRIMARY KEY,
  printed BIGINT NOT NULL,
  actor TEXT NOT NULL,
  way TEXT NOT NULL,
  layout TEXT NOT NULL,
  options TEXT NOT NULL,
  words TEXT NOT NULL,
  complete BIGINT NOT NULL
);

CREATE TABLE print_sheet (
  run BIGINT NOT NULL REFERENCES print_run (id),
  unit TEXT NOT NULL,
  signs TEXT NOT NULL,
  PRIMARY KEY (run, unit)
) WITHOUT ROWID;
