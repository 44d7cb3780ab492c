/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-candidate-row.h"

#include "ks-candidate-columns.h"
#include "ks-i18n.h"
#include "ks-css-class.h"
#include "ks-number.h"
#include "ks-points-bar.h"

#define NO_BREAK_SPACE "\xc2\xa0"

/* Cells of stability stand on a ground that is the stronger the more often. */
#define N_GROUNDS 6

struct _KsCandidateRow
{
  GtkWidget parent_instance;
  KsRankingModel *model;
  KsCandidateItem *item;

  GtkWidget *line;
  GtkWidget *check_box; /* sleeps by itself: the check's own sensitivity is its action's */
  GtkWidget *check;
  GtkWidget *rank;
  GtkWidget *name;
  GtkWidget *answers;
  GtkWidget *bar;
  GtkWidget *why;
  GtkWidget *score;
  GtkWidget *share_box;
  GtkWidget *shares[KS_N_WEIGHT_FAMILIES];
  GtkWidget *cut;
  GtkWidget *cut_label;
  GtkWidget *head;
  GtkWidget *head_arrow;
  GtkWidget *head_label;
};

G_DEFINE_FINAL_TYPE (KsCandidateRow, ks_candidate_row, GTK_TYPE_WIDGET)

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
  gboolean blind = ks_candidate_item_get_blind (self->item);
  const char *name = ks_candidate_item_get_title (self->item);
  g_autofree char *district
      = blind ? g_strdup ("") : dup_unbroken (ks_unit_get_district_name (candidate->unit));
  g_autofree char *markup = g_markup_printf_escaped (
      "<b>%s</b> <span size='smaller' alpha='70%%'>%s</span>", name, district);
  g_autofree char *plain
      = blind ? g_strdup (name)
              : g_strdup_printf ("%s, %s", name, ks_unit_get_district_name (candidate->unit));

  gtk_label_set_markup (GTK_LABEL (self->name), markup);
  gtk_widget_set_tooltip_text (self->name, plain);
}

/* While names are hidden, the number of officials would tell the unit. */
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
  gtk_widget_set_visible (self->answers, !ks_candidate_item_get_blind (self->item));
  gtk_label_set_text (GTK_LABEL (self->score), score);
  ks_points_bar_set_points (KS_POINTS_BAR (self->bar), ks_candidate_item_get_criteria (self->item),
                            candidate->points);
}

static void
show_share (KsCandidateRow *self, KsWeightFamily family)
{
  GtkWidget *label = self->shares[family];
  double share = 0;
  gboolean known = ks_ranking_model_get_stability (
      self->model, ks_candidate_item_get_code (self->item), family, &share);
  guint times = ks_stability_count_of_hundred (share);
  g_autofree char *text = known && times > 0 ? g_strdup_printf ("%u", times) : g_strdup ("–");
  guint ground = known && times > 0 ? MIN (N_GROUNDS, 1 + times * N_GROUNDS / 101) : 0;

  for (guint i = 0; i <= N_GROUNDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("share-%u", i);

      ks_css_class_set (label, name, i == ground);
    }
  gtk_label_set_text (GTK_LABEL (label), text);
}

/* A unit that is not eligible has its reason where others have their points. */
static void
show_eligibility (KsCandidateRow *self, const KsCandidate *candidate)
{
  const char *reason = ks_candidate_item_get_reason (self->item);
  gboolean blind = ks_candidate_item_get_blind (self->item);
  g_autofree char *label
      = g_strdup_printf (_ ("Choose %s"), ks_candidate_item_get_title (self->item));

  ks_css_class_set (GTK_WIDGET (self), "barred", !candidate->eligible);
  ks_css_class_set (GTK_WIDGET (self), "chosen", candidate->chosen && !blind);
  gtk_widget_set_visible (self->bar, candidate->eligible);
  gtk_widget_set_visible (self->score, candidate->eligible);
  gtk_widget_set_visible (self->share_box, candidate->eligible);
  gtk_widget_set_visible (self->why, !candidate->eligible);
  gtk_label_set_text (GTK_LABEL (self->why), reason);
  gtk_widget_set_tooltip_text (self->why, reason);
  gtk_widget_set_sensitive (self->check_box, (candidate->eligible || candidate->chosen) && !blind);
  gtk_widget_set_tooltip_text (self->check_box,
                               blind ? _ ("Units are chosen once the scale is locked.")
                               : candidate->eligible ? NULL
                                                     : reason);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), candidate->chosen && !blind);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->check), "s",
                                    ks_candidate_item_get_code (self->item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
show_cut (KsCandidateRow *self, const KsCandidate *candidate)
{
  g_autofree char *cut = ks_ranking_model_dup_cut (self->model, candidate);

  gtk_widget_set_visible (self->cut, cut != NULL);
  gtk_label_set_text (GTK_LABEL (self->cut_label), cut != NULL ? cut : "");
}

/* The line as a screen reader says it. */
static void
name_line (KsCandidateRow *self, const KsCandidate *candidate)
{
  g_autofree char *score = ks_format_decimal (candidate->score, 2);
  const char *name = ks_candidate_item_get_title (self->item);
  g_autofree char *label
      = candidate->eligible
            ? g_strdup_printf (_ ("Rank %u: %s, %s points"), candidate->rank, name, score)
            : g_strdup_printf (_ ("%s, not ranked: %s"), name,
                               ks_candidate_item_get_reason (self->item));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->line), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
show_candidate (KsCandidateRow *self, const KsCandidate *candidate)
{
  show_name (self, candidate);
  show_figures (self, candidate);
  show_eligibility (self, candidate);
  show_cut (self, candidate);
  name_line (self, candidate);
  for (int f = 0; f < KS_N_WEIGHT_FAMILIES; f++)
    show_share (self, (KsWeightFamily)f);
}

static void
show_head (KsCandidateRow *self)
{
  gboolean expanded = ks_candidate_item_get_expanded (self->item);

  gtk_label_set_text (GTK_LABEL (self->head_label), ks_candidate_item_get_title (self->item));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->head_arrow),
                                expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_STATE_EXPANDED, expanded,
                               -1);
}

static void
show_item_cb (KsCandidateRow *self)
{
  const KsCandidate *candidate = ks_candidate_item_get_candidate (self->item);

  gtk_widget_set_visible (self->head, candidate == NULL);
  gtk_widget_set_visible (self->line, candidate != NULL);
  gtk_widget_set_visible (self->cut, FALSE);
  if (candidate != NULL)
    show_candidate (self, candidate);
  else
    show_head (self);
}

static void
make_head (KsCandidateRow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->head = gtk_button_new ();
  self->head_arrow = gtk_image_new ();
  self->head_label = ks_candidate_label_new ("heading", 0, -1);
  gtk_label_set_ellipsize (GTK_LABEL (self->head_label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->head, "head");
  gtk_widget_add_css_class (self->head, "flat");
  gtk_box_append (GTK_BOX (content), self->head_arrow);
  gtk_box_append (GTK_BOX (content), self->head_label);
  gtk_button_set_child (GTK_BUTTON (self->head), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->head), "page.toggle-rest");
}

static void
make_shares (KsCandidateRow *self)
{
  self->share_box = ks_candidate_share_box_new ();
  for (guint i = 0; i < KS_N_WEIGHT_FAMILIES; i++)
    {
      self->shares[i] = ks_candidate_column_new ("share", KS_CANDIDATE_SHARE_WIDTH);
      gtk_label_set_xalign (GTK_LABEL (self->shares[i]), 0.5);
      gtk_widget_set_valign (self->shares[i], GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self->share_box), self->shares[i]);
    }
}

static GtkWidget *
make_middle (KsCandidateRow *self)
{
  GtkWidget *middle = ks_candidate_middle_new ();

  self->name = ks_candidate_name_new ();
  self->answers = ks_candidate_column_new ("numeric", KS_CANDIDATE_ANSWERS_WIDTH);
  gtk_widget_add_css_class (self->answers, "secondary");
  self->bar = g_object_new (KS_TYPE_POINTS_BAR, "valign", GTK_ALIGN_CENTER, NULL);
  self->score = ks_candidate_column_new ("numeric", KS_CANDIDATE_SCORE_WIDTH);
  gtk_widget_add_css_class (self->score, "heading");
  self->why = ks_candidate_label_new ("secondary", 0, 20);
  gtk_label_set_wrap (GTK_LABEL (self->why), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->why), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->why), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->why), 48);
  make_shares (self);

  gtk_box_append (GTK_BOX (middle), self->name);
  gtk_box_append (GTK_BOX (middle), self->answers);
  gtk_box_append (GTK_BOX (middle), self->bar);
  gtk_box_append (GTK_BOX (middle), self->why);
  gtk_box_append (GTK_BOX (middle), self->score);
  gtk_box_append (GTK_BOX (middle), self->share_box);
  return middle;
}

static void
make_check (KsCandidateRow *self)
{
  self->check_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->check = gtk_check_button_new ();
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->check), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->check), "page.toggle-choice");
  gtk_widget_set_valign (self->check_box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->check_box), self->check);
}

static void
make_line (KsCandidateRow *self)
{
  self->line = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "spacing",
                             8, NULL);
  make_check (self);
  self->rank = ks_candidate_column_new ("numeric", KS_CANDIDATE_RANK_WIDTH);
  gtk_widget_add_css_class (self->rank, "heading");
  gtk_widget_add_css_class (self->line, "line");
  gtk_box_append (GTK_BOX (self->line), self->check_box);
  gtk_box_append (GTK_BOX (self->line), self->rank);
  gtk_box_append (GTK_BOX (self->line), make_middle (self));
}

static GtkWidget *
new_rule (void)
{
  GtkWidget *rule = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_set_hexpand (rule, TRUE);
  gtk_widget_set_valign (rule, GTK_ALIGN_CENTER);
  return rule;
}

static void
make_cut (KsCandidateRow *self)
{
  self->cut = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->cut_label = ks_candidate_label_new ("caption-heading", 0.5, -1);
  gtk_label_set_wrap (GTK_LABEL (self->cut_label), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->cut_label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->cut, "cut");
  gtk_box_append (GTK_BOX (self->cut), new_rule ());
  gtk_box_append (GTK_BOX (self->cut), self->cut_label);
  gtk_box_append (GTK_BOX (self->cut), new_rule ());
}

static void
release_item (KsCandidateRow *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

static void
ks_candidate_row_dispose (GObject *object)
{
  KsCandidateRow *self = KS_CANDIDATE_ROW (object);
  GtkWidget *child;

  release_item (self);
  g_clear_object (&self->model);
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
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  gtk_widget_set_parent (self->cut, GTK_WIDGET (self));
}

/**
 * ks_candidate_row_new:
 * @model: the ranking
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
ks_candidate_row_new (KsRankingModel *model)
{
  KsCandidateRow *self = g_object_new (KS_TYPE_CANDIDATE_ROW, NULL);

  self->model = g_object_ref (model);
  return GTK_WIDGET (self);
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
 * Shows a unit or the head above those that are not eligible, and follows it.
 */
void
ks_candidate_row_set_item (KsCandidateRow *self, KsCandidateItem *item)
{
  g_return_if_fail (KS_IS_CANDIDATE_ROW (self));

  release_item (self);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  g_signal_connect_object (item, "changed", G_CALLBACK (show_item_cb), self, G_CONNECT_SWAPPED);
  show_item_cb (self);
}
