/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-folio.h"

#include <string.h>

/* Pictograms of the poster: 24 × 24 units, strokes with round ends. The paths are in the notation
 * of SVG with absolute M, L, H, V, C and Z. */

#define UNITS 24.0
#define HALO 5.2
#define SLASH_EXTRA 0.35
#define WORD "Zalo"
#define WORD_BASELINE 12.7
#define WORD_POINTS_PER_MM 0.70

typedef struct {
  const char *strokes;
  const char *fills;
  const char *slash;  /* drawn last, with a white halo */
  gboolean    word;
} Paths;

static const Paths pictures[KS_N_PICTURES] = {
  [KS_PICTURE_CHAT] = {
    .strokes = "M4 4H20C21.1 4 22 4.9 22 6V15C22 16.1 21.1 17 20 17H11L6 21.5V17H4"
               "C2.9 17 2 16.1 2 15V6C2 4.9 2.9 4 4 4Z",
    .word = TRUE,
  },
  [KS_PICTURE_CAMERA] = {
    .strokes = "M4 6.5H7.5L9.3 3.5H14.7L16.5 6.5H20C21.1 6.5 22 7.4 22 8.5V18"
               "C22 19.1 21.1 20 20 20H4C2.9 20 2 19.1 2 18V8.5C2 7.4 2.9 6.5 4 6.5Z"
               "M16.2 13C16.2 15.32 14.32 17.2 12 17.2C9.68 17.2 7.8 15.32 7.8 13"
               "C7.8 10.68 9.68 8.8 12 8.8C14.32 8.8 16.2 10.68 16.2 13Z",
  },
  [KS_PICTURE_PHONE] = {
    .strokes = "M8 1.5H16C17.4 1.5 18.5 2.6 18.5 4V20C18.5 21.4 17.4 22.5 16 22.5H8"
               "C6.6 22.5 5.5 21.4 5.5 20V4C5.5 2.6 6.6 1.5 8 1.5Z"
               "M10.8 19.4H13.2M8.8 8.4V6.4H10.8M13.2 6.4H15.2V8.4M15.2 12.4V14.4H13.2"
               "M10.8 14.4H8.8V12.4",
  },
  [KS_PICTURE_SCAN] = {
    .strokes = "M2 7V2H7M17 2H22V7M22 17V22H17M7 22H2V17",
    .fills = "M6 6H11V11H6ZM13 6H18V11H13ZM6 13H11V18H6ZM13 13H15.2V15.2H13Z"
             "M15.8 15.8H18V18H15.8Z",
  },
  [KS_PICTURE_FORM] = {
    .strokes = "M6 1.5H18C19.1 1.5 20 2.4 20 3.5V20.5C20 21.6 19.1 22.5 18 22.5H6"
               "C4.9 22.5 4 21.6 4 20.5V3.5C4 2.4 4.9 1.5 6 1.5Z"
               "M7 7.6L8.6 9.2L11.4 5.9M13.6 7.6H17M7 15.6L8.6 17.2L11.4 13.9M13.6 15.6H17",
  },
  [KS_PICTURE_SEND] = {
    .strokes = "M22 2L2 9.8L10.4 13.6L14.2 22ZM10.4 13.6L22 2",
  },
  [KS_PICTURE_SHIELD] = {
    .strokes = "M12 1.8L20.5 5V11.5C20.5 16.6 17 20.6 12 22.3C7 20.6 3.5 16.6 3.5 11.5V5Z"
               "M8 11.8L11 14.8L16.2 8.9",
  },
  [KS_PICTURE_CLOCK] = {
    .strokes = "M22 12C22 17.52 17.52 22 12 22C6.48 22 2 17.52 2 12C2 6.48 6.48 2 12 2"
               "C17.52 2 22 6.48 22 12ZM12 6V12L16 14.4",
  },
  [KS_PICTURE_SHEET] = {
    .strokes = "M4.5 8H19.5V22.3H4.5ZM7.2 8L12 2.2L16.8 8",
    .fills = "M7.6 11H11V14.4H7.6ZM13 11H16.4V14.4H13ZM7.6 16.2H11V19.6H7.6Z"
             "M13 16.2H14.7V17.9H13ZM14.7 17.9H16.4V19.6H14.7Z",
  },
  [KS_PICTURE_GLOBE] = {
    .strokes = "M21.6 12C21.6 17.3 17.3 21.6 12 21.6C6.7 21.6 2.4 17.3 2.4 12"
               "C2.4 6.7 6.7 2.4 12 2.4C17.3 2.4 21.6 6.7 21.6 12Z"
               "M16.4 12C16.4 17.3 14.4 21.6 12 21.6C9.6 21.6 7.6 17.3 7.6 12"
               "C7.6 6.7 9.6 2.4 12 2.4C14.4 2.4 16.4 6.7 16.4 12ZM2.4 12H21.6",
    .slash = "M2.6 2.6L21.4 21.4",
  },
};

static guint
count_numbers (char command)
{
  switch (command)
    {
    case 'M':
    case 'L':
      return 2;
    case 'C':
      return 6;
    case 'H':
    case 'V':
      return 1;
    default:
      return 0;
    }
}

static const char *
read_numbers (const char *path, guint n, double *numbers)
{
  for (guint i = 0; i < n; i++)
    {
      char *end;

      numbers[i] = g_ascii_strtod (path, &end);
      path = end;
    }
  return path;
}

static void
trace_command (cairo_t *cr, char command, const double *n)
{
  double x = 0;
  double y = 0;

  if (cairo_has_current_point (cr))
    cairo_get_current_point (cr, &x, &y);
  switch (command)
    {
    case 'M':
      cairo_move_to (cr, n[0], n[1]);
      break;
    case 'L':
      cairo_line_to (cr, n[0], n[1]);
      break;
    case 'H':
      cairo_line_to (cr, n[0], y);
      break;
    case 'V':
      cairo_line_to (cr, x, n[0]);
      break;
    case 'C':
      cairo_curve_to (cr, n[0], n[1], n[2], n[3], n[4], n[5]);
      break;
    case 'Z':
      cairo_close_path (cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
trace_path (cairo_t *cr, const char *path)
{
  double numbers[6];

  cairo_new_path (cr);
  while (*path != '\0')
    {
      char command = *path++;

      path = read_numbers (path, count_numbers (command), numbers);
      trace_command (cr, command, numbers);
    }
}

/* The word on the bubble, in the units of the picture. */
static void
paint_word (cairo_t *cr, double size)
{
  KsType *type = ks_type_get ();
  KsStyle style = { KS_FAMILY_SANS, size * WORD_POINTS_PER_MM, TRUE, FALSE, 0 };
  double points = size * KS_POINTS_PER_MM;
  double width = ks_type_get_width (type, &style, WORD) * KS_POINTS_PER_MM;

  cairo_scale (cr, UNITS / points, UNITS / points);
  cairo_move_to (cr, (points - width) / 2, WORD_BASELINE / UNITS * points);
  ks_type_show (type, cr, &style, WORD, 0);
}

static void
paint_slash (cairo_t *cr, const char *path, double stroke)
{
  cairo_save (cr);
  trace_path (cr, path);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, HALO);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, stroke + SLASH_EXTRA);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * ks_picture_paint:
 * @picture: which pictogram
 * @cr: a context whose unit is the millimetre
 * @x: left
 * @y: top
 * @size: side of its square, in mm
 * @stroke: width of its lines, in 1/24 of @size
 */
void
ks_picture_paint (KsPicture picture, cairo_t *cr, double x, double y, double size, double stroke)
{
  const Paths *paths = &pictures[picture];

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / UNITS, size / UNITS);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, stroke);
  trace_path (cr, paths->strokes);
  cairo_stroke (cr);
  if (paths->fills != NULL)
    {
      trace_path (cr, paths->fills);
      cairo_fill (cr);
    }
  if (paths->slash != NULL)
    paint_slash (cr, paths->slash, stroke);
  if (paths->word)
    paint_word (cr, size);
  cairo_restore (cr);
}
