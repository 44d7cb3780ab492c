/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a Vietnamese label says of its place on a scale. */
typedef struct {
  char *stem;  /* what is graded: "hai long"; "": the middle of any scale */
  int   rank;  /* higher is better */
} KsLevelWord;

gboolean ks_level_word_read (const char *label, KsLevelWord *word);
void     ks_level_word_clear (KsLevelWord *self);
gboolean ks_is_dont_know (const char *label);

G_END_DECLS
