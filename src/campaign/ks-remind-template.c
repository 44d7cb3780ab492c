/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-remind-template.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-field-text.h"
#include "ks-i18n.h"
#include "ks-text.h"

#define MAX_TEMPLATE 4000
#define MAX_DEPTH 8

static const struct {
  const char *id;
  const char *name;
  const char *label;
} fields[KS_N_REMIND_FIELDS] = {
  [KS_REMIND_AS_OF] = { "as_of", "thời điểm", N_ ("the time of the figures") },
  [KS_REMIND_PLACE] = { "district", "nơi", N_ ("the district, or “toàn tỉnh”") },
  [KS_REMIND_ANSWERS] = { "answers", "số phiếu", N_ ("answer sheets that count") },
  [KS_REMIND_STAFF] = { "staff", "số cán bộ", N_ ("officials who are asked") },
  [KS_REMIND_RATE] = { "rate", "tỷ lệ", N_ ("participation rate; none above 100%") },
  [KS_REMIND_UNITS] = { "units", "số đơn vị", N_ ("number of units") },
  [KS_REMIND_LIMIT] = { "limit", "mức", N_ ("limit in force; none before the first") },
  [KS_REMIND_BELOW]
  = { "units_below", "đơn vị dưới mức", N_ ("units under the limit, each with its rate") },
  [KS_REMIND_N_BELOW]
  = { "n_below", "số đơn vị dưới mức", N_ ("number of units under the limit") },
  [KS_REMIND_DISTRICTS]
  = { "districts", "các huyện", N_ ("the districts with their figures, for the province") },
  [KS_REMIND_CHECKING]
  = { "checking", "đang đối chiếu", N_ ("number of units whose figures are being checked") },
  [KS_REMIND_UNTIL] = { "until", "hạn", N_ ("end of the survey; none once it has passed") },
  [KS_REMIND_EXTENDED]
  = { "extended", "gia hạn", N_ ("“(gia hạn)” where the end was moved") },
};

/**
 * ks_remind_field_get_name:
 * @field: a field
 *
 * Returns: (transfer none): its name in templates, Vietnamese: "đơn vị dưới mức"
 */
const char *
ks_remind_field_get_name (KsRemindField field)
{
  return fields[field].name;
}

/**
 * ks_remind_field_get_label:
 * @field: a field
 *
 * Returns: (transfer none): what it tells, for people
 */
const char *
ks_remind_field_get_label (KsRemindField field)
{
  return _ (fields[field].label);
}

/* A reader of a template, at a place in it. */
typedef struct {
  const char        *p;
  const char *const *values;   /* NULL: something for every field */
  guint              depth;
  gboolean           has_time; /* the template tells as of when */
} Reader;

static gboolean read_parts (Reader *self, GString *text, gboolean *complete, GError **error);

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_clear_error (error);
  if (error != NULL)
    *error = g_error_new_valist (KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID, format, arguments);
  va_end (arguments);
  return FALSE;
}

static char *
list_fields (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < KS_N_REMIND_FIELDS; i++)
    g_string_append_printf (list, "%s{%s}", i > 0 ? ", " : "", fields[i].name);
  return g_string_free (list, FALSE);
}

static gboolean
find_field (const char *given, KsRemindField *field, GError **error)
{
  g_autofree char *folded = ks_text_fold (given);
  g_autofree char *quote = ks_field_shorten (given);
  g_autofree char *list = NULL;

  for (guint i = 0; i < KS_N_REMIND_FIELDS; i++)
    {
      g_autofree char *name = ks_text_fold (fields[i].name);

      *field = (KsRemindField) i;
      if (g_str_equal (folded, name) || g_str_equal (folded, fields[i].id))
        return TRUE;
    }
  list = list_fields ();
  return refuse (error, _ ("The text has no field {%s}; there are %s."), quote, list);
}

/* @self stands behind the brace. */
static gboolean
read_field (Reader *self, GString *text, gboolean *complete, GError **error)
{
  const char *end = self->p + strcspn (self->p, "{}[]|\n");
  g_autofree char *given = g_strndup (self->p, (gsize) (end - self->p));
  g_autofree char *quote = ks_field_shorten (given);
  KsRemindField field;
  const char *value;

  if (*end != '}')
    return refuse (error, _ ("The brace before “%s” is not closed; write a } behind the field."),
                   quote);
  if (!find_field (given, &field, error))
    return FALSE;
  value = self->values != NULL ? self->values[field] : "x";
  self->has_time = self->has_time || field == KS_REMIND_AS_OF;
  *complete = *complete && value != NULL && *value != '\0';
  g_string_append (text, value != NULL ? value : "");
  self->p = end + 1;
  return TRUE;
}

/* @self stands behind the bracket. Every part is read, so that a fault in one that is not taken
 * shows too. */
static gboolean
read_group (Reader *self, GString *text, GError **error)
{
  g_autofree char *quote = ks_field_shorten (self->p);
  gboolean taken = FALSE;

  if (++self->depth > MAX_DEPTH)
    return refuse (error, _ ("More than %d brackets stand within each other before “%s”."),
                   MAX_DEPTH, quote);
  while (TRUE)
    {
      g_autoptr (GString) part = g_string_new (NULL);
      gboolean complete = TRUE;

      if (!read_parts (self, part, &complete, error))
        return FALSE;
      if (complete && !taken)
        g_string_append (text, part->str);
      taken = taken || complete;
      if (*self->p == '\0')
        return refuse (error, _ ("The bracket before “%s” is not closed; write a ] behind the part."),
                       quote);
      if (*self->p++ == ']')
        break;
    }
  self->depth--;
  return TRUE;
}

/* Up to the end of the template or of the part. */
static gboolean
read_parts (Reader *self, GString *text, gboolean *complete, GError **error)
{
  while (*self->p != '\0')
    {
      gsize plain = strcspn (self->p, self->depth > 0 ? "{}[]|" : "{}[]");

      g_string_append_len (text, self->p, (gssize) plain);
      self->p += plain;
      if (*self->p == '\0' || (self->depth > 0 && strchr ("]|", *self->p) != NULL))
        return TRUE;
      if (*self->p == '}' || *self->p == ']')
        return refuse (error, _ ("A %c stands in the text with nothing that it closes; take it out."),
                       *self->p);
      if (!(*self->p++ == '{' ? read_field (self, text, complete, error)
                              : read_group (self, text, error)))
        return FALSE;
    }
  return TRUE;
}

static char *
normalise (const char *template)
{
  g_autofree char *composed = ks_text_nfc (template);
  g_autoptr (GString) text = g_string_new (composed);

  g_string_replace (text, "\r\n", "\n", 0);
  g_string_replace (text, "\r", "\n", 0);
  g_string_replace (text, "\t", " ", 0);
  return g_strstrip (g_strdup (text->str));
}

static gboolean
check_text (const char *template, GError **error)
{
  if (*template == '\0')
    return refuse (error, _ ("The text is empty; write it, or take the usual one."));
  if (g_utf8_strlen (template, -1) > MAX_TEMPLATE)
    return refuse (error, _ ("The text is longer than %d characters. Shorten it."), MAX_TEMPLATE);
  for (const char *p = template; *p != '\0'; p = g_utf8_next_char (p))
    if (*p != '\n' && g_unichar_iscntrl (g_utf8_get_char (p)))
      return refuse (error, _ ("The text holds a control character. Type it again."));
  return TRUE;
}

/**
 * ks_remind_template_clean:
 * @template: a text with fields, as somebody typed it or a file holds it
 * @error: return location for an error
 *
 * Checks a template: fields that there are, brackets that close, and the time of the figures, which
 * must stand in what leaves the program.
 *
 * Returns: (transfer full): the template as it is kept, or %NULL with @error set
 */
char *
ks_remind_template_clean (const char *template, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *clean = NULL;
  Reader reader = { 0 };
  gboolean complete = TRUE;

  if (!g_utf8_validate (template, -1, NULL))
    {
      refuse (error, _ ("The text is damaged: it is not UTF-8. Save it as UTF-8."));
      return NULL;
    }
  clean = normalise (template);
  reader.p = clean;
  if (!check_text (clean, error) || !read_parts (&reader, text, &complete, error))
    return NULL;
  if (!reader.has_time)
    {
      refuse (error, _ ("The text does not tell as of when its figures are; put {%s} into it."),
              fields[KS_REMIND_AS_OF].name);
      return NULL;
    }
  return g_steal_pointer (&clean);
}

/**
 * ks_remind_template_fill:
 * @template: a template, from ks_remind_template_clean()
 * @values: (array fixed-size=13): what each field says; %NULL or empty: nothing
 * @error: return location for an error
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 */
char *
ks_remind_template_fill (const char *template, const char *const *values, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { .p = template, .values = values };
  gboolean complete = TRUE;

  if (!read_parts (&reader, text, &complete, error))
    return NULL;
  return g_strstrip (g_strdup (text->str));
}
