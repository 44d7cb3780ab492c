/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-pdf-pack.h"

#include <string.h>

/* Cairo 1.16 writes what is no stream (pages, their resources, fonts, bookmarks) as plain text,
 * and a table of 20 bytes for every object: a quarter of a list of codes. Since PDF 1.5 both may be
 * compressed (ISO 32000-1, 7.5.7 and 7.5.8); later versions of cairo do it by themselves. */

#define TABLE_START "xref\n0 "
#define TABLE_ROW 20
#define LONGEST_END 64
#define OBJECT_END "endobj\n"
#define STREAM_START ">>\nstream\n"
#define LENGTH "/Length "
#define COMPRESSION_LEVEL 6

/* Kinds of entries in a cross-reference stream, and the bytes of their three fields. */
enum { ENTRY_FREE, ENTRY_PLAIN, ENTRY_PACKED };
#define ENTRY_WIDTHS "[1 4 3]"

/* An object of the file that is packed: what stands between "obj" and "endobj". */
typedef struct {
  const char *body;   /* NULL: there is no such object, or it is dropped */
  gsize       size;
  gsize       stream; /* where its stream begins in the body; 0: none */
} Object;

typedef struct {
  const char *data;
  gsize       size;
  gsize       table;    /* where the table of objects begins */
  GArray     *objects;  /* Object, by number */
  GByteArray *out;
  GByteArray *entries;  /* of the new table */
} Packer;

static const char *
find_bytes (const char *data, gsize size, const char *wanted)
{
  gsize length = strlen (wanted);

  for (const char *p = data; size >= length && p <= data + size - length; p++)
    {
      p = memchr (p, wanted[0], (gsize) (data + size - length - p) + 1);
      if (p == NULL || memcmp (p, wanted, length) == 0)
        return p;
    }
  return NULL;
}

static gboolean
stands_at (const Packer *self, gsize offset, const char *text)
{
  gsize length = strlen (text);

  return offset <= self->size && self->size - offset >= length
         && memcmp (self->data + offset, text, length) == 0;
}

/* Reads a number that stands at an offset; *end (optional) is set behind it. */
static gsize
read_number (const Packer *self, gsize offset, gsize *end)
{
  gsize number = 0;

  for (; offset < self->size && g_ascii_isdigit (self->data[offset]); offset++)
    number = number * 10 + (gsize) (self->data[offset] - '0');
  if (end != NULL)
    *end = offset;
  return number;
}

static gboolean
find_table (Packer *self)
{
  gsize room = MIN (self->size, LONGEST_END);
  const char *start = find_bytes (self->data + self->size - room, room, "startxref\n");

  if (start == NULL)
    return FALSE;
  self->table = read_number (self, (gsize) (start - self->data) + strlen ("startxref\n"), NULL);
  return stands_at (self, self->table, TABLE_START);
}

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  gsize left = *(const gsize *) a;
  gsize right = *(const gsize *) b;

  return (left > right) - (left < right);
}

/* Where every object begins, by number; 0: it was never written. */
static GArray *
read_table (const Packer *self)
{
  GArray *offsets = g_array_new (FALSE, TRUE, sizeof (gsize));
  gsize row;
  gsize n = read_number (self, self->table + strlen (TABLE_START), &row);

  if (n > self->size / TABLE_ROW || row + 1 + n * TABLE_ROW > self->size)
    return offsets;
  g_array_set_size (offsets, (guint) n);
  for (guint i = 1; i < n; i++)
    g_array_index (offsets, gsize, i) = read_number (self, row + 1 + i * TABLE_ROW, NULL);
  return offsets;
}

/* An object ends where the next one begins. */
static gboolean
read_object (Packer *self, guint number, gsize offset, gsize end)
{
  Object *object = &g_array_index (self->objects, Object, number);
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n", number);
  const char *stream;

  if (end > self->size || end - offset < strlen (head) + strlen (OBJECT_END)
      || !stands_at (self, offset, head)
      || !stands_at (self, end - strlen (OBJECT_END), OBJECT_END))
    return FALSE;
  object->body = self->data + offset + strlen (head);
  object->size = end - offset - strlen (head) - strlen (OBJECT_END);
  stream = find_bytes (object->body, object->size, STREAM_START);
  if (stream != NULL)
    object->stream = (gsize) (stream - object->body);
  return TRUE;
}

static gboolean
read_objects (Packer *self)
{
  g_autoptr (GArray) offsets = read_table (self);
  g_autoptr (GArray) sorted = g_array_copy (offsets);

  g_array_set_size (self->objects, offsets->len);
  g_array_append_val (sorted, self->table);
  g_array_sort (sorted, compare_offsets);
  for (guint i = 0; i < offsets->len; i++)
    {
      gsize offset = g_array_index (offsets, gsize, i);
      guint place;

      if (offset == 0)
        continue;
      if (!g_array_binary_search (sorted, &offset, compare_offsets, &place)
          || place + 1 >= sorted->len
          || !read_object (self, i, offset, g_array_index (sorted, gsize, place + 1)))
        return FALSE;
    }
  return offsets->len > 0;
}

/* The length of a stream is an object of its own, since cairo knows it only afterwards. Returns
 * where the reference ends in the dictionary, and takes the object out. */
static const char *
take_length (Packer *self, const char *reference, gsize *length)
{
  gsize end;
  gsize number = read_number (self, (gsize) (reference - self->data), &end);
  Object *object;

  *length = number;
  if (!stands_at (self, end, " 0 R") || number >= self->objects->len)
    return self->data + end;
  object = &g_array_index (self->objects, Object, number);
  if (object->body != NULL)
    *length = read_number (self, (gsize) (object->body - self->data) + strspn (object->body, " "),
                           NULL);
  object->body = NULL;
  return self->data + end + strlen (" 0 R");
}

static void
append_text (GByteArray *out, const char *text)
{
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
}

static void
append_entry (Packer *self, int kind, gsize place, gsize index)
{
  guint8 entry[] = { (guint8) kind,          (guint8) (place >> 24), (guint8) (place >> 16),
                     (guint8) (place >> 8),  (guint8) place,         (guint8) (index >> 16),
                     (guint8) (index >> 8),  (guint8) index };

  g_byte_array_append (self->entries, entry, sizeof entry);
}

/* What a reader takes for granted (ISO 32000-1, table 89): a word for each page of codes. */
static void
drop_defaults (GString *dictionary)
{
  g_string_replace (dictionary, "/Type /XObject", "", 1);
  g_string_replace (dictionary, "/Interpolate false", "", 1);
  if (strstr (dictionary->str, "/ImageMask true") != NULL)
    g_string_replace (dictionary, "/BitsPerComponent 1", "", 1);
}

/* The dictionary of a stream, without blanks and words that nobody needs. */
static char *
dup_dictionary (Packer *self, const Object *object)
{
  const char *reference = find_bytes (object->body, object->stream, LENGTH);
  GString *shorter = g_string_new_len (object->body, (gssize) object->stream);
  gsize length;

  if (reference != NULL)
    {
      const char *rest = take_length (self, reference + strlen (LENGTH), &length);

      g_string_truncate (shorter, (gsize) (reference - object->body));
      g_string_append_printf (shorter, LENGTH "%" G_GSIZE_FORMAT, length);
      g_string_append_len (shorter, rest, object->body + object->stream - rest);
    }
  g_string_replace (shorter, "\n   /", "/", 0);
  drop_defaults (shorter);
  return g_string_free (shorter, FALSE);
}

/* Writes a stream as it is under a shorter dictionary. */
static void
write_stream (Packer *self, guint number, const Object *object)
{
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n", number);
  g_autofree char *dictionary = dup_dictionary (self, object);

  append_text (self->out, head);
  append_text (self->out, dictionary);
  g_byte_array_append (self->out, (const guint8 *) object->body + object->stream,
                       (guint) (object->size - object->stream));
  append_text (self->out, OBJECT_END);
}

static GBytes *
compress (const void *data, gsize size)
{
  g_autoptr (GZlibCompressor) deflate
      = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, COMPRESSION_LEVEL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream
      = g_converter_output_stream_new (memory, G_CONVERTER (deflate));

  g_output_stream_write_all (stream, data, size, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* Writes a stream of ours. Returns where it begins. */
static gsize
write_compressed (Packer *self, guint number, const char *dictionary, const void *data, gsize size)
{
  g_autoptr (GBytes) packed = compress (data, size);
  g_autofree char *head
      = g_strdup_printf ("%u 0 obj\n<<%s/Filter/FlateDecode/Length %" G_GSIZE_FORMAT STREAM_START,
                         number, dictionary, g_bytes_get_size (packed));
  gsize offset = self->out->len;

  append_text (self->out, head);
  g_byte_array_append (self->out, g_bytes_get_data (packed, NULL),
                       (guint) g_bytes_get_size (packed));
  append_text (self->out, "\nendstream\n" OBJECT_END);
  return offset;
}

/* Streams first: they take the objects of their lengths out. */
static void
write_streams (Packer *self, gsize *offsets)
{
  for (guint i = 0; i < self->objects->len; i++)
    {
      const Object *object = &g_array_index (self->objects, Object, i);

      if (object->body == NULL || object->stream == 0)
        continue;
      offsets[i] = self->out->len;
      write_stream (self, i, object);
    }
}

/* All other objects go into one stream, under the number @number. */
static void
write_packed (Packer *self, guint number, const gsize *offsets)
{
  g_autoptr (GString) places = g_string_new (NULL);
  g_autoptr (GString) bodies = g_string_new (NULL);
  g_autofree char *dictionary = NULL;
  guint n = 0;
  gsize offset;

  for (guint i = 0; i < self->objects->len; i++)
    {
      const Object *object = &g_array_index (self->objects, Object, i);

      if (object->body != NULL && object->stream == 0)
        {
          append_entry (self, ENTRY_PACKED, number, n++);
          g_string_append_printf (places, "%u %" G_GSIZE_FORMAT " ", i, bodies->len);
          g_string_append_len (bodies, object->body, (gssize) object->size);
        }
      else
        append_entry (self, offsets[i] > 0 ? ENTRY_PLAIN : ENTRY_FREE, offsets[i], 0);
    }
  dictionary = g_strdup_printf ("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, n, places->len);
  g_string_append_len (places, bodies->str, (gssize) bodies->len);
  offset = write_compressed (self, number, dictionary, places->str, places->len);
  append_entry (self, ENTRY_PLAIN, offset, 0);
}

/* "/Root 7 0 R" of the trailer. */
static char *
dup_reference (const Packer *self, const char *name)
{
  const char *found = find_bytes (self->data + self->table, self->size - self->table, name);

  if (found == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%s%" G_GSIZE_FORMAT " 0 R", name,
                          read_number (self, (gsize) (found - self->data) + strlen (name), NULL));
}

static void
write_table (Packer *self, guint number)
{
  g_autofree char *root = dup_reference (self, "/Root ");
  g_autofree char *info = dup_reference (self, "/Info ");
  g_autofree char *dictionary = g_strdup_printf (
      "/Type/XRef/Size %u/W" ENTRY_WIDTHS "%s%s", number + 1, root, info);
  g_autofree char *end = g_strdup_printf ("startxref\n%u\n%%%%EOF\n", self->out->len);

  append_entry (self, ENTRY_PLAIN, self->out->len, 0);
  write_compressed (self, number, dictionary, self->entries->data, self->entries->len);
  append_text (self->out, end);
}

static gsize
find_first (const Packer *self)
{
  const char *first = find_bytes (self->data, self->size, " 0 obj\n");

  while (first > self->data && first[-1] != '\n')
    first--;
  return (gsize) (first - self->data);
}

static void
write_all (Packer *self)
{
  guint n = self->objects->len;
  g_autofree gsize *offsets = g_new0 (gsize, n);

  g_byte_array_append (self->out, (const guint8 *) self->data, (guint) find_first (self));
  write_streams (self, offsets);
  write_packed (self, n, offsets);
  write_table (self, n + 1);
}

/**
 * ks_pdf_pack:
 * @pdf: a whole PDF as cairo wrote it
 *
 * Makes a PDF smaller without changing what it says: its objects are compressed, its streams stay
 * as they are. The same bytes give the same bytes.
 *
 * Returns: (transfer full): the smaller PDF; @pdf itself if it is not laid out as cairo 1.16 does
 */
GBytes *
ks_pdf_pack (GBytes *pdf)
{
  Packer self = { 0 };
  GBytes *packed;

  g_return_val_if_fail (pdf != NULL, NULL);

  self.data = g_bytes_get_data (pdf, &self.size);
  self.objects = g_array_new (FALSE, TRUE, sizeof (Object));
  self.out = g_byte_array_new ();
  self.entries = g_byte_array_new ();
  if (self.size > 0 && self.size < G_MAXUINT32 / 2 && find_table (&self) && read_objects (&self))
    {
      write_all (&self);
      packed = g_byte_array_free_to_bytes (self.out);
    }
  else
    {
      g_byte_array_unref (self.out);
      packed = g_bytes_ref (pdf);
    }
  g_array_unref (self.objects);
  g_byte_array_unref (self.entries);
  return packed;
}
