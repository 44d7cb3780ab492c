/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-csv-reader.h"
#include "ks-form.h"

G_BEGIN_DECLS

/* Reads the cells of one question: labels in any case and spacing, numbers of a scale, several
 * options joined by a separator that may stand inside an option as well. */
typedef struct _KsOptionReader KsOptionReader;

KsOptionReader *ks_option_reader_new (const KsQuestion *question);
void            ks_option_reader_free (KsOptionReader *self);
guint           ks_option_reader_find (KsOptionReader *self, const char *text, gsize length);
gboolean        ks_option_reader_read (KsOptionReader *self, const KsCell *cell, char *answers);
gboolean        ks_option_reader_read_one (KsOptionReader *self, guint choice, const KsCell *cell,
                                           char *answers);
void            ks_option_reader_learn (KsOptionReader *self, const char *text, guint choice);
void            ks_option_reader_add_separator (KsOptionReader *self, char separator);
char            ks_option_reader_get_separator (KsOptionReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsOptionReader, ks_option_reader_free)

G_END_DECLS
