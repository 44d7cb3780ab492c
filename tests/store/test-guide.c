/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo.h>
#include <string.h>

#include "ks-document-docx.h"
#include "ks-document-workbook.h"
#include "ks-edit-unit.h"
#include "ks-guide-words.h"
#include "ks-make-guide.h"
#include "ks-print-runs.h"
#include "ks-reader.h"
#include "ks-sheet-words.h"
#include "ks-test-day.h"
#include "ks-test-docx.h"

#define GROUP "https://zalo.me/g/gyvcdr416"
#define BOARD "Ban Dân vận Tỉnh ủy, 0204 3 854 321"
#define HEAD "Nguyễn Văn {An}"

static void
set_up (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsSheetTexts) texts = ks_sheet_texts_new ();
  g_autoptr (GError) error = NULL;

  ks_test_day_set_up (self, data);
  texts->texts[KS_TEXT_GROUP_LINK] = g_strdup (GROUP);
  texts->texts[KS_TEXT_BOARD_CONTACT] = g_strdup (BOARD);
  ks_set_sheet_words (self->campaign, texts, NULL, &error);
  g_assert_no_error (error);
}

static void
add_head (KsTestDay *self)
{
  const KsUnitEdit edit = { KS_UNIT_HEAD, HEAD };
  g_autoptr (GError) error = NULL;

  ks_edit_unit (self->campaign, "07210", &edit, 1, NULL, NULL, &error);
  g_assert_no_error (error);
}

static GHashTable *
write_guide (KsTestDay *self, KsGuideUse use)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsDocument) guide = ks_make_guide (self->campaign, use, NULL, &error);
  g_autoptr (GBytes) file = NULL;

  g_assert_no_error (error);
  file = use == KS_GUIDE_WORKBOOK ? ks_document_write_workbook (guide, 0, NULL, &error)
                                  : ks_document_write_docx (guide, 0, NULL, &error);
  g_assert_no_error (error);
  if (use == KS_GUIDE_PAGES)
    ks_test_docx_assert_sound (file);
  return ks_test_package_read (file, NULL);
}

static char *
read_texts (GHashTable *parts, const char *part, const char *element)
{
  g_autoptr (KsTestNode) node = ks_test_package_parse (parts, part);

  return ks_test_node_dup_text (node, element);
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;
  return n;
}

static void
assert_says (const char *text, const char *words, guint times)
{
  if (count (text, words) != times)
    g_error ("%u times “%s” in place of %u", count (text, words), words, times);
}

/* All that the sheet says. */
static void
assert_whole (KsTestDay *self, const char *text, guint times)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);
  g_autoptr (KsSheetTexts) texts = ks_sheet_words_load (self->campaign, NULL);
  g_autoptr (KsGuideWords) words = ks_guide_words_new (info, texts);
  g_autofree char *title = g_utf8_strup (KS_GUIDE_TITLE, -1);

  assert_says (text, title, times);
  assert_says (text, words->subject, times);
  assert_says (text, words->when, times);
  assert_says (text, words->note, times);
  assert_says (text, KS_GUIDE_GROUP_NOTE, times);
  assert_says (text, KS_GUIDE_PUBLICITY_NOTE, times);
  for (guint i = 0; i < KS_GUIDE_N_TASKS; i++)
    assert_says (text, words->tasks[i], times);
  for (guint i = 0; i < KS_GUIDE_N_WAYS; i++)
    assert_says (text, ks_guide_ways[i], times);
  for (guint i = 0; i < KS_GUIDE_N_FIGURES; i++)
    assert_says (text, ks_guide_figures[i], times);
  for (guint i = 0; i < KS_GUIDE_N_CONTACTS; i++)
    assert_says (text, ks_guide_contacts[i], times);
}

/* One page for all of them, until it is known whom a unit calls. */
static void
test_pages (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GHashTable) one = write_guide (self, KS_GUIDE_PAGES);
  g_autoptr (GHashTable) each = NULL;
  g_autofree char *text = read_texts (one, "word/document.xml", "w:t");
  g_autofree char *texts = NULL;
  g_autofree char *numbers = NULL;

  assert_whole (self, text, 1);
  assert_says (text, BOARD, 1);
  assert_says (text, "Phường Hoàng Văn Thụ", 0);
  add_head (self);
  each = write_guide (self, KS_GUIDE_PAGES);
  texts = read_texts (each, "word/document.xml", "w:t");
  assert_whole (self, texts, 209);
  assert_says (texts, BOARD, 209);
  assert_says (texts, HEAD, 1);
  /* They go apart, so they have no numbers; the same code stands on all of them. */
  numbers = read_texts (each, "word/header2.xml", "w:instrText");
  g_assert_cmpstr (numbers, ==, "");
  g_assert_true (g_hash_table_contains (each, "word/media/chart1.png"));
  g_assert_false (g_hash_table_contains (each, "word/media/chart2.png"));
}

typedef struct
{
  const guint8 *data;
  gsize left;
} Stream;

static cairo_status_t
read_cb (gpointer closure, guchar *data, guint length)
{
  Stream *stream = closure;

  if (length > stream->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, stream->data, length);
  stream->data += length;
  stream->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* The grey of a picture at a part of its size, as a copy or a phone at some distance has it. */
static guint8 *
shrink (GBytes *png, int part, int *width, int *height)
{
  Stream stream = { g_bytes_get_data (png, NULL), g_bytes_get_size (png) };
  cairo_surface_t *whole = cairo_image_surface_create_from_png_stream (read_cb, &stream);
  cairo_surface_t *small;
  cairo_t *cr;
  guint8 *grey;

  *width = cairo_image_surface_get_width (whole) / part;
  *height = cairo_image_surface_get_height (whole) / part;
  small = cairo_image_surface_create (CAIRO_FORMAT_RGB24, *width, *height);
  cr = cairo_create (small);
  cairo_scale (cr, 1.0 / part, 1.0 / part);
  cairo_set_source_surface (cr, whole, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (small);
  grey = g_malloc ((gsize)(*width * *height));
  for (int y = 0; y < *height; y++)
    for (int x = 0; x < *width; x++)
      grey[y * *width + x] = cairo_image_surface_get_data (
          small)[y * cairo_image_surface_get_stride (small) + 4 * x];
  cairo_surface_destroy (small);
  cairo_surface_destroy (whole);
  return grey;
}

/* The picture of a text that is edited can be scanned: at 300 pixels per inch, and at 100. */
static void
test_code (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GHashTable) parts = write_guide (self, KS_GUIDE_PAGES);
  GBytes *png = g_hash_table_lookup (parts, "word/media/chart1.png");
  const KsReader *reader = ks_reader_get (NULL);

  g_assert_nonnull (reader);
  for (int part = 1; part <= 3; part += 2)
    {
      int width, height;
      g_autofree guint8 *grey = shrink (png, part, &width, &height);
      g_autoptr (GPtrArray) codes = reader->read_codes (grey, width, height, 1, TRUE);

      g_assert_cmpuint (codes->len, ==, 1);
      g_assert_cmpstr (((const KsFoundCode *)codes->pdata[0])->text, ==, GROUP);
    }
}

/* One workbook has the contacts of all units. */
static void
test_workbook (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GHashTable) parts = NULL;
  g_autofree char *texts = NULL;

  add_head (self);
  parts = write_guide (self, KS_GUIDE_WORKBOOK);
  texts = read_texts (parts, "xl/sharedStrings.xml", "t");
  g_assert_true (g_hash_table_contains (parts, "xl/worksheets/sheet4.xml"));
  g_assert_false (g_hash_table_contains (parts, "xl/worksheets/sheet5.xml"));
  assert_says (texts, HEAD, 1);
  assert_says (texts, BOARD, 1);
  assert_says (texts, GROUP, 1);
  assert_says (texts, "Phường Hoàng Văn Thụ", 1);
}

/* Without a group there is no code, and nothing is said of one. */
static void
test_no_group (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsSheetTexts) texts = ks_sheet_texts_new ();
  g_autoptr (GHashTable) parts = NULL;
  g_autofree char *text = NULL;

  texts->texts[KS_TEXT_GROUP_LINK] = g_strdup ("");
  g_assert_true (ks_set_sheet_words (self->campaign, texts, NULL, NULL));
  parts = write_guide (self, KS_GUIDE_PAGES);
  text = read_texts (parts, "word/document.xml", "w:t");
  g_assert_false (g_hash_table_contains (parts, "word/media/chart1.png"));
  assert_says (text, KS_GUIDE_GROUP_NOTE, 0);
}

/* A paper, not a print: nothing becomes due to be printed again. */
static void
test_no_print (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "x.pdf", NULL);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GError) error = NULL;

  ks_write_guide (self->campaign, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  runs = ks_print_runs_load (self->campaign, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (runs->len, ==, 0);
}

/* A guide that is stopped leaves no file. */
static void
test_stopped (KsTestDay *self, gconstpointer data)
{
  static const char *const names[] = { "x.docx", "x.xlsx", "x.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (KsJob) job = ks_job_new ("x");
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
      g_autoptr (GError) error = NULL;

      ks_job_stop (job);
      g_assert_false (ks_write_guide (self->campaign, path, job, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, KsTestDay, NULL, set_up, func, ks_test_day_tear_down)
  ADD ("/guide/pages", test_pages);
  ADD ("/guide/code", test_code);
  ADD ("/guide/workbook", test_workbook);
  ADD ("/guide/no-group", test_no_group);
  ADD ("/guide/no-print", test_no_print);
  ADD ("/guide/stopped", test_stopped);
  return g_test_run ();
}
