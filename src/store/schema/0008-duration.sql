-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 8: how long somebody took for a sheet.

-- Seconds between its start and its end; NULL: its file does not tell both.
ALTER TABLE response ADD COLUMN duration BIGINT;
ALTER TABLE withdrawn ADD COLUMN duration BIGINT;
