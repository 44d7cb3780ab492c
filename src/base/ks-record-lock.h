/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Locks on parts of files that last as long as somebody wants them. Those of fcntl() end for the
 * whole process as soon as any part of it closes any descriptor of the file. The functions stand in
 * for open(), close() and fcntl() of one who opens files through them. */
gboolean ks_record_lock_is_needed (void);
int      ks_record_lock_open (const char *path, int flags, int mode);
int      ks_record_lock_close (int fd);
int      ks_record_lock_control (int fd, int command, ...);

G_END_DECLS
