/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-encoding-question.h"
#include "ks-list-sheet.h"

G_BEGIN_DECLS

/* Cells of workbooks that were typed with an old font, which shows letters that are none. */
char               *ks_list_letters_read (KsListSheet *sheet, const char *font, const char *text,
                                          gsize length);
KsEncodingQuestion *ks_list_letters_settle (KsListSheet *sheet, KsEncoding chosen);

G_END_DECLS
