#include "gouji/sandbox/confinement.hpp"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <vector>

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
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

#if defined(__x86_64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t architecture = 0;
#endif

/// Calls that reach other programs, processes and machines, that change files or what this process
/// will need for the next report. Everything else a checker may do, so that no library is
/// surprised.
constexpr auto refused_calls = std::to_array<std::uint32_t>({
    // other machines and programs
    SYS_socket, SYS_connect, SYS_bind, SYS_listen, SYS_execve, SYS_execveat,
        // other processes
        SYS_ptrace, SYS_kill, SYS_tkill, SYS_pidfd_send_signal, SYS_rt_sigqueueinfo,
        SYS_rt_tgsigqueueinfo, SYS_process_vm_writev, SYS_setpgid, SYS_setsid, SYS_setpriority,
        SYS_sched_setaffinity,
        // files; opening one to write is looked at below
        SYS_unlinkat, SYS_renameat2, SYS_mkdirat, SYS_linkat, SYS_symlinkat, SYS_mknodat,
        SYS_truncate, SYS_fchmod, SYS_fchmodat, SYS_fchown, SYS_fchownat, SYS_utimensat,
        SYS_setxattr, SYS_lsetxattr, SYS_fsetxattr, SYS_openat2, SYS_mount, SYS_umount2,
        // ways around these
        SYS_io_uring_setup, SYS_bpf, SYS_userfaultfd, SYS_perf_event_open, SYS_unshare, SYS_setns,
        // what the next report needs: the folder, the limits, no alarm from the last one
        SYS_chdir, SYS_fchdir, SYS_chroot, SYS_setrlimit, SYS_setitimer, SYS_timer_create,
#if defined(__x86_64__)
        SYS_fork, SYS_vfork, SYS_alarm, SYS_unlink, SYS_rename, SYS_renameat, SYS_mkdir, SYS_rmdir,
        SYS_link, SYS_symlink, SYS_mknod, SYS_creat, SYS_chmod, SYS_chown, SYS_lchown, SYS_utime,
        SYS_utimes, SYS_futimesat,
#endif
});

/// A seccomp program, written from the top. Each test leaves the call's number loaded.
class Filter {
public:
    Filter() {
        load(offsetof(seccomp_data, arch));
        // Calls by another architecture's numbers are refused as a whole.
        jump(BPF_JEQ, architecture, 1, 0);
        answer(refusal);
        load(number);
#if defined(__x86_64__)
        jump(BPF_JGE, x32, 0, 1);
        answer(refusal);
#endif
    }
    void refuse(std::uint32_t call, std::uint32_t error = EPERM) {
        jump(BPF_JEQ, call, 0, 1);
        answer(SECCOMP_RET_ERRNO | error);
    }
    /// Refuses a call when its argument has one of these bits, or has none of them.
    void refuse_bits(std::uint32_t call, unsigned argument, std::uint32_t bits, bool when_set) {
        jump(BPF_JEQ, call, 0, 4);
        load(low(argument));
        jump(BPF_JSET, bits, when_set ? 0 : 1, when_set ? 1 : 0);
        answer(refusal);
        load(number);
    }
    /// Refuses a call when its argument is this, or is anything else.
    void refuse_value(std::uint32_t call, unsigned argument, std::uint32_t value, bool when_equal) {
        jump(BPF_JEQ, call, 0, 4);
        load(low(argument));
        jump(BPF_JEQ, value, when_equal ? 0 : 1, when_equal ? 1 : 0);
        answer(refusal);
        load(number);
    }
    [[nodiscard]] bool install() {
        answer(SECCOMP_RET_ALLOW);
        const sock_fprog code{static_cast<unsigned short>(program_.size()), program_.data()};
        return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &code) == 0;
    }

private:
    static constexpr std::uint32_t refusal = SECCOMP_RET_ERRNO | EPERM;
    static constexpr std::uint32_t number = offsetof(seccomp_data, nr);
    static constexpr std::uint32_t x32 = 0x40000000;

    static constexpr std::uint32_t low(unsigned argument) {
        return static_cast<std::uint32_t>(offsetof(seccomp_data, args) + argument * 8);
    }
    void load(std::uint32_t offset) {
        program_.push_back({BPF_LD | BPF_W | BPF_ABS, 0, 0, offset});
    }
    void answer(std::uint32_t value) { program_.push_back({BPF_RET | BPF_K, 0, 0, value}); }
    void jump(unsigned test, std::uint32_t value, std::uint8_t yes, std::uint8_t no) {
        program_.push_back({static_cast<std::uint16_t>(BPF_JMP | BPF_K | test), yes, no, value});
    }

    std::vector<sock_filter> program_;
};

bool refuse_calls() {
    if (architecture == 0) return false;
    Filter filter;
    for (const std::uint32_t call : refused_calls) filter.refuse(call);
    filter.refuse(SYS_clone3, ENOSYS);  // libraries then use clone, whose flags can be seen
    filter.refuse_bits(SYS_clone, 0, CLONE_THREAD, false);
    constexpr std::uint32_t writes = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
    filter.refuse_bits(SYS_openat, 2, writes, true);
#if defined(__x86_64__)
    filter.refuse_bits(SYS_open, 1, writes, true);
#endif
    filter.refuse_value(SYS_tgkill, 0, static_cast<std::uint32_t>(getpid()), false);
    filter.refuse_value(SYS_prlimit64, 2, 0, false);
    filter.refuse_value(SYS_prctl, 0, PR_SET_PDEATHSIG, true);
    return filter.install();
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
