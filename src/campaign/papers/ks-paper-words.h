/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-figure-book.h"

G_BEGIN_DECLS

#define KS_PAPER_NUMBER "#" /* in place of a field: the number of a list, from 01 */

/* Tells whether a field stands for something: a figure that is not 0 and not a dash. */
typedef gboolean (*KsFieldFunc) (const char *id, gpointer data);

gboolean ks_paper_words_hold (const char *text, KsFieldFunc holds, gpointer data);
char *ks_paper_words_expand (const char *text, KsFieldFunc holds, gpointer data);
gboolean ks_paper_words_check (const char *text,
                               gboolean (*knows) (const char *id, gpointer data),
                               gpointer data,
                               char **fault);
char *ks_paper_words_dup_superior (const char *text, const char *superior);
const char *ks_paper_words_name_district (const char *name);
char *ks_paper_words_number (const char *text);
gboolean ks_paper_figure_holds (const char *id, gpointer book);

G_END_DECLS
