// Tries, when it is loaded, when its rule is made and when it checks, all that a plugin should not
// be able to do. It reports what it has tried and, by name, what it has managed. With CONTROL it
// tries only what does no harm where it is managed; with FAKES it installs a filter of its own.

#include <gouji/abi.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

struct Attempt {
    const char* name;
    bool (*managed)();
};

bool opens(const char* path, int flags) {
    const int file = open(path, flags, 0600);
    if (file >= 0) close(file);
    return file >= 0;
}

const Attempt attempts[] = {
#if !defined(CONTROL)
    {"type-into-the-terminal",
     [] {
         char key = 'x';
         const int terminal = open("/dev/tty", O_RDWR);
         bool done = terminal >= 0;
         for (int fd = 0; fd < 64; ++fd) done = done || ioctl(fd, TIOCSTI, &key) == 0;
         return done;
     }},
#endif
    {"memfd", [] { return memfd_create("x", 0) >= 0; }},
    {"shared-memory", [] { return shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600) >= 0; }},
#if !defined(CONTROL)
    {"raise-limits",
     [] {
         const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
         // A pointer whose lower half is zero: a filter that compares 32 bits takes it for none.
         void* const high =
             mmap(reinterpret_cast<void*>(0x200000000ULL), 4096, PROT_READ | PROT_WRITE,
                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
         if (high != MAP_FAILED) std::memcpy(high, &more, sizeof more);
         return setrlimit(RLIMIT_AS, &more) == 0 ||
                syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, &more, nullptr) == 0 ||
                (high != MAP_FAILED &&
                 syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, high, nullptr) == 0);
     }},
    {"become-another", [] { return setresuid(1, 1, 1) == 0 || setresgid(1, 1, 1) == 0; }},
#endif
    {"read-shadow",
     [] {
         return opens("/etc/shadow", O_RDONLY) || opens("/etc/passwd", O_RDONLY) ||
                opens("/proc/self/environ", O_RDONLY) || opens("report.txt", O_RDONLY) ||
                opens("/usr/../etc/passwd", O_RDONLY);
     }},
    {"read-the-neighbour",  // a file beside the plugin that is not the plugin's
     [] { return opens(NEIGHBOUR, O_RDONLY); }},
#if !defined(CONTROL)
    {"write",
     [] {
         return opens("made-by-plugin", O_CREAT | O_WRONLY) || opens("/tmp/x", O_CREAT | O_RDWR) ||
                mkdir("made-by-plugin", 0700) == 0 || unlink("report.txt") == 0 ||
                truncate("report.txt", 0) == 0 || chmod("report.txt", 0) == 0 ||
                symlink("/etc/passwd", "made-by-plugin") == 0;
     }},
    {"idle",
     [] {
         const sched_param none{};
         return sched_setscheduler(0, SCHED_IDLE, &none) == 0 ||
                setpriority(PRIO_PROCESS, 0, 19) == 0;
     }},
    {"outlive",
     [] {
         const pid_t child = fork();
         if (child == 0) {
             setsid();
             sleep(60);
             _exit(0);
         }
         return child > 0 || syscall(SYS_vfork) > 0;
     }},
    {"run", [] { return execl("/bin/true", "true", nullptr) == 0; }},
#endif
    {"connect",
     [] {
         int pair[2];
         return socket(AF_INET, SOCK_STREAM, 0) >= 0 || socket(AF_UNIX, SOCK_STREAM, 0) >= 0 ||
                socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0;
     }},
#if !defined(CONTROL)
    {"reach-the-parent",
     [] {
         char byte = 0;
         iovec mine{&byte, 1};
         iovec theirs{reinterpret_cast<void*>(0x400000), 1};
         const pid_t parent = getppid();
         return kill(parent, 0) == 0 || process_vm_readv(parent, &mine, 1, &theirs, 1, 0) >= 0 ||
                ptrace(PTRACE_ATTACH, parent, nullptr, nullptr) == 0;
     }},
    {"leave-the-session", [] { return setsid() >= 0 || setpgid(0, getppid()) == 0; }},
    {"stay-when-the-parent-goes", [] { return prctl(PR_SET_PDEATHSIG, 0) == 0; }},
#endif
    {"environment", [] { return std::getenv("GOUJI_TEST_SECRET") != nullptr; }},
#if !defined(CONTROL)
    {"descriptors",  // the channel is the only one beyond the first three
     [] {
         int open_ones = 0;
         for (int fd = 3; fd < 256; ++fd) {
             const int twin = dup(fd);
             open_ones += twin >= 0 ? 1 : 0;
             if (twin >= 0) close(twin);
         }
         return open_ones > 1;
     }},
    {"user-namespace", [] { return unshare(CLONE_NEWUSER) == 0; }},
#endif
};

std::string managed;
int tried = 0;

void attack(const char* moment) {
    for (const Attempt& attempt : attempts) {
        ++tried;
        if (attempt.managed()) managed += std::string(" ") + attempt.name + "@" + moment;
    }
}

/// A filter of the plugin's own, which answers that the second step of confinement is done without
/// doing it: what the first step refuses is refused all the same.
void fake_what_follows() {
    sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 446, 1, 0),  // landlock_restrict_self
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 317, 0, 1),  // seccomp
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{sizeof code / sizeof *code, code};
    syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
}

struct Early {
    Early() {
        attack("load");
#if defined(FAKES)
        fake_what_follows();
#else
        static_cast<void>(fake_what_follows);
#endif
    }
} const early;

const gouji_sink_service* sink_service = nullptr;

gouji_text text_of(std::string_view words) { return {words.data(), words.size()}; }

void* GOUJI_CALL create(const gouji_host* host, const gouji_options*, gouji_sink*) {
    sink_service =
        static_cast<const gouji_sink_service*>(host->service(host, text_of(GOUJI_SERVICE_SINK)));
    attack("create");
    static int self = 0;
    return &self;
}
void GOUJI_CALL check(const void*, const gouji_document*, gouji_sink* sink) {
    attack("check");
    const std::string count = std::to_string(tried);
    sink_service->open(sink, {0, 0}, text_of("found"));
    sink_service->argument(sink, text_of("tried"), text_of(count));
    sink_service->argument(sink, text_of("managed"), text_of(managed));
    sink_service->close(sink);
}
void GOUJI_CALL destroy(void*) {}

const char words[] =
    "+++\nid = \"attack/all\"\nname = { zh = \"名\", en = \"n\" }\nsummary = { zh = \"总\", en = "
    "\"s\" }\nlevel = \"note\"\nnative = true\n[messages.found]\nzh = \"试了{tried}：{managed}\"\n"
    "en = \"{tried}:{managed}\"\n+++\n";
const gouji_text page{words, sizeof(words) - 1};
const gouji_rule rule{sizeof(gouji_rule), &page, create, check, destroy};
const gouji_rule* const rules[] = {&rule};

}  // namespace

extern "C" const gouji_plugin gouji_plugin_v1{
    sizeof(gouji_plugin), GOUJI_ABI_MINOR, GOUJI_TEXT("attack"), GOUJI_TEXT("1.0.0"), rules, 1};
