/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-comment-verb-private.h"

#include "ks-campaign-error.h"
#include "ks-comment-table.h"
#include "ks-i18n.h"

/* Nobody shall be led by what others have written. Returns: %FALSE with @error set while open. */
gboolean
ks_comments_refuse_open (KsCampaign *campaign, GError **error)
{
  if (!ks_campaign_is_window_open (campaign))
    return TRUE;
  g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                       _ ("The survey is still open: comments can be read once it has ended."));
  return FALSE;
}

static void
prepare (KsCommentVerb *self, KsCampaign *campaign)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);

  self->campaign = campaign;
  self->form = ks_campaign_dup_form (campaign);
  self->questions = ks_comment_questions_dup (self->form);
  self->numbers = ks_comment_numbers_new (info, self->form);
}

/* Begins to change something that stands beside comments. */
gboolean
ks_comment_verb_begin (KsCommentVerb *self, KsCampaign *campaign, GError **error)
{
  if (!ks_comments_refuse_open (campaign, error))
    return FALSE;
  prepare (self, campaign);
  self->tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  return self->tx != NULL;
}

/* Begins to read. */
gboolean
ks_comment_verb_look (KsCommentVerb *self, KsCampaign *campaign, GError **error)
{
  if (!ks_comments_refuse_open (campaign, error))
    return FALSE;
  prepare (self, campaign);
  self->tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  return self->tx != NULL;
}

/* What a comment says. (transfer full); NULL with @error set where there is none of the number. */
char *
ks_comment_verb_find (KsCommentVerb *self, gint64 number, KsCommentKey *key, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *body = NULL;
  guint text;

  if (ks_comment_numbers_decode (self->numbers, number, &key->response, &text)
      && text < self->questions->len)
    {
      key->question = ((const KsQuestion *) self->questions->pdata[text])->id;
      body = ks_comment_table_find (self->tx, key->response, key->question, &local);
    }
  if (body == NULL && local == NULL)
    {
      g_autofree char *typed = g_strdup_printf ("%" G_GINT64_FORMAT, number);

      g_set_error (&local, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   _ ("No comment has the number %s; “comments FILE” lists them."), typed);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return body;
}

/* @payload: never a word of a comment */
gboolean
ks_comment_verb_commit (KsCommentVerb *self, const char *action, KsPayload *payload,
                        GError **error)
{
  g_autofree char *json = ks_payload_to_json (payload);

  return ks_campaign_commit (self->campaign, self->tx, action, json, KS_CHANGE_COMMENTS, error);
}

void
ks_comment_verb_clear (KsCommentVerb *self)
{
  g_clear_pointer (&self->tx, ks_transaction_free);
  g_clear_pointer (&self->numbers, ks_comment_numbers_free);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_object (&self->form);
}
