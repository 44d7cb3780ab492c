/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-defaults.h"

#include "ks-paper-figures.h"
#include "ks-paper-words.h"
#include "ks-rich-text.h"

struct _KsPaperDefaults
{
  KsPaperMaterial *material;
  KsFigureBook *book; /* of what is set or known of the survey as a whole */
  KsPaperTemplate *templates[KS_N_MADE_PAPERS]; /* NULL: the material's */
};

/**
 * ks_paper_defaults_load:
 * @campaign: a campaign
 * @settings: what its office set
 * @error: return location for an error
 *
 * Returns: (transfer full): what its papers say where the office sets nothing, by the templates that
 *   they are made from; or %NULL with @error set
 */
KsPaperDefaults *
ks_paper_defaults_load (KsCampaign *campaign, KsPaperSettings *settings, GError **error)
{
  g_autoptr (KsPaperDefaults) self = g_new0 (KsPaperDefaults, 1);
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  KsPaperScope whole = { .prefix = "", .scope = province };

  self->material = ks_paper_material_load_facts (campaign, settings, error);
  if (self->material == NULL)
    return NULL;
  for (guint kind = 0; kind < KS_N_MADE_PAPERS; kind++)
    {
      if (kind == self->material->kind)
        continue;
      self->templates[kind]
          = ks_paper_settings_dup_template (settings, (KsPaperKind)kind, campaign, error);
      if (self->templates[kind] == NULL)
        return NULL;
    }
  self->book = ks_figure_book_new ();
  whole.material = self->material;
  whole.book = self->book;
  ks_paper_add_facts (&whole);
  return g_steal_pointer (&self);
}

/**
 * ks_paper_defaults_free:
 * @self: (nullable): defaults
 *
 * Frees them.
 */
void
ks_paper_defaults_free (KsPaperDefaults *self)
{
  if (self == NULL)
    return;
  for (guint kind = 0; kind < KS_N_MADE_PAPERS; kind++)
    g_clear_pointer (&self->templates[kind], ks_paper_template_free);
  g_clear_pointer (&self->book, ks_figure_book_unref);
  g_clear_pointer (&self->material, ks_paper_material_free);
  g_free (self);
}

/* As it will be printed; as it is written where that is not known yet: of a unit's paper the unit. */
static char *
print_line (KsPaperDefaults *self, const char *line)
{
  g_autofree char *numbered = ks_paper_words_number (line);
  g_autofree char *marked = ks_paper_words_expand (numbered, ks_paper_figure_holds, self->book);
  g_autofree char *word = NULL;
  g_autoptr (KsRichText) text = NULL;

  if (marked == NULL || ks_rich_text_judge (marked, self->book, &word) != KS_MARK_FINE)
    return g_strdup (line);
  text = ks_rich_text_new (marked, self->book);
  return g_strdup (g_str_equal (text->text, "–") ? line : text->text);
}

static char *
print_lines (KsPaperDefaults *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = print_line (self, lines[i]);

      g_free (lines[i]);
      lines[i] = line;
    }
  return g_strjoinv ("\n", lines);
}

/**
 * ks_paper_defaults_dup_slot:
 * @self: defaults
 * @paper: a paper that is made from a template
 * @slot: a setting
 *
 * Returns: (transfer full) (nullable): what stands there where the office sets nothing, as it is
 *   printed; %NULL: nothing
 */
char *
ks_paper_defaults_dup_slot (KsPaperDefaults *self, KsPaperKind paper, const char *slot)
{
  KsPaperTemplate *template
      = paper == self->material->kind ? self->material->template : self->templates[paper];
  g_autofree char *text = ks_paper_template_dup_slot (template, slot);

  if (g_str_equal (slot, "superior"))
    return ks_paper_words_dup_superior (text, self->material->info->superior_body);
  if (text == NULL || !ks_paper_slot_is_checked (slot))
    return g_steal_pointer (&text);
  return print_lines (self, text);
}
