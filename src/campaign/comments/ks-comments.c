/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-comments-private.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-comment-places.h"
#include "ks-disclosure.h"
#include "ks-i18n.h"
#include "ks-text.h"

/* So often it is asked whether the list is still wanted. */
#define REPORT_EVERY 4096

G_DEFINE_FINAL_TYPE (KsComments, ks_comments, G_TYPE_OBJECT)

/* What a list is made with. */
typedef struct {
  KsComments            *list;
  const KsCommentFilter *filter;
  KsCommentVerb         *verb;
  KsJob                 *job;
  guint                  next;   /* entry that comes next in the walk */
  gint64                 n_seen;
} Loading;

static void
ks_comments_finalize (GObject *object)
{
  KsComments *self = KS_COMMENTS (object);

  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_object (&self->registry);
  g_clear_object (&self->form);
  g_free (self->search);
  G_OBJECT_CLASS (ks_comments_parent_class)->finalize (object);
}

static void
ks_comments_class_init (KsCommentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_comments_finalize;
}

static void
ks_comments_init (KsComments *self)
{
  self->entries = g_array_new (FALSE, TRUE, sizeof (KsCommentEntry));
  self->places = g_array_new (FALSE, TRUE, sizeof (KsCommentPlace));
  self->counts = g_array_new (FALSE, TRUE, sizeof (KsThemeCount));
}

static KsCommentEntry *
get_entry (KsComments *self, guint index)
{
  return &g_array_index (self->entries, KsCommentEntry, index);
}

static gboolean
add_entry (const KsCommentRow *row, gpointer data, GError **error)
{
  Loading *loading = data;
  KsComments *list = loading->list;
  KsUnit *unit = ks_registry_lookup (list->registry, row->unit);
  int question = ks_comment_questions_find (list->questions, row->question);
  KsCommentEntry entry = { .response = row->response };

  if (unit != NULL && question >= 0)
    {
      entry.unit = ks_unit_get_index (unit);
      entry.question = (guint16) question;
      g_array_append_val (list->entries, entry);
    }
  return ++loading->n_seen % REPORT_EVERY != 0
         || ks_job_report (loading->job, loading->n_seen, 0, error);
}

static const KsDistrict *
find_district (KsComments *self, const char *code, guint *index)
{
  for (*index = 0; *index < ks_registry_get_n_districts (self->registry); ++*index)
    if (g_str_equal (ks_registry_get_district (self->registry, *index)->code, code))
      return ks_registry_get_district (self->registry, *index);
  return NULL;
}

/* The scope that was asked for, or the next larger one that may be read. Units without a district
 * have the province alone above them. */
static void
settle_place (KsComments *self, const KsCommentPlaces *places, const char *code,
              KsCommentPlace *place)
{
  KsUnit *unit = ks_registry_lookup (self->registry, code);
  const char *above = unit != NULL ? ks_unit_get_district_code (unit) : code;
  guint index;
  const KsDistrict *district = *above != '\0' ? find_district (self, above, &index) : NULL;

  place->asked = place->scope = (KsScope){ KS_SCOPE_PROVINCE, "", "" };
  place->shown = places->province;
  if (district != NULL)
    place->asked = (KsScope){ KS_SCOPE_DISTRICT, district->code, district->name };
  if (district != NULL && places->districts[index])
    place->scope = place->asked;
  if (unit != NULL)
    place->asked = (KsScope){ KS_SCOPE_UNIT, ks_unit_get_code (unit), ks_unit_get_name (unit) };
  if (unit != NULL && places->units[ks_unit_get_index (unit)])
    place->scope = place->asked;
}

static gboolean
is_within (KsComments *self, const KsScope *scope, guint unit)
{
  if (scope->kind == KS_SCOPE_PROVINCE)
    return TRUE;
  if (scope->kind == KS_SCOPE_UNIT)
    return unit == ks_unit_get_index (ks_registry_lookup (self->registry, scope->code));
  return unit - ks_registry_lookup_district (self->registry, scope->code)->first
         < ks_registry_lookup_district (self->registry, scope->code)->n_units;
}

static void
want_entries (KsComments *self, guint question, KsCommentPlace *place)
{
  for (guint i = 0; place->shown && i < self->entries->len; i++)
    {
      KsCommentEntry *entry = get_entry (self, i);

      if (entry->question != question || !is_within (self, &place->scope, entry->unit))
        continue;
      entry->wanted = TRUE;
      place->n++;
    }
}

static void
choose_place (Loading *loading, guint question)
{
  KsComments *self = loading->list;
  g_autofree gint64 *n_comments
      = g_new0 (gint64, MAX (1, ks_registry_get_n_units (self->registry)));
  g_autoptr (KsCommentPlaces) places = NULL;
  KsCommentPlace place = { .question = self->questions->pdata[question] };

  for (guint i = 0; i < self->entries->len; i++)
    if (get_entry (self, i)->question == question)
      n_comments[get_entry (self, i)->unit]++;
  places = ks_comment_places_new (self->registry, n_comments);
  settle_place (self, places, loading->filter->scope != NULL ? loading->filter->scope : "",
                &place);
  want_entries (self, question, &place);
  g_array_append_val (self->places, place);
}

static void
choose_places (Loading *loading)
{
  KsComments *self = loading->list;

  for (guint i = 0; i < self->questions->len; i++)
    if (loading->filter->question == NULL
        || ks_comment_questions_find (self->questions, loading->filter->question) == (int) i)
      choose_place (loading, i);
}

/* Entries and themes both go by sheet and question: what comes next is never before @from. */
static guint
find_entry (KsComments *self, guint from, const KsCommentTheme *row)
{
  int question = ks_comment_questions_find (self->questions, row->question);

  while (from < self->entries->len && get_entry (self, from)->response < row->response)
    from++;
  for (guint i = from; i < self->entries->len && get_entry (self, i)->response == row->response; i++)
    if (get_entry (self, i)->question == question)
      return i;
  return from;
}

static gboolean
is_of (KsComments *self, guint index, const KsCommentTheme *row)
{
  const KsCommentEntry *entry = index < self->entries->len ? get_entry (self, index) : NULL;

  return entry != NULL && entry->response == row->response && entry->wanted
         && ks_comment_questions_find (self->questions, row->question) == entry->question;
}

static void
count_theme (KsComments *self, gint64 theme)
{
  for (guint i = 0; i < self->counts->len; i++)
    if (g_array_index (self->counts, KsThemeCount, i).theme->id == theme)
      g_array_index (self->counts, KsThemeCount, i).n++;
}

/* How many of a few people speak of something is not told. */
static void
tell_counts (KsComments *self)
{
  gboolean province = TRUE;

  for (guint i = 0; i < self->places->len; i++)
    province &= g_array_index (self->places, KsCommentPlace, i).scope.kind == KS_SCOPE_PROVINCE;
  for (guint i = 0; i < self->counts->len; i++)
    {
      KsThemeCount *count = &g_array_index (self->counts, KsThemeCount, i);

      count->told = province || count->n == 0 || ks_is_shown (count->n);
    }
}

/* Counts the themes of the scope, and drops what has another theme than is asked for. */
static gboolean
sort_by_theme (Loading *loading, GError **error)
{
  KsComments *self = loading->list;
  gint64 wanted = loading->filter->theme;
  g_autoptr (GPtrArray) rows = ks_comment_theme_table_load (loading->verb->tx, 0, error);
  guint entry = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const KsCommentTheme *row = rows->pdata[i];

      entry = find_entry (self, entry, row);
      if (!is_of (self, entry, row))
        continue;
      count_theme (self, row->theme);
      get_entry (self, entry)->tagged |= wanted <= 0 || row->theme == wanted;
    }
  tell_counts (self);
  for (guint i = 0; rows != NULL && i < self->entries->len; i++)
    if (wanted != KS_COMMENTS_ANY_THEME)
      get_entry (self, i)->wanted &= get_entry (self, i)->tagged == (wanted > 0);
  return rows != NULL;
}

static gboolean
search_entry (const KsCommentRow *row, gpointer data, GError **error)
{
  Loading *loading = data;
  KsComments *self = loading->list;
  KsCommentEntry *entry
      = loading->next < self->entries->len ? get_entry (self, loading->next) : NULL;

  /* The walk is the one that made the entries: those that it left out are left out again. */
  if (entry == NULL || entry->response != row->response
      || !g_str_equal (((const KsQuestion *) self->questions->pdata[entry->question])->id,
                       row->question))
    return TRUE;
  loading->next++;
  if (entry->wanted)
    {
      g_autofree char *folded = ks_text_fold (row->body);

      entry->wanted = strstr (folded, loading->list->search) != NULL;
    }
  return loading->next % REPORT_EVERY != 0
         || ks_job_report (loading->job, loading->next, self->entries->len, error);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const KsCommentEntry *left = a, *right = b;

  if (left->question != right->question)
    return left->question < right->question ? -1 : 1;
  return left->number < right->number ? -1 : left->number > right->number;
}

/* What is left is numbered and shuffled: by its numbers. */
static void
keep_wanted (Loading *loading)
{
  KsComments *self = loading->list;
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      KsCommentEntry *entry = get_entry (self, i);

      if (!entry->wanted)
        continue;
      entry->number = ks_comment_numbers_encode (loading->verb->numbers, entry->response,
                                                 entry->question);
      *get_entry (self, n++) = *entry;
    }
  g_array_set_size (self->entries, n);
  g_array_sort (self->entries, compare_entries);
}

static gboolean
check_filter (KsComments *self, const KsCommentFilter *filter, GError **error)
{
  const char *scope = filter->scope != NULL ? filter->scope : "";

  if (filter->question != NULL && ks_comment_questions_find (self->questions, filter->question) < 0)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                 _ ("The form has no open question %s."), filter->question);
  else if (*scope != '\0' && ks_registry_lookup (self->registry, scope) == NULL
           && ks_registry_lookup_district (self->registry, scope) == NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                 _ ("No unit and no district of the registry has the code %s."), scope);
  else
    return TRUE;
  return FALSE;
}

static gboolean
load_themes (Loading *loading, GError **error)
{
  KsComments *self = loading->list;

  self->themes = ks_theme_table_load (loading->verb->tx, error);
  for (guint i = 0; self->themes != NULL && i < self->themes->len; i++)
    {
      const KsThemeCount count = { self->themes->pdata[i], 0, FALSE };

      g_array_append_val (self->counts, count);
    }
  return self->themes != NULL;
}

static gboolean
fill (Loading *loading, GError **error)
{
  KsTransaction *tx = loading->verb->tx;

  if (!load_themes (loading, error) || !ks_comment_table_foreach (tx, add_entry, loading, error))
    return FALSE;
  choose_places (loading);
  if (!sort_by_theme (loading, error)
      || (loading->list->search != NULL && !ks_comment_table_foreach (tx, search_entry, loading, error)))
    return FALSE;
  keep_wanted (loading);
  return TRUE;
}

/**
 * ks_comments_load:
 * @campaign: a campaign whose survey has ended
 * @filter: which comments
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Finds the comments that may be read for a scope: its own where it has ten on the question, else
 * those of its district, else of the province. Comments of sheets that wait or do not count are none
 * of them.
 *
 * Returns: (transfer full): the list, or %NULL with @error set
 */
KsComments *
ks_comments_load (KsCampaign *campaign, const KsCommentFilter *filter, KsJob *job, GError **error)
{
  g_autoptr (KsComments) self = g_object_new (KS_TYPE_COMMENTS, NULL);
  g_auto (KsCommentVerb) verb = { 0 };
  g_autofree char *search = filter->search != NULL ? ks_text_fold (filter->search) : NULL;
  Loading loading = { self, filter, &verb, job, 0, 0 };

  if (!ks_comment_verb_look (&verb, campaign, error))
    return NULL;
  self->search = search != NULL && *search != '\0' ? g_steal_pointer (&search) : NULL;
  self->registry = ks_campaign_dup_registry (campaign);
  self->form = g_object_ref (verb.form);
  self->questions = g_ptr_array_ref (verb.questions);
  if (!check_filter (self, filter, error) || !fill (&loading, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ks_comments_get_n:
 * @self: a list
 *
 * Returns: how many comments it has
 */
guint
ks_comments_get_n (KsComments *self)
{
  return self->entries->len;
}

/**
 * ks_comments_get_number:
 * @self: a list
 * @index: below ks_comments_get_n()
 *
 * Returns: the number of the comment
 */
gint64
ks_comments_get_number (KsComments *self, guint index)
{
  return get_entry (self, index)->number;
}

/**
 * ks_comments_get_n_places:
 * @self: a list
 *
 * Returns: how many open questions were asked for
 */
guint
ks_comments_get_n_places (KsComments *self)
{
  return self->places->len;
}

/**
 * ks_comments_get_place:
 * @self: a list
 * @index: below ks_comments_get_n_places()
 *
 * Returns: (transfer none): where the comments on a question are from
 */
const KsCommentPlace *
ks_comments_get_place (KsComments *self, guint index)
{
  return &g_array_index (self->places, KsCommentPlace, index);
}

/**
 * ks_comments_get_n_themes:
 * @self: a list
 *
 * Returns: how many themes the campaign has
 */
guint
ks_comments_get_n_themes (KsComments *self)
{
  return self->counts->len;
}

/**
 * ks_comments_get_theme:
 * @self: a list
 * @index: below ks_comments_get_n_themes()
 *
 * Returns: (transfer none): a theme in the office's order, and how many comments of the places have
 *   it, whatever the search and the filter
 */
const KsThemeCount *
ks_comments_get_theme (KsComments *self, guint index)
{
  return &g_array_index (self->counts, KsThemeCount, index);
}

/**
 * ks_comments_find_theme:
 * @self: a list
 * @id: of a theme
 *
 * Returns: (transfer none) (nullable): the theme as it was when the list was made
 */
const KsTheme *
ks_comments_find_theme (KsComments *self, gint64 id)
{
  for (guint i = 0; i < self->themes->len; i++)
    if (((const KsTheme *) self->themes->pdata[i])->id == id)
      return self->themes->pdata[i];
  return NULL;
}

/**
 * ks_comments_get_search:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the words that all its comments hold, folded; %NULL: nothing
 *   was looked for
 */
const char *
ks_comments_get_search (KsComments *self)
{
  return self->search;
}
