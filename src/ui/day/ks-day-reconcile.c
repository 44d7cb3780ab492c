/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-reconcile.h"

#include "ks-column.h"
#include "ks-day-cells.h"
#include "ks-day-list.h"
#include "ks-growing-list.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-reconcile-units.h"

#define UNIT_CHARS 18
#define DISTRICT_CHARS 14
#define NOTE_CHARS 20

struct _KsDayReconcile
{
  GtkBox parent_instance;
  KsDayList *list;
  GtkSliceListModel *front;

  GtkWidget *title;
  GtkWidget *view;
  GtkColumnViewColumn *unit_column;
  GtkColumnViewColumn *district_column;
  GtkColumnViewColumn *staff_column;
  GtkColumnViewColumn *reported_column;
  GtkColumnViewColumn *answers_column;
  GtkColumnViewColumn *difference_column;
  GtkColumnViewColumn *note_column;
};

G_DEFINE_FINAL_TYPE (KsDayReconcile, ks_day_reconcile, GTK_TYPE_BOX)

enum
{
  UNIT_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gint64
get_reported (gpointer item)
{
  return ks_day_unit_get_reported (ks_day_item_get_figures (item));
}

static char *
dup_reported (gpointer item, gpointer data)
{
  return get_reported (item) >= 0 ? ks_format_count (get_reported (item)) : g_strdup ("–");
}

static char *
dup_difference (gpointer item, gpointer data)
{
  gint64 difference = ks_day_item_get_figures (item)->answers - get_reported (item);
  g_autofree char *count = ks_format_count (ABS (difference));

  if (get_reported (item) < 0)
    return g_strdup ("–");
  return g_strconcat (difference > 0 ? "+" : difference < 0 ? "−" : "", count, NULL);
}

/* Figures side by side, in neutral words. */
static const char *
get_words (KsCounts counts)
{
  switch (counts)
    {
    case KS_COUNTS_OVER_STAFF:
      return _ ("more sheets than staff on the list");
    case KS_COUNTS_REPORT_OVER:
      return _ ("more reported than staff on the list");
    case KS_COUNTS_NONE_RECEIVED:
      return _ ("reported, but no sheet received");
    case KS_COUNTS_APART:
      return _ ("report and sheets differ");
    case KS_COUNTS_NOT_REPORTED:
      return _ ("no report yet");
    case KS_COUNTS_AGREE:
    default:
      return _ ("agree");
    }
}

static char *
dup_note (gpointer item, gpointer data)
{
  const KsDayUnit *unit = ks_day_item_get_figures (item);

  if (ks_day_unit_get_reconciled (unit) == KS_RECONCILED_DECIDED)
    return g_strdup_printf (_ ("%s; decided"), get_words (unit->counts));
  return g_strdup (get_words (unit->counts));
}

static void
set_up_columns (KsDayReconcile *self)
{
  ks_column_set_text (self->unit_column, KS_CELL_PLAIN, ks_day_cell_dup_unit, NULL);
  ks_column_set_chars (self->unit_column, UNIT_CHARS);
  ks_column_set_text (self->district_column, KS_CELL_SECONDARY, ks_day_cell_dup_district, NULL);
  ks_column_set_chars (self->district_column, DISTRICT_CHARS);
  ks_column_set_number (self->staff_column, KS_CELL_PLAIN, ks_day_cell_get_staff, NULL);
  ks_column_set_text (self->reported_column, KS_CELL_FIGURE, dup_reported, NULL);
  ks_column_set_number (self->answers_column, KS_CELL_STRONG, ks_day_cell_get_answers, NULL);
  ks_column_set_text (self->difference_column, KS_CELL_FIGURE, dup_difference, NULL);
  ks_column_set_text (self->note_column, KS_CELL_SECONDARY, dup_note, NULL);
  ks_column_set_chars (self->note_column, NOTE_CHARS);
  ks_column_view_align_titles (GTK_COLUMN_VIEW (self->view));
}

static void
activate_cb (KsDayReconcile *self, guint position)
{
  g_autoptr (KsDayItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL)
    g_signal_emit (self, signals[UNIT_ACTIVATED], 0,
                   ks_unit_get_code (ks_day_item_get_figures (item)->unit));
}

static void
ks_day_reconcile_dispose (GObject *object)
{
  KsDayReconcile *self = KS_DAY_RECONCILE (object);

  g_clear_object (&self->front);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (ks_day_reconcile_parent_class)->dispose (object);
}

static void
ks_day_reconcile_class_init (KsDayReconcileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_day_reconcile_dispose;
  signals[UNIT_ACTIVATED]
      = g_signal_new ("unit-activated", KS_TYPE_DAY_RECONCILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/day/ks-day-reconcile.ui");
  gtk_widget_class_bind_template_child (widget_class, KsDayReconcile, title);
  gtk_widget_class_bind_template_child (widget_class, KsDayReconcile, view);
  gtk_widget_class_bind_template_child (widget_class, KsDayReconcile, unit_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayReconcile, district_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayReconcile, staff_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayReconcile, reported_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayReconcile, answers_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayReconcile, difference_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayReconcile, note_column);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ks_day_reconcile_init (KsDayReconcile *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_columns (self);
  self->list = ks_day_list_new ();
  self->front = ks_growing_slice_new (G_LIST_MODEL (self->list), GTK_SCROLLABLE (self->view));
  selection = GTK_SELECTION_MODEL (
      gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->front))));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), selection);
}

static char *
dup_title (KsDayFigures *figures)
{
  guint n_units = ks_day_figures_get_n_units (figures), n = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < n_units; i++)
    n += ks_counts_contradict (ks_day_figures_get_unit (figures, i)->counts);
  count = ks_format_count (n);
  return n == 0 ? g_strdup (_ ("Staff, reports and sheets do not contradict each other anywhere"))
                : g_strdup_printf (ngettext ("Staff, report and sheets of %s unit do not agree",
                                             "Staff, reports and sheets of %s units do not agree",
                                             n),
                                   count);
}

/**
 * ks_day_reconcile_show:
 * @self: a view
 * @figures: the figures
 *
 * Shows them.
 */
void
ks_day_reconcile_show (KsDayReconcile *self, KsDayFigures *figures)
{
  const KsDayLook look = { .district = KS_DAY_EVERYWHERE,
                           .order = KS_DAY_CONTRADICTIONS_FIRST,
                           .filter = KS_DAY_ALL };
  g_autofree char *title = dup_title (figures);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  ks_day_list_show (self->list, figures, &look, NULL);
}
