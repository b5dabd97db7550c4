#include <zlib.h>

/* inflateInit2 is a macro, which Swift cannot call. 15 + 32: largest window, gzip or zlib header found by itself. */
static inline int echolot_inflate_init(z_stream *stream) { return inflateInit2(stream, 15 + 32); }
