#include "gouji/sandbox/workers.hpp"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

namespace gouji {
namespace {

/// Does what the request says, as rule 7.
std::string answer(std::string_view request, CurrentRule& current_rule,
                   const std::function<void()>& guard) {
    current_rule.rule.store(7);
    if (request == "crash") {
        std::signal(SIGSEGV, SIG_DFL);
        std::raise(SIGSEGV);
    }
    if (request == "exit") std::exit(0);
    if (request == "spin") {
        for (;;) current_rule.rule.store(7);
    }
    if (request == "close") {
        for (int fd = 0; fd < 1024; ++fd) close(fd);
    }
    if (request == "print") std::puts("hello from a plugin");
    if (request == "greedy") {
        std::vector<std::string> all;
        try {
            for (;;) all.emplace_back(std::size_t{1} << 20U, 'x');
        } catch (const std::bad_alloc&) {
            all.clear();
            return "out of memory";
        }
    }
    if (request == "write")
        return open("/tmp/gouji-isolate-test", O_CREAT | O_WRONLY, 0600) < 0 ? "refused"
                                                                             : "written";
    if (request == "connect") return socket(AF_INET, SOCK_STREAM, 0) < 0 ? "refused" : "connected";
    if (request == "kill parent") return kill(getppid(), SIGTERM) != 0 ? "refused" : "killed";
    guard();
    return "echo " + std::string(request);
}

class WorkersTest : public testing::Test {
protected:
    void start(const Limits& limits) {
        auto started = Workers::start(2, limits, answer);
        ASSERT_TRUE(started) << started.error().zh;
        workers = std::move(*started);
    }
    std::unique_ptr<Workers> workers;
};

TEST_F(WorkersTest, AnswerOneRequestAfterAnother) {
    start({0, 20000});
    EXPECT_EQ(workers->ask(0, "a").value(), "echo a");
    EXPECT_EQ(workers->ask(1, std::string(3'000'000, 'b')).value().size(), 3'000'005U);
    EXPECT_EQ(workers->ask(0, "").value(), "echo ");
}

TEST_F(WorkersTest, NameTheRuleThatWasRunningWhenOneDies) {
    start({0, 20000});
    const auto crashed = workers->ask(0, "crash");
    ASSERT_FALSE(crashed);
    EXPECT_EQ(crashed.error().rule, 7U);
    EXPECT_EQ(crashed.error().signal, SIGSEGV);
    const auto exited = workers->ask(0, "exit");
    ASSERT_FALSE(exited);
    EXPECT_EQ(exited.error().signal, 0);
    EXPECT_EQ(exited.error().rule, 7U);
    EXPECT_EQ(workers->ask(0, "after").value(), "echo after");
}

TEST_F(WorkersTest, EndOneThatSpins) {
    start({0, 300});
    const auto spun = workers->ask(0, "spin");
    ASSERT_FALSE(spun);
    EXPECT_TRUE(spun.error().late);
    EXPECT_EQ(spun.error().rule, 7U);
    EXPECT_EQ(workers->ask(0, "after").value(), "echo after");
}

TEST_F(WorkersTest, NoticeClosedDescriptorsAndOutput) {
    start({0, 20000});
    EXPECT_EQ(workers->ask(0, "close").error().status, Workers::closed_descriptors);
    EXPECT_EQ(workers->ask(0, "print").error().status, Workers::wrote_output);
    EXPECT_EQ(workers->ask(0, "after").value(), "echo after");
}

TEST_F(WorkersTest, LimitMemory) {
    if (sanitized) GTEST_SKIP() << "skipped: a sanitizer reserves address space of its own";
    start({std::uint64_t{64} << 20U, 20000});
    EXPECT_EQ(workers->ask(0, "greedy").value(), "out of memory");
}

TEST_F(WorkersTest, ConfineWhatTheKernelCanConfine) {
    start({0, 20000});
    ASSERT_TRUE(workers->ask(0, "hello"));
    const Confinement& held = workers->confinement();
    EXPECT_TRUE(held.no_new_privileges);
    if (held.files_read_only) {
        EXPECT_EQ(workers->ask(0, "write").value(), "refused");
    }
    if (held.calls_refused) {
        EXPECT_EQ(workers->ask(0, "connect").value(), "refused");
        EXPECT_EQ(workers->ask(0, "kill parent").value(), "refused");
    }
}

TEST_F(WorkersTest, ServeThreadsAtOnce) {
    start({0, 20000});
    std::atomic<int> wrong{0};
    const auto loop = [&](unsigned slot) {
        for (int i = 0; i < 200; ++i) {
            const std::string word = std::to_string(slot) + ":" + std::to_string(i);
            if (i % 50 == 49) {
                if (workers->ask(slot, "crash")) ++wrong;
            }
            const auto reply = workers->ask(slot, word);
            if (!reply || *reply != "echo " + word) ++wrong;
        }
    };
    std::thread other(loop, 1U);
    loop(0);
    other.join();
    EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace gouji
