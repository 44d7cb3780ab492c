/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-lines.h"

#include <string.h>

#define THINNEST 0.15  /* of an em: no more letters than with it are tried in a line */
#define LONG_WORD 400  /* bytes: wider than any line, and slow to shape */
#define END_MARK "./." /* of a paper: stands beside its last word */

typedef struct
{
  const KsStyle *style;
  const char *text;
  GArray *lines;
  gsize from; /* of the line that is filled */
  gsize to;
  double used;
  double room;
  double width; /* of lines to come */
  double blank;
} Breaking;

/**
 * ks_lines_measure:
 * @style: how it is set
 * @text: a text
 * @from: first byte
 * @to: byte behind the last one
 *
 * Returns: the width of a part of @text, in mm
 */
double
ks_lines_measure (const KsStyle *style, const char *text, gsize from, gsize to)
{
  g_autofree char *part = g_strndup (text + from, to - from);

  return to > from ? ks_type_get_width (ks_type_get (), style, part) : 0;
}

static void
end_line (Breaking *breaking, gboolean last, gsize next)
{
  KsLine line = { breaking->from, breaking->to, last };

  g_array_append_val (breaking->lines, line);
  breaking->from = breaking->to = next;
  breaking->used = 0;
  breaking->room = breaking->width;
}

/* How much of a word has room in a line of its own: at least a letter. */
static gsize
fit_letters (const Breaking *breaking, gsize from, gsize to)
{
  const char *start = breaking->text + from;
  double thinnest = breaking->style->size * KS_MM_PER_POINT * THINNEST;
  glong most
      = MIN (g_utf8_strlen (start, (gssize)(to - from)), (glong)(breaking->room / thinnest) + 1);
  glong least = 1;

  while (least < most)
    {
      glong middle = (least + most + 1) / 2;
      gsize end = from + (gsize)(g_utf8_offset_to_pointer (start, middle) - start);

      if (ks_lines_measure (breaking->style, breaking->text, from, end) <= breaking->room)
        least = middle;
      else
        most = middle - 1;
    }
  return from + (gsize)(g_utf8_offset_to_pointer (start, least) - start);
}

static double
measure_word (const Breaking *breaking, gsize from, gsize to)
{
  return to - from > LONG_WORD ? G_MAXDOUBLE
                               : ks_lines_measure (breaking->style, breaking->text, from, to);
}

static void
add_word (Breaking *breaking, gsize from, gsize to)
{
  double wide = measure_word (breaking, from, to);

  if (breaking->to > breaking->from && breaking->used + breaking->blank + wide > breaking->room)
    end_line (breaking, FALSE, from);
  while (breaking->to == breaking->from && wide > breaking->room)
    {
      breaking->from = from;
      breaking->to = fit_letters (breaking, from, to);
      if (breaking->to >= to)
        break;
      from = breaking->to;
      end_line (breaking, FALSE, from);
      wide = measure_word (breaking, from, to);
    }
  breaking->used += wide + (breaking->to > breaking->from ? breaking->blank : 0);
  breaking->to = to;
}

/* A word ends at a blank, unless the mark of the end of the paper follows. */
static gsize
find_word_end (const char *text, gsize from)
{
  gsize end = from + strcspn (text + from, " \n");

  if (text[end] == ' ' && g_str_has_prefix (text + end + 1, END_MARK))
    return end + 1 + strlen (END_MARK);
  return end;
}

/**
 * ks_lines_break:
 * @style: how the text is set
 * @text: what it says; a line feed ends a line
 * @indent: how much less room the first line has, in mm
 * @width: of a line, in mm
 *
 * Breaks a text at blanks; a word wider than a line is broken where the line is full.
 *
 * Returns: (transfer full) (element-type KsLine): at least one line
 */
GArray *
ks_lines_break (const KsStyle *style, const char *text, double indent, double width)
{
  Breaking breaking = { .style = style, .text = text, .room = width - indent, .width = width };
  gsize at = 0;

  breaking.lines = g_array_new (FALSE, FALSE, sizeof (KsLine));
  breaking.blank = ks_type_get_width (ks_type_get (), style, " ");
  while (text[at] != '\0')
    if (text[at] == '\n')
      end_line (&breaking, TRUE, ++at);
    else if (text[at] == ' ')
      at++;
    else
      {
        gsize end = find_word_end (text, at);

        if (breaking.to == breaking.from)
          breaking.from = breaking.to = at;
        add_word (&breaking, at, end);
        at = end;
      }
  end_line (&breaking, TRUE, at);
  return breaking.lines;
}
