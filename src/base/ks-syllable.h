/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KS_SYLLABLE_MAX 7 /* letters of the longest: nghiêng */

/* Whether a word can be Vietnamese: by this old encodings are told apart. */

gboolean ks_syllable_check (const gunichar *letters, guint length);

G_END_DECLS
