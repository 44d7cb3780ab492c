-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3: the form as it was while answers came: each import knows its version.

CREATE TABLE form_version (
  version BIGINT NOT NULL PRIMARY KEY,
  saved BIGINT,
  json TEXT NOT NULL
);

INSERT INTO form_version (version, saved, json) SELECT 1, NULL, json FROM form ORDER BY id LIMIT 1;

DROP TABLE form;

ALTER TABLE batch ADD COLUMN form_version BIGINT NOT NULL DEFAULT 1;
