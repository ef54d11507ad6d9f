#include "gouji/isolate/confinement.hpp"

#include <array>
#include <cstddef>
#include <cstdio>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace gouji {
namespace {

/// Landlock with no rule at all for what is handled: writing, making, removing and running are
/// refused everywhere; reading stays.
bool make_files_read_only() {
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs =
        LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
        LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
        LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
        LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
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

/// Refuses (EPERM) the calls that reach other machines, programs and processes. Everything else a
/// checker may do: the list is short so that no library is surprised.
bool refuse_network() {
    if (architecture == 0) return false;
    constexpr std::array<std::uint32_t, 10> refused{
        SYS_socket, SYS_connect,           SYS_bind,   SYS_listen,   SYS_ptrace,
        SYS_kill,   SYS_pidfd_send_signal, SYS_execve, SYS_execveat, SYS_process_vm_writev};
    std::array<sock_filter, refused.size() + 5> program{};
    std::size_t at = 0;
    const auto put = [&](sock_filter one) { program[at++] = one; };
    const auto load = [](std::uint32_t offset) {
        return sock_filter{BPF_LD | BPF_W | BPF_ABS, 0, 0, offset};
    };
    put(load(offsetof(seccomp_data, arch)));
    // Calls by another architecture's numbers are refused as a whole.
    put({BPF_JMP | BPF_JEQ | BPF_K, 0, static_cast<std::uint8_t>(refused.size() + 2),
         architecture});
    put(load(offsetof(seccomp_data, nr)));
    for (std::size_t i = 0; i < refused.size(); ++i) {
        put({BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint8_t>(refused.size() - i), 0,
             refused[i]});
    }
    put({BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW});
    put({BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | 1U});
    sock_fprog code{static_cast<unsigned short>(at), program.data()};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &code) == 0;
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
    held.no_new_privileges = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    if (held.no_new_privileges) {
        held.files_read_only = make_files_read_only();
        held.no_network = refuse_network();
    }
    if (limits.memory_bytes != 0) {
        const rlim_t most = address_space() + limits.memory_bytes;
        const rlimit limit{most, most};
        held.memory_limited = setrlimit(RLIMIT_AS, &limit) == 0;
    }
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);  // a crash is expected here and leaves no file
    return held;
}

}  // namespace gouji
