/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-write-papers.h"

#include "ks-campaign-error.h"
#include "ks-file-name.h"
#include "ks-i18n.h"
#include "ks-write-paper.h"

/* A paper to be written. */
typedef struct
{
  KsPaperWish wish;
  GStrv paths; /* a file for each format */
} Paper;

typedef struct
{
  KsCampaign *campaign;
  const KsPapersChoice *choice;
  const char *folder;
  KsRegistry *registry;
  GArray *papers;     /* of Paper */
  gint64 n_files;     /* of all of them */
  guint n_written;
  GPtrArray *waiting; /* titles of papers that could not be made; borrowed */
  GPtrArray *empty;   /* titles of papers that have nothing for the formats chosen; borrowed */
} Work;

static void
clear_paper (gpointer data)
{
  g_strfreev (((Paper *)data)->paths);
}

static void
clear_work (Work *self)
{
  g_clear_object (&self->registry);
  g_clear_pointer (&self->papers, g_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->empty, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

static gboolean
is_chosen (const KsPapersChoice *choice, const char *ending)
{
  return (choice->docx && g_str_equal (ending, ".docx"))
         || (choice->pdf && g_str_equal (ending, ".pdf"))
         || (choice->xlsx && g_str_equal (ending, ".xlsx"));
}

/* The guide is no draft. */
static KsPaperWish
make_wish (const Work *self, KsPaperKind kind)
{
  KsPaperWish wish = KS_PAPER_WISH (kind);

  if (kind < KS_N_MADE_PAPERS)
    {
      wish.draft = self->choice->draft;
      wish.internal = self->choice->internal;
    }
  if (kind == KS_PAPER_REPORT)
    wish.previous = self->choice->previous;
  return wish;
}

/* Numbers keep the files of a folder in the order of the work. */
static void
add_paper (Work *self, const KsPaperWish *wish, const char *place)
{
  const char *const *endings = ks_paper_kind_get_endings ();
  g_autofree char *title
      = g_strdup_printf ("%02u %s%s%s", wish->kind + 1, ks_paper_kind_get_title (wish->kind),
                         place != NULL ? " " : "", place != NULL ? place : "");
  g_autofree char *stem = ks_file_name_make (title);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  Paper paper = { *wish, NULL };

  for (guint i = 0; endings[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (stem, endings[i], NULL);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (is_chosen (self->choice, endings[i]))
        g_strv_builder_add (paths, path);
    }
  paper.paths = g_strv_builder_end (paths);
  self->n_files += g_strv_length (paper.paths);
  g_array_append_val (self->papers, paper);
}

static void
add_districts (Work *self, KsPaperKind kind)
{
  for (guint i = 0; i < ks_registry_get_n_districts (self->registry); i++)
    {
      const KsDistrict *district = ks_registry_get_district (self->registry, i);
      KsPaperWish wish = make_wish (self, kind);

      wish.district = district->code;
      add_paper (self, &wish, district->name);
    }
}

/* Two units may be called the same. */
static void
add_units (Work *self, KsPaperKind kind)
{
  for (guint i = 0; i < ks_registry_get_n_units (self->registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (self->registry, i);
      g_autofree char *place
          = g_strdup_printf ("%s %s", ks_unit_get_code (unit), ks_unit_get_name (unit));
      KsPaperWish wish = make_wish (self, kind);

      wish.unit = ks_unit_get_code (unit);
      add_paper (self, &wish, place);
    }
}

static void
list_papers (Work *self)
{
  for (guint i = 0; i < KS_N_PAPERS; i++)
    {
      KsPaperKind kind = (KsPaperKind)i;
      KsPaperWish wish = make_wish (self, kind);

      if (ks_paper_kind_has (kind, KS_PAPER_OF_A_UNIT))
        {
          if (self->choice->units)
            add_units (self, kind);
        }
      else if (ks_paper_kind_has (kind, KS_PAPER_OF_A_DISTRICT))
        {
          if (self->choice->districts)
            add_districts (self, kind);
        }
      else
        add_paper (self, &wish, NULL);
    }
}

/* What waits for something is told once; anything else that goes wrong ends the work. */
static gboolean
write_paper (Work *self, const Paper *paper, KsJob *job, GError **error)
{
  const char *title = ks_paper_kind_get_title (paper->wish.kind);
  g_autoptr (GError) own_error = NULL;
  guint n_written;

  if (paper->paths[0] == NULL || g_ptr_array_find (self->waiting, title, NULL))
    return TRUE;
  if (ks_write_paper_files (self->campaign, &paper->wish, (const char *const *)paper->paths,
                            TRUE, &n_written, job, &own_error))
    {
      self->n_written += n_written;
      if (n_written == 0 && !g_ptr_array_find (self->empty, title, NULL))
        g_ptr_array_add (self->empty, (gpointer)title);
      return TRUE;
    }
  if (!g_error_matches (own_error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED))
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  g_ptr_array_add (self->waiting, (gpointer)title);
  return TRUE;
}

/* Files are counted; what is stopped need not wait for the end of a long one. */
static gboolean
write_all (Work *self, KsJob *job, GError **error)
{
  gint64 done = 0;

  for (guint i = 0; i < self->papers->len; i++)
    {
      const Paper *paper = &g_array_index (self->papers, Paper, i);
      g_autoptr (KsJob) part = ks_job_new_part (job);

      if (!ks_job_report (job, done, self->n_files, error)
          || !write_paper (self, paper, part, error))
        return FALSE;
      done += g_strv_length (paper->paths);
    }
  return TRUE;
}

static char *
dup_titles (const GPtrArray *titles)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < titles->len; i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", (const char *)titles->pdata[i]);
  return g_strdup (names->str);
}

static char *
dup_message (const Work *self)
{
  g_autofree char *waiting = dup_titles (self->waiting);
  g_autofree char *empty = dup_titles (self->empty);
  g_autoptr (GString) message = g_string_new (NULL);

  g_string_printf (message, ngettext ("%u file was written", "%u files were written", self->n_written),
                   self->n_written);
  if (*waiting != '\0')
    g_string_append_printf (message, _ ("; these papers cannot be made yet: %s"), waiting);
  if (*empty != '\0')
    g_string_append_printf (message, _ ("; these papers have no table for a workbook: %s"), empty);
  return g_strdup (message->str);
}

/**
 * ks_write_papers:
 * @campaign: a campaign
 * @choice: which files
 * @folder: where to; it exists
 * @job: (nullable): counts the files
 * @outcome: (out) (optional) (transfer full): how many were written, and what cannot be made yet
 * @error: return location for an error
 *
 * Writes every paper that can be made, each file whole; that answers leave the program is put on
 * record once for each paper. Files that were written before the work was stopped stay.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_write_papers (KsCampaign *campaign,
                 const KsPapersChoice *choice,
                 const char *folder,
                 KsJob *job,
                 KsOutcome **outcome,
                 GError **error)
{
  g_auto (Work) work = { .campaign = campaign, .choice = choice, .folder = folder };

  work.registry = ks_campaign_dup_registry (campaign);
  work.papers = g_array_new (FALSE, FALSE, sizeof (Paper));
  work.waiting = g_ptr_array_new ();
  work.empty = g_ptr_array_new ();
  g_array_set_clear_func (work.papers, clear_paper);
  list_papers (&work);
  if (!write_all (&work, job, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = ks_outcome_new (dup_message (&work));
  return TRUE;
}
