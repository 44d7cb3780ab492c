-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 17: what an office sets and writes in its papers.

-- paper: id of a paper, or "all". slot: a setting, a text that an officer writes, or the template.
CREATE TABLE paper_text (
  paper TEXT NOT NULL,
  slot TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (paper, slot)
) WITHOUT ROWID;
