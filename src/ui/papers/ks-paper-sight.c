/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-sight.h"

#include "ks-campaign-error.h"
#include "ks-document-layout.h"
#include "ks-i18n.h"
#include "ks-print-sheets.h"
#include "ks-record-paper.h"

/**
 * ks_paper_sight_new:
 * @campaign: a campaign
 * @line: a paper
 * @wish: what of it; its kind is not read
 *
 * Returns: (transfer full): the paper, not laid out yet
 */
KsPaperSight *
ks_paper_sight_new (KsCampaign *campaign, KsPaperLine line, const KsPaperWish *wish)
{
  KsPaperSight *self = g_atomic_rc_box_new0 (KsPaperSight);

  self->campaign = g_object_ref (campaign);
  self->line = line;
  self->wish = *wish;
  self->wish.kind = (KsPaperKind)line;
  self->wish.district = g_strdup (wish->district);
  self->wish.unit = g_strdup (wish->unit);
  self->wish.previous = g_strdup (wish->previous);
  if (wish->settings != NULL)
    ks_paper_settings_ref (wish->settings);
  self->stamp = KS_MOMENT_NONE;
  return self;
}

/**
 * ks_paper_sight_ref:
 * @self: a paper
 *
 * Returns: (transfer full): @self
 */
KsPaperSight *
ks_paper_sight_ref (KsPaperSight *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_sight (gpointer data)
{
  KsPaperSight *self = data;

  g_object_unref (self->campaign);
  g_free ((char *)self->wish.district);
  g_free ((char *)self->wish.unit);
  g_free ((char *)self->wish.previous);
  g_clear_pointer (&self->wish.settings, ks_paper_settings_unref);
  g_clear_pointer (&self->pages, ks_pages_let_go);
  g_clear_error (&self->error);
}

/**
 * ks_paper_sight_unref:
 * @self: (transfer full): a paper
 */
void
ks_paper_sight_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, clear_sight);
}

static KsPages *
lay_out_sheets (KsPaperSight *self, GError **error)
{
  KsSheetChoice choice = { .options = { .layout = ks_paper_line_get_layout (self->line) } };

  if (!ks_sheet_options_complete (&choice.options, &choice.options, error))
    return NULL;
  return ks_lay_out_sheets (self->campaign, &choice, error);
}

static KsPages *
lay_out (KsPaperSight *self, const KsPaperWish *wish, KsJob *job, GError **error)
{
  g_autoptr (KsDocument) document = NULL;

  if (ks_paper_line_is_sheet (self->line))
    return lay_out_sheets (self, error);
  document = ks_make_paper (self->campaign, wish, job, error);
  return document != NULL ? ks_document_lay_out (document, job, error) : NULL;
}

/**
 * ks_paper_sight_func:
 * @job: the work
 * @sight: a paper
 * @error: not set: what went wrong is kept with the paper, for the page to say
 *
 * Lays the paper out, in a thread.
 *
 * Returns: %TRUE
 */
gboolean
ks_paper_sight_func (KsJob *job, gpointer sight, GError **error)
{
  KsPaperSight *self = sight;

  self->pages = lay_out (self, &self->wish, job, &self->error);
  if (self->pages != NULL && !ks_campaign_get_stamp (self->campaign, &self->stamp, &self->error))
    g_clear_object (&self->pages);
  return TRUE;
}

static gboolean
check_length (const KsPaperSight *self, GError **error)
{
  return self->n_pages == 0 || ks_pages_get_n_pages (self->pages) == self->n_pages
         || ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                                _ ("The figures have changed, and the paper has another length "
                                   "now. Print it again."));
}

static gboolean
make_pages (
    KsCampaign *campaign, const KsPaperWish *wish, gpointer data, KsJob *job, GError **error)
{
  KsPaperSight *self = data;

  g_clear_pointer (&self->pages, ks_pages_let_go);
  self->pages = lay_out (self, wish, job, error);
  return self->pages != NULL && check_length (self, error) && ks_job_report (job, 0, 0, error);
}

/**
 * ks_paper_sight_give_out_func:
 * @job: the work
 * @sight: a paper of KsPaperKind that leaves
 * @error: return location for an error
 *
 * Lays the paper out as it leaves, in a thread: what is on record is what it says. A paper that has
 * another length than its print is refused, and not on record.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_paper_sight_give_out_func (KsJob *job, gpointer sight, GError **error)
{
  KsPaperSight *self = sight;

  return ks_paper_record (self->campaign, &self->wish, make_pages, self, job, error);
}

static const char *
get_scope_name (const KsPaperSight *self, KsRegistry *registry)
{
  KsUnit *unit
      = self->wish.unit != NULL ? ks_registry_lookup (registry, self->wish.unit) : NULL;
  const KsDistrict *district
      = self->wish.district != NULL
            ? ks_registry_lookup_district (registry, self->wish.district)
            : NULL;

  if (unit != NULL)
    return ks_unit_get_name (unit);
  return district != NULL ? district->name : NULL;
}

/**
 * ks_paper_sight_dup_name:
 * @self: a paper of KsPaperKind
 *
 * Returns: (transfer full): what its file is called, in Vietnamese, without an ending
 */
char *
ks_paper_sight_dup_name (const KsPaperSight *self)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  const char *title = ks_paper_kind_get_title (self->wish.kind);
  const char *scope = get_scope_name (self, registry);

  return scope != NULL ? g_strdup_printf ("%s %s", title, scope) : g_strdup (title);
}
