#include <stdint.h>
#include <string.h>

/* Where 64 bytes hold what gives a CSV file its structure, one bit a byte, the first one lowest.

   Swift's SIMD cannot make a number of a mask of lanes; here the compiler does it with what the processor
   has for it. */
typedef struct {
  uint64_t quotes, separators, line_feeds, returns;
} echolot_structure;

static inline uint64_t echolot_equal(const uint8_t *bytes, uint8_t byte) {
  typedef uint8_t lanes64 __attribute__((ext_vector_type(64)));
  typedef _Bool mask64 __attribute__((ext_vector_type(64)));
  lanes64 lanes;
  memcpy(&lanes, bytes, sizeof lanes);
  mask64 mask = __builtin_convertvector(lanes == (lanes64)byte, mask64);
  uint64_t bits;
  memcpy(&bits, &mask, sizeof bits);
  return bits;
}

static inline echolot_structure echolot_find_structure(const uint8_t *bytes, uint8_t separator) {
  echolot_structure found = {
      echolot_equal(bytes, '"'), echolot_equal(bytes, separator), echolot_equal(bytes, '\n'),
      echolot_equal(bytes, '\r')};
  return found;
}
