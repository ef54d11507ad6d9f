#include "gouji/sandbox/confinement.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <initializer_list>
#include <memory>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace gouji {
namespace {

/// Landlock with no rule at all for what is handled: writing, making, removing and running are
/// refused everywhere; reading stays.
bool make_files_read_only() {
    const long version =
        syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    constexpr std::uint64_t truncate = 1U << 14U;  // since version 3; older headers lack its name
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs =
        LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
        LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
        LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
        LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
    if (version >= 3) attributes.handled_access_fs |= truncate;
    const long ruleset = syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
    if (ruleset < 0) return false;
    const bool held = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(static_cast<int>(ruleset));
    return held;
}

/// Calls that reach other programs, processes and machines, that change files or what this process
/// will need for the next report. Everything else a checker may do, so that no library is
/// surprised. Calls that an architecture does not have are left out by libseccomp.
constexpr auto refused_calls = std::to_array<int>({
    // other machines and programs
    SCMP_SYS(socket),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    // other processes, and memory that outlives this one
    SCMP_SYS(ptrace),
    SCMP_SYS(kill),
    SCMP_SYS(tkill),
    SCMP_SYS(pidfd_send_signal),
    SCMP_SYS(rt_sigqueueinfo),
    SCMP_SYS(rt_tgsigqueueinfo),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(setpgid),
    SCMP_SYS(setsid),
    SCMP_SYS(setpriority),
    SCMP_SYS(sched_setaffinity),
    SCMP_SYS(sched_setscheduler),
    SCMP_SYS(sched_setattr),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(shmget),
    SCMP_SYS(msgget),
    SCMP_SYS(semget),
    SCMP_SYS(memfd_create),
    SCMP_SYS(mq_open),
    SCMP_SYS(keyctl),
    SCMP_SYS(add_key),
    // files; opening one to write is refused below
    SCMP_SYS(unlink),
    SCMP_SYS(unlinkat),
    SCMP_SYS(rename),
    SCMP_SYS(renameat),
    SCMP_SYS(renameat2),
    SCMP_SYS(mkdir),
    SCMP_SYS(mkdirat),
    SCMP_SYS(rmdir),
    SCMP_SYS(link),
    SCMP_SYS(linkat),
    SCMP_SYS(symlink),
    SCMP_SYS(symlinkat),
    SCMP_SYS(mknod),
    SCMP_SYS(mknodat),
    SCMP_SYS(creat),
    SCMP_SYS(truncate),
    SCMP_SYS(chmod),
    SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat),
    SCMP_SYS(chown),
    SCMP_SYS(lchown),
    SCMP_SYS(fchown),
    SCMP_SYS(fchownat),
    SCMP_SYS(utime),
    SCMP_SYS(utimes),
    SCMP_SYS(futimesat),
    SCMP_SYS(utimensat),
    SCMP_SYS(setxattr),
    SCMP_SYS(lsetxattr),
    SCMP_SYS(fsetxattr),
    SCMP_SYS(openat2),
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    // ways around these
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(bpf),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(unshare),
    SCMP_SYS(setns),
    SCMP_SYS(seccomp),
    // what the next report needs: the folder, the limits, no alarm from the last one
    SCMP_SYS(chdir),
    SCMP_SYS(fchdir),
    SCMP_SYS(chroot),
    SCMP_SYS(setrlimit),
    SCMP_SYS(setitimer),
    SCMP_SYS(timer_create),
    SCMP_SYS(alarm),
});

/// Installs the filter. Calls by the numbers of another architecture are refused as a whole.
bool refuse_calls() {
    const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(seccomp_init(SCMP_ACT_ALLOW),
                                                                  seccomp_release);
    if (!filter) return false;
    const std::uint32_t refusal = SCMP_ACT_ERRNO(EPERM);
    bool built = seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, refusal) == 0;
    const auto refuse = [&](int call, std::initializer_list<scmp_arg_cmp> when = {},
                            std::uint32_t answer = SCMP_ACT_ERRNO(EPERM)) {
        const int done = seccomp_rule_add_array(filter.get(), answer, call,
                                                static_cast<unsigned>(when.size()), when.begin());
        built = built && (done == 0 || done == -EDOM);
    };
    for (const int call : refused_calls) refuse(call);
    refuse(SCMP_SYS(clone3), {}, SCMP_ACT_ERRNO(ENOSYS));  // libraries then use clone
    refuse(SCMP_SYS(clone), {SCMP_A0_64(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0)});
    for (const std::uint64_t writes : {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC}) {
        refuse(SCMP_SYS(openat), {SCMP_A2_64(SCMP_CMP_MASKED_EQ, writes, writes)});
        refuse(SCMP_SYS(open), {SCMP_A1_64(SCMP_CMP_MASKED_EQ, writes, writes)});
    }
    refuse(SCMP_SYS(tgkill), {SCMP_A0_32(SCMP_CMP_NE, static_cast<std::uint32_t>(getpid()))});
    refuse(SCMP_SYS(prlimit64), {SCMP_A2_64(SCMP_CMP_NE, 0)});
    refuse(SCMP_SYS(prctl), {SCMP_A0_32(SCMP_CMP_EQ, PR_SET_PDEATHSIG)});
    refuse(SCMP_SYS(ioctl), {SCMP_A1_32(SCMP_CMP_EQ, TIOCSTI)});  // typing into the terminal
    refuse(SCMP_SYS(ioctl), {SCMP_A1_32(SCMP_CMP_EQ, TIOCLINUX)});
    return built && seccomp_load(filter.get()) == 0;
}

/// Address space in use now; what a limit is counted from.
std::uint64_t address_space() {
    std::FILE* file = std::fopen("/proc/self/statm", "re");
    if (file == nullptr) return 0;
    unsigned long pages = 0;
    const int read = std::fscanf(file, "%lu", &pages);
    std::fclose(file);
    return read == 1 ? pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)) : 0;
}

}  // namespace

Confinement confine(const Limits& limits) {
    Confinement held;
    if (limits.memory_bytes != 0) {
        const rlim_t most = address_space() + limits.memory_bytes;
        const rlimit limit{most, most};
        held.memory_limited = setrlimit(RLIMIT_AS, &limit) == 0;
    }
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);  // a crash is expected here and leaves no file
    held.no_new_privileges = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    if (held.no_new_privileges) {
        held.files_read_only = make_files_read_only();
        held.calls_refused = refuse_calls();  // the last: it refuses what stands above
    }
    return held;
}

}  // namespace gouji
