/* Loaded before libc: a disk that fails under FAULT_FOLDER, in the way that the file FAULT_SAYS names.

   It holds "write N" or "sync N" (N is an errno); while it is empty or missing, nothing is wrong. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int fault(const char *kind) {
    const char *says = getenv("FAULT_SAYS");
    char text[32] = "", found[16];
    int number = 0, file = says ? syscall(SYS_openat, AT_FDCWD, says, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0) return 0;
    if (read(file, text, sizeof text - 1) < 0) text[0] = 0;
    close(file);
    if (sscanf(text, "%15s %d", found, &number) != 2 || strcmp(found, kind)) return 0;
    return number;
}

static int is_under(const char *path) {
    const char *folder = getenv("FAULT_FOLDER");
    return folder && path && !strncmp(path, folder, strlen(folder));
}

static int is_bad(int file, const char *kind) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    if (!is_under(path)) return 0;
    int number = fault(kind);
    if (number) errno = number;
    return number;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *data, size_t size) {
    return is_bad(file, "write") ? -1 : REAL(write)(file, data, size);
}
ssize_t pwrite(int file, const void *data, size_t size, off_t at) {
    return is_bad(file, "write") ? -1 : REAL(pwrite)(file, data, size, at);
}
ssize_t pwrite64(int file, const void *data, size_t size, off64_t at) {
    return is_bad(file, "write") ? -1 : REAL(pwrite64)(file, data, size, at);
}
int fsync(int file) { return is_bad(file, "sync") ? -1 : REAL(fsync)(file); }
int fdatasync(int file) { return is_bad(file, "sync") ? -1 : REAL(fdatasync)(file); }

static int refuses_to_open(const char *path, int flags) {
    int number = (flags & (O_CREAT | O_TRUNC)) && is_under(path) ? fault("write") : 0;
    if (number) errno = number;
    return number;
}
int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return refuses_to_open(path, flags) ? -1 : REAL(open)(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return refuses_to_open(path, flags) ? -1 : REAL(open64)(path, flags, mode);
}
int utimensat(int folder, const char *path, const struct timespec times[2], int flags) {
    int number = is_under(path) ? fault("write") : 0;
    if (number != EROFS) return REAL(utimensat)(folder, path, times, flags);
    errno = number;
    return -1;
}
