/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-campaign-error.h"
#include "ks-import-units.h"
#include "ks-tables-error.h"
#include "ks-test-day.h"
#include "ks-test-encode.h"
#include "ks-test-workbook.h"

static KsUnitsPlan *
make_plan (KsTestDay *self, KsSheetSource *source)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (KsSheetSource) owned = source;
  g_autoptr (GError) error = NULL;
  KsUnitsPlan *plan = ks_units_plan_new (registry);

  g_assert_true (ks_units_plan_add (plan, owned, KS_ENCODING_AUTO, &error));
  g_assert_no_error (error);
  ks_units_plan_match (plan);
  return plan;
}

static KsUnitsPlan *
plan_block (KsTestDay *self, const char *text)
{
  return make_plan (self, ks_sheet_source_new_for_block (text, "bảng"));
}

static KsPlanRow *
get_row (KsUnitsPlan *plan, guint at)
{
  g_assert_cmpuint (ks_units_plan_get_rows (plan)->len, >, at);
  return ks_units_plan_get_rows (plan)->pdata[at];
}

static void
assert_staff (KsTestDay *self, const char *code, KsBody body, int expected)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);

  g_assert_cmpint (ks_unit_get_staff (ks_registry_lookup (registry, code))->total[body], ==, expected);
}

static gboolean
has_note (KsUnitsPlan *plan, const char *words)
{
  g_autoptr (GPtrArray) notes = ks_units_plan_dup_notes (plan);

  for (guint i = 0; i < notes->len; i++)
    if (strstr (notes->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
}

/* As an office keeps it: titles, a header of two rows, headings, sums, a signature. */
static const char office_list[]
    = "|DANH SÁCH CÁN BỘ, CÔNG CHỨC\nSTT|Tên đơn vị|Biên chế||||Ghi chú\n||Đảng ủy|UBND|MTTQ|Đoàn thể|\n"
      "1|2|3|4|5|6|7\nI|Thành phố Bắc Giang|11|29|5|11|\n1|P. Thọ Xương|6|17|3|7|\n"
      "2|Trần Nguyên Hãn|5|12|2|4|x\n|Cộng|11|29|5|12|\nII. Huyện Tân Yên\n1|Phúc Sơn|9|8|7|6|\n"
      "|Tổng cộng|20|37|12|17|\n|||Bắc Giang, ngày 20/3";

static KsSheetSource *
open_office_list (void)
{
  KsTestWorkbook *workbook = ks_test_workbook_new ();
  g_autofree char *data = ks_test_sheet_data (office_list);
  g_autofree char *hidden = ks_test_sheet_data ("Mã|Tên\n07201|Thọ Xương");
  g_autofree char *other = ks_test_sheet_data ("Ghi chép\nviệc riêng");
  g_autoptr (GBytes) bytes = NULL;

  ks_test_workbook_add_sheet (workbook, "Tổng hợp", data, NULL);
  ks_test_workbook_add_sheet (workbook, "Việc", other, NULL);
  ks_test_workbook_add_sheet (workbook, "Nháp", hidden, NULL);
  ks_test_workbook_hide_last (workbook);
  bytes = ks_test_workbook_finish (workbook);
  return ks_sheet_source_new_for_workbook (bytes, "a.xlsx", NULL);
}

static void
test_office_list (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsUnitsPlan) plan = make_plan (self, open_office_list ());
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GPtrArray) notes = ks_units_plan_dup_notes (plan);
  g_autofree char *before = ks_test_day_hash (self);
  KsPlanCounts counts;

  ks_units_plan_count (plan, &counts);
  g_assert_cmpuint (counts.rows, ==, 3);
  g_assert_cmpuint (counts.changed, ==, 3);
  g_assert_cmpuint (counts.asked + counts.faults + counts.added, ==, 0);
  g_assert_cmpuint (counts.absent, ==, 206);
  /* The district of the heading tells the two Phúc Sơn apart. */
  g_assert_cmpstr (get_row (plan, 2)->code, ==, "07318");
  g_assert_cmpuint (get_row (plan, 2)->number, ==, 10);
  g_assert_cmpuint (notes->len, ==, 3);
  g_assert_true (has_note (plan, "row 8, column F: the list adds up to 12, its rows to 11"));
  g_assert_true (has_note (plan, "“Nháp”: the sheet is hidden"));
  g_assert_true (has_note (plan, "“Việc”: no list of units"));

  assert_staff (self, "07204", KS_BODY_PARTY, 4);
  g_assert_true (ks_units_plan_apply (plan, self->campaign, NULL, NULL, &outcome, NULL));
  assert_staff (self, "07204", KS_BODY_PARTY, 5);
  assert_staff (self, "07318", KS_BODY_UNIONS, 6);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  assert_staff (self, "07204", KS_BODY_PARTY, 4);
  {
    g_autofree char *after = ks_test_day_hash (self);

    g_assert_cmpstr (before, !=, after); /* both acts are in the log */
  }
}

/* The total in the last row contradicts nobody; a wrong one in a heading is told. */
static void
test_sums (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsUnitsPlan) plan
      = plan_block (self, "TT\tĐơn vị\tTổng số\tĐảng ủy\tUBND\tMTTQ\tĐoàn thể\nI\tHuyện Tân Yên\t99\t\t\t\t\n"
                          "1\tXã Phúc Sơn\t10\t1\t2\t3\t4\n2\tXã Ngọc Lý\t11\t1\t2\t3\t4\n"
                          "\tCộng huyện\t21\t2\t4\t6\t8\n\tTổng số 2 đơn vị\t21\t2\t4\t6\t8\n");
  g_autoptr (GPtrArray) notes = ks_units_plan_dup_notes (plan);

  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_true (has_note (plan, "row 2, column C: the list adds up to 99, its rows to 21"));
  g_assert_true (has_note (plan, "row 4, column C: the list says 11 in all, the bodies add up to 10"));
}

static void
test_partial (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsUnitsPlan) plan
      = plan_block (self, "Mã ĐVHC\tTổ trưởng\tĐiện thoại\tSố lạ\n7201\tĐ/c A\t0912 345 678\t7\n7204\t\t-\t8\n");
  g_autoptr (KsRegistry) registry = NULL;
  KsUnit *unit;

  g_assert_cmpuint (get_row (plan, 0)->changes->len, ==, 2);
  g_assert_cmpuint (get_row (plan, 1)->changes->len, ==, 0);
  g_assert_true (ks_units_plan_apply (plan, self->campaign, NULL, NULL, NULL, NULL));
  registry = ks_campaign_dup_registry (self->campaign);
  unit = ks_registry_lookup (registry, "07201");
  g_assert_cmpstr (ks_unit_get_text (unit, KS_UNIT_HEAD), ==, "Đ/c A");
  g_assert_cmpstr (ks_unit_get_name (unit), ==, "Phường Thọ Xương");
  assert_staff (self, "07201", KS_BODY_PARTY, 6);
  g_assert_cmpuint (ks_registry_get_n_units (registry), ==, 209);
}

static void
test_doubtful (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsUnitsPlan) plan
      = plan_block (self, "Tên đơn vị\tĐảng ủy\nPhúc Sơn\t7\nXã Không Đâu Có\t8\n");
  g_autoptr (GError) error = NULL;
  KsMatch *match = &get_row (plan, 0)->match;
  guint tan_yen = match->guesses[0] == NULL || !g_str_equal (ks_unit_get_code (match->guesses[0]), "07318");

  g_assert_cmpint (get_row (plan, 0)->state, ==, KS_PLAN_ASK);
  g_assert_cmpuint (match->n_guesses, ==, 2);
  g_assert_false (ks_units_plan_apply (plan, self->campaign, NULL, NULL, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "row 2: “Phúc Sơn”: several units"));
  ks_units_plan_choose (plan, 0, match->guesses[tan_yen]);
  g_assert_cmpstr (get_row (plan, 0)->code, ==, "07318");
  ks_units_plan_skip_doubtful (plan);
  g_assert_true (ks_units_plan_apply (plan, self->campaign, NULL, NULL, NULL, NULL));
  assert_staff (self, "07318", KS_BODY_PARTY, 7);
}

static void
test_new_unit (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsUnitsPlan) plan
      = plan_block (self, "Mã\tTên\tLoại\tHuyện\tUBND\n99001\tZuzu Qoqo\tXã\tTân Yên\t5\n");
  g_autoptr (KsRegistry) registry = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  KsUnit *unit;

  if (get_row (plan, 0)->state == KS_PLAN_ASK)
    ks_units_plan_choose (plan, 0, NULL);
  g_assert_cmpint (get_row (plan, 0)->state, ==, KS_PLAN_NEW);
  g_assert_true (ks_units_plan_apply (plan, self->campaign, NULL, NULL, &outcome, NULL));
  registry = ks_campaign_dup_registry (self->campaign);
  unit = ks_registry_lookup (registry, "99001");
  g_assert_cmpstr (ks_unit_get_name (unit), ==, "Xã Zuzu Qoqo");
  g_assert_cmpstr (ks_unit_get_district_name (unit), ==, "Huyện Tân Yên");
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  g_clear_object (&registry);
  registry = ks_campaign_dup_registry (self->campaign);
  g_assert_null (ks_registry_lookup (registry, "99001"));
}

static void
test_faults (KsTestDay *self, gconstpointer data)
{
  static const struct {
    const char *text;
    const char *sentence;
  } cases[] = {
    { "code\tstaff_party\n07201\t-3\n", "row 2, column B" },
    { "code\tstaff_party\n07201\t1\n7201\t2\n", "row 3, column A: the code 07201 stands in row 2" },
    { "name\tstaff_party\nThọ Xương\t1\nP. Thọ Xương\t2\n", "row 3: row 2 means the same unit" },
    { "code\tstaff_party\n07201\t=SUM(A1:A2)\n", "row 2, column B: the cell holds a formula" },
    { "code\tstaff_party\n07201\t#REF!\n", "row 2, column B: the cell holds an error" },
    { "code\tname\tnote\n07201\tThọ Xương\ta\x01z\n", "row 2, column C: the cell holds a control" },
    { "code\tname\tnote\n07201\tThọ \x07Xương\ta\n", "row 2, column B: the cell holds a control" },
    { "code\texcused_party\n07201\t7\n", "row 2" },
    { "code\tphone\n07201\tgọi sau\n", "row 2, column B" },
    { "code\tlink\n07201\tftp://a\n", "row 2, column B" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KsUnitsPlan) plan = plan_block (self, cases[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_false (ks_units_plan_apply (plan, self->campaign, NULL, NULL, NULL, &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].sentence));
      g_assert_null (strchr (error->message, '\n'));
    }
  assert_staff (self, "07201", KS_BODY_PARTY, 6);
}

static void
test_several (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (KsUnitsPlan) plan = ks_units_plan_new (registry);
  KsPlanCounts counts;
  g_autoptr (KsSheetSource) staff
      = ks_sheet_source_new_for_block ("code\tstaff_party\n07201\t20\n07204\t5\n", "a");
  g_autoptr (KsSheetSource) contacts
      = ks_sheet_source_new_for_block ("code\thead\tstaff_party\n07201\tĐ/c A\t\n07204\tĐ/c B\t6\n", "b");

  g_assert_true (ks_units_plan_add (plan, staff, KS_ENCODING_AUTO, NULL));
  g_assert_true (ks_units_plan_add (plan, contacts, KS_ENCODING_AUTO, NULL));
  ks_units_plan_match (plan);
  g_assert_true (get_row (plan, 0)->after == get_row (plan, 2)->after);
  g_assert_true (ks_unit_get_staff (get_row (plan, 0)->after)->total[KS_BODY_PARTY] == 20);
  ks_units_plan_count (plan, &counts);
  g_assert_cmpuint (counts.changed, ==, 1);
  g_assert_cmpuint (counts.faults, ==, 1);
  g_assert_nonnull (strstr (get_row (plan, 3)->fault, "b, row 3, column C"));
  g_assert_nonnull (strstr (get_row (plan, 3)->fault, "a, row 3, column B"));
  ks_units_plan_skip (plan, 3);
  g_assert_null (get_row (plan, 1)->fault);
  g_assert_true (ks_units_plan_apply (plan, self->campaign, NULL, NULL, NULL, NULL));
  assert_staff (self, "07204", KS_BODY_PARTY, 5);
}

static void
test_jump (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsUnitsPlan) plan
      = plan_block (self, "code\tstaff_government\n07201\t100\n07204\t12\n");

  g_assert_true (get_row (plan, 0)->jumps);
  g_assert_false (get_row (plan, 1)->jumps);
}

/* A block from the middle of a table has no titles. */
static void
test_without_header (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsUnitsPlan) plan
      = plan_block (self, "7201\tThọ Xương\t1\t2\t3\t4\n7204\tTrần Nguyên Hãn\t5\t6\t7\t8\n");
  g_autoptr (KsSheetSource) nothing = ks_sheet_source_new_for_block ("a\tb\nc\td\n", "bảng");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (ks_units_plan_get_rows (plan)->len, ==, 2);
  g_assert_true (ks_units_plan_apply (plan, self->campaign, NULL, NULL, NULL, NULL));
  assert_staff (self, "07204", KS_BODY_UNIONS, 8);
  g_assert_false (ks_units_plan_add (plan, nothing, KS_ENCODING_AUTO, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID);
}

static void
test_set_column (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsUnitsPlan) plan = plan_block (self, "7201\t41\n7204\t42\n");
  const KsListMeaning government = { KS_LIST_FIELD, KS_UNIT_TOTAL + KS_BODY_GOVERNMENT };

  g_assert_cmpuint (get_row (plan, 0)->changes->len, ==, 0);
  ks_units_plan_set_column (plan, 0, 1, government);
  g_assert_cmpuint (get_row (plan, 0)->changes->len, ==, 1);
  g_assert_true (ks_units_plan_apply (plan, self->campaign, NULL, NULL, NULL, NULL));
  assert_staff (self, "07204", KS_BODY_GOVERNMENT, 42);
}

static void
test_changed_meanwhile (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsUnitsPlan) plan = plan_block (self, "code\tstaff_party\n07201\t9\n");
  const KsUnitEdit edit = { KS_UNIT_NOTE, "khác" };
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_edit_unit (self->campaign, "07201", &edit, 1, NULL, NULL, NULL));
  g_assert_false (ks_units_plan_apply (plan, self->campaign, NULL, NULL, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
}

/* What is saved is read back without a change, and the same bytes come again. */
static void
test_round_trip (KsTestDay *self, gconstpointer data)
{
  static const char *const names[] = { "a.xlsx", "a.csv" };
  const KsUnitEdit edits[] = { { KS_UNIT_HEAD, "Đ/c A" },
                               { KS_UNIT_NOTE, "=1" },
                               { KS_UNIT_EXCUSED, "1" },
                               { KS_UNIT_EXCUSED_NOTE, "đi học" },
                               { KS_UNIT_PART_TIME, "3" },
                               { KS_UNIT_ORDER, "2" },
                               { KS_UNIT_STAFF_DAY, "20/3/2024" },
                               { KS_UNIT_FORMER_NAMES, "Xã Cũ" } };

  g_assert_true (ks_edit_unit (self->campaign, "07201", edits, G_N_ELEMENTS (edits), NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
      const char *const paths[] = { path, NULL };
      g_autoptr (KsUnitsPlan) plan = NULL;
      g_autoptr (GError) error = NULL;
      KsListSheet *sheet;
      KsPlanCounts counts;

      g_assert_true (ks_export_units (self->campaign, KS_DAY_NONE, path, NULL));
      plan = ks_plan_units (self->campaign, paths, KS_ENCODING_AUTO, NULL, &error);
      g_assert_no_error (error);
      ks_units_plan_count (plan, &counts);
      g_assert_cmpuint (counts.same, ==, 209);
      sheet = ks_units_plan_get_sheets (plan)->pdata[0];
      for (guint k = 0; k < sheet->columns->len; k++)
        g_assert_cmpint (((KsListColumn *) sheet->columns->pdata[k])->meaning.role, !=, KS_LIST_IGNORED);
    }
}

static void
test_words (KsTestDay *self, gconstpointer data)
{
  static const struct {
    const char *above, *title;
    int role, field;
  } cases[] = {
    { NULL, "Xã, phường,\nthị trấn", KS_LIST_FIELD, KS_UNIT_NAME },
    { NULL, "HUYỆN, THỊ XÃ, TP", KS_LIST_IGNORED, 0 },
    { NULL, "Huyện/TP/TX", KS_LIST_FIELD, KS_UNIT_DISTRICT_NAME },
    { "Biên chế", "UB MTTQ", KS_LIST_FIELD, KS_UNIT_TOTAL + KS_BODY_FRONT },
    { "Số CBCC năm 2024", "Các tổ chức CT-XH", KS_LIST_FIELD, KS_UNIT_TOTAL + KS_BODY_UNIONS },
    { "HĐND và UBND", "Vắng có lý do", KS_LIST_FIELD, KS_UNIT_EXCUSED + KS_BODY_GOVERNMENT },
    { "Đảng ủy", "Tổng số", KS_LIST_FIELD, KS_UNIT_TOTAL },
    { NULL, "MTTQ và đoàn thể", KS_LIST_IGNORED, 0 },
    { NULL, "Tổng số CBCC", KS_LIST_SUM, 0 },
    { NULL, "Số CB, CC", KS_LIST_SUM, 0 },
    { NULL, "Ngày thống kê", KS_LIST_FIELD, KS_UNIT_STAFF_DAY },
    { NULL, "SĐT", KS_LIST_FIELD, KS_UNIT_PHONE },
    { NULL, "Năm sinh", KS_LIST_IGNORED, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KsListMeaning meaning = ks_list_read_title (cases[i].above, cases[i].title);

      g_test_message ("%s", cases[i].title);
      g_assert_cmpint (meaning.role, ==, cases[i].role);
      if (cases[i].role == KS_LIST_FIELD)
        g_assert_cmpint (meaning.field, ==, cases[i].field);
    }
  g_assert_true (ks_list_is_total ("CỘNG:") && ks_list_is_total ("Tổng cộng toàn tỉnh"));
  g_assert_false (ks_list_is_total ("Cộng Hòa") || ks_list_is_total ("Toàn Thắng") || ks_list_is_total ("Xã Cổng"));
}

/* Of the cells, those of @plain are set in no old font. */
static KsSheetSource *
open_old_list (KsEncoding encoding, const char *font, guint n_plain)
{
  static const char *const rows[][3] = { { "Mã", "Tên đơn vị", "Huyện" },
                                         { "7318", "Xã Phúc Sơn", "Huyện Tân Yên" },
                                         { "7204", "Phường Trần Nguyên Hãn", "Bắc Giang" } };
  KsTestWorkbook *workbook = ks_test_workbook_new ();
  g_autoptr (GString) data = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *styles = g_strdup_printf (
      "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts><font>"
      "<name val=\"Arial\"/></font><font><sz val=\"12\"/><name val=\"%s\"/></font></fonts><cellXfs>"
      "<xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs></styleSheet>",
      font);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_string_append (data, "<row>");
      for (guint k = 0; k < 3; k++)
        {
          gboolean old = i >= n_plain;
          g_autofree char *text
              = old ? ks_test_encode_text (encoding, rows[i][k]) : g_strdup (rows[i][k]);
          g_autofree char *escaped = g_markup_escape_text (text, -1);

          g_string_append_printf (data, "<c t=\"inlineStr\" s=\"%d\"><is><t>%s</t></is></c>", old,
                                  escaped);
        }
      g_string_append (data, "</row>");
    }
  ks_test_workbook_add_sheet (workbook, "S", data->str, NULL);
  ks_test_workbook_set_part (workbook, "xl/styles.xml", styles);
  bytes = ks_test_workbook_finish (workbook);
  return ks_sheet_source_new_for_workbook (bytes, "cũ.xlsx", NULL);
}

/* The font tells of each cell, whatever stands beside it. */
static void
test_old_fonts (KsTestDay *self, gconstpointer data)
{
  static const struct {
    KsEncoding encoding;
    const char *font;
  } cases[] = { { KS_ENCODING_TCVN3, ".VnTime" }, { KS_ENCODING_VNI, "VNI-Times" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint n_plain = 0; n_plain < 3; n_plain++)
      {
        g_autoptr (KsUnitsPlan) plan
            = make_plan (self, open_old_list (cases[i].encoding, cases[i].font, n_plain));

        g_assert_cmpuint (ks_units_plan_get_rows (plan)->len, ==, 2);
        g_assert_cmpint (get_row (plan, 0)->match.how, ==, KS_MATCH_CODE);
        g_assert_cmpstr (get_row (plan, 0)->given, ==, "Xã Phúc Sơn");
        g_assert_cmpstr (get_row (plan, 0)->row->district, ==, "Huyện Tân Yên");
        g_assert_cmpstr (get_row (plan, 1)->given, ==, "Phường Trần Nguyên Hãn");
        g_assert_true (has_note (plan, "old font and read as"));
      }
}

/* Without its font a list of few words may be anything: somebody is asked. */
static void
test_old_letters (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (KsUnitsPlan) plan = ks_units_plan_new (registry);
  g_autoptr (KsSheetSource) source = open_old_list (KS_ENCODING_TCVN3, "Arial", 0);
  g_autoptr (GError) error = NULL;
  KsEncodingQuestion *question;

  if (!ks_units_plan_add (plan, source, KS_ENCODING_AUTO, &error))
    {
      g_assert_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_ENCODING);
      question = ks_units_plan_get_question (plan);
      g_test_message ("%s", error->message);
      g_assert_nonnull (question);
      g_assert_cmpint (((KsEncodingChoice *) question->choices->pdata[0])->encoding, ==,
                       KS_ENCODING_TCVN3);
      g_assert_nonnull (strstr (error->message, "tcvn3 “"));
      g_assert_true (ks_units_plan_add (plan, source, KS_ENCODING_TCVN3, NULL));
      g_assert_null (ks_units_plan_get_question (plan));
    }
  ks_units_plan_match (plan);
  g_assert_cmpstr (get_row (plan, 0)->given, ==, "Xã Phúc Sơn");
}

static KsUnitsPlan *
plan_figures (KsTestDay *self, const char *text, guint n_selected, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  g_autoptr (KsUnitsPlan) plan = ks_units_plan_new (registry);

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (units, ks_registry_get_unit (registry, 5 - i));
  if (!ks_units_plan_add_block (plan, text, units, n_selected, error))
    return NULL;
  ks_units_plan_match (plan);
  return g_steal_pointer (&plan);
}

/* Of figures without a title nobody can say what they are; that is said until somebody does. */
static void
test_unclear_figures (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsUnitsPlan) plan
      = plan_figures (self, "07201\tPhường Thọ Xương\t9\n07204\tPhường Trần Nguyên Hãn\t8\n", 0, NULL);
  g_autoptr (GPtrArray) before = ks_units_plan_dup_notes (plan);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpuint (before->len, ==, 1);
  g_assert_nonnull (strstr (before->pdata[0], "column C"));
  ks_units_plan_set_column (plan, 0, 2, (KsListMeaning){ KS_LIST_FIELD, KS_UNIT_TOTAL });
  after = ks_units_plan_dup_notes (plan);
  g_assert_cmpuint (after->len, ==, 0);
  g_assert_cmpint (ks_unit_get_staff (get_row (plan, 1)->after)->total[KS_BODY_PARTY], ==, 8);
}

/* So is that a title does not say of which body its figures are; codes and cells without a figure are no matter. */
static void
test_unclear_titles (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsUnitsPlan) joint = plan_block (self, "Tên đơn vị\tĐảng ủy\tMTTQ và đoàn thể\tMã tỉnh\tVùng\n"
                                                    "Phường Thọ Xương\t9\t7\t024\t2\nXã Ngọc Lý\t8\t6\t024\t2\n");
  g_autoptr (KsUnitsPlan) sums = plan_block (self, "Tên đơn vị\tSố CB, CC\nPhường Thọ Xương\t31\nXã Ngọc Lý\t8\n");
  g_autoptr (GPtrArray) of_joint = ks_units_plan_dup_notes (joint);
  g_autoptr (GPtrArray) of_sums = ks_units_plan_dup_notes (sums);

  g_assert_cmpuint (of_joint->len, ==, 1);
  g_assert_nonnull (strstr (of_joint->pdata[0], "column C: “MTTQ và đoàn thể”"));
  g_assert_cmpuint (of_sums->len, ==, 1);
  g_assert_nonnull (strstr (of_sums->pdata[0], "column B: “Số CB, CC”"));
  ks_units_plan_set_column (sums, 0, 1, (KsListMeaning){ KS_LIST_FIELD, KS_UNIT_TOTAL });
  g_assert_false (has_note (sums, "column B"));
}

/* A list that counts on a day to come names the cell. */
static void
test_day_to_come (KsTestDay *self, gconstpointer data)
{
  static const char text[] = "Tên đơn vị,Đảng ủy,Ngày số liệu\nPhường Thọ Xương,9,20/3/2024\nXã Ngọc Lý,8,20/3/2042\n";
  g_autofree char *path = g_build_filename (self->folder, "day.csv", NULL);
  const char *const paths[] = { path, NULL };
  g_autoptr (KsUnitsPlan) plan = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  plan = ks_plan_units (self->campaign, paths, KS_ENCODING_AUTO, NULL, NULL);
  g_assert_null (get_row (plan, 0)->fault);
  g_assert_nonnull (strstr (get_row (plan, 1)->fault, "row 3, column C"));
  g_assert_nonnull (strstr (get_row (plan, 1)->fault, "20/3/2042"));
}

/* Figures alone mean the units that are selected, in the order of the table. */
static void
test_figures (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (KsUnitsPlan) bare = plan_figures (self, "1\t2\t1\t4\n\n5\t6\t2\t8\n", 3, NULL);
  g_autoptr (KsUnitsPlan) titled = plan_figures (self, "UBND\tMTTQ\n41\t3\n42\t4\n", 1, NULL);
  g_autoptr (KsUnitsPlan) none = plan_figures (self, "41\n42\n", 0, NULL);
  g_autoptr (KsUnitsPlan) summed = plan_figures (self, "1\t2\t3\t4\t1\t9\n", 1, NULL);
  g_autoptr (KsUnitsPlan) unsummed = plan_figures (self, "1\t2\t3\t4\t9\n", 1, NULL);
  g_autoptr (KsUnitsPlan) few = NULL;
  g_autoptr (KsUnitsPlan) many = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (get_row (bare, 0)->code, ==, ks_unit_get_code (ks_registry_get_unit (registry, 5)));
  g_assert_cmpstr (get_row (bare, 1)->code, ==, ks_unit_get_code (ks_registry_get_unit (registry, 3)));
  g_assert_cmpint (ks_unit_get_staff (get_row (bare, 1)->after)->total[KS_BODY_UNIONS], ==, 8);
  g_assert_cmpstr (get_row (titled, 1)->code, ==, ks_unit_get_code (ks_registry_get_unit (registry, 4)));
  g_assert_cmpint (ks_unit_get_staff (get_row (titled, 1)->after)->total[KS_BODY_GOVERNMENT], ==, 42);
  g_assert_cmpuint (ks_units_plan_get_rows (none)->len, ==, 0);
  g_assert_cmpint (ks_unit_get_staff (get_row (summed, 0)->after)->total[KS_BODY_UNIONS], ==, 4);
  g_assert_cmpuint (get_row (unsummed, 0)->changes->len, ==, 0);
  few = plan_figures (self, "41\n42\n", 3, &error);
  g_assert_null (few);
  g_assert_nonnull (strstr (error->message, "2 rows without a code or a name, and 3 units"));
  g_clear_error (&error);
  many = plan_figures (self, "1\n2\n3\n4\n", 1, &error);
  g_assert_null (many);
  g_assert_nonnull (strstr (error->message, "more than there are units"));
}

static void
test_restore (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsUnitsPlan) plan = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (KsRegistry) registry = NULL;
  g_autoptr (GError) error = NULL;
  KsPlanCounts counts;

  g_assert_true (ks_retire_unit (self->campaign, "07201", 19800, NULL, NULL, NULL));
  plan = plan_block (self, "code\tname\tstaff_party\n7201\tThọ Xương\t9\n\tPhường Thọ Xương\t9\n");
  g_assert_cmpint (get_row (plan, 0)->state, ==, KS_PLAN_ASK);
  g_assert_nonnull (get_row (plan, 1)->retired);
  g_assert_false (ks_units_plan_apply (plan, self->campaign, NULL, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "out of use"));
  ks_units_plan_skip (plan, 1);
  g_assert_true (ks_units_plan_restore (plan, 0));
  g_assert_true (ks_units_plan_changes_staff (plan));
  ks_units_plan_count (plan, &counts);
  g_assert_cmpuint (counts.restored, ==, 1);
  g_assert_cmpuint (counts.changed + counts.added + counts.asked, ==, 0);
  g_assert_true (ks_units_plan_apply (plan, self->campaign, NULL, NULL, &outcome, NULL));
  assert_staff (self, "07201", KS_BODY_PARTY, 9);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  registry = ks_campaign_dup_registry (self->campaign);
  g_assert_null (ks_registry_lookup (registry, "07201"));
}

/* A name that resembles a known one may be a new one all the same; who errs takes it back. */
static void
test_decisions (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsUnitsPlan) plan = plan_block (
      self, "code\tname\tdistrict_name\tstaff_party\n99001\tXã Phúc Sơn\tHuyện Lục Nam\t7\n07201\tThọ Xương\tBắc Giang\t-1\n");
  g_autoptr (GPtrArray) absent = ks_units_plan_dup_absent (plan);

  g_assert_cmpuint (absent->len, ==, 208);
  g_assert_cmpint (get_row (plan, 0)->state, ==, KS_PLAN_ASK);
  ks_units_plan_choose (plan, 0, NULL);
  g_assert_cmpint (get_row (plan, 0)->state, ==, KS_PLAN_NEW);
  g_assert_nonnull (get_row (plan, 0)->after);
  ks_units_plan_ask (plan, 0);
  g_assert_cmpint (get_row (plan, 0)->state, ==, KS_PLAN_ASK);
  g_assert_null (get_row (plan, 0)->after);
  g_assert_nonnull (get_row (plan, 1)->fault);
  ks_units_plan_skip (plan, 1);
  g_assert_null (get_row (plan, 1)->fault);
  ks_units_plan_ask (plan, 1);
  g_assert_nonnull (get_row (plan, 1)->fault);
  g_assert_false (ks_units_plan_restore (plan, 0));
}

#define ADD(name, test) g_test_add ("/units-plan/" name, KsTestDay, NULL, ks_test_day_set_up, test, ks_test_day_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("office-list", test_office_list);
  ADD ("sums", test_sums);
  ADD ("partial", test_partial);
  ADD ("doubtful", test_doubtful);
  ADD ("new-unit", test_new_unit);
  ADD ("faults", test_faults);
  ADD ("several", test_several);
  ADD ("jump", test_jump);
  ADD ("without-header", test_without_header);
  ADD ("set-column", test_set_column);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("round-trip", test_round_trip);
  ADD ("words", test_words);
  ADD ("old-fonts", test_old_fonts);
  ADD ("old-letters", test_old_letters);
  ADD ("unclear-figures", test_unclear_figures);
  ADD ("unclear-titles", test_unclear_titles);
  ADD ("day-to-come", test_day_to_come);
  ADD ("figures", test_figures);
  ADD ("restore", test_restore);
  ADD ("decisions", test_decisions);
  return g_test_run ();
}
