/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-seal-compare.h"

#include "ks-decision-table.h"
#include "ks-response-table.h"
#include "ks-row-identity.h"
#include "ks-seal-pieces.h"

/* A campaign is compared with what its files give when they come in anew. What differs was decided
 * by an officer, or comes of how a file was read when it came in: by an earlier list of units, or
 * before a spelling was learned. */

typedef struct
{
  gint64 input; /* number of its import in the campaign */
  gint64 row;
  gint64 id;
  guint64 key;      /* of what it says and when */
  const char *unit; /* interned */
  KsState state;
  KsReason reason;
  gboolean met; /* its like was found */
} Sheet;

typedef struct
{
  KsTransaction *tx;
  GHashTable *numbers; /* of imports, as KsRebuild; NULL: they are those of the campaign */
  GArray *sheets;      /* of Sheet */
} Collection;

typedef struct
{
  Collection mine;
  Collection anew;
  GHashTable *decisions; /* id → KsRowDecision */
  GString *text;
  gint64 n_taken_in;
} Comparison;

#define SHEET(collection, i) g_array_index ((collection)->sheets, Sheet, i)

static gboolean
collect (const KsResponse *response, gpointer data, GError **error)
{
  Collection *self = data;
  const gint64 *number = self->numbers != NULL
                             ? g_hash_table_lookup (self->numbers, &response->batch)
                             : &response->batch;
  Sheet sheet = {
    .input = number != NULL ? *number : 0,
    .row = response->source_row,
    .id = response->id,
    .key = ks_row_identity_hash_content ("", response->answers)
           ^ (guint64)response->answered * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15),
    .unit = g_intern_string (response->unit),
    .state = response->state,
    .reason = response->reason,
  };

  g_array_append_val (self->sheets, sheet);
  return TRUE;
}

/* Sheets of one import stand together, those that say the same side by side, in the order of rows.
 */
static int
compare_sheets (gconstpointer a, gconstpointer b)
{
  const Sheet *left = a, *right = b;

  if (left->input != right->input)
    return left->input < right->input ? -1 : 1;
  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

static int
compare_kinship (const Sheet *left, const Sheet *right)
{
  if (left->input != right->input)
    return left->input < right->input ? -1 : 1;
  return left->key < right->key ? -1 : left->key > right->key;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Sheet *left = a, *right = b;

  if (left->input != right->input)
    return left->input < right->input ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

static JsonObject *
begin_line (gint64 input, gint64 row)
{
  JsonObject *line = json_object_new ();

  json_object_set_int_member (line, "input", input);
  json_object_set_int_member (line, "row", row);
  return line;
}

static const char *
name_reason (KsReason reason)
{
  return reason != KS_REASON_NONE ? ks_reason_to_id (reason) : "";
}

static void
describe_place (JsonObject *line, const Sheet *sheet)
{
  json_object_set_string_member (line, "unit", sheet->unit);
  json_object_set_string_member (line, "state", ks_state_to_id (sheet->state));
  json_object_set_string_member (line, "reason", name_reason (sheet->reason));
}

static void
describe_decision (JsonObject *line, const KsRowDecision *decision)
{
  if (decision == NULL)
    return;
  json_object_set_string_member (line, "decision", ks_decision_to_id (decision->decision));
  json_object_set_string_member (line, "words", decision->reason);
  json_object_set_string_member (line, "actor", decision->actor);
  json_object_set_int_member (line, "decided", decision->decided);
  json_object_set_string_member (line, "unit_before", decision->unit_before);
  json_object_set_string_member (line, "state_before", ks_state_to_id (decision->state_before));
  json_object_set_string_member (line, "reason_before", name_reason (decision->reason_before));
}

static gboolean
take_answers (const KsResponse *response, gpointer data, GError **error)
{
  json_object_set_string_member (data, "answers", response->answers);
  if (response->answered != KS_MOMENT_NONE)
    json_object_set_int_member (data, "answered", response->answered);
  return TRUE;
}

/* What the sheet said when it came in; read from the campaign, as it is needed seldom. */
static gboolean
describe_answers (Comparison *self, JsonObject *line, const Sheet *sheet, GError **error)
{
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  filter.first = filter.last = sheet->id;
  return ks_response_table_foreach (self->mine.tx, &filter, take_answers, line, error);
}

static void
note_place (Comparison *self, Sheet *mine, Sheet *anew)
{
  const KsRowDecision *decision = g_hash_table_lookup (self->decisions, &mine->id);
  JsonObject *line;

  mine->met = anew->met = TRUE;
  if (decision == NULL && mine->unit == anew->unit && mine->state == anew->state
      && mine->reason == anew->reason)
    return;
  line = begin_line (anew->input, anew->row);
  describe_place (line, mine);
  describe_decision (line, decision);
  ks_seal_append_line (self->text, line);
}

static void
match_alike (Comparison *self)
{
  guint i = 0, k = 0;

  g_array_sort (self->mine.sheets, compare_sheets);
  g_array_sort (self->anew.sheets, compare_sheets);
  while (i < self->mine.sheets->len && k < self->anew.sheets->len)
    {
      Sheet *mine = &SHEET (&self->mine, i);
      Sheet *anew = &SHEET (&self->anew, k);
      int order = compare_kinship (mine, anew);

      if (order == 0)
        note_place (self, mine, anew);
      i += order <= 0;
      k += order >= 0;
    }
}

static void
drop_met (Collection *self)
{
  guint n = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    if (!SHEET (self, i).met)
      SHEET (self, n++) = SHEET (self, i);
  g_array_set_size (self->sheets, n);
  g_array_sort (self->sheets, compare_places);
}

static guint
count_input (const Collection *self, guint first)
{
  guint n = 0;

  while (first + n < self->sheets->len
         && SHEET (self, first + n).input == SHEET (self, first).input)
    n++;
  return n;
}

/* A sheet that is read otherwise now. */
static gboolean
note_reading (Comparison *self, const Sheet *mine, const Sheet *anew, GError **error)
{
  JsonObject *line = begin_line (anew->input, anew->row);
  gboolean ok = describe_answers (self, line, mine, error);

  describe_place (line, mine);
  describe_decision (line, g_hash_table_lookup (self->decisions, &mine->id));
  ks_seal_append_line (self->text, line);
  return ok;
}

/* A sheet that does not come in any more. Its row is told as no row of the file can be. */
static gboolean
note_missing (Comparison *self, const Sheet *mine, GError **error)
{
  JsonObject *line = begin_line (mine->input, -++self->n_taken_in);
  gboolean ok = describe_answers (self, line, mine, error);

  json_object_set_string_member (line, "take", "in");
  describe_place (line, mine);
  describe_decision (line, g_hash_table_lookup (self->decisions, &mine->id));
  ks_seal_append_line (self->text, line);
  return ok;
}

static void
note_surplus (Comparison *self, const Sheet *anew)
{
  JsonObject *line = begin_line (anew->input, anew->row);

  json_object_set_string_member (line, "take", "out");
  ks_seal_append_line (self->text, line);
}

/* Where as many sheets of an import are left on both sides, they are the same, in their order. */
static gboolean
match_input (Comparison *self, guint i, guint n_mine, guint k, guint n_anew, GError **error)
{
  gboolean same = n_mine == n_anew;

  for (guint n = 0; n < n_mine; n++)
    if (!(same
              ? note_reading (self, &SHEET (&self->mine, i + n), &SHEET (&self->anew, k + n), error)
              : note_missing (self, &SHEET (&self->mine, i + n), error)))
      return FALSE;
  for (guint n = 0; !same && n < n_anew; n++)
    note_surplus (self, &SHEET (&self->anew, k + n));
  return TRUE;
}

static gboolean
match_rest (Comparison *self, GError **error)
{
  guint i = 0, k = 0;

  drop_met (&self->mine);
  drop_met (&self->anew);
  while (i < self->mine.sheets->len || k < self->anew.sheets->len)
    {
      gint64 mine = i < self->mine.sheets->len ? SHEET (&self->mine, i).input : G_MAXINT64;
      gint64 anew = k < self->anew.sheets->len ? SHEET (&self->anew, k).input : G_MAXINT64;
      guint n_mine = mine <= anew ? count_input (&self->mine, i) : 0;
      guint n_anew = anew <= mine ? count_input (&self->anew, k) : 0;

      if (!match_input (self, i, n_mine, k, n_anew, error))
        return FALSE;
      i += n_mine;
      k += n_anew;
    }
  return TRUE;
}

static gboolean
compare_all (Comparison *self, GError **error)
{
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  if (!ks_response_table_foreach (self->mine.tx, &filter, collect, &self->mine, error)
      || !ks_response_table_foreach (self->anew.tx, &filter, collect, &self->anew, error))
    return FALSE;
  match_alike (self);
  return match_rest (self, error);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* They were found in an order of hashes. */
static char *
sort_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (lines);
  GString *sorted = g_string_new (NULL);

  qsort (lines, n, sizeof *lines, compare_lines);
  for (guint i = 0; i < n; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (sorted, "%s\n", lines[i]);
  return g_string_free (sorted, FALSE);
}

static GHashTable *
index_decisions (GPtrArray *decisions)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < decisions->len; i++)
    g_hash_table_insert (index, &((KsRowDecision *)decisions->pdata[i])->response,
                         decisions->pdata[i]);
  return index;
}

/**
 * ks_seal_compare_sheets:
 * @facts: a campaign
 * @rebuild: its files, come in anew
 * @pieces: (element-type KsPlainZipPart): takes what was decided on sheets
 * @error: return location for an error
 *
 * Adds a line for each sheet that does not stand where its file alone would put it, by the number
 * of its import and its row in what was kept of the file.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_seal_compare_sheets (const KsSealFacts *facts,
                        KsRebuild *rebuild,
                        GPtrArray *pieces,
                        GError **error)
{
  g_autoptr (KsTransaction) anew
      = ks_store_begin_read (ks_campaign_get_store (rebuild->campaign), error);
  g_autoptr (GPtrArray) decisions
      = anew != NULL ? ks_decision_table_load (facts->source->tx, error) : NULL;
  g_autoptr (GHashTable) by_sheet = decisions != NULL ? index_decisions (decisions) : NULL;
  g_autoptr (GArray) my_sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  g_autoptr (GArray) new_sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  g_autoptr (GString) text = g_string_new (NULL);
  Comparison comparison = {
    .mine = { facts->source->tx, NULL, my_sheets },
    .anew = { anew, rebuild->numbers, new_sheets },
    .decisions = by_sheet,
    .text = text,
  };

  if (decisions == NULL || !compare_all (&comparison, error))
    return FALSE;
  ks_seal_pieces_add_text (pieces, KS_ARCHIVE_DECISIONS, sort_lines (text->str));
  return TRUE;
}
