/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-link-service.h"

#include <string.h>

#include "ks-i18n.h"

static const struct {
  const char *id;
  const char *title;
  const char *pattern; /* a link as the service makes it */
  const char *help;
  const char *signs[4]; /* what shows in its links */
} services[KS_N_SERVICES] = {
  [KS_SERVICE_GOOGLE]
  = { "google", "Google Forms",
      "https://docs.google.com/forms/d/e/1FAIpQ…/viewform?usp=pp_url&entry.1234567={token}",
      N_ ("1. Add a question with a short answer, “Survey code”, to the form.\n"
          "2. Menu ⋮ → “Get pre-filled link”.\n"
          "3. Type {token} as the answer to that question, press “Get link”, then “Copy link”.\n"
          "4. Paste it here. A short link (forms.gle) carries no survey code."),
      { "//docs.google.com/forms/", "//forms.gle/", NULL } },
  [KS_SERVICE_MICROSOFT]
  = { "microsoft", "Microsoft Forms",
      "https://forms.office.com/Pages/ResponsePage.aspx?id=…&r1a2b3c={token}",
      N_ ("1. Add a question of the kind “Text”, “Survey code”, to the form; everybody with the link "
          "may answer.\n"
          "2. Menu ⋯ → “Get pre-filled URL”, then switch on “Enable pre-filled answers”.\n"
          "3. Type {token} as the answer to that question and press “Get pre-filled link”.\n"
          "4. Paste it here."),
      { "//forms.office.com/", "//forms.microsoft.com/", "//forms.cloud.microsoft/", NULL } },
  [KS_SERVICE_LIMESURVEY]
  = { "limesurvey", "LimeSurvey", "https://…/index.php/123456?newtest=Y&lang=vi&MAKS={token}",
      N_ ("1. Add a question of the kind “Short free text” with the code MAKS to the survey.\n"
          "2. Copy the survey's own link and paste it here.\n"
          "3. Append ?newtest=Y&MAKS={token} to it (&MAKS={token} where there is a ? already)."),
      { "/index.php/", ".limesurvey.", "//limesurvey.", NULL } },
  [KS_SERVICE_KOBO]
  = { "kobo", "KoBoToolbox", "https://ee.kobotoolbox.org/x/AbCdEfGh?d[maks]={token}",
      N_ ("1. Add a question of the kind “Text” with the data column name maks to the form; answers "
          "without signing in are allowed.\n"
          "2. FORM → “Collect data” → “Online-Only (multiple submissions)”: copy the link and paste "
          "it here.\n"
          "3. Append ?d[maks]={token} to it."),
      { "kobotoolbox.org/", "//enketo.", "//ee.", NULL } },
};

/**
 * ks_link_service_get_id:
 * @service: a service
 *
 * Returns: (transfer none): what the command line calls it
 */
const char *
ks_link_service_get_id (KsLinkService service)
{
  return services[service].id;
}

/**
 * ks_link_service_get_title:
 * @service: a service
 *
 * Returns: (transfer none): its name
 */
const char *
ks_link_service_get_title (KsLinkService service)
{
  return services[service].title;
}

/**
 * ks_link_service_get_pattern:
 * @service: a service
 *
 * Returns: (transfer none): what a link with a placeholder looks like there
 */
const char *
ks_link_service_get_pattern (KsLinkService service)
{
  return services[service].pattern;
}

/**
 * ks_link_service_get_help:
 * @service: a service
 *
 * Returns: (transfer none): how a link with a placeholder is made there, a step to a line
 */
const char *
ks_link_service_get_help (KsLinkService service)
{
  return _ (services[service].help);
}

/**
 * ks_link_service_from_id:
 * @id: what the command line calls it
 * @service: (out): the service
 *
 * Returns: whether it is known
 */
gboolean
ks_link_service_from_id (const char *id, KsLinkService *service)
{
  for (guint i = 0; i < KS_N_SERVICES; i++)
    if (g_str_equal (services[i].id, id))
      {
        *service = (KsLinkService) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ks_link_service_guess:
 * @link: what somebody pasted
 * @service: (out): whose it is
 *
 * Returns: whether the link shows it
 */
gboolean
ks_link_service_guess (const char *link, KsLinkService *service)
{
  for (guint i = 0; i < KS_N_SERVICES; i++)
    for (const char *const *sign = services[i].signs; *sign != NULL; sign++)
      if (strstr (link, *sign) != NULL)
        {
          *service = (KsLinkService) i;
          return TRUE;
        }
  return FALSE;
}
