/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-remind-template.h"

#include <string.h>

/* "(12/34) " before a part. */
#define NUMBER_ROOM 10

/* Messengers count as Java and JavaScript do: a sign beyond the first 65,536 is two. */
static guint
count_character (const char *p)
{
  return g_utf8_get_char (p) > 0xFFFF ? 2 : 1;
}

/* Whether @text has more than @room characters; a long one is not read to its end. */
static gboolean
exceeds (const char *text, guint room)
{
  guint n = 0;

  for (const char *p = text; *p != '\0' && n <= room; p = g_utf8_next_char (p))
    n += count_character (p);
  return n > room;
}

/* How well a text is cut before @p: behind a line or a sentence, behind a unit of a list, behind
 * anything with a blank; else between letters, never before a mark that belongs to one. */
static guint
judge_cut (const char *text, const char *p)
{
  if (p[-1] == '\n')
    return 5;
  if (p[-1] == ' ')
    {
      if (p - text >= 2 && strchr (".!?", p[-2]) != NULL)
        return 4;
      if ((p - text >= 3 && g_str_has_prefix (p - 3, "), ")) || (p - text >= 2 && p[-2] == ';'))
        return 3;
      return p - text >= 2 && p[-2] == ',' ? 2 : 1;
    }
  return 0;
}

/* Returns: where the next part begins: as late as can be, but rather up to half a part earlier
 * where the text is cut better */
static const char *
find_cut (const char *text, guint room)
{
  const char *best = NULL;
  const char *p;
  guint best_rank = 0, n = 0;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint rank = p > text ? judge_cut (text, p) : 0;

      if (n > room)
        break;
      if (p > text && rank == 0 && g_unichar_ismark (g_utf8_get_char (p)))
        rank = G_MAXUINT;
      if (p > text && rank != G_MAXUINT && (rank >= best_rank || best == NULL || n < room / 2))
        {
          best = p;
          best_rank = rank;
        }
      n += count_character (p);
    }
  return best != NULL ? best : p;
}

static GPtrArray *
cut (const char *text, guint room)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  while (exceeds (text, room))
    {
      const char *next = find_cut (text, room);

      g_ptr_array_add (parts, g_strchomp (g_strndup (text, (gsize) (next - text))));
      text = next + strspn (next, " \n");
    }
  if (*text != '\0' || parts->len == 0)
    g_ptr_array_add (parts, g_strdup (text));
  return parts;
}

/**
 * ks_remind_split:
 * @text: a text
 * @head: (nullable): what stands before each part
 * @max: how many characters a part may have
 *
 * Returns: (transfer full) (array zero-terminated=1): the parts, numbered "(1/2)" if there are
 *   several
 */
char **
ks_remind_split (const char *text, const char *head, guint max)
{
  guint n_head = head != NULL ? (guint) g_utf8_strlen (head, -1) : 0;
  g_autoptr (GPtrArray) parts = NULL;
  char **result;

  g_return_val_if_fail (max > n_head + 2 * NUMBER_ROOM, NULL);

  parts = cut (text, max - n_head);
  if (parts->len > 1)
    {
      g_ptr_array_unref (parts);
      parts = cut (text, max - n_head - NUMBER_ROOM);
    }
  result = g_new0 (char *, parts->len + 1);
  for (guint i = 0; i < parts->len; i++)
    result[i] = parts->len == 1
                    ? g_strconcat (head != NULL ? head : "", parts->pdata[0], NULL)
                    : g_strdup_printf ("(%u/%u) %s%s", i + 1, parts->len,
                                       head != NULL ? head : "", (char *) parts->pdata[i]);
  return result;
}
