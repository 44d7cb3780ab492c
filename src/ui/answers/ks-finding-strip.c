/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-finding-strip.h"

#include <adwaita.h>

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-wrap-layout.h"

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A caption and its figure are read as one. */
static void
add_cell (GtkWidget *strip, const char *caption, const char *figure)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = create_label (caption, "caption");
  g_autofree char *words = g_strdup_printf ("%s: %s", caption, figure);

  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_box_append (GTK_BOX (cell), label);
  gtk_box_append (GTK_BOX (cell), create_label (figure, "heading"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_box_append (GTK_BOX (strip), cell);
}

static void
add_count (GtkWidget *strip, const char *caption, gint64 count)
{
  g_autofree char *figure = count >= 0 ? ks_format_count (count) : g_strdup ("–");

  add_cell (strip, caption, figure);
}

/* The figure that the finding itself is about. */
static void
add_own (GtkWidget *strip, const KsFinding *finding, const KsFindingFigures *figures)
{
  switch (finding->kind)
    {
    case KS_FINDING_IDENTICAL:
      add_count (strip, _ ("Equal sheets"), finding->numbers[0]);
      break;
    case KS_FINDING_BURST:
      add_count (strip, _ ("Equal, within a minute"), finding->numbers[0]);
      break;
    case KS_FINDING_STRAIGHT:
      add_count (strip, _ ("One level throughout"), finding->numbers[0]);
      break;
    case KS_FINDING_FAST:
      add_count (strip, _ ("In a short time"), finding->numbers[0]);
      break;
    case KS_FINDING_OVER_STAFF:
      add_count (strip, _ ("More than the list"), figures->answers - figures->staff);
      break;
    case KS_FINDING_RECONCILE:
    case KS_FINDING_DOUBLE:
    case KS_FINDING_VANISHED:
    case KS_FINDING_NO_TIME:
    case KS_FINDING_OUT_OF_SCOPE:
    case KS_N_FINDING_KINDS:
    default:
      break;
    }
}

/**
 * ks_finding_strip_new:
 * @finding: a finding of a unit
 * @figures: what is known of the unit
 *
 * Returns: (transfer floating): a row with the list, the report, the sheets, the finding's own
 *   figure and how many other findings there are of the unit
 */
GtkWidget *
ks_finding_strip_new (const KsFinding *finding, const KsFindingFigures *figures)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (strip, g_object_new (KS_TYPE_WRAP_LAYOUT, "spacing", 18,
                                                      "line-spacing", 8, NULL));
  gtk_widget_add_css_class (strip, "figure-strip");
  add_count (strip, _ ("On the list"), figures->staff);
  add_count (strip, _ ("Reported by the working group"), figures->reported);
  add_count (strip, _ ("Answer sheets that count"), figures->answers);
  add_own (strip, finding, figures);
  add_count (strip, _ ("Other findings of the unit"), figures->n_others);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), strip);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}
