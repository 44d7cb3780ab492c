/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-job-bar.h"

#include "ks-i18n.h"
#include "ks-number.h"

/* Shorter work shows nothing: a bar that flashes by only disturbs. */
#define DELAY_MS 100

struct _KsJobBar {
  GtkWidget       parent_instance;

  GtkRevealer    *revealer;
  GtkLabel       *title;
  GtkLabel       *detail;
  GtkProgressBar *progress;

  KsJob          *job;
  GSignalGroup   *signals;
  guint           beat_id;
};

G_DEFINE_FINAL_TYPE (KsJobBar, ks_job_bar, GTK_TYPE_WIDGET)

static char *
describe_time (double seconds)
{
  if (seconds < 60)
    return g_strdup_printf (_ ("about %d s left"), (int) seconds + 1);
  return g_strdup_printf (_ ("about %d min left"), (int) (seconds / 60) + 1);
}

/* "1.500/4.487 · about 3 s left": as much of it as is known. */
static char *
describe_progress (KsJob *job)
{
  g_autofree char *done = ks_format_count (ks_job_get_done (job));
  g_autofree char *total = ks_format_count (ks_job_get_total (job));
  g_autofree char *time = NULL;
  double seconds = ks_job_get_seconds_left (job);

  if (ks_job_get_total (job) <= 0)
    return g_strdup ("");
  if (seconds < 0)
    return g_strdup_printf ("%s/%s", done, total);
  time = describe_time (seconds);
  return g_strdup_printf ("%s/%s · %s", done, total, time);
}

static void
update_progress_cb (KsJobBar *self)
{
  g_autofree char *detail = describe_progress (self->job);
  gint64 total = ks_job_get_total (self->job);

  gtk_label_set_text (self->detail, detail);
  if (total > 0)
    gtk_progress_bar_set_fraction (self->progress,
                                   (double) ks_job_get_done (self->job) / (double) total);
}

/* The first beat shows the bar; the others move it while nobody knows how much there is to do. */
static gboolean
beat_cb (gpointer data)
{
  KsJobBar *self = data;

  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  if (ks_job_get_total (self->job) <= 0)
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static void
stop_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsJobBar *self = KS_JOB_BAR (widget);

  if (self->job == NULL)
    return;
  ks_job_stop (self->job);
  gtk_label_set_text (self->title, _ ("Stopping…"));
  gtk_widget_action_set_enabled (widget, "job.stop", FALSE);
}

static void
ks_job_bar_dispose (GObject *object)
{
  KsJobBar *self = KS_JOB_BAR (object);

  g_clear_handle_id (&self->beat_id, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->job);
  gtk_widget_dispose_template (GTK_WIDGET (self), KS_TYPE_JOB_BAR);

  G_OBJECT_CLASS (ks_job_bar_parent_class)->dispose (object);
}

static void
ks_job_bar_class_init (KsJobBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_job_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/shell/ks-job-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KsJobBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, KsJobBar, title);
  gtk_widget_class_bind_template_child (widget_class, KsJobBar, detail);
  gtk_widget_class_bind_template_child (widget_class, KsJobBar, progress);
  gtk_widget_class_install_action (widget_class, "job.stop", NULL, stop_action_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ks_job_bar_init (KsJobBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (KS_TYPE_JOB);
  g_signal_group_connect_swapped (self->signals, "notify::fraction",
                                  G_CALLBACK (update_progress_cb), self);
}

/**
 * ks_job_bar_set_job:
 * @self: a bar
 * @job: (nullable): the work to show; %NULL when it has ended
 *
 * Shows the progress of a job.
 */
void
ks_job_bar_set_job (KsJobBar *self, KsJob *job)
{
  g_return_if_fail (KS_IS_JOB_BAR (self));

  if (job != NULL && job == self->job)
    return;
  g_clear_handle_id (&self->beat_id, g_source_remove);
  g_signal_group_set_target (self->signals, job);
  g_set_object (&self->job, job);
  if (job == NULL)
    {
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "job.stop", TRUE);
  gtk_label_set_text (self->title, ks_job_get_title (job));
  gtk_label_set_text (self->detail, "");
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->beat_id = g_timeout_add (DELAY_MS, beat_cb, self);
}
