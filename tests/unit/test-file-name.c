/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-file-name.h"

static void
assert_name (const char *text, const char *expected)
{
  g_autofree char *name = ks_file_name_make (text);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_names (void)
{
  assert_name ("07210 Phường Hoàng Văn Thụ", "07210 Phường Hoàng Văn Thụ");
  assert_name ("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j");
  assert_name ("..\\..\\boot.ini", "-..-boot.ini");
  assert_name ("../etc", "-etc");
  assert_name (" Xã  A. . ", "Xã A");
  assert_name ("a\nb\tc", "a b c");
  assert_name ("Pho\xCC\x89", "Phỏ");
}

static void
test_devices (void)
{
  assert_name ("con", "_con");
  assert_name ("LPT1.zip", "_LPT1.zip");
  assert_name ("Com", "Com");
  assert_name ("Con Cuông", "Con Cuông");
  assert_name ("nul.", "_nul");
}

static void
test_ends (void)
{
  g_autofree char *endless = g_strnfill (500, 'x');
  g_autofree char *name = ks_file_name_make (endless);

  g_assert_cmpuint (g_utf8_strlen (name, -1), ==, 80);
  assert_name ("", "_");
  assert_name (" ... ", "_");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-name/names", test_names);
  g_test_add_func ("/file-name/devices", test_devices);
  g_test_add_func ("/file-name/ends", test_ends);
  return g_test_run ();
}
