/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-xlsx-private.h"

G_BEGIN_DECLS

/* Private to the reading of OpenDocument spreadsheets: all sheets stand in one part, one after the
 * other, with those of drawings and links between and inside them. */

#define KS_ODS_CONTENT "content.xml"

/* How deep below the spreadsheet's element an element stands: its sheets at 1. */
typedef struct {
  gboolean inside;
  guint    depth;
} KsOdsPlace;

gboolean ks_ods_place_enter (KsOdsPlace *self, const char *name);
void     ks_ods_place_leave (KsOdsPlace *self);

typedef struct {
  char    *name;
  gboolean hidden;
} KsOdsSheet;

KsPackage *ks_ods_book_open (GBytes *bytes, const char *name, GPtrArray **sheets, GError **error);

/* What a cell shows, from the attributes of its element and the text below it. */
typedef struct {
  GString *value;     /* attribute of a number, day, time, truth or text; has_value tells */
  GString *shown;     /* its paragraphs */
  gboolean has_value;
  char     kind;      /* first letter of the kind of value: f, p, c, d, t, b, s; 0: none */
} KsOdsValue;

void     ks_ods_value_init (KsOdsValue *self);
void     ks_ods_value_clear (KsOdsValue *self);
void     ks_ods_value_begin (KsOdsValue *self, const char **attributes);
gboolean ks_ods_value_append (const KsOdsValue *self, GString *target);

G_END_DECLS
