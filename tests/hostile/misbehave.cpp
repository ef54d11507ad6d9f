// One plugin whose every rule does to its process what no plugin should. Each reports one finding
// first: that finding must be lost, and nothing else.

#include <gouji/abi.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

const gouji_sink_service* sink_service = nullptr;
const gouji_document_service* document_service = nullptr;
const gouji_chapters_service* chapters_service = nullptr;

gouji_text text_of(std::string_view words) { return {words.data(), words.size()}; }
const void* service(const gouji_host* host, std::string_view id) {
    return host->service(host, text_of(id));
}

void* GOUJI_CALL create(const gouji_host* host, const gouji_options*, gouji_sink*) {
    sink_service = static_cast<const gouji_sink_service*>(service(host, GOUJI_SERVICE_SINK));
    document_service =
        static_cast<const gouji_document_service*>(service(host, GOUJI_SERVICE_DOCUMENT));
    chapters_service =
        static_cast<const gouji_chapters_service*>(service(host, GOUJI_SERVICE_CHAPTERS));
    static int self = 0;
    return &self;
}
void GOUJI_CALL destroy(void*) {}

void one(const gouji_document* document, gouji_sink* sink) {
    const uint32_t begin = document_service->extent(document).begin;
    sink_service->open(sink, {begin, begin}, text_of("found"));
    sink_service->close(sink);
}

template <class Deed>
struct Way {
    static void GOUJI_CALL check(const void*, const gouji_document* document, gouji_sink* sink) {
        one(document, sink);
        Deed()(document, sink);
    }
};

using D = const gouji_document*;
using R = gouji_sink*;

struct Segv {
    void operator()(D, R) const { *const_cast<volatile int*>(static_cast<int*>(nullptr)) = 1; }
};
struct Abort {
    void operator()(D, R) const { std::abort(); }
};
struct Terminate {
    void operator()(D, R) const { std::terminate(); }
};
struct Exit {
    void operator()(D, R) const { std::exit(0); }
};
struct Leave {
    void operator()(D, R) const { _exit(0); }
};
/// Takes all there is, keeps it, and says nothing.
struct Hoard {
    void operator()(D, R) const {
        static std::vector<char*> kept;
        for (std::size_t size = std::size_t{64} << 20U; size > 4096;) {
            auto* more = new (std::nothrow) char[size];
            if (more == nullptr) {
                size /= 2;
            } else {
                kept.push_back(more);
            }
        }
    }
};
struct Exhaust {
    void operator()(D, R) const {
        std::vector<std::string> all;
        for (;;) all.emplace_back(std::size_t{1} << 22U, 'x');
    }
};
struct Spin {
    void operator()(D, R) const {
        volatile bool on = true;
        while (on) {
        }
    }
};
struct Sleep {
    void operator()(D, R) const {
        for (;;) sleep(1000);
    }
};
struct Print {
    void operator()(D, R) const { std::puts("{\"not\": \"sarif\"}"); }
};
struct Stream {
    void operator()(D, R) const { std::cout << "hello" << std::endl; }
};
struct Close {
    void operator()(D, R) const {
        for (int fd = 0; fd < 4096; ++fd) close(fd);
    }
};
/// Sends rubbish to whoever listens.
struct Babble {
    void operator()(D, R) const {
        for (int fd = 3; fd < 4096; ++fd) {
            if (write(fd, "rubbish rubbish rubbish", 23) < 0) continue;
        }
    }
};
template <int number>
struct Raise {
    void operator()(D, R) const { std::raise(number); }
};
struct Throw {
    void operator()(D, R) const { throw std::string("boom"); }
};
struct Overflow {
    void operator()(D, R) const { std::printf("%d", deep(0)); }
    static int deep(int level) {  // NOLINT(misc-no-recursion)
        volatile char stack[4096] = {};
        stack[0] = static_cast<char>(level);
        return deep(level + 1) + stack[0];
    }
};
/// As many children as there may be; each stays for a minute.
struct Bomb {
    void operator()(D, R) const {
        for (int i = 0; i < 200; ++i) {
            const pid_t child = fork();
            if (child == 0) {
                sleep(60);
                _exit(0);
            }
            if (child < 0) std::abort();  // refused: then this
        }
    }
};
struct Linger {
    void operator()(D, R) const {
        std::thread([] {
            usleep(3'000'000);  // far longer than the worker is given to end its threads
            std::abort();
        }).detach();
    }
};
struct Scribble {
    void operator()(D document, R) const {
        const gouji_text text = document_service->text(document);
        std::memset(const_cast<char*>(text.data), '?', text.size);
    }
};
/// Writes into what the facts are handed out from.
struct Tamper {
    void operator()(D document, R) const {
        size_t count = 0;
        const gouji_chapter* chapters = chapters_service->chapters(document, &count);
        std::memset(const_cast<gouji_chapter*>(chapters), 0, count * sizeof *chapters);
    }
};
/// Gropes behind its handle for the list of all findings, and empties it.
struct Rob {
    void operator()(D, R handle) const {
        auto** sink = *reinterpret_cast<char***>(handle);
        for (int i = 1; i < 4; ++i) {
            if (sink[i] != nullptr && sink[i] < sink[i + 1] && sink[i + 1] <= sink[i + 2]) {
                sink[i + 1] = sink[i];
                return;
            }
        }
    }
};
/// What harms the next sink, or the one who reads it: the kernel refuses it, or nobody minds.
struct Poison {
    void operator()(D, R) const {
        const rlimit none{0, 0};
        setrlimit(RLIMIT_NOFILE, &none);
        static_cast<void>(!chdir("/"));
        alarm(1);
        const itimerval soon{{0, 1000}, {0, 1000}};
        setitimer(ITIMER_REAL, &soon, nullptr);
        kill(getppid(), SIGKILL);
        kill(0, SIGKILL);
        static_cast<void>(!truncate("report-0.txt", 0));
        unlink("report-0.txt");
        static_cast<void>(!std::system("touch made-by-plugin"));
        const int file = open("made-by-plugin", O_CREAT | O_WRONLY, 0600);
        if (file >= 0) close(file);
    }
};
/// A million findings, even after it is asked to stop.
struct Million {
    void operator()(D document, R sink) const {
        for (int i = 0; i < 1'000'000; ++i) one(document, sink);
    }
};

/// Takes every file descriptor there is.
struct Clutch {
    void operator()(D, R) const {
        while (dup(STDIN_FILENO) >= 0) {
        }
    }
};
/// Answers in the worker's place, in the protocol's form, and leaves.
void forge(std::string_view answer, std::uint32_t size) {
    std::string reply = "GJ1F";
    for (unsigned i = 0; i < 4; ++i) reply += static_cast<char>(size >> (8 * i));
    reply += answer;
    for (int fd = 3; fd < 256; ++fd) static_cast<void>(!write(fd, reply.data(), reply.size()));
    _exit(0);
}
template <class Answer>
struct Forge {
    void operator()(D, R) const { forge(Answer::words, sizeof Answer::words - 1); }
};
struct OfAnother {  // that a rule of gouji's own has found something
    static constexpr char words[] =
        "{\"rule\":\"wording/law-name\",\"message\":\"law-name\",\"span\":[0,3]}\n";
};
struct Outside {
    static constexpr char words[] = "{\"message\":\"found\",\"span\":[4294967295,4294967295]}\n";
};
struct TooLarge {
    static constexpr char words[] =
        "{\"message\":\"found\",\"span\":[18446744073709551615,1e400]}\n";
};
struct Shapeless {
    static constexpr char words[] = "{\"message\":[],\"span\":{\"0\":1},\"fixes\":7}\n";
};
struct Deep {
    void operator()(D, R) const {
        const std::string deep(std::size_t{8} << 20U, '[');
        forge(deep, static_cast<std::uint32_t>(deep.size()));
    }
};
struct Huge {  // says that four gigabytes follow
    void operator()(D, R) const { forge("x", UINT32_MAX); }
};
/// Never stops sending, in the protocol's form.
struct Flood {
    void operator()(D, R) const {
        const char frame[] = "GJ1F\0\0\0\0";
        std::string many;
        for (int i = 0; i < 4096; ++i) many.append(frame, 8);
        for (;;) {
            for (int fd = 3; fd < 16; ++fd) static_cast<void>(!write(fd, many.data(), many.size()));
        }
    }
};
/// Asks for the same part of the document again and again, in the protocol's form.
struct Nag {
    void operator()(D, R) const {
        const char frame[] = "GJ1W\x08\0\0\0\x01\0\0\0\0\0\0\0";
        for (int i = 0; i < 9; ++i) {
            for (int fd = 3; fd < 16; ++fd) static_cast<void>(!write(fd, frame, sizeof frame - 1));
        }
        sleep(1000);
    }
};
/// Pages are written here so that a rule and its name stand on one line below.
struct Declared {
    std::string page;
    gouji_text text{};
    gouji_rule rule{};
};

template <class Deed>
gouji_rule* declare(const char* name) {
    static std::vector<Declared*> all;
    auto* declared = new Declared;
    all.push_back(declared);
    declared->page = std::string("+++\nid = \"misbehave/") + name + "\"\nname = { zh = \"" + name +
                     "\", en = \"" + name +
                     "\" }\nsummary = { zh = \"测试。\", en = \"Test.\" }\nlevel = \"note\"\n"
                     "native = true\n[messages.found]\nzh = \"找到。\"\nen = \"Found.\"\n+++\n";
    declared->text = {declared->page.data(), declared->page.size()};
    declared->rule = {sizeof(gouji_rule), &declared->text, create, Way<Deed>::check, destroy};
    return &declared->rule;
}

const gouji_rule* const rules[] = {
    declare<Segv>("segv"),
    declare<Nag>("nag"),
    declare<Abort>("abort"),
    declare<Terminate>("terminate"),
    declare<Exit>("exit"),
    declare<Leave>("leave"),
    declare<Hoard>("hoard"),
    declare<Exhaust>("exhaust"),
    declare<Spin>("spin"),
    declare<Sleep>("sleep"),
    declare<Print>("print"),
    declare<Stream>("stream"),
    declare<Close>("close"),
    declare<Babble>("babble"),
    declare<Clutch>("clutch"),
    declare<Forge<OfAnother>>("forge"),
    declare<Forge<Outside>>("forge-outside"),
    declare<Forge<TooLarge>>("forge-large"),
    declare<Forge<Shapeless>>("forge-shapeless"),
    declare<Deep>("forge-deep"),
    declare<Huge>("forge-huge"),
    declare<Flood>("forge-flood"),
    declare<Raise<SIGTERM>>("raise-term"),
    declare<Raise<SIGKILL>>("raise-kill"),
    declare<Raise<SIGSTOP>>("raise-stop"),
    declare<Throw>("throw"),
    declare<Overflow>("overflow"),
    declare<Bomb>("bomb"),
    declare<Linger>("linger"),
    declare<Scribble>("scribble"),
    declare<Tamper>("tamper"),
    declare<Rob>("rob"),
    declare<Poison>("poison"),
    declare<Million>("million"),
};

}  // namespace

extern "C" const gouji_plugin gouji_plugin_v1{
    sizeof(gouji_plugin), GOUJI_ABI_MINOR, GOUJI_TEXT("misbehave"),
    GOUJI_TEXT("1.0.0"),  rules,           sizeof(rules) / sizeof(rules[0])};
