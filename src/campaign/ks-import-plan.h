/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-answer-file.h"

G_BEGIN_DECLS

/* Private to the import of answers: a first walk through a table, which finds the time and unit
 * columns by their content, settles the order of day and month for the whole table, and refuses one
 * that belongs to another campaign. */
KsImportPlan *ks_response_reader_inspect (KsResponseReader *reader, KsAnswerFile *file,
                                          const KsRow *header, KsJob *job, GError **error);

G_END_DECLS
