/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-give-out.h"

#include <json-glib/json-glib.h>

#include "ks-campaign-error.h"
#include "ks-disclosure.h"
#include "ks-given-table.h"
#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-response-table.h"
#include "ks-results-private.h"

/* Two tables of the same scope, given out one after the other, must not differ by one to four
 * sheets: their difference would be the answers of so few people. Until five sheets have changed
 * the earlier figures stand. */

/**
 * ks_given_figures_free:
 * @self: (nullable): figures
 *
 * Frees them.
 */
void
ks_given_figures_free (KsGivenFigures *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->questions);
  g_free (self);
}

static KsGivenFigures *
make_figures (void)
{
  KsGivenFigures *figures = g_new0 (KsGivenFigures, 1);

  figures->questions
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_question_result_free);
  figures->given_at = KS_MOMENT_NONE;
  return figures;
}

/* Sensitive questions stand on the desk's screen only. */
static gboolean
may_leave (const KsQuestion *question)
{
  return !question->sensitive && !question->profile && question->type != KS_QUESTION_TEXT;
}

static KsGivenFigures *
collect_figures (KsResults *results, const KsScope *scope)
{
  KsForm *form = ks_results_get_form (results);
  KsGivenFigures *figures = make_figures ();

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      if (may_leave (question))
        g_ptr_array_add (figures->questions, ks_results_dup_question (results, scope, question));
    }
  return figures;
}

typedef struct {
  KsResults *results;
  guint      first;
  guint      n_units;
  gboolean   all;      /* those of small units and those that do not count as well */
  GArray    *ids;
} Selection;

static gboolean
select_response (const KsResponse *response, gpointer data, GError **error)
{
  Selection *selection = data;
  KsUnit *unit = ks_registry_lookup (selection->results->registry, response->unit);
  guint index = unit != NULL ? ks_unit_get_index (unit) : G_MAXUINT;

  if (unit != NULL && index >= selection->first && index < selection->first + selection->n_units
      && (selection->all
          || ks_is_shown (ks_results_get_unit_answers (selection->results, unit))))
    g_array_append_val (selection->ids, response->id);
  return TRUE;
}

static GArray *
load_ids (KsTransaction *tx, KsResults *results, const KsScope *scope, gboolean all,
          GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;
  Selection selection = { .results = results, .all = all, .ids = ids };

  ks_results_get_slice (results, scope, &selection.first, &selection.n_units);
  filter.state = all ? -1 : KS_STATE_COUNTED;
  if (!ks_response_table_foreach (tx, &filter, select_response, &selection, error))
    return NULL;
  return g_steal_pointer (&ids);
}

static void
write_question (JsonBuilder *builder, const KsQuestionResult *result)
{
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, result->question->id);
  json_builder_add_int_value (builder, result->answered);
  json_builder_add_int_value (builder, result->blank);
  json_builder_add_int_value (builder, result->good);
  json_builder_add_int_value (builder, result->poor);
  json_builder_add_int_value (builder, result->dont_know);
  json_builder_add_int_value (builder, result->staff);
  json_builder_add_int_value (builder, result->left_out);
  json_builder_add_int_value (builder, result->shown);
  json_builder_add_int_value (builder, result->levels_shown);
  for (guint i = 0; i < result->question->n_options; i++)
    json_builder_add_int_value (builder, result->counts[i]);
  json_builder_end_array (builder);
}

static char *
write_figures (const KsGivenFigures *figures)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < figures->questions->len; i++)
    write_question (builder, g_ptr_array_index (figures->questions, i));
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

enum {
  MEMBER_ID,
  MEMBER_ANSWERED,
  MEMBER_BLANK,
  MEMBER_GOOD,
  MEMBER_POOR,
  MEMBER_DONT_KNOW,
  MEMBER_STAFF,
  MEMBER_LEFT_OUT,
  MEMBER_SHOWN,
  MEMBER_LEVELS_SHOWN,
  N_MEMBERS,
};

static KsQuestionResult *
read_question (JsonArray *members, KsForm *form)
{
  const KsQuestion *question
      = ks_form_lookup (form, json_array_get_string_element (members, MEMBER_ID));
  KsQuestionResult *result;

  if (question == NULL || json_array_get_length (members) != N_MEMBERS + question->n_options)
    return NULL;
  result = g_new0 (KsQuestionResult, 1);
  result->question = question;
  result->answered = json_array_get_int_element (members, MEMBER_ANSWERED);
  result->blank = json_array_get_int_element (members, MEMBER_BLANK);
  result->good = json_array_get_int_element (members, MEMBER_GOOD);
  result->poor = json_array_get_int_element (members, MEMBER_POOR);
  result->dont_know = json_array_get_int_element (members, MEMBER_DONT_KNOW);
  result->staff = json_array_get_int_element (members, MEMBER_STAFF);
  result->left_out = json_array_get_int_element (members, MEMBER_LEFT_OUT);
  result->shown = json_array_get_int_element (members, MEMBER_SHOWN) != 0;
  result->levels_shown = json_array_get_int_element (members, MEMBER_LEVELS_SHOWN) != 0;
  result->counts = g_new0 (gint64, MAX (1, question->n_options));
  for (guint i = 0; i < question->n_options; i++)
    result->counts[i] = json_array_get_int_element (members, N_MEMBERS + i);
  return result;
}

static KsGivenFigures *
read_figures (const KsGiven *given, KsForm *form)
{
  g_autoptr (JsonNode) root = json_from_string (given->figures, NULL);
  JsonArray *questions
      = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  KsGivenFigures *figures = make_figures ();

  figures->given_at = given->given_at;
  for (guint i = 0; questions != NULL && i < json_array_get_length (questions); i++)
    {
      KsQuestionResult *result = read_question (json_array_get_array_element (questions, i), form);

      if (result != NULL)
        g_ptr_array_add (figures->questions, result);
    }
  return figures;
}

/* Both ascend. */
static GArray *
intersect (GArray *a, GArray *b)
{
  GArray *common = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint i = 0;
  guint j = 0;

  while (i < a->len && j < b->len)
    {
      gint64 left = g_array_index (a, gint64, i);
      gint64 right = g_array_index (b, gint64, j);

      if (left == right)
        g_array_append_val (common, left);
      i += left <= right;
      j += right <= left;
    }
  return common;
}

static gboolean
is_isolating (guint difference)
{
  return difference > 0 && difference < KS_MIN_ANSWERS;
}

/* Whether a district's sheets now differ by one to four from those that a table of @given_scope,
 * the province or the district itself, rested on: then this table, that one and the tables of the
 * other districts together would tell what so few people answered. */
static gboolean
isolates (KsTransaction *tx, KsResults *results, const char *given_scope,
          const KsDistrict *district, gboolean *isolating, GError **error)
{
  KsScope scope = { KS_SCOPE_DISTRICT, district->code, district->name };
  g_autoptr (KsGiven) last = NULL;
  g_autoptr (GArray) now = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) then = NULL;

  *isolating = FALSE;
  if (!ks_given_table_load_last (tx, given_scope, &last, error))
    return FALSE;
  if (last == NULL)
    return TRUE;
  now = load_ids (tx, results, &scope, FALSE, error);
  all = now != NULL ? load_ids (tx, results, &scope, TRUE, error) : NULL;
  if (all == NULL)
    return FALSE;
  then = given_scope[0] == '\0' ? intersect (last->responses, all)
                                : g_array_ref (last->responses);
  *isolating = is_isolating (ks_given_count_difference (then, now));
  return TRUE;
}

/* A district against the province; the province against each of its districts. */
static gboolean
check_relatives (KsTransaction *tx, KsResults *results, const KsScope *scope,
                 gboolean *isolating, GError **error)
{
  KsRegistry *registry = ks_results_get_registry (results);

  *isolating = FALSE;
  if (scope->kind == KS_SCOPE_DISTRICT)
    return isolates (tx, results, "", ks_registry_lookup_district (registry, scope->code),
                     isolating, error);
  for (guint i = 0; !*isolating && i < ks_registry_get_n_districts (registry); i++)
    {
      const KsDistrict *district = ks_registry_get_district (registry, i);

      if (!isolates (tx, results, district->code, district, isolating, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_isolating (GError **error)
{
  g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                       _ ("Since the last table was given out one to four answer sheets have "
                          "changed here: together both would tell what so few people answered. "
                          "Give out again when more have come in."));
  return FALSE;
}

/* What may leave now: fresh figures, or the earlier ones. @fresh tells whether they are new. */
static KsGivenFigures *
choose_figures (KsCampaign *campaign, KsTransaction *tx, const KsScope *scope, GArray **ids,
                gboolean *fresh, GError **error)
{
  /* Figures and sheets are of the same moment, or the record would not be of what was given. */
  g_autoptr (KsResults) results = ks_results_load_within (campaign, tx, error);
  g_autoptr (KsGiven) last = NULL;
  g_autoptr (GArray) now = results != NULL ? load_ids (tx, results, scope, FALSE, error) : NULL;
  KsGivenFigures *figures;
  gboolean isolating;
  guint difference;

  if (now == NULL || !ks_given_table_load_last (tx, scope->code, &last, error)
      || !check_relatives (tx, results, scope, &isolating, error)
      || (isolating && last == NULL && !refuse_isolating (error)))
    return NULL;
  difference = last != NULL ? ks_given_count_difference (last->responses, now) : 0;
  *fresh = !isolating && (last == NULL || difference >= KS_MIN_ANSWERS);
  figures = *fresh ? collect_figures (results, scope)
                   : read_figures (last, ks_results_get_form (results));
  figures->earlier = !*fresh && difference > 0;
  if (ids != NULL)
    *ids = g_steal_pointer (&now);
  return figures;
}

static gboolean
refuse_while_open (KsCampaign *campaign, const KsScope *scope, GError **error)
{
  if (ks_campaign_is_window_open (campaign))
    g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                         _ ("The survey is still open: until it ends only participation is given "
                            "out, no answers."));
  else if (scope->kind == KS_SCOPE_UNIT)
    g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                         _ ("Answers of a single unit are not given out before the figures are "
                            "settled; the province and districts are."));
  else
    return FALSE;
  return TRUE;
}

static gboolean
record (KsCampaign *campaign, KsTransaction *tx, const KsScope *scope, const char *document,
        KsGivenFigures *figures, GArray *ids, GError **error)
{
  g_autofree char *text = write_figures (figures);
  KsGiven given = { ks_campaign_now (campaign), ids, text };
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  figures->given_at = given.given_at;
  ks_payload_add_text (payload, "document", document);
  ks_payload_add_text (payload, "scope", scope->code);
  ks_payload_add_number (payload, "sheets", ids->len);
  json = ks_payload_to_json (payload);
  return ks_given_table_append (tx, scope->code, &given, error)
         && ks_campaign_commit (campaign, tx, "give-out", json, 0, error);
}

/**
 * ks_give_out:
 * @campaign: a campaign
 * @scope: the province or a district
 * @document: id of the paper that carries them
 * @error: return location for an error
 *
 * Takes the figures of a scope for a paper and records that they have left the program. When one
 * to four sheets differ from what was given out last, the earlier figures are handed on instead.
 *
 * Returns: (transfer full): the figures, or %NULL with @error set
 */
KsGivenFigures *
ks_give_out (KsCampaign *campaign, const KsScope *scope, const char *document, GError **error)
{
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (KsGivenFigures) figures = NULL;
  g_autoptr (GArray) ids = NULL;
  gboolean fresh = FALSE;

  if (refuse_while_open (campaign, scope, error))
    return NULL;
  tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  figures = tx != NULL ? choose_figures (campaign, tx, scope, &ids, &fresh, error) : NULL;
  if (figures == NULL
      || (fresh && !record (campaign, tx, scope, document, figures, ids, error)))
    return NULL;
  return g_steal_pointer (&figures);
}
