/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-before-view.h"

#include "ks-before-rows.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-overview-rows.h"
#include "ks-sheet.h"

struct _KsBeforeView
{
  GtkBox parent_instance;

  KsTitledList *checklist;
  GtkWidget *aside;
  GtkLabel *countdown;
  GtkLabel *day;
  GtkLabel *hours;
  KsTitledList *counts;
  KsTitledList *moments;
};

G_DEFINE_FINAL_TYPE (KsBeforeView, ks_before_view, GTK_TYPE_BOX)

static void
ks_before_view_class_init (KsBeforeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KS_TYPE_TITLED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/overview/ks-before-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KsBeforeView, checklist);
  gtk_widget_class_bind_template_child (widget_class, KsBeforeView, aside);
  gtk_widget_class_bind_template_child (widget_class, KsBeforeView, countdown);
  gtk_widget_class_bind_template_child (widget_class, KsBeforeView, day);
  gtk_widget_class_bind_template_child (widget_class, KsBeforeView, hours);
  gtk_widget_class_bind_template_child (widget_class, KsBeforeView, counts);
  gtk_widget_class_bind_template_child (widget_class, KsBeforeView, moments);
}

static void
ks_before_view_init (KsBeforeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_countdown (const KsCampaignInfo *info, KsMoment now)
{
  int n_days = info->day - ks_moment_get_day (now);
  g_autofree char *count = ks_format_count (n_days);

  if (n_days == 0)
    return g_strdup (_ ("The day of the survey is today"));
  if (n_days < 0)
    return g_strdup (_ ("The day of the survey has passed"));
  return g_strdup_printf (ngettext ("%s day to go", "%s days to go", (gulong)n_days), count);
}

/**
 * ks_before_view_show:
 * @self: a view
 * @overview: where the campaign stands
 * @info: what it is
 * @now: the present moment
 *
 * Shows how ready the campaign is.
 */
void
ks_before_view_show (KsBeforeView *self,
                     const KsOverview *overview,
                     const KsCampaignInfo *info,
                     KsMoment now)
{
  g_autofree char *countdown = NULL;
  g_autofree char *day = NULL;
  g_autofree char *hours = NULL;

  g_return_if_fail (KS_IS_BEFORE_VIEW (self));

  countdown = dup_countdown (info, now);
  day = ks_day_format_long (info->day);
  hours = ks_sheet_format_hours (info);
  gtk_label_set_text (self->countdown, countdown);
  gtk_label_set_text (self->day, day);
  gtk_label_set_text (self->hours, hours);
  ks_before_rows_fill_checklist (self->checklist, overview);
  ks_overview_fill_counts (self->counts, overview);
  ks_before_rows_fill_moments (self->moments, &overview->ready.rules, info);
}

/**
 * ks_before_view_set_narrow:
 * @self: a view
 * @narrow: whether the day stands below the list instead of beside it
 *
 * Fits the view into a narrow window.
 */
void
ks_before_view_set_narrow (KsBeforeView *self, gboolean narrow)
{
  g_return_if_fail (KS_IS_BEFORE_VIEW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->aside, narrow ? -1 : 300, -1);
}
