/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-propose-form-private.h"

#include <string.h>

#include "ks-columns.h"
#include "ks-text.h"

#define MAX_CHOICES 12
#define MAX_LABEL 100
#define MAX_ID_LENGTH 8

/* What services write beside the answers. */
static gboolean
is_technical (const char *folded)
{
  static const char *const names[]
      = { "",          "timestamp",       "dau thoi gian",  "id",
          "email",     "email address",   "dia chi email",  "username",
          "name",      "ho ten",          "ho va ten",      "start time",
          "end time",  "completion time", "response id",    "date submitted",
          "last page", "start language",  "seed",           "start",
          "end",       "score",           "diem so",        "ip address",
          "thoi gian bat dau", "thoi gian hoan thanh", "language", "stt",
          NULL };

  return *folded == '_' || g_strv_contains (names, folded);
}

/* "A5. Việc công khai …", "A6[3]. …", "Câu 7: …": what stands before the text is the id. */
static void
split_header (KsProposedColumn *column)
{
  static GRegex *pattern = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern,
                       g_regex_new ("^(?:câu\\s+)?([A-Za-z]{0,3}[0-9]{1,3}[a-z]?)"
                                    "(?:\\[[^\\]]*\\])?\\s*[.:)]\\s+(.+)$",
                                    G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  column->text = g_strdup (column->seen->header);
  if (!g_regex_match (pattern, column->seen->header, 0, &match))
    return;
  column->id = g_match_info_fetch (match, 1);
  if (strlen (column->id) > MAX_ID_LENGTH)
    g_clear_pointer (&column->id, g_free);
  g_free (column->text);
  column->text = g_match_info_fetch (match, 2);
}

static gboolean
says_yes_or_no (const KsSeenColumn *seen)
{
  static const char *const words[]
      = { "yes", "no", "co", "khong", "0", "1", "y", "n", "true", "false", "n/a", NULL };

  for (guint i = 0; i < seen->values->len; i++)
    {
      g_autofree char *folded = ks_text_fold (g_ptr_array_index (seen->values, i));

      if (!g_strv_contains (words, folded))
        return FALSE;
    }
  return seen->values->len > 0 && seen->values->len <= 3;
}

/* "question [option]" and "question/option", a column per option. */
static gboolean
split_part (KsProposedColumn *column)
{
  char *end = column->text + strlen (column->text);
  char *start;

  if (g_str_has_suffix (column->text, "]"))
    {
      start = g_strrstr (column->text, " [");
      if (start == NULL)
        return FALSE;
      column->part = g_strndup (start + 2, (gsize) (end - start - 3));
    }
  else
    {
      start = strchr (column->text, '/');
      if (start == NULL || start[1] == '\0' || start[1] == ' ')
        return FALSE;
      column->part = g_strdup (start + 1);
    }
  *start = '\0';
  g_strchomp (column->text);
  return TRUE;
}

/* A few short texts that most people chose from. What only some people wrote is their own words:
 * those must not become options that everybody reads. */
static gboolean
looks_closed (const KsSeenColumn *seen, gint64 n_rows)
{
  if (seen->overflow || seen->values->len > MAX_CHOICES || 2 * seen->n_filled < n_rows
      || (seen->n_filled < 2 * seen->values->len && seen->values->len > 3))
    return FALSE;
  for (guint i = 0; i < seen->values->len; i++)
    if (g_utf8_strlen (g_ptr_array_index (seen->values, i), -1) > MAX_LABEL)
      return FALSE;
  return TRUE;
}

static void
judge_options (KsProposedColumn *column, gint64 n_rows)
{
  const KsSeenColumn *seen = column->seen;

  column->options = ks_seen_column_split (seen, &column->unsure);
  column->scale = ks_seen_scale_new (seen);
  if (column->scale != NULL)
    {
      column->kind = KIND_SCALE;
      column->unsure = FALSE;
    }
  else if (column->options != NULL && 2 * seen->n_filled >= n_rows)
    column->kind = KIND_MULTI;
  else if (looks_closed (seen, n_rows))
    column->kind = KIND_SINGLE;
  else
    column->kind = KIND_TEXT;
}

/* "MADV. Mã đơn vị": services put a code of their own before it. */
static gboolean
asks_for_unit (const char *folded)
{
  const char *text = strstr (folded, ". ");

  return ks_is_unit_header (folded) || (text != NULL && ks_is_unit_header (text + 2));
}

static void
judge (KsFormProposer *self, KsProposedColumn *column, gboolean *has_unit)
{
  g_autofree char *folded = ks_text_fold (column->seen->header);

  split_header (column);
  if (is_technical (folded)
      || (column->seen->n_times > 0 && column->seen->n_times * 10 >= column->seen->n_filled * 9))
    column->kind = KIND_LEFT_OUT;
  else if (!*has_unit && asks_for_unit (folded))
    {
      column->kind = KIND_UNIT;
      *has_unit = TRUE;
    }
  else if (column->seen->n_filled == 0)
    column->kind = KIND_TEXT;
  else if (says_yes_or_no (column->seen) && split_part (column))
    column->kind = KIND_PART;
  else
    judge_options (column, self->n_rows);
}

/* The list of all chosen options beside their own columns says nothing new. */
static void
leave_out_lists (KsFormProposer *self)
{
  for (guint i = 0; i + 1 < self->columns->len; i++)
    {
      KsProposedColumn *column = g_ptr_array_index (self->columns, i);
      const KsProposedColumn *next = g_ptr_array_index (self->columns, i + 1);

      if (column->kind != KIND_PART && next->kind == KIND_PART
          && strcmp (column->text, next->text) == 0)
        column->kind = KIND_LEFT_OUT;
    }
}

/* Questions that are answered with the same levels share a scale. */
static void
share_scales (KsFormProposer *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      KsProposedColumn *column = g_ptr_array_index (self->columns, i);

      if (column->kind != KIND_SCALE)
        continue;
      for (guint k = 0; k < self->scales->len && column->scale_number == 0; k++)
        if (ks_seen_scale_merge (g_ptr_array_index (self->scales, k), column->scale))
          column->scale_number = k + 1;
      if (column->scale_number > 0)
        continue;
      g_ptr_array_add (self->scales, column->scale);
      column->scale_number = self->scales->len;
    }
}

/**
 * ks_form_proposer_judge:
 * @self: a proposer that saw all rows
 *
 * Takes every column for what it is, and gives questions with the same levels one scale.
 */
void
ks_form_proposer_judge (KsFormProposer *self)
{
  gboolean has_unit = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    judge (self, g_ptr_array_index (self->columns, i), &has_unit);
  leave_out_lists (self);
  share_scales (self);
}
