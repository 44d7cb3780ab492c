/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-personal-data.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-text.h"

#define MIN_PHONE_DIGITS 9
#define MAX_PHONE_DIGITS 12
#define MAX_NAME_WORDS 6

static const struct {
  const char    *word; /* folded */
  KsPersonalKind kind;
} headers[] = {
  { "e-mail", KS_PERSONAL_EMAIL },        { "email", KS_PERSONAL_EMAIL },
  { "thu dien tu", KS_PERSONAL_EMAIL },   { "username", KS_PERSONAL_EMAIL },
  { "ten nguoi dung", KS_PERSONAL_EMAIL },
  { "so dien thoai", KS_PERSONAL_PHONE }, { "dien thoai", KS_PERSONAL_PHONE },
  { "sdt", KS_PERSONAL_PHONE },           { "phone", KS_PERSONAL_PHONE },
  { "so di dong", KS_PERSONAL_PHONE },    { "ip address", KS_PERSONAL_ADDRESS },
  { "dia chi ip", KS_PERSONAL_ADDRESS },  { "ipaddr", KS_PERSONAL_ADDRESS },
  { "ho ten", KS_PERSONAL_NAME },         { "ho va ten", KS_PERSONAL_NAME },
  { "full name", KS_PERSONAL_NAME },      { "_submitted_by", KS_PERSONAL_NAME },
};

/* As a whole only: "tên" alone is a name, "Tên đơn vị" is none of a person. */
static const char *const whole_names[] = { "name", "ten", "first name", "last name", "ho", NULL };

static const char *const families[]
    = { "nguyen", "tran", "le",   "pham", "hoang", "huynh", "phan", "vu",   "vo",   "dang", "bui",
        "do",     "ho",   "ngo",  "duong", "ly",   "than",  "giap", "dinh", "dao",  "trinh", "ta",
        "luong",  "luu",  "nong", "chu",  "cao",   "doan",  "mai",  "la",   "ha",   "thach", NULL };

/**
 * ks_personal_kind_of_header:
 * @header: what stands over a column
 *
 * Returns: what such a column says of a person
 */
KsPersonalKind
ks_personal_kind_of_header (const char *header)
{
  g_autofree char *folded = ks_text_fold (header);

  if (g_strv_contains (whole_names, folded))
    return KS_PERSONAL_NAME;
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    if (strstr (folded, headers[i].word) != NULL)
      return headers[i].kind;
  return KS_PERSONAL_NONE;
}

static gboolean
is_email (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at > text && strchr (at + 1, '@') == NULL && strchr (at, '.') != NULL
         && strpbrk (text, " ,;\n") == NULL;
}

static gboolean
is_phone (const char *text)
{
  guint n_digits = 0;

  if (*text != '0' && *text != '+' && strncmp (text, "84", 2) != 0)
    return FALSE;
  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      n_digits++;
    else if (strchr ("+ .-()", *text) == NULL)
      return FALSE;
  return n_digits >= MIN_PHONE_DIGITS && n_digits <= MAX_PHONE_DIGITS;
}

static gboolean
is_address (const char *text)
{
  return g_hostname_is_ip_address (text);
}

/* Two to six words with capitals, the first a family's name. */
static gboolean
is_name (const char *text)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = g_strsplit (text, " ", MAX_NAME_WORDS + 2);
  guint n_words = g_strv_length (words);

  if (n_words < 2 || n_words > MAX_NAME_WORDS)
    return FALSE;
  for (guint i = 0; i < n_words; i++)
    if (!g_unichar_isupper (g_utf8_get_char (words[i])))
      return FALSE;
  folded = ks_text_fold (words[0]);
  return g_strv_contains (families, folded);
}

/**
 * ks_personal_kind_of_text:
 * @text: a cell, cleaned
 *
 * Returns: what it says of a person, as far as it shows
 */
KsPersonalKind
ks_personal_kind_of_text (const char *text)
{
  return is_email (text)     ? KS_PERSONAL_EMAIL
         : is_address (text) ? KS_PERSONAL_ADDRESS
         : is_phone (text)   ? KS_PERSONAL_PHONE
         : is_name (text)    ? KS_PERSONAL_NAME
                             : KS_PERSONAL_NONE;
}

/**
 * ks_personal_kind_get_label:
 * @kind: a kind
 *
 * Returns: (transfer none): the kind in a few words; empty for none
 */
const char *
ks_personal_kind_get_label (KsPersonalKind kind)
{
  static const char *const labels[KS_N_PERSONAL] = {
    [KS_PERSONAL_NONE] = "",
    [KS_PERSONAL_NAME] = N_ ("names of people"),
    [KS_PERSONAL_EMAIL] = N_ ("e-mail addresses"),
    [KS_PERSONAL_PHONE] = N_ ("telephone numbers"),
    [KS_PERSONAL_ADDRESS] = N_ ("addresses of computers"),
  };

  return kind == KS_PERSONAL_NONE ? "" : _ (labels[kind]);
}
