/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Tests of real windows on a real display (tests/support/with-display), without input events.
 * Wait for conditions, never for times. */

/* How much longer than on a quiet machine something may take. */
#define KS_UI_PATIENCE 10

/* Runs the main loop until the condition holds; the test fails if it should have long been so on a quiet
 * machine, which takes that many milliseconds at the most. */
#define ks_ui_wait_until(condition, milliseconds) \
  G_STMT_START \
  { \
    gint64 ks_deadline_ = g_get_monotonic_time () + (gint64) (milliseconds) * 1000 * KS_UI_PATIENCE; \
    while (!(condition)) \
      if (!ks_ui_iterate_before (ks_deadline_)) \
        g_error ("%s:%d: waited %d ms in vain for: %s", __FILE__, __LINE__, (int) (milliseconds), #condition); \
  } \
  G_STMT_END

typedef gboolean (*KsUiPredicate) (GtkWidget *widget, gconstpointer data);

gboolean   ks_ui_iterate_before (gint64 deadline);
void       ks_ui_settle (guint milliseconds);
GtkWidget *ks_ui_find (GtkWidget *root, GType type, KsUiPredicate predicate, gconstpointer data);
GtkWidget *ks_ui_find_label (GtkWidget *root, const char *text);
GtkWidget *ks_ui_find_labelled (GtkWidget *root, GType type, const char *text);
guint      ks_ui_count (GtkWidget *root, GType type);
GtkWindow *ks_ui_find_toplevel (GType type);
gboolean   ks_ui_snapshot (GtkWidget *widget, const char *path);
void       ks_ui_assert_freed (GtkWindow *window);

G_END_DECLS
