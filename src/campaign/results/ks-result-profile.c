/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-result-chart-private.h"

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-profile-chart.h"

/* A unit or a district beside what it belongs to. */
typedef struct {
  GPtrArray     *questions; /* of KsQuestion */
  GArray        *rows;      /* of KsProfileRow, as many */
  KsProfileNames names;
} Profile;

static void
free_profile (Profile *self)
{
  g_ptr_array_unref (self->questions);
  g_array_unref (self->rows);
  g_free (self);
}

static gint64
get_hundredths (KsResultChart *chart, const KsScope *scope, const char *name,
                const KsQuestion *question)
{
  return name != NULL ? ks_result_chart_get_hundredths (chart, scope, question) : KS_PROFILE_NONE;
}

/* What leaves the program of a unit or a district knows nothing of the others. */
static void
find_names (KsResultChart *self, Profile *profile, const KsScope *district)
{
  gboolean unit = self->choice.scope.kind == KS_SCOPE_UNIT;
  gboolean others = ks_result_chart_knows_province (self);

  profile->names.unit = unit ? self->choice.scope.name : NULL;
  profile->names.district = !unit || others ? district->name : NULL;
  profile->names.province = others ? _("whole province") : NULL;
}

static void
add_rows (KsResultChart *self, Profile *profile, const KsScope *district)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "", NULL, 0 };
  KsForm *form = ks_results_get_form (self->results);
  const KsProfileNames *names = &profile->names;

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);
      KsProfileRow row = { .id = question->id, .label = question->short_text };

      if (!ks_result_chart_takes (self, question))
        continue;
      row.unit = get_hundredths (self, &self->choice.scope, names->unit, question);
      row.district = get_hundredths (self, district, names->district, question);
      row.province = get_hundredths (self, &province, names->province, question);
      g_array_append_val (profile->rows, row);
      g_ptr_array_add (profile->questions, (gpointer) question);
    }
}

static gboolean
is_any_shown (const Profile *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KsProfileRow *row = &g_array_index (self->rows, KsProfileRow, i);

      if ((self->names.unit != NULL ? row->unit : row->district) != KS_PROFILE_NONE)
        return TRUE;
    }
  return FALSE;
}

static void
say_texts (KsResultChart *self, const Profile *profile)
{
  KsParticipation part;
  g_autofree char *n = NULL;
  g_autofree char *staff = NULL;
  g_autofree char *labels = ks_question_dup_good_labels (g_ptr_array_index (profile->questions, 0));
  g_autofree char *good = g_strdup_printf (_("Favourable: %s."), labels);

  ks_results_get_participation (self->results, &self->choice.scope, &part);
  n = ks_format_count (part.answers);
  staff = ks_format_count (part.staff);
  self->title = ks_profile_dup_title ((const KsProfileRow *) profile->rows->data,
                                      profile->rows->len, &profile->names);
  self->subtitle = g_strdup_printf (_("%s · per cent of favourable sheets · n = %s; N = %s"),
                                    ks_result_chart_get_place (self), n, staff);
  ks_result_chart_say (self, good);
  ks_result_chart_say_as_of (self);
}

static Profile *
load_profile (KsResultChart *self)
{
  Profile *profile = g_new0 (Profile, 1);
  KsScope district = ks_result_chart_find_parent (self);

  profile->questions = g_ptr_array_new ();
  profile->rows = g_array_new (FALSE, TRUE, sizeof (KsProfileRow));
  find_names (self, profile, &district);
  add_rows (self, profile, &district);
  return profile;
}

static void
load (KsResultChart *self)
{
  Profile *profile;

  if (ks_results_is_open (self->results) || self->choice.scope.kind == KS_SCOPE_PROVINCE)
    {
      self->refusal = ks_results_is_open (self->results) ? KS_REFUSAL_OPEN : KS_REFUSAL_PROVINCE;
      return;
    }
  profile = load_profile (self);
  ks_result_chart_keep (self, profile, (GDestroyNotify) free_profile);
  if (profile->rows->len == 0)
    self->refusal = KS_REFUSAL_EMPTY;
  else if (!is_any_shown (profile))
    self->refusal = KS_REFUSAL_TOO_FEW;
  else
    say_texts (self, profile);
}

static KsChart *
create_chart (KsResultChart *self)
{
  const Profile *profile = self->figures;

  return KS_CHART (ks_profile_chart_new ((const KsProfileRow *) profile->rows->data,
                                         profile->rows->len, &profile->names));
}

static void
add_share (KsFigures *figures, const char *name, gint64 hundredths)
{
  if (name == NULL)
    return;
  if (hundredths != KS_PROFILE_NONE)
    ks_figures_add_hundredths (figures, hundredths);
  else
    ks_figures_add_none (figures);
}

static KsFigures *
create_figures (KsResultChart *self, gboolean leaves)
{
  const Profile *profile = self->figures;
  const char *const names[]
      = { profile->names.unit, profile->names.district, profile->names.province };
  KsFigures *figures = ks_figures_new ();

  ks_figures_add_column (figures, "", KS_FIGURE_ID);
  ks_figures_add_column (figures, _("Question"), KS_FIGURE_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL)
      ks_figures_add_column (figures, names[i], KS_FIGURE_NUMBER);
  for (guint i = 0; i < profile->rows->len; i++)
    {
      const KsProfileRow *row = &g_array_index (profile->rows, KsProfileRow, i);

      ks_figures_add_row (figures, KS_FIGURE_ROW, i);
      ks_figures_add_text (figures, row->id);
      ks_figures_add_text (figures, row->label);
      add_share (figures, names[0], row->unit);
      add_share (figures, names[1], row->district);
      add_share (figures, names[2], row->province);
    }
  return figures;
}

static gboolean
find (KsResultChart *self, guint row, guint column, KsScope *scope, const KsQuestion **question)
{
  const Profile *profile = self->figures;

  if (row >= profile->questions->len)
    return FALSE;
  *question = g_ptr_array_index (profile->questions, row);
  return TRUE;
}

const KsChartClassOfKind ks_chart_of_profile = {
  .name = "profile",
  .label = N_("Beside district and province"),
  .noun = "Kết quả so với mức chung",
  .short_noun = "So với huyện, tỉnh",
  .load = load,
  .create_chart = create_chart,
  .create_figures = create_figures,
  .find = find,
};
