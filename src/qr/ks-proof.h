/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-job.h"
#include "ks-symbol.h"
#include "ks-token.h"

G_BEGIN_DECLS

/* A rectangle on a page, in mm from its top left corner. */
typedef struct {
  double x;
  double y;
  double width;
  double height;
} KsRect;

/* What must stand in a cell of a page: a code with its quiet zone, and its caption near by. */
typedef struct {
  guint  page;   /* from 0 */
  KsRect code;   /* the dark symbol and its quiet zone */
  double quiet;  /* width of that zone, in mm */
  KsRect cell;   /* the area that holds its caption */
  char  *unit_code;  /* empty: a code that belongs to no unit */
  char  *token;      /* its caption; NULL: none must stand there */
  char  *link;
  KsSymbolLevel level;  /* of error correction */
  KsRect sheet;  /* the area that holds the names; without width they are not looked for */
  char  *name;      /* NULL: none must stand there */
  char  *district;  /* NULL: none must stand there */
  char  *district_short;  /* NULL or what may stand there in its place */
} KsCodeCell;

KsCodeCell *ks_code_cell_copy (const KsCodeCell *self);
void        ks_code_cell_free (KsCodeCell *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsCodeCell, ks_code_cell_free)

typedef enum {
  KS_PROOF_PROVEN,
  KS_PROOF_PAGE_MISSING,
  KS_PROOF_UNREADABLE,       /* no code, or a damaged one */
  KS_PROOF_CLIPPED,          /* readable, but cut off, shifted or overprinted */
  KS_PROOF_SCALED,           /* found: how large it is */
  KS_PROOF_OTHER_LEVEL,      /* found: the level of error correction */
  KS_PROOF_DAMAGED,          /* readable by error correction alone; found: how many modules */
  KS_PROOF_QUIET_ZONE,       /* something stands in it */
  KS_PROOF_OTHER_LINK,       /* found: the link that the code holds */
  KS_PROOF_CAPTION_MISSING,
  KS_PROOF_OTHER_CAPTION,    /* found: the token that stands there */
  KS_PROOF_OTHER_NAME,       /* found: the name that is missing */
  KS_PROOF_OTHER_DISTRICT,   /* found: the name that is missing */
  KS_PROOF_STRAY_CODE,       /* found: what a code says that stands on its sheet besides its own */
  /* Of a page, not of a code. */
  KS_PROOF_STRAY_ON_PAGE,
  KS_PROOF_PAGE_SIZE,        /* found: its size */
  KS_PROOF_PAGE_EXTRA,
} KsProofVerdict;

typedef struct {
  guint          page;       /* from 0 */
  char          *unit_code;
  char          *token;
  KsProofVerdict verdict;
  char          *found;      /* NULL where nothing was read */
} KsProofResult;

void  ks_proof_result_free (KsProofResult *self);
char *ks_proof_result_to_line (const KsProofResult *self);
char *ks_proof_result_dup_sentence (const KsProofResult *self);
gboolean ks_proof_result_is_of_code (const KsProofResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsProofResult, ks_proof_result_free)

/* A finished PDF, as it went to the printer. Safe to use from any thread. */
typedef struct _KsProofFile KsProofFile;

KsProofFile *ks_proof_file_open (const char *path, GError **error);
KsProofFile *ks_proof_file_new (GBytes *bytes, const char *name, GError **error);
void         ks_proof_file_free (KsProofFile *self);
guint        ks_proof_file_get_n_pages (KsProofFile *self);
const char  *ks_proof_file_get_keywords (KsProofFile *self);
char        *ks_proof_file_dup_page_text (KsProofFile *self, guint page);
GPtrArray   *ks_proof_file_prove_cells (KsProofFile *self, GPtrArray *cells, KsJob *job,
                                        GError **error);
GPtrArray   *ks_proof_file_prove_paper (KsProofFile *self, guint n_pages, double width,
                                        double height, GError **error);
GPtrArray   *ks_proof_file_prove_captions (KsProofFile *self, KsTokenTable *tokens,
                                           const char *const *links, KsJob *job, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsProofFile, ks_proof_file_free)

G_END_DECLS
