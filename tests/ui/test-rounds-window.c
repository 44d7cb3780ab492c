/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "ks-compare-rounds.h"
#include "ks-rounds-window.h"
#include "ks-ui-harness.h"

static GPtrArray *
make_units (const char *const *names)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (units, ks_unit_new ("07201", names[i], "Xã", "213", "Huyện Mẫu A",
                                         &(KsStaff){ 0 }, NULL));
  return units;
}

static void
add_round (GPtrArray *rounds, const char *const *now, const char *const *earlier, gint64 answers_now,
           gint64 answers_earlier)
{
  KsRound *round = g_new0 (KsRound, 1);

  *round = (KsRound){ make_units (now), make_units (earlier), *now != NULL ? 20 : 0, answers_now,
                      *earlier != NULL ? 40 : 0, answers_earlier };
  g_ptr_array_add (rounds, round);
}

static void
free_round (gpointer round)
{
  ks_round_free (round);
}

/* The sum comes first; merged units stand in one row, units without a partner beside a dash. */
static void
test_rows (void)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (free_round);
  GtkWidget *parent = gtk_window_new ();
  GtkWindow *window;

  add_round (rounds, (const char *[]){ "Xã Một", NULL },
             (const char *[]){ "Xã Hai", "Xã Ba", NULL }, 19, 30);
  add_round (rounds, (const char *[]){ "Xã Mới", NULL }, (const char *[]){ NULL }, 5, 0);
  gtk_window_set_child (GTK_WINDOW (parent), gtk_label_new (""));
  gtk_window_present (GTK_WINDOW (parent));
  window = ks_rounds_window_present (gtk_window_get_child (GTK_WINDOW (parent)), "PKS 01", rounds);
  g_clear_pointer (&rounds, g_ptr_array_unref);
  ks_ui_wait_until (ks_ui_find_label (GTK_WIDGET (window), "60,00% (24/40)") != NULL, 2000);
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window), "All units together"));
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window), "75,00% (30/40)"));
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window), "95,00% (19/20)"));
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window), "Xã Hai, Xã Ba"));
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (window), "0/–"));
  ks_ui_assert_freed (window);
  ks_ui_assert_freed (GTK_WINDOW (parent));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/rounds-window/rows", test_rows);
  return g_test_run ();
}
