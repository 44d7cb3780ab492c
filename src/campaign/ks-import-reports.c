/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-reports.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-columns.h"
#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-work-file.h"

/* What a verb writes, and what was there before: one undoes the other. */
typedef struct {
  GPtrArray *reports;  /* of KsReport; reported KS_MOMENT_NONE: there is none */
  GPtrArray *posts;    /* of KsPost; copies 0: there is none */
  char      *file;
} Work;

static Work *
work_new (const char *file)
{
  Work *self = g_new0 (Work, 1);

  self->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_report_free);
  self->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_post_free);
  self->file = g_strdup (file);
  return self;
}

static void
work_free (gpointer data)
{
  Work *self = data;

  g_ptr_array_unref (self->reports);
  g_ptr_array_unref (self->posts);
  g_free (self->file);
  g_free (self);
}

static gboolean
write_reports (KsTransaction *tx, GPtrArray *reports, GError **error)
{
  for (guint i = 0; i < reports->len; i++)
    {
      KsReport *report = g_ptr_array_index (reports, i);
      gboolean ok = report->reported != KS_MOMENT_NONE
                        ? ks_work_table_save_report (tx, report, error)
                        : ks_work_table_delete_report (tx, report->unit, error);

      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_posts (KsTransaction *tx, GPtrArray *posts, GError **error)
{
  for (guint i = 0; i < posts->len; i++)
    {
      KsPost *post = g_ptr_array_index (posts, i);
      gboolean ok = post->copies > 0 ? ks_work_table_save_post (tx, post, error)
                                     : ks_work_table_delete_post (tx, post, error);

      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_work (KsCampaign *campaign, KsTransaction *tx, const Work *work, const char *action,
           GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_text (payload, "file", work->file);
  ks_payload_add_number (payload, "reports", work->reports->len);
  ks_payload_add_number (payload, "posts", work->posts->len);
  json = ks_payload_to_json (payload);
  return write_reports (tx, work->reports, error)
         && write_posts (tx, work->posts, error)
         && ks_campaign_commit (campaign, tx, action, json, KS_CHANGE_REPORTS, error);
}

static gboolean
undo_work (KsCampaign *campaign, gpointer data, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);

  return tx != NULL && save_work (campaign, tx, data, "undo", error);
}

static gboolean
equal_reports (const KsReport *a, const KsReport *b)
{
  return a->reported == b->reported && a->staff_present == b->staff_present
         && a->guided == b->guided && a->answered == b->answered && a->posted == b->posted
         && a->website == b->website && a->zalo == b->zalo && a->facebook == b->facebook
         && a->meetings == b->meetings;
}

static KsReport *
find_report (GPtrArray *reports, const char *unit)
{
  for (guint i = 0; i < reports->len; i++)
    {
      KsReport *report = g_ptr_array_index (reports, i);

      if (g_str_equal (report->unit, unit))
        return report;
    }
  return NULL;
}

static KsReport *
copy_report (const KsReport *report)
{
  KsReport *copy = g_memdup2 (report, sizeof *report);

  copy->unit = g_strdup (report->unit);
  return copy;
}

static KsReport *
no_report (const char *unit)
{
  KsReport *report = g_new0 (KsReport, 1);

  report->unit = g_strdup (unit);
  report->reported = KS_MOMENT_NONE;
  return report;
}

/* Keeps of @given what differs from @there, and notes how to undo it. */
static void
compare_reports (GPtrArray *given, GPtrArray *there, Work *change, Work *before)
{
  for (guint i = 0; i < given->len; i++)
    {
      const KsReport *report = g_ptr_array_index (given, i);
      const KsReport *old = find_report (there, report->unit);

      if (old != NULL && equal_reports (old, report))
        continue;
      g_ptr_array_add (change->reports, copy_report (report));
      g_ptr_array_add (before->reports,
                       old != NULL ? copy_report (old) : no_report (report->unit));
    }
}

static KsPost *
find_post (GHashTable *index, const KsPost *post)
{
  g_autofree char *key
      = g_strdup_printf ("%s|%" G_GINT64_FORMAT "|%s", post->unit, post->posted, post->kind);

  return g_hash_table_lookup (index, key);
}

static GHashTable *
index_posts (GPtrArray *posts)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < posts->len; i++)
    {
      KsPost *post = g_ptr_array_index (posts, i);

      g_hash_table_insert (index,
                           g_strdup_printf ("%s|%" G_GINT64_FORMAT "|%s", post->unit, post->posted,
                                            post->kind),
                           post);
    }
  return index;
}

static KsPost *
copy_post (const KsPost *post, int copies)
{
  KsPost *copy = g_new0 (KsPost, 1);

  copy->unit = g_strdup (post->unit);
  copy->posted = post->posted;
  copy->kind = g_strdup (post->kind);
  copy->copies = copies;
  return copy;
}

static void
compare_posts (GPtrArray *given, GPtrArray *there, Work *change, Work *before)
{
  g_autoptr (GHashTable) index = index_posts (there);

  for (guint i = 0; i < given->len; i++)
    {
      const KsPost *post = g_ptr_array_index (given, i);
      const KsPost *old = find_post (index, post);
      int copies = old != NULL ? old->copies : 0;

      if (copies >= post->copies)
        continue;
      g_ptr_array_add (change->posts, copy_post (post, post->copies));
      g_ptr_array_add (before->posts, copy_post (post, copies));
    }
}

static KsOutcome *
describe (const Work *change, Work *before, char *message)
{
  KsOutcome *outcome = ks_outcome_new (message);

  if (change->reports->len + change->posts->len > 0)
    ks_outcome_set_undo (outcome, undo_work, before, work_free);
  else
    work_free (before);
  return outcome;
}

static gboolean
finish (KsCampaign *campaign, KsTransaction *tx, Work *change, Work *before, const char *action,
        char *message, KsOutcome **outcome, GError **error)
{
  gboolean ok = change->reports->len + change->posts->len == 0
                || save_work (campaign, tx, change, action, error);
  KsOutcome *done = describe (change, before, message);

  if (ok && outcome != NULL)
    *outcome = done;
  else
    ks_outcome_free (done);
  work_free (change);
  return ok;
}

static char *
say_new (const char *file, guint n_new, guint n_given)
{
  if (n_new == 0)
    return g_strdup_printf (_ ("%s holds nothing new; nothing was changed"), file);
  return g_strdup_printf (_ ("%s: %u of %u rows are new or changed"), file, n_new, n_given);
}

/* What is there is compared and replaced in one transaction: nothing can come in between, and no
 * reader of our own is in the writer's way. */
static gboolean
take_reports (KsCampaign *campaign, KsCsvReader *csv, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) given = ks_read_reports (csv, registry, error);
  g_autoptr (KsTransaction) tx
      = given != NULL ? ks_store_begin_write (ks_campaign_get_store (campaign), error) : NULL;
  g_autoptr (GPtrArray) there = tx != NULL ? ks_work_table_load_reports (tx, error) : NULL;
  const char *file = ks_csv_reader_get_name (csv);
  Work *change;
  Work *before;

  if (there == NULL)
    return FALSE;
  change = work_new (file);
  before = work_new (file);
  compare_reports (given, there, change, before);
  return finish (campaign, tx, change, before, "reports",
                 say_new (file, change->reports->len, given->len), outcome, error);
}

static gboolean
take_posts (KsCampaign *campaign, KsCsvReader *csv, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) given = ks_read_posts (csv, registry, error);
  g_autoptr (KsTransaction) tx
      = given != NULL ? ks_store_begin_write (ks_campaign_get_store (campaign), error) : NULL;
  g_autoptr (GPtrArray) there = tx != NULL ? ks_work_table_load_posts (tx, error) : NULL;
  const char *file = ks_csv_reader_get_name (csv);
  Work *change;
  Work *before;

  if (there == NULL)
    return FALSE;
  change = work_new (file);
  before = work_new (file);
  compare_posts (given, there, change, before);
  return finish (campaign, tx, change, before, "posts",
                 say_new (file, change->posts->len, given->len), outcome, error);
}

/**
 * ks_import_reports:
 * @campaign: a campaign
 * @path: a table of reports of the working groups
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Brings reports in, all or none. A unit's newer report stands in place of its earlier one; the
 * same file twice changes nothing.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_import_reports (KsCampaign *campaign, const char *path, KsJob *job, KsOutcome **outcome,
                   GError **error)
{
  g_autoptr (KsCsvReader) csv = ks_open_table (path, KS_ENCODING_AUTO, error);

  return csv != NULL && take_reports (campaign, csv, outcome, error);
}

/**
 * ks_import_posts:
 * @campaign: a campaign
 * @path: a table of posts in the group
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Brings posts in, all or none. The same file twice changes nothing.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_import_posts (KsCampaign *campaign, const char *path, KsJob *job, KsOutcome **outcome,
                 GError **error)
{
  g_autoptr (KsCsvReader) csv = ks_open_table (path, KS_ENCODING_AUTO, error);

  return csv != NULL && take_posts (campaign, csv, outcome, error);
}

/* "07201=2024-04-01 17:30,31" is a row of the same table: one reader reads both. */
static KsCsvReader *
read_assignment (const char *header, const char *assignment, GError **error)
{
  const char *equals = strchr (assignment, '=');
  g_autofree char *text = NULL;
  g_autoptr (GInputStream) stream = NULL;
  gsize length;

  if (equals == NULL)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                   _ ("%s: write the code of the unit, =, and its figures: %s"), assignment,
                   header);
      return NULL;
    }
  text = g_strdup_printf ("%s\n%.*s,%s\n", header, (int) (equals - assignment), assignment,
                          equals + 1);
  length = strlen (text);
  stream = g_memory_input_stream_new_from_data (g_steal_pointer (&text), (gssize) length, g_free);
  return ks_csv_reader_new (stream, "--set");
}

/**
 * ks_set_report:
 * @campaign: a campaign
 * @assignment: "CODE=TIME,PRESENT,GUIDED,ANSWERED,POSTED,WEBSITE,ZALO,FACEBOOK,MEETINGS"
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Sets the report of one unit.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_set_report (KsCampaign *campaign, const char *assignment, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsCsvReader) csv = read_assignment (
      "code,reported_at,staff_present,guided,answered,posted,website,zalo,facebook,meetings",
      assignment, error);

  return csv != NULL && take_reports (campaign, csv, outcome, error);
}

/**
 * ks_set_post:
 * @campaign: a campaign
 * @assignment: "CODE=TIME,KIND"
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Adds a post of one unit.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_set_post (KsCampaign *campaign, const char *assignment, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsCsvReader) csv = read_assignment ("code,posted_at,kind", assignment, error);

  return csv != NULL && take_posts (campaign, csv, outcome, error);
}
