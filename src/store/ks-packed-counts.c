/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-packed-counts.h"

#include <string.h>

/* Numbers of seven bits to a byte, the lowest first, all bytes but the last with the eighth bit set.
 * A zero is followed by how many zeros stand there. */

#define BITS 7
#define MORE 0x80
#define MAX_BYTES 5

static void
write_number (GByteArray *bytes, guint32 number)
{
  guint8 packed[MAX_BYTES];
  guint n = 0;

  do
    {
      packed[n] = (guint8)(number & (MORE - 1));
      number >>= BITS;
      packed[n++] |= number > 0 ? MORE : 0;
    }
  while (number > 0);
  g_byte_array_append (bytes, packed, n);
}

/**
 * ks_packed_counts_write:
 * @bytes: takes the packed counts, behind what it holds
 * @counts: (array length=n_counts): counts
 * @n_counts: how many
 *
 * Packs counts.
 */
void
ks_packed_counts_write (GByteArray *bytes, const gint32 *counts, guint n_counts)
{
  for (guint i = 0; i < n_counts;)
    {
      guint n_zeros = 0;

      while (i + n_zeros < n_counts && counts[i + n_zeros] == 0)
        n_zeros++;
      write_number (bytes, n_zeros > 0 ? 0 : (guint32)counts[i]);
      if (n_zeros > 0)
        write_number (bytes, n_zeros);
      i += MAX (n_zeros, 1);
    }
}

static gboolean
read_number (const guint8 **at, const guint8 *end, guint32 *number)
{
  guint64 read = 0;

  for (guint i = 0; i < MAX_BYTES && *at < end; i++)
    {
      guint8 byte = *(*at)++;

      read |= (guint64)(byte & (MORE - 1)) << (i * BITS);
      if ((byte & MORE) != 0)
        continue;
      *number = (guint32)read;
      return read <= G_MAXUINT32;
    }
  return FALSE;
}

/**
 * ks_packed_counts_read:
 * @bytes: (array length=length): packed counts
 * @length: how many bytes
 * @counts: (out caller-allocates) (array length=n_counts): the counts; zeros where it fails
 * @n_counts: how many there must be
 *
 * Returns: %FALSE if these are not so many packed counts
 */
gboolean
ks_packed_counts_read (const guint8 *bytes, gsize length, gint32 *counts, guint n_counts)
{
  const guint8 *at = bytes;
  const guint8 *end = bytes + length;
  guint n_read = 0;

  memset (counts, 0, n_counts * sizeof *counts);
  while (n_read < n_counts)
    {
      guint32 number;
      guint32 n_zeros = 0;

      if (!read_number (&at, end, &number)
          || (number == 0
              && (!read_number (&at, end, &n_zeros) || n_zeros == 0 || n_zeros > n_counts - n_read)))
        break;
      if (number > 0)
        counts[n_read++] = (gint32)number;
      n_read += n_zeros;
    }
  if (n_read == n_counts && at == end)
    return TRUE;
  memset (counts, 0, n_counts * sizeof *counts);
  return FALSE;
}
