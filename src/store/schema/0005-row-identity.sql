-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 5: what makes an answer sheet the same one in another file, also where a spreadsheet that
-- saved the file again dropped the seconds of its times.

-- 0: nothing written, 1: a spreadsheet may have changed it, else a hash of what was written.
ALTER TABLE response ADD COLUMN texts BIGINT NOT NULL DEFAULT 0;

-- The hash of the number that the form service gave the sheet; NULL: none.
ALTER TABLE response ADD COLUMN service BIGINT;

-- To how many seconds the times of the file are exact: 1 or 60.
ALTER TABLE batch ADD COLUMN time_step BIGINT NOT NULL DEFAULT 1;

-- 0: the digests of its sheets are of an earlier version and are made anew from the sheets.
ALTER TABLE batch ADD COLUMN digest_kind BIGINT NOT NULL DEFAULT 0;

UPDATE batch SET time_step = 60
  WHERE EXISTS (SELECT 1 FROM response WHERE response.batch = batch.id AND answered IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM response WHERE response.batch = batch.id AND answered % 60 <> 0);
