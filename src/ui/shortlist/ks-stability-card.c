/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-stability-card.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-job-bar.h"
#include "ks-latest-job.h"
#include "ks-number.h"
#include "ks-sha256.h"
#include "ks-shortlist-words.h"

/* While a slider moves nothing is measured. */
#define WAIT_MS 600

/* What a thread measures: the list as it was then. */
typedef struct
{
  KsShortlist *list;
  KsStability *stability;
  char *fingerprint;
} Measuring;

struct _KsStabilityCard
{
  GtkBox parent_instance;
  const KsShortlist *list; /* what is to be measured next, or was; the page's */
  char *fingerprint; /* of it */
  guint top;
  Measuring *measured; /* nullable: what is known */
  KsLatestJob *job;    /* measures */
  guint wait;
  gboolean stopped;

  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *flip;
  GtkWidget *job_bar;
  GtkWidget *again_box;
};

G_DEFINE_FINAL_TYPE (KsStabilityCard, ks_stability_card, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_MEASURED,
} KsStabilityCardSignal;

static guint signals[SIGNAL_MEASURED + 1];

static void
clear_measuring (gpointer data)
{
  Measuring *measuring = data;

  ks_shortlist_free (measuring->list);
  ks_stability_free (measuring->stability);
  g_free (measuring->fingerprint);
}

static void
unref_measuring (gpointer measuring)
{
  g_atomic_rc_box_release_full (measuring, clear_measuring);
}

/* All that the measure and its words rest on: the same list is not measured twice. */
static char *
make_fingerprint (const KsShortlist *list)
{
  KsSha256 sum;

  ks_sha256_init (&sum);
  ks_sha256_add (&sum, list->criteria->hash, strlen (list->criteria->hash));
  ks_sha256_add (&sum, list->criteria->blind ? "b" : "n", 1);
  for (guint i = 0; i < list->candidates->len; i++)
    {
      const KsCandidate *candidate = list->candidates->pdata[i];
      const gint64 counts[] = { candidate->good, candidate->answered, candidate->staff };
      const char *code = ks_unit_get_code (candidate->unit);

      if (!candidate->eligible)
        continue;
      ks_sha256_add (&sum, code, strlen (code) + 1);
      ks_sha256_add (&sum, candidate->grades, list->n_criteria * sizeof (double));
      ks_sha256_add (&sum, counts, sizeof counts);
    }
  return ks_sha256_finish (&sum);
}

static void
show_subtitle (KsStabilityCard *self)
{
  const KsShortlist *list = self->list;
  guint n_rest = list->candidates->len - list->n_eligible;
  g_autofree char *n_eligible = ks_format_count (list->n_eligible);
  g_autofree char *n_not = ks_format_count (n_rest);
  g_autofree char *n_findings = ks_format_count (list->n_findings);
  g_autofree char *n_few = ks_format_count (list->n_few);
  g_autofree char *n_barred = ks_format_count (list->n_barred);
  g_autofree char *eligible = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s unit eligible", "%s units eligible", list->n_eligible),
      n_eligible);
  g_autofree char *rest
      = g_strdup_printf (_ ("%s not: figures being checked %s, too few grounds %s, left out %s"),
                         n_not, n_findings, n_few, n_barred);
  g_autofree char *text
      = n_rest > 0 ? g_strdup_printf ("%s · %s", eligible, rest) : g_strdup (eligible);

  gtk_label_set_text (GTK_LABEL (self->subtitle), text);
}

static gboolean
is_current (KsStabilityCard *self)
{
  return self->measured != NULL && self->list != NULL
         && g_str_equal (self->measured->fingerprint, self->fingerprint);
}

static void
show (KsStabilityCard *self)
{
  g_autofree char *title = NULL;
  g_autofree char *flip = ks_shortlist_dup_flip (self->list, self->top);

  if (is_current (self))
    title = ks_stability_dup_sentence (self->measured->stability, self->measured->list, self->top);
  else if (self->stopped)
    title = g_strdup (_ ("How firmly the list stands was not measured"));
  else
    title = g_strdup (_ ("Measuring how firmly the list stands…"));
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->flip), flip != NULL ? flip : "");
  gtk_widget_set_visible (self->flip, flip != NULL);
  gtk_widget_set_visible (self->again_box, self->stopped && !is_current (self));
  show_subtitle (self);
}

static gboolean
measure_func (KsJob *job, gpointer data, GError **error)
{
  Measuring *measuring = data;

  measuring->stability = ks_shortlist_measure_stability (measuring->list, 0, 0, job, error);
  return measuring->stability != NULL;
}

static void
measured_cb (gpointer owner, gpointer data, const GError *error)
{
  KsStabilityCard *self = owner;
  Measuring *measuring = data;

  ks_job_bar_set_job (KS_JOB_BAR (self->job_bar), NULL);
  self->stopped = measuring->stability == NULL;
  g_clear_pointer (&self->measured, unref_measuring);
  self->measured = self->stopped ? NULL : g_atomic_rc_box_acquire (measuring);
  if (self->list != NULL)
    show (self);
  g_signal_emit (self, signals[SIGNAL_MEASURED], 0);
}

static void
give_up_job (KsStabilityCard *self)
{
  g_clear_handle_id (&self->wait, g_source_remove);
  ks_latest_job_stop (self->job);
  ks_job_bar_set_job (KS_JOB_BAR (self->job_bar), NULL);
}

static void
start_job (KsStabilityCard *self)
{
  Measuring *measuring = g_atomic_rc_box_new0 (Measuring);

  measuring->list = ks_shortlist_copy (self->list);
  measuring->fingerprint = g_strdup (self->fingerprint);
  ks_latest_job_start (self->job, NULL, _ ("Measuring how firmly the list stands"), measure_func,
                       measuring, unref_measuring);
  ks_job_bar_set_job (KS_JOB_BAR (self->job_bar), ks_latest_job_get (self->job));
}

static gboolean
start_cb (gpointer data)
{
  KsStabilityCard *self = KS_STABILITY_CARD (data);

  self->wait = 0;
  start_job (self);
  return G_SOURCE_REMOVE;
}

static void
again_cb (KsStabilityCard *self)
{
  give_up_job (self);
  self->stopped = FALSE;
  show (self);
  start_job (self);
}

static void
ks_stability_card_dispose (GObject *object)
{
  KsStabilityCard *self = KS_STABILITY_CARD (object);

  if (self->job != NULL)
    give_up_job (self);
  g_clear_pointer (&self->job, ks_latest_job_free);
  g_clear_pointer (&self->measured, unref_measuring);
  g_clear_pointer (&self->fingerprint, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KS_TYPE_STABILITY_CARD);
  G_OBJECT_CLASS (ks_stability_card_parent_class)->dispose (object);
}

static void
ks_stability_card_class_init (KsStabilityCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_stability_card_dispose;
  signals[SIGNAL_MEASURED] = g_signal_new ("measured", KS_TYPE_STABILITY_CARD, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KS_TYPE_JOB_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/shortlist/ks-stability-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KsStabilityCard, title);
  gtk_widget_class_bind_template_child (widget_class, KsStabilityCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, KsStabilityCard, flip);
  gtk_widget_class_bind_template_child (widget_class, KsStabilityCard, job_bar);
  gtk_widget_class_bind_template_child (widget_class, KsStabilityCard, again_box);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
}

static void
ks_stability_card_init (KsStabilityCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->job = ks_latest_job_new (self, measured_cb);
}

/**
 * ks_stability_card_set_list:
 * @self: a card
 * @list: (nullable): the list as it is now; it stays until another is set
 * @top: how many of the first are looked at, 3 to 5
 *
 * Measures the list a moment later, unless it is the one that was measured last.
 */
void
ks_stability_card_set_list (KsStabilityCard *self, const KsShortlist *list, guint top)
{
  g_autofree char *fingerprint = NULL;
  gboolean same;

  g_return_if_fail (KS_IS_STABILITY_CARD (self));

  fingerprint = list != NULL ? make_fingerprint (list) : NULL;
  same = g_strcmp0 (fingerprint, self->fingerprint) == 0;
  g_free (self->fingerprint);
  self->list = list;
  self->fingerprint = g_steal_pointer (&fingerprint);
  self->top = top;
  if (list == NULL)
    {
      give_up_job (self);
      g_clear_pointer (&self->measured, unref_measuring);
      return;
    }
  if (!same)
    {
      give_up_job (self);
      self->stopped = FALSE;
      if (!is_current (self))
        self->wait = g_timeout_add (WAIT_MS, start_cb, self);
    }
  show (self);
}

/**
 * ks_stability_card_get:
 * @self: a card
 * @measured: (out) (optional) (nullable): the list as it was measured: places of units hold in it
 *
 * Returns: (transfer none) (nullable): what was measured of the list as it is now
 */
const KsStability *
ks_stability_card_get (KsStabilityCard *self, const KsShortlist **measured)
{
  gboolean current;

  g_return_val_if_fail (KS_IS_STABILITY_CARD (self), NULL);

  current = is_current (self);
  if (measured != NULL)
    *measured = current ? self->measured->list : NULL;
  return current ? self->measured->stability : NULL;
}
