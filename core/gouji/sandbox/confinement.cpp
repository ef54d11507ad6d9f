#include "gouji/sandbox/confinement.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <initializer_list>
#include <memory>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace gouji {
namespace {

/// What loading a library or starting a program reads, on any distribution.
constexpr const char* system_paths[] = {
    "/usr",      "/lib", "/lib64", "/lib32", "/bin", "/etc/ld.so.cache", "/etc/ld.so.preload",
    "/nix/store"};

long landlock_version() {
    return syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

/// Everything that this kernel's Landlock knows to forbid.
landlock_ruleset_attr all_of(long version) {
    landlock_ruleset_attr out{};
    // By version: 13 rights, then moving between folders, truncating, and ioctl of devices.
    const unsigned rights = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13;
    out.handled_access_fs = (std::uint64_t{1} << rights) - 1;
    return out;
}

/// Landlock: of all files only these may be read, and executed. What lies at `readable` counts, not
/// what a link there points to.
bool restrict_files(std::span<const char* const> system, std::span<const std::string> readable) {
    const long version = landlock_version();
    if (version < 1) return false;
    const landlock_ruleset_attr attributes = all_of(version);
    const long ruleset = syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
    if (ruleset < 0) return false;
    const auto admit = [&](const char* path, int links) {
        landlock_path_beneath_attr rule{};
        rule.parent_fd = open(path, O_PATH | O_CLOEXEC | links);
        if (rule.parent_fd < 0) return;
        struct stat what {};
        rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
        if (fstat(rule.parent_fd, &what) == 0 && S_ISDIR(what.st_mode))
            rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
        syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
        close(rule.parent_fd);
    };
    for (const char* path : system) admit(path, 0);
    for (const std::string& path : readable) admit(path.c_str(), O_NOFOLLOW);
    const bool held = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(static_cast<int>(ruleset));
    return held;
}

/// Memory, threads, time, and descriptors that are there already.
constexpr auto computing = std::to_array<int>({
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(pread64),
    SCMP_SYS(recvfrom),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(close),
    SCMP_SYS(dup),
    SCMP_SYS(lseek),
    SCMP_SYS(fstat),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(gettid),
    SCMP_SYS(getpid),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getrandom),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(getrusage),
    SCMP_SYS(times),
    SCMP_SYS(getcpu),
    SCMP_SYS(membarrier),
    SCMP_SYS(getrlimit),
});

/// What loading libraries, and starting an interpreter, asks for besides.
constexpr auto loading = std::to_array<int>({
    SCMP_SYS(stat),
    SCMP_SYS(lstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(statfs),
    SCMP_SYS(fstatfs),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getcwd),
    SCMP_SYS(getdents64),
    SCMP_SYS(arch_prctl),
    SCMP_SYS(set_tid_address),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(getppid),
    SCMP_SYS(getpgrp),
    SCMP_SYS(getgroups),
    SCMP_SYS(fcntl),
    SCMP_SYS(dup2),
    SCMP_SYS(dup3),
    SCMP_SYS(pipe2),
    SCMP_SYS(eventfd2),
    SCMP_SYS(epoll_create1),
    SCMP_SYS(epoll_ctl),
    SCMP_SYS(epoll_pwait),
    SCMP_SYS(epoll_wait),
    SCMP_SYS(select),
    SCMP_SYS(pselect6),
    SCMP_SYS(fadvise64),
    SCMP_SYS(capget),
    SCMP_SYS(close_range),
    // the second step's own
    SCMP_SYS(seccomp),
    SCMP_SYS(landlock_create_ruleset),
    SCMP_SYS(landlock_restrict_self),
});

enum class Step : std::uint8_t { load_plugin, run_program, check };

/// seccomp: a list of what may be called; all else is refused. Calls by the numbers of another
/// architecture are refused as a whole.
bool allow_calls(Step step) {
    const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(
        seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release);
    if (!filter) return false;
    bool built =
        seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_ERRNO(EPERM)) == 0;
    const auto answer = [&](int call, int error) {
        built = built &&
                seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(static_cast<std::uint16_t>(error)),
                                 call, 0) == 0;
    };
    answer(SCMP_SYS(clone3), ENOSYS);  // libraries fall back on clone, whose flags can be looked at
    answer(SCMP_SYS(ioctl), ENOTTY);   // nothing here is a terminal
    const auto allow = [&](int call, std::initializer_list<scmp_arg_cmp> when = {}) {
        const int done = seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call,
                                                static_cast<unsigned>(when.size()), when.begin());
        built = built && (done == 0 || done == -EDOM);  // an architecture may lack the call
    };
    for (const int call : computing) allow(call);
    allow(SCMP_SYS(clone), {SCMP_A0_64(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)});
    const auto self = static_cast<std::uint64_t>(getpid());
    allow(SCMP_SYS(tgkill), {SCMP_A0_64(SCMP_CMP_EQ, self)});
    allow(SCMP_SYS(sendto), {SCMP_A4_64(SCMP_CMP_EQ, 0)});     // to no address
    allow(SCMP_SYS(prlimit64), {SCMP_A2_64(SCMP_CMP_EQ, 0)});  // reading limits
    if (step != Step::check) {
        for (const int call : loading) allow(call);
        constexpr std::uint64_t changes = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_PATH;
        allow(SCMP_SYS(openat), {SCMP_A2_64(SCMP_CMP_MASKED_EQ, changes, 0)});
        allow(SCMP_SYS(open), {SCMP_A1_64(SCMP_CMP_MASKED_EQ, changes, 0)});
        for (const std::uint64_t what :
             {PR_SET_NAME, PR_SET_VMA, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, PR_GET_SECCOMP})
            allow(SCMP_SYS(prctl), {SCMP_A0_64(SCMP_CMP_EQ, what)});
    }
    if (step == Step::run_program) allow(SCMP_SYS(execve));
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

void limit(__rlimit_resource what, rlim_t most) {
    const rlimit both{most, most};
    setrlimit(what, &both);
}

}  // namespace

std::vector<std::string> confine_loading(const Limits& limits, Guest guest,
                                         std::span<const std::string> readable) {
    std::vector<std::string> lacking;
    constexpr rlim_t processor_seconds = 3600;  // the parent's clock is the narrower bound
    limit(RLIMIT_AS, address_space() + limits.memory_bytes);
    limit(RLIMIT_CPU, processor_seconds);
    limit(RLIMIT_CORE, 0);  // a crash is expected here and leaves no file
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 256);
    limit(RLIMIT_MEMLOCK, 0);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) lacking.emplace_back("no-new-privileges");
    if (!restrict_files(system_paths, readable)) lacking.emplace_back("Landlock");
    // The last: it refuses what stands above.
    if (!allow_calls(guest == Guest::program ? Step::run_program : Step::load_plugin)) {
        lacking.emplace_back("seccomp");
        limit(RLIMIT_NPROC, 0);
    }
    return lacking;
}

void confine_checking() {
    restrict_files({}, {});
    allow_calls(Step::check);
}

}  // namespace gouji
