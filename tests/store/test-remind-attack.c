/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <poppler.h>
#include <string.h>

#include "ks-findings.h"
#include "ks-remind.h"
#include "ks-test-day.h"

/* What leaves for the group of a district: its text, and the words of its picture. */
typedef struct {
  KsRemindWords       *words;
  KsDayFigures        *figures;
  const KsDayDistrict *district;
  char                *text;
  char                *picture;  /* its words without blanks: cells stand close */
} Leaving;

static char *
dup_without_blanks (const char *text)
{
  g_autoptr (GString) result = g_string_new (text);

  g_string_replace (result, " ", "", 0);
  g_string_replace (result, "\n", "", 0);
  return g_strdup (result->str);
}

static char *
read_words (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *words = poppler_page_get_text (page);

      g_string_append_printf (text, "%s\n", words);
      g_object_unref (page);
    }
  g_object_unref (document);
  return dup_without_blanks (text->str);
}

static char *
read_picture (KsTestDay *self, const Leaving *leaving)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsPages) pages
      = ks_remind_table_new (self->campaign, leaving->words, leaving->figures,
                             leaving->district->code, &error);
  g_autoptr (GBytes) pdf = pages != NULL ? ks_pages_dup_pdf (pages, 0, NULL, &error) : NULL;

  g_assert_no_error (error);
  return read_words (pdf);
}

/* Behind a unit's name stands a figure; "Xã Tân" is no part of "Xã Tân An". */
static gboolean
tells (const char *text, const char *name, const char *behind)
{
  for (const char *p = strstr (text, name); p != NULL; p = strstr (p + 1, name))
    {
      const char *rest = p + strlen (name);

      if (g_str_has_prefix (rest, behind) && rest[strlen (behind)] != '\0'
          && g_ascii_isdigit (rest[strlen (behind)]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_district (const Leaving *leaving, const char *name)
{
  for (guint i = 0; i < leaving->district->n_units; i++)
    if (g_str_equal (ks_unit_get_name (ks_day_figures_get_unit (leaving->figures,
                                                                leaving->district->first + i)
                                           ->unit),
                     name))
      return TRUE;
  return FALSE;
}

static void
check_unit (const Leaving *leaving, const KsDayUnit *unit)
{
  const char *name = ks_unit_get_name (unit->unit);
  g_autofree char *running = ks_unit_dup_running_name (name);
  g_autofree char *close = dup_without_blanks (name);
  gboolean own = is_of_district (leaving, name);

  g_assert_true (tells (leaving->picture, close, "") == (own && !unit->checking));
  if (!own || unit->checking)
    g_assert_false (tells (leaving->text, running, " ("));
}

/* They stand in one line, so that the column adds up. */
static void
check_unnamed (const Leaving *leaving, guint *n_checking)
{
  gint64 staff = 0, answers = 0;
  g_autofree char *row = NULL;

  for (guint i = 0; i < leaving->district->n_units; i++)
    {
      const KsDayUnit *unit
          = ks_day_figures_get_unit (leaving->figures, leaving->district->first + i);

      staff += unit->checking ? unit->staff : 0;
      answers += unit->checking ? unit->answers : 0;
    }
  row = g_strdup_printf ("%uđơnvịkhác%" G_GINT64_FORMAT "%" G_GINT64_FORMAT "đangđốichiếu",
                         leaving->district->n_checking, staff, answers);
  if ((strstr (leaving->picture, row) != NULL) != (leaving->district->n_checking > 0))
    g_error ("“%s” in “%s”", row, leaving->picture);
  *n_checking += leaving->district->n_checking;
}

static void
check_districts (const Leaving *leaving)
{
  guint n;
  const KsDayDistrict *districts = ks_day_figures_get_districts (leaving->figures, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean own = &districts[i] == leaving->district;
      g_autofree char *running = ks_unit_dup_running_name (districts[i].name);
      g_autofree char *close = dup_without_blanks (districts[i].name);

      g_assert_true ((strstr (leaving->text, running) != NULL) == own);
      g_assert_true ((strstr (leaving->picture, close) != NULL) == own);
    }
}

/* What the group of a district is sent names no other district, no unit of another one, and no unit
 * whose figures are being checked. */
static void
test_districts (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsRemindWords) words = NULL;
  g_autoptr (KsDayFigures) figures = NULL;
  const KsDayDistrict *districts;
  guint n, n_checking = 0;

  ks_test_day_import_day (self);
  ks_test_day_import_work (self);
  ks_findings_renew (self->campaign, NULL, &error);
  g_assert_no_error (error);
  words = ks_remind_words_load (self->campaign, KS_MOMENT_NONE, &error);
  g_assert_no_error (error);
  figures = ks_day_figures_load (self->campaign, KS_MOMENT_NONE, KS_MOMENT_NONE, NULL, &error);
  g_assert_no_error (error);
  districts = ks_day_figures_get_districts (figures, &n);
  for (guint i = 0; i < n; i++)
    {
      Leaving leaving = { words, figures, &districts[i], NULL, NULL };
      g_auto (GStrv) parts
          = ks_remind_dup_parts (words, figures, districts[i].code, NULL, &error);

      g_assert_no_error (error);
      leaving.text = g_strjoinv ("\n", parts);
      leaving.picture = read_picture (self, &leaving);
      check_districts (&leaving);
      check_unnamed (&leaving, &n_checking);
      for (guint k = 0; k < ks_day_figures_get_n_units (figures); k++)
        check_unit (&leaving, ks_day_figures_get_unit (figures, k));
      g_free (leaving.text);
      g_free (leaving.picture);
    }
  g_assert_cmpuint (n_checking, ==, 31);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/remind-attack/districts", KsTestDay, NULL, ks_test_day_set_up, test_districts,
              ks_test_day_tear_down);
  return g_test_run ();
}
