/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-flow.h"

#include "ks-paper-look.h"

/* Nơi nhận on the left, who signs on the right. */

#define ASCENT 5.0
#define SIGNATURE_ROOM 24.0 /* to sign in */
#define SMALL_ROOM 16.0     /* where two sign */
#define RULE_BELOW 1.2
#define FIRST_RECIPIENT 5.8
#define RECIPIENT_WIDTH 84.0

static const KsPaperSigning upright = { 38, 40 };
static const KsPaperSigning flat = { 60, 57 };

/**
 * ks_paper_get_signing:
 * @place: a page
 *
 * Returns: (transfer none): where a paper is signed on it
 */
const KsPaperSigning *
ks_paper_get_signing (const KsPaperPlace *place)
{
  return ks_paper_is_upright (place) ? &upright : &flat;
}

static guint
count_recipient_lines (const KsPaperClosing *closing)
{
  KsStyle style = KS_SERIF (KS_PAPER_RECIPIENT_SIZE);
  guint n = 0;

  for (guint i = 0; closing->recipients[i] != NULL; i++)
    {
      g_auto (GStrv) lines = ks_paper_wrap (&style, closing->recipients[i], 0, RECIPIENT_WIDTH);

      n += g_strv_length (lines);
    }
  return n;
}

static guint
count_lines (const char *const *lines)
{
  return lines != NULL ? g_strv_length ((char **)lines) : 0;
}

/**
 * ks_paper_flow_measure_closing:
 * @closing: how a paper ends
 *
 * Returns: the room that it takes, in mm, what stands free above it and the room to sign in
 * included
 */
double
ks_paper_flow_measure_closing (const KsPaperClosing *closing)
{
  guint n_lines = count_recipient_lines (closing);
  guint n_signature = MAX (count_lines (closing->signature), count_lines (closing->preparer));
  double left = n_lines > 0 ? FIRST_RECIPIENT + (n_lines - 1) * KS_PAPER_RECIPIENT_PITCH : 0;
  double room = count_lines (closing->preparer) > 0 ? SMALL_ROOM : SIGNATURE_ROOM;
  double right = n_signature > 0 ? (n_signature - 1) * KS_PAPER_SIGNATURE_PITCH + room : 0;

  return KS_PAPER_CLOSING_GAP + ASCENT + MAX (left, right);
}

static void
add_recipients (KsPaperFlow *flow, const KsPaperClosing *closing, double y)
{
  KsStyle head = KS_SERIF (14);
  KsStyle item = KS_SERIF (KS_PAPER_RECIPIENT_SIZE);
  double width = ks_type_get_width (ks_type_get (), &head, KS_PAPER_RECIPIENTS);
  double x = ks_paper_flow_get_place (flow)->left;

  if (closing->recipients[0] == NULL)
    return;
  ks_folio_add_text (flow->page, &head, KS_INK_BLACK, KS_ALIGN_LEFT, x, y, KS_PAPER_RECIPIENTS);
  ks_folio_add_line (flow->page, x, y + RULE_BELOW, x + width, y + RULE_BELOW, 0.2);
  y += FIRST_RECIPIENT;
  for (guint i = 0; closing->recipients[i] != NULL; i++)
    {
      g_auto (GStrv) lines = ks_paper_wrap (&item, closing->recipients[i], 0, RECIPIENT_WIDTH);

      for (guint k = 0; lines[k] != NULL; k++, y += KS_PAPER_RECIPIENT_PITCH)
        ks_folio_add_text (flow->page, &item, KS_INK_BLACK, KS_ALIGN_LEFT, x, y, lines[k]);
    }
}

static void
add_signature (
    KsPaperFlow *flow, const KsStyle *style, double x, double y, const char *const *lines)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    ks_folio_add_text (flow->page, style, KS_INK_BLACK, KS_ALIGN_CENTRE, x,
                       y + i * KS_PAPER_SIGNATURE_PITCH, lines[i]);
}

/**
 * ks_paper_flow_close:
 * @flow: a paper
 * @closing: how it ends
 *
 * Adds whom it goes to, or who made it, and who signs it, side by side. Whoever adds the last
 * paragraph keeps room for them, so that no signature stands alone on a page.
 */
void
ks_paper_flow_close (KsPaperFlow *flow, const KsPaperClosing *closing)
{
  const KsPaperPlace *place = ks_paper_flow_get_place (flow);
  const KsPaperSigning *signing = ks_paper_get_signing (place);
  gboolean small = !ks_paper_is_upright (place) || count_lines (closing->preparer) > 0;
  KsStyle style = KS_SERIF_BOLD (small ? 13 : 14);
  double height = ks_paper_flow_measure_closing (closing);
  double y;

  ks_paper_flow_keep (flow, height);
  y = flow->y + KS_PAPER_CLOSING_GAP + ASCENT;
  add_recipients (flow, closing, y);
  add_signature (flow, &style, place->left + signing->preparer, y, closing->preparer);
  add_signature (flow, &style, place->right - signing->signature, y, closing->signature);
  flow->y += height;
}
