/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A window with a list of things, each with a button that does one thing with it, or to be read. */
typedef void (*KsChoiceFunc) (guint index, gpointer data);

typedef struct
{
  const char *title;
  const char *none; /* what stands there if the list is empty */
  const char *verb; /* of each button; NULL: there are none */
  const char *hint; /* nullable: how something comes into an empty list */
} KsChoiceQuestion;

typedef struct
{
  char *title;
  char *subtitle;
} KsChoiceRow;

void ks_choice_row_free (KsChoiceRow *self);
void ks_choice_window_present (GtkWidget *widget, const KsChoiceQuestion *question,
                               GPtrArray *rows, KsChoiceFunc func, gpointer data,
                               GDestroyNotify destroy);

G_END_DECLS
