/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-candidate-pane.h"

#include <adwaita.h>
#include <math.h>

#include "ks-criterion-swatch.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-pick.h"
#include "ks-shortlist-words.h"
#include "ks-wrap-layout.h"

/* Whom a unit can be compared with: the first ones. */
#define N_OTHERS 40

struct _KsCandidatePane
{
  GtkBox parent_instance;
  KsRankingModel *model;
  KsCandidateItem *item;
  char *other;   /* code of the unit it is compared with; NULL: its neighbour */
  char *grounds; /* the figures that are shown: accounts that are open stay so */

  GtkWidget *stack;
  GtkWidget *name;
  GtkWidget *place;
  GtkWidget *reason;
  GtkWidget *buttons;
  GtkWidget *choose_button;
  GtkWidget *bar_button;
  GtkWidget *unbar_button;
  GtkWidget *findings_button;
  GtkWidget *points_list;
  GtkWidget *grounds_title;
  GtkWidget *grounds_list;
  GtkWidget *compare_box;
  GtkWidget *compare_pick;
  GtkWidget *compare_words;
  GtkWidget *stability_title;
  GtkWidget *stability;
};

G_DEFINE_FINAL_TYPE (KsCandidatePane, ks_candidate_pane, GTK_TYPE_BOX)

static const KsCandidate *
get_candidate (KsCandidatePane *self)
{
  return self->item != NULL ? ks_candidate_item_get_candidate (self->item) : NULL;
}

static void
clear_list (GtkWidget *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
}

static GtkWidget *
new_points_row (KsCandidatePane *self, const KsCandidate *candidate, guint index)
{
  const KsCriterion *criterion = ks_candidate_item_get_criteria (self->item)->pdata[index];
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *figure = gtk_label_new (NULL);
  g_autofree char *value
      = isnan (candidate->measures[index])
            ? g_strdup (_ ("nothing known"))
            : ks_criterion_dup_value_words (criterion, candidate->measures[index]);
  g_autofree char *points = ks_format_short (candidate->points[index], 2);
  g_autofree char *most = ks_format_short (criterion->points, 2);
  g_autofree char *of = g_strdup_printf ("%s/%s", points, most);
  g_autofree char *name = g_markup_escape_text (criterion->name, -1);
  g_autofree char *subtitle = g_markup_escape_text (value, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_label_set_text (GTK_LABEL (figure), of);
  gtk_widget_add_css_class (figure, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), ks_criterion_swatch_new (index));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure);
  return row;
}

static void
show_points (KsCandidatePane *self, const KsCandidate *candidate)
{
  GPtrArray *criteria = ks_candidate_item_get_criteria (self->item);

  clear_list (self->points_list);
  for (guint i = 0; i < criteria->len; i++)
    if (((const KsCriterion *)criteria->pdata[i])->points > 0)
      gtk_list_box_append (GTK_LIST_BOX (self->points_list), new_points_row (self, candidate, i));
}

/* What a fact is called on screen; the fact itself is what papers print. */
static const char *
get_fact_title (const char *id)
{
  static const struct
  {
    const char *suffix;
    const char *title;
  } titles[] = {
    { "/answers", N_ ("Counted answer sheets") },
    { "/staff", N_ ("Officials in scope") },
    { "/rate", N_ ("Participation rate") },
    { "/reported", N_ ("Report of the working group") },
    { "/publicity", N_ ("Publicity") },
    { "/post_days", N_ ("Days with posts") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_has_suffix (id, titles[i].suffix))
      return _ (titles[i].title);
  return id;
}

static GtkWidget *
new_words (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A figure that opens its account. */
static GtkWidget *
new_fact_row (const KsMeritFact *fact)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = new_words (get_fact_title (fact->id), "body");
  GtkWidget *figure = new_words (fact->text, "heading");
  g_autofree char *name = g_strdup_printf ("%s: %s", get_fact_title (fact->id), fact->text);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_label_set_xalign (GTK_LABEL (figure), 1);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), figure);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), line);
  gtk_expander_set_child (GTK_EXPANDER (expander), new_words (fact->account, "account-words"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_add_css_class (expander, "fact");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), expander);
  return row;
}

static char *
join_facts (GPtrArray *facts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      const KsMeritFact *fact = facts->pdata[i];

      g_string_append_printf (text, "%s=%s\n", fact->id, fact->text);
    }
  return g_string_free (text, FALSE);
}

/* Figures of the unit itself would tell its name. */
static void
show_grounds (KsCandidatePane *self, const KsCandidate *candidate)
{
  gboolean blind = ks_candidate_item_get_blind (self->item);
  g_autoptr (GPtrArray) facts = blind ? NULL : ks_candidate_dup_facts (candidate);
  g_autofree char *grounds = join_facts (facts);

  gtk_widget_set_visible (self->grounds_title, !blind);
  gtk_widget_set_visible (self->grounds_list, !blind);
  if (g_strcmp0 (self->grounds, grounds) == 0)
    return;
  g_free (self->grounds);
  self->grounds = g_steal_pointer (&grounds);
  clear_list (self->grounds_list);
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->grounds_list), new_fact_row (facts->pdata[i]));
}

static void
show_place (KsCandidatePane *self, const KsCandidate *candidate)
{
  gboolean blind = ks_candidate_item_get_blind (self->item);
  g_autofree char *score = ks_format_decimal (candidate->score, 2);
  g_autofree char *rank = candidate->eligible ? g_strdup_printf (_ ("rank %u, %s points of 100"),
                                                                 candidate->rank, score)
                                              : g_strdup (_ ("not ranked"));
  g_autofree char *place
      = blind ? g_strdup (rank)
              : g_strdup_printf ("%s · %s", ks_unit_get_district_name (candidate->unit), rank);
  const char *reason = ks_candidate_item_get_reason (self->item);

  gtk_label_set_text (GTK_LABEL (self->name), ks_candidate_item_get_title (self->item));
  gtk_label_set_text (GTK_LABEL (self->place), place);
  gtk_label_set_text (GTK_LABEL (self->reason), reason);
  gtk_widget_set_visible (self->reason, *reason != '\0');
}

static void
show_buttons (KsCandidatePane *self, const KsCandidate *candidate)
{
  gboolean blind = ks_candidate_item_get_blind (self->item);
  const char *code = ks_candidate_item_get_code (self->item);
  GtkWidget *const buttons[]
      = { self->choose_button, self->bar_button, self->unbar_button, self->findings_button };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (buttons[i]), "s", code);
  gtk_button_set_label (GTK_BUTTON (self->choose_button),
                        candidate->chosen ? _ ("Take Off the List") : _ ("Choose"));
  gtk_widget_set_visible (self->choose_button,
                          !blind && (candidate->eligible || candidate->chosen));
  gtk_widget_set_visible (self->bar_button, !blind && candidate->standing != KS_STANDING_BARRED);
  gtk_widget_set_visible (self->unbar_button, !blind && candidate->standing == KS_STANDING_BARRED);
  gtk_widget_set_visible (self->findings_button,
                          !blind && candidate->standing == KS_STANDING_FINDINGS);
}

/* The one before it, of the first one the one behind. */
static const KsCandidate *
find_neighbour (const KsShortlist *list, const KsCandidate *candidate)
{
  for (guint i = 0; i < list->n_eligible; i++)
    if (list->candidates->pdata[i] == candidate)
      {
        guint other = i > 0 ? i - 1 : 1;

        return other < list->n_eligible ? list->candidates->pdata[other] : NULL;
      }
  return NULL;
}

static const KsCandidate *
find_other (KsCandidatePane *self, const KsShortlist *list, const KsCandidate *candidate)
{
  const KsCandidate *other = self->other != NULL ? ks_shortlist_find (list, self->other) : NULL;

  return other != NULL && other != candidate && other->eligible ? other
                                                                : find_neighbour (list, candidate);
}

static void
show_comparison (KsCandidatePane *self, const KsCandidate *candidate)
{
  const KsShortlist *list = ks_ranking_model_get_shortlist (self->model);
  const KsCandidate *other = candidate->eligible ? find_other (self, list, candidate) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->compare_box, other != NULL);
  if (other == NULL)
    return;
  words = other->rank < candidate->rank ? ks_shortlist_dup_reason (list, other, candidate)
                                        : ks_shortlist_dup_reason (list, candidate, other);
  label = g_strdup_printf (_ ("Beside %s"), ks_shortlist_get_name (list, other));
  gtk_label_set_text (GTK_LABEL (self->compare_words), words);
  ks_pick_set_label (self->compare_pick, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->compare_pick),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_item (KsCandidatePane *self)
{
  const KsCandidate *candidate = get_candidate (self);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), candidate != NULL ? "unit" : "none");
  if (candidate == NULL)
    return;
  show_place (self, candidate);
  show_buttons (self, candidate);
  show_points (self, candidate);
  show_grounds (self, candidate);
  show_comparison (self, candidate);
}

/* While sliders move, nobody looks at the unit. */
static void
changed_cb (KsCandidatePane *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_item (self);
}

static void
ks_candidate_pane_map (GtkWidget *widget)
{
  show_item (KS_CANDIDATE_PANE (widget));
  GTK_WIDGET_CLASS (ks_candidate_pane_parent_class)->map (widget);
}

static char **
list_others_cb (gpointer data, guint *chosen)
{
  KsCandidatePane *self = data;
  const KsShortlist *list = ks_ranking_model_get_shortlist (self->model);
  const KsCandidate *candidate = get_candidate (self);
  const KsCandidate *other = find_other (self, list, candidate);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; i < list->n_eligible && n < N_OTHERS; i++)
    {
      const KsCandidate *each = list->candidates->pdata[i];
      g_autofree char *name
          = g_strdup_printf ("%u. %s", each->rank, ks_shortlist_get_name (list, each));

      if (each == candidate)
        continue;
      if (each == other)
        *chosen = n;
      g_strv_builder_add (names, name);
      n++;
    }
  return g_strv_builder_end (names);
}

static void
pick_other_cb (guint index, gpointer data)
{
  KsCandidatePane *self = data;
  const KsShortlist *list = ks_ranking_model_get_shortlist (self->model);
  guint n = 0;

  for (guint i = 0; i < list->n_eligible; i++)
    {
      const KsCandidate *each = list->candidates->pdata[i];

      if (each == get_candidate (self) || n++ != index)
        continue;
      g_free (self->other);
      self->other = g_strdup (ks_unit_get_code (each->unit));
      break;
    }
  show_comparison (self, get_candidate (self));
}

static void
release_item (KsCandidatePane *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

static void
ks_candidate_pane_dispose (GObject *object)
{
  KsCandidatePane *self = KS_CANDIDATE_PANE (object);

  release_item (self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->other, g_free);
  g_clear_pointer (&self->grounds, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KS_TYPE_CANDIDATE_PANE);
  G_OBJECT_CLASS (ks_candidate_pane_parent_class)->dispose (object);
}

static void
ks_candidate_pane_class_init (KsCandidatePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_candidate_pane_dispose;
  widget_class->map = ks_candidate_pane_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/shortlist/ks-candidate-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, stack);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, name);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, place);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, reason);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, buttons);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, choose_button);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, bar_button);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, unbar_button);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, findings_button);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, points_list);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, grounds_title);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, grounds_list);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, compare_box);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, compare_words);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, stability_title);
  gtk_widget_class_bind_template_child (widget_class, KsCandidatePane, stability);
}

static void
ks_candidate_pane_init (KsCandidatePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->buttons, ks_wrap_layout_new (6, 6));
  self->compare_pick = ks_pick_new ();
  ks_pick_set_funcs (self->compare_pick, list_others_cb, pick_other_cb, self);
  gtk_box_insert_child_after (GTK_BOX (self->compare_box), self->compare_pick,
                              gtk_widget_get_first_child (self->compare_box));
}

/**
 * ks_candidate_pane_set_model:
 * @self: a pane
 * @model: the ranking
 *
 * Tells whom a unit can be compared with.
 */
void
ks_candidate_pane_set_model (KsCandidatePane *self, KsRankingModel *model)
{
  g_return_if_fail (KS_IS_CANDIDATE_PANE (self));

  g_set_object (&self->model, model);
}

/**
 * ks_candidate_pane_show:
 * @self: a pane
 * @item: (nullable): the line of a unit
 *
 * Shows the unit and follows it.
 */
void
ks_candidate_pane_show (KsCandidatePane *self, KsCandidateItem *item)
{
  g_return_if_fail (KS_IS_CANDIDATE_PANE (self));

  if (item == self->item)
    return;
  release_item (self);
  g_clear_pointer (&self->other, g_free);
  if (item != NULL)
    {
      self->item = g_object_ref (item);
      g_signal_connect_object (item, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  show_item (self);
}

/**
 * ks_candidate_pane_set_stability:
 * @self: a pane
 * @sentence: (nullable): how firmly the unit stands; %NULL: that was not measured
 *
 * Shows it.
 */
void
ks_candidate_pane_set_stability (KsCandidatePane *self, const char *sentence)
{
  g_return_if_fail (KS_IS_CANDIDATE_PANE (self));

  gtk_label_set_text (GTK_LABEL (self->stability), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->stability, sentence != NULL);
  gtk_widget_set_visible (self->stability_title, sentence != NULL);
}

/**
 * ks_candidate_pane_get_code:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): code of the unit that is shown
 */
const char *
ks_candidate_pane_get_code (KsCandidatePane *self)
{
  g_return_val_if_fail (KS_IS_CANDIDATE_PANE (self), NULL);

  return get_candidate (self) != NULL ? ks_candidate_item_get_code (self->item) : NULL;
}
