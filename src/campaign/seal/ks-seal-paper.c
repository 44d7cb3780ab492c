/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-seal-paper.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-platform.h"
#include "ks-seal-pieces.h"
#include "ks-text.h"

#define MAX_STEM 80

/* What papers are written as. Tables of answers, campaigns and archives are none. */
static const struct
{
  const char *ending;
  const char *begins;
} kinds[] = { { ".pdf", "%PDF-" }, { ".docx", "PK\3\4" }, { ".xlsx", "PK\3\4" } };

/**
 * ks_seal_paper_free:
 * @self: (nullable): a paper
 *
 * Frees it.
 */
void
ks_seal_paper_free (KsSealPaper *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self);
}

static const char *
find_ending (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (lower, kinds[i].ending))
      return kinds[i].ending;
  return NULL;
}

static gboolean
is_paper (const char *name, GBytes *content)
{
  const char *ending = find_ending (name);
  gsize length;
  const char *data = g_bytes_get_data (content, &length);

  for (guint i = 0; ending != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].ending, ending))
      return length > strlen (kinds[i].begins)
             && memcmp (data, kinds[i].begins, strlen (kinds[i].begins)) == 0;
  return FALSE;
}

/**
 * ks_seal_paper_new:
 * @name: what its file is called
 * @content: the file
 * @error: return location for an error
 *
 * Returns: (transfer full): a paper, or %NULL with %KS_CAMPAIGN_ERROR_REFUSED where that is none: a
 *   seal is public
 */
KsSealPaper *
ks_seal_paper_new (const char *name, GBytes *content, GError **error)
{
  KsSealPaper *self;

  if (!is_paper (name, content))
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                   _ ("Cannot put “%s” into the seal: papers are PDF, DOCX or XLSX files."), name);
      return NULL;
    }
  self = g_new (KsSealPaper, 1);
  *self = (KsSealPaper){ g_strdup (name), g_bytes_ref (content) };
  return self;
}

/**
 * ks_seal_paper_load:
 * @path: a paper that was made
 * @error: return location for an error
 *
 * Returns: (transfer full): the paper, or %NULL with @error set
 */
KsSealPaper *
ks_seal_paper_load (const char *path, GError **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_utf8_make_valid (base, -1);
  g_autoptr (GBytes) content = ks_file_map (path, error);

  return content != NULL ? ks_seal_paper_new (name, content, error) : NULL;
}

/* "Báo cáo nhanh.pdf", 1 → "van-ban/01-bao-cao-nhanh.pdf": every program that unpacks keeps it. */
static char *
make_name (const char *name, guint number)
{
  const char *ending = find_ending (name);
  g_autofree char *bare = g_strndup (name, strlen (name) - strlen (ending));
  g_autofree char *folded = ks_text_fold (bare);
  g_autoptr (GString) stem = g_string_new (NULL);

  for (const char *at = folded; *at != '\0' && stem->len < MAX_STEM; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (stem, *at);
    else if (stem->len > 0 && stem->str[stem->len - 1] != '-')
      g_string_append_c (stem, '-');
  return g_strdup_printf (KS_SEAL_PAPERS "%02u-%s%s", number, stem->len > 0 ? stem->str : "van-ban",
                          ending);
}

/**
 * ks_seal_papers_add:
 * @papers: (nullable) (element-type KsSealPaper): papers
 * @pieces: (element-type KsPlainZipPart): takes them
 *
 * Adds the papers in their order.
 */
void
ks_seal_papers_add (GPtrArray *papers, GPtrArray *pieces)
{
  for (guint i = 0; papers != NULL && i < papers->len; i++)
    {
      const KsSealPaper *paper = papers->pdata[i];
      g_autofree char *name = make_name (paper->name, i + 1);

      ks_seal_pieces_add (pieces, name, paper->content);
    }
}
