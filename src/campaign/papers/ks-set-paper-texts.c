/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-settings.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-paper-template.h"
#include "ks-paper-text-table.h"
#include "ks-payload.h"

static gboolean
find_paper (const char *id, KsPaperKind *paper)
{
  *paper = (KsPaperKind)KS_PAPER_ALL;
  return g_str_equal (id, "all") || (ks_paper_kind_find (id, paper) && *paper < KS_N_MADE_PAPERS);
}

static gboolean
refuse (GError **error, const KsPaperEdit *edit, const char *reason)
{
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID, _ ("%s.%s was not set: %s"),
               edit->paper, edit->slot, reason);
  return FALSE;
}

static gboolean
check_unit (KsCampaign *campaign, const KsPaperEdit *edit, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  const char *slash = strchr (edit->slot, '/');

  if (slash == NULL || ks_registry_lookup (registry, slash + 1) != NULL)
    return TRUE;
  return refuse (error, edit, _ ("no unit in use has this code."));
}

static gboolean
check_template (KsCampaign *campaign, KsPaperKind paper, const KsPaperEdit *edit, GError **error)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autofree char *name = g_strdup_printf ("“%s”", ks_paper_kind_get_title (paper));
  g_autoptr (KsPaperTemplate) template
      = ks_paper_template_new (paper, edit->body, name, form, error);

  return template != NULL;
}

static gboolean
check_edit (KsCampaign *campaign, const KsPaperEdit *edit, GError **error)
{
  const KsPaperSlot *slot;
  KsPaperKind paper;
  g_autofree char *fault = NULL;

  if (!find_paper (edit->paper, &paper))
    return refuse (error, edit, _ ("there is no such paper."));
  slot = ks_paper_slot_find (edit->slot, paper);
  if (slot == NULL)
    return refuse (error, edit, _ ("the paper has no such setting."));
  if (edit->body == NULL || *edit->body == '\0')
    return TRUE;
  fault = ks_paper_slot_check (slot, edit->body);
  if (fault != NULL)
    return refuse (error, edit, fault);
  if (slot->type == KS_SLOT_TEMPLATE)
    return check_template (campaign, paper, edit, error);
  return check_unit (campaign, edit, error);
}

/* As it is in the file; NULL: not set. */
static char *
dup_before (GPtrArray *texts, const KsPaperEdit *edit)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const KsPaperText *text = texts->pdata[i];

      if (g_str_equal (text->paper, edit->paper) && g_str_equal (text->slot, edit->slot))
        return g_strdup (text->body);
    }
  return NULL;
}

static const char *
get_body (const KsPaperText *text)
{
  return text->body != NULL && *text->body != '\0' ? text->body : NULL;
}

static gboolean
save (KsCampaign *campaign, GPtrArray *texts, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  if (tx == NULL)
    return FALSE;
  for (guint i = 0; i < texts->len; i++)
    {
      const KsPaperText *text = texts->pdata[i];
      const char *body = get_body (text);
      g_autofree char *name = g_strdup_printf ("%s.%s", text->paper, text->slot);

      if (!ks_paper_text_table_set (tx, text->paper, text->slot, body, error))
        return FALSE;
      ks_payload_add_text (payload, name, body != NULL ? body : "");
    }
  json = ks_payload_to_json (payload);
  return ks_campaign_commit (campaign, tx, "papers", json, KS_CHANGE_PAPERS, error);
}

static gboolean
undo_texts (KsCampaign *campaign, gpointer data, GError **error)
{
  return save (campaign, data, error);
}

static void
add_text (GPtrArray *texts, const KsPaperEdit *edit, const char *body)
{
  KsPaperText *text = g_new0 (KsPaperText, 1);

  text->paper = g_strdup (edit->paper);
  text->slot = g_strdup (edit->slot);
  text->body = g_strdup (body);
  g_ptr_array_add (texts, text);
}

static GPtrArray *
new_texts (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)ks_paper_text_free);
}

static void
tell (KsOutcome **outcome, GPtrArray *before)
{
  guint n = before->len;

  if (outcome == NULL)
    return;
  *outcome = ks_outcome_new (
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u setting of the papers was changed",
                                    "%u settings of the papers were changed", n),
                       n));
  ks_outcome_set_undo (*outcome, undo_texts, g_ptr_array_ref (before),
                       (GDestroyNotify)g_ptr_array_unref);
}

/**
 * ks_set_paper_texts:
 * @campaign: a campaign
 * @edits: (array length=n_edits): what papers shall say
 * @n_edits: how many
 * @outcome: (out) (optional) (nullable) (transfer full): what was done; %NULL if nothing changed
 * @error: return location for an error
 *
 * Sets what stands in papers, writes what an officer has to say in them, or replaces a template:
 * all or nothing.
 *
 * Returns: %FALSE with @error set; everything is then as it was
 */
gboolean
ks_set_paper_texts (KsCampaign *campaign,
                    const KsPaperEdit *edits,
                    guint n_edits,
                    KsOutcome **outcome,
                    GError **error)
{
  g_autoptr (KsPaperSettings) settings = ks_paper_settings_load (campaign, error);
  g_autoptr (GPtrArray) before = new_texts ();
  g_autoptr (GPtrArray) after = new_texts ();

  if (outcome != NULL)
    *outcome = NULL;
  if (settings == NULL)
    return FALSE;
  for (guint i = 0; i < n_edits; i++)
    {
      const char *body = edits[i].body != NULL && *edits[i].body != '\0' ? edits[i].body : NULL;
      g_autofree char *old = dup_before (ks_paper_settings_get_texts (settings), &edits[i]);

      if (!check_edit (campaign, &edits[i], error))
        return FALSE;
      if (g_strcmp0 (old, body) == 0)
        continue;
      add_text (before, &edits[i], old);
      add_text (after, &edits[i], body);
    }
  if (after->len == 0)
    return TRUE;
  if (!save (campaign, after, error))
    return FALSE;
  tell (outcome, before);
  return TRUE;
}
