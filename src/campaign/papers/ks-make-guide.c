/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-make-guide.h"

#include "ks-document-docx.h"
#include "ks-document-workbook.h"
#include "ks-guide-words.h"
#include "ks-paper-kind.h"
#include "ks-paper-words.h"
#include "ks-platform.h"
#include "ks-print-sheets.h"
#include "ks-sheet-words.h"

/* Phiếu hướng dẫn tổ công tác for an office that edits it: what the sheet says, as tables. */

#define SIZE 11.0
#define ROW 5.9
#define CODE_HEIGHT 24.0
#define BOX "☐"

/* A guide while it is made. */
typedef struct
{
  KsGuideUse use;
  KsCampaignInfo *info;
  KsSheetTexts *texts;
  KsRegistry *registry;
  GPtrArray *sheets; /* of KsSheet */
  KsGuideWords *words;
  KsFolio *code; /* of the group; NULL: it has none */
  KsFigureBook *book;
  KsDocument *document;
} Guide;

static void
clear_guide (Guide *self)
{
  g_clear_pointer (&self->info, ks_campaign_info_free);
  g_clear_pointer (&self->texts, ks_sheet_texts_free);
  g_clear_object (&self->registry);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->words, ks_guide_words_free);
  g_clear_pointer (&self->code, ks_folio_unref);
  g_clear_pointer (&self->book, ks_figure_book_unref);
  g_clear_pointer (&self->document, ks_document_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Guide, clear_guide)

static gboolean
gather (Guide *self, KsCampaign *campaign, GError **error)
{
  self->info = ks_campaign_dup_info (campaign);
  self->registry = ks_campaign_dup_registry (campaign);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_sheet_free);
  for (guint i = 0; i < ks_registry_get_n_units (self->registry); i++)
    g_ptr_array_add (self->sheets, ks_sheet_new (ks_registry_get_unit (self->registry, i), NULL,
                                                 NULL, i + 1));
  self->texts = ks_sheet_words_load (campaign, error);
  if (self->texts == NULL || !ks_sheets_add_union_contacts (campaign, self->sheets, error))
    return FALSE;
  self->words = ks_guide_words_new (self->info, self->texts);
  if (*self->words->group_link != '\0')
    self->code = ks_guide_code_new (self->words->group_link);
  return TRUE;
}

static void
begin (Guide *self)
{
  g_autofree char *title = g_strdup_printf (KS_GUIDE_TITLE " – %s", self->info->id);
  const KsDocumentFacts facts = {
    .id = ks_paper_kind_get_id (KS_PAPER_GUIDE),
    .title = title,
    .author = self->info->issuing_body,
    .simulated = self->info->simulated,
    .compact = TRUE,
    .unnumbered = TRUE,
    .margins = { 12, 15, 8, 25 },
  };

  self->book = ks_figure_book_new ();
  self->document = ks_document_new (&facts, self->book);
}

/* What offices word is no figure, whatever digits it holds. */
static void
add_row (Guide *self, const char *const *cells, guint n)
{
  g_autoptr (GPtrArray) quoted = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (quoted, ks_document_quote (cells[i]));
  ks_document_add_row (self->document, KS_ROW_PLAIN, (const char *const *)quoted->pdata,
                       quoted->len);
}

static void
add_note (Guide *self, const char *text)
{
  g_autofree char *quoted = ks_document_quote (text);

  ks_document_add_note (self->document, quoted);
}

/* On a page the heading is enough to know the columns by. */
static void
begin_table (Guide *self, const char *heading, const KsDocumentTable *table)
{
  KsDocumentTable own = *table;

  own.size = SIZE;
  own.row_height = ROW;
  if (self->use == KS_GUIDE_PAGES)
    own.header = NULL;
  ks_document_add_heading (self->document, 3, heading);
  ks_document_begin_table (self->document, &own);
}

static void
add_tasks (Guide *self)
{
  static const double widths[] = { 40, 130 };
  static const KsAlign aligns[] = { KS_ALIGN_LEFT, KS_ALIGN_LEFT };
  static const char *const header[] = { "Thời gian", KS_GUIDE_TASKS };

  begin_table (self, KS_GUIDE_TASKS,
               &(KsDocumentTable){ .sheet = KS_GUIDE_TASKS, .n_columns = 2, .widths = widths,
                                   .aligns = aligns, .header = header });
  for (guint i = 0; i < KS_GUIDE_N_TASKS; i++)
    add_row (self, (const char *[]){ self->words->moments[i], self->words->tasks[i] }, 2);
  ks_document_end_table (self->document);
}

static void
add_publicity (Guide *self)
{
  static const double widths[] = { 10, 120, 40 };
  static const KsAlign aligns[] = { KS_ALIGN_CENTRE, KS_ALIGN_LEFT, KS_ALIGN_CENTRE };
  static const char *const header[] = { "Đã làm", "Cách công khai", "Thời gian" };

  begin_table (self, KS_GUIDE_PUBLICITY,
               &(KsDocumentTable){ .sheet = "Công khai", .n_columns = 3, .widths = widths,
                                   .aligns = aligns, .header = header });
  for (guint i = 0; i < KS_GUIDE_N_WAYS; i++)
    add_row (self, (const char *[]){ BOX, ks_guide_ways[i], KS_GUIDE_PUBLICITY_DAY }, 3);
  ks_document_end_table (self->document);
  add_note (self, KS_GUIDE_PUBLICITY_NOTE);
}

static void
add_report (Guide *self)
{
  static const double widths[] = { 85, 85 };
  static const KsAlign aligns[] = { KS_ALIGN_LEFT, KS_ALIGN_LEFT };
  static const char *const header[] = { KS_GUIDE_REPORT, "Kết quả" };

  begin_table (self, KS_GUIDE_REPORT,
               &(KsDocumentTable){ .sheet = "Báo cáo", .n_columns = 2, .widths = widths,
                                   .aligns = aligns, .header = header });
  for (guint i = 0; i < KS_GUIDE_N_FIGURES; i++)
    add_row (self, (const char *[]){ ks_guide_figures[i], "" }, 2);
  ks_document_end_table (self->document);
}

/* Whom the group is for, and what it is not, in one line. */
static char *
describe_group (void)
{
  g_autofree char *whom = g_strdelimit (g_strdup (KS_GUIDE_GROUP_FOR), "\n", ' ');

  return g_strjoin (" ", whom, KS_GUIDE_GROUP_USE, KS_GUIDE_GROUP_NOTE, NULL);
}

/* What is the same for all units. */
static void
note_contacts (Guide *self)
{
  g_autofree char *words = describe_group ();
  g_autofree char *board
      = g_strdup_printf ("%s: %s", ks_guide_contacts[2], self->words->board);
  g_autofree char *group = g_strdup_printf ("%s: %s. %s", self->words->group,
                                            self->words->group_link, words);

  if (*self->words->board != '\0')
    add_note (self, board);
  if (self->code != NULL)
    add_note (self, group);
}

/* A row for every unit. */
static void
add_all_contacts (Guide *self)
{
  static const double widths[] = { 10, 36, 36, 49, 49 };
  static const KsAlign aligns[] = { KS_ALIGN_CENTRE, KS_ALIGN_LEFT, KS_ALIGN_LEFT,
                                    KS_ALIGN_LEFT, KS_ALIGN_LEFT };
  const char *const header[] = { "STT", "Đơn vị", "Huyện, thị xã, thành phố", ks_guide_contacts[0],
                                 ks_guide_contacts[1] };

  begin_table (self, KS_GUIDE_CONTACTS,
               &(KsDocumentTable){ .sheet = KS_GUIDE_CONTACTS, .n_columns = G_N_ELEMENTS (widths),
                                   .widths = widths, .aligns = aligns, .header = header });
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const KsSheet *sheet = self->sheets->pdata[i];
      g_auto (GStrv) contacts = ks_guide_words_dup_contacts (self->words, sheet);
      g_autofree char *number = g_strdup_printf ("%u", sheet->number);
      const char *district = ks_unit_get_district_name (sheet->unit);
      const char *cells[] = { number, ks_unit_get_name (sheet->unit),
                              district != NULL ? district : "", contacts[0], contacts[1] };

      add_row (self, cells, G_N_ELEMENTS (cells));
    }
  ks_document_end_table (self->document);
  note_contacts (self);
}

static void
add_contacts (Guide *self, const KsSheet *sheet)
{
  static const double widths[] = { 60, 110 };
  static const KsAlign aligns[] = { KS_ALIGN_LEFT, KS_ALIGN_LEFT };
  g_auto (GStrv) contacts = ks_guide_words_dup_contacts (self->words, sheet);
  g_autofree char *group = describe_group ();
  g_autofree char *alt = g_strdup_printf ("Mã QR. %s: %s", self->words->group,
                                          self->words->group_link);

  begin_table (self, KS_GUIDE_CONTACTS,
               &(KsDocumentTable){ .n_columns = 2, .widths = widths, .aligns = aligns });
  for (guint i = 0; i < KS_GUIDE_N_CONTACTS; i++)
    add_row (self, (const char *[]){ ks_guide_contacts[i], contacts[i] }, 2);
  if (self->code != NULL)
    add_row (self, (const char *[]){ self->words->group, group }, 2);
  ks_document_end_table (self->document);
  if (self->code != NULL)
    ks_document_add_chart (self->document, NULL, ks_guide_code_paint, ks_folio_ref (self->code),
                           (GDestroyNotify)ks_folio_unref, CODE_HEIGHT, alt);
}

static char *
dup_full_name (KsUnit *unit)
{
  const char *district = ks_unit_get_district_name (unit);

  return district != NULL && *district != '\0'
             ? g_strdup_printf ("%s, %s", ks_unit_get_name (unit), district)
             : g_strdup (ks_unit_get_name (unit));
}

/* sheet: NULL for a guide that holds for all units. */
static void
open_page (Guide *self, const KsSheet *sheet)
{
  g_autofree char *superior = ks_paper_words_dup_superior (NULL, self->info->superior_body);
  g_autofree char *title = g_utf8_strup (KS_GUIDE_TITLE, -1);
  g_autofree char *subject = ks_document_quote (self->words->subject);
  g_autofree char *when = ks_document_quote (self->words->when);
  g_autofree char *name = sheet != NULL ? dup_full_name (sheet->unit) : NULL;
  g_autofree char *unit = name != NULL ? ks_document_quote (name) : NULL;
  const char *const subjects[] = { subject, when, NULL };
  const KsPaperOpening opening = {
    .superior = superior,
    .organ = self->info->issuing_body != NULL ? self->info->issuing_body : "",
    .title = title,
    .subjects = subjects,
    .reference = unit,
  };

  ks_document_open (self->document, &opening);
}

static void
add_page (Guide *self, const KsSheet *sheet)
{
  open_page (self, sheet);
  add_tasks (self);
  add_publicity (self);
  add_report (self);
  add_contacts (self, sheet);
  add_note (self, self->words->note);
}

static gboolean
add_pages (Guide *self, KsJob *job, GError **error)
{
  if (ks_guide_is_one_for_all (self->sheets))
    {
      add_page (self, NULL);
      return TRUE;
    }
  for (guint i = 0; i < self->sheets->len; i++)
    {
      if (!ks_job_report (job, i, self->sheets->len, error))
        return FALSE;
      if (i > 0)
        ks_document_break_page (self->document);
      add_page (self, self->sheets->pdata[i]);
    }
  return TRUE;
}

static void
add_tables (Guide *self)
{
  open_page (self, NULL);
  add_tasks (self);
  add_note (self, self->words->note);
  add_publicity (self);
  add_report (self);
  add_all_contacts (self);
}

/**
 * ks_make_guide:
 * @campaign: a campaign
 * @use: what for
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Makes the guide for working groups as a text that an office goes on with. As of the sheet, one
 * page is enough for all until the registry knows whom a unit calls.
 *
 * Returns: (transfer full): the guide, or %NULL with @error set
 */
KsDocument *
ks_make_guide (KsCampaign *campaign, KsGuideUse use, KsJob *job, GError **error)
{
  g_auto (Guide) guide = { .use = use };

  if (!gather (&guide, campaign, error))
    return NULL;
  begin (&guide);
  if (use == KS_GUIDE_WORKBOOK)
    add_tables (&guide);
  else if (!add_pages (&guide, job, error))
    return NULL;
  return ks_document_check (guide.document, error) ? g_steal_pointer (&guide.document) : NULL;
}

static GBytes *
make_file (KsCampaign *campaign, KsGuideUse use, KsJob *job, GError **error)
{
  g_autoptr (KsDocument) document = ks_make_guide (campaign, use, job, error);
  KsMoment stamp;

  if (document == NULL || !ks_job_report (job, 0, 0, error)
      || !ks_campaign_get_stamp (campaign, &stamp, error))
    return NULL;
  return use == KS_GUIDE_WORKBOOK ? ks_document_write_workbook (document, stamp, job, error)
                                  : ks_document_write_docx (document, stamp, job, error);
}

/**
 * ks_write_guide:
 * @campaign: a campaign
 * @path: the file to write: a name that ends in .docx or .xlsx is a text that an office goes on
 *   with, else the sheet as PDF. A paper among others, it is no print whose sheets would have to be
 *   printed again
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_write_guide (KsCampaign *campaign, const char *path, KsJob *job, GError **error)
{
  const KsSheetChoice sheet = { .options = { .layout = KS_LAYOUT_GUIDE } };
  g_autofree char *lower = g_ascii_strdown (path, -1);
  gboolean workbook = g_str_has_suffix (lower, ".xlsx");
  g_autoptr (GBytes) file = NULL;

  if (!workbook && !g_str_has_suffix (lower, ".docx"))
    {
      g_autoptr (KsPages) pages = ks_write_sheets (campaign, &sheet, path, job, error);

      return pages != NULL;
    }
  file = make_file (campaign, workbook ? KS_GUIDE_WORKBOOK : KS_GUIDE_PAGES, job, error);
  return file != NULL
         && ks_file_write (path, g_bytes_get_data (file, NULL), g_bytes_get_size (file), error);
}
