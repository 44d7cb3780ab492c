/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-flow.h"

/* Nơi nhận on the left, who signs on the right. */

#define GAP 6.0             /* from the last line of the text to the first of the closing */
#define ASCENT 5.0
#define SIGNATURE_X 150.0
#define SIGNATURE_PITCH 6.2
#define SIGNATURE_ROOM 24.0 /* to sign in */
#define RULE_BELOW 1.2
#define FIRST_RECIPIENT 5.8
#define NEXT_RECIPIENT 5.0
#define RECIPIENT_WIDTH 84.0
#define RECIPIENTS "Nơi nhận:"

static guint
count_recipient_lines (const KsPaperClosing *closing)
{
  KsStyle style = KS_SERIF (12);
  guint n = 0;

  for (guint i = 0; closing->recipients[i] != NULL; i++)
    {
      g_auto (GStrv) lines = ks_paper_wrap (&style, closing->recipients[i], 0, RECIPIENT_WIDTH);

      n += g_strv_length (lines);
    }
  return n;
}

/**
 * ks_paper_flow_measure_closing:
 * @closing: how a paper ends
 *
 * Returns: the room that it takes, in mm, what stands free above it and the room to sign in included
 */
double
ks_paper_flow_measure_closing (const KsPaperClosing *closing)
{
  guint n_lines = count_recipient_lines (closing);
  guint n_signature = g_strv_length ((char **) closing->signature);
  double left = n_lines > 0 ? FIRST_RECIPIENT + (n_lines - 1) * NEXT_RECIPIENT : 0;
  double right = n_signature > 0 ? (n_signature - 1) * SIGNATURE_PITCH + SIGNATURE_ROOM : 0;

  return GAP + ASCENT + MAX (left, right);
}

static void
add_recipients (KsPaperFlow *flow, const KsPaperClosing *closing, double y)
{
  KsStyle head = KS_SERIF (14);
  KsStyle item = KS_SERIF (12);
  double width = ks_type_get_width (ks_type_get (), &head, RECIPIENTS);

  if (closing->recipients[0] == NULL)
    return;
  ks_folio_add_text (flow->page, &head, KS_INK_BLACK, KS_ALIGN_LEFT, KS_PAPER_LEFT, y, RECIPIENTS);
  ks_folio_add_line (flow->page, KS_PAPER_LEFT, y + RULE_BELOW, KS_PAPER_LEFT + width,
                     y + RULE_BELOW, 0.2);
  y += FIRST_RECIPIENT;
  for (guint i = 0; closing->recipients[i] != NULL; i++)
    {
      g_auto (GStrv) lines = ks_paper_wrap (&item, closing->recipients[i], 0, RECIPIENT_WIDTH);

      for (guint k = 0; lines[k] != NULL; k++, y += NEXT_RECIPIENT)
        ks_folio_add_text (flow->page, &item, KS_INK_BLACK, KS_ALIGN_LEFT, KS_PAPER_LEFT, y,
                           lines[k]);
    }
}

/**
 * ks_paper_flow_close:
 * @flow: a paper
 * @closing: how it ends
 *
 * Adds whom it goes to and who signs it, side by side. Whoever adds the last paragraph keeps room
 * for both, so that no signature stands alone on a page.
 */
void
ks_paper_flow_close (KsPaperFlow *flow, const KsPaperClosing *closing)
{
  KsStyle style = KS_SERIF_BOLD (14);
  double height = ks_paper_flow_measure_closing (closing);
  double y;

  ks_paper_flow_keep (flow, height);
  y = flow->y + GAP + ASCENT;
  add_recipients (flow, closing, y);
  for (guint i = 0; closing->signature[i] != NULL; i++)
    ks_folio_add_text (flow->page, &style, KS_INK_BLACK, KS_ALIGN_CENTRE, SIGNATURE_X,
                       y + i * SIGNATURE_PITCH, closing->signature[i]);
  flow->y += height;
}
