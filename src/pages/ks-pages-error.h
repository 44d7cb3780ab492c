/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KS_PAGES_ERROR (ks_pages_error_quark ())
GQuark ks_pages_error_quark (void);

typedef enum {
  KS_PAGES_ERROR_FONT,   /* a family that the paper needs is not installed */
  KS_PAGES_ERROR_FILE,
  KS_PAGES_ERROR_SHEET,    /* nothing to print, or a link that no code can hold */
  KS_PAGES_ERROR_SETTING,  /* a text, a grid or a picture that has no place on a sheet */
} KsPagesError;

G_END_DECLS
