/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-group.h"

/* A form of profile questions P1, P2 … with these options, parted by "|". */
static KsForm *
make_form (const char *const *options)
{
  g_autoptr (GString) json = g_string_new (
      "{\"id\":\"f\",\"title\":\"Phiếu\",\"scales\":{},\"profile\":[");
  g_autoptr (GError) error = NULL;
  KsForm *form;

  for (guint i = 0; options[i] != NULL; i++)
    {
      g_auto (GStrv) labels = g_strsplit (options[i], "|", -1);
      g_autofree char *list = g_strjoinv ("\",\"", labels);

      g_string_append_printf (json, "%s{\"id\":\"P%u\",\"text\":\"Câu %u\",\"type\":\"single\",\"options\":[\"%s\"]}",
                              i > 0 ? "," : "", i + 1, i + 1, list);
    }
  g_string_append (json, "],\"sections\":[{\"id\":\"A\",\"title\":\"A\",\"questions\":[{\"id\":\"A1\",\"text\":\"Câu\","
                         "\"type\":\"text\"}]}]}");
  form = ks_form_new_from_json (json->str, -1, &error);
  g_assert_no_error (error);
  return form;
}

static void
assert_groups (const char *const *options, const char *expected)
{
  g_autoptr (KsForm) form = make_form (options);
  const KsQuestion *questions[KS_MAX_GROUP_QUESTIONS];
  g_autoptr (GString) ids = g_string_new (NULL);
  guint n = ks_group_list_questions (form, questions);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? "," : "", questions[i]->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

#define BODIES "Đảng ủy|Hội đồng nhân dân, Ủy ban nhân dân|Mặt trận Tổ quốc|Tổ chức chính trị - xã hội|Khác"
#define KINDS "Cán bộ|Công chức|Người hoạt động không chuyên trách|Khác"

static void
test_questions (void)
{
  assert_groups ((const char *[]){ BODIES, KINDS, NULL }, "P1,P2");
  assert_groups ((const char *[]){ "Nam|Nữ", KINDS, "Dưới 30|Từ 30", BODIES, NULL }, "P4,P2");
  assert_groups ((const char *[]){ "Nam|Nữ", "Đảng viên|Quần chúng", NULL }, "");
  assert_groups ((const char *[]){ "Khối Đảng|Khối chính quyền|Khối Mặt trận, đoàn thể", NULL }, "P1");
  /* One body alone, or always the same, parts nobody. */
  assert_groups ((const char *[]){ "UBND|Nơi khác", NULL }, "");
  assert_groups ((const char *[]){ "UBND xã|UBND phường", NULL }, "");
}

static void
test_bodies (void)
{
  g_autoptr (KsForm) form = make_form ((const char *[]){ BODIES, NULL });
  g_autoptr (KsForm) joined
      = make_form ((const char *[]){ "Khối Đảng|HĐND|UBND|Mặt trận và đoàn thể", NULL });
  const KsQuestion *question = ks_form_lookup (form, "P1");
  const KsQuestion *other = ks_form_lookup (joined, "P1");
  KsBody body;

  for (guint choice = 1; choice <= KS_N_BODIES; choice++)
    {
      g_assert_true (ks_group_find_body (question, choice, &body));
      g_assert_cmpint (body, ==, choice - 1);
    }
  g_assert_false (ks_group_find_body (question, 5, &body));
  g_assert_true (ks_group_find_body (other, 1, &body));
  g_assert_cmpint (body, ==, KS_BODY_PARTY);
  /* Two bodies in one answer have no staff of their own. */
  g_assert_false (ks_group_find_body (other, 4, &body));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/group/questions", test_questions);
  g_test_add_func ("/group/bodies", test_bodies);
  return g_test_run ();
}
