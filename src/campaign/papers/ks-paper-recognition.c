/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-figures.h"

#include "ks-number.h"
#include "ks-results-private.h"

/* A unit against the limits that the office entered. The program recognises nobody. */

#define MET "đạt"
#define MISSED "chưa đạt"
#define UNKNOWN "chưa đủ căn cứ"

typedef struct
{
  gint64 participation; /* in hundredths of a per cent; -1: none */
  gint64 good;
} Limits;

static Limits
get_limits (const KsPaperMaterial *material)
{
  return (Limits){
    ks_paper_settings_get_percent (material->settings, KS_PAPER_RECOGNITION, "participation"),
    ks_paper_settings_get_percent (material->settings, KS_PAPER_RECOGNITION, "good"),
  };
}

static const char *
judge_participation (const KsPaperMaterial *material, const KsParticipation *who, gint64 limit)
{
  if (limit < 0 || who->staff <= 0 || ks_paper_material_is_reconciling (material, who))
    return UNKNOWN;
  return who->answers * 10000 >= limit * who->staff ? MET : MISSED;
}

/* By the bounds: whatever those think who did not answer. */
static const char *
judge_share (const KsShare *share, gint64 limit)
{
  gint64 missing = share->population - share->n;

  if (limit < 0 || !share->shown || !share->has_bounds)
    return UNKNOWN;
  if (share->x * 10000 >= limit * share->population)
    return MET;
  return (share->x + missing) * 10000 < limit * share->population ? MISSED : UNKNOWN;
}

static const char *
judge_good (const KsPaperMaterial *material, const KsScope *scope, gint64 limit)
{
  const KsQuestion *key = ks_form_get_key_question (ks_results_get_form (material->given));
  KsShare share;

  if (key == NULL || !ks_results_tells (material->given, key))
    return UNKNOWN;
  ks_results_get_share (material->given, scope, key, &share);
  return judge_share (&share, limit);
}

static void
judge_unit (const KsPaperMaterial *material,
            const KsScope *scope,
            const char **participation,
            const char **good)
{
  Limits limits = get_limits (material);
  KsParticipation who;

  ks_results_get_participation (material->live, scope, &who);
  *participation = judge_participation (material, &who, limits.participation);
  *good = judge_good (material, scope, limits.good);
  /* What is being reconciled is no ground either way. */
  if (ks_paper_material_is_reconciling (material, &who))
    *good = UNKNOWN;
}

static void
add_unit (const KsPaperScope *scope)
{
  const char *participation;
  const char *good;

  judge_unit (scope->material, &scope->scope, &participation, &good);
  ks_paper_add_words (
      scope, "recognition/participation", participation,
      "So tỷ lệ tham gia với mức cơ quan đặt: đạt khi bằng hoặc cao hơn; chưa đủ căn "
      "cứ khi số liệu đang đối chiếu.");
  ks_paper_add_words (
      scope, "recognition/good", good,
      "So với mức cơ quan đặt: đạt khi tỷ lệ thấp nhất có thể bằng hoặc cao hơn mức; "
      "chưa đạt khi tỷ lệ cao nhất có thể thấp hơn mức; còn lại là chưa đủ căn cứ.");
}

/**
 * ks_paper_add_recognition:
 * @scope: a scope
 *
 * Puts into the book how a unit stands to the limits, or how many units of a larger scope meet
 * them.
 */
void
ks_paper_add_recognition (const KsPaperScope *scope)
{
  KsRegistry *registry = ks_results_get_registry (scope->material->live);
  guint n_participation = 0;
  guint n_good = 0;
  guint first;
  guint n_units;

  if (scope->scope.kind == KS_SCOPE_UNIT)
    {
      add_unit (scope);
      return;
    }
  ks_results_get_slice (scope->material->live, &scope->scope, &first, &n_units);
  for (guint i = first; i < first + n_units; i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      const KsScope place = { KS_SCOPE_UNIT, ks_unit_get_code (unit), ks_unit_get_name (unit) };
      const char *participation;
      const char *good;

      judge_unit (scope->material, &place, &participation, &good);
      n_participation += g_str_equal (participation, MET);
      n_good += g_str_equal (good, MET);
    }
  ks_paper_add_count (scope, "recognition/participation", n_participation,
                      "Số đơn vị có tỷ lệ tham gia đạt mức cơ quan đặt.");
  ks_paper_add_count (scope, "recognition/good", n_good,
                      "Số đơn vị có tỷ lệ đánh giá tốt thấp nhất có thể đạt mức cơ quan đặt.");
}
