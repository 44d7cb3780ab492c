/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KS_ENTRY_DIALOG_MAX 8

/* A few lines that somebody fills in. Texts come in the order of the entries. */
typedef struct
{
  const char *title;
  const char *text; /* nullable: what stands there at first */
} KsEntrySpec;

typedef struct
{
  const char *heading;
  const char *body; /* nullable */
  const char *verb; /* of the button, with its mnemonic */
  GtkWidget *above;          /* nullable: what is chosen before the lines are filled in */
  const char *above_changed; /* its signal that tells of another choice */
  guint n_entries;
  KsEntrySpec entries[KS_ENTRY_DIALOG_MAX];
} KsEntryQuestion;

/* What is wrong with the texts, in words; NULL: nothing. (transfer full) */
typedef char *(*KsEntryCheckFunc) (const char *const *texts, gpointer data);
typedef void (*KsEntryFunc) (const char *const *texts, gpointer data);

void ks_entry_dialog_ask (GtkWidget *widget, const KsEntryQuestion *question,
                          KsEntryCheckFunc check, KsEntryFunc func, gpointer data,
                          GDestroyNotify destroy);

G_END_DECLS
