/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-candidate-row.h"

#include <adwaita.h>

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-points-bar.h"
#include "ks-shortlist-words.h"
#include "ks-wrap-layout.h"

/* Columns in pixels: titles and lines have letters of different size. */
#define RANK_WIDTH 42
#define ANSWERS_WIDTH 56
#define SCORE_WIDTH 58

#define NO_BREAK_SPACE "\xc2\xa0"

/* In characters. */
#define NAME_WIDTH 10

struct _KsCandidateRow
{
  GtkWidget parent_instance;
  KsCandidateItem *item;
  GBinding *binding;

  GtkWidget *line;
  GtkWidget *check;
  GtkWidget *rank;
  GtkWidget *name;
  GtkWidget *answers;
  GtkWidget *bar;
  GtkWidget *why;
  GtkWidget *why_clamp;
  GtkWidget *score;
  GtkWidget *grounds;
  GtkWidget *cut;
  GtkWidget *cut_label;
  GtkWidget *head;
  GtkWidget *head_arrow;
  GtkWidget *head_label;
};

G_DEFINE_FINAL_TYPE (KsCandidateRow, ks_candidate_row, GTK_TYPE_WIDGET)

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_chosen (KsCandidateRow *self)
{
  set_class (GTK_WIDGET (self), "chosen", ks_candidate_item_get_chosen (self->item));
}

static void
update_expanded (KsCandidateRow *self)
{
  gboolean expanded = ks_candidate_item_get_expanded (self->item);

  gtk_widget_set_visible (self->grounds, expanded && ks_candidate_item_get_candidate (self->item));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->head_arrow),
                                expanded ? "pan-down-symbolic" : "pan-end-symbolic");
}

/* Where the name needs two lines, the district has the second for itself. */
static char *
dup_unbroken (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv (NO_BREAK_SPACE, words);
}

static void
show_name (KsCandidateRow *self, const KsCandidate *candidate)
{
  g_autofree char *district = dup_unbroken (ks_unit_get_district_name (candidate->unit));
  g_autofree char *markup
      = g_markup_printf_escaped ("<b>%s</b> <span size='smaller' alpha='70%%'>%s</span>",
                                 ks_unit_get_name (candidate->unit), district);
  g_autofree char *plain = g_strdup_printf ("%s, %s", ks_unit_get_name (candidate->unit),
                                            ks_unit_get_district_name (candidate->unit));

  gtk_label_set_markup (GTK_LABEL (self->name), markup);
  gtk_widget_set_tooltip_text (self->name, plain);
}

static void
show_figures (KsCandidateRow *self, const KsCandidate *candidate)
{
  g_autofree char *rank
      = candidate->rank > 0 ? g_strdup_printf ("%u", candidate->rank) : g_strdup ("–");
  g_autofree char *answers = ks_format_count (candidate->answers);
  g_autofree char *staff = ks_format_count (candidate->staff);
  g_autofree char *of = g_strdup_printf ("%s/%s", answers, staff);
  g_autofree char *score
      = candidate->eligible ? ks_format_decimal (candidate->score, 2) : g_strdup ("–");

  gtk_label_set_text (GTK_LABEL (self->rank), rank);
  gtk_label_set_text (GTK_LABEL (self->answers), of);
  gtk_label_set_text (GTK_LABEL (self->score), score);
  ks_points_bar_set_points (KS_POINTS_BAR (self->bar), ks_candidate_item_get_criteria (self->item),
                            candidate->points);
}

/* A unit that is not eligible has its reason where others have their points. */
static void
show_eligibility (KsCandidateRow *self, const KsCandidate *candidate)
{
  g_autofree char *label = g_strdup_printf (_ ("Choose %s"), ks_unit_get_name (candidate->unit));

  set_class (GTK_WIDGET (self), "barred", !candidate->eligible);
  gtk_widget_set_visible (self->bar, candidate->eligible);
  gtk_widget_set_visible (self->why_clamp, !candidate->eligible);
  gtk_label_set_text (GTK_LABEL (self->why), candidate->reason);
  gtk_widget_set_sensitive (self->check, candidate->eligible);
  gtk_widget_set_tooltip_text (self->check, candidate->eligible ? NULL : candidate->reason);
  gtk_widget_set_tooltip_text (self->why, candidate->reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
show_candidate (KsCandidateRow *self, const KsCandidate *candidate)
{
  g_autofree char *grounds = ks_candidate_dup_grounds (candidate);
  g_autofree char *all = candidate->eligible
                             ? g_strdup (grounds)
                             : g_strdup_printf ("%s\n%s", candidate->reason, grounds);
  const char *cut = ks_candidate_item_get_cut (self->item);

  show_name (self, candidate);
  show_figures (self, candidate);
  show_eligibility (self, candidate);
  gtk_label_set_text (GTK_LABEL (self->grounds), all);
  gtk_widget_set_visible (self->cut, cut != NULL);
  gtk_label_set_text (GTK_LABEL (self->cut_label), cut != NULL ? cut : "");
}

static void
release_item (KsCandidateRow *self)
{
  g_clear_pointer (&self->binding, g_binding_unbind);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

static GtkWidget *
new_label (const char *css_class, float xalign, int width_chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_width_chars (GTK_LABEL (label), width_chars);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_column (const char *css_class, int width)
{
  GtkWidget *label = new_label (css_class, 1, -1);

  gtk_widget_set_size_request (label, width, -1);
  return label;
}

static GtkWidget *
new_title (const char *text, int width)
{
  GtkWidget *label = new_column ("caption-heading", width);

  gtk_label_set_text (GTK_LABEL (label), text);
  return label;
}

static void
make_head (KsCandidateRow *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->head_arrow = gtk_image_new ();
  self->head_label = new_label ("heading", 0, -1);
  gtk_label_set_ellipsize (GTK_LABEL (self->head_label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->head, "head");
  gtk_box_append (GTK_BOX (self->head), self->head_arrow);
  gtk_box_append (GTK_BOX (self->head), self->head_label);
}

/* Name, answers and bar: beside each other where they fit, else the bar below the name. */
static GtkWidget *
new_middle (void)
{
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (middle, ks_wrap_layout_new (12, 4));
  gtk_widget_set_hexpand (middle, TRUE);
  gtk_widget_set_valign (middle, GTK_ALIGN_CENTER);
  return middle;
}

/* All names ask for the same width, however long they are: so the bars stand in one column. */
static GtkWidget *
new_name (void)
{
  GtkWidget *name = new_label (NULL, 0, NAME_WIDTH);

  gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_WIDTH);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  return name;
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
make_middle (KsCandidateRow *self)
{
  GtkWidget *middle = new_middle ();

  self->name = new_name ();
  self->answers = new_column ("numeric", ANSWERS_WIDTH);
  gtk_widget_add_css_class (self->answers, "secondary");
  self->bar = g_object_new (KS_TYPE_POINTS_BAR, "valign", GTK_ALIGN_CENTER, NULL);
  self->why = new_label ("secondary", 0, 20);
  gtk_label_set_wrap (GTK_LABEL (self->why), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->why), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->why), PANGO_ELLIPSIZE_END);
  self->why_clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->why_clamp), KS_POINTS_BAR_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->why_clamp), KS_POINTS_BAR_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (self->why_clamp), self->why);

  gtk_box_append (GTK_BOX (middle), self->name);
  gtk_box_append (GTK_BOX (middle), self->answers);
  gtk_box_append (GTK_BOX (middle), self->bar);
  gtk_box_append (GTK_BOX (middle), self->why_clamp);
  return middle;
}

static void
make_line (KsCandidateRow *self)
{
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  self->rank = new_column ("numeric", RANK_WIDTH);
  self->score = new_column ("numeric", SCORE_WIDTH);
  gtk_widget_add_css_class (self->rank, "heading");
  gtk_widget_add_css_class (self->score, "heading");
  gtk_widget_add_css_class (self->line, "line");
  gtk_box_append (GTK_BOX (self->line), self->check);
  gtk_box_append (GTK_BOX (self->line), self->rank);
  gtk_box_append (GTK_BOX (self->line), make_middle (self));
  gtk_box_append (GTK_BOX (self->line), self->score);
}

static void
make_cut (KsCandidateRow *self)
{
  GtkWidget *before = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *after = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  self->cut = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->cut_label = new_label ("caption-heading", 0.5, -1);
  gtk_label_set_wrap (GTK_LABEL (self->cut_label), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->cut_label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->cut, "cut");
  gtk_widget_set_hexpand (before, TRUE);
  gtk_widget_set_hexpand (after, TRUE);
  gtk_widget_set_valign (before, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (after, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->cut), before);
  gtk_box_append (GTK_BOX (self->cut), self->cut_label);
  gtk_box_append (GTK_BOX (self->cut), after);
}

static void
ks_candidate_row_dispose (GObject *object)
{
  KsCandidateRow *self = KS_CANDIDATE_ROW (object);
  GtkWidget *child;

  release_item (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ks_candidate_row_parent_class)->dispose (object);
}

static void
ks_candidate_row_class_init (KsCandidateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ks_candidate_row_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "candidate");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
ks_candidate_row_init (KsCandidateRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  make_head (self);
  make_line (self);
  make_cut (self);
  self->grounds = new_label ("secondary", 0, -1);
  gtk_label_set_wrap (GTK_LABEL (self->grounds), TRUE);
  gtk_widget_add_css_class (self->grounds, "grounds");
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  gtk_widget_set_parent (self->grounds, GTK_WIDGET (self));
  gtk_widget_set_parent (self->cut, GTK_WIDGET (self));
}

/**
 * ks_candidate_row_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
ks_candidate_row_new (void)
{
  return g_object_new (KS_TYPE_CANDIDATE_ROW, NULL);
}

/**
 * ks_candidate_row_new_titles:
 *
 * Returns: (transfer floating): the titles of the columns, as wide as the lines have them
 */
GtkWidget *
ks_candidate_row_new_titles (void)
{
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *middle = new_middle ();
  GtkWidget *check
      = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                      "opacity", 0.0, "can-target", FALSE, "focusable", FALSE, NULL);
  GtkWidget *name = new_name ();

  gtk_label_set_text (GTK_LABEL (name), _ ("Unit"));
  gtk_widget_add_css_class (name, "caption-heading");
  gtk_widget_add_css_class (titles, "ranking-titles");
  gtk_box_append (GTK_BOX (middle), name);
  gtk_box_append (GTK_BOX (middle), new_title (_ ("Sheets"), ANSWERS_WIDTH));
  gtk_box_append (GTK_BOX (middle), new_bar_title ());
  gtk_box_append (GTK_BOX (titles), check);
  gtk_box_append (GTK_BOX (titles), new_title (_ ("Rank"), RANK_WIDTH));
  gtk_box_append (GTK_BOX (titles), middle);
  gtk_box_append (GTK_BOX (titles), new_title (_ ("Points"), SCORE_WIDTH));
  return titles;
}

/**
 * ks_candidate_row_get_item:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): what it shows
 */
KsCandidateItem *
ks_candidate_row_get_item (KsCandidateRow *self)
{
  g_return_val_if_fail (KS_IS_CANDIDATE_ROW (self), NULL);

  return self->item;
}

/**
 * ks_candidate_row_set_item:
 * @self: a line
 * @item: (nullable): what it shall show
 *
 * Shows a unit or the head above those that are not eligible.
 */
void
ks_candidate_row_set_item (KsCandidateRow *self, KsCandidateItem *item)
{
  const KsCandidate *candidate;

  g_return_if_fail (KS_IS_CANDIDATE_ROW (self));

  release_item (self);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  candidate = ks_candidate_item_get_candidate (item);
  gtk_widget_set_visible (self->head, candidate == NULL);
  gtk_widget_set_visible (self->line, candidate != NULL);
  gtk_widget_set_visible (self->cut, FALSE);
  gtk_label_set_text (GTK_LABEL (self->head_label), ks_candidate_item_get_title (item));
  if (candidate != NULL)
    show_candidate (self, candidate);
  self->binding = g_object_bind_property (item, "chosen", self->check, "active",
                                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (item, "notify::chosen", G_CALLBACK (update_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::expanded", G_CALLBACK (update_expanded), self,
                           G_CONNECT_SWAPPED);
  update_chosen (self);
  update_expanded (self);
}
