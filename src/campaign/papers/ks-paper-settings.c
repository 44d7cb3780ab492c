/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-settings.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-paper-text-table.h"

#define OF(paper) (1u << (paper))
#define MADE (OF (KS_N_MADE_PAPERS) - 1)
#define ALL OF (KS_PAPER_ALL)

static const KsPaperSlot slots[] = {
  { "superior", KS_SLOT_LINE, MADE | ALL, N_ ("Superior body") },
  { "organ", KS_SLOT_LINES, MADE | ALL, N_ ("Issuing body") },
  { "number", KS_SLOT_LINE, MADE, N_ ("Number") },
  { "place", KS_SLOT_LINE, MADE | ALL, N_ ("Place of the paper") },
  { "date", KS_SLOT_LINE, MADE | ALL, N_ ("Date") },
  { "title", KS_SLOT_LINE, MADE, N_ ("Title of the paper") },
  { "subject", KS_SLOT_LINES, MADE, N_ ("Lines under the title") },
  { "reference", KS_SLOT_LINE, MADE, N_ ("Reference under the title") },
  { "signature", KS_SLOT_LINES, MADE | ALL, N_ ("Signature") },
  { "preparer", KS_SLOT_LINE, OF (KS_PAPER_UNIT) | OF (KS_PAPER_RECOGNITION),
    N_ ("Who prepared it") },
  { "recipients", KS_SLOT_LINES, MADE | ALL, N_ ("Recipients") },
  { "plan", KS_SLOT_LINE, MADE | ALL, N_ ("The plan of the survey") },
  { "margins", KS_SLOT_MARGINS, MADE | ALL, N_ ("Margins") },
  { "internal", KS_SLOT_FLAG, MADE | ALL, N_ ("For internal circulation") },
  { "low", KS_SLOT_PERCENT, OF (KS_PAPER_REPORT) | OF (KS_PAPER_ANNEX) | OF (KS_PAPER_SUMMARY) | ALL,
    N_ ("Low participation is below") },
  { "participation", KS_SLOT_PERCENT, OF (KS_PAPER_RECOGNITION),
    N_ ("Limit of the participation") },
  { "good", KS_SLOT_PERCENT, OF (KS_PAPER_RECOGNITION), N_ ("Limit of good opinions") },
  { "code", KS_SLOT_FLAG, OF (KS_PAPER_ANNEX), N_ ("Code of the figures at its end") },
  { "guidance", KS_SLOT_TEXT, OF (KS_PAPER_REPORT), N_ ("How the survey was led") },
  { "strengths", KS_SLOT_TEXT, OF (KS_PAPER_REPORT), N_ ("Strengths") },
  { "weaknesses", KS_SLOT_TEXT, OF (KS_PAPER_REPORT), N_ ("Weaknesses and difficulties") },
  { "causes", KS_SLOT_TEXT, OF (KS_PAPER_REPORT), N_ ("Causes") },
  { "requests", KS_SLOT_TEXT, OF (KS_PAPER_REPORT) | OF (KS_PAPER_PROPOSAL),
    N_ ("Proposals and requests") },
  { "grounds", KS_SLOT_TEXT, OF (KS_PAPER_PROPOSAL), N_ ("Grounds of the proposal") },
  { "template", KS_SLOT_TEMPLATE, MADE, N_ ("Template") },
  { "reason/", KS_SLOT_LINE, OF (KS_PAPER_ANNEX), N_ ("Reason for the participation of a unit") },
};

struct _KsPaperSettings
{
  GPtrArray *texts;    /* of KsPaperText */
  GHashTable *by_name; /* "paper.slot" → body of the above */
};

static char *
make_name (const char *paper, const char *slot)
{
  return g_strdup_printf ("%s.%s", paper, slot);
}

static KsPaperSettings *
take_texts (GPtrArray *texts)
{
  KsPaperSettings *self = g_atomic_rc_box_new0 (KsPaperSettings);

  self->texts = texts;
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < texts->len; i++)
    {
      KsPaperText *text = texts->pdata[i];

      g_hash_table_insert (self->by_name, make_name (text->paper, text->slot), text->body);
    }
  return self;
}

/**
 * ks_paper_settings_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full): what the office set and wrote, or %NULL with @error set
 */
KsPaperSettings *
ks_paper_settings_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  GPtrArray *texts = tx != NULL ? ks_paper_text_table_load (tx, error) : NULL;

  return texts != NULL ? take_texts (texts) : NULL;
}

static void
add_text (GPtrArray *texts, const char *paper, const char *slot, const char *body)
{
  KsPaperText *text = g_new0 (KsPaperText, 1);

  text->paper = g_strdup (paper);
  text->slot = g_strdup (slot);
  text->body = g_strdup (body);
  g_ptr_array_add (texts, text);
}

static const KsPaperEdit *
find_edit (const KsPaperEdit *edits, guint n_edits, const KsPaperText *text)
{
  for (guint i = 0; i < n_edits; i++)
    if (g_str_equal (edits[i].paper, text->paper) && g_str_equal (edits[i].slot, text->slot))
      return &edits[i];
  return NULL;
}

/**
 * ks_paper_settings_edit:
 * @self: settings
 * @edits: (array length=n_edits): what shall be set otherwise
 * @n_edits: how many
 *
 * Returns: (transfer full): the settings as they would be; nothing is saved
 */
KsPaperSettings *
ks_paper_settings_edit (KsPaperSettings *self, const KsPaperEdit *edits, guint n_edits)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_paper_text_free);

  for (guint i = 0; i < self->texts->len; i++)
    {
      const KsPaperText *text = self->texts->pdata[i];

      if (find_edit (edits, n_edits, text) == NULL)
        add_text (texts, text->paper, text->slot, text->body);
    }
  for (guint i = 0; i < n_edits; i++)
    if (edits[i].body != NULL && *edits[i].body != '\0')
      add_text (texts, edits[i].paper, edits[i].slot, edits[i].body);
  return take_texts (texts);
}

/**
 * ks_paper_settings_ref:
 * @self: settings
 *
 * Returns: (transfer full): @self
 */
KsPaperSettings *
ks_paper_settings_ref (KsPaperSettings *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_settings (gpointer data)
{
  KsPaperSettings *self = data;

  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->texts);
}

/**
 * ks_paper_settings_unref:
 * @self: (transfer full): settings
 */
void
ks_paper_settings_unref (KsPaperSettings *self)
{
  g_atomic_rc_box_release_full (self, clear_settings);
}

/**
 * ks_paper_settings_get_id:
 * @paper: a paper, or %KS_PAPER_ALL
 *
 * Returns: (transfer none): what edits call it
 */
const char *
ks_paper_settings_get_id (KsPaperKind paper)
{
  return paper == (KsPaperKind)KS_PAPER_ALL ? "all" : ks_paper_kind_get_id (paper);
}

/**
 * ks_paper_settings_get:
 * @self: settings
 * @paper: a paper
 * @slot: one of its slots
 *
 * Returns: (transfer none) (nullable): what is set for the paper, else for all papers; %NULL:
 * nothing
 */
const char *
ks_paper_settings_get (KsPaperSettings *self, KsPaperKind paper, const char *slot)
{
  g_autofree char *own = make_name (ks_paper_settings_get_id (paper), slot);
  g_autofree char *all = make_name ("all", slot);
  const char *body = g_hash_table_lookup (self->by_name, own);

  return body != NULL ? body : g_hash_table_lookup (self->by_name, all);
}

/**
 * ks_paper_settings_get_own:
 * @self: settings
 * @paper: a paper, or %KS_PAPER_ALL
 * @slot: one of its slots
 *
 * Returns: (transfer none) (nullable): what is set for it alone; %NULL: nothing
 */
const char *
ks_paper_settings_get_own (KsPaperSettings *self, KsPaperKind paper, const char *slot)
{
  g_autofree char *name = make_name (ks_paper_settings_get_id (paper), slot);

  return g_hash_table_lookup (self->by_name, name);
}

/**
 * ks_paper_settings_get_usual:
 * @self: settings
 * @slot: a slot
 * @said: (nullable): what the template of a paper says in it
 *
 * A list that goes with a letter has no date, and nobody signs it: where a template says
 * %KS_PAPER_NOTHING, what holds for all papers brings none.
 *
 * Returns: (transfer none) (nullable): what the slot says in a paper that sets nothing of its own
 */
const char *
ks_paper_settings_get_usual (KsPaperSettings *self, const char *slot, const char *said)
{
  const char *all = ks_paper_settings_get_own (self, (KsPaperKind)KS_PAPER_ALL, slot);

  return all != NULL && g_strcmp0 (said, KS_PAPER_NOTHING) != 0 ? all : said;
}

/**
 * ks_paper_settings_choose:
 * @self: settings
 * @paper: a paper
 * @slot: a slot
 * @said: (nullable): what the template of the paper says in it
 *
 * Returns: (transfer none) (nullable): what the slot says in the paper
 */
const char *
ks_paper_settings_choose (KsPaperSettings *self,
                          KsPaperKind paper,
                          const char *slot,
                          const char *said)
{
  const char *own = ks_paper_settings_get_own (self, paper, slot);

  return own != NULL ? own : ks_paper_settings_get_usual (self, slot, said);
}

/**
 * ks_paper_settings_get_texts:
 * @self: settings
 *
 * Returns: (transfer none) (element-type KsPaperText): all that is set, by paper and slot
 */
GPtrArray *
ks_paper_settings_get_texts (KsPaperSettings *self)
{
  return self->texts;
}

/* "80" and "87,5" as hundredths of a per cent; -1: neither. */
static gint64
read_percent (const char *text)
{
  gsize length = strlen (text) - (g_str_has_suffix (text, "%") ? 1 : 0);
  g_autofree char *plain = g_strndup (text, length);
  double percent;

  if (!ks_read_decimal (plain, &percent) || percent <= 0 || percent > 100)
    return -1;
  return (gint64)(percent * 100 + 0.5);
}

/**
 * ks_paper_settings_get_percent:
 * @self: settings
 * @paper: a paper
 * @slot: a slot of it that holds a limit
 *
 * Returns: the limit in hundredths of a per cent; -1: none is set
 */
gint64
ks_paper_settings_get_percent (KsPaperSettings *self, KsPaperKind paper, const char *slot)
{
  const char *body = ks_paper_settings_get (self, paper, slot);

  return body != NULL ? read_percent (body) : -1;
}

static gboolean
read_margins (const char *text, double *margins)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ;", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      double margin;

      if (*words[i] == '\0')
        continue;
      if (!ks_read_decimal (words[i], &margin) || margin < 5 || margin > 60 || n == 4)
        return FALSE;
      margins[n++] = margin;
    }
  return n == 4;
}

/**
 * ks_paper_settings_get_margins:
 * @self: settings
 * @paper: a paper
 * @margins: (out caller-allocates) (array fixed-size=4): top, right, bottom, left in mm
 *
 * Returns: whether any are set
 */
gboolean
ks_paper_settings_get_margins (KsPaperSettings *self, KsPaperKind paper, double *margins)
{
  const char *body = ks_paper_settings_get (self, paper, "margins");

  return body != NULL && read_margins (body, margins);
}

/**
 * ks_paper_slots_get:
 * @n_slots: (out): how many
 *
 * Returns: (transfer none) (array length=n_slots): all slots; one that ends in "/" takes a unit's
 *   code behind it
 */
const KsPaperSlot *
ks_paper_slots_get (guint *n_slots)
{
  *n_slots = G_N_ELEMENTS (slots);
  return slots;
}

/**
 * ks_paper_slot_find:
 * @slot: name of a slot, with what stands behind its "/"
 * @paper: a paper, or %KS_PAPER_ALL
 *
 * Returns: (transfer none) (nullable): the slot, if the paper has it
 */
const KsPaperSlot *
ks_paper_slot_find (const char *slot, KsPaperKind paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      gboolean open = g_str_has_suffix (slots[i].id, "/");

      if ((slots[i].papers & OF (paper)) != 0
          && (open ? g_str_has_prefix (slot, slots[i].id) && slot[strlen (slots[i].id)] != '\0'
                   : g_str_equal (slot, slots[i].id)))
        return &slots[i];
    }
  return NULL;
}

/**
 * ks_paper_slot_belongs:
 * @slot: name of a slot
 * @paper: a paper, or %KS_PAPER_ALL
 *
 * Returns: whether the paper has it
 */
gboolean
ks_paper_slot_belongs (const char *slot, KsPaperKind paper)
{
  return ks_paper_slot_find (slot, paper) != NULL;
}

/**
 * ks_paper_slot_is_checked:
 * @slot: name of a slot
 *
 * Returns: whether fields are read in it, and digits must be figures
 */
gboolean
ks_paper_slot_is_checked (const char *slot)
{
  return g_str_equal (slot, "title") || g_str_equal (slot, "subject")
         || g_str_equal (slot, "reference");
}

/**
 * ks_paper_slot_check:
 * @slot: a slot
 * @body: what it shall hold
 *
 * Returns: (transfer full) (nullable): what is wrong with it; %NULL: nothing
 */
char *
ks_paper_slot_check (const KsPaperSlot *slot, const char *body)
{
  double margins[4];

  if (!g_utf8_validate (body, -1, NULL))
    return g_strdup (_ ("it is not text in UTF-8."));
  if (strlen (body) > 60000)
    return g_strdup (_ ("it is too long."));
  if (slot->type == KS_SLOT_LINE && strchr (body, '\n') != NULL)
    return g_strdup (_ ("it takes one line."));
  if (slot->type == KS_SLOT_PERCENT && read_percent (body) < 0)
    return g_strdup (_ ("it takes a per cent between 0 and 100, such as 80 or 87,5."));
  if (slot->type == KS_SLOT_MARGINS && !read_margins (body, margins))
    return g_strdup (_ ("it takes four lengths from 5 to 60 mm: top, right, bottom, left, such "
                        "as “20 20 20 30”."));
  if (slot->type == KS_SLOT_FLAG && !g_str_equal (body, "0") && !g_str_equal (body, "1"))
    return g_strdup (_ ("it takes 1 or 0."));
  return NULL;
}
