/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the lines of the ranking and the titles over them are made of. Widths in pixels: titles and
 * lines have letters of different size. */
#define KS_CANDIDATE_RANK_WIDTH 42
#define KS_CANDIDATE_ANSWERS_WIDTH 48
#define KS_CANDIDATE_SCORE_WIDTH 48
#define KS_CANDIDATE_SHARE_WIDTH 44

GtkWidget *ks_candidate_label_new (const char *css_class, float xalign, int width_chars);
GtkWidget *ks_candidate_column_new (const char *css_class, int width);
GtkWidget *ks_candidate_middle_new (void);
GtkWidget *ks_candidate_name_new (void);
GtkWidget *ks_candidate_share_box_new (void);

GtkWidget *ks_candidate_titles_new (void);
void       ks_candidate_titles_set_blind (GtkWidget *titles, gboolean blind);

G_END_DECLS
