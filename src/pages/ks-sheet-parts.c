/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-parts.h"

#include <string.h>

#include "ks-paper.h"
#include "ks-poster-name.h"

/* What several layouts of sheets have in common. */

#define STEP 0.1
#define LOGO_WIDTH 30.0
#define LOGO_HEIGHT 14.0
#define LOGO_GAP 4.0

static KsStyle
make_style (const KsLine *line, double size)
{
  return (KsStyle){ .family = KS_FAMILY_SANS, .size = size, .bold = line->bold,
                    .track = line->track };
}

/**
 * ks_line_fit:
 * @page: a page
 * @line: a line
 * @text: what it says; of several lines the widest counts
 *
 * Returns: the size at which @text is not wider than the line may be, in points of the frame
 */
double
ks_line_fit (KsFolio *page, const KsLine *line, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  double size = ks_folio_get_size (page, line->size, line->least);
  KsStyle style = make_style (line, size);
  double wide = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    wide = MAX (wide, ks_type_get_width (ks_type_get (), &style, lines[i]));
  if (line->width <= 0 || wide <= line->width)
    return size;
  return MAX (STEP, (int) (size * line->width / wide / STEP) * STEP);
}

/**
 * ks_line_add:
 * @page: a page
 * @line: how and where
 * @text: one line
 *
 * Adds a line, smaller where it would be too wide.
 *
 * Returns: its advance width, in mm of the frame
 */
double
ks_line_add (KsFolio *page, const KsLine *line, const char *text)
{
  KsStyle style = make_style (line, ks_line_fit (page, line, text));

  ks_folio_add_text (page, &style, line->ink, line->align, line->x, line->y, text);
  return ks_type_get_width (ks_type_get (), &style, text);
}

/**
 * ks_line_add_wrapped:
 * @page: a page
 * @line: how and where; its width is that of the lines
 * @pitch: from line to line, in mm
 * @max_lines: how many there is room for
 * @text: a line feed ends a line; what is wider is broken at blanks
 *
 * Adds several lines; where they are too many, they are set smaller until they are not.
 *
 * Returns: how many there are
 */
guint
ks_line_add_wrapped (KsFolio *page, const KsLine *line, double pitch, guint max_lines,
                     const char *text)
{
  KsStyle style = make_style (line, ks_folio_get_size (page, line->size, line->least));
  char **lines = ks_paper_wrap (&style, text, 0, line->width);
  guint i;

  while (g_strv_length (lines) > max_lines && style.size > line->size / 2)
    {
      style.size -= 2 * STEP;
      g_strfreev (lines);
      lines = ks_paper_wrap (&style, text, 0, line->width);
    }
  for (i = 0; lines[i] != NULL; i++)
    {
      KsLine one = *line;

      one.size = style.size;
      one.least = 0;
      one.y += i * pitch;
      ks_line_add (page, &one, lines[i]);
    }
  g_strfreev (lines);
  return i;
}

/* "7 giờ", "7 giờ 30"; the end of a day is 24 giờ. */
static char *
format_hour (KsMoment moment, gboolean end)
{
  int year, month, day, hour, minute, second;

  ks_moment_to_civil (moment, &year, &month, &day, &hour, &minute, &second);
  if (end && hour == 0 && minute == 0)
    hour = 24;
  return minute == 0 ? g_strdup_printf ("%d giờ", hour)
                     : g_strdup_printf ("%d giờ %02d", hour, minute);
}

/* The end that was announced first: an extension is said behind it, never in place of it. */
static KsMoment
get_first_end (const KsCampaignInfo *info)
{
  return info->first_to != KS_MOMENT_NONE ? info->first_to : info->to;
}

static gboolean
is_one_day (const KsCampaignInfo *info)
{
  return ks_moment_get_day (info->from) == ks_moment_get_day (get_first_end (info) - 1);
}

static gboolean
is_midnight (KsMoment moment)
{
  return ks_day_get_start (ks_moment_get_day (moment)) == moment;
}

/**
 * ks_sheet_format_extension:
 * @info: a campaign
 *
 * Returns: (transfer full): "gia hạn đến 12 giờ ngày 02/4/2024", "gia hạn đến hết ngày 02/4/2024";
 *   empty while its end was not moved
 */
char *
ks_sheet_format_extension (const KsCampaignInfo *info)
{
  g_autofree char *hour = NULL;
  g_autofree char *day = NULL;

  if (info->first_to == KS_MOMENT_NONE)
    return g_strdup ("");
  hour = format_hour (info->to, TRUE);
  day = ks_day_format (ks_moment_get_day (info->to - 1));
  return is_midnight (info->to) ? g_strdup_printf ("gia hạn đến hết ngày %s", day)
                                : g_strdup_printf ("gia hạn đến %s ngày %s", hour, day);
}

/* ", gia hạn đến …" behind what was said. (transfer full) text */
static char *
add_extension (const KsCampaignInfo *info, char *text)
{
  g_autofree char *said = text;
  g_autofree char *extension = ks_sheet_format_extension (info);

  return *extension != '\0' ? g_strconcat (said, ", ", extension, NULL) : g_steal_pointer (&said);
}

/**
 * ks_sheet_format_hours:
 * @info: a campaign
 *
 * Returns: (transfer full): "từ 0 giờ đến 24 giờ"; the dates stand there too where the window is
 *   longer than a day, and an extension behind it
 */
char *
ks_sheet_format_hours (const KsCampaignInfo *info)
{
  KsMoment end = get_first_end (info);
  g_autofree char *from = format_hour (info->from, FALSE);
  g_autofree char *to = format_hour (end, TRUE);
  g_autofree char *first_day = ks_day_format (ks_moment_get_day (info->from));
  g_autofree char *last_day = ks_day_format (ks_moment_get_day (end - 1));

  return add_extension (info, is_one_day (info)
                                  ? g_strdup_printf ("từ %s đến %s", from, to)
                                  : g_strdup_printf ("từ %s ngày %s đến %s ngày %s", from,
                                                     first_day, to, last_day));
}

/**
 * ks_sheet_shorten_hours:
 * @info: a campaign
 *
 * Returns: (transfer full): the hours where there is room for one line: once the end was moved, the
 *   extension alone
 */
char *
ks_sheet_shorten_hours (const KsCampaignInfo *info)
{
  return info->first_to != KS_MOMENT_NONE ? ks_sheet_format_extension (info)
                                          : ks_sheet_format_hours (info);
}

/**
 * ks_sheet_format_deadline:
 * @info: a campaign
 *
 * Returns: (transfer full): until when it runs: "24 giờ 00 ngày 01/4/2024", an extension behind it
 */
char *
ks_sheet_format_deadline (const KsCampaignInfo *info)
{
  KsMoment end = get_first_end (info);
  g_autofree char *last_day = ks_day_format (ks_moment_get_day (end - 1));

  return add_extension (info, is_midnight (end) ? g_strdup_printf ("24 giờ 00 ngày %s", last_day)
                                                : ks_moment_format (end));
}

/**
 * ks_sheet_format_when:
 * @info: a campaign
 *
 * Returns: (transfer full): day and hours in one line: "Ngày 01/4/2024, từ 0 giờ đến 24 giờ"
 */
char *
ks_sheet_format_when (const KsCampaignInfo *info)
{
  g_autofree char *day = ks_day_format (info->day);
  char *hours = ks_sheet_format_hours (info);

  if (is_one_day (info))
    {
      char *when = g_strdup_printf ("Ngày %s, %s", day, hours);

      g_free (hours);
      return when;
    }
  *hours = 'T';
  return hours;
}

/**
 * ks_sheet_shorten_when:
 * @info: a campaign
 *
 * Returns: (transfer full): as ks_sheet_format_when(), where there is room for one line
 */
char *
ks_sheet_shorten_when (const KsCampaignInfo *info)
{
  g_autofree char *day = ks_day_format (info->day);
  g_autofree char *extension = ks_sheet_format_extension (info);

  return *extension != '\0' ? g_strdup_printf ("Ngày %s, %s", day, extension)
                            : ks_sheet_format_when (info);
}

/**
 * ks_sheet_shorten_district:
 * @district: name of a district
 *
 * Returns: (transfer full): the name as it stands where there is little room
 */
char *
ks_sheet_shorten_district (const char *district)
{
  static const char *const forms[][2] = { { "Thành phố ", "TP. " }, { "Thị xã ", "TX. " } };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_has_prefix (district, forms[i][0]))
      return g_strconcat (forms[i][1], district + strlen (forms[i][0]), NULL);
  return g_strdup (district);
}

/**
 * ks_sheet_add_district:
 * @page: a page
 * @line: where, how large at most, and how wide
 * @least: the least size for the whole name
 * @district: name of a district
 *
 * Adds a district in a narrow place: smaller down to @least, then with "TP." or "TX." in the size
 * that has room.
 */
void
ks_sheet_add_district (KsFolio *page, const KsLine *line, double least, const char *district)
{
  g_autofree char *shorter = ks_sheet_shorten_district (district);

  ks_line_add (page, line, ks_line_fit (page, line, district) >= least ? district : shorter);
}

/**
 * ks_sheet_dup_contact:
 * @name: (nullable): a person
 * @phone: (nullable): a number
 *
 * Returns: (transfer full) (nullable): "name, phone", or what there is of it
 */
char *
ks_sheet_dup_contact (const char *name, const char *phone)
{
  gboolean has_name = name != NULL && *name != '\0';
  gboolean has_phone = phone != NULL && *phone != '\0';

  if (has_name && has_phone)
    return g_strjoin (", ", name, phone, NULL);
  return has_name ? g_strdup (name) : has_phone ? g_strdup (phone) : NULL;
}

/* The blank nearest to the middle of a text. */
static const char *
find_middle (const char *text)
{
  const char *middle = text + strlen (text) / 2;
  const char *best = NULL;

  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (best == NULL || ABS (p - middle) < ABS (best - middle))
      best = p;
  return best;
}

/* At the right of the bodies, on the middle of their height. */
static const KsRect logo_room = { KS_POSTER_RIGHT - LOGO_WIDTH, 12, LOGO_WIDTH, LOGO_HEIGHT };

static void
add_head_line (KsFolio *page, double size, gboolean bold, double width, double y, const char *text)
{
  KsLine line = { .size = size, .bold = bold, .x = KS_POSTER_LEFT, .y = y, .width = width,
                  .least = 8, .track = KS_TRACK_HEAD };

  ks_line_add (page, &line, text);
}

/**
 * ks_sheet_add_head:
 * @set: the sheets
 * @page: a page of the poster's grid
 *
 * Adds the two bodies and the rule under them; three lines where the issuing body's name does not
 * stand on one.
 */
void
ks_sheet_add_head (const KsSheetSet *set, KsFolio *page)
{
  static const KsRect rule = { KS_POSTER_LEFT, 28, KS_POSTER_WIDTH, 1.6 };
  const char *body = set->info->issuing_body != NULL ? set->info->issuing_body : "";
  const char *superior = set->info->superior_body != NULL ? set->info->superior_body : "";
  double width = KS_POSTER_WIDTH - (set->logo != NULL ? LOGO_WIDTH + LOGO_GAP : 0);
  KsLine plain = { .size = 10.5, .bold = TRUE, .width = width, .least = 8, .track = KS_TRACK_HEAD };
  double size = ks_line_fit (page, &plain, body);
  const char *middle = find_middle (body);

  if (size >= 9.5 || middle == NULL)
    {
      size = size >= plain.size ? plain.size : MIN (size, 9.5);
      add_head_line (page, size, FALSE, width, 18.2, superior);
      add_head_line (page, size, TRUE, width, 23.6, body);
    }
  else
    {
      g_autofree char *first = g_strndup (body, (gsize) (middle - body));

      add_head_line (page, 9.5, FALSE, width, 18.2, superior);
      add_head_line (page, 9.5, TRUE, width, 22.4, first);
      add_head_line (page, 9.5, TRUE, width, 26.6, middle + 1);
    }
  ks_folio_add_rect (page, KS_INK_ACCENT, &rule);
  if (set->logo != NULL)
    ks_logo_add (set->logo, page, &logo_room);
}

/**
 * ks_sheet_add_cut_marks:
 * @page: an A4 page, landscape, of two halves
 */
void
ks_sheet_add_cut_marks (KsFolio *page)
{
  ks_folio_add_line (page, KS_A4_HEIGHT / 2, 0, KS_A4_HEIGHT / 2, 6, 0.15);
  ks_folio_add_line (page, KS_A4_HEIGHT / 2, 204, KS_A4_HEIGHT / 2, 210, 0.15);
}

/**
 * ks_sheet_add_number:
 * @set: the sheets
 * @page: a page
 * @sheet: what stands there
 * @x: right end
 * @y: baseline
 * @size: in points; on paper six of them are left
 * @tag_height: of the box around the words of a simulated campaign, in mm; 0: no box
 *
 * Adds "Tờ 4/209", or what says that the campaign is simulated.
 */
void
ks_sheet_add_number (const KsSheetSet *set, KsFolio *page, const KsSheet *sheet, double x, double y,
                     double size, double tag_height)
{
  g_autofree char *number = g_strdup_printf ("Tờ %u/%u", sheet->number, set->context.total);
  KsLine line = { .size = size, .align = KS_ALIGN_RIGHT, .x = x, .y = y, .least = 6 };
  KsStyle bold = KS_SANS_BOLD (ks_folio_get_size (page, size, 6));

  if (!set->info->simulated)
    ks_line_add (page, &line, number);
  else if (tag_height > 0)
    ks_folio_add_tag (page, &bold, x, y, tag_height, KS_SIMULATED);
  else
    ks_folio_add_text (page, &bold, KS_INK_BLACK, KS_ALIGN_RIGHT, x, y, KS_SIMULATED);
}
