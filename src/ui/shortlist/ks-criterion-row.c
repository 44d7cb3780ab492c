/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-criterion-row.h"

#include "ks-criterion-swatch.h"
#include "ks-css-class.h"
#include "ks-figure-spin.h"
#include "ks-i18n.h"

struct _KsCriterionRow
{
  GtkListBoxRow parent_instance;
  KsCriterion *criterion; /* as it is edited */
  gboolean showing;       /* widgets are being filled, nobody edits */

  GtkWidget *head;
  GtkWidget *name;
  GtkAdjustment *points;
  GtkWidget *points_spin;
  GtkWidget *points_scale;
  GtkWidget *anchors;
  GtkWidget *more_button;
  GtkWidget *more;
  GtkAdjustment *zero;
  GtkWidget *zero_spin;
  GtkWidget *zero_words;
  GtkAdjustment *full;
  GtkWidget *full_spin;
  GtkWidget *full_words;
  GtkWidget *checked_only;
  GtkWidget *source;
  GtkWidget *warning;
  GtkWidget *own_box;
  GtkWidget *marks_button;
  GtkWidget *rename_button;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (KsCriterionRow, ks_criterion_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  SIGNAL_CHANGED,
} KsCriterionRowSignal;

static guint signals[SIGNAL_CHANGED + 1];

/* Shares are typed in percent. */
static double
get_unit (const KsCriterion *criterion)
{
  double low;
  double high;

  ks_criterion_kind_get_range (criterion->kind, &low, &high, NULL);
  return high <= 1 ? 100 : 1;
}

static void
show_words (KsCriterionRow *self)
{
  g_autofree char *zero = ks_criterion_dup_value_words (self->criterion, self->criterion->zero);
  g_autofree char *full = ks_criterion_dup_value_words (self->criterion, self->criterion->full);
  g_autofree char *anchors = ks_criterion_dup_anchors (self->criterion);
  const char *warning
      = self->criterion->points > 0 ? ks_criterion_get_warning (self->criterion) : NULL;

  gtk_label_set_text (GTK_LABEL (self->zero_words), zero);
  gtk_label_set_text (GTK_LABEL (self->full_words), full);
  gtk_label_set_text (GTK_LABEL (self->anchors), anchors);
  gtk_label_set_text (GTK_LABEL (self->warning), warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning, warning != NULL);
  ks_css_class_set (GTK_WIDGET (self), "unused", self->criterion->points <= 0);
}

static void
edited_cb (KsCriterionRow *self)
{
  if (self->showing || self->criterion == NULL)
    return;
  ks_criterion_row_read (self, self->criterion);
  show_words (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
more_cb (KsCriterionRow *self)
{
  gtk_widget_set_visible (self->more,
                          gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->more_button)));
}

static void
ks_criterion_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KS_TYPE_CRITERION_ROW);
  G_OBJECT_CLASS (ks_criterion_row_parent_class)->dispose (object);
}

static void
ks_criterion_row_finalize (GObject *object)
{
  ks_criterion_free (KS_CRITERION_ROW (object)->criterion);
  G_OBJECT_CLASS (ks_criterion_row_parent_class)->finalize (object);
}

static void
ks_criterion_row_class_init (KsCriterionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ks_criterion_row_dispose;
  object_class->finalize = ks_criterion_row_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KS_TYPE_CRITERION_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/shortlist/ks-criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, head);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, name);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, points);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, points_spin);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, points_scale);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, anchors);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, more_button);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, more);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, zero);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, zero_spin);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, zero_words);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, full);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, full_spin);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, full_words);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, checked_only);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, source);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, warning);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, own_box);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, marks_button);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, rename_button);
  gtk_widget_class_bind_template_child (widget_class, KsCriterionRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
ks_criterion_row_init (KsCriterionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ks_figure_ignore_wheel (self->points_scale);
  ks_figure_spin_set_up (GTK_SPIN_BUTTON (self->points_spin));
  ks_figure_spin_set_up (GTK_SPIN_BUTTON (self->zero_spin));
  ks_figure_spin_set_up (GTK_SPIN_BUTTON (self->full_spin));
}

static void
set_range (GtkAdjustment *adjustment, const KsCriterion *criterion)
{
  double unit = get_unit (criterion);
  double low;
  double high;
  double step;

  ks_criterion_kind_get_range (criterion->kind, &low, &high, &step);
  gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), low * unit,
                            high * unit, step * unit, step * unit, 0);
}

static void
name_control (GtkWidget *widget, const char *format, const char *name)
{
  g_autofree char *label = g_strdup_printf ("%s: %s", name, format);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* Ten rows have the same controls: the criterion's name tells them apart. */
static void
name_controls (KsCriterionRow *self)
{
  const char *name = self->criterion->name;

  name_control (self->points_spin, _ ("most points"), name);
  name_control (self->points_scale, _ ("most points"), name);
  name_control (self->more_button, _ ("what earns points"), name);
  name_control (self->zero_spin, _ ("value of 0 points"), name);
  name_control (self->full_spin, _ ("value of all points"), name);
  name_control (self->checked_only, _ ("only what was checked counts"), name);
  name_control (self->marks_button, _ ("marks of units"), name);
  name_control (self->rename_button, _ ("rename"), name);
  name_control (self->remove_button, _ ("remove"), name);
}

static void
set_up (KsCriterionRow *self, guint index)
{
  gboolean own = self->criterion->kind == KS_CRITERION_OWN;
  g_autofree char *source
      = g_strdup_printf (_ ("Source: %s"), ks_criterion_get_source (self->criterion));

  gtk_box_prepend (GTK_BOX (self->head), ks_criterion_swatch_new (index));
  gtk_widget_set_visible (self->checked_only, ks_criterion_kind_has_marks (self->criterion->kind));
  gtk_widget_set_visible (self->own_box, own);
  gtk_label_set_text (GTK_LABEL (self->source), source);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->marks_button), "s", self->criterion->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->rename_button), "s", self->criterion->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "s", self->criterion->id);
}

/**
 * ks_criterion_row_new:
 * @criterion: a criterion
 * @index: its place in the scale, which gives it its colour
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
ks_criterion_row_new (const KsCriterion *criterion, guint index)
{
  KsCriterionRow *self = g_object_new (KS_TYPE_CRITERION_ROW, NULL);

  self->criterion = ks_criterion_copy (criterion);
  set_up (self, index);
  ks_criterion_row_show (self, criterion);
  return GTK_WIDGET (self);
}

/**
 * ks_criterion_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): which criterion it is
 */
const char *
ks_criterion_row_get_id (KsCriterionRow *self)
{
  g_return_val_if_fail (KS_IS_CRITERION_ROW (self), NULL);

  return self->criterion->id;
}

/**
 * ks_criterion_row_show:
 * @self: a row
 * @criterion: the same criterion, as it is now
 *
 * Shows it; "changed" is not told.
 */
void
ks_criterion_row_show (KsCriterionRow *self, const KsCriterion *criterion)
{
  double unit;

  g_return_if_fail (KS_IS_CRITERION_ROW (self));

  self->showing = TRUE;
  if (criterion != self->criterion)
    {
      ks_criterion_free (self->criterion);
      self->criterion = ks_criterion_copy (criterion);
    }
  unit = get_unit (self->criterion);
  set_range (self->zero, self->criterion);
  set_range (self->full, self->criterion);
  gtk_label_set_text (GTK_LABEL (self->name), self->criterion->name);
  gtk_adjustment_set_value (self->points, self->criterion->points);
  gtk_adjustment_set_value (self->zero, self->criterion->zero * unit);
  gtk_adjustment_set_value (self->full, self->criterion->full * unit);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checked_only),
                               self->criterion->checked_only);
  name_controls (self);
  show_words (self);
  self->showing = FALSE;
}

/**
 * ks_criterion_row_read:
 * @self: a row
 * @criterion: the same criterion of the scale that is being made
 *
 * Writes what somebody set into @criterion.
 */
void
ks_criterion_row_read (KsCriterionRow *self, KsCriterion *criterion)
{
  double unit;

  g_return_if_fail (KS_IS_CRITERION_ROW (self));

  unit = get_unit (criterion);
  criterion->points = gtk_adjustment_get_value (self->points);
  criterion->zero = gtk_adjustment_get_value (self->zero) / unit;
  criterion->full = gtk_adjustment_get_value (self->full) / unit;
  criterion->checked_only = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checked_only));
}

/**
 * ks_criterion_row_set_editable:
 * @self: a row
 * @editable: whether it can be edited
 *
 * What earns points can be looked at in any case.
 */
void
ks_criterion_row_set_editable (KsCriterionRow *self, gboolean editable)
{
  GtkWidget *const widgets[] = { self->points_spin, self->points_scale, self->zero_spin,
                                 self->full_spin, self->checked_only };

  g_return_if_fail (KS_IS_CRITERION_ROW (self));

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    gtk_widget_set_sensitive (widgets[i], editable);
}
