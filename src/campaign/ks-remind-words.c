/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-remind.h"

#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-setting-table.h"

/* "[Tính đến {thời điểm}, …|…]" says what is known; the sentences behind fall away one by one. */
#define OPENING(no_figures)                                                                        \
  "[Tính đến {thời điểm}, {nơi} có {số phiếu}/{số cán bộ} cán bộ, công chức tham gia khảo sát"     \
  "[, đạt {tỷ lệ}]|Tính đến {thời điểm}, {nơi} có {số phiếu} phiếu trả lời|" no_figures "]. "
#define BELOW                                                                                      \
  "Đơn vị đạt dưới {mức}: {đơn vị dưới mức}. |Không có đơn vị nào đạt dưới {mức}. "
#define CLOSING                                                                                    \
  "[Còn {đang đối chiếu} đơn vị đang đối chiếu số liệu. ]"                                         \
  "[Đề nghị các đồng chí quan tâm chỉ đạo, đôn đốc, hỗ trợ; "                                      \
  "thời gian khảo sát[ {gia hạn}] đến {hạn}. ]Trân trọng cảm ơn."

static const struct {
  const char *setting;
  const char *text;
} defaults[KS_N_REMIND_TO] = {
  [KS_REMIND_TO_DISTRICT] = { "remind.district",
                              OPENING ("Chưa có số liệu tham gia khảo sát của {nơi}")
                              "[" BELOW "]" CLOSING },
  [KS_REMIND_TO_PROVINCE] = { "remind.province",
                              OPENING ("Chưa có số liệu tham gia khảo sát")
                              "[Trong đó: {các huyện}. |" BELOW "]" CLOSING },
};

/**
 * ks_remind_get_default:
 * @to: to whom the text goes
 *
 * Returns: (transfer none): the usual template
 */
const char *
ks_remind_get_default (KsRemindTo to)
{
  return defaults[to].text;
}

/**
 * ks_remind_words_free:
 * @self: (nullable): words
 *
 * Frees the words.
 */
void
ks_remind_words_free (KsRemindWords *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < KS_N_REMIND_TO; i++)
    g_free (self->templates[i]);
  g_free (self);
}

/**
 * ks_remind_words_get:
 * @self: words
 * @to: to whom the text goes
 *
 * Returns: (transfer none): the template in force
 */
const char *
ks_remind_words_get (const KsRemindWords *self, KsRemindTo to)
{
  return self->templates[to] != NULL ? self->templates[to] : defaults[to].text;
}

/* A template that no program of ours wrote gives way to the usual one. */
static char *
load_template (KsTransaction *tx, KsRemindTo to)
{
  g_autofree char *text = ks_setting_table_get (tx, defaults[to].setting, NULL);

  return text != NULL ? ks_remind_template_clean (text, NULL) : NULL;
}

/**
 * ks_remind_words_load:
 * @campaign: a campaign
 * @at: the moment of the figures that texts shall tell; %KS_MOMENT_NONE: now
 * @error: return location for an error
 *
 * Returns: (transfer full): what texts say beside figures, or %NULL with @error set
 */
KsRemindWords *
ks_remind_words_load (KsCampaign *campaign, KsMoment at, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  KsMoment moment = at != KS_MOMENT_NONE ? at : ks_campaign_now (campaign);
  g_autoptr (KsRemindWords) self = NULL;

  if (tx == NULL)
    return NULL;
  self = g_new0 (KsRemindWords, 1);
  for (guint i = 0; i < KS_N_REMIND_TO; i++)
    self->templates[i] = load_template (tx, (KsRemindTo) i);
  self->until = ks_campaign_info_get_end (info);
  self->over = self->until != KS_MOMENT_NONE && moment >= self->until;
  self->extended = info->first_to != KS_MOMENT_NONE;
  self->simulated = info->simulated;
  return g_steal_pointer (&self);
}

/**
 * ks_remind_template_save:
 * @tx: a transaction for writing
 * @to: to whom the text goes
 * @template: (nullable): its template, from ks_remind_template_clean(); %NULL: the usual one
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_remind_template_save (KsTransaction *tx, KsRemindTo to, const char *template, GError **error)
{
  return ks_setting_table_set (tx, defaults[to].setting, template, error);
}

static gboolean
save (KsCampaign *campaign, KsRemindTo to, const char *template, const char *action,
      GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_text (payload, "to", to == KS_REMIND_TO_DISTRICT ? "district" : "province");
  ks_payload_add_text (payload, "template", template != NULL ? template : "");
  json = ks_payload_to_json (payload);
  return tx != NULL && ks_remind_template_save (tx, to, template, error)
         && ks_campaign_commit (campaign, tx, action, json, KS_CHANGE_CALLS, error);
}

typedef struct {
  KsRemindTo to;
  char      *template; /* NULL: the usual one */
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_free (undo->template);
  g_free (undo);
}

static gboolean
undo_template (KsCampaign *campaign, gpointer data, GError **error)
{
  Undo *undo = data;

  return save (campaign, undo->to, undo->template, "undo-remind-template", error);
}

/* @before: (transfer full) (nullable) */
static KsOutcome *
report (KsRemindTo to, const char *template, char *before)
{
  Undo *undo = g_new0 (Undo, 1);
  KsOutcome *outcome = ks_outcome_new (
      g_strdup (template == NULL                ? _ ("The text says its usual words again")
                : to == KS_REMIND_TO_DISTRICT ? _ ("The text for the districts was changed")
                                              : _ ("The text for the province was changed")));

  undo->to = to;
  undo->template = before;
  ks_outcome_set_undo (outcome, undo_template, undo, undo_free);
  return outcome;
}

/**
 * ks_set_remind_template:
 * @campaign: a campaign
 * @to: to whom the text goes
 * @template: (nullable): what it shall say; %NULL: the usual words
 * @outcome: (out) (optional) (transfer full) (nullable): what was done; %NULL if it was so already
 * @error: return location for an error
 *
 * Words the text for groups otherwise. A field that there is not is refused, and a text that does
 * not tell the time of its figures.
 *
 * Returns: %FALSE with @error set; the text is then as it was
 */
gboolean
ks_set_remind_template (KsCampaign *campaign, KsRemindTo to, const char *template,
                        KsOutcome **outcome, GError **error)
{
  g_autoptr (KsRemindWords) words = ks_remind_words_load (campaign, KS_MOMENT_NONE, error);
  g_autofree char *clean = NULL;

  if (outcome != NULL)
    *outcome = NULL;
  if (words == NULL)
    return FALSE;
  if (template != NULL && (clean = ks_remind_template_clean (template, error)) == NULL)
    return FALSE;
  if (g_strcmp0 (clean, defaults[to].text) == 0)
    g_clear_pointer (&clean, g_free);
  if (g_strcmp0 (clean, words->templates[to]) == 0)
    return TRUE;
  if (!save (campaign, to, clean, "remind-template", error))
    return FALSE;
  if (outcome != NULL)
    *outcome = report (to, clean, g_steal_pointer (&words->templates[to]));
  return TRUE;
}
