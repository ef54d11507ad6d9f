/* Loaded in front of the C library (LD_PRELOAD). GOUJI_FAULT=CALL:N makes the N-th call of CALL
 * fail as it fails when the machine has no more of what it asks for; every other call is passed on.
 * With GOUJI_FAULT=CALL:0 none fails. When the program ends, GOUJI_FAULT_COUNT names the file that
 * gets the number of calls. Calls that are failed: malloc (with calloc, realloc and aligned_alloc),
 * read (with fread), write (with fwrite), open (with fopen), fork (with vfork and posix_spawn). */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum call { CALL_MALLOC, CALL_READ, CALL_WRITE, CALL_OPEN, CALL_FORK, CALLS, NO_CALL };
static const char* const names[CALLS] = {"malloc", "read", "write", "open", "fork"};

static enum call chosen = NO_CALL;
static unsigned long failing;
static atomic_ulong count;

extern void* __libc_malloc(size_t);
extern void* __libc_calloc(size_t, size_t);
extern void* __libc_realloc(void*, size_t);
extern void* __libc_memalign(size_t, size_t);

static int (*program)(int, char**, char**);

/* From here on calls are counted: what is done before main() is the loader's and the libraries'. */
static int counted(int words, char** word, char** environment) {
    const char* const fault = getenv("GOUJI_FAULT");
    const char* const colon = fault != NULL ? strchr(fault, ':') : NULL;
    if (colon == NULL) return program(words, word, environment);
    failing = strtoul(colon + 1, NULL, 10);
    for (int i = 0; i < CALLS; ++i) {
        if (strncmp(fault, names[i], (size_t)(colon - fault)) == 0) chosen = (enum call)i;
    }
    return program(words, word, environment);
}

__attribute__((destructor)) static void end(void) {
    const char* const file = getenv("GOUJI_FAULT_COUNT");
    chosen = NO_CALL;
    if (file == NULL) return;
    FILE* const out = fopen(file, "w");
    if (out == NULL) return;
    fprintf(out, "%lu\n", atomic_load(&count));
    fclose(out);
}

static int fails(enum call call, int error) {
    if (call != chosen || atomic_fetch_add(&count, 1) + 1 != failing) return 0;
    errno = error;
    return 1;
}

/* The C library's own function of a name. */
#define NEXT(type, name, ...)         \
    static type (*next)(__VA_ARGS__); \
    if (next == NULL) *(void**)&next = dlsym(RTLD_NEXT, name)

int __libc_start_main(int (*main)(int, char**, char**), int words, char** word, void (*init)(void),
                      void (*fini)(void), void (*unload)(void), void* stack) {
    NEXT(int, "__libc_start_main", int (*)(int, char**, char**), int, char**, void (*)(void),
         void (*)(void), void (*)(void), void*);
    program = main;
    return next(counted, words, word, init, fini, unload, stack);
}

void* malloc(size_t size) { return fails(CALL_MALLOC, ENOMEM) ? NULL : __libc_malloc(size); }
void* calloc(size_t many, size_t size) {
    return fails(CALL_MALLOC, ENOMEM) ? NULL : __libc_calloc(many, size);
}
void* realloc(void* old, size_t size) {
    return fails(CALL_MALLOC, ENOMEM) ? NULL : __libc_realloc(old, size);
}
void* aligned_alloc(size_t alignment, size_t size) {
    return fails(CALL_MALLOC, ENOMEM) ? NULL : __libc_memalign(alignment, size);
}

ssize_t read(int file, void* to, size_t size) {
    NEXT(ssize_t, "read", int, void*, size_t);
    return fails(CALL_READ, EIO) ? -1 : next(file, to, size);
}
size_t fread(void* to, size_t size, size_t many, FILE* file) {
    NEXT(size_t, "fread", void*, size_t, size_t, FILE*);
    if (!fails(CALL_READ, EIO)) return next(to, size, many, file);
    file->_flags |= 0x20; /* glibc: what ferror() looks at */
    errno = EIO;
    return 0;
}
ssize_t write(int file, const void* from, size_t size) {
    NEXT(ssize_t, "write", int, const void*, size_t);
    return fails(CALL_WRITE, ENOSPC) ? -1 : next(file, from, size);
}
size_t fwrite(const void* from, size_t size, size_t many, FILE* file) {
    NEXT(size_t, "fwrite", const void*, size_t, size_t, FILE*);
    /* Standard error is how a failure is told: to fail it too would say nothing of the program. */
    if (file == stderr || !fails(CALL_WRITE, ENOSPC)) return next(from, size, many, file);
    errno = ENOSPC;
    return 0;
}
int fflush(FILE* file) {
    NEXT(int, "fflush", FILE*);
    return file != stderr && fails(CALL_WRITE, ENOSPC) ? EOF : next(file);
}
int open(const char* path, int flags, ...) {
    NEXT(int, "open", const char*, int, ...);
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return fails(CALL_OPEN, EMFILE) ? -1 : next(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
    NEXT(int, "open64", const char*, int, ...);
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return fails(CALL_OPEN, EMFILE) ? -1 : next(path, flags, mode);
}
FILE* fopen64(const char* path, const char* mode) {
    NEXT(FILE*, "fopen64", const char*, const char*);
    return fails(CALL_OPEN, EMFILE) ? NULL : next(path, mode);
}
FILE* fopen(const char* path, const char* mode) {
    NEXT(FILE*, "fopen", const char*, const char*);
    return fails(CALL_OPEN, EMFILE) ? NULL : next(path, mode);
}
pid_t fork(void) {
    NEXT(pid_t, "fork", void);
    return fails(CALL_FORK, EAGAIN) ? -1 : next();
}
int posix_spawn(pid_t* child, const char* path, const posix_spawn_file_actions_t* actions,
                const posix_spawnattr_t* attributes, char* const words[],
                char* const environment[]) {
    NEXT(int, "posix_spawn", pid_t*, const char*, const posix_spawn_file_actions_t*,
         const posix_spawnattr_t*, char* const[], char* const[]);
    return fails(CALL_FORK, EAGAIN) ? EAGAIN
                                    : next(child, path, actions, attributes, words, environment);
}
int posix_spawnp(pid_t* child, const char* path, const posix_spawn_file_actions_t* actions,
                 const posix_spawnattr_t* attributes, char* const words[],
                 char* const environment[]) {
    NEXT(int, "posix_spawnp", pid_t*, const char*, const posix_spawn_file_actions_t*,
         const posix_spawnattr_t*, char* const[], char* const[]);
    return fails(CALL_FORK, EAGAIN) ? EAGAIN
                                    : next(child, path, actions, attributes, words, environment);
}
