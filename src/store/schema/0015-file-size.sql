-- SPDX-FileCopyrightText: The Khảo Sát authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 15: how long the files of answers are, so that a seal tells them by hash and size.

-- Bytes of the file as it was given; NULL: it came in before anybody counted them.
ALTER TABLE batch ADD COLUMN file_size BIGINT;
