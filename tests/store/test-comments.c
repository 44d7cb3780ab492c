/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>
#include <string.h>

#include "ks-black-out.h"
#include "ks-check.h"
#include "ks-comment-number.h"
#include "ks-comment-places.h"
#include "ks-comments.h"
#include "ks-propose-marks.h"
#include "ks-quote.h"
#include "ks-test-day.h"
#include "ks-themes.h"

#define MIN_COMMENTS 10

/* What is proposed stands between brackets. */
static const char *const proposals[] = {
  "Đồng chí [Nguyễn Văn An] chủ trì",
  "đ/c [Hoa] nói với ông [Bình], bà [Cúc]",
  "Đề nghị đồng chí Chủ tịch xem lại",
  "các đồng chí lãnh đạo cần gương mẫu",
  "Anh [Lê Văn Bảy] và [Trần Thị Hồng Nhung] chưa được nâng lương",
  "Gọi [0912345678] hoặc [0912.345.678], [+84 912 345 678]",
  "Kinh phí 120.000.000 đồng năm 2023, 15 người",
  "UBND xã [Tân Dĩnh], thị trấn [Vôi], thôn [Đông]",
  "Đảng ủy, Đoàn Thanh niên, Hội Nông dân xã làm tốt",
  "Góp ý riêng của [07210]; mã [07210-5M5RYJ]",
  "Thư gửi [an.nguyen@example.org], máy [10.0.0.12].",
  "ông N.V.A",
  "nói với ông [bình] về việc này",
  "Kính gửi Ông Bà; bác [Hùng], em [Mai Anh] và kế toán [Lan]",
  "Chủ tịch UBND xã, Bí thư Đảng ủy, Chủ tịch Hội Nông dân và Bí thư Chi bộ",
  "Chủ tịch [Hoà] và bí thư [Trần Long]; anh em, chị em phụ nữ; cô giáo",
  "ĐỀ NGHỊ ĐỒNG CHÍ [BÌNH XEM] LẠI",
  "Học tập tư tưởng Hồ Chí Minh tại Hà Nội",
  "",
};

/* (transfer full) the text without brackets, and what stood between them */
static char *
read_expected (const char *line, GArray *expected)
{
  GString *text = g_string_new (NULL);
  KsCommentMark mark = { 0 };
  glong index = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '[')
      mark.start = index;
    else if (*p == ']')
      {
        mark.length = index - mark.start;
        g_array_append_val (expected, mark);
      }
    else
      {
        g_string_append_unichar (text, g_utf8_get_char (p));
        index++;
      }
  return g_string_free (text, FALSE);
}

static void
test_proposals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    {
      g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (KsCommentMark));
      g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (KsCommentMark));
      g_autofree char *text = read_expected (proposals[i], expected);
      g_autoptr (GArray) spans = ks_comment_text_find_spans (text, nothing);

      if (strstr (text, "N.V.A") != NULL)
        {
          /* Initials are a name whatever stands between them. */
          g_assert_cmpuint (spans->len, ==, 1);
          continue;
        }
      if (spans->len != expected->len)
        g_error ("%s: %u spans, not %u", text, spans->len, expected->len);
      for (guint j = 0; j < spans->len; j++)
        {
          const KsCommentSpan *span = &g_array_index (spans, KsCommentSpan, j);
          const KsCommentMark *mark = &g_array_index (expected, KsCommentMark, j);

          if (span->start != mark->start || span->length != mark->length)
            g_error ("%s: %ld+%ld, not %ld+%ld", text, span->start, span->length, mark->start,
                     mark->length);
          g_assert_cmpint (span->state, ==, KS_SPAN_PROPOSED);
        }
    }
}

static GArray *
create_range (glong start, glong length)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (KsCommentMark));
  const KsCommentMark range = { start, length, FALSE };

  g_array_append_val (ranges, range);
  return ranges;
}

static char *
redact (const char *text, GArray *marks)
{
  g_autoptr (GArray) spans = ks_comment_text_find_spans (text, marks);

  return ks_comment_text_redact (text, spans);
}

/* What is marked joins what is proposed, and what is left readable wins over a proposal. */
static void
test_marks (void)
{
  const char *text = "ông Bình và bà Cúc";
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (KsCommentMark));
  g_autoptr (GArray) bình = create_range (4, 4);
  g_autoptr (GArray) all = create_range (0, 18);
  g_autoptr (GArray) before = create_range (2, 2);
  g_autoptr (GArray) kept = ks_comment_text_mark (text, nothing, bình, TRUE);
  g_autoptr (GArray) black = ks_comment_text_mark (text, kept, all, FALSE);
  g_autoptr (GArray) wider = ks_comment_text_mark (text, nothing, before, FALSE);
  g_autofree char *by_itself = redact (text, nothing);
  g_autofree char *half = redact (text, kept);
  g_autofree char *whole = redact (text, black);
  g_autofree char *joined = redact (text, wider);

  g_assert_cmpstr (by_itself, ==, "ông " KS_BLACKED_OUT " và bà " KS_BLACKED_OUT);
  g_assert_cmpstr (half, ==, "ông Bình và bà " KS_BLACKED_OUT);
  g_assert_cmpstr (whole, ==, KS_BLACKED_OUT);
  g_assert_cmpstr (joined, ==, "ôn" KS_BLACKED_OUT " và bà " KS_BLACKED_OUT);
}

static void
test_find (void)
{
  const struct {
    const char *text;
    const char *words;
    gboolean    whole;
    guint       n;
    glong       start;
    glong       length;
  } cases[] = {
    { "Cần Công  khai\nsớm", "cong khai som", TRUE, 1, 4, 14 },
    { "ban An và anh", "an", TRUE, 1, 4, 2 },
    { "ban An và anh", "an", FALSE, 3, 1, 2 },
    { "Đường Đ", "đ", TRUE, 1, 6, 1 },
    { "e\xcc\x82\xcc\x81 ế", "ế", TRUE, 2, 0, 3 },
    { "gì đó", " ", TRUE, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) found
          = ks_comment_text_find (cases[i].text, cases[i].words, cases[i].whole);

      if (found->len != cases[i].n)
        g_error ("%s in %s: %u times", cases[i].words, cases[i].text, found->len);
      if (found->len == 0)
        continue;
      g_assert_cmpint (g_array_index (found, KsCommentMark, 0).start, ==, cases[i].start);
      g_assert_cmpint (g_array_index (found, KsCommentMark, 0).length, ==, cases[i].length);
    }
}

/* A number leads back to its comment, no two are the same, and their order is not that of sheets. */
static void
test_numbers (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsCommentNumbers) numbers = ks_comment_numbers_new (info, form);
  g_autoptr (KsCommentNumbers) others = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_ascending = 0;
  guint n_equal = 0;
  gint64 last = 0;

  info->key[0] ^= 1;
  others = ks_comment_numbers_new (info, form);
  for (gint64 response = 1; response <= 20000; response++)
    for (guint text = 0; text < 2; text++)
      {
        gint64 number = ks_comment_numbers_encode (numbers, response, text), back;
        guint back_text;

        g_assert_true (ks_comment_numbers_decode (numbers, number, &back, &back_text));
        g_assert_cmpint (back, ==, response);
        g_assert_cmpuint (back_text, ==, text);
        g_assert_true (g_hash_table_add (seen, GSIZE_TO_POINTER ((gsize) number)));
        n_ascending += number > last;
        n_equal += number == ks_comment_numbers_encode (others, response, text);
        last = number;
      }
  g_assert_cmpuint (n_ascending, >, 19000);
  g_assert_cmpuint (n_ascending, <, 21000);
  g_assert_cmpuint (n_equal, <, 10);
  g_assert_false (ks_comment_numbers_decode (numbers, 0, &last, &n_equal));
  g_assert_false (ks_comment_numbers_decode (numbers, -4, &last, &n_equal));
}

static gint64
sum_shown (KsRegistry *registry, const KsCommentPlaces *places, const gint64 *n, guint district,
           gint64 *hidden)
{
  const KsDistrict *place = ks_registry_get_district (registry, district);
  gint64 total = 0;

  *hidden = 0;
  for (guint i = place->first; i < place->first + place->n_units; i++)
    {
      total += n[i];
      if (!places->units[i])
        *hidden += n[i];
      else
        g_assert_cmpint (n[i], >=, MIN_COMMENTS);
    }
  return total;
}

/* Whatever people write, no lists taken from each other leave one to nine comments. */
static void
test_places (KsTestDay *self, gconstpointer data)
{
  static const gint64 choices[] = { 0, 0, 0, 1, 4, 5, 9, 10, 11, 25 };
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autofree gint64 *n = g_new0 (gint64, ks_registry_get_n_units (registry));

  for (guint seed = 0; seed < 1000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (KsCommentPlaces) places = NULL;
      gint64 total = 0, left = 0;
      int share = g_rand_int_range (rand, 0, 40);

      for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
        n[i] = g_rand_int_range (rand, 0, 40) <= share
                   ? choices[g_rand_int_range (rand, 0, G_N_ELEMENTS (choices))]
                   : 0;
      places = ks_comment_places_new (registry, n);
      for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
        {
          gint64 hidden, of_district = sum_shown (registry, places, n, i, &hidden);

          total += of_district;
          if (!places->districts[i])
            {
              left += of_district;
              g_assert_cmpint (hidden, ==, of_district);
              continue;
            }
          g_assert_cmpint (of_district, >=, MIN_COMMENTS);
          g_assert_true (hidden == 0 || hidden >= MIN_COMMENTS);
        }
      g_assert_cmpint (places->province, ==, total >= MIN_COMMENTS);
      g_assert_true (!places->province || left == 0 || left >= MIN_COMMENTS);
    }
}

static KsComments *
load (KsTestDay *self, const char *scope, gint64 theme)
{
  const KsCommentFilter filter = { "E1", scope, NULL, theme };
  g_autoptr (GError) error = NULL;
  KsComments *comments = ks_comments_load (self->campaign, &filter, NULL, &error);

  g_assert_no_error (error);
  return comments;
}

static GArray *
take_numbers (KsComments *comments, guint n)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    {
      gint64 number = ks_comments_get_number (comments, i);

      g_array_append_val (numbers, number);
    }
  return numbers;
}

static guint
count_tagged (KsTestDay *self, gint64 theme)
{
  g_autoptr (KsComments) comments = load (self, NULL, theme);

  return ks_comments_get_n (comments);
}

static void
undo (KsTestDay *self, KsOutcome *outcome)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_outcome_can_undo (outcome));
  ks_outcome_undo (outcome, self->campaign, &error);
  g_assert_no_error (error);
}

/* All that stands beside comments, for comparing. */
static char *
dump (KsTestDay *self)
{
  static const char *const queries[]
      = { "SELECT id || name || position || withheld FROM theme ORDER BY id",
          "SELECT response || question || theme FROM comment_theme ORDER BY 1",
          "SELECT response || question || start || length || kept FROM comment_mark ORDER BY 1",
          "SELECT response || question || body FROM quote ORDER BY 1" };
  GString *all = g_string_new (NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3_stmt *statement;

      g_assert_cmpint (sqlite3_prepare_v2 (db, queries[i], -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        g_string_append_printf (all, "%s\n", (const char *) sqlite3_column_text (statement, 0));
      sqlite3_finalize (statement);
    }
  sqlite3_close (db);
  return g_string_free (all, FALSE);
}

static void
assert_as_before (KsTestDay *self, const char *before)
{
  g_autofree char *now = dump (self);

  g_assert_cmpstr (now, ==, before);
}

static void
test_tag_and_undo (KsTestDay *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (KsComments) comments = NULL;
  g_autoptr (GArray) one = NULL;
  g_autoptr (GArray) three = NULL;
  g_autoptr (KsOutcome) added = NULL;
  g_autoptr (KsOutcome) first = NULL;
  g_autoptr (KsOutcome) more = NULL;
  g_autoptr (KsOutcome) renamed = NULL;
  g_autoptr (KsOutcome) removed = NULL;
  gint64 id;

  ks_test_day_import_day (self);
  before = dump (self);
  comments = load (self, NULL, KS_COMMENTS_ANY_THEME);
  one = take_numbers (comments, 1);
  three = take_numbers (comments, 3);
  g_assert_true (ks_add_theme (self->campaign, "Kinh phí", &id, &added, NULL));
  g_assert_true (ks_tag_comments (self->campaign, one, id, TRUE, &first, NULL));
  after = dump (self);
  g_assert_true (ks_tag_comments (self->campaign, three, id, TRUE, &more, NULL));
  g_assert_cmpuint (count_tagged (self, id), ==, 3);
  g_assert_cmpuint (count_tagged (self, KS_COMMENTS_NO_THEME), ==,
                    ks_comments_get_n (comments) - 3);
  /* The one that had it before keeps it. */
  undo (self, more);
  g_assert_cmpuint (count_tagged (self, id), ==, 1);
  g_assert_true (ks_rename_theme (self->campaign, id, "Tài chính", &renamed, NULL));
  undo (self, renamed);
  assert_as_before (self, after);
  g_assert_true (ks_remove_theme (self->campaign, id, &removed, NULL));
  undo (self, removed);
  assert_as_before (self, after);
  undo (self, first);
  undo (self, added);
  assert_as_before (self, before);
}

static void
test_mark_and_undo (KsTestDay *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (KsComments) comments = NULL;
  g_autoptr (KsOutcome) black = NULL;
  g_autoptr (KsOutcome) kept = NULL;
  g_autoptr (KsOutcome) quoted = NULL;
  g_autoptr (KsOutcome) reworded = NULL;
  g_autoptr (KsOutcome) dropped = NULL;
  g_autoptr (GArray) range = create_range (0, 1);
  g_autoptr (GArray) beyond = create_range (0, G_MAXINT);
  g_autoptr (GPtrArray) quotes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number;

  ks_test_day_import_day (self);
  before = dump (self);
  comments = load (self, NULL, KS_COMMENTS_ANY_THEME);
  number = ks_comments_get_number (comments, 0);
  g_assert_true (ks_black_out_ranges (self->campaign, number, range, TRUE, &black, NULL));
  g_assert_true (ks_black_out_ranges (self->campaign, number, range, FALSE, &kept, NULL));
  g_assert_false (ks_black_out_ranges (self->campaign, number, beyond, TRUE, NULL, &error));
  g_assert_nonnull (error);
  undo (self, kept);
  undo (self, black);
  assert_as_before (self, before);
  g_assert_true (ks_quote_comment (self->campaign, number, "Một ý", &quoted, NULL));
  g_assert_true (ks_quote_comment (self->campaign, number, "Ý khác", &reworded, NULL));
  undo (self, reworded);
  quotes = ks_quotes_load (self->campaign, NULL);
  g_assert_cmpuint (quotes->len, ==, 1);
  g_assert_cmpstr (((KsQuote *) quotes->pdata[0])->body, ==, "Một ý");
  g_assert_true (ks_drop_quote (self->campaign, number, &dropped, NULL));
  undo (self, dropped);
  undo (self, quoted);
  assert_as_before (self, before);
}

/* Nothing that is handed out tells where a comment is from; a page is what the list promised. */
static void
test_pages (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsComments) comments = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  const KsCommentPlace *place;

  ks_test_day_import_day (self);
  comments = load (self, "213", KS_COMMENTS_ANY_THEME);
  place = ks_comments_get_place (comments, 0);
  g_assert_cmpint (place->scope.kind, ==, KS_SCOPE_DISTRICT);
  g_assert_cmpuint (place->n, ==, ks_comments_get_n (comments));
  page = ks_comments_load_page (comments, self->campaign, 2, 5, NULL);
  g_assert_cmpuint (page->len, ==, 5);
  for (guint i = 0; i < page->len; i++)
    {
      const KsComment *comment = page->pdata[i];

      g_assert_cmpint (comment->number, ==, ks_comments_get_number (comments, 2 + i));
      g_assert_cmpstr (comment->question->id, ==, "E1");
      g_assert_cmpstr (comment->text, !=, "");
    }
  rest = ks_comments_load_page (comments, self->campaign, ks_comments_get_n (comments) - 1, 5, NULL);
  g_assert_cmpuint (rest->len, ==, 1);
}

static void
test_search (KsTestDay *self, gconstpointer data)
{
  const KsCommentFilter filter = { NULL, NULL, "công khai", KS_COMMENTS_ANY_THEME };
  g_autoptr (KsComments) comments = NULL;
  g_autoptr (GError) error = NULL;

  ks_test_day_import_day (self);
  comments = ks_comments_load (self->campaign, &filter, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ks_comments_get_n (comments), >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comments/proposals", test_proposals);
  g_test_add_func ("/comments/marks", test_marks);
  g_test_add_func ("/comments/find", test_find);
#define ADD(path, func) g_test_add (path, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)
  ADD ("/comments/numbers", test_numbers);
  ADD ("/comments/places", test_places);
  ADD ("/comments/tag-and-undo", test_tag_and_undo);
  ADD ("/comments/mark-and-undo", test_mark_and_undo);
  ADD ("/comments/pages", test_pages);
  ADD ("/comments/search", test_search);
  return g_test_run ();
}
