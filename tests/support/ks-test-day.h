/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"

G_BEGIN_DECLS

/* Takes a file back to version 11; each newer migration adds what it made. */
#define KS_TEST_DROP_NEWER                                                                        \
  "DROP TABLE given_out; DROP TABLE given_unit;"                                                  \
  "CREATE TABLE given (\n"                                                                        \
  "  scope TEXT NOT NULL,\n"                                                                      \
  "  seq BIGINT NOT NULL,\n"                                                                      \
  "  given_at BIGINT NOT NULL,\n"                                                                 \
  "  responses BLOB NOT NULL,\n"                                                                  \
  "  figures TEXT NOT NULL,\n"                                                                    \
  "  PRIMARY KEY (scope, seq)\n"                                                                  \
  ");"                                                                                            \
  "DROP TABLE group_tally; DELETE FROM setting WHERE name = 'group_tally';"                       \
  "DROP TABLE comment_theme; DROP TABLE comment_mark; DROP TABLE quote; DROP TABLE theme;"        \
  "ALTER TABLE batch DROP COLUMN file_size; DROP TABLE paper_text;"                               \
  "DROP TABLE criterion; DROP TABLE criteria_lock; DROP TABLE own_value; DROP TABLE barred;"      \
  "DROP TABLE nominee;"                                                                           \
  "CREATE TABLE choice (\n"                                                                       \
  "  unit TEXT NOT NULL PRIMARY KEY,\n"                                                           \
  "  position BIGINT NOT NULL,\n"                                                                 \
  "  reason TEXT NOT NULL,\n"                                                                     \
  "  chosen BIGINT NOT NULL\n"                                                                    \
  ");"

#define KS_TEST_KEY "6b68616f7361742d64656d6f2d6b65792d6e6f742d666f722d7265616c2d7573"
#define KS_TEST_TEMPLATE "https://example.org/f?u={token}"

/* A campaign in a folder of its own, on the real 209 units, with a clock that stands. */
typedef struct {
  char       *folder;
  char       *path;
  KsClock    *clock;
  KsCampaign *campaign;
} KsTestDay;

void        ks_test_day_set_up (KsTestDay *self, gconstpointer data);
void        ks_test_day_set_up_between (KsTestDay *self, const char *from, const char *to);
void        ks_test_day_tear_down (KsTestDay *self, gconstpointer data);
void        ks_test_day_import_day (KsTestDay *self);
void        ks_test_day_import_work (KsTestDay *self);
void        ks_test_day_set_paper (KsTestDay *self, const char *paper, const char *slot,
                                   const char *body);
char       *ks_test_day_write (KsTestDay *self, const char *name, const char *text,
                                    gssize length);
char       *ks_test_day_hash (KsTestDay *self);
void        ks_test_day_assert_sound (KsTestDay *self);
GBytes     *ks_test_load_kept (KsTransaction *tx, gint64 batch);
KsMoment    ks_test_moment (const char *text);

#define ks_test_day_path(name) g_test_build_filename (G_TEST_DIST, "data", "day-2024-04-01", name, NULL)

G_END_DECLS
