/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-work-change.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-work-cell.h"

/* A row before and after. */
typedef struct {
  gpointer before;
  gpointer after;
} Pair;

/* How many posts were counted on a day. */
typedef struct {
  char *unit;
  KsDay day;
  int   posts;
} Count;

struct _KsWorkChange {
  char      *source;
  GPtrArray *reports;  /* of Pair of KsReport */
  GPtrArray *posts;    /* of Pair of KsPost; copies 0: there is none */
  GPtrArray *counts;   /* of Pair of Count */
  GPtrArray *evidence; /* of Pair of KsEvidence */
  GPtrArray *units;    /* codes of the units that change, once each */
  GHashTable *seen;    /* set of them */
  GHashTable *days;    /* set of "unit day" whose posts change */
  GHashTable *looked;  /* set of "unit mark" whose evidence was looked at */
  guint      n_unchecked;
};

static void
free_count (gpointer data)
{
  g_free (((Count *) data)->unit);
  g_free (data);
}

static GPtrArray *
new_pairs (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
free_pairs (GPtrArray *pairs, GDestroyNotify destroy)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      Pair *pair = pairs->pdata[i];

      destroy (pair->before);
      destroy (pair->after);
    }
  g_ptr_array_unref (pairs);
}

static void
add_pair (GPtrArray *pairs, gpointer before, gpointer after)
{
  Pair *pair = g_new (Pair, 1);

  *pair = (Pair){ before, after };
  g_ptr_array_add (pairs, pair);
}

/**
 * ks_work_change_new:
 * @source: (nullable): the file that it comes from; %NULL: it is typed
 *
 * Returns: (transfer full): a change of nothing
 */
KsWorkChange *
ks_work_change_new (const char *source)
{
  KsWorkChange *self = g_new0 (KsWorkChange, 1);

  self->source = g_strdup (source);
  self->reports = new_pairs ();
  self->posts = new_pairs ();
  self->counts = new_pairs ();
  self->evidence = new_pairs ();
  self->units = g_ptr_array_new_with_free_func (g_free);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->looked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * ks_work_change_free:
 * @self: (nullable): a change
 *
 * Frees it.
 */
void
ks_work_change_free (KsWorkChange *self)
{
  if (self == NULL)
    return;
  free_pairs (self->reports, (GDestroyNotify) ks_report_free);
  free_pairs (self->posts, (GDestroyNotify) ks_post_free);
  free_pairs (self->counts, free_count);
  free_pairs (self->evidence, (GDestroyNotify) ks_evidence_free);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->days);
  g_hash_table_unref (self->looked);
  g_ptr_array_unref (self->units);
  g_free (self->source);
  g_free (self);
}

/**
 * ks_work_change_get_n_reports:
 * @self: a change
 *
 * Returns: of how many units the report changes
 */
guint
ks_work_change_get_n_reports (KsWorkChange *self)
{
  return self->reports->len;
}

/**
 * ks_work_change_get_n_days:
 * @self: a change
 *
 * Returns: on how many days of units posts change
 */
guint
ks_work_change_get_n_days (KsWorkChange *self)
{
  return g_hash_table_size (self->days);
}

/**
 * ks_work_change_get_n_unchecked:
 * @self: a change
 *
 * Returns: how many marks that were checked are to be checked again
 */
guint
ks_work_change_get_n_unchecked (KsWorkChange *self)
{
  return self->n_unchecked;
}

static void
note_unit (KsWorkChange *self, const char *unit)
{
  char *code;

  if (g_hash_table_contains (self->seen, unit))
    return;
  code = g_strdup (unit);
  g_ptr_array_add (self->units, code);
  g_hash_table_add (self->seen, code);
}

/* What was checked was another figure. */
static gboolean
uncheck (KsWorkChange *self, KsTransaction *tx, const char *unit, KsWorkField field, KsDay day,
         GError **error)
{
  g_autofree char *mark = ks_work_dup_mark (field, day);
  g_autoptr (KsEvidence) before = NULL;
  KsEvidence *after;

  if (!g_hash_table_add (self->looked, g_strdup_printf ("%s %s", unit, mark)))
    return TRUE;
  before = ks_evidence_table_load_one (tx, unit, mark, error);
  if (before == NULL || before->verified == KS_MOMENT_NONE)
    return before != NULL;
  after = ks_evidence_copy (before);
  after->verified = KS_MOMENT_NONE;
  add_pair (self->evidence, g_steal_pointer (&before), after);
  self->n_unchecked++;
  return TRUE;
}

/**
 * ks_work_change_add_report:
 * @self: a change
 * @tx: the transaction that it is made in
 * @before: the report of a unit as it is; it may tell nothing
 * @after: the report as it shall be
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_change_add_report (KsWorkChange *self, KsTransaction *tx, const KsReport *before,
                           const KsReport *after, GError **error)
{
  if (ks_report_equal (before, after))
    return TRUE;
  for (int field = 0; field < KS_WORK_POSTS; field++)
    if (ks_report_get_value (before, (KsWorkField) field)
            != ks_report_get_value (after, (KsWorkField) field)
        && !uncheck (self, tx, after->unit, (KsWorkField) field, KS_DAY_NONE, error))
      return FALSE;
  add_pair (self->reports, ks_report_copy (before), ks_report_copy (after));
  note_unit (self, after->unit);
  return TRUE;
}

static gboolean
note_day (KsWorkChange *self, KsTransaction *tx, const char *unit, KsDay day, gboolean counts,
          GError **error)
{
  note_unit (self, unit);
  g_hash_table_add (self->days, g_strdup_printf ("%s %d", unit, day));
  return !counts || uncheck (self, tx, unit, KS_WORK_POSTS, day, error);
}

static Count *
new_count (const char *unit, KsDay day, int posts)
{
  Count *count = g_new (Count, 1);

  *count = (Count){ g_strdup (unit), day, posts };
  return count;
}

/**
 * ks_work_change_add_count:
 * @self: a change
 * @tx: the transaction that it is made in
 * @day: the posts of a unit on a day as they are
 * @counted: how many there are as somebody says; %KS_COUNT_NONE: those that came in
 * @error: return location for an error
 *
 * A figure that equals what came in is not kept.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_change_add_count (KsWorkChange *self, KsTransaction *tx, const KsPostDay *day, int counted,
                          GError **error)
{
  int kept = counted == day->imported ? KS_COUNT_NONE : counted;
  int posts = kept >= 0 ? kept : day->imported;

  if (kept == day->counted)
    return TRUE;
  add_pair (self->counts, new_count (day->unit, day->day, day->counted),
            new_count (day->unit, day->day, kept));
  return note_day (self, tx, day->unit, day->day, posts != day->posts, error);
}

static KsPost *
copy_post (const KsPost *post, int copies)
{
  KsPost *copy = g_memdup2 (post, sizeof *post);

  copy->unit = g_strdup (post->unit);
  copy->kind = g_strdup (post->kind);
  copy->copies = copies;
  return copy;
}

/**
 * ks_work_change_add_post:
 * @self: a change
 * @tx: the transaction that it is made in
 * @post: posts of a minute and kind as they shall be
 * @copies: how many there are of them; 0: none
 * @counted: whether somebody counted the posts of that day, so that these do not count
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_change_add_post (KsWorkChange *self, KsTransaction *tx, const KsPost *post, int copies,
                         gboolean counted, GError **error)
{
  add_pair (self->posts, copy_post (post, copies), copy_post (post, post->copies));
  return note_day (self, tx, post->unit, ks_moment_get_day (post->posted), !counted, error);
}

/**
 * ks_work_change_add_evidence:
 * @self: a change
 * @before: what is kept of a mark, with its picture
 * @after: what shall be kept
 *
 * Returns: whether that changes anything
 */
gboolean
ks_work_change_add_evidence (KsWorkChange *self, const KsEvidence *before, const KsEvidence *after)
{
  if (ks_evidence_equal (before, after))
    return FALSE;
  add_pair (self->evidence, ks_evidence_copy (before), ks_evidence_copy (after));
  note_unit (self, after->unit);
  return TRUE;
}

static gpointer
get_side (const Pair *pair, gboolean back)
{
  return back ? pair->before : pair->after;
}

static gboolean
write_report (KsTransaction *tx, const KsReport *report, GError **error)
{
  return ks_report_is_empty (report) ? ks_work_table_delete_report (tx, report->unit, error)
                                     : ks_work_table_save_report (tx, report, error);
}

static gboolean
write_post (KsTransaction *tx, const KsPost *post, GError **error)
{
  return post->copies > 0 ? ks_work_table_save_post (tx, post, error)
                          : ks_work_table_delete_post (tx, post, error);
}

static gboolean
write_count (KsTransaction *tx, const Count *count, GError **error)
{
  return ks_work_table_save_count (tx, count->unit, count->day, count->posts, error);
}

typedef gboolean (*WriteFunc) (KsTransaction *tx, gconstpointer row, GError **error);

static gboolean
write_all (KsTransaction *tx, GPtrArray *pairs, gboolean back, WriteFunc write, GError **error)
{
  for (guint i = 0; i < pairs->len; i++)
    if (!write (tx, get_side (pairs->pdata[i], back), error))
      return FALSE;
  return TRUE;
}

static gboolean
save (KsWorkChange *self, KsCampaign *campaign, KsTransaction *tx, gboolean back,
      const char *action, GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *json = NULL;

  g_ptr_array_extend (codes, self->units, NULL, NULL);
  g_ptr_array_add (codes, NULL);
  if (self->source != NULL)
    ks_payload_add_text (payload, "file", self->source);
  ks_payload_add_number (payload, "reports", self->reports->len);
  ks_payload_add_number (payload, "posts", self->posts->len);
  ks_payload_add_number (payload, "counted", self->counts->len);
  ks_payload_add_number (payload, "evidence", self->evidence->len);
  ks_payload_add_texts (payload, "units", (const char *const *) codes->pdata);
  json = ks_payload_to_json (payload);
  return write_all (tx, self->reports, back, (WriteFunc) write_report, error)
         && write_all (tx, self->posts, back, (WriteFunc) write_post, error)
         && write_all (tx, self->counts, back, (WriteFunc) write_count, error)
         && write_all (tx, self->evidence, back, (WriteFunc) ks_evidence_table_save, error)
         && ks_campaign_commit (campaign, tx, action, json, KS_CHANGE_REPORTS, error);
}

static gboolean
stands_report (KsTransaction *tx, const Pair *pair, GError **error)
{
  const KsReport *after = pair->after;
  g_autoptr (KsReport) now = ks_work_table_load_report (tx, after->unit, error);

  return now != NULL && ks_report_equal (now, after);
}

static gboolean
stands_count (KsTransaction *tx, const Pair *pair, GError **error)
{
  const Count *after = pair->after;
  g_autoptr (GPtrArray) days = ks_work_table_load_post_days (tx, after->unit, error);
  int counted = KS_COUNT_NONE;

  for (guint i = 0; days != NULL && i < days->len; i++)
    if (((KsPostDay *) days->pdata[i])->day == after->day)
      counted = ((KsPostDay *) days->pdata[i])->counted;
  return days != NULL && counted == after->posts;
}

static gboolean
stands_evidence (KsTransaction *tx, const Pair *pair, GError **error)
{
  const KsEvidence *after = pair->after;
  g_autoptr (KsEvidence) now = ks_evidence_table_load_one (tx, after->unit, after->mark, error);

  return now != NULL && ks_evidence_equal (now, after);
}

static gboolean
stand_all (KsTransaction *tx, GPtrArray *pairs,
           gboolean (*stands) (KsTransaction *, const Pair *, GError **), GError **error)
{
  for (guint i = 0; i < pairs->len; i++)
    if (!stands (tx, pairs->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* What somebody wrote after it must not be lost with it. */
static gboolean
check_stands (KsWorkChange *self, KsTransaction *tx, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (stand_all (tx, self->reports, stands_report, &local)
      && stand_all (tx, self->counts, stands_count, &local)
      && stand_all (tx, self->evidence, stands_evidence, &local))
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                 _ ("The figures were changed again since; nothing was taken back. Type what shall "
                    "stand there."));
  return FALSE;
}

static gboolean
undo (KsCampaign *campaign, gpointer data, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);

  return tx != NULL && check_stands (data, tx, error)
         && save (data, campaign, tx, TRUE, "undo", error);
}

static void
free_change (gpointer data)
{
  ks_work_change_free (data);
}

/**
 * ks_work_change_finish:
 * @self: (transfer full): a change
 * @campaign: the campaign
 * @tx: the transaction that it was made in
 * @action: the verb, for the log
 * @message: (transfer full): the sentence of the outcome
 * @outcome: (out) (optional) (transfer full): what was done, and how it is undone
 * @error: return location for an error
 *
 * Writes it and commits; a change of nothing leaves no row in the log.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_work_change_finish (KsWorkChange *self, KsCampaign *campaign, KsTransaction *tx,
                       const char *action, char *message, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsWorkChange) change = self;
  g_autoptr (KsOutcome) done = ks_outcome_new (message);

  if (change->units->len > 0)
    {
      if (!save (change, campaign, tx, FALSE, action, error))
        return FALSE;
      ks_outcome_set_undo (done, undo, g_steal_pointer (&change), free_change);
    }
  if (outcome != NULL)
    *outcome = g_steal_pointer (&done);
  return TRUE;
}
