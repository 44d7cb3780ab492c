/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-plain-zip-private.h"

#include <string.h>

/* Version 2.0 made and needs it; names are UTF-8; the first day that ZIP knows. */
#define VERSION 20
#define FLAGS 0x0800
#define FIRST_DAY 0x0021

#define POLYNOMIAL 0xedb88320u

static void
fill_table (guint32 table[256])
{
  for (guint32 i = 0; i < 256; i++)
    {
      guint32 value = i;

      for (guint bit = 0; bit < 8; bit++)
        value = value & 1 ? value >> 1 ^ POLYNOMIAL : value >> 1;
      table[i] = value;
    }
}

/**
 * ks_zip_crc:
 * @data: (array length=length): bytes
 * @length: how many
 *
 * Returns: their CRC-32 as ZIP archives bear it
 */
guint32
ks_zip_crc (const guint8 *data, gsize length)
{
  static guint32 table[256];
  static gsize filled = 0;
  guint32 crc = 0xffffffffu;

  if (g_once_init_enter (&filled))
    {
      fill_table (table);
      g_once_init_leave (&filled, 1);
    }
  for (gsize i = 0; i < length; i++)
    crc = crc >> 8 ^ table[(crc ^ data[i]) & 0xff];
  return crc ^ 0xffffffffu;
}

/**
 * ks_zip_entry_clear:
 * @self: an entry
 *
 * Frees what it holds.
 */
void
ks_zip_entry_clear (KsZipEntry *self)
{
  g_clear_pointer (&self->name, g_free);
}

static void
append_16 (GByteArray *bytes, guint value)
{
  guint16 little = GUINT16_TO_LE ((guint16)value);

  g_byte_array_append (bytes, (const guint8 *)&little, sizeof little);
}

static void
append_32 (GByteArray *bytes, guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *)&little, sizeof little);
}

/* What a local record and one of the directory share. */
static void
append_facts (GByteArray *bytes, const KsZipEntry *entry)
{
  append_16 (bytes, VERSION);
  append_16 (bytes, FLAGS);
  append_16 (bytes, 0); /* as it is */
  append_16 (bytes, 0); /* 00:00:00 */
  append_16 (bytes, FIRST_DAY);
  append_32 (bytes, entry->crc);
  append_32 (bytes, entry->size);
  append_32 (bytes, entry->size);
  append_16 (bytes, (guint)strlen (entry->name));
  append_16 (bytes, 0); /* nothing more */
}

static void
append_name (GByteArray *bytes, const KsZipEntry *entry)
{
  g_byte_array_append (bytes, (const guint8 *)entry->name, (guint)strlen (entry->name));
}

/**
 * ks_zip_append_local:
 * @bytes: takes the record
 * @entry: a part
 *
 * Adds what stands before the bytes of a part.
 */
void
ks_zip_append_local (GByteArray *bytes, const KsZipEntry *entry)
{
  append_32 (bytes, 0x04034b50);
  append_facts (bytes, entry);
  append_name (bytes, entry);
}

/**
 * ks_zip_append_directory:
 * @bytes: takes the records
 * @entries: (element-type KsZipEntry): all parts
 * @at: where the directory begins
 *
 * Adds what stands behind all parts.
 */
void
ks_zip_append_directory (GByteArray *bytes, GArray *entries, guint32 at)
{
  guint before = bytes->len;
  guint32 length;

  for (guint i = 0; i < entries->len; i++)
    {
      const KsZipEntry *entry = &g_array_index (entries, KsZipEntry, i);

      append_32 (bytes, 0x02014b50);
      append_16 (bytes, VERSION);
      append_facts (bytes, entry);
      append_16 (bytes, 0); /* no comment */
      append_16 (bytes, 0); /* the only disk */
      append_16 (bytes, 0);
      append_32 (bytes, 0);
      append_32 (bytes, entry->at);
      append_name (bytes, entry);
    }
  length = bytes->len - before;
  append_32 (bytes, 0x06054b50);
  append_16 (bytes, 0);
  append_16 (bytes, 0);
  append_16 (bytes, entries->len);
  append_16 (bytes, entries->len);
  append_32 (bytes, length);
  append_32 (bytes, at);
  append_16 (bytes, 0);
}
