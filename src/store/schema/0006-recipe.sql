-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 6: how files of answers are read, so that the next one with the same header asks nothing.

CREATE TABLE recipe (
  fingerprint TEXT NOT NULL PRIMARY KEY,
  used BIGINT NOT NULL,
  recipe TEXT NOT NULL
);
