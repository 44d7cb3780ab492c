/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-districts.h"

#include "ks-column.h"
#include "ks-day-place.h"
#include "ks-day-words.h"
#include "ks-growing-list.h"
#include "ks-i18n.h"
#include "ks-rate-bar.h"

#define NAME_CHARS 16

struct _KsDayDistricts
{
  GtkBox parent_instance;
  KsDayFigures *figures;
  GListStore *rows; /* of KsDayPlace, the province last */
  guint round;

  GtkWidget *title;
  GtkWidget *view;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *units_column;
  GtkColumnViewColumn *staff_column;
  GtkColumnViewColumn *answers_column;
  GtkColumnViewColumn *change_column;
  GtkColumnViewColumn *rate_column;
  GtkColumnViewColumn *bar_column;
  GtkColumnViewColumn *below_column;
  GtkColumnViewColumn *none_column;
  GtkColumnViewColumn *reported_column;
  GtkColumnViewColumn *checking_column;
};

G_DEFINE_FINAL_TYPE (KsDayDistricts, ks_day_districts, GTK_TYPE_BOX)

enum
{
  DISTRICT_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activate_cb (KsDayDistricts *self, guint position)
{
  g_autoptr (KsDayPlace) place = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (place != NULL)
    g_signal_emit (self, signals[DISTRICT_ACTIVATED], 0, ks_day_place_get (place)->code);
}

static KsRate
get_rate (gpointer item)
{
  const KsDayDistrict *district = ks_day_place_get (item);

  return (KsRate){ district->answers, district->staff,
                   ks_day_figures_get_limit (ks_day_place_get_figures (item)) };
}

static void
set_number (GtkColumnViewColumn *column, KsCellStyle style, gsize offset)
{
  ks_column_set_number (column, style, ks_day_place_get_number, GSIZE_TO_POINTER (offset));
}

static void
set_up_columns (KsDayDistricts *self)
{
  ks_column_set_text (self->name_column, KS_CELL_PLAIN, ks_day_place_dup_name, NULL);
  ks_column_set_chars (self->name_column, NAME_CHARS);
  set_number (self->units_column, KS_CELL_SECONDARY, G_STRUCT_OFFSET (KsDayDistrict, n_units));
  ks_column_set_number (self->staff_column, KS_CELL_PLAIN, ks_day_place_get_count,
                        GSIZE_TO_POINTER (G_STRUCT_OFFSET (KsDayDistrict, staff)));
  ks_column_set_number (self->answers_column, KS_CELL_PLAIN, ks_day_place_get_count,
                        GSIZE_TO_POINTER (G_STRUCT_OFFSET (KsDayDistrict, answers)));
  ks_column_set_text (self->change_column, KS_CELL_SECONDARY | KS_CELL_FIGURE,
                      ks_day_place_dup_change, NULL);
  ks_column_set_text (self->rate_column, KS_CELL_STRONG | KS_CELL_FIGURE, ks_day_place_dup_rate,
                      NULL);
  ks_rate_bar_fill_column (self->bar_column, get_rate);
  set_number (self->below_column, KS_CELL_PLAIN, G_STRUCT_OFFSET (KsDayDistrict, n_below));
  set_number (self->none_column, KS_CELL_PLAIN, G_STRUCT_OFFSET (KsDayDistrict, n_no_answer));
  set_number (self->reported_column, KS_CELL_PLAIN, G_STRUCT_OFFSET (KsDayDistrict, n_reported));
  set_number (self->checking_column, KS_CELL_SECONDARY,
              G_STRUCT_OFFSET (KsDayDistrict, n_checking));
  ks_column_set_mark (self->answers_column, ks_day_place_mark, NULL);
  ks_column_set_mark (self->rate_column, ks_day_place_mark, NULL);
}

static void
ks_day_districts_dispose (GObject *object)
{
  KsDayDistricts *self = KS_DAY_DISTRICTS (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->figures);
  G_OBJECT_CLASS (ks_day_districts_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/day/ks-day-districts.ui");
  gtk_widget_class_bind_template_child (widget_class, KsDayDistricts, title);
  gtk_widget_class_bind_template_child (widget_class, KsDayDistricts, view);
  gtk_widget_class_bind_template_child (widget_class, KsDayDistricts, name_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayDistricts, units_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayDistricts, staff_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayDistricts, answers_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayDistricts, change_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayDistricts, rate_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayDistricts, bar_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayDistricts, below_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayDistricts, none_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayDistricts, reported_column);
  gtk_widget_class_bind_template_child (widget_class, KsDayDistricts, checking_column);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ks_day_districts_class_init (KsDayDistrictsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ks_day_districts_dispose;
  signals[DISTRICT_ACTIVATED]
      = g_signal_new ("district-activated", KS_TYPE_DAY_DISTRICTS, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ks_day_districts_init (KsDayDistricts *self)
{
  GtkSelectionModel *selection;

  self->rows = g_list_store_new (KS_TYPE_DAY_PLACE);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_columns (self);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (
      ks_growing_slice_new (G_LIST_MODEL (self->rows), GTK_SCROLLABLE (self->view)))));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), selection);
  g_object_unref (selection);
}

/* What is new is told only where there is something to compare with. */
static void
choose_columns (KsDayDistricts *self, KsDayFigures *figures)
{
  gboolean changed = ks_day_figures_get_previous (figures) != KS_MOMENT_NONE;
  const KsColumnChoice choice[] = {
    { self->name_column, TRUE },     { self->units_column, TRUE },     { self->staff_column, TRUE },
    { self->answers_column, TRUE },  { self->change_column, changed }, { self->rate_column, TRUE },
    { self->bar_column, TRUE },      { self->below_column, TRUE },     { self->none_column, TRUE },
    { self->reported_column, TRUE }, { self->checking_column, TRUE },
  };

  ks_column_view_choose (GTK_COLUMN_VIEW (self->view), choice, G_N_ELEMENTS (choice));
}

static const char *
find_mark (KsDayDistricts *self, const KsDayDistrict *now, KsDayFigures *before)
{
  static const char *const classes[] = { "news", "news-again" };
  const KsDayDistrict *then
      = before != NULL ? ks_day_figures_lookup_district (before, now->code) : NULL;

  return then != NULL && then->answers != now->answers
             ? classes[self->round % G_N_ELEMENTS (classes)]
             : NULL;
}

/**
 * ks_day_districts_show:
 * @self: a view
 * @figures: the figures
 * @before: (nullable): figures that were shown before: what differs is marked
 *
 * Shows them.
 */
void
ks_day_districts_show (KsDayDistricts *self, KsDayFigures *figures, KsDayFigures *before)
{
  const KsDayDistrict *province = ks_day_figures_get_province (figures);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = ks_day_dup_title (figures, province);
  guint n_districts;
  const KsDayDistrict *districts = ks_day_figures_get_districts (figures, &n_districts);

  self->round += g_set_object (&self->figures, figures);
  choose_columns (self, figures);
  for (guint i = 0; i <= n_districts; i++)
    {
      const KsDayDistrict *each = i < n_districts ? &districts[i] : province;

      g_ptr_array_add (places,
                       ks_day_place_new (figures, each, find_mark (self, each, before)));
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       places->pdata, places->len);
  gtk_label_set_text (GTK_LABEL (self->title), title);
}
