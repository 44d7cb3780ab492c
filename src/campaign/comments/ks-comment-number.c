/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-comment-number.h"

#include "ks-sha256.h"

/* A Feistel network over pairs of numbers below HALF: eight rounds of functions that are drawn at
 * random by the campaign's key make a permutation of HALF × HALF numbers (Luby & Rackoff 1988). */
#define HALF 10000
#define N_NUMBERS ((gint64) HALF * HALF)
#define N_ROUNDS 8
#define VALUES_PER_HASH (KS_SHA256_LENGTH / 4)
#define PREFIX "khaosat:comment:v1:"

struct _KsCommentNumbers {
  guint   n_texts;
  guint16 rounds[N_ROUNDS * HALF];
};

G_STATIC_ASSERT (N_ROUNDS * HALF % VALUES_PER_HASH == 0);

/* start: an HMAC that has seen everything before the counter; it is left as it was. */
static void
draw_values (const KsHmac *start, guint counter, guint16 *values)
{
  KsHmac hmac = *start;
  guint8 digest[KS_SHA256_LENGTH];
  char text[16];

  g_snprintf (text, sizeof text, "%u", counter);
  ks_hmac_add (&hmac, text);
  ks_hmac_finish (&hmac, digest);
  for (guint i = 0; i < VALUES_PER_HASH; i++)
    {
      const guint8 *bytes = digest + 4 * i;
      guint32 value = (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16
                      | (guint32) bytes[2] << 8 | bytes[3];

      values[i] = (guint16) (value % HALF);
    }
}

/**
 * ks_comment_numbers_new:
 * @info: of the campaign
 * @form: its form
 *
 * Returns: (transfer full): what turns sheets and open questions into numbers and back
 */
KsCommentNumbers *
ks_comment_numbers_new (const KsCampaignInfo *info, KsForm *form)
{
  KsCommentNumbers *self = g_new0 (KsCommentNumbers, 1);
  g_autoptr (GPtrArray) questions = ks_comment_questions_dup (form);
  KsHmac hmac;

  self->n_texts = MAX (1, questions->len);
  ks_hmac_init (&hmac, info->key, KS_KEY_LENGTH);
  ks_hmac_add (&hmac, PREFIX);
  ks_hmac_add (&hmac, info->id);
  ks_hmac_add (&hmac, ":");
  for (guint i = 0; i < N_ROUNDS * HALF / VALUES_PER_HASH; i++)
    draw_values (&hmac, i, self->rounds + i * VALUES_PER_HASH);
  return self;
}

/**
 * ks_comment_numbers_free:
 * @self: (nullable): numbers
 *
 * Frees them, with what could lead from a number to a sheet.
 */
void
ks_comment_numbers_free (KsCommentNumbers *self)
{
  g_free (self);
}

static gint64
shuffle (const KsCommentNumbers *self, gint64 value)
{
  guint left = (guint) (value / HALF);
  guint right = (guint) (value % HALF);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      guint mixed = (left + self->rounds[i * HALF + right]) % HALF;

      left = right;
      right = mixed;
    }
  return (gint64) left * HALF + right;
}

static gint64
unshuffle (const KsCommentNumbers *self, gint64 value)
{
  guint left = (guint) (value / HALF);
  guint right = (guint) (value % HALF);

  for (guint i = N_ROUNDS; i-- > 0;)
    {
      guint mixed = (right + HALF - self->rounds[i * HALF + left]) % HALF;

      right = left;
      left = mixed;
    }
  return (gint64) left * HALF + right;
}

/**
 * ks_comment_numbers_encode:
 * @self: numbers
 * @response: id of a sheet
 * @text: which open question of the form, from 0
 *
 * Returns: the number of the comment, from 1; of up to 100 million comments in eight digits
 */
gint64
ks_comment_numbers_encode (const KsCommentNumbers *self, gint64 response, guint text)
{
  gint64 value = response * self->n_texts + text;

  return value / N_NUMBERS * N_NUMBERS + shuffle (self, value % N_NUMBERS) + 1;
}

/**
 * ks_comment_numbers_decode:
 * @self: numbers
 * @number: of a comment, as somebody typed it
 * @response: (out): id of the sheet, if there is one
 * @text: (out): which open question of the form
 *
 * Returns: %FALSE if no comment can have it
 */
gboolean
ks_comment_numbers_decode (const KsCommentNumbers *self, gint64 number, gint64 *response,
                           guint *text)
{
  gint64 value = number - 1;

  if (number < 1)
    return FALSE;
  value = value / N_NUMBERS * N_NUMBERS + unshuffle (self, value % N_NUMBERS);
  *response = value / self->n_texts;
  *text = (guint) (value % self->n_texts);
  return *response > 0;
}

/**
 * ks_comment_questions_dup:
 * @form: a form
 *
 * Returns: (transfer full) (element-type KsQuestion): its open questions, borrowed from it
 */
GPtrArray *
ks_comment_questions_dup (KsForm *form)
{
  GPtrArray *questions = g_ptr_array_new ();

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      if (question->type == KS_QUESTION_TEXT)
        g_ptr_array_add (questions, (gpointer) question);
    }
  return questions;
}

/**
 * ks_comment_questions_find:
 * @questions: (element-type KsQuestion): open questions
 * @id: of one of them
 *
 * Returns: its place, or -1
 */
int
ks_comment_questions_find (GPtrArray *questions, const char *id)
{
  for (guint i = 0; i < questions->len; i++)
    if (g_str_equal (((const KsQuestion *) questions->pdata[i])->id, id))
      return (int) i;
  return -1;
}
