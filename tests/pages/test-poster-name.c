/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-poster-name.h"
#include "ks-test.h"

#define DISTRICT "Thành phố Bắc Giang"

/* The hardest names of the country, with the size that each must have. */
static void
test_hard_names (void)
{
  g_autofree char *path = ks_test_data ("hard-names.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      g_autoptr (KsPosterName) name = ks_poster_name_new (cells[0], DISTRICT);

      g_test_message ("%s", cells[0]);
      g_assert_cmpfloat_with_epsilon (name->size, g_ascii_strtod (cells[1], NULL), 1e-9);
      g_assert_cmpuint (name->n_lines, ==, g_ascii_strtoull (cells[2], NULL, 10));
      g_assert_cmpstr (name->lines[0], ==, cells[3]);
      g_assert_cmpstr (name->lines[1] != NULL ? name->lines[1] : "", ==, cells[4]);
    }
  g_assert_cmpuint (n, >, 40);
}

/* No line leaves the page, the kind keeps clear of stacked marks and of the title above. */
static void
test_room (void)
{
  g_autofree char *path = ks_test_data ("hard-names.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      g_autoptr (KsPosterName) name = ks_poster_name_new (cells[0], DISTRICT);
      KsStyle style = { KS_FAMILY_SANS, name->size, TRUE, FALSE, 0 };
      KsMeasure measure;

      for (guint k = 0; k < name->n_lines; k++)
        g_assert_cmpfloat (ks_type_get_width (ks_type_get (), &style, name->lines[k]), <=,
                           KS_POSTER_WIDTH);
      ks_type_measure (ks_type_get (), &style, name->lines[0], &measure);
      if (name->kind == NULL)
        continue;
      g_assert_cmpfloat (name->y[0] - measure.ink_rise - name->kind_y, >=, 3.6 - 1e-9);
      g_assert_cmpfloat (name->kind_y, >=, name->n_lines == 1 ? 55.5 : 54);
    }
}

static void
test_positions (void)
{
  g_autoptr (KsPosterName) one = ks_poster_name_new ("Phường Trần Phú", DISTRICT);
  g_autoptr (KsPosterName) two = ks_poster_name_new ("Phường Nguyễn Thị Minh Khai", DISTRICT);
  g_autoptr (KsPosterName) alone = ks_poster_name_new ("Phường Trần Phú", NULL);
  g_autoptr (KsPosterName) numeral = ks_poster_name_new ("Phường IV", DISTRICT);

  g_assert_cmpstr (one->kind, ==, "Phường");
  g_assert_cmpfloat_with_epsilon (one->y[0], 85.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (one->kind_size, 26, 1e-9);
  g_assert_cmpfloat_with_epsilon (one->district_y, 94.4, 1e-9);

  g_assert_cmpfloat_with_epsilon (two->y[1], 88.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (two->y[1] - two->y[0], 1.16 * 36 * KS_MM_PER_POINT, 1e-9);
  g_assert_cmpfloat_with_epsilon (two->kind_size, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (two->district_y, 96.3, 1e-9);

  g_assert_cmpfloat_with_epsilon (alone->y[0], 90, 1e-9);
  g_assert_null (numeral->kind);
}

/* What hangs from the name pushes the district down, but only where it would touch it. */
static void
test_clearance (void)
{
  g_autoptr (KsPosterName) near = ks_poster_name_new ("Xã Ngọc Hồi", "Huyện Thanh Trì");
  g_autoptr (KsPosterName) far = ks_poster_name_new ("Xã Sơn Công", "Huyện Ứng");
  g_autoptr (KsPosterName) marked = ks_poster_name_new ("Xã Ngọc Hồi", "Huyện Ễ");

  g_assert_cmpfloat (near->district_y, >, 95);
  g_assert_cmpfloat_with_epsilon (far->district_y, 94.4, 1e-9);
  g_assert_cmpfloat (marked->district_y, >, near->district_y);
  g_assert_cmpfloat (marked->district_y, <, 98.5);
}

/* No unit has such a name; a registry of somebody else's might. */
static void
test_endless_word (void)
{
  g_autofree char *word = g_strnfill (60, 'M');
  g_autoptr (KsPosterName) name = ks_poster_name_new (word, DISTRICT);
  g_autoptr (KsPosterName) empty = ks_poster_name_new ("", DISTRICT);

  g_assert_cmpuint (name->n_lines, ==, 1);
  g_assert_cmpfloat (name->size, <=, 20);
  g_assert_cmpuint (empty->n_lines, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/poster-name/hard-names", test_hard_names);
  g_test_add_func ("/poster-name/room", test_room);
  g_test_add_func ("/poster-name/positions", test_positions);
  g_test_add_func ("/poster-name/clearance", test_clearance);
  g_test_add_func ("/poster-name/endless-word", test_endless_word);
  return g_test_run ();
}
