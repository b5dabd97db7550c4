#include <sys/syscall.h>

extern long syscall(long number, ...);

/* Swaps two paths in one step (RENAME_EXCHANGE, relative to the working folder AT_FDCWD), so that neither
   name is ever missing. */
static inline int echolot_exchange(const char *left, const char *right) {
  return (int)syscall(SYS_renameat2, -100, left, -100, right, 2);
}

/* Writes everything of the file system that holds an open file to the disk. */
static inline int echolot_sync_file_system(int descriptor) {
  return (int)syscall(SYS_syncfs, descriptor);
}

/* Lets the disk start on what was written to an open file, without waiting for it (SYNC_FILE_RANGE_WRITE). */
static inline void echolot_start_writing(int descriptor) {
  syscall(SYS_sync_file_range, descriptor, 0L, 0L, 2);
}
