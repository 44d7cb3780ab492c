/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <fontconfig/fontconfig.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  KS_FAMILY_SANS,   /* posters */
  KS_FAMILY_SERIF,  /* papers */
  KS_N_FAMILIES,
} KsFamily;

typedef struct {
  const char *name;
  const char *package;     /* of Debian */
  double      cap_height;  /* in em */
} KsFontFamily;

const KsFontFamily *ks_fonts_get_family (KsFamily family);
void                ks_fonts_prepare    (void);
FcConfig           *ks_fonts_get_config (void);

G_END_DECLS
