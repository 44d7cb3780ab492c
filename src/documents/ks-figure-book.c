/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-figure-book.h"

#include <string.h>

#include "ks-number.h"

struct _KsFigureBook
{
  GHashTable *figures; /* of KsFigure, by id */
  GStringChunk *texts;
};

/**
 * ks_figure_book_new:
 *
 * Returns: (transfer full): a book without figures
 */
KsFigureBook *
ks_figure_book_new (void)
{
  KsFigureBook *self = g_atomic_rc_box_new0 (KsFigureBook);

  self->figures = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->texts = g_string_chunk_new (4096);
  return self;
}

/**
 * ks_figure_book_ref:
 * @self: a book
 *
 * Returns: (transfer full): @self
 */
KsFigureBook *
ks_figure_book_ref (KsFigureBook *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_book (gpointer data)
{
  KsFigureBook *self = data;

  g_hash_table_unref (self->figures);
  g_string_chunk_free (self->texts);
}

/**
 * ks_figure_book_unref:
 * @self: (transfer full): a book
 */
void
ks_figure_book_unref (KsFigureBook *self)
{
  g_atomic_rc_box_release_full (self, clear_book);
}

static gboolean
is_id (const char *id)
{
  for (const char *p = id; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p) || *p == '{' || *p == '}' || *p == '=')
      return FALSE;
  return *id != '\0';
}

/* Two papers may both need a figure; it must be the same one. */
static void
add (KsFigureBook *self,
     const char *id,
     KsFigureFormat format,
     guint decimals,
     double value,
     const char *text,
     const char *account)
{
  const KsFigure *known = g_hash_table_lookup (self->figures, id);
  KsFigure *figure;

  g_return_if_fail (is_id (id) && account != NULL && *account != '\0');

  if (known != NULL)
    {
      if (known->format != format || !g_str_equal (known->text, text))
        g_critical ("The figure %s is %s already and cannot be %s", id, known->text, text);
      return;
    }
  figure = g_new0 (KsFigure, 1);
  figure->id = g_string_chunk_insert (self->texts, id);
  figure->format = format;
  figure->decimals = decimals;
  figure->value = value;
  figure->text = g_string_chunk_insert_const (self->texts, text);
  figure->account = g_string_chunk_insert_const (self->texts, account);
  g_hash_table_insert (self->figures, (gpointer)figure->id, figure);
}

/**
 * ks_figure_book_add_count:
 * @self: a book
 * @id: a path in ASCII, without braces and blanks
 * @count: a whole number
 * @account: Vietnamese sentences, a line each; never empty
 *
 * Adds a figure that is printed with points between thousands: 4.466. To add an id twice is fine
 * as long as it says the same.
 */
void
ks_figure_book_add_count (KsFigureBook *self, const char *id, gint64 count, const char *account)
{
  g_autofree char *text = ks_format_count (count);

  add (self, id, KS_FIGURE_COUNT, 0, (double)count, text, account);
}

/**
 * ks_figure_book_add_share:
 * @self: a book
 * @id: a path in ASCII
 * @part: a count
 * @whole: what it is a part of
 * @account: Vietnamese sentences, a line each
 *
 * Adds a share that is printed in per cent, closed, with two decimals, rounded half up: 97,35%. Of
 * nothing there is no share, but a dash.
 */
void
ks_figure_book_add_share (
    KsFigureBook *self, const char *id, gint64 part, gint64 whole, const char *account)
{
  g_autofree char *text = ks_format_percent (part, whole);

  if (whole == 0)
    add (self, id, KS_FIGURE_WORDS, 0, 0, text, account);
  else
    add (self, id, KS_FIGURE_SHARE, 2, (double)part / (double)whole, text, account);
}

/**
 * ks_figure_book_add_percent:
 * @self: a book
 * @id: a path in ASCII
 * @hundredths: of a per cent: 8851 is 88,51%
 * @account: Vietnamese sentences, a line each
 *
 * Adds a share that is rounded already: those of the levels of one row, which add up to 100,00%.
 */
void
ks_figure_book_add_percent (KsFigureBook *self,
                            const char *id,
                            gint64 hundredths,
                            const char *account)
{
  g_autofree char *text = ks_format_percent (hundredths, 10000);

  add (self, id, KS_FIGURE_SHARE, 2, (double)hundredths / 10000, text, account);
}

/**
 * ks_figure_book_add_decimal:
 * @self: a book
 * @id: a path in ASCII
 * @value: a number
 * @decimals: digits behind the comma, up to 9
 * @account: Vietnamese sentences, a line each
 */
void
ks_figure_book_add_decimal (
    KsFigureBook *self, const char *id, double value, guint decimals, const char *account)
{
  g_autofree char *text = ks_format_decimal (value, decimals);

  add (self, id, KS_FIGURE_DECIMAL, decimals, value, text, account);
}

/**
 * ks_figure_book_add_words:
 * @self: a book
 * @id: a path in ASCII
 * @text: as it is printed: "62,96% – 88,89%", "đang đối chiếu"
 * @account: Vietnamese sentences, a line each
 */
void
ks_figure_book_add_words (KsFigureBook *self, const char *id, const char *text, const char *account)
{
  add (self, id, KS_FIGURE_WORDS, 0, 0, text, account);
}

/**
 * ks_figure_book_lookup:
 * @self: a book
 * @id: of a figure
 *
 * Returns: (transfer none) (nullable): the figure
 */
const KsFigure *
ks_figure_book_lookup (KsFigureBook *self, const char *id)
{
  return g_hash_table_lookup (self->figures, id);
}

/**
 * ks_figure_book_get_size:
 * @self: a book
 *
 * Returns: how many figures it has
 */
guint
ks_figure_book_get_size (KsFigureBook *self)
{
  return g_hash_table_size (self->figures);
}
