/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"

G_BEGIN_DECLS

/* What a new campaign is made of. Fields left NULL or NONE take their defaults: the built-in
 * registry, the stand-in form, no link, the whole day, an id from the title and the year, a
 * random key. With a previous campaign its registry as of the new day, events, contacts, form, texts
 * and scope stand in place of those defaults; never its key, links and answers. */
typedef struct {
  const char *title;
  KsDay       day;
  KsMoment    from;
  KsMoment    to;
  const char *id;
  const char *key_hex;
  const char *units_path;
  const char *form_path;
  const char *template;
  const char *previous_path;
} KsNewCampaign;

gboolean ks_create_campaign (const char *path, const KsNewCampaign *what, KsClock *clock,
                             const char *actor, KsJob *job, GError **error);
gboolean ks_create_sample (const char *path, KsClock *clock, const char *actor, KsJob *job,
                           GError **error);
gboolean ks_save_copy (KsCampaign *campaign, const char *path, KsJob *job, GError **error);

G_END_DECLS
