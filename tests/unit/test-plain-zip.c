/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "ks-json.h"
#include "ks-plain-zip.h"
#include "ks-tables-error.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("ks-plain-zip-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.zip", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

static void
add (KsPlainZipWriter *writer, const char *name, const char *text)
{
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_plain_zip_writer_add (writer, name, content, &error));
  g_assert_no_error (error);
}

static GBytes *
write_some (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsPlainZipWriter) writer = ks_plain_zip_writer_new (self->path, &error);
  char *data;
  gsize length;

  g_assert_no_error (error);
  g_unlink (self->path);
  add (writer, "a.txt", "một hai ba");
  add (writer, "b/c.csv", "");
  add (writer, "b/d-1_2.csv", "x,y\n1,2\n");
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_assert_true (ks_plain_zip_writer_finish (writer, &error));
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_assert_true (ks_plain_zip_writer_keep (writer, &error));
  g_assert_true (g_file_get_contents (self->path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

static guint
count_faults (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (KsPlainZip) zip = ks_plain_zip_read (bytes);

  return zip->faults->len;
}

static void
test_read_back (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_some (self);
  g_autoptr (GBytes) again = write_some (self);
  g_autoptr (KsPlainZip) zip = ks_plain_zip_read (bytes);
  GBytes *content = ks_plain_zip_lookup (zip, "a.txt");

  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpuint (zip->faults->len, ==, 0);
  g_assert_cmpuint (zip->parts->len, ==, 3);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "một hai ba",
                   strlen ("một hai ba"));
  g_assert_cmpuint (g_bytes_get_size (ks_plain_zip_lookup (zip, "b/c.csv")), ==, 0);
  g_assert_null (ks_plain_zip_lookup (zip, "b"));
}

/* Every bit of every byte matters, and nothing is read beyond the end. */
static void
test_every_bit (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_some (self);
  gsize length;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));

  for (gsize i = 0; i < length; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        copy[i] ^= (guint8)(1u << bit);
        g_assert_cmpuint (count_faults (copy, length), >, 0);
        copy[i] ^= (guint8)(1u << bit);
      }
  for (gsize i = 0; i < length; i++)
    {
      g_autofree guint8 *cut = g_memdup2 (copy, i);

      g_assert_cmpuint (count_faults (cut, i), >, 0);
    }
  g_assert_cmpuint (count_faults (copy, length), ==, 0);
}

static void
test_content_is_named (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_some (self);
  gsize length = g_bytes_get_size (bytes);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (KsPlainZip) zip = NULL;
  const KsPlainZipFault *fault;

  copy[30 + strlen ("a.txt") + 2] ^= 1;
  changed = g_bytes_new (copy, length);
  zip = ks_plain_zip_read (changed);
  g_assert_cmpuint (zip->faults->len, ==, 1);
  fault = zip->faults->pdata[0];
  g_assert_cmpint (fault->kind, ==, KS_PLAIN_ZIP_CONTENT);
  g_assert_cmpstr (fault->part, ==, "a.txt");
}

static void
test_given_up (Fixture *self, gconstpointer data)
{
  g_autoptr (KsPlainZipWriter) writer = ks_plain_zip_writer_new (self->path, NULL);

  g_assert_true (g_file_set_contents (self->path, "before", -1, NULL));
  add (writer, "a", "x");
  g_assert_true (ks_plain_zip_writer_finish (writer, NULL));
  g_clear_pointer (&writer, ks_plain_zip_writer_free);
  {
    g_autofree char *text = NULL;

    g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
    g_assert_cmpstr (text, ==, "before");
  }
}

static void
test_names (void)
{
  static const char *const good[] = { "a", "a.txt", "a/b-c_d.csv", "0/1" };
  static const char *const bad[] = { "",   "/a",   "a/",   "a//b", "..",  "../a", "a/../b",
                                     ".a", "a/.b", "a\\b", "ạ",    "a b", "c:x",  "-a" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (ks_plain_zip_is_name (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (ks_plain_zip_is_name (bad[i]));
}

/* There is one way to write a value. */
static void
test_canonical_json (void)
{
  static const char *const texts[][2] = {
    { "{\"b\" : 1, \"a\":[ ]}", "{\"a\":[],\"b\":1}" },
    { "{\"ă\":\"Đ\\u0103\\n\\\"\\\\\", \"z\":null, \"Z\": true}",
      "{\"Z\":true,\"z\":null,\"ă\":\"Đă\\u000a\\\"\\\\\"}" },
    { "[0.5, -3, 1e300, {}, [[1]]]", "[0.5,-3,1.0000000000000001e+300,{},[[1]]]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (texts[i][0], NULL);
      g_autofree char *plain = ks_json_dup_canonical (node, FALSE);
      g_autofree char *indented = ks_json_dup_canonical (node, TRUE);
      g_autoptr (JsonNode) again = json_from_string (indented, NULL);
      g_autofree char *same = ks_json_dup_canonical (again, FALSE);

      g_assert_cmpstr (plain, ==, texts[i][1]);
      g_assert_cmpstr (same, ==, texts[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plain-zip/read-back", Fixture, NULL, set_up, test_read_back, tear_down);
  g_test_add ("/plain-zip/every-bit", Fixture, NULL, set_up, test_every_bit, tear_down);
  g_test_add ("/plain-zip/content-is-named", Fixture, NULL, set_up, test_content_is_named,
              tear_down);
  g_test_add ("/plain-zip/given-up", Fixture, NULL, set_up, test_given_up, tear_down);
  g_test_add_func ("/plain-zip/names", test_names);
  g_test_add_func ("/json/canonical", test_canonical_json);
  return g_test_run ();
}
