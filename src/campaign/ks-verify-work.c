/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-verify-work.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-platform.h"
#include "ks-text.h"
#include "ks-work-change.h"
#include "ks-work-sheet.h"

#define MAX_TEXT 2000

/* The mark as it is kept; NULL: there is no such mark. */
static const char *
check_mark (KsCampaign *campaign, const char *unit, const char *mark, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  KsDay day;

  if (ks_registry_lookup (registry, unit) == NULL)
    {
      ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID, _ ("No unit in use has the code %s."), unit);
      return NULL;
    }
  if (g_str_equal (mark, "report") || ks_day_parse (mark, &day))
    return mark;
  for (int field = KS_WORK_POSTED; field <= KS_WORK_MEETINGS; field++)
    if (g_str_equal (mark, ks_work_field_get_id ((KsWorkField) field)))
      return mark;
  ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID, _ ("“%s” is no mark: give report, posted, website, zalo, facebook, meetings or a "
                    "day like 2024-03-28."),
          mark);
  return NULL;
}

/**
 * ks_work_mark_dup_label:
 * @mark: a mark, as it is kept
 *
 * Returns: (transfer full): what it is called for people
 */
char *
ks_work_mark_dup_label (const char *mark)
{
  KsDay day;

  if (ks_day_parse (mark, &day))
    {
      g_autofree char *text = ks_day_format (day);

      return g_strdup_printf (_ ("posts of %s"), text);
    }
  for (int field = KS_WORK_POSTED; field <= KS_WORK_MEETINGS; field++)
    if (g_str_equal (mark, ks_work_field_get_id ((KsWorkField) field)))
      return g_strdup (ks_work_field_get_label ((KsWorkField) field));
  return g_strdup (_ ("report"));
}

static char *
dup_unit_name (KsCampaign *campaign, const char *code)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  KsUnit *unit = ks_registry_lookup (registry, code);

  return g_strdup (unit != NULL ? ks_unit_get_name (unit) : code);
}

static gboolean
is_picture (const guint8 *data, gsize length)
{
  static const struct {
    const char *start;
    gsize       length;
  } kinds[] = { { "\x89PNG\r\n\x1a\n", 8 }, { "\xff\xd8\xff", 3 }, { "GIF8", 4 }, { "BM", 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length > kinds[i].length && memcmp (data, kinds[i].start, kinds[i].length) == 0)
      return TRUE;
  return length > 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0;
}

/* Reads no more than may be kept, whatever the file is. */
static GBytes *
read_picture (const char *path, GError **error)
{
  g_autoptr (GFileInputStream) stream = ks_file_open (path, error);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree guint8 *data = g_malloc (KS_EVIDENCE_MAX_BYTES + 1);
  gsize length = 0;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), data, KS_EVIDENCE_MAX_BYTES + 1,
                                   &length, NULL, error))
    return NULL;
  if (length > KS_EVIDENCE_MAX_BYTES)
    ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID, _ ("“%s” is larger than 8 MB. Make the picture smaller, or give a link."), name);
  else if (!is_picture (data, length))
    ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID, _ ("“%s” is no picture (PNG, JPEG, WebP, GIF). Give a picture, a link or a note."),
            name);
  else
    return g_bytes_new (data, length);
  return NULL;
}

static gboolean
set_text (char **text, const char *given, GError **error)
{
  if (given == NULL)
    return TRUE;
  if (strlen (given) > MAX_TEXT || !g_utf8_validate (given, -1, NULL))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID, _ ("the text is too long"));
  g_free (*text);
  *text = ks_text_clean (given);
  return TRUE;
}

static gboolean
apply_edit (KsEvidence *evidence, const KsEvidenceEdit *edit, GError **error)
{
  if (!set_text (&evidence->link, edit->link, error)
      || !set_text (&evidence->note, edit->note, error))
    return FALSE;
  if (*evidence->link != '\0' && !g_str_has_prefix (evidence->link, "https://")
      && !g_str_has_prefix (evidence->link, "http://"))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID, _ ("“%s” is no link: it begins with https://. What is no link goes into the note."),
                   evidence->link);
  if (edit->picture == NULL)
    return TRUE;
  g_clear_pointer (&evidence->picture, g_bytes_unref);
  g_free (evidence->picture_name);
  evidence->picture_name = *edit->picture != '\0' ? g_path_get_basename (edit->picture)
                                                  : g_strdup ("");
  if (*edit->picture != '\0')
    evidence->picture = read_picture (edit->picture, error);
  return *edit->picture == '\0' || evidence->picture != NULL;
}

static void
set_actor (KsEvidence *evidence, KsCampaign *campaign)
{
  g_free (evidence->actor);
  evidence->actor = g_strdup (ks_campaign_get_actor (campaign));
}

/**
 * ks_set_evidence:
 * @campaign: a campaign
 * @unit: code of a unit
 * @mark: report, posted, website, zalo, facebook, meetings, or a day, 2024-03-28
 * @edit: what the mark rests on
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Keeps a link, a picture or a note beside a mark. The picture is copied into the campaign.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_set_evidence (KsCampaign *campaign, const char *unit, const char *mark,
                 const KsEvidenceEdit *edit, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsWorkChange) change = ks_work_change_new (NULL);
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (KsEvidence) before = NULL;
  g_autoptr (KsEvidence) after = NULL;
  g_autofree char *name = dup_unit_name (campaign, unit);
  g_autofree char *label = NULL;

  if (check_mark (campaign, unit, mark, error) == NULL)
    return FALSE;
  tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  before = tx != NULL ? ks_evidence_table_load_one (tx, unit, mark, error) : NULL;
  after = before != NULL ? ks_evidence_copy (before) : NULL;
  if (after == NULL || !apply_edit (after, edit, error))
    return FALSE;
  if (!ks_evidence_equal (before, after))
    set_actor (after, campaign);
  ks_work_change_add_evidence (change, before, after);
  label = ks_work_mark_dup_label (mark);
  return ks_work_change_finish (g_steal_pointer (&change), campaign, tx, "evidence",
                                g_strdup_printf (_ ("%s, %s: evidence kept"), name, label),
                                outcome, error);
}

static gboolean
verify_mark (KsWorkChange *change, KsCampaign *campaign, KsTransaction *tx, const char *unit,
             const char *mark, gboolean verified, GError **error)
{
  g_autoptr (KsEvidence) before = ks_evidence_table_load_one (tx, unit, mark, error);
  g_autoptr (KsEvidence) after = before != NULL ? ks_evidence_copy (before) : NULL;

  if (after == NULL)
    return FALSE;
  if (verified == (before->verified != KS_MOMENT_NONE))
    return TRUE;
  after->verified = verified ? ks_campaign_now (campaign) : KS_MOMENT_NONE;
  set_actor (after, campaign);
  ks_work_change_add_evidence (change, before, after);
  return TRUE;
}

/* All that a unit tells of: what nobody tells of cannot be checked. */
static gboolean
verify_all (KsWorkChange *change, KsCampaign *campaign, KsTransaction *tx, const char *unit,
            gboolean verified, GError **error)
{
  g_autoptr (KsReport) report = ks_work_table_load_report (tx, unit, error);
  g_autoptr (GPtrArray) days
      = report != NULL ? ks_work_table_load_post_days (tx, unit, error) : NULL;

  if (days == NULL)
    return FALSE;
  if (ks_report_is_made (report)
      && !verify_mark (change, campaign, tx, unit, "report", verified, error))
    return FALSE;
  for (int field = KS_WORK_POSTED; field <= KS_WORK_MEETINGS; field++)
    if (ks_report_get_value (report, (KsWorkField) field) > 0
        && !verify_mark (change, campaign, tx, unit, ks_work_field_get_id ((KsWorkField) field),
                         verified, error))
      return FALSE;
  for (guint i = 0; i < days->len; i++)
    {
      const KsPostDay *day = days->pdata[i];
      g_autofree char *mark = ks_day_to_iso (day->day);

      if (day->posts > 0
          && !verify_mark (change, campaign, tx, unit, mark, verified, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_verify_work:
 * @campaign: a campaign
 * @unit: code of a unit
 * @mark: (nullable): a mark; %NULL: all that the unit tells of
 * @verified: whether the officer who acts has checked it; %FALSE takes that back
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Keeps who checked a mark and when. What was not checked is told by the unit alone.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_verify_work (KsCampaign *campaign, const char *unit, const char *mark, gboolean verified,
                KsOutcome **outcome, GError **error)
{
  g_autoptr (KsWorkChange) change = ks_work_change_new (NULL);
  g_autoptr (KsTransaction) tx = NULL;
  g_autofree char *name = dup_unit_name (campaign, unit);
  g_autofree char *label = NULL;
  gboolean ok;

  if (check_mark (campaign, unit, mark != NULL ? mark : "report", error) == NULL)
    return FALSE;
  tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  if (tx == NULL)
    return FALSE;
  ok = mark != NULL ? verify_mark (change, campaign, tx, unit, mark, verified, error)
                    : verify_all (change, campaign, tx, unit, verified, error);
  label = mark != NULL ? ks_work_mark_dup_label (mark) : g_strdup (_ ("all marks"));
  return ok
         && ks_work_change_finish (
             g_steal_pointer (&change), campaign, tx, "verify",
             g_strdup_printf (verified ? _ ("%s, %s: checked") : _ ("%s, %s: reported by the unit"),
                              name, label),
             outcome, error);
}

/**
 * ks_load_evidence:
 * @campaign: a campaign
 * @unit: code of a unit
 * @mark: a mark
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is kept of the mark, with its picture
 */
KsEvidence *
ks_load_evidence (KsCampaign *campaign, const char *unit, const char *mark, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_evidence_table_load_one (tx, unit, mark, error) : NULL;
}
