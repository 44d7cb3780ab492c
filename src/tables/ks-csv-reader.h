/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ks-encoding.h"

G_BEGIN_DECLS

#define KS_CSV_MAX_CELL (64 * 1024)
#define KS_CSV_MAX_COLUMNS 500
#define KS_CSV_MAX_ROWS (16 * 1024 * 1024)

/* Text of one cell, without its quotes. Ends with a NUL that @length does not count. */
typedef struct {
  const char *text;
  gsize       length;
} KsCell;

/* Valid until the next row is read. */
typedef struct {
  const KsCell *cells;
  guint         n_cells;
  guint64       number; /* of the row in its file, from 1 for the header; blank lines count */
} KsRow;

typedef void (*KsCsvTapFunc) (const guint8 *data, gsize length, gpointer user_data);

/* Reads delimited text of any size, row by row, in constant memory. */
typedef struct _KsCsvReader KsCsvReader;

KsCsvReader *ks_csv_reader_new (GInputStream *stream, const char *name);
KsCsvReader *ks_csv_reader_new_for_path (const char *path, GError **error);
void         ks_csv_reader_free (KsCsvReader *self);
void         ks_csv_reader_set_tap (KsCsvReader *self, KsCsvTapFunc func, gpointer user_data);
void         ks_csv_reader_set_delimiter (KsCsvReader *self, char delimiter);
void         ks_csv_reader_set_encoding (KsCsvReader *self, KsEncoding encoding);
void         ks_csv_reader_set_buffer_size (KsCsvReader *self, gsize size);
const KsRow *ks_csv_reader_next (KsCsvReader *self, GError **error);
char         ks_csv_reader_get_delimiter (KsCsvReader *self);
const KsEncodingGuess *ks_csv_reader_get_guess (KsCsvReader *self);
char        *ks_csv_reader_preview (KsCsvReader *self, KsEncoding encoding);
const char  *ks_csv_reader_get_name (KsCsvReader *self);
GInputStream *ks_csv_reader_get_stream (KsCsvReader *self);
gint64       ks_csv_reader_get_position (KsCsvReader *self);
gint64       ks_csv_reader_get_size (KsCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsCsvReader, ks_csv_reader_free)

G_END_DECLS
