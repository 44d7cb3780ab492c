/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-results-bar.h"

#include "ks-badge.h"
#include "ks-i18n.h"
#include "ks-scope-button.h"
#include "ks-wrap-layout.h"

/* What a narrow window has room for. */
#define MOST_BADGE 310
#define SCOPE_WIDTH 140

struct _KsResultsBar
{
  GtkBox parent_instance;
  KsResults *results;
  GPtrArray *questions; /* of KsQuestion: those to choose from, as the list has them */
  gboolean updating;    /* the controls follow the look, not the other way round */
  KsResultsView view;   /* that they are of */

  GtkWidget *scope_button;
  GtkWidget *kind_list;
  GtkWidget *section_list;
  GtkWidget *question_list;
  GtkWidget *order;
  GtkWidget *numbers;
  GtkWidget *badges;
  GtkWidget *form_badge;
  GtkWidget *preliminary;
  GtkWidget *form; /* chart or table, and what copies them */
  GtkWidget *chart_button;
  GtkWidget *table_button;
  GtkWidget *copy_button;
  GtkWidget *picture_button;
};

G_DEFINE_FINAL_TYPE (KsResultsBar, ks_results_bar, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
control_cb (KsResultsBar *self)
{
  if (!self->updating && self->results != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
ks_results_bar_dispose (GObject *object)
{
  KsResultsBar *self = KS_RESULTS_BAR (object);

  g_clear_object (&self->results);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  G_OBJECT_CLASS (ks_results_bar_parent_class)->dispose (object);
}

static void
ks_results_bar_class_init (KsResultsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_results_bar_dispose;
  g_type_ensure (KS_TYPE_BADGE);
  g_type_ensure (KS_TYPE_SCOPE_BUTTON);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/results/ks-results-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KsResultsBar, scope_button);
  gtk_widget_class_bind_template_child (widget_class, KsResultsBar, kind_list);
  gtk_widget_class_bind_template_child (widget_class, KsResultsBar, section_list);
  gtk_widget_class_bind_template_child (widget_class, KsResultsBar, question_list);
  gtk_widget_class_bind_template_child (widget_class, KsResultsBar, order);
  gtk_widget_class_bind_template_child (widget_class, KsResultsBar, numbers);
  gtk_widget_class_bind_template_child (widget_class, KsResultsBar, badges);
  gtk_widget_class_bind_template_child (widget_class, KsResultsBar, form_badge);
  gtk_widget_class_bind_template_child (widget_class, KsResultsBar, preliminary);
  gtk_widget_class_bind_template_child (widget_class, KsResultsBar, form);
  gtk_widget_class_bind_template_child (widget_class, KsResultsBar, chart_button);
  gtk_widget_class_bind_template_child (widget_class, KsResultsBar, table_button);
  gtk_widget_class_bind_template_child (widget_class, KsResultsBar, copy_button);
  gtk_widget_class_bind_template_child (widget_class, KsResultsBar, picture_button);
  gtk_widget_class_bind_template_callback (widget_class, control_cb);
}

static void
ks_results_bar_init (KsResultsBar *self)
{
  self->updating = TRUE;
  self->questions = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), ks_wrap_layout_new (6, 6));
  gtk_widget_set_size_request (gtk_widget_get_first_child (self->scope_button), SCOPE_WIDTH, -1);
  gtk_widget_set_layout_manager (self->badges, ks_wrap_layout_new (8, 4));
  self->updating = FALSE;
}

static gboolean
has_items (GtkWidget *list, GPtrArray *items)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (list));

  if (model == NULL || g_list_model_get_n_items (model) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                   g_ptr_array_index (items, i))
        != 0)
      return FALSE;
  return TRUE;
}

/* A list from which somebody is just choosing keeps its items. */
static void
set_items (GtkWidget *list, GPtrArray *items)
{
  g_autoptr (GtkStringList) model = NULL;

  if (has_items (list, items))
    return;
  model = gtk_string_list_new (NULL);
  for (guint i = 0; i < items->len; i++)
    gtk_string_list_append (model, g_ptr_array_index (items, i));
  gtk_drop_down_set_model (GTK_DROP_DOWN (list), G_LIST_MODEL (model));
}

static void
fill_sections (KsResultsBar *self, KsForm *form)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, _ ("All questions"));
  for (guint i = 0; i < ks_form_get_n_sections (form); i++)
    g_ptr_array_add (items, (char *)ks_form_get_section (form, i)->title);
  set_items (self->section_list, items);
}

static void
fill_questions (KsResultsBar *self, KsForm *form)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (self->questions, 0);
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      if (question->profile || !question->ordinal)
        continue;
      g_ptr_array_add (self->questions, (gpointer)question);
      g_ptr_array_add (items, g_strdup_printf ("%s. %s", question->id, question->short_text));
    }
  set_items (self->question_list, items);
}

/**
 * ks_results_bar_set_results:
 * @self: a bar
 * @results: (nullable): what there is to choose from
 *
 * Fills its lists anew.
 */
void
ks_results_bar_set_results (KsResultsBar *self, KsResults *results)
{
  KsForm *form;

  g_return_if_fail (KS_IS_RESULTS_BAR (self));

  self->updating = TRUE;
  g_set_object (&self->results, results);
  ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->scope_button),
                                results != NULL ? ks_results_get_registry (results) : NULL);
  g_ptr_array_set_size (self->questions, 0);
  if (results != NULL)
    {
      form = ks_results_get_form (results);
      fill_sections (self, form);
      fill_questions (self, form);
    }
  self->updating = FALSE;
}

static void
fill_kinds (KsResultsBar *self, const KsResultsLook *look)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  guint n_kinds;
  const KsChartKind *kinds = ks_results_view_get_kinds (look->view, &n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    g_ptr_array_add (items, (char *)ks_chart_kind_get_label (kinds[i]));
  set_items (self->kind_list, items);
  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i] == look->kind)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind_list), i);
  gtk_widget_set_visible (self->kind_list, n_kinds > 1 && look->view != KS_VIEW_COMMENTS);
}

static guint
find_section (KsResultsBar *self, const KsResultsLook *look)
{
  KsForm *form = ks_results_get_form (self->results);

  for (guint i = 0; i < ks_form_get_n_sections (form); i++)
    if (g_str_equal (ks_form_get_section (form, i)->id, look->section))
      return i + 1;
  return 0;
}

/* The question that is named, else the one that counts as the unit's own, else the first. */
static guint
find_question (KsResultsBar *self, const KsResultsLook *look)
{
  const KsQuestion *key = ks_form_get_key_question (ks_results_get_form (self->results));
  guint fallback = 0;

  for (guint i = 0; i < self->questions->len; i++)
    {
      const KsQuestion *question = g_ptr_array_index (self->questions, i);

      if (g_str_equal (question->id, look->question))
        return i;
      if (question == key)
        fallback = i;
    }
  return fallback;
}

static gboolean
has_units (KsChartKind kind)
{
  return kind == KS_CHART_ARRIVALS || kind == KS_CHART_LIKERT || kind == KS_CHART_PROFILE
         || kind == KS_CHART_BODIES;
}

static gboolean
has_order (KsChartKind kind)
{
  return kind == KS_CHART_LIKERT || kind == KS_CHART_DOTS;
}

static gboolean
has_sections (KsChartKind kind)
{
  return kind == KS_CHART_LIKERT || kind == KS_CHART_PROFILE || kind == KS_CHART_MULTIPLES
         || kind == KS_CHART_HEAT || kind == KS_CHART_BODIES;
}

static gboolean
has_question (KsChartKind kind)
{
  return kind == KS_CHART_DOTS;
}

/* What comes first, and the order that everybody knows. */
static void
fill_orders (KsResultsBar *self, const KsResultsLook *look)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  gboolean units = look->kind == KS_CHART_DOTS;

  g_ptr_array_add (items, units ? _ ("By estimate") : _ ("By difference"));
  g_ptr_array_add (items, units ? _ ("In the office’s order") : _ ("In the form’s order"));
  set_items (self->order, items);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->order), look->as_given ? 1 : 0);
}

/* The scope that the look names, as far as its chart can show it. */
static void
follow_scope (KsResultsBar *self, KsResultsLook *look)
{
  KsScopeButton *button = KS_SCOPE_BUTTON (self->scope_button);
  KsScope scope;

  if (!ks_scope_button_select (button, look->code))
    ks_scope_button_select (button, "");
  ks_scope_button_set_with_units (button, has_units (look->kind));
  ks_scope_button_get_scope (button, &scope);
  ks_results_look_set (&look->code, scope.code);
}

/* Rather on a line of its own than cut off. */
static void
show_badge (GtkWidget *badge, const char *text)
{
  int natural;

  ks_badge_set_label (KS_BADGE (badge), text);
  gtk_widget_set_size_request (badge, -1, -1);
  gtk_widget_measure (badge, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_set_size_request (badge, MIN (natural, MOST_BADGE), -1);
}

static void
show_controls (KsResultsBar *self, const KsResultsLook *look)
{
  gboolean charts = look->view != KS_VIEW_COMMENTS;
  g_autofree char *notice = ks_form_dup_short_notice (ks_results_get_form (self->results));

  /* Charts say it themselves: beside their controls there is no room in one line. */
  show_badge (self->form_badge, charts ? NULL : notice);
  gtk_widget_set_visible (self->section_list, charts && has_sections (look->kind));
  gtk_widget_set_visible (self->question_list, charts && has_question (look->kind));
  gtk_widget_set_visible (self->order, charts && has_order (look->kind));
  gtk_widget_set_visible (self->numbers,
                          charts && look->kind == KS_CHART_LIKERT && look->as_table);
  gtk_widget_set_visible (self->form, charts);
}

/**
 * ks_results_bar_show:
 * @self: a bar with results
 * @look: what is looked at; its scope gives way to one that the chart can show
 *
 * Lets the controls say it.
 */
void
ks_results_bar_show (KsResultsBar *self, KsResultsLook *look)
{
  g_return_if_fail (KS_IS_RESULTS_BAR (self));

  self->updating = TRUE;
  self->view = look->view;
  fill_kinds (self, look);
  follow_scope (self, look);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->section_list), find_section (self, look));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->question_list), find_question (self, look));
  fill_orders (self, look);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->numbers), look->counts ? 1 : 0);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (look->as_table ? self->table_button : self->chart_button), TRUE);
  show_controls (self, look);
  self->updating = FALSE;
}

static void
take_kind (KsResultsBar *self, KsResultsLook *look)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind_list));
  guint n_kinds;
  const KsChartKind *kinds = ks_results_view_get_kinds (self->view, &n_kinds);

  if (look->view == self->view && selected < n_kinds)
    look->kind = kinds[selected];
}

static void
take_lists (KsResultsBar *self, KsResultsLook *look)
{
  KsForm *form = ks_results_get_form (self->results);
  guint section = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->section_list));
  guint question = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->question_list));

  if (section > 0 && section <= ks_form_get_n_sections (form))
    ks_results_look_set (&look->section, ks_form_get_section (form, section - 1)->id);
  else
    ks_results_look_set (&look->section, "");
  if (has_question (look->kind) && question < self->questions->len)
    ks_results_look_set (&look->question,
                         ((const KsQuestion *)g_ptr_array_index (self->questions, question))->id);
}

/**
 * ks_results_bar_take:
 * @self: a bar with results
 * @look: what takes over what the controls say
 */
void
ks_results_bar_take (KsResultsBar *self, KsResultsLook *look)
{
  KsScope scope;

  g_return_if_fail (KS_IS_RESULTS_BAR (self));

  take_kind (self, look);
  take_lists (self, look);
  ks_scope_button_get_scope (KS_SCOPE_BUTTON (self->scope_button), &scope);
  ks_results_look_set (&look->code, scope.code);
  look->as_given = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order)) == 1;
  look->counts = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->numbers)) == 1;
  look->as_table = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->table_button));
}

/**
 * ks_results_bar_get_choice:
 * @self: a bar with results
 * @look: what is looked at
 * @choice: (out caller-allocates): the same in the words of the results; its strings live as long
 *   as they
 */
void
ks_results_bar_get_choice (KsResultsBar *self, const KsResultsLook *look, KsChartChoice *choice)
{
  KsForm *form = ks_results_get_form (self->results);
  guint section = find_section (self, look);

  *choice = (KsChartChoice){ .as_given = look->as_given, .counts = look->counts };
  if (!ks_results_find_scope (self->results, look->code, &choice->scope))
    ks_results_find_scope (self->results, "", &choice->scope);
  if (section > 0 && has_sections (look->kind))
    choice->section = ks_form_get_section (form, section - 1)->id;
  if (has_question (look->kind) && self->questions->len > 0)
    choice->question = g_ptr_array_index (self->questions, find_question (self, look));
}

/**
 * ks_results_bar_open_scopes:
 * @self: a bar
 *
 * Opens the list of places.
 */
void
ks_results_bar_open_scopes (KsResultsBar *self)
{
  ks_place_button_open (KS_PLACE_BUTTON (self->scope_button));
}

/**
 * ks_results_bar_say_copy:
 * @self: a bar
 * @why: (nullable): why nothing can be copied; %NULL: it can
 */
void
ks_results_bar_say_copy (KsResultsBar *self, const char *why)
{
  gtk_widget_set_tooltip_text (self->copy_button,
                               why != NULL ? why : _ ("Copy the Table (Ctrl+C)"));
  gtk_widget_set_tooltip_text (self->picture_button,
                               why != NULL ? why : _ ("Copy the Picture (Ctrl+Shift+C)"));
}

/**
 * ks_results_bar_say_settled:
 * @self: a bar
 * @settled_at: when the figures were settled; %KS_MOMENT_NONE: they are preliminary
 */
void
ks_results_bar_say_settled (KsResultsBar *self, KsMoment settled_at)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (settled_at != KS_MOMENT_NONE)
    {
      day = ks_day_format (ks_moment_get_day (settled_at));
      text = g_strdup_printf (_ ("SETTLED ON %s"), day);
    }
  show_badge (self->preliminary, text != NULL ? text : _ ("PRELIMINARY FIGURES"));
}
