/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ks-csv-writer.h"
#include "ks-plain-zip.h"

G_BEGIN_DECLS

/* Private to seals: the files in one, in their order; KsPlainZipPart each. */

/* What all seals and archives hold. */
#define KS_SEAL_READ_ME "DOC-TRUOC.txt"
#define KS_SEAL_MANIFEST "manifest.json"
#define KS_SEAL_SUMS "SHA256SUMS"

/* What a seal holds besides: figures, the log, papers. */
#define KS_SEAL_FIGURES "so-lieu/"
#define KS_SEAL_LOG "nhat-ky.csv"
#define KS_SEAL_PAPERS "van-ban/"

/* What an archive holds besides. */
#define KS_ARCHIVE_INPUTS "phieu/"
#define KS_ARCHIVE_TABLES "bang/"
#define KS_ARCHIVE_LOG "bang/log.jsonl"
#define KS_ARCHIVE_TOKENS "ma-khao-sat.csv"
#define KS_ARCHIVE_DECISIONS "xu-ly.jsonl"
#define KS_ARCHIVE_VERSIONS "da-neu.jsonl"
#define KS_ARCHIVE_OPEN "dang-doi-chieu.jsonl"

GPtrArray *ks_seal_pieces_new (void);
GBytes *ks_seal_pieces_find (GPtrArray *pieces, const char *name);
void ks_seal_pieces_add (GPtrArray *pieces, const char *name, GBytes *content);
void ks_seal_pieces_add_text (GPtrArray *pieces, const char *name, char *text);
void ks_seal_pieces_add_table (GPtrArray *pieces, const char *name, KsCsvWriter *table);
GBytes *ks_seal_pieces_make_sums (GPtrArray *pieces);
char *ks_seal_hash (GBytes *content);

/* A JSON object to a line, in the one way to write it. */
typedef gboolean (*KsSealLineFunc) (JsonObject *line, gpointer data, GError **error);

void ks_seal_append_line (GString *text, JsonObject *line);
gboolean ks_seal_foreach_line (
    GPtrArray *pieces, const char *name, KsSealLineFunc func, gpointer data, GError **error);
const char *ks_seal_get_text (JsonObject *line, const char *member);
gint64 ks_seal_get_number (JsonObject *line, const char *member, gint64 fallback);

G_END_DECLS
