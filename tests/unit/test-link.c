/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-link.h"
#include "ks-link-service.h"

#include <string.h>

#include "ks-qr-error.h"

typedef struct {
  const char *template;
  KsLinkKind  kind;
  gboolean    unsafe;
} Good;

static const Good good[] = {
  { "https://example.org/f?u={token}", KS_LINK_TOKEN, FALSE },
  { "https://example.org/f?u={code}", KS_LINK_CODE, FALSE },
  { "https://example.org/{token}/form", KS_LINK_TOKEN, FALSE },
  { "https://example.org:8443/#{token}", KS_LINK_TOKEN, FALSE },
  { "https://docs.google.com/forms/d/e/1FAI/viewform?usp=pp_url&entry.1={token}", KS_LINK_TOKEN,
    FALSE },
  { "http://192.168.1.10/f?u={token}", KS_LINK_TOKEN, TRUE },
  { "http://10.0.0.3/f?u={token}", KS_LINK_TOKEN, TRUE },
  { "http://khaosat.local/f?u={token}", KS_LINK_TOKEN, TRUE },
  { "http://localhost:8080/f?u={token}", KS_LINK_TOKEN, TRUE },
  { "http://[::1]/f?u={token}", KS_LINK_TOKEN, TRUE },
};

static const char *const bad[] = {
  "",
  "https://example.org/f",
  "https://example.org/f?u={token}&v={code}",
  "https://example.org/f?u={token}{token}",
  "https://example.org/f?u={unit}",
  "https://example.org/f?u={token}&x={y}",
  "http://example.org/f?u={token}",
  "http://8.8.8.8/f?u={token}",
  "ftp://example.org/f?u={token}",
  "javascript:alert({token})",
  "data:text/html,{token}",
  "example.org/f?u={token}",
  "https://user@example.org/f?u={token}",
  "https://user:secret@example.org/f?u={token}",
  "https://{token}.example.org/f",
  "https://{token}@example.org/f",
  "{token}",
  "https:///f?u={token}",
  "https://example.org/f u={token}",
  "https://example.org/f?u={token}\n",
  "https://example.org\\@evil.example/f?u={token}",
  "https://example.org/\xE2\x80\xAE/f?u={token}",
  "https://example.org/\xFF?u={token}",
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      KsLinkKind kind = 99;
      gboolean unsafe = 99;

      ks_link_check_template (good[i].template, &kind, &unsafe, &error);
      g_assert_no_error (error);
      g_assert_cmpint (kind, ==, good[i].kind);
      g_assert_cmpint (unsafe, ==, good[i].unsafe);
    }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      if (ks_link_check_template (bad[i], NULL, NULL, &error))
        g_error ("accepted: %s", bad[i]);
      g_assert_error (error, KS_QR_ERROR, KS_QR_ERROR_LINK);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

/* Counted when it is filled in. */
static void
test_length (void)
{
  g_autofree char *filler = g_strnfill (KS_LINK_MAX_BYTES - strlen ("https://example.org/{token}"),
                                        'a');
  g_autofree char *template = g_strdup_printf ("https://example.org/%s{token}", filler);
  g_autofree char *shorter = g_strdup_printf ("https://example.org/%s{token}", filler + 5);
  g_autofree char *whole = g_strdup_printf ("https://example.org/%s", filler);

  g_assert_false (ks_link_check_template (template, NULL, NULL, NULL));
  g_assert_true (ks_link_check_template (shorter, NULL, NULL, NULL));
  g_assert_true (ks_link_check (whole, NULL, NULL));
}

static void
test_link (void)
{
  g_autoptr (GError) error = NULL;
  gboolean unsafe = TRUE;

  g_assert_true (ks_link_check ("https://forms.gle/AbC123", &unsafe, NULL));
  g_assert_false (unsafe);
  g_assert_true (ks_link_check ("http://172.16.0.9/f", &unsafe, NULL));
  g_assert_true (unsafe);
  g_assert_false (ks_link_check ("https://example.org/{token}", NULL, &error));
  g_assert_error (error, KS_QR_ERROR, KS_QR_ERROR_LINK);
  g_assert_nonnull (strstr (error->message, "https://example.org/{token}"));
}

static void
test_expand (void)
{
  g_autofree char *by_token
      = ks_link_expand ("https://example.org/f?u={token}&x=1", "07210-5M5RYJ", "07210");
  g_autofree char *by_code = ks_link_expand ("https://example.org/{code}", "07210-5M5RYJ", "07210");
  g_autofree char *escaped = ks_link_expand ("https://example.org/{code}", "", "a b/ế");

  g_assert_cmpstr (by_token, ==, "https://example.org/f?u=07210-5M5RYJ&x=1");
  g_assert_cmpstr (by_code, ==, "https://example.org/07210");
  g_assert_cmpstr (escaped, ==, "https://example.org/a%20b%2F%E1%BA%BF");
}

static void
test_tidy (void)
{
  static const char *const pasted[][2] = {
    { "https://e.vn/?a=%7Btoken%7D", "https://e.vn/?a={token}" },
    { "https://e.vn/?a=%7bcode%7d", "https://e.vn/?a={code}" },
    { " https://e.vn/{token}\n", "https://e.vn/{token}" },
    { "https://e.vn/?a=%7Btoken%7D&b=%7Btoken%7D", "https://e.vn/?a={token}&b={token}" },
    { "https://e.vn/?a=%7Bten%7D", "https://e.vn/?a=%7Bten%7D" },
    { "https://e.vn/a b{token}", "https://e.vn/a b{token}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pasted); i++)
    {
      g_autofree char *link = ks_link_tidy (pasted[i][0]);

      g_assert_cmpstr (link, ==, pasted[i][1]);
    }
}

/* The pattern that is shown for a service is told to be one of its links, and can be used. */
static void
test_services (void)
{
  for (guint i = 0; i < KS_N_SERVICES; i++)
    {
      KsLinkService service;
      const char *pattern = ks_link_service_get_pattern ((KsLinkService) i);
      g_autoptr (GError) error = NULL;

      g_assert_true (ks_link_check_template (pattern, NULL, NULL, &error));
      g_assert_true (ks_link_service_guess (pattern, &service));
      g_assert_cmpint (service, ==, i);
      g_assert_true (ks_link_service_from_id (ks_link_service_get_id ((KsLinkService) i), &service));
      g_assert_cmpint (service, ==, i);
    }
}

static void
test_no_service (void)
{
  KsLinkService service;

  g_assert_false (ks_link_service_guess ("https://khaosat.bacgiang.gov.vn/?u={token}", &service));
  g_assert_false (ks_link_service_guess ("", &service));
  g_assert_false (ks_link_service_from_id ("", &service));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link/good", test_good);
  g_test_add_func ("/link/tidy", test_tidy);
  g_test_add_func ("/link/services", test_services);
  g_test_add_func ("/link/no-service", test_no_service);
  g_test_add_func ("/link/bad", test_bad);
  g_test_add_func ("/link/length", test_length);
  g_test_add_func ("/link/link", test_link);
  g_test_add_func ("/link/expand", test_expand);
  return g_test_run ();
}
