/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-form-rows.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-columns.h"
#include "ks-form-builder.h"
#include "ks-form-rows-private.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-text.h"

#define NONE "–"

struct _KsFormRows {
  char          *file;
  int            columns[KS_N_FORM_COLUMNS];
  KsFormBuilder *builder;
  GPtrArray     *scales;    /* of KsScale */
  guint64        row;       /* being read, for messages */
  gboolean       has_title;
  gboolean       has_id;
};

static void
free_scale (gpointer data)
{
  KsScale *scale = data;

  g_free (scale->id);
  ks_options_free (scale->options, scale->n_options);
  g_free (scale);
}

static int
find_column (const KsRow *header, KsFormColumn column)
{
  const KsFormColumnName *name = ks_form_column_get_name (column);

  for (guint i = 0; i < header->n_cells; i++)
    {
      g_autofree char *folded = ks_text_fold (header->cells[i].text);
      g_autofree char *wanted = ks_text_fold (name->vietnamese);
      g_autofree char *other = ks_text_fold (name->other != NULL ? name->other : name->english);

      if (strcmp (folded, wanted) == 0 || strcmp (folded, other) == 0
          || strcmp (folded, name->english) == 0)
        return (int) i;
    }
  return -1;
}

/**
 * ks_form_rows_recognise:
 * @header: the first row of a table
 *
 * Returns: whether the table holds one question per row
 */
gboolean
ks_form_rows_recognise (const KsRow *header)
{
  return find_column (header, KS_FORM_COLUMN_TYPE) >= 0
         && find_column (header, KS_FORM_COLUMN_TEXT) >= 0;
}

/**
 * ks_form_rows_new:
 * @header: the first row of a table that ks_form_rows_recognise() knows
 * @file: its name, for messages
 *
 * Returns: (transfer full): a reader of its rows
 */
KsFormRows *
ks_form_rows_new (const KsRow *header, const char *file)
{
  KsFormRows *self = g_new0 (KsFormRows, 1);

  self->file = g_strdup (file);
  self->builder = ks_form_builder_new ();
  self->scales = g_ptr_array_new_with_free_func (free_scale);
  for (guint i = 0; i < KS_N_FORM_COLUMNS; i++)
    self->columns[i] = find_column (header, (KsFormColumn) i);
  return self;
}

/**
 * ks_form_rows_free:
 * @self: (nullable): a reader
 */
void
ks_form_rows_free (KsFormRows *self)
{
  if (self == NULL)
    return;
  ks_form_builder_free (self->builder);
  g_ptr_array_unref (self->scales);
  g_free (self->file);
  g_free (self);
}

static gboolean
refuse (KsFormRows *self, KsFormColumn column, GError **error, const char *message)
{
  g_autofree char *number = ks_format_count ((gint64) self->row);

  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
               _ ("%s, row %s, column “%s”: %s"), self->file, number,
               ks_form_column_get_name (column)->vietnamese, message);
  return FALSE;
}

/* The text of a cell as it stands: line breaks part options. The apostrophe that keeps a
 * spreadsheet from computing a text is none of it. */
static const char *
get_cell (KsFormRows *self, const KsRow *row, KsFormColumn column)
{
  int index = self->columns[column];
  const char *text = index >= 0 && (guint) index < row->n_cells ? row->cells[index].text : "";

  return *text == '\'' && text[1] != '\0' && strchr ("=+-@", text[1]) != NULL ? text + 1 : text;
}

static char *
dup_cell (KsFormRows *self, const KsRow *row, KsFormColumn column)
{
  return ks_text_clean (get_cell (self, row, column));
}

/* The parts of a cell: its lines, or where it has only one, what semicolons part. */
static GPtrArray *
split_cell (KsFormRows *self, const KsRow *row, KsFormColumn column)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *text = get_cell (self, row, column);
  g_auto (GStrv) lines
      = g_strsplit_set (text, strpbrk (text, "\r\n") != NULL ? "\r\n" : ";", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *part = ks_text_clean (lines[i]);

      if (*part != '\0')
        g_ptr_array_add (parts, g_steal_pointer (&part));
    }
  return parts;
}

static gboolean
read_flag (KsFormRows *self, const KsRow *row, KsFormColumn column, gboolean *flag, GError **error)
{
  static const char *const yes[] = { "x", "co", "1", "true", "yes", NULL };
  static const char *const no[] = { "", "-", NONE, "khong", "0", "false", "no", NULL };
  g_autofree char *folded = ks_text_fold (get_cell (self, row, column));

  *flag = g_strv_contains (yes, folded);
  return *flag || g_strv_contains (no, folded)
         || refuse (self, column, error, _ ("this is neither “x” nor empty"));
}

/* "5 = Rất tốt" */
static gboolean
read_value (char **part, int *value)
{
  char *end = NULL;
  gint64 number = g_ascii_strtoll (*part, &end, 10);
  char *label = end;

  while (*label == ' ')
    label++;
  if (end == *part || *label != '=' || number < -1000 || number > 1000)
    return FALSE;
  label = ks_text_clean (label + 1);
  g_free (*part);
  *part = label;
  *value = (int) number;
  return TRUE;
}

/* Levels stand the best first; where they have numbers, those hold. */
static gboolean
read_levels (KsFormRows *self, GPtrArray *parts, gboolean ordinal, KsOption *options,
             GError **error)
{
  guint n_numbered = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      char **part = (char **) &g_ptr_array_index (parts, i);

      options[i].has_value = ordinal;
      options[i].value = (int) (parts->len - i);
      n_numbered += ordinal && read_value (part, &options[i].value);
      options[i].label = g_strdup (*part);
    }
  return n_numbered == 0 || n_numbered == parts->len
         || refuse (self, KS_FORM_COLUMN_OPTIONS, error,
                    _ ("either all levels have a number (“5 = Rất tốt”) or none has"));
}

static gboolean
mark_levels (KsFormRows *self, const KsRow *row, KsFormColumn column, KsOption *options,
             guint n_options, GError **error)
{
  g_autoptr (GPtrArray) marked = split_cell (self, row, column);

  if (marked->len == 0)
    return TRUE;
  for (guint i = 0; i < n_options; i++)
    *(column == KS_FORM_COLUMN_GOOD ? &options[i].good : &options[i].poor) = FALSE;
  if (strcmp (g_ptr_array_index (marked, 0), NONE) == 0)
    return TRUE;
  for (guint k = 0; k < marked->len; k++)
    {
      g_autofree char *wanted = ks_text_fold (g_ptr_array_index (marked, k));
      gboolean found = FALSE;

      for (guint i = 0; i < n_options; i++)
        {
          g_autofree char *folded = ks_text_fold (options[i].label);

          if (strcmp (folded, wanted) != 0)
            continue;
          found = TRUE;
          *(column == KS_FORM_COLUMN_GOOD ? &options[i].good : &options[i].poor) = TRUE;
        }
      if (!found)
        return refuse (self, column, error, _ ("this is none of the options of the row"));
    }
  return TRUE;
}

/* A scale and what cannot be placed on it. */
static gboolean
read_scale_options (KsFormRows *self, const KsRow *row, KsScale *scale, GError **error)
{
  g_autoptr (GPtrArray) levels = split_cell (self, row, KS_FORM_COLUMN_OPTIONS);
  g_autoptr (GPtrArray) apart = split_cell (self, row, KS_FORM_COLUMN_DONT_KNOW);

  if (levels->len + apart->len > KS_FORM_MAX_OPTIONS)
    return refuse (self, KS_FORM_COLUMN_OPTIONS, error, _ ("there are too many options"));
  scale->n_options = levels->len + apart->len;
  scale->options = g_new0 (KsOption, scale->n_options);
  if (!read_levels (self, levels, scale->ordinal, scale->options, error))
    return FALSE;
  for (guint i = 0; i < apart->len; i++)
    scale->options[levels->len + i].label = g_strdup (g_ptr_array_index (apart, i));
  ks_options_mark_defaults (scale->options, scale->n_options, scale->ordinal);
  return mark_levels (self, row, KS_FORM_COLUMN_GOOD, scale->options, scale->n_options, error)
         && mark_levels (self, row, KS_FORM_COLUMN_POOR, scale->options, scale->n_options, error);
}

static KsScale *
find_scale (KsFormRows *self, const char *id)
{
  for (guint i = 0; i < self->scales->len; i++)
    {
      KsScale *scale = g_ptr_array_index (self->scales, i);

      if (strcmp (scale->id, id) == 0)
        return scale;
    }
  return NULL;
}

static KsScale *
find_equal_scale (KsFormRows *self, const KsScale *wanted)
{
  for (guint i = 0; i < self->scales->len; i++)
    {
      KsScale *scale = g_ptr_array_index (self->scales, i);

      if (scale->ordinal == wanted->ordinal
          && ks_options_equal (scale->options, scale->n_options, wanted->options,
                               wanted->n_options))
        return scale;
    }
  return NULL;
}

static char *
make_scale_id (KsFormRows *self)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("T%u", i);

      if (find_scale (self, id) == NULL)
        return g_steal_pointer (&id);
    }
}

static gboolean
keep_scale (KsFormRows *self, KsScale *scale, KsQuestion *question, GError **error)
{
  KsScale *known = *scale->id != '\0' ? find_scale (self, scale->id) : find_equal_scale (self, scale);

  if (known != NULL)
    {
      question->scale_id = g_strdup (known->id);
      return scale->n_options == 0 || find_equal_scale (self, scale) == known
             || refuse (self, KS_FORM_COLUMN_SCALE, error,
                        _ ("a row above gives this scale other levels"));
    }
  if (scale->n_options == 0)
    return refuse (self, KS_FORM_COLUMN_OPTIONS, error,
                   _ ("the levels are missing, and no row above has this scale"));
  known = g_memdup2 (scale, sizeof *scale);
  known->id = *scale->id != '\0' ? g_strdup (scale->id) : make_scale_id (self);
  known->options = ks_options_copy (scale->options, scale->n_options);
  g_ptr_array_add (self->scales, known);
  ks_form_builder_set_scale (self->builder, known);
  question->scale_id = g_strdup (known->id);
  return TRUE;
}

static gboolean
read_scale (KsFormRows *self, const KsRow *row, gboolean ordinal, KsQuestion *question,
            GError **error)
{
  g_autofree char *id = dup_cell (self, row, KS_FORM_COLUMN_SCALE);
  KsScale scale = { .id = id, .ordinal = ordinal };
  gboolean ok = read_scale_options (self, row, &scale, error)
                && keep_scale (self, &scale, question, error);

  ks_options_free (scale.options, scale.n_options);
  return ok;
}

static gboolean
read_own_options (KsFormRows *self, const KsRow *row, KsQuestion *question, GError **error)
{
  g_autoptr (GPtrArray) parts = split_cell (self, row, KS_FORM_COLUMN_OPTIONS);

  if (parts->len == 0)
    return refuse (self, KS_FORM_COLUMN_OPTIONS, error, _ ("the options are missing"));
  if (parts->len > KS_FORM_MAX_OPTIONS)
    return refuse (self, KS_FORM_COLUMN_OPTIONS, error, _ ("there are too many options"));
  question->n_options = parts->len;
  question->options = g_new0 (KsOption, parts->len);
  for (guint i = 0; i < parts->len; i++)
    question->options[i].label = g_strdup (g_ptr_array_index (parts, i));
  return mark_levels (self, row, KS_FORM_COLUMN_GOOD, question->options, question->n_options,
                      error);
}

static gboolean
read_choices (KsFormRows *self, const KsRow *row, KsFormRowKind kind, KsQuestion *question,
              GError **error)
{
  g_autofree char *scale = dup_cell (self, row, KS_FORM_COLUMN_SCALE);

  question->type = kind == KS_FORM_ROW_TEXT    ? KS_QUESTION_TEXT
                   : kind == KS_FORM_ROW_MULTI ? KS_QUESTION_MULTI
                                               : KS_QUESTION_SINGLE;
  if (kind == KS_FORM_ROW_TEXT)
    return TRUE;
  if (kind == KS_FORM_ROW_SCALE || *scale != '\0')
    return read_scale (self, row, kind == KS_FORM_ROW_SCALE, question, error);
  return read_own_options (self, row, question, error);
}

static gboolean
add_question (KsFormRows *self, const KsRow *row, KsFormRowKind kind, GError **error)
{
  KsQuestion question = { 0 };
  int section = (int) ks_form_builder_get_n_sections (self->builder) - 1;
  gboolean ok;

  question.id = dup_cell (self, row, KS_FORM_COLUMN_ID);
  question.text = dup_cell (self, row, KS_FORM_COLUMN_TEXT);
  question.short_text = dup_cell (self, row, KS_FORM_COLUMN_SHORT);
  question.basis = dup_cell (self, row, KS_FORM_COLUMN_BASIS);
  ok = read_flag (self, row, KS_FORM_COLUMN_KEY, &question.key, error)
       && read_flag (self, row, KS_FORM_COLUMN_SENSITIVE, &question.sensitive, error)
       && read_choices (self, row, kind, &question, error);
  if (ok)
    ks_form_builder_add_question (self->builder, section, G_MAXUINT, &question);
  ks_question_clear (&question);
  return ok;
}

static void
add_section (KsFormRows *self, const KsRow *row)
{
  KsSection section = {
    .id = dup_cell (self, row, KS_FORM_COLUMN_ID),
    .title = dup_cell (self, row, KS_FORM_COLUMN_TEXT),
    .basis = dup_cell (self, row, KS_FORM_COLUMN_BASIS),
  };

  ks_form_builder_add_section (self->builder, G_MAXUINT, &section);
  g_free (section.id);
  g_free (section.title);
  g_free (section.basis);
}

static void
set_text (KsFormRows *self, const KsRow *row, KsFormRowKind kind)
{
  static const KsFormText texts[] = {
    [KS_FORM_ROW_FORM_ID] = KS_FORM_TEXT_ID, [KS_FORM_ROW_TITLE] = KS_FORM_TEXT_TITLE,
    [KS_FORM_ROW_NOTICE] = KS_FORM_TEXT_NOTICE, [KS_FORM_ROW_INTRO] = KS_FORM_TEXT_INTRO,
    [KS_FORM_ROW_UNIT] = KS_FORM_TEXT_UNIT,
  };
  g_autofree char *text = dup_cell (self, row, KS_FORM_COLUMN_TEXT);

  ks_form_builder_set_text (self->builder, texts[kind], text);
  self->has_id |= kind == KS_FORM_ROW_FORM_ID;
  self->has_title |= kind == KS_FORM_ROW_TITLE;
  if (kind == KS_FORM_ROW_UNIT)
    {
      g_autofree char *id = dup_cell (self, row, KS_FORM_COLUMN_ID);

      ks_form_builder_set_unit_entry (self->builder, id, TRUE);
    }
}

/**
 * ks_form_rows_add:
 * @self: a reader
 * @row: the next row
 * @error: return location for an error that names row and column
 *
 * Reads a row: a question, or what its kind says: a section, the title, the notice, the
 * introduction, the entry for the unit. Blank rows are passed over.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_form_rows_add (KsFormRows *self, const KsRow *row, GError **error)
{
  g_autofree char *text = NULL;
  KsFormRowKind kind;

  self->row = row->number;
  if (ks_row_is_blank (row))
    return TRUE;
  if (!ks_form_row_kind_read (get_cell (self, row, KS_FORM_COLUMN_TYPE), &kind))
    return refuse (self, KS_FORM_COLUMN_TYPE, error,
                   _ ("this is no kind of question: một lựa chọn, nhiều lựa chọn, thang đánh giá, "
                      "ý kiến viết (or phần, tiêu đề, ghi chú, lời dẫn, đơn vị, mã phiếu)"));
  text = dup_cell (self, row, KS_FORM_COLUMN_TEXT);
  if (*text == '\0')
    return refuse (self, KS_FORM_COLUMN_TEXT, error, _ ("the text is missing"));
  if (kind == KS_FORM_ROW_SECTION)
    add_section (self, row);
  else if (kind >= KS_FORM_ROW_FORM_ID)
    set_text (self, row, kind);
  else
    return add_question (self, row, kind, error);
  return TRUE;
}

/**
 * ks_form_rows_finish:
 * @self: a reader that has had all rows
 * @error: return location for an error that names the question
 *
 * Returns: (transfer full): the form, or %NULL with @error set
 */
KsForm *
ks_form_rows_finish (KsFormRows *self, GError **error)
{
  KsForm *form;

  if (!self->has_id)
    ks_form_builder_set_text (self->builder, KS_FORM_TEXT_ID, "PHIEU");
  if (!self->has_title)
    ks_form_builder_set_text (self->builder, KS_FORM_TEXT_TITLE, self->file);
  form = ks_form_builder_build (self->builder, error);
  if (form == NULL)
    g_prefix_error (error, "%s: ", self->file);
  return form;
}
