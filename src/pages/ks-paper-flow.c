/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-flow.h"

#include "ks-paper-look.h"

#define FIRST_SUBJECT 7.2
#define SUBJECT_MARGIN 10.0
#define WITHOUT_HEAD 5.0 /* to the baseline of the title */
#define ORGAN_ROOM 5.4   /* a second line of the issuing body has room without the title moving */
#define REFERENCE 6.8
#define AFTER_DASHES 3.6
#define TAG_BASELINE 12.0
#define TAG_HEIGHT 5.0
#define TAG_GAP 3.0
#define BOX_BASELINE 14.0
#define FLAT_BOX_BASELINE 11.6 /* the head stands higher there */
#define BOX_HEIGHT 6.4

static const KsPaperTitle upright = { 36, 33, 16, 14, REFERENCE, AFTER_DASHES };
static const KsPaperTitle flat = { 26.6, 21.6, 14, 12, 6, 3.8 };

/* Pages that are laid out already, and what they need as long as they are painted. */
typedef struct {
  GPtrArray     *pages;
  gpointer       owned;
  GDestroyNotify destroy;
} Paper;

/**
 * ks_paper_flow_begin:
 * @flow: a paper of which only the marks are set
 * @error: return location for %KS_PAGES_ERROR_FONT
 *
 * Begins the first page.
 *
 * Returns: %FALSE with @error set if a font is missing
 */
gboolean
ks_paper_flow_begin (KsPaperFlow *flow, GError **error)
{
  if (!ks_type_check_family (KS_FAMILY_SERIF, error)
      || (flow->simulated && !ks_type_check_family (KS_FAMILY_SANS, error)))
    return FALSE;
  flow->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_folio_unref);
  ks_paper_flow_begin_page (flow);
  return TRUE;
}

/**
 * ks_paper_flow_get_place:
 * @flow: the paper
 *
 * Returns: (transfer none): its pages, and the edges of their text
 */
const KsPaperPlace *
ks_paper_flow_get_place (const KsPaperFlow *flow)
{
  return flow->place != NULL ? flow->place : &ks_paper_upright;
}

/**
 * ks_paper_get_title:
 * @place: a page
 *
 * Returns: (transfer none): how a paper is opened on it
 */
const KsPaperTitle *
ks_paper_get_title (const KsPaperPlace *place)
{
  return ks_paper_is_upright (place) ? &upright : &flat;
}

/* Returns where the next box on the left may begin. */
static double
add_box (KsPaperFlow *flow, const KsStyle *style, double left, double y, double height,
         const char *text)
{
  double right = left + ks_type_get_width (ks_type_get (), style, text) + 2 * KS_TAG_PADDING;

  ks_folio_add_tag (flow->page, style, right, y, height, text);
  return right + TAG_GAP;
}

static void
add_boxes (KsPaperFlow *flow)
{
  KsStyle large = KS_SERIF_BOLD (KS_PAPER_BOX_SIZE);
  KsStyle small = KS_SERIF_BOLD (KS_PAPER_MARK_SIZE);
  const KsPaperPlace *place = ks_paper_flow_get_place (flow);
  double baseline = ks_paper_is_upright (place) ? BOX_BASELINE : FLAT_BOX_BASELINE;
  double x = place->left;

  for (guint i = 0; flow->pages->len == 1 && flow->boxes != NULL && flow->boxes[i] != NULL; i++)
    x = add_box (flow, &large, x, baseline, BOX_HEIGHT, flow->boxes[i]);
  if (flow->notice != NULL && *flow->notice != '\0')
    add_box (flow, &small, x, TAG_BASELINE, TAG_HEIGHT, flow->notice);
}

/**
 * ks_paper_flow_begin_page:
 * @flow: the paper
 *
 * Adds a page with its marks: they must stand on every page, for pages are copied one by one.
 */
void
ks_paper_flow_begin_page (KsPaperFlow *flow)
{
  flow->page = ks_folio_new ();
  g_ptr_array_add (flow->pages, flow->page);
  if (flow->simulated)
    ks_paper_add_simulated (flow->page, flow->place, TRUE);
  add_boxes (flow);
  if (!flow->unnumbered)
    ks_paper_add_number (flow->page, flow->place, flow->pages->len);
  flow->y = ks_paper_flow_get_place (flow)->top;
}

/**
 * ks_paper_flow_keep:
 * @flow: the paper
 * @height: of what must stand together, in mm
 *
 * Begins a page if the present one has no room for it.
 */
void
ks_paper_flow_keep (KsPaperFlow *flow, double height)
{
  if (flow->y + height > ks_paper_flow_get_place (flow)->bottom + 1e-6)
    ks_paper_flow_begin_page (flow);
}

/* One line, between the edges of the text. */
static void
add_centred (KsPaperFlow *flow, const KsStyle *style, double y, const char *text)
{
  const KsPaperPlace *place = ks_paper_flow_get_place (flow);

  ks_folio_add_text (flow->page, style, KS_INK_BLACK, KS_ALIGN_CENTRE,
                     (place->left + place->right) / 2, y, text);
}

/* Titles and subjects may hold names of any length. Returns the baseline of the last line. */
static double
add_lines (KsPaperFlow *flow, const KsStyle *style, double y, double pitch, const char *text)
{
  const KsPaperPlace *place = ks_paper_flow_get_place (flow);
  double room = place->right - place->left - SUBJECT_MARGIN;
  g_auto (GStrv) lines = ks_paper_wrap (style, text, 0, room);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      double width = ks_type_get_width (ks_type_get (), style, lines[i]);

      add_centred (flow, style, y + i * pitch, lines[i]);
      if (flow->placed != NULL)
        flow->placed (style, (place->left + place->right - width) / 2, y + i * pitch, lines[i],
                      flow->placed_data);
    }
  return y + (MAX (1, g_strv_length (lines)) - 1) * pitch;
}

static double
add_subjects (KsPaperFlow *flow, double y, const char *const *subjects)
{
  KsStyle style = KS_SERIF_BOLD (14);

  for (guint i = 0; subjects[i] != NULL; i++)
    y = add_lines (flow, &style, y + (i == 0 ? FIRST_SUBJECT : KS_PAPER_SUBJECT_PITCH),
                   KS_PAPER_SUBJECT_PITCH, subjects[i]);
  return y;
}

/**
 * ks_paper_flow_open:
 * @flow: a paper on whose first page nothing stands yet
 * @opening: what it begins with; without a superior body it has no head
 *
 * Adds the head of a Party document and the title, down to the dashes under it; a flat page, which
 * holds a table, has none.
 */
void
ks_paper_flow_open (KsPaperFlow *flow, const KsPaperOpening *opening)
{
  const KsPaperPlace *place = ks_paper_flow_get_place (flow);
  const KsPaperTitle *look = ks_paper_get_title (place);
  KsStyle title = KS_SERIF_BOLD (look->title);
  KsStyle italic = KS_SERIF_ITALIC (look->reference);
  KsStyle plain = KS_SERIF (14);
  double y = place->top + (opening->number != NULL ? look->with_number : look->without);

  if (opening->superior != NULL)
    {
      double lower = ks_paper_add_head_at (flow->page, place, opening->superior, opening->organ,
                                           opening->number, opening->place_date);

      y += MAX (0, lower - ORGAN_ROOM);
    }
  else
    y = place->top + WITHOUT_HEAD;
  y = add_lines (flow, &title, y - (flow->compact ? KS_PAPER_COMPACT : 0), KS_PAPER_SUBJECT_PITCH,
                 opening->title);
  y = add_subjects (flow, y, opening->subjects);
  if (opening->reference != NULL)
    y = add_lines (flow, &italic, y + look->pitch, look->pitch, opening->reference);
  if (look == &upright && !flow->compact)
    add_centred (flow, &plain, y += KS_PAPER_DASHES_PITCH, KS_PAPER_DASHES);
  flow->y = y + (flow->compact ? KS_PAPER_AFTER_COMPACT : look->after);
}

/**
 * ks_paper_flow_drop:
 * @flow: a paper that nobody wants, or one that was ended
 */
void
ks_paper_flow_drop (KsPaperFlow *flow)
{
  g_clear_pointer (&flow->pages, g_ptr_array_unref);
  flow->page = NULL;
}

static KsFolio *
lay_out_paper (gconstpointer layout, guint index)
{
  const Paper *paper = layout;

  return ks_folio_ref (g_ptr_array_index (paper->pages, index));
}

static void
free_paper (gpointer layout)
{
  Paper *paper = layout;

  g_ptr_array_unref (paper->pages);
  if (paper->destroy != NULL)
    paper->destroy (paper->owned);
  g_free (paper);
}

/**
 * ks_paper_flow_end:
 * @flow: a paper on which everything stands; empty afterwards
 * @facts: what it says of itself; its number of pages is set here
 * @owned: (transfer full) (nullable): what its paintings need
 * @destroy: (nullable): frees @owned
 *
 * Returns: (transfer full): the paper
 */
KsPages *
ks_paper_flow_end (KsPaperFlow *flow, const KsPagesFacts *facts, gpointer owned,
                   GDestroyNotify destroy)
{
  static const KsPagesKind kind = { lay_out_paper, free_paper };
  Paper *paper = g_new0 (Paper, 1);
  KsPagesFacts whole = *facts;

  whole.n_pages = flow->pages->len;
  paper->pages = g_steal_pointer (&flow->pages);
  paper->owned = owned;
  paper->destroy = destroy;
  return ks_pages_new (&kind, paper, &whole);
}
