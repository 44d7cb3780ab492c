/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-comments.h"

G_BEGIN_DECLS

/* So many themes have a key of their own, from 1. */
#define KS_THEME_KEYS 9

typedef enum
{
  KS_THEME_OF_NONE, /* of the comments that are selected */
  KS_THEME_OF_SOME,
  KS_THEME_OF_ALL,
} KsThemeUse;

typedef KsThemeUse (*KsThemeUseFunc) (gint64 theme, gpointer data);

/* The themes with how many comments of the scope have them and which the selected ones have.
 * Signal "toggled" (gint64 id of a theme, gboolean): the person gives it to them or takes it. */
#define KS_TYPE_THEME_LIST (ks_theme_list_get_type ())
G_DECLARE_FINAL_TYPE (KsThemeList, ks_theme_list, KS, THEME_LIST, GtkBox)

void ks_theme_list_set_comments (KsThemeList *self, KsComments *comments);
void ks_theme_list_show_use (KsThemeList *self, KsThemeUseFunc use, gpointer data);
gboolean ks_theme_list_toggle (KsThemeList *self, guint index);

G_END_DECLS
