/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-figures.h"

#include "ks-create-campaign.h"

#define LONG_UNIT "Thị trấn Nông trường Việt Lâm"

const char *const ks_test_longest[KS_TEST_N_LONGEST] = {
  "Thành phố Phan Rang-Tháp Chàm", "Thành phố Buôn Ma Thuột", "Thành phố Điện Biên Phủ",
  "Huyện Dương Minh Châu", "Thành phố Tuyên Quang", "Thành phố Thái Nguyên",
  "Thành phố Thủ Dầu Một", "Thành phố Phan Thiết", "Thành phố Long Khánh",
  "Huyện Nghĩa Hưng Nghĩa Phương Nghĩa Hùng",
};

/* So many units in so many districts; without districts in none. */
static void
open_units (KsTestFigures *self, guint n_districts, guint n_units)
{
  g_autoptr (GString) list = g_string_new ("code,name,type,district_code,district_name\n");
  g_autofree char *units = NULL;
  KsNewCampaign what = { .title = "PKS 01", .from = KS_MOMENT_NONE, .to = KS_MOMENT_NONE,
                         .id = "PKS01-2024", .key_hex = KS_TEST_KEY,
                         .template = KS_TEST_TEMPLATE };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_units; i++)
    {
      guint district = n_districts > 0 ? i * n_districts / n_units : 0;

      g_string_append_printf (list, "%05u,%s,Xã,", i, i % 9 == 4 ? LONG_UNIT : "Xã Mẫu 07");
      if (n_districts > 0)
        g_string_append_printf (list, "%03u,%s\n", district,
                                ks_test_longest[district % G_N_ELEMENTS (ks_test_longest)]);
      else
        g_string_append (list, ",\n");
    }
  ks_test_day_set_up (&self->day, NULL);
  g_assert_true (ks_campaign_close (self->day.campaign, NULL));
  g_clear_object (&self->day.campaign);
  units = ks_test_day_write (&self->day, "list.csv", list->str, -1);
  g_free (self->day.path);
  self->day.path = g_build_filename (self->day.folder, "own.khaosat", NULL);
  what.units_path = units;
  g_assert_true (ks_day_parse ("2024-04-01", &what.day));
  ks_create_campaign (self->day.path, &what, self->day.clock, "Nguyễn Văn A", NULL, &error);
  g_assert_no_error (error);
  self->day.campaign = ks_campaign_open (self->day.path, self->day.clock, "Nguyễn Văn A", &error);
  g_assert_no_error (error);
}

static void
add_unit (KsDayDistrict *sum, const KsDayUnit *unit)
{
  sum->staff += unit->staff;
  sum->answers += unit->answers;
  sum->n_no_answer += unit->answers == 0;
  sum->n_below += unit->answers * 100 < 80 * unit->staff;
  sum->n_checking += unit->checking;
}

static void
clear_sums (KsDayDistrict *sum)
{
  sum->staff = sum->answers = 0;
  sum->n_no_answer = sum->n_below = sum->n_checking = 0;
}

/* Sums are those of the units. */
void
ks_test_figures_sum (KsTestFigures *self)
{
  KsDayFigures *figures = self->figures;

  clear_sums (&figures->province);
  for (guint i = 0; i < ks_registry_get_n_districts (figures->registry); i++)
    {
      KsDayDistrict *sum = &figures->districts[i];

      clear_sums (sum);
      for (guint j = sum->first; j < sum->first + sum->n_units; j++)
        {
          add_unit (sum, &figures->units[j]);
          add_unit (&figures->province, &figures->units[j]);
        }
    }
}

/* Every unit has some answers. */
static void
load_figures (KsTestFigures *self)
{
  g_autoptr (GError) error = NULL;

  self->figures = ks_day_figures_load (self->day.campaign, KS_MOMENT_NONE, KS_MOMENT_NONE, NULL, &error);
  g_assert_no_error (error);
  self->figures->examined = TRUE;
  self->figures->as_of = ks_test_moment ("2024-04-01T15:00");
  self->figures->limit = 80;
  for (guint i = 0; i < ks_day_figures_get_n_units (self->figures); i++)
    {
      KsDayUnit *unit = &self->figures->units[i];

      unit->staff = 20 + i % 5;
      unit->answers = 15 + i % 3;
      unit->work = (KsUnitWork){ .reported = i % 2 == 0, .n_publicity = i % 6, .n_post_days = i % 8 };
    }
  ks_test_figures_sum (self);
}

void
ks_test_figures_begin (KsTestFigures *self, guint n_districts, guint n_units)
{
  open_units (self, n_districts, n_units);
  load_figures (self);
}

void
ks_test_figures_end (KsTestFigures *self)
{
  g_clear_object (&self->figures);
  ks_test_day_tear_down (&self->day, NULL);
}
