-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 14: themes of comments, what is blacked out in them, and what papers quote of them.

CREATE TABLE theme (
  id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  position BIGINT NOT NULL
);
