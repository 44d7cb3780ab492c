/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-form-rows-private.h"
#include "ks-form-rows.h"

#include <string.h>

#include "ks-text.h"

#define NONE "–"

G_STATIC_ASSERT (KS_FORM_ROWS_N_COLUMNS == KS_N_FORM_COLUMNS);

static const KsFormColumnName columns[KS_N_FORM_COLUMNS] = {
  [KS_FORM_COLUMN_ID] = { "Mã câu", "id", "Mã câu hỏi" },
  [KS_FORM_COLUMN_TYPE] = { "Loại", "type", "Loại câu hỏi" },
  [KS_FORM_COLUMN_TEXT] = { "Nội dung", "text", "Nội dung câu hỏi" },
  [KS_FORM_COLUMN_SHORT] = { "Tên ngắn", "short" },
  [KS_FORM_COLUMN_SCALE] = { "Thang đánh giá", "scale", "Thang" },
  [KS_FORM_COLUMN_OPTIONS] = { "Phương án trả lời", "options", "Phương án" },
  [KS_FORM_COLUMN_DONT_KNOW] = { "Không biết", "dont_know" },
  [KS_FORM_COLUMN_GOOD] = { "Đánh giá tốt", "good" },
  [KS_FORM_COLUMN_POOR] = { "Chưa tốt", "poor" },
  [KS_FORM_COLUMN_KEY] = { "Câu chính", "key" },
  [KS_FORM_COLUMN_SENSITIVE] = { "Nhạy cảm", "sensitive" },
  [KS_FORM_COLUMN_BASIS] = { "Căn cứ", "basis" },
};

static const char *const kinds[KS_N_FORM_ROWS][2] = {
  [KS_FORM_ROW_SINGLE] = { "một lựa chọn", "single" },
  [KS_FORM_ROW_MULTI] = { "nhiều lựa chọn", "multi" },
  [KS_FORM_ROW_SCALE] = { "thang đánh giá", "scale" },
  [KS_FORM_ROW_TEXT] = { "ý kiến viết", "text" },
  [KS_FORM_ROW_SECTION] = { "phần", "section" },
  [KS_FORM_ROW_FORM_ID] = { "mã phiếu", "form" },
  [KS_FORM_ROW_TITLE] = { "tiêu đề", "title" },
  [KS_FORM_ROW_NOTICE] = { "ghi chú", "notice" },
  [KS_FORM_ROW_INTRO] = { "lời dẫn", "intro" },
  [KS_FORM_ROW_UNIT] = { "đơn vị", "unit" },
};

/**
 * ks_form_column_get_name:
 * @column: a column of a form's table
 *
 * Returns: (transfer none): what its header says
 */
const KsFormColumnName *
ks_form_column_get_name (KsFormColumn column)
{
  return &columns[column];
}

/**
 * ks_form_row_kind_get_name:
 * @kind: a kind of row
 *
 * Returns: (transfer none): what the table calls it
 */
const char *
ks_form_row_kind_get_name (KsFormRowKind kind)
{
  return kinds[kind][0];
}

/**
 * ks_form_row_kind_read:
 * @text: what a cell says
 * @kind: (out): the kind that it names
 *
 * Returns: %FALSE if it names none
 */
gboolean
ks_form_row_kind_read (const char *text, KsFormRowKind *kind)
{
  g_autofree char *folded = ks_text_fold (text);

  for (guint i = 0; i < KS_N_FORM_ROWS; i++)
    {
      g_autofree char *name = ks_text_fold (kinds[i][0]);

      if (strcmp (folded, name) != 0 && strcmp (folded, kinds[i][1]) != 0)
        continue;
      *kind = (KsFormRowKind) i;
      return TRUE;
    }
  return FALSE;
}

static char **
add_row (GPtrArray *rows, KsFormRowKind kind, const char *id, const char *text)
{
  char **row = g_new0 (char *, KS_N_FORM_COLUMNS + 1);

  row[KS_FORM_COLUMN_ID] = g_strdup (id);
  row[KS_FORM_COLUMN_TYPE] = g_strdup (ks_form_row_kind_get_name (kind));
  row[KS_FORM_COLUMN_TEXT] = g_strdup (text);
  g_ptr_array_add (rows, row);
  return row;
}

static void
add_form_text (GPtrArray *rows, KsFormRowKind kind, const char *text)
{
  if (*text != '\0')
    add_row (rows, kind, NULL, text);
}

static void
append_line (GString *lines, const char *line)
{
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

/* The marked levels, where they are others than usual. */
static char *
dup_marked (const KsQuestion *question, gboolean good)
{
  KsOption *usual = ks_options_copy (question->options, question->n_options);
  g_autoptr (GString) lines = g_string_new (NULL);
  gboolean differs = FALSE;

  ks_options_mark_defaults (usual, question->n_options, question->ordinal);
  for (guint i = 0; i < question->n_options; i++)
    {
      gboolean mark = good ? question->options[i].good : question->options[i].poor;

      differs |= !mark != !(good ? usual[i].good : usual[i].poor);
      if (mark)
        append_line (lines, question->options[i].label);
    }
  ks_options_free (usual, question->n_options);
  if (!differs)
    return NULL;
  return g_strdup (lines->len > 0 ? lines->str : NONE);
}

static void
fill_options (char **row, const KsQuestion *question)
{
  g_autoptr (GString) options = g_string_new (NULL);
  g_autoptr (GString) apart = g_string_new (NULL);

  for (guint i = 0; i < question->n_options; i++)
    {
      const KsOption *option = &question->options[i];

      if (question->ordinal && option->has_value)
        {
          g_autofree char *line = g_strdup_printf ("%d = %s", option->value, option->label);

          append_line (options, line);
        }
      else
        append_line (question->ordinal ? apart : options, option->label);
    }
  row[KS_FORM_COLUMN_OPTIONS] = g_strdup (options->str);
  row[KS_FORM_COLUMN_DONT_KNOW] = g_strdup (apart->str);
  row[KS_FORM_COLUMN_GOOD] = dup_marked (question, TRUE);
  row[KS_FORM_COLUMN_POOR] = dup_marked (question, FALSE);
}

static KsFormRowKind
get_kind (const KsQuestion *question)
{
  switch (question->type)
    {
    case KS_QUESTION_MULTI:
      return KS_FORM_ROW_MULTI;
    case KS_QUESTION_TEXT:
      return KS_FORM_ROW_TEXT;
    case KS_QUESTION_SINGLE:
    default:
      return question->ordinal ? KS_FORM_ROW_SCALE : KS_FORM_ROW_SINGLE;
    }
}

/* Levels of a scale stand in its first row only: they cannot be changed in one of them alone. */
static void
add_question (GPtrArray *rows, const KsQuestion *question, GHashTable *written)
{
  char **row = add_row (rows, get_kind (question), question->id, question->text);

  if (strcmp (question->short_text, question->text) != 0)
    row[KS_FORM_COLUMN_SHORT] = g_strdup (question->short_text);
  row[KS_FORM_COLUMN_SCALE] = g_strdup (question->scale_id);
  if (question->scale_id == NULL || g_hash_table_add (written, question->scale_id))
    fill_options (row, question);
  row[KS_FORM_COLUMN_KEY] = g_strdup (question->key ? "x" : NULL);
  row[KS_FORM_COLUMN_SENSITIVE] = g_strdup (question->sensitive ? "x" : NULL);
  row[KS_FORM_COLUMN_BASIS] = g_strdup (question->basis);
}

static void
add_questions (GPtrArray *rows, KsForm *form, const char *section_id, GHashTable *written)
{
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      if (g_strcmp0 (question->section_id, section_id) == 0)
        add_question (rows, question, written);
    }
}

static void
free_row (gpointer data)
{
  char **row = data;

  for (guint i = 0; i < KS_N_FORM_COLUMNS; i++)
    g_free (row[i]);
  g_free (row);
}

/**
 * ks_form_rows_dup:
 * @form: a form
 *
 * Returns: (transfer full) (element-type GStrv): its table, the header first; every row has 12
 *   cells, of which empty ones may be %NULL
 */
GPtrArray *
ks_form_rows_dup (KsForm *form)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GHashTable) written = g_hash_table_new (g_str_hash, g_str_equal);
  char **header = g_new0 (char *, KS_N_FORM_COLUMNS + 1);

  for (guint i = 0; i < KS_N_FORM_COLUMNS; i++)
    header[i] = g_strdup (columns[i].vietnamese);
  g_ptr_array_add (rows, header);
  add_form_text (rows, KS_FORM_ROW_FORM_ID, ks_form_get_id (form));
  add_form_text (rows, KS_FORM_ROW_TITLE, ks_form_get_title (form));
  add_form_text (rows, KS_FORM_ROW_NOTICE, ks_form_get_notice (form));
  add_form_text (rows, KS_FORM_ROW_INTRO, ks_form_get_intro (form));
  if (*ks_form_get_unit_text (form) != '\0')
    add_row (rows, KS_FORM_ROW_UNIT, ks_form_get_unit_id (form), ks_form_get_unit_text (form));
  add_questions (rows, form, NULL, written);
  for (guint i = 0; i < ks_form_get_n_sections (form); i++)
    {
      const KsSection *section = ks_form_get_section (form, i);
      char **row = add_row (rows, KS_FORM_ROW_SECTION, section->id, section->title);

      row[KS_FORM_COLUMN_BASIS] = g_strdup (section->basis);
      add_questions (rows, form, section->id, written);
    }
  return rows;
}
