/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-scale-pane.h"

#include "ks-check-criteria.h"
#include "ks-criterion-row.h"
#include "ks-i18n.h"
#include "ks-number.h"

struct _KsScalePane
{
  GtkBox parent_instance;
  KsCriteria *base;  /* as it is kept */
  KsCriteria *draft; /* as it is moved */
  char *touched; /* the criterion that was moved last: it keeps its points when all are balanced */
  gboolean open; /* a locked scale is being changed */
  gboolean writable;

  GtkWidget *list;
  GtkWidget *total;
  GtkWidget *problem;
  GtkWidget *balance_button;
  GtkWidget *add_button;
  GtkWidget *lock_title;
  GtkWidget *lock_words;
  GtkWidget *lock_icon;
  GtkWidget *lock_button;
  GtkWidget *change_button;
};

G_DEFINE_FINAL_TYPE (KsScalePane, ks_scale_pane, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_CHANGED,
} KsScalePaneSignal;

static guint signals[SIGNAL_CHANGED + 1];

/**
 * ks_scale_pane_is_editable:
 * @self: a pane
 *
 * Returns: whether the scale can be moved: it is not locked, or somebody opened it again
 */
gboolean
ks_scale_pane_is_editable (KsScalePane *self)
{
  g_return_val_if_fail (KS_IS_SCALE_PANE (self), FALSE);

  return self->writable && self->draft != NULL && (self->base->blind || self->open);
}

/* "Tổng: 95/100 điểm" and what is wrong with the scale, if anything is. */
static void
show_total (KsScalePane *self)
{
  double sum = ks_criteria_get_sum (self->draft);
  g_autofree char *text = ks_format_short (sum, 2);
  g_autofree char *total = g_strdup_printf (_ ("Total: %s of 100 points"), text);
  g_autoptr (GError) error = NULL;
  gboolean valid = ks_check_criteria (self->draft, &error);

  gtk_label_set_text (GTK_LABEL (self->total), total);
  gtk_label_set_text (GTK_LABEL (self->problem), valid ? "" : error->message);
  gtk_widget_set_visible (self->problem, !valid);
  gtk_widget_set_visible (self->balance_button, sum != KS_FULL_POINTS);
}

static char *
dup_lock_words (KsScalePane *self)
{
  g_autofree char *words = NULL;

  if (self->base->lock == NULL)
    return g_strdup (_ ("Until then units are called “Unit 1, 2 …”, so that nobody makes the scale "
                        "for a name."));
  words = ks_criteria_dup_lock_words (self->base);
  return g_strdup_printf (_ ("%s. By %s."), words, self->base->lock->actor);
}

static void
show_lock (KsScalePane *self)
{
  const KsCriteria *base = self->base;
  gboolean to_lock = base->blind || base->changed_after_lock;
  g_autofree char *words = dup_lock_words (self);

  gtk_label_set_text (GTK_LABEL (self->lock_title),
                      base->blind                ? _ ("Names are hidden until the scale is locked")
                      : base->changed_after_lock ? _ ("Changed after the lock")
                                                 : _ ("The scale is locked"));
  gtk_label_set_text (GTK_LABEL (self->lock_words), words);
  gtk_widget_set_tooltip_text (self->lock_words, base->lock != NULL ? base->lock->hash : NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->lock_icon), base->lock != NULL
                                                                 ? "changes-prevent-symbolic"
                                                                 : "changes-allow-symbolic");
  gtk_button_set_label (GTK_BUTTON (self->lock_button),
                        base->blind ? _ ("Lock the Scale…") : _ ("Lock Again…"));
  gtk_widget_set_visible (self->lock_button, to_lock && self->writable);
  gtk_widget_set_visible (self->change_button, !base->blind && !self->open && self->writable);
}

static void
show_state (KsScalePane *self)
{
  gboolean editable = ks_scale_pane_is_editable (self);

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    ks_criterion_row_set_editable (KS_CRITERION_ROW (row), editable);
  gtk_widget_set_visible (self->add_button, editable);
  show_total (self);
  show_lock (self);
}

static void
row_changed_cb (KsScalePane *self, KsCriterionRow *row)
{
  KsCriterion *criterion = ks_criteria_lookup (self->draft, ks_criterion_row_get_id (row));

  if (criterion == NULL)
    return;
  ks_criterion_row_read (row, criterion);
  ks_criteria_seal (self->draft);
  g_free (self->touched);
  self->touched = g_strdup (criterion->id);
  show_total (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
ks_scale_pane_finalize (GObject *object)
{
  KsScalePane *self = KS_SCALE_PANE (object);

  ks_criteria_free (self->base);
  ks_criteria_free (self->draft);
  g_free (self->touched);
  G_OBJECT_CLASS (ks_scale_pane_parent_class)->finalize (object);
}

static void
ks_scale_pane_class_init (KsScalePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ks_scale_pane_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KS_TYPE_SCALE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/shortlist/ks-scale-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KsScalePane, list);
  gtk_widget_class_bind_template_child (widget_class, KsScalePane, total);
  gtk_widget_class_bind_template_child (widget_class, KsScalePane, problem);
  gtk_widget_class_bind_template_child (widget_class, KsScalePane, balance_button);
  gtk_widget_class_bind_template_child (widget_class, KsScalePane, add_button);
  gtk_widget_class_bind_template_child (widget_class, KsScalePane, lock_title);
  gtk_widget_class_bind_template_child (widget_class, KsScalePane, lock_words);
  gtk_widget_class_bind_template_child (widget_class, KsScalePane, lock_icon);
  gtk_widget_class_bind_template_child (widget_class, KsScalePane, lock_button);
  gtk_widget_class_bind_template_child (widget_class, KsScalePane, change_button);
}

static void
ks_scale_pane_init (KsScalePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->writable = TRUE;
}

static gboolean
has_rows_of (KsScalePane *self, const KsCriteria *criteria)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  for (guint i = 0; i < criteria->criteria->len; i++)
    {
      const KsCriterion *criterion = criteria->criteria->pdata[i];

      if (row == NULL
          || !g_str_equal (ks_criterion_row_get_id (KS_CRITERION_ROW (row)), criterion->id))
        return FALSE;
      row = gtk_widget_get_next_sibling (row);
    }
  return row == NULL;
}

static void
rebuild_rows (KsScalePane *self, const KsCriteria *criteria)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < criteria->criteria->len; i++)
    {
      row = ks_criterion_row_new (criteria->criteria->pdata[i], i);
      g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}

/* Rows stay where the criteria are the same ones: a slider may be held, a figure half typed. */
static void
show_rows (KsScalePane *self)
{
  GtkWidget *row;

  if (!has_rows_of (self, self->draft))
    {
      rebuild_rows (self, self->draft);
      return;
    }
  row = gtk_widget_get_first_child (self->list);
  for (guint i = 0; i < self->draft->criteria->len; i++)
    {
      ks_criterion_row_show (KS_CRITERION_ROW (row), self->draft->criteria->pdata[i]);
      row = gtk_widget_get_next_sibling (row);
    }
}

/* What was moved, and that a locked scale was opened, belong to the campaign that goes. */
static void
forget (KsScalePane *self)
{
  g_clear_pointer (&self->draft, ks_criteria_free);
  g_clear_pointer (&self->touched, g_free);
  self->draft = self->base != NULL ? ks_criteria_copy (self->base) : NULL;
  self->open = FALSE;
}

/**
 * ks_scale_pane_set_criteria:
 * @self: a pane
 * @criteria: (nullable): the scale as it is kept; %NULL: another campaign comes
 *
 * Shows it. What was moved and not kept yet stays, unless somebody kept another scale meanwhile.
 */
void
ks_scale_pane_set_criteria (KsScalePane *self, const KsCriteria *criteria)
{
  gboolean keep;

  g_return_if_fail (KS_IS_SCALE_PANE (self));

  if (criteria == NULL)
    {
      forget (self);
      return;
    }
  keep = ks_scale_pane_is_changed (self) && ks_criteria_equal (self->base, criteria);
  if (self->base != NULL && self->base->locks->len != criteria->locks->len)
    self->open = FALSE;
  g_clear_pointer (&self->base, ks_criteria_free);
  self->base = ks_criteria_copy (criteria);
  if (!keep)
    {
      g_clear_pointer (&self->draft, ks_criteria_free);
      self->draft = ks_criteria_copy (criteria);
      g_clear_pointer (&self->touched, g_free);
      show_rows (self);
    }
  show_state (self);
}

/**
 * ks_scale_pane_take_kept:
 * @self: a pane with a scale
 *
 * What is moved was kept just now. A scale that is read from now on and says otherwise, such as one
 * that was taken back at once, takes its place.
 */
void
ks_scale_pane_take_kept (KsScalePane *self)
{
  g_return_if_fail (KS_IS_SCALE_PANE (self) && self->draft != NULL);

  ks_criteria_free (self->base);
  self->base = ks_criteria_copy (self->draft);
}

/**
 * ks_scale_pane_get_draft:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the scale as it is moved
 */
const KsCriteria *
ks_scale_pane_get_draft (KsScalePane *self)
{
  g_return_val_if_fail (KS_IS_SCALE_PANE (self), NULL);

  return self->draft;
}

/**
 * ks_scale_pane_is_changed:
 * @self: a pane
 *
 * Returns: whether what is moved differs from what is kept
 */
gboolean
ks_scale_pane_is_changed (KsScalePane *self)
{
  g_return_val_if_fail (KS_IS_SCALE_PANE (self), FALSE);

  return self->draft != NULL && !ks_criteria_equal (self->base, self->draft);
}

/**
 * ks_scale_pane_is_complete:
 * @self: a pane
 *
 * Returns: whether what is moved can be kept: the points add up to 100
 */
gboolean
ks_scale_pane_is_complete (KsScalePane *self)
{
  g_return_val_if_fail (KS_IS_SCALE_PANE (self), FALSE);

  return self->draft != NULL && ks_check_criteria (self->draft, NULL);
}

/* The one with the most points, where none was moved. */
static const char *
find_fixed (KsScalePane *self)
{
  const KsCriterion *most = self->draft->criteria->pdata[0];

  if (self->touched != NULL && ks_criteria_lookup (self->draft, self->touched) != NULL)
    return self->touched;
  for (guint i = 1; i < self->draft->criteria->len; i++)
    {
      const KsCriterion *criterion = self->draft->criteria->pdata[i];

      if (criterion->points > most->points)
        most = criterion;
    }
  return most->id;
}

/**
 * ks_scale_pane_balance:
 * @self: a pane with a scale
 *
 * Lets the points add up to 100: the criterion that was moved last keeps its own, the others keep
 * their proportions.
 */
void
ks_scale_pane_balance (KsScalePane *self)
{
  const char *fixed;

  g_return_if_fail (KS_IS_SCALE_PANE (self) && self->draft != NULL);

  fixed = find_fixed (self);
  ks_criteria_balance (self->draft, fixed, ks_criteria_lookup (self->draft, fixed)->points);
  show_rows (self);
  show_total (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * ks_scale_pane_set_writable:
 * @self: a pane
 * @writable: whether the campaign can be changed
 *
 * Of a campaign that somebody else works on the scale is only looked at.
 */
void
ks_scale_pane_set_writable (KsScalePane *self, gboolean writable)
{
  g_return_if_fail (KS_IS_SCALE_PANE (self));

  self->writable = writable;
  if (self->draft != NULL)
    show_state (self);
}

/**
 * ks_scale_pane_open:
 * @self: a pane with a locked scale
 *
 * Lets the scale be moved although it was locked.
 */
void
ks_scale_pane_open (KsScalePane *self)
{
  g_return_if_fail (KS_IS_SCALE_PANE (self) && self->draft != NULL);

  self->open = TRUE;
  show_state (self);
}
