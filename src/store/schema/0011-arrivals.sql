-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 11: when answers came in, beside how many there are.

-- The time of a unit's newest counted sheet (NULL: none has a time); its counted sheets by the hour,
-- "474023:12 474024:3" (hours since 1970, UTC); and how many counted before the import that came last.
ALTER TABLE tally ADD COLUMN newest BIGINT;
ALTER TABLE tally ADD COLUMN arrivals TEXT NOT NULL DEFAULT '';
ALTER TABLE tally ADD COLUMN counted_before BIGINT NOT NULL DEFAULT 0;

UPDATE tally SET newest = arrived.newest, arrivals = arrived.arrivals FROM (
  SELECT unit, MAX(newest) AS newest, group_concat(hour || ':' || sheets, ' ') AS arrivals FROM (
    SELECT unit, answered / 3600 AS hour, COUNT(*) AS sheets, MAX(answered) AS newest FROM response
    WHERE state = 0 AND answered IS NOT NULL GROUP BY unit, answered / 3600 ORDER BY unit, hour
  ) AS by_hour GROUP BY unit
) AS arrived WHERE arrived.unit = tally.unit;
