/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-scan.h"

static void
test_block (void)
{
  char block[KS_SCAN_BLOCK + 1];

  memset (block, 'x', sizeof block);
  block[0] = ';';
  block[1] = ',';
  block[17] = '"';
  block[31] = '\r';
  block[32] = '\n';
  block[63] = ';';
  block[64] = ';';
  g_assert_cmpuint (ks_scan_splits (block, ';'), ==,
                    G_GUINT64_CONSTANT (1) | G_GUINT64_CONSTANT (1) << 31
                        | G_GUINT64_CONSTANT (1) << 32 | G_GUINT64_CONSTANT (1) << 63);
  g_assert_cmpuint (ks_scan_quotes (block), ==, 1 << 17);
}

/* Each place and each byte, against the obvious loop. */
static void
test_block_everywhere (void)
{
  for (guint place = 0; place < KS_SCAN_BLOCK; place++)
    for (guint byte = 0; byte < 256; byte++)
      {
        guint64 bit = G_GUINT64_CONSTANT (1) << place;
        char block[KS_SCAN_BLOCK];

        memset (block, 'x', sizeof block);
        block[place] = (char) byte;
        g_assert_cmpuint (ks_scan_splits (block, '\t'), ==,
                          byte == '\t' || byte == '\n' || byte == '\r' ? bit : 0);
        g_assert_cmpuint (ks_scan_quotes (block), ==, byte == '"' ? bit : 0);
      }
}

/* Compares with GLib's reading of the same bytes. */
static void
check_utf8 (const char *data, gsize length)
{
  const char *end;
  gboolean incomplete = TRUE;
  gsize valid = ks_scan_utf8 (data, length, &incomplete);

  g_utf8_validate_len (data, length, &end);
  g_assert_cmpuint (valid, ==, (gsize) (end - data));
  if (incomplete)
    {
      g_assert_cmpuint (length - valid, >=, 1);
      g_assert_cmpuint (length - valid, <=, 3);
    }
}

static void
test_utf8_of_three_bytes (void)
{
  char data[3];

  for (guint first = 0; first < 256; first++)
    for (guint second = 0; second < 256; second++)
      for (guint third = 0; third < 256; third += 3)
        {
          data[0] = (char) first;
          data[1] = (char) second;
          data[2] = (char) third;
          check_utf8 (data, 3);
        }
}

/* Every pair of bytes at every place of a longer Vietnamese text, over the ends of blocks. */
static void
test_utf8_in_blocks (void)
{
  static const char text[]
      = "Việc công khai kế hoạch công tác năm, quý, tháng của cơ quan; Đồng chí là 😀 cán bộ, "
        "công chức hay người hoạt động không chuyên trách tại xã, phường, thị trấn ệệệệệệệệệệệệệệ";
  gsize length = sizeof text - 1;

  check_utf8 (text, length);
  for (gsize place = 0; place + 1 < length; place++)
    for (guint byte = 0; byte < 256; byte++)
      {
        g_autofree char *changed = g_memdup2 (text, sizeof text);

        changed[place] = (char) byte;
        check_utf8 (changed, length);
        changed[place + 1] = (char) (byte * 7 + place);
        check_utf8 (changed, length);
      }
}

static void
test_utf8_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240401);

  for (guint run = 0; run < 20000; run++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < 80; i++)
        switch (g_rand_int_range (rand, 0, 200))
          {
          case 0:
            g_string_append_c (text, (char) g_rand_int_range (rand, 0, 256));
            break;
          case 1:
            g_string_append_unichar (text, 0x10000 + (gunichar) g_rand_int_range (rand, 0, 0x20000));
            break;
          case 2:
            g_string_append_unichar (text, 0x800 + (gunichar) g_rand_int_range (rand, 0, 0x800));
            break;
          default:
            g_string_append_unichar (text, 1 + (gunichar) g_rand_int_range (rand, 0, 0x1ff0));
          }
      check_utf8 (text->str, text->len);
    }
}

static void
check_incomplete (const char *data, gsize wanted_valid, gboolean wanted_incomplete)
{
  gboolean incomplete;

  g_assert_cmpuint (ks_scan_utf8 (data, strlen (data), &incomplete), ==, wanted_valid);
  g_assert_cmpint (incomplete, ==, wanted_incomplete);
}

static void
test_utf8_incomplete (void)
{
  check_incomplete ("", 0, FALSE);
  check_incomplete ("a\xe1\xba\xa3", 4, FALSE);
  check_incomplete ("a\xe1\xba", 1, TRUE);
  check_incomplete ("a\xe1", 1, TRUE);
  check_incomplete ("a\xf0\x9f\x98", 1, TRUE);
  check_incomplete ("a\xe1x", 1, FALSE);
  check_incomplete ("a\xf0\x80", 1, FALSE);
  check_incomplete ("a\xff", 1, FALSE);
  check_incomplete ("a\x80", 1, FALSE);
}

/* Each length and place, against the obvious answer; what stands behind the text does not count. */
static void
test_split_everywhere (void)
{
  static const char special[] = { ';', '"', '\r', '\n' };

  for (guint length = 0; length < 70; length++)
    for (guint place = 0; place < 70; place++)
      for (guint i = 0; i < G_N_ELEMENTS (special); i++)
        {
          g_autofree char *text = g_malloc (MAX (length, place + 1));

          memset (text, ',', MAX (length, place + 1));
          text[place] = special[i];
          g_assert_cmpint (ks_scan_has_split (text, length, ';'), ==, place < length);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan/block", test_block);
  g_test_add_func ("/scan/block-everywhere", test_block_everywhere);
  g_test_add_func ("/scan/utf8-of-three-bytes", test_utf8_of_three_bytes);
  g_test_add_func ("/scan/utf8-in-blocks", test_utf8_in_blocks);
  g_test_add_func ("/scan/utf8-random", test_utf8_random);
  g_test_add_func ("/scan/utf8-incomplete", test_utf8_incomplete);
  g_test_add_func ("/scan/split-everywhere", test_split_everywhere);
  return g_test_run ();
}
