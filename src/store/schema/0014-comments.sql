-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 14: themes of comments, what is blacked out in them, and what papers quote of them.

-- withheld: a comment with this theme stands in no paper; such a theme stays as it is.
CREATE TABLE theme (
  id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  position BIGINT NOT NULL,
  withheld BIGINT NOT NULL
);

INSERT INTO theme (id, name, position, withheld)
  VALUES (1, 'Có nội dung phản ánh, tố cáo – báo cáo lãnh đạo', 1, 1);

CREATE TABLE comment_theme (
  response BIGINT NOT NULL,
  question TEXT NOT NULL,
  theme BIGINT NOT NULL REFERENCES theme (id),
  PRIMARY KEY (response, question, theme)
) WITHOUT ROWID;

-- Characters of a comment, counted from 0. kept 0: blacked out; 1: an officer leaves readable what
-- the program would propose to black out.
CREATE TABLE comment_mark (
  response BIGINT NOT NULL,
  question TEXT NOT NULL,
  start BIGINT NOT NULL,
  length BIGINT NOT NULL,
  kept BIGINT NOT NULL,
  PRIMARY KEY (response, question, start)
) WITHOUT ROWID;

-- What papers say of a comment, as an officer worded it.
CREATE TABLE quote (
  response BIGINT NOT NULL,
  question TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (response, question)
) WITHOUT ROWID;
