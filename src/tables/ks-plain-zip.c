/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-plain-zip-private.h"

#include <string.h>

#define MAX_NAME 200

/* Where the facts of a local record stand. */
#define AT_FLAGS 6
#define AT_METHOD 8
#define AT_CRC 14
#define AT_PACKED 18
#define AT_SIZE 22
#define AT_NAME 26
#define AT_EXTRA 28

typedef struct
{
  KsPlainZip *zip;
  GBytes *bytes;
  const guint8 *data;
  gsize length;
  GHashTable *names;
  GArray *entries; /* of KsZipEntry */
  gsize at;
} Walk;

static void
free_part (gpointer data)
{
  KsPlainZipPart *part = data;

  g_free (part->name);
  g_bytes_unref (part->content);
  g_free (part);
}

static void
free_fault (gpointer data)
{
  g_free (((KsPlainZipFault *)data)->part);
  g_free (data);
}

/**
 * ks_plain_zip_free:
 * @self: (nullable): what was read
 *
 * Frees it.
 */
void
ks_plain_zip_free (KsPlainZip *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->faults);
  g_free (self);
}

/**
 * ks_plain_zip_is_name:
 * @name: name of a part
 *
 * Returns: whether it is one: letters and digits of ASCII, "-", "_" and ".", folders parted by "/",
 *   and none of these begins with a dot
 */
gboolean
ks_plain_zip_is_name (const char *name)
{
  gboolean begins = TRUE;

  for (const char *at = name; *at != '\0'; at++)
    {
      if (!g_ascii_isalnum (*at) && (begins || strchr ("-_./", *at) == NULL))
        return FALSE;
      begins = *at == '/';
    }
  return !begins && strlen (name) <= MAX_NAME;
}

static gboolean
note (Walk *self, KsPlainZipFaultKind kind, const char *part, gsize at)
{
  KsPlainZipFault *fault = g_new (KsPlainZipFault, 1);

  *fault = (KsPlainZipFault){ kind, g_strdup (part != NULL ? part : ""), at };
  g_ptr_array_add (self->zip->faults, fault);
  return FALSE;
}

static guint32
read_16 (const guint8 *at)
{
  return at[0] | (guint32)at[1] << 8;
}

static guint32
read_32 (const guint8 *at)
{
  return read_16 (at) | read_16 (at + 2) << 16;
}

static gboolean
begins_part (const Walk *self)
{
  return self->length - self->at >= 4 && memcmp (self->data + self->at, "PK\3\4", 4) == 0;
}

static char *
read_name (const Walk *self, gsize length)
{
  return g_strndup ((const char *)self->data + self->at + KS_ZIP_LOCAL_LENGTH, length);
}

/* Notes the first byte of a record that is another than it must be. */
static void
compare (
    Walk *self, const GByteArray *expected, gsize at, KsPlainZipFaultKind kind, const char *part)
{
  gsize n = MIN (expected->len, self->length - at);
  gsize i = 0;

  while (i < n && expected->data[i] == self->data[at + i])
    i++;
  if (i < expected->len)
    note (self, kind, part, at + i);
}

static gboolean
check_name (Walk *self, const char *name)
{
  if (!ks_plain_zip_is_name (name))
    {
      g_autofree char *shown = g_utf8_make_valid (name, -1);

      return note (self, KS_PLAIN_ZIP_NAME, shown, self->at);
    }
  if (g_hash_table_contains (self->names, name))
    return note (self, KS_PLAIN_ZIP_TWICE, name, self->at);
  return TRUE;
}

static void
add_part (Walk *self, KsZipEntry *entry, gsize content)
{
  KsPlainZipPart *part = g_new (KsPlainZipPart, 1);
  g_autoptr (GByteArray) record = g_byte_array_new ();

  *part = (KsPlainZipPart){ g_strdup (entry->name),
                            g_bytes_new_from_bytes (self->bytes, content, entry->size) };
  g_ptr_array_add (self->zip->parts, part);
  g_hash_table_add (self->names, part->name);
  if (ks_zip_crc (self->data + content, entry->size) != entry->crc)
    note (self, KS_PLAIN_ZIP_CONTENT, entry->name, content);
  ks_zip_append_local (record, entry);
  compare (self, record, self->at, KS_PLAIN_ZIP_HEADER, entry->name);
  self->at = content + entry->size;
}

/* Returns whether another part may follow: where sizes do not agree nobody knows where it begins.
 */
static gboolean
read_part (Walk *self)
{
  const guint8 *record = self->data + self->at;
  gsize left = self->length - self->at;
  g_autofree char *name = NULL;
  KsZipEntry entry = { 0 };
  guint32 name_length;

  if (left < KS_ZIP_LOCAL_LENGTH || left - KS_ZIP_LOCAL_LENGTH < read_16 (record + AT_NAME))
    return note (self, KS_PLAIN_ZIP_CUT, NULL, self->length);
  name_length = read_16 (record + AT_NAME);
  name = read_name (self, name_length);
  entry = (KsZipEntry){ name, read_32 (record + AT_CRC), read_32 (record + AT_SIZE),
                        (guint32)self->at };
  if (!check_name (self, name))
    return FALSE;
  if ((read_16 (record + AT_FLAGS) & 1) != 0 || read_16 (record + AT_METHOD) != 0)
    return note (self, KS_PLAIN_ZIP_PACKED, name, self->at);
  if (read_32 (record + AT_PACKED) != entry.size || read_16 (record + AT_EXTRA) != 0)
    return note (self, KS_PLAIN_ZIP_HEADER, name, self->at);
  if (left - KS_ZIP_LOCAL_LENGTH - name_length < entry.size)
    return note (self, KS_PLAIN_ZIP_CUT, name, self->length);
  entry.name = g_strdup (name);
  g_array_append_val (self->entries, entry);
  add_part (self, &entry, self->at + KS_ZIP_LOCAL_LENGTH + name_length);
  return self->entries->len < KS_PLAIN_ZIP_MAX_PARTS
         || note (self, KS_PLAIN_ZIP_MANY, NULL, self->at);
}

static void
read_end (Walk *self)
{
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  guint n_before = self->zip->faults->len;

  ks_zip_append_directory (directory, self->entries, (guint32)self->at);
  compare (self, directory, self->at, KS_PLAIN_ZIP_DIRECTORY, NULL);
  if (self->zip->faults->len == n_before && self->length - self->at > directory->len)
    note (self, KS_PLAIN_ZIP_DIRECTORY, NULL, self->at + directory->len);
}

/**
 * ks_plain_zip_read:
 * @bytes: what claims to be a plain ZIP archive
 *
 * Reads the parts and compares every byte around them with what would have been written. Nothing is
 * unpacked: what comes out is never more than what is there. Where a record tells no more where the
 * next part begins, the parts before it are told.
 *
 * Returns: (transfer full): its parts, and what is not as it was written
 */
KsPlainZip *
ks_plain_zip_read (GBytes *bytes)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) entries = g_array_new (FALSE, TRUE, sizeof (KsZipEntry));
  KsPlainZip *zip = g_new0 (KsPlainZip, 1);
  Walk walk = { .zip = zip, .bytes = bytes, .names = names, .entries = entries };
  gboolean more = TRUE;

  g_array_set_clear_func (entries, (GDestroyNotify)ks_zip_entry_clear);
  zip->parts = g_ptr_array_new_with_free_func (free_part);
  zip->faults = g_ptr_array_new_with_free_func (free_fault);
  walk.data = g_bytes_get_data (bytes, &walk.length);
  if (!begins_part (&walk) || walk.length > G_MAXUINT32)
    {
      note (&walk, KS_PLAIN_ZIP_NOT_ONE, NULL, 0);
      return zip;
    }
  while (more && begins_part (&walk))
    more = read_part (&walk);
  if (more)
    read_end (&walk);
  return zip;
}

/**
 * ks_plain_zip_lookup:
 * @self: what was read
 * @name: name of a part
 *
 * Returns: (transfer none) (nullable): what it holds; %NULL: there is none
 */
GBytes *
ks_plain_zip_lookup (const KsPlainZip *self, const char *name)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const KsPlainZipPart *part = self->parts->pdata[i];

      if (g_str_equal (part->name, name))
        return part->content;
    }
  return NULL;
}
