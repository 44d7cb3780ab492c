/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-part-stream.h"

struct _KsPartStream
{
  GInputStream parent_instance;
  KsPart *part;
};

G_DEFINE_FINAL_TYPE (KsPartStream, ks_part_stream, G_TYPE_INPUT_STREAM)

static void
ks_part_stream_finalize (GObject *object)
{
  ks_part_free (KS_PART_STREAM (object)->part);
  G_OBJECT_CLASS (ks_part_stream_parent_class)->finalize (object);
}

static gssize
ks_part_stream_read (GInputStream *stream, void *target, gsize length, GCancellable *cancellable,
                     GError **error)
{
  return ks_part_read (KS_PART_STREAM (stream)->part, target, length, error);
}

static void
ks_part_stream_class_init (KsPartStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_part_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = ks_part_stream_read;
}

static void
ks_part_stream_init (KsPartStream *self)
{
}

/**
 * ks_part_stream_new:
 * @part: (transfer full): a part; its package must outlive the stream
 *
 * Returns: (transfer full): what the part holds
 */
GInputStream *
ks_part_stream_new (KsPart *part)
{
  KsPartStream *self = g_object_new (KS_TYPE_PART_STREAM, NULL);

  self->part = part;
  return G_INPUT_STREAM (self);
}

/**
 * ks_part_stream_get_position:
 * @self: a stream
 *
 * Returns: how far its archive was read, in bytes
 */
gint64
ks_part_stream_get_position (KsPartStream *self)
{
  return ks_part_get_position (self->part);
}
