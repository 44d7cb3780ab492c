/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-document.h"
#include "ks-job.h"
#include "ks-time.h"

G_BEGIN_DECLS

GBytes *ks_document_write_docx (KsDocument *self, KsMoment stamp, KsJob *job,
                                GError **error);

G_END_DECLS
