/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-csv-reader.h"

G_BEGIN_DECLS

/* The bytes of a file as UTF-8 text in a window that moves along it. */

#define KS_CSV_SAMPLE (32 * 1024) /* what is looked at before the first row */
#define KS_CSV_BUFFER (256 * 1024)

typedef enum {
  KS_CSV_UTF8,
  KS_CSV_UTF16_LE,
  KS_CSV_UTF16_BE,
} KsCsvEncoding;

typedef struct {
  GInputStream *stream;
  char         *name; /* for people */
  KsCsvTapFunc  tap;
  gpointer      tap_data;
  gsize         chunk;    /* bytes asked for at a time */
  gint64        position; /* bytes taken from the stream */

  KsCsvEncoding encoding;
  guint8        carry[4]; /* what is left of UTF-16 between chunks */
  gsize         n_carry;

  char         *buffer; /* has KS_SCAN_BLOCK bytes more than capacity */
  gsize         capacity;
  gsize         filled;
  gsize         end;    /* text up to here is whole and valid */
  gboolean      at_end; /* the stream has no more */
  gboolean      broken; /* what stands at end is not text */
} KsCsvSource;

void     ks_csv_source_init (KsCsvSource *self, GInputStream *stream, const char *name);
void     ks_csv_source_clear (KsCsvSource *self);
gboolean ks_csv_source_begin (KsCsvSource *self, GError **error);
gboolean ks_csv_source_fill (KsCsvSource *self, gsize keep_from, GError **error);

char     ks_csv_sniff_delimiter (const char *text, gsize length, gboolean whole);
char    *ks_csv_describe_foreign (const guint8 *data, gsize length);

G_END_DECLS
