/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-candidate-columns.h"

#include "ks-i18n.h"
#include "ks-points-bar.h"
#include "ks-shortlist-stability.h"
#include "ks-wrap-layout.h"

#define NAME_WIDTH 128

/**
 * ks_candidate_label_new:
 * @css_class: (nullable): its style
 * @xalign: where the text stands
 * @width_chars: the least that it takes, in letters; -1: what it needs
 *
 * Returns: (transfer floating): text of a line
 */
GtkWidget *
ks_candidate_label_new (const char *css_class, float xalign, int width_chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_width_chars (GTK_LABEL (label), width_chars);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * ks_candidate_column_new:
 * @css_class: its style
 * @width: in pixels
 *
 * Returns: (transfer floating): a figure of a line, or a title over it
 */
GtkWidget *
ks_candidate_column_new (const char *css_class, int width)
{
  GtkWidget *label = ks_candidate_label_new (css_class, 1, -1);

  gtk_widget_set_size_request (label, width, -1);
  return label;
}

/**
 * ks_candidate_middle_new:
 *
 * Returns: (transfer floating): place for name, answers, bar and figures: beside each other where
 * they fit, else below the name
 */
GtkWidget *
ks_candidate_middle_new (void)
{
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (middle, ks_wrap_layout_new (8, 4));
  gtk_widget_set_hexpand (middle, TRUE);
  gtk_widget_set_valign (middle, GTK_ALIGN_CENTER);
  return middle;
}

/**
 * ks_candidate_name_new:
 *
 * Returns: (transfer floating): a name. All ask for the same width, however long they are: so the
 * bars stand in one column
 */
GtkWidget *
ks_candidate_name_new (void)
{
  GtkWidget *name = ks_candidate_label_new (NULL, 0, -1);

  gtk_widget_set_size_request (name, NAME_WIDTH, -1);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 1);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  return name;
}

/**
 * ks_candidate_share_box_new:
 *
 * Returns: (transfer floating): place for the cells of stability
 */
GtkWidget *
ks_candidate_share_box_new (void)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
}

static GtkWidget *
new_title (const char *text, int width)
{
  GtkWidget *label = ks_candidate_column_new ("caption-heading", width);

  gtk_label_set_text (GTK_LABEL (label), text);
  return label;
}

/* The title of the bars, as wide as a bar: one without points lies below it. */
static GtkWidget *
new_bar_title (void)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *title = new_title (_ ("Points by criterion"), -1);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_overlay_set_child (
      GTK_OVERLAY (overlay),
      g_object_new (KS_TYPE_POINTS_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), title);
  return overlay;
}

static GtkWidget *
new_share_titles (void)
{
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = ks_candidate_share_box_new ();
  GtkWidget *above = new_title (_ ("times of 100 at the top"), -1);

  for (int f = 0; f < KS_N_WEIGHT_FAMILIES; f++)
    {
      GtkWidget *title = ks_candidate_column_new ("caption", KS_CANDIDATE_SHARE_WIDTH);

      gtk_label_set_text (GTK_LABEL (title), ks_weight_family_get_label ((KsWeightFamily)f));
      gtk_label_set_xalign (GTK_LABEL (title), 0.5);
      gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
      gtk_label_set_wrap (GTK_LABEL (title), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (title), 1);
      gtk_box_append (GTK_BOX (box), title);
    }
  gtk_label_set_ellipsize (GTK_LABEL (above), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (above), 1);
  gtk_label_set_xalign (GTK_LABEL (above), 0.5);
  gtk_widget_set_tooltip_text (
      titles, _ ("Times of 100 that the unit stays among the first when the points "
                 "of the criteria are others"));
  gtk_box_append (GTK_BOX (titles), above);
  gtk_box_append (GTK_BOX (titles), box);
  return titles;
}

/**
 * ks_candidate_titles_new:
 *
 * Returns: (transfer floating): the titles of the columns, as wide as the lines have them
 */
GtkWidget *
ks_candidate_titles_new (void)
{
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *middle = ks_candidate_middle_new ();
  GtkWidget *check
      = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                      "opacity", 0.0, "can-target", FALSE, "focusable", FALSE, NULL);
  GtkWidget *name = ks_candidate_name_new ();
  GtkWidget *answers = new_title (_ ("Sheets"), KS_CANDIDATE_ANSWERS_WIDTH);

  gtk_label_set_text (GTK_LABEL (name), _ ("Unit"));
  gtk_widget_add_css_class (name, "caption-heading");
  gtk_widget_add_css_class (titles, "ranking-titles");
  gtk_box_append (GTK_BOX (middle), name);
  gtk_box_append (GTK_BOX (middle), answers);
  gtk_box_append (GTK_BOX (middle), new_bar_title ());
  gtk_box_append (GTK_BOX (middle), new_title (_ ("Points"), KS_CANDIDATE_SCORE_WIDTH));
  gtk_box_append (GTK_BOX (middle), new_share_titles ());
  gtk_box_append (GTK_BOX (titles), check);
  gtk_box_append (GTK_BOX (titles), new_title (_ ("Rank"), KS_CANDIDATE_RANK_WIDTH));
  gtk_box_append (GTK_BOX (titles), middle);
  g_object_set_data (G_OBJECT (titles), "answers", answers);
  return titles;
}

/**
 * ks_candidate_titles_set_blind:
 * @titles: the titles of the columns
 * @blind: whether names are hidden
 *
 * Hides the title of what lines do not show then.
 */
void
ks_candidate_titles_set_blind (GtkWidget *titles, gboolean blind)
{
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (titles), "answers"), !blind);
}
