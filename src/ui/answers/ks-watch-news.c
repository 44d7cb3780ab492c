/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-watch-news.h"

#include "ks-i18n.h"

static guint
count_untold (GPtrArray *files, gboolean (*matches) (const KsWatchedFile *file),
              const KsWatchedFile **first)
{
  guint n = 0;

  for (guint i = 0; i < files->len; i++)
    {
      KsWatchedFile *file = files->pdata[i];

      if (file->told || !matches (file))
        continue;
      *first = n++ == 0 ? file : *first;
      file->told = TRUE;
    }
  return n;
}

static gboolean
has_failed (const KsWatchedFile *file)
{
  return file->state == KS_WATCHED_FAILED;
}

/**
 * ks_watch_news_tell:
 * @files: (inout) (element-type KsWatchedFile): files of the folder
 * @folder: its name, for people
 * @shell: the window
 *
 * Tells of each file once, however many there are in one sentence; the page lists them.
 */
void
ks_watch_news_tell (GPtrArray *files, const char *folder, KsShell *shell)
{
  const KsWatchedFile *first = NULL;
  guint n_new = count_untold (files, ks_watched_file_is_new, &first);
  guint n_failed = count_untold (files, has_failed, &first);
  g_autofree char *offered
      = g_strdup_printf (ngettext ("%u new file in “%s”: see Answer Sheets",
                                   "%u new files in “%s”: see Answer Sheets", n_new),
                         n_new, folder);
  g_autofree char *failed
      = g_strdup_printf (ngettext ("%u file in “%s” cannot be read: see Answer Sheets",
                                   "%u files in “%s” cannot be read: see Answer Sheets", n_failed),
                         n_failed, folder);

  if (n_failed > 0)
    ks_shell_show_message (shell, n_failed == 1 && first->message != NULL ? first->message : failed);
  if (n_new > 0)
    ks_shell_show_message (shell, offered);
}
