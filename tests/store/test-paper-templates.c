/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-choose.h"
#include "ks-make-paper.h"
#include "ks-nominee.h"
#include "ks-paper-fields.h"
#include "ks-paper-settings.h"
#include "ks-paper-tables.h"
#include "ks-publish.h"
#include "ks-test-day.h"

/* What the judgement of templates lets pass can be made: an office learns of its mistakes when it
 * brings the template, not when the paper is due. */

#define UNIT "07786"
#define DISTRICT "213"

static const char *const tables[] = {
  "districts", "units",   "low",     "themes",        "key",    "questions", "collectives", "persons",
  "recognition", "staff", "answers", "results", "participation", "scales", "quotes",
};

static const char *const charts[] = { "participation", "questions" };

static void
choose (KsTestDay *self)
{
  g_autoptr (GPtrArray) nominees = ks_nominees_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (nominees, ks_nominee_new_unit (UNIT, "tổ chức tốt"));
  ks_choose (self->campaign, nominees, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ks_test_day_set_up (self, data);
  ks_test_day_import_day (self);
  ks_test_day_import_work (self);
  ks_test_day_set_paper (self, "recognition", "participation", "80");
  ks_test_day_set_paper (self, "recognition", "good", "80");
  choose (self);
  if (data != NULL)
    ks_publish (self->campaign, "gửi báo cáo", NULL, &error);
  g_assert_no_error (error);
}

/* Made on the sample from a template that its paper accepted. */
static void
assert_made (KsTestDay *self, KsPaperKind paper, const char *template, gboolean settled)
{
  KsPaperWish wish = KS_PAPER_WISH (paper);
  g_autoptr (KsDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (ks_paper_kind_has (paper, KS_PAPER_SETTLED) && !settled)
    return;
  ks_test_day_set_paper (self, ks_paper_kind_get_id (paper), "template", template);
  wish.unit = ks_paper_kind_has (paper, KS_PAPER_OF_A_UNIT) ? UNIT : NULL;
  wish.district = ks_paper_kind_has (paper, KS_PAPER_OF_A_DISTRICT) ? DISTRICT : NULL;
  document = ks_make_paper (self->campaign, &wish, NULL, &error);
  if (document == NULL)
    g_error ("%s: %s", ks_paper_kind_get_id (paper), error->message);
}

/* All tables and charts that a paper may have, in one. */
static void
test_tables (KsTestDay *self, gconstpointer settled)
{
  for (guint i = 0; i < KS_N_MADE_PAPERS; i++)
    {
      g_autoptr (GString) template = g_string_new ("@title A\n");

      for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
        if (ks_paper_has_table ((KsPaperKind)i, tables[k]))
          g_string_append_printf (template, "\n@table %s Biểu\n", tables[k]);
      for (guint k = 0; k < G_N_ELEMENTS (charts); k++)
        if (ks_paper_has_chart ((KsPaperKind)i, charts[k]))
          g_string_append_printf (template, "\n@chart %s Hình\n", charts[k]);
      assert_made (self, (KsPaperKind)i, template->str, settled != NULL);
    }
}

static void
append_field (GString *template, KsPaperKind paper, KsForm *form, const char *prefix, const char *id)
{
  g_autofree char *field = g_strconcat (prefix, id, NULL);

  if (ks_paper_field_is_known (field, paper, form))
    g_string_append_printf (template, "{%s}; ", field);
}

static void
append_questions (GString *template, KsPaperKind paper, KsForm *form)
{
  static const char *const ids[]
      = { "answered",        "blank",    "good",   "share", "poor",        "poor/share",   "dont_know",
          "dont_know/share", "left_out", "bounds", "text",  "good_labels", "levels/share", "level/1",
          "level/1/share" };

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);
      g_autofree char *prefix = g_strdup_printf ("question/%s/", question->id);

      for (guint k = 0; k < G_N_ELEMENTS (ids); k++)
        append_field (template, paper, form, prefix, ids[k]);
    }
}

/* All fields that a paper may name, of the whole, of a district, of a unit and of questions. */
static void
test_fields (KsTestDay *self, gconstpointer settled)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  guint n_fields;
  const KsPaperField *fields = ks_paper_fields_get (&n_fields);

  for (guint i = 0; i < KS_N_MADE_PAPERS; i++)
    {
      g_autoptr (GString) template = g_string_new ("@title A\n\n");

      for (guint k = 0; k < n_fields; k++)
        {
          append_field (template, (KsPaperKind)i, form, "", fields[k].id);
          append_field (template, (KsPaperKind)i, form, "district/" DISTRICT "/", fields[k].id);
          append_field (template, (KsPaperKind)i, form, "unit/" UNIT "/", fields[k].id);
        }
      append_questions (template, (KsPaperKind)i, form);
      assert_made (self, (KsPaperKind)i, template->str, settled != NULL);
    }
}

/* The column of remarks is of the table, whichever paper it stands in. */
static void
test_remarks (KsTestDay *self, gconstpointer settled)
{
  KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_RECOGNITION);
  g_autoptr (KsDocument) document = NULL;
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GError) error = NULL;

  ks_test_day_set_paper (self, "recognition", "template", "@title A\n\n@table units");
  document = ks_make_paper (self->campaign, &wish, NULL, &error);
  g_assert_no_error (error);
  places = ks_document_dup_figures (document);
  g_assert_cmpuint (places->len, >, 209);
  for (guint i = 0; i < places->len; i++)
    g_assert_null (g_strrstr (((KsFigurePlace *)places->pdata[i])->id, "recognition"));
}

int
main (int argc, char **argv)
{
  static const char settled[] = "settled";

  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, func)                                                                      \
  g_test_add (name, KsTestDay, data, set_up, func, ks_test_day_tear_down)
  ADD ("/paper-templates/tables-before", NULL, test_tables);
  ADD ("/paper-templates/tables", settled, test_tables);
  ADD ("/paper-templates/fields-before", NULL, test_fields);
  ADD ("/paper-templates/fields", settled, test_fields);
  ADD ("/paper-templates/remarks", settled, test_remarks);
  return g_test_run ();
}
