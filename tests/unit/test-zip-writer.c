/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <string.h>

#include "ks-zip-writer.h"

#define UTF8_FLAG 0x0800
#define LENGTH_BEHIND_FLAG 0x0008
#define FLAGS_OFFSET 6
#define METHOD_OFFSET 8
#define DEFLATED 8

static GBytes *
make_zip (void)
{
  g_autoptr (KsZipWriter) zip = ks_zip_writer_new (NULL);
  g_autoptr (GBytes) content = g_bytes_new_static ("một hai ba một hai ba", 25);

  g_assert_true (ks_zip_writer_add (zip, "Ảnh mã QR/07375 Thị trấn Vôi.png", content, NULL));
  g_assert_true (ks_zip_writer_add (zip, "b.txt", content, NULL));
  return ks_zip_writer_end (zip, NULL);
}

static char *
read_part (struct archive *archive, char **name)
{
  struct archive_entry *entry;
  char content[100] = "";

  g_assert_cmpint (archive_read_next_header (archive, &entry), ==, ARCHIVE_OK);
  *name = g_strdup (archive_entry_pathname_utf8 (entry));
  g_assert_cmpint ((int) archive_read_data (archive, content, sizeof content), >, 0);
  return g_strdup (content);
}

static void
test_read_back (void)
{
  g_autoptr (GBytes) zip = make_zip ();
  struct archive *archive = archive_read_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *picture = NULL;
  g_autofree char *text = NULL;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, (void *) g_bytes_get_data (zip, NULL),
                                             g_bytes_get_size (zip)), ==, ARCHIVE_OK);
  picture = read_part (archive, &first);
  text = read_part (archive, &second);
  g_assert_cmpstr (first, ==, "Ảnh mã QR/07375 Thị trấn Vôi.png");
  g_assert_cmpstr (second, ==, "b.txt");
  g_assert_cmpstr (picture, ==, "một hai ba một hai ba");
  g_assert_cmpstr (text, ==, picture);
  archive_read_free (archive);
}

/* Windows believes the flag, not the letters. */
static void
test_names_say_utf8 (void)
{
  g_autoptr (GBytes) zip = make_zip ();
  const guint8 *data = g_bytes_get_data (zip, NULL);

  g_assert_cmpuint ((data[FLAGS_OFFSET] | data[FLAGS_OFFSET + 1] << 8) & UTF8_FLAG, !=, 0);
}

/* A reader that does not look at the list at the end, as previews on phones do, knows where a part
 * ends if its length stands before it or its content tells. */
static void
test_can_be_streamed (void)
{
  g_autoptr (GBytes) zip = make_zip ();
  const guint8 *data = g_bytes_get_data (zip, NULL);

  g_assert_true ((data[FLAGS_OFFSET] & LENGTH_BEHIND_FLAG) == 0
                 || data[METHOD_OFFSET] == DEFLATED);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) here = make_zip ();
  g_autoptr (GBytes) there = NULL;

  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  setlocale (LC_ALL, "C");
  there = make_zip ();
  g_assert_true (g_bytes_equal (here, there));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zip-writer/read-back", test_read_back);
  g_test_add_func ("/zip-writer/names-say-utf8", test_names_say_utf8);
  g_test_add_func ("/zip-writer/can-be-streamed", test_can_be_streamed);
  g_test_add_func ("/zip-writer/same-bytes", test_same_bytes);
  return g_test_run ();
}
