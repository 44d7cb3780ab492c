/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-csv-reader.h"
#include "ks-encoding.h"
#include "ks-scan.h"

G_BEGIN_DECLS

/* The bytes of a file as UTF-8 text in a window that moves along it. */

#define KS_CSV_SAMPLE (32 * 1024) /* what is looked at before the first row */
#define KS_CSV_BUFFER (256 * 1024)

typedef struct {
  GInputStream *stream;
  char         *name; /* for people */
  KsCsvTapFunc  tap;
  gpointer      tap_data;
  gsize         chunk;    /* bytes asked for at a time */
  gint64        position; /* bytes taken from the stream */

  KsEncoding      chosen;    /* what somebody says that it is; else %KS_ENCODING_AUTO */
  KsEncodingGuess guess;
  gboolean        undecided; /* nothing but ASCII so far */
  gboolean        decoding;  /* it is no UTF-8, or in layers */
  KsDecoder       decoder;
  GBytes         *sample;    /* what the guess was made from, if it is not sure */

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

/* Finds rows and cells in that window. */

typedef enum {
  KS_CSV_CELL,    /* another cell follows */
  KS_CSV_ROW,     /* the row ends here */
  KS_CSV_BLANK,   /* a line without anything */
  KS_CSV_PARTIAL, /* more text is needed */
  KS_CSV_STRAY,   /* text behind a closing quote */
  KS_CSV_LONG,    /* a cell or row too long */
  KS_CSV_WIDE,    /* too many cells */
} KsCsvOutcome;

typedef struct {
  KsCsvSource *source;
  char         delimiter; /* 0: not known yet */
  gsize        next;      /* where the next row begins in the source's buffer */
  gsize        after;     /* where the last cell ended */
  gsize        opened;    /* where the last cell began */

  KsCell       cells[KS_CSV_MAX_COLUMNS];
  guint        n_cells;
  guint16      doubled[KS_CSV_MAX_COLUMNS]; /* cells that hold doubled quotes */
  guint        n_doubled;
} KsCsvParser;

KsCsvOutcome ks_csv_parser_read_row (KsCsvParser *self);

char     ks_csv_sniff_delimiter (const char *text, gsize length, gboolean whole);
char    *ks_csv_describe_foreign (const guint8 *data, gsize length);

G_END_DECLS
