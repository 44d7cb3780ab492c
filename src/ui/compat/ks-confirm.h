/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Questions and messages: the one place that knows how this version of libadwaita asks. */

typedef void (*KsConfirmFunc) (gpointer data);
typedef void (*KsDiscardFunc) (GtkWindow *window, const char *action);

typedef struct {
  const char *heading;
  const char *body;
  const char *verb;        /* of the button, with its mnemonic */
  const char *leave;       /* of the other button, which is then the usual answer; NULL: to leave */
  gboolean    destructive; /* what the verb does cannot be taken back */
  GtkWidget  *extra;       /* what must be filled in; nullable */
} KsConfirm;

GtkWindow *ks_confirm_ask (GtkWidget *widget, const KsConfirm *question, KsConfirmFunc func,
                           gpointer data, GDestroyNotify destroy);
gboolean   ks_confirm_is_asking (GtkWindow *window);
void       ks_confirm_discard (GtkWindow *window, const char *body, const char *action,
                               KsDiscardFunc func);
void       ks_confirm_set_ready (GtkWindow *dialog, gboolean ready);
void       ks_confirm_tell (GtkWidget *widget, const char *heading, const char *body);

G_END_DECLS
