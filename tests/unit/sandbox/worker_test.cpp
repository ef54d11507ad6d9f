#include "gouji/sandbox/worker.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <string>
#include <thread>
#include <tuple>

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gouji {
namespace {

using namespace std::chrono_literals;
using Outcome = Channel::Outcome;

Channel::Clock::time_point in(std::chrono::milliseconds time) {
    return Channel::Clock::now() + time;
}

std::unique_ptr<Worker> shell(const std::string& script) {
    auto worker = Worker::start({"/bin/sh", "-c", script});
    EXPECT_TRUE(worker) << worker.error().zh;
    return std::move(*worker);
}

TEST(WorkerTest, AnswersOverTheChannel) {
    const auto worker = shell("printf 'GJ1F\\003\\000\\000\\000abc' >&0; cat >/dev/null");
    Frame frame;
    ASSERT_EQ(worker->channel().receive(frame, in(20s)), Outcome::done);
    EXPECT_EQ(frame.kind, 'F');
    EXPECT_EQ(frame.payload, "abc");
}

TEST(WorkerTest, CarriesWhatIsLarge) {
    const auto worker = shell("exec cat <&0 >&0");
    const std::string much(3'000'000, 'x');
    // Both sides' buffers are smaller than this, and `cat` sends back before it has all.
    Frame frame;
    std::thread sender(
        [&] { EXPECT_EQ(worker->channel().send('D', much, in(20s)), Outcome::done); });
    EXPECT_EQ(worker->channel().receive(frame, in(20s)), Outcome::done);
    sender.join();
    EXPECT_EQ(frame.payload, much);
}

TEST(WorkerTest, FramesSentTogetherAreFramesAllTheSame) {
    const auto worker = shell("exec cat <&0 >&0");
    Frame frame;
    for (const std::size_t size : {0, 5, 12'000, 30'000, 40}) {  // over each other's memory
        const std::string text(size, 't');
        const std::string document(size * 2, 'd');
        const std::array<Outgoing, 2> both{{{'T', text}, {'D', document}}};
        ASSERT_EQ(worker->channel().send(both, in(20s)), Outcome::done);
        for (const Outgoing& sent : both) {
            ASSERT_EQ(worker->channel().receive(frame, in(20s)), Outcome::done);
            EXPECT_EQ(frame.kind, sent.kind);
            EXPECT_TRUE(frame.payload == sent.payload) << size;
        }
    }
}

TEST(WorkerTest, TellsHowItEnded) {
    Frame frame;
    for (const auto& [script, signal, status] :
         {std::tuple("kill -SEGV $$", SIGSEGV, 0), std::tuple("exit 3", 0, 3)}) {
        const auto worker = shell(script);
        const Outcome outcome = worker->channel().receive(frame, in(20s));
        EXPECT_EQ(outcome, Outcome::gone);
        const auto death = worker->end(outcome);
        EXPECT_EQ(death.signal, signal);
        EXPECT_EQ(death.status, status);
    }
}

TEST(WorkerTest, DoesNotWaitForOneThatIsSilentOrReadsNothing) {
    const auto worker = shell("sleep 100");
    Frame frame;
    EXPECT_EQ(worker->channel().receive(frame, in(100ms)), Outcome::late);
    EXPECT_EQ(worker->channel().send('D', std::string(30'000'000, 'x'), in(100ms)), Outcome::late);
    EXPECT_EQ(worker->end(Outcome::late).signal, SIGKILL);
}

TEST(WorkerTest, BelievesNoHeadThatIsWrong) {
    Frame frame;
    for (const char* words :
         {"printf 'rubbish rubbish' >&0", "printf 'GJ2F\\000\\000\\000\\000' >&0",
          "printf 'GJ1F\\377\\377\\377\\377' >&0"}) {
        const auto worker = shell(std::string(words) + "; sleep 100");
        EXPECT_EQ(worker->channel().receive(frame, in(20s)), Outcome::malformed) << words;
    }
}

TEST(WorkerTest, HasNothingOfOurs) {
    setenv("GOUJI_TEST_SECRET", "secret", 1);
    const int ours = dup(STDOUT_FILENO);  // inherited by a child that nothing is done about
    Frame frame;
    const auto worker = shell(
        "ls /proc/self/fd; echo \"secret:$GOUJI_TEST_SECRET\"; "
        "printf 'GJ1F\\000\\000\\000\\000' >&0; cat >/dev/null");
    ASSERT_EQ(worker->channel().receive(frame, in(20s)), Outcome::done);
    EXPECT_EQ(worker->printed(), "0\n1\n2\n3\nsecret:\n");  // 3 is the folder that ls reads
    close(ours);
}

TEST(WorkerTest, TakesItsChildrenAlong) {
    Frame frame;
    auto worker = shell("sleep 1000 & echo $!; printf 'GJ1F\\000\\000\\000\\000' >&0; wait");
    ASSERT_EQ(worker->channel().receive(frame, in(20s)), Outcome::done);
    const pid_t child = std::stoi(worker->printed());
    EXPECT_EQ(kill(child, 0), 0);
    worker.reset();
    for (int i = 0; i < 1000 && kill(child, 0) == 0; ++i) usleep(10'000);
    EXPECT_NE(kill(child, 0), 0);
}

TEST(WorkerTest, SaysWhatCannotBeStarted) {
    const auto worker = Worker::start({"/nowhere/at/all"});
    ASSERT_FALSE(worker);
    EXPECT_NE(worker.error().en.find("No such file"), std::string::npos);
}

}  // namespace
}  // namespace gouji
