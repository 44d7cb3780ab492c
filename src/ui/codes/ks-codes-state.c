/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-codes-state.h"

#include "ks-links.h"
#include "ks-sheet-words.h"

/**
 * ks_codes_state_new:
 * @campaign: a campaign
 * @with_pages: whether the sheets are laid out, too
 *
 * Returns: (transfer full): a question, whose choice the caller fills in
 */
KsCodesState *
ks_codes_state_new (KsCampaign *campaign, gboolean with_pages)
{
  KsCodesState *self = g_new0 (KsCodesState, 1);

  self->campaign = g_object_ref (campaign);
  self->with_pages = with_pages;
  return self;
}

/**
 * ks_codes_state_free:
 * @self: (transfer full) (nullable): what is known
 */
void
ks_codes_state_free (KsCodesState *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->choice.units, g_ptr_array_unref);
  g_clear_object (&self->pages);
  g_clear_error (&self->error);
  g_clear_pointer (&self->reprints, g_ptr_array_unref);
  g_clear_error (&self->again_error);
  g_clear_object (&self->pages_again);
  g_clear_error (&self->due_error);
  g_free (self);
}

/* The layout that the officer looks at comes first. */
static const KsReprint *
find_due (KsCodesState *self)
{
  const KsReprint *due = ks_reprints_find (self->reprints, &self->choice.options);

  if (due != NULL && ks_reprint_is_due (due))
    return due;
  for (guint i = 0; i < self->reprints->len; i++)
    if (ks_reprint_is_due (g_ptr_array_index (self->reprints, i)))
      return g_ptr_array_index (self->reprints, i);
  return NULL;
}

/* As they were printed before, but with the ink that the officer wants to spend now. */
static void
lay_out_again (KsCodesState *self)
{
  KsSheetChoice choice
      = { .options = self->due->options, .units = self->due->units, .save_ink = self->choice.save_ink };

  choice.options.copies = 1;
  if (self->due->units->len > 0)
    self->pages_again = ks_lay_out_sheets (self->campaign, &choice, &self->due_error);
}

static void
compare_prints (KsCodesState *self)
{
  self->reprints = ks_reprints_load (self->campaign, &self->again_error);
  self->due = self->reprints != NULL ? find_due (self) : NULL;
  if (self->due != NULL)
    lay_out_again (self);
}

static void
lay_out (KsCodesState *self)
{
  g_autoptr (KsSheetTexts) texts = ks_sheet_words_load (self->campaign, &self->error);

  if (texts == NULL)
    return;
  /* Pictures do not go to a printer. */
  if (self->choice.options.layout != KS_LAYOUT_IMAGE)
    self->margin_mm = self->choice.margin_mm > 0 ? self->choice.margin_mm
                                                 : ks_sheet_texts_get_margin (texts);
  self->pages = ks_lay_out_sheets (self->campaign, &self->choice, &self->error);
}

/**
 * ks_codes_state_work_out:
 * @self: a question
 * @cancellable: stops the work between its steps, when nobody waits for the answer any more
 *
 * Answers it, in any thread.
 */
void
ks_codes_state_work_out (KsCodesState *self, GCancellable *cancellable)
{
  if (self->with_pages)
    lay_out (self);
  if (g_cancellable_is_cancelled (cancellable))
    return;
  self->n_links = ks_links_count_set (self->campaign);
  self->is_scanned = ks_is_scan_confirmed (self->campaign);
  self->is_proven = ks_is_proven (self->campaign, &self->proven, &self->n_proven);
  if (!g_cancellable_is_cancelled (cancellable))
    compare_prints (self);
}
