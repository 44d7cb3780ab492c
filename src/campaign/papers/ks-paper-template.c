/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-template.h"

#include <gio/gio.h>
#include <string.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-paper-fields.h"
#include "ks-paper-settings.h"
#include "ks-paper-tables.h"
#include "ks-paper-words.h"

#define FOLDER "/vn/danvan/KhaoSat/papers/"

typedef struct
{
  KsPaperTemplate *template;
  KsPaperKind paper;
  const char *name; /* of the file, for errors */
  KsForm *form;     /* NULL: our own template, known to be right */
  KsPart *open;     /* the paragraph that the next line continues */
  guint line;
  GError **error;
} Reader;

static void
free_part (gpointer data)
{
  KsPart *part = data;

  g_free (part->name);
  g_free (part->text);
  g_free (part);
}

/**
 * ks_paper_template_free:
 * @self: (nullable): a template
 *
 * Frees the template.
 */
void
ks_paper_template_free (KsPaperTemplate *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* Takes @reason over. */
static gboolean
refuse (const Reader *self, char *reason)
{
  g_set_error (self->error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
               _ ("The template %s, line %u: %s"), self->name, self->line, reason);
  g_free (reason);
  return FALSE;
}

static KsPart *
add_part (Reader *self, KsPartKind kind, const char *name, const char *text)
{
  KsPart *part = g_new0 (KsPart, 1);

  part->kind = kind;
  part->name = g_strdup (name);
  part->text = g_strstrip (g_strdup (text));
  part->line = self->line;
  g_ptr_array_add (self->template->parts, part);
  self->open = NULL;
  return part;
}

static gboolean
is_slot (const Reader *self, const char *name, gboolean written)
{
  guint n_slots;
  const KsPaperSlot *slots = ks_paper_slots_get (&n_slots);

  for (guint i = 0; i < n_slots; i++)
    if (g_str_equal (slots[i].id, name) && ks_paper_slot_belongs (name, self->paper))
      return written ? slots[i].type == KS_SLOT_TEXT
                     : slots[i].type == KS_SLOT_LINE || slots[i].type == KS_SLOT_LINES;
  return FALSE;
}

/* @name text */
static gboolean
read_directive (Reader *self, const char *line)
{
  gsize length = strcspn (line, " ");
  g_autofree char *directive = g_strndup (line, length);
  const char *rest = line + length + (line[length] == ' ' ? 1 : 0);
  gsize name_length = strcspn (rest, " ");
  g_autofree char *name = g_strndup (rest, name_length);
  const char *text = rest + name_length;

  if (g_str_equal (directive, "break"))
    return add_part (self, KS_PART_BREAK, NULL, rest) != NULL;
  if (g_str_equal (directive, "heading"))
    return add_part (self, KS_PART_TITLE, NULL, rest) != NULL;
  if (g_str_equal (directive, "table"))
    return ks_paper_has_table (self->paper, name)
               ? add_part (self, KS_PART_TABLE, name, text) != NULL
               : refuse (self, g_strdup_printf (_ ("there is no table “%s”."), name));
  if (g_str_equal (directive, "chart"))
    return ks_paper_has_chart (self->paper, name)
               ? add_part (self, KS_PART_CHART, name, text) != NULL
               : refuse (self, g_strdup_printf (_ ("there is no chart “%s”."), name));
  if (g_str_equal (directive, "slot"))
    return is_slot (self, name, TRUE)
               ? add_part (self, KS_PART_SLOT, name, text) != NULL
               : refuse (self,
                         g_strdup_printf (_ ("this paper has no text “%s” that an officer writes."),
                                          name));
  if (is_slot (self, directive, FALSE))
    return add_part (self, KS_PART_SET, directive, rest) != NULL;
  return refuse (self, g_strdup_printf (_ ("nothing is known of “@%s”."), directive));
}

static gboolean
continue_paragraph (Reader *self, const char *line)
{
  g_autofree char *longer = NULL;

  if (self->open == NULL)
    {
      self->open = add_part (self, KS_PART_TEXT, NULL, line);
      /* add_part() ended the paragraph before. */
      return TRUE;
    }
  longer = g_strdup_printf ("%s %s", self->open->text, line);
  g_free (self->open->text);
  self->open->text = g_strchomp (g_steal_pointer (&longer));
  return TRUE;
}

static gboolean
read_line (Reader *self, const char *line)
{
  if (*line == '\0' || *line == ';')
    {
      self->open = NULL;
      return TRUE;
    }
  if (*line == '@')
    return read_directive (self, line + 1);
  if (*line == '#')
    {
      gsize level = strspn (line, "#");

      if (level > 3)
        return refuse (self, g_strdup (_ ("headings begin with #, ## or ###.")));
      add_part (self, KS_PART_HEADING, NULL, line + level)->level = (guint)level;
    }
  else if (g_str_has_prefix (line, "- "))
    add_part (self, KS_PART_POINT, NULL, line + 2);
  else if (g_str_has_prefix (line, "> "))
    add_part (self, KS_PART_NOTE, NULL, line + 2);
  else
    return continue_paragraph (self, line);
  return TRUE;
}

static gboolean
knows_field (const char *id, gpointer data)
{
  const Reader *self = data;

  return ks_paper_field_is_known (id, self->paper, self->form);
}

/* Lists alone are numbered. */
static gboolean
knows_field_of_title (const char *id, gpointer data)
{
  return g_str_equal (id, KS_PAPER_NUMBER) || knows_field (id, data);
}

/* Heads, signatures and recipients may hold digits: they are the office's own. */
static gboolean
check_part (Reader *self, const KsPart *part)
{
  g_autofree char *numbered = ks_paper_words_number (part->text);
  g_autofree char *fault = NULL;

  self->line = part->line;
  if (part->kind == KS_PART_SET && !ks_paper_slot_is_checked (part->name))
    return TRUE;
  if (ks_paper_words_check (
          numbered, part->kind == KS_PART_TITLE ? knows_field_of_title : knows_field, self,
          &fault))
    return TRUE;
  if (g_ascii_isdigit (*fault))
    return refuse (
        self,
        g_strdup_printf (_ ("the number “%s” is not one of the campaign's figures; write a field "
                            "for it, or {=…} around what is no figure."),
                         fault));
  if (fault[1] == '\0')
    return refuse (self, g_strdup_printf (_ ("“%s” has no match."), fault));
  return refuse (
      self, g_strdup_printf (_ ("there is no field %s; docs/papers.md lists those that there are."),
                             fault));
}

static gboolean
read_lines (Reader *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      self->line = i + 1;
      if (!read_line (self, g_strstrip (lines[i])))
        return FALSE;
    }
  for (guint i = 0; self->form != NULL && i < self->template->parts->len; i++)
    if (!check_part (self, self->template->parts->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * ks_paper_template_new:
 * @paper: which paper it is of
 * @text: the template
 * @name: of its file, for errors
 * @form: the form of the campaign: its questions are fields
 * @error: return location for an error
 *
 * Reads a template and judges it: every field must be a figure that papers have.
 *
 * Returns: (transfer full): the template, or %NULL with @error set, which names the line
 */
KsPaperTemplate *
ks_paper_template_new (
    KsPaperKind paper, const char *text, const char *name, KsForm *form, GError **error)
{
  g_autoptr (KsPaperTemplate) self = g_new0 (KsPaperTemplate, 1);
  Reader reader = { self, paper, name, form, NULL, 0, error };
  /* Editors of Windows begin a file with a mark. */
  const char *start = g_str_has_prefix (text, "\xEF\xBB\xBF") ? text + 3 : text;

  self->parts = g_ptr_array_new_with_free_func (free_part);
  return read_lines (&reader, start) ? g_steal_pointer (&self) : NULL;
}

/**
 * ks_paper_template_dup_text:
 * @paper: a paper that is made from a template
 *
 * Returns: (transfer full): the template that the program brings, for an office to change
 */
char *
ks_paper_template_dup_text (KsPaperKind paper)
{
  g_autofree char *path = g_strconcat (FOLDER, ks_paper_kind_get_id (paper), ".txt", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  g_return_val_if_fail (data != NULL, g_strdup (""));
  return g_strndup (data, length);
}

/**
 * ks_paper_template_new_own:
 * @paper: a paper that is made from a template
 *
 * Returns: (transfer full): the template that the program brings
 */
KsPaperTemplate *
ks_paper_template_new_own (KsPaperKind paper)
{
  g_autofree char *text = ks_paper_template_dup_text (paper);
  g_autoptr (GError) error = NULL;
  KsPaperTemplate *self
      = ks_paper_template_new (paper, text, ks_paper_kind_get_id (paper), NULL, &error);

  g_assert_no_error (error);
  return self;
}

/**
 * ks_paper_template_dup_slot:
 * @self: a template
 * @slot: a setting
 *
 * Returns: (transfer full) (nullable): what the template sets for it: its lines, one below the
 *   other; %NULL: nothing
 */
char *
ks_paper_template_dup_slot (KsPaperTemplate *self, const char *slot)
{
  g_autoptr (GString) text = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const KsPart *part = self->parts->pdata[i];

      if (part->kind != KS_PART_SET || !g_str_equal (part->name, slot))
        continue;
      if (text == NULL)
        text = g_string_new (part->text);
      else
        g_string_append_printf (text, "\n%s", part->text);
    }
  return text != NULL ? g_strdup (text->str) : NULL;
}
