/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-save-form.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-payload.h"
#include "ks-tally-table.h"

/**
 * ks_form_use_free:
 * @self: (nullable): what rests on a form
 */
void
ks_form_use_free (KsFormUse *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->versions, g_array_unref);
  g_free (self);
}

static KsFormUse *
load_use (KsTransaction *tx, GError **error)
{
  g_autoptr (KsFormUse) self = g_new0 (KsFormUse, 1);

  self->versions = ks_form_table_list (tx, error);
  if (self->versions == NULL)
    return NULL;
  self->in_use = ks_form_table_is_in_use (tx);
  self->since = self->saved = KS_MOMENT_NONE;
  for (guint i = 0; i < self->versions->len; i++)
    {
      const KsFormVersion *version = &g_array_index (self->versions, KsFormVersion, i);

      self->version = version->version;
      self->saved = version->saved;
      self->n_answers += version->n_answers;
      if (version->first != KS_MOMENT_NONE
          && (self->since == KS_MOMENT_NONE || version->first < self->since))
        self->since = version->first;
    }
  return g_steal_pointer (&self);
}

/**
 * ks_form_use_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full): what rests on its form, or %NULL with @error set
 */
KsFormUse *
ks_form_use_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? load_use (tx, error) : NULL;
}

static void
describe_version (GString *text, const KsFormVersion *version)
{
  g_autofree char *count = ks_format_count (version->n_answers);
  g_autofree char *part = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "version %d: %s answer sheet", "version %d: %s answer sheets",
                   (gulong) version->n_answers),
      (int) version->version, count);

  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", part);
}

/**
 * ks_form_use_describe:
 * @self: what rests on a form
 *
 * Returns: (transfer full): which versions the answers belong to: "version 1: 4.487 answer
 *   sheets"; empty while there are none
 */
char *
ks_form_use_describe (const KsFormUse *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->versions->len; i++)
    {
      const KsFormVersion *version = &g_array_index (self->versions, KsFormVersion, i);

      if (version->n_answers > 0)
        describe_version (text, version);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A version that imports belong to stays as it was; another is overwritten. One that says the
 * same as the version before it, and that nothing belongs to, is the undone change: it goes. */
static gboolean
write_version (KsTransaction *tx, const KsFormUse *use, KsForm *form, KsMoment now,
               gint64 *version, GError **error)
{
  const KsFormVersion *newest
      = &g_array_index (use->versions, KsFormVersion, use->versions->len - 1);
  g_autoptr (KsForm) earlier = NULL;

  *version = newest->version + (newest->n_batches > 0);
  if (newest->n_batches == 0 && use->versions->len > 1)
    {
      gint64 last = g_array_index (use->versions, KsFormVersion, use->versions->len - 2).version;

      earlier = ks_form_table_load_version (tx, last, error);
      if (earlier == NULL)
        return FALSE;
      if (strcmp (ks_form_get_json (earlier), ks_form_get_json (form)) == 0)
        {
          *version = last;
          return ks_form_table_drop (tx, newest->version, error);
        }
    }
  return ks_form_table_save (tx, form, *version, now, error);
}

/* Without answers all tallies are 0, but there are as many as the form has options. */
static gboolean
renew_tallies (KsCampaign *campaign, KsTransaction *tx, KsForm *form, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsTally) tally = ks_tally_recompute (tx, registry, form, error);

  return tally != NULL && ks_tally_table_save (tx, registry, tally, error);
}

static gboolean
commit (KsCampaign *campaign, KsTransaction *tx, KsForm *form, const KsFormUse *use,
        const char *action, const char *file, GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;
  gint64 version = 0;

  if (!write_version (tx, use, form, ks_campaign_now (campaign), &version, error)
      || (!use->in_use && !renew_tallies (campaign, tx, form, error)))
    return FALSE;
  ks_payload_add_text (payload, "form", ks_form_get_id (form));
  if (file != NULL)
    ks_payload_add_text (payload, "file", file);
  ks_payload_add_number (payload, "questions", ks_form_get_n_questions (form));
  ks_payload_add_number (payload, "version", version);
  ks_payload_add_number (payload, "answers", use->n_answers);
  json = ks_payload_to_json (payload);
  return ks_campaign_commit (campaign, tx, action, json, KS_CHANGE_FORM, error);
}

/* @changed: (out): whether the form says anything else than before */
static gboolean
write_form (KsCampaign *campaign, KsForm *form, const char *action, const char *file,
            gboolean *changed, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsForm) before = tx != NULL ? ks_form_table_load (tx, error) : NULL;
  g_autoptr (KsFormUse) use = before != NULL ? load_use (tx, error) : NULL;

  if (use == NULL)
    return FALSE;
  *changed = strcmp (ks_form_get_json (before), ks_form_get_json (form)) != 0;
  if (!*changed)
    return TRUE;
  return (!use->in_use || ks_form_check_wording_only (before, form, error))
         && commit (campaign, tx, form, use, action, file, error);
}

static gboolean
undo_save (KsCampaign *campaign, gpointer data, GError **error)
{
  gboolean changed;

  return write_form (campaign, data, "undo-form", NULL, &changed, error);
}

/**
 * ks_save_form_as:
 * @campaign: a campaign
 * @form: the form from now on
 * @action: the verb's id for the log
 * @file: (nullable): where it comes from
 * @message: (transfer full): the sentence of the toast
 * @outcome: (out) (optional) (nullable) (transfer full): what was done; %NULL where nothing changed
 * @error: return location for an error
 *
 * Puts another form in force. Once answers exist only the wording may differ, and the wording that
 * they were given to is kept as a version of its own.
 *
 * Returns: %FALSE with @error set; the form is then as it was
 */
gboolean
ks_save_form_as (KsCampaign *campaign, KsForm *form, const char *action, const char *file,
                 char *message, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsForm) before = ks_campaign_dup_form (campaign);
  g_autofree char *text = message;
  gboolean changed = FALSE;

  if (outcome != NULL)
    *outcome = NULL;
  if (!write_form (campaign, form, action, file, &changed, error))
    return FALSE;
  if (outcome != NULL && changed)
    {
      *outcome = ks_outcome_new (g_steal_pointer (&text));
      ks_outcome_set_undo (*outcome, undo_save, g_steal_pointer (&before), g_object_unref);
    }
  return TRUE;
}

/**
 * ks_save_form:
 * @campaign: a campaign
 * @form: the form as it was edited
 * @message: (nullable): the sentence of the toast; %NULL for a general one
 * @outcome: (out) (optional) (nullable) (transfer full): what was done; %NULL where nothing changed
 * @error: return location for an error
 *
 * Saves an edited form; see ks_save_form_as().
 *
 * Returns: %FALSE with @error set; the form is then as it was
 */
gboolean
ks_save_form (KsCampaign *campaign, KsForm *form, const char *message, KsOutcome **outcome,
              GError **error)
{
  return ks_save_form_as (campaign, form, "form", NULL,
                          g_strdup (message != NULL ? message : _ ("The form was saved")), outcome,
                          error);
}
