/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-answer-file.h"

G_BEGIN_DECLS

/* Private to the import of answers: a first walk through the file, which finds the time and unit
 * columns by their content, settles the order of day and month for the whole file, and refuses a
 * file that belongs to another campaign. */
gboolean ks_response_reader_inspect (KsCampaign *campaign, KsAnswerFile *file, KsJob *job,
                                     KsResponseReader **reader, KsImportPlan **plan,
                                     GError **error);

G_END_DECLS
