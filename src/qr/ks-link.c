/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-link.h"

#include <gio/gio.h>
#include <string.h>

#include "ks-i18n.h"
#include "ks-qr-error.h"

#define TOKEN_MARK "{token}"
#define CODE_MARK "{code}"
/* Stands for the placeholder while the rest is judged. */
#define STAND_IN "00000-000000"

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (GError **error, const char *link, const char *reason, ...)
{
  g_autofree char *said = NULL;
  g_autofree char *shown = g_utf8_make_valid (link, (gssize) strnlen (link, 80));
  va_list arguments;

  va_start (arguments, reason);
  said = g_strdup_vprintf (reason, arguments);
  va_end (arguments);
  g_set_error (error, KS_QR_ERROR, KS_QR_ERROR_LINK, _("The link “%s” cannot be used: %s"), shown,
               said);
  return FALSE;
}

static guint
count_marks (const char *template, const char *mark)
{
  guint n = 0;

  for (const char *p = strstr (template, mark); p != NULL; p = strstr (p + strlen (mark), mark))
    n++;
  return n;
}

static char *
replace_mark (const char *template, const char *mark, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (template, mark, -1);

  return g_strjoinv (value, parts);
}

/* Addresses that do not leave the house: private and link-local ranges, names without a dot.
 * "http:x" is an address without a host. */
static gboolean
is_local_host (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  if (host == NULL)
    return FALSE;
  address = g_inet_address_new_from_string (host);
  if (address != NULL)
    return g_inet_address_get_is_site_local (address) || g_inet_address_get_is_loopback (address)
           || g_inet_address_get_is_link_local (address) || g_ascii_strncasecmp (host, "fc", 2) == 0
           || g_ascii_strncasecmp (host, "fd", 2) == 0;
  return strchr (host, '.') == NULL || g_str_has_suffix (host, ".local")
         || g_str_has_suffix (host, ".lan") || g_str_has_suffix (host, ".internal");
}

static gboolean
check_characters (const char *link, GError **error)
{
  if (*link == '\0')
    return refuse (error, link, _("it is empty."));
  if (strlen (link) > KS_LINK_MAX_BYTES)
    return refuse (error, link, _("it is longer than %d bytes."), KS_LINK_MAX_BYTES);
  if (!g_utf8_validate (link, -1, NULL))
    return refuse (error, link, _("it is not valid UTF-8."));
  for (const char *p = link; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || g_unichar_isspace (c) || c == '\\'
          || g_unichar_type (c) == G_UNICODE_FORMAT)
        return refuse (error, link, _("it contains blanks, control characters or backslashes."));
    }
  return TRUE;
}

static gboolean
check_scheme (GUri *uri, const char *link, gboolean *unsafe, GError **error)
{
  const char *scheme = g_uri_get_scheme (uri);

  if (g_str_equal (scheme, "https"))
    return TRUE;
  if (!g_str_equal (scheme, "http"))
    return refuse (error, link, _("it must start with https://."));
  if (!is_local_host (g_uri_get_host (uri)))
    return refuse (error, link,
                   _("http:// is allowed for addresses of the local network only; use https://."));
  if (unsafe != NULL)
    *unsafe = TRUE;
  return TRUE;
}

/**
 * ks_link_check:
 * @link: a whole link, as a unit may have one of its own
 * @unsafe: (out) (optional): set if it is http on the local network: let through, with a warning
 * @error: return location for an error
 *
 * Lets through what is safe to print on a wall: https (http inside the local network alone), a
 * host, no user part, no control characters, at most %KS_LINK_MAX_BYTES bytes.
 *
 * Returns: %FALSE with %KS_QR_ERROR_LINK and the reason if the link is refused
 */
gboolean
ks_link_check (const char *link, gboolean *unsafe, GError **error)
{
  g_autoptr (GUri) uri = NULL;
  const char *host;

  if (unsafe != NULL)
    *unsafe = FALSE;
  if (!check_characters (link, error))
    return FALSE;
  if (strpbrk (link, "{}") != NULL)
    return refuse (error, link, _("it contains curly brackets."));
  uri = g_uri_parse (link, G_URI_FLAGS_HAS_PASSWORD, NULL);
  if (uri == NULL)
    return refuse (error, link, _("it is no web address."));
  if (!check_scheme (uri, link, unsafe, error))
    return FALSE;
  host = g_uri_get_host (uri);
  if (host == NULL || *host == '\0')
    return refuse (error, link, _("it names no server."));
  if (g_uri_get_userinfo (uri) != NULL)
    return refuse (error, link, _("it contains a user name or password."));
  return TRUE;
}

/* A placeholder must not decide where the link leads. */
static gboolean
check_place (const char *template, const char *mark, GError **error)
{
  const char *server = strstr (template, "://");
  const char *place = strstr (template, mark);

  if (server == NULL || place < server + 3 + strcspn (server + 3, "/?#"))
    return refuse (error, template, _("%s must stand behind the name of the server."), mark);
  return TRUE;
}

/**
 * ks_link_tidy:
 * @text: a template as somebody pasted it
 *
 * Form services encode the curly brackets that were typed as an answer ("%7Btoken%7D"), and a paste
 * brings blanks and line ends along.
 *
 * Returns: (transfer full): the template with a placeholder as it is written here
 */
char *
ks_link_tidy (const char *text)
{
  static const char *const marks[] = { TOKEN_MARK, CODE_MARK };
  g_autoptr (GString) link = g_string_new (text);

  g_strstrip (link->str);
  link->len = strlen (link->str);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *upper = g_uri_escape_string (marks[i], NULL, FALSE);
      g_autofree char *lower = g_strdelimit (g_strdup (upper), "B", 'b');

      g_string_replace (link, upper, marks[i], 0);
      g_string_replace (link, g_strdelimit (lower, "D", 'd'), marks[i], 0);
    }
  return g_string_free (g_steal_pointer (&link), FALSE);
}

/**
 * ks_link_check_template:
 * @template: e.g. "https://example.org/f?u={token}"
 * @kind: (out) (optional): whether it carries {token} or {code}
 * @unsafe: (out) (optional): set if it is http on the local network
 * @error: return location for an error
 *
 * As ks_link_check(), and: exactly one placeholder, {token} or {code}, behind the server's name;
 * the link must keep to %KS_LINK_MAX_BYTES when it is filled in.
 *
 * Returns: %FALSE with %KS_QR_ERROR_LINK and the reason if the template is refused
 */
gboolean
ks_link_check_template (const char *template, KsLinkKind *kind, gboolean *unsafe, GError **error)
{
  guint n_tokens = count_marks (template, TOKEN_MARK);
  guint n_codes = count_marks (template, CODE_MARK);
  const char *mark = n_tokens > 0 ? TOKEN_MARK : CODE_MARK;
  g_autofree char *filled = NULL;

  if (!check_characters (template, error))
    return FALSE;
  if (n_tokens + n_codes != 1)
    return refuse (error, template, _("it must contain exactly one placeholder, {token} or {code}."));
  if (!check_place (template, mark, error))
    return FALSE;
  filled = replace_mark (template, mark, STAND_IN);
  if (!ks_link_check (filled, unsafe, error))
    return FALSE;
  if (kind != NULL)
    *kind = n_tokens > 0 ? KS_LINK_TOKEN : KS_LINK_CODE;
  return TRUE;
}

/**
 * ks_link_expand:
 * @template: a template that ks_link_check_template() let through
 * @token: token of a unit
 * @code: its code
 *
 * Fills in the placeholder, percent-encoded (RFC 3986, unreserved characters stay).
 *
 * Returns: (transfer full): the link of the unit
 */
char *
ks_link_expand (const char *template, const char *token, const char *code)
{
  gboolean by_token = strstr (template, TOKEN_MARK) != NULL;
  g_autofree char *value = g_uri_escape_string (by_token ? token : code, NULL, FALSE);

  return replace_mark (template, by_token ? TOKEN_MARK : CODE_MARK, value);
}
