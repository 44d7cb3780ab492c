/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which figures may be shown without naming a colleague. */

#define KS_MIN_ANSWERS ((gint64) 5)
#define KS_MIN_COMMENTS ((gint64) 10)

/* Kinds of people, and who is outside the survey, are told of so many units together and more: of
 * fewer it could point at somebody. */
#define KS_LEAST_UNITS_OF_KINDS 5

gboolean ks_is_shown (gint64 n_answers);
guint    ks_show_subgroups (const gint64 *n_answers, guint n_subgroups, gboolean *shown);
guint    ks_show_parts (const gint64 *n_answers, guint n_parts, gint64 minimum, gboolean *shown);

G_END_DECLS
