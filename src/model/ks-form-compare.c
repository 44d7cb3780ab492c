/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-model-error.h"

static gboolean
refuse (GError **error, const char *id, const char *what)
{
  g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
               _("Question %s: %s. Answers were given with this form: its wording may change, its "
                 "questions, options and levels may not."),
               id, what);
  return FALSE;
}

static gboolean
check_question (const KsQuestion *before, const KsQuestion *after, GError **error)
{
  if (strcmp (before->id, after->id) != 0)
    return refuse (error, before->id, _("it stands in another place or is missing"));
  if (before->type != after->type || !before->ordinal != !after->ordinal)
    return refuse (error, before->id, _("it is of another kind"));
  if (g_strcmp0 (before->section_id, after->section_id) != 0)
    return refuse (error, before->id, _("it belongs to another section"));
  if (!ks_options_equal (before->options, before->n_options, after->options, after->n_options))
    return refuse (error, before->id, _("its options or levels differ"));
  if (!before->key != !after->key)
    return refuse (error, before->id, _("it is or is not the key question"));
  if (!before->sensitive != !after->sensitive)
    return refuse (error, before->id, _("it is or is not marked as sensitive"));
  return TRUE;
}

/**
 * ks_form_check_wording_only:
 * @self: a form that answers belong to
 * @changed: the form that shall take its place
 * @error: return location for a %KS_MODEL_ERROR that names the first question that differs
 *
 * Title, notice, introduction, texts, short labels, titles of sections and articles are wording.
 * Everything that answers were laid out, counted and shown by is not.
 *
 * Returns: whether nothing but the wording differs
 */
gboolean
ks_form_check_wording_only (KsForm *self, KsForm *changed, GError **error)
{
  guint n_before, n_after;

  g_return_val_if_fail (KS_IS_FORM (self) && KS_IS_FORM (changed), FALSE);

  n_before = ks_form_get_n_questions (self);
  n_after = ks_form_get_n_questions (changed);
  for (guint i = 0; i < MIN (n_before, n_after); i++)
    if (!check_question (ks_form_get_question (self, i), ks_form_get_question (changed, i), error))
      return FALSE;
  if (n_before > n_after)
    return refuse (error, ks_form_get_question (self, n_after)->id, _("it is missing"));
  if (n_after > n_before)
    return refuse (error, ks_form_get_question (changed, n_before)->id, _("it is new"));
  return TRUE;
}
