/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-seal-figures.h"

G_BEGIN_DECLS

/* Private to seals: the list of what is in one, and what it rests on. */

#define KS_SEAL_FORMAT "khaosat-seal"
#define KS_ARCHIVE_FORMAT "khaosat-archive"
#define KS_SEAL_VERSION 1

/* What a manifest must say for the rest to be checked. */
typedef struct
{
  char *format;
  gint64 version;
  char *title; /* of the campaign */
  char *head;  /* hash of the last row of the log */
  gint64 n_log;
  char *seal;        /* of an archive: SHA-256 of the manifest of its seal; else empty */
  GPtrArray *parts;  /* of KsSealPart */
  GPtrArray *inputs; /* of KsSealInput */
} KsSealManifest;

typedef struct
{
  char *name;
  char *sha256;
  gint64 size;
} KsSealPart;

/* What answers came from. */
typedef struct
{
  gint64 number;
  char *kept_sha256;
} KsSealInput;

/* The facts that a manifest is made of. */
typedef struct
{
  KsCampaign *campaign;
  const KsSealSource *source;
  GPtrArray *log;   /* of KsLogEntry, without the rows of seals at its end */
  const char *seal; /* of an archive: SHA-256 of its seal's manifest; NULL: a seal */
} KsSealFacts;

char *ks_seal_manifest_write (const KsSealFacts *facts, GPtrArray *pieces, GError **error);
KsSealManifest *ks_seal_manifest_read (GBytes *content, GError **error);
void ks_seal_manifest_free (KsSealManifest *self);
char *ks_seal_dup_code (const char *hash);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsSealManifest, ks_seal_manifest_free)

G_END_DECLS
