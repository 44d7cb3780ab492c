/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-xlsx-private.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-tables-error.h"

/* The one thing that must be held whole: cells name these texts in any order. */
#define MAX_TEXT ((gsize) 128 << 20)
#define MAX_TEXTS (16u << 20)

struct _KsXlsxStrings {
  GString *text;   /* one after the other, each with its NUL */
  GArray  *starts; /* guint32: where each begins, and where the next would */
};

typedef struct {
  KsXlsxStrings *strings;
  KsPackage     *package;
  KsXml         *xml;
  gboolean       in_text;
  guint          phonetic; /* depth within a reading aid, which is no part of the text */
} Reading;

/* "_x000D_" stands for a character that XML cannot hold. */
static gboolean
read_escape (const char *text, gsize length, gunichar *c)
{
  *c = 0;
  if (length < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return FALSE;
      *c = *c << 4 | (gunichar) digit;
    }
  return *c != 0 && g_unichar_validate (*c);
}

/**
 * ks_xlsx_decode:
 * @text: (array length=length) (inout): text of a cell
 * @length: number of bytes
 *
 * Puts characters in place of their escapes, "_x000D_" and the like.
 *
 * Returns: number of bytes left
 */
gsize
ks_xlsx_decode (char *text, gsize length)
{
  char *source = memchr (text, '_', length), *target = source;
  const char *end = text + length;
  gunichar c;

  if (source == NULL)
    return length;
  while (source < end)
    if (*source == '_' && read_escape (source, (gsize) (end - source), &c))
      {
        target += g_unichar_to_utf8 (c, target);
        source += 7;
      }
    else
      *target++ = *source++;
  return (gsize) (target - text);
}

static void
add_start (KsXlsxStrings *self)
{
  guint32 start = (guint32) self->text->len;

  g_array_append_val (self->starts, start);
}

static void
finish_text (Reading *reading)
{
  KsXlsxStrings *self = reading->strings;
  guint32 start = g_array_index (self->starts, guint32, self->starts->len - 1);
  gsize length = ks_xlsx_decode (self->text->str + start, self->text->len - start);

  g_string_truncate (self->text, start + length);
  g_string_append_c (self->text, '\0');
  add_start (self);
  if (self->text->len > MAX_TEXT || self->starts->len > MAX_TEXTS)
    ks_xml_fail (reading->xml,
                 g_error_new (KS_TABLES_ERROR, KS_TABLES_ERROR_LIMIT,
                              _("“%s” holds more text than fits into memory. Split it into "
                                "several files."),
                              ks_package_get_name (reading->package)));
}

static void
start_cb (gpointer data, const char *name, const char **attributes)
{
  Reading *reading = data;

  if (strcmp (name, "rPh") == 0)
    reading->phonetic++;
  reading->in_text = reading->phonetic == 0 && strcmp (name, "t") == 0;
}

static void
end_cb (gpointer data, const char *name)
{
  Reading *reading = data;

  reading->in_text = FALSE;
  if (strcmp (name, "rPh") == 0)
    reading->phonetic--;
  else if (strcmp (name, "si") == 0)
    finish_text (reading);
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  Reading *reading = data;

  if (reading->in_text && reading->strings->text->len <= MAX_TEXT)
    g_string_append_len (reading->strings->text, text, (gssize) length);
}

/**
 * ks_xlsx_strings_read:
 * @package: a package
 * @part: (nullable): name of the part with the texts; %NULL: there are none
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the texts
 */
KsXlsxStrings *
ks_xlsx_strings_read (KsPackage *package, const char *part, GError **error)
{
  static const KsXmlFuncs funcs = { start_cb, end_cb, text_cb };
  KsXlsxStrings *self = g_new0 (KsXlsxStrings, 1);
  Reading reading = { .strings = self, .package = package };
  gboolean ok = TRUE;

  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  add_start (self);
  if (part != NULL)
    {
      reading.xml = ks_xml_open (package, part, &funcs, &reading, error);
      ok = reading.xml != NULL && ks_xml_run (reading.xml, error);
      g_clear_pointer (&reading.xml, ks_xml_free);
    }
  if (ok)
    return self;
  ks_xlsx_strings_free (self);
  return NULL;
}

/**
 * ks_xlsx_strings_free:
 * @self: (transfer full): texts
 */
void
ks_xlsx_strings_free (KsXlsxStrings *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

/**
 * ks_xlsx_strings_get:
 * @self: texts
 * @index: number of one of them
 * @cell: (out caller-allocates): the text; it lives as long as @self
 *
 * Returns: %FALSE if there is no such text
 */
gboolean
ks_xlsx_strings_get (KsXlsxStrings *self, guint64 index, KsCell *cell)
{
  const guint32 *starts = (const guint32 *) (void *) self->starts->data;

  if (index + 1 >= self->starts->len)
    return FALSE;
  cell->text = self->text->str + starts[index];
  cell->length = starts[index + 1] - starts[index] - 1;
  return TRUE;
}
