/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-i18n.h"
#include "ks-sha256.h"
#include "ks-shortlist-private.h"

typedef struct
{
  KsCandidate *candidate;
  guint8 digest[KS_SHA256_LENGTH];
} BlindName;

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  const BlindName *left = a;
  const BlindName *right = b;

  return memcmp (left->digest, right->digest, sizeof left->digest);
}

/* Numbers the units by what the campaign's secret makes of their codes: nobody can tell a unit by
 * its number, which follows neither list, name, code nor rank, and stays while the scale is made.
 */
void
ks_shortlist_name_blindly (KsShortlistReading *self)
{
  GPtrArray *candidates = self->list->candidates;
  g_autofree BlindName *names = g_new0 (BlindName, candidates->len + 1);

  for (guint i = 0; i < candidates->len; i++)
    {
      KsHmac sum;

      names[i].candidate = candidates->pdata[i];
      ks_hmac_init (&sum, self->info->key, KS_KEY_LENGTH);
      ks_hmac_add (&sum, "khaosat:blind:v1:");
      ks_hmac_add (&sum, self->info->id);
      ks_hmac_add (&sum, ":");
      ks_hmac_add (&sum, ks_unit_get_code (names[i].candidate->unit));
      ks_hmac_finish (&sum, names[i].digest);
    }
  qsort (names, candidates->len, sizeof *names, compare_names_cb);
  for (guint i = 0; i < candidates->len; i++)
    {
      names[i].candidate->blind_rank = i + 1;
      names[i].candidate->blind_name = g_strdup_printf (_ ("Unit %u"), i + 1);
    }
}
