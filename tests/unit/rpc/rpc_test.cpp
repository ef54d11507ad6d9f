#include "gouji/rpc/connection.hpp"
#include "gouji/rpc/frames.hpp"
#include "gouji/rpc/inbox.hpp"
#include "gouji/rpc/message.hpp"

#include <array>
#include <thread>

#include <gtest/gtest.h>
#include <unistd.h>

namespace gouji {
namespace {

using std::chrono::milliseconds;

TEST(Frames, AreCutWhereverTheBytesBreak) {
    const std::string stream = framed("{}") + framed("") + framed("年报") +
                               "content-length:  3 \r\nContent-Type: x; charset=utf-8\r\n\r\nabc";
    for (std::size_t step = 1; step <= stream.size(); ++step) {
        FrameReader reader;
        std::vector<std::string> found;
        for (std::size_t at = 0; at < stream.size(); at += step) {
            reader.add(std::string_view(stream).substr(at, step));
            while (true) {
                const auto next = reader.next();
                ASSERT_TRUE(next) << next.error().en;
                if (!*next) break;
                found.push_back(**next);
            }
        }
        EXPECT_EQ(found, (std::vector<std::string>{"{}", "", "年报", "abc"})) << step;
    }
}

TEST(Frames, WithBadHeadersEndTheStream) {
    for (const std::string bytes :
         {"hello\r\n\r\n", "Content-Length: x\r\n\r\n", "Content-Length: -1\r\n\r\n",
          "Content-Length: 99999999999999999999\r\n\r\n", "Content-Length: 67108865\r\n\r\n",
          "Content-Type: a\r\n\r\n", "Content-Length:\r\n\r\n", "\r\n\r\n"}) {
        FrameReader reader;
        reader.add(bytes);
        EXPECT_FALSE(reader.next()) << bytes;
    }
    FrameReader reader;
    reader.add(std::string(FrameReader::longest_header, 'x'));
    EXPECT_FALSE(reader.next());
}

TEST(Messages, AreRequestsNotificationsAndResponses) {
    EXPECT_TRUE(parse_message(R"({"jsonrpc":"2.0","id":1,"method":"a"})")->is_request());
    EXPECT_TRUE(parse_message(R"({"jsonrpc":"2.0","id":"x","method":"a"})")->is_request());
    EXPECT_FALSE(parse_message(R"({"jsonrpc":"2.0","method":"a","params":{}})")->is_request());
    EXPECT_TRUE(parse_message(R"({"jsonrpc":"2.0","id":7,"result":null})")->method.empty());
    for (const char* content : {"", "{", "[]", "null", "{}", R"({"jsonrpc":"1.0","method":"a"})",
                                R"({"jsonrpc":"2.0"})", R"({"jsonrpc":"2.0","id":{},"method":"a"})",
                                R"({"jsonrpc":"2.0","id":1.5,"method":"a"})", "\xFF"}) {
        EXPECT_FALSE(parse_message(content)) << content;
    }
}

TEST(Messages, KeepTheLengthOfLoneSurrogates) {
    const auto text = [](const std::string& escaped) {
        const auto message =
            parse_message(R"({"jsonrpc":"2.0","method":"a","params":{"t":")" + escaped + "\"}}");
        return message ? text_of(message->params, "t") : "unreadable";
    };
    EXPECT_EQ(text(R"(a\ud83db)"),
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(text(R"(\ude00)"), "\xEF\xBF\xBD");
    EXPECT_EQ(text(R"(\ud83d\ud83d\ude00\\ud83d)"), "\xEF\xBF\xBD😀\\ud83d");
}

TEST(Inbox, HandsOutInOrderAndForgetsWhatIsCancelled) {
    Inbox inbox;
    for (int id = 1; id <= 3; ++id) {
        inbox.put(
            {parse_message(R"({"jsonrpc":"2.0","method":"a","id":)" + std::to_string(id) + "}"), 10,
             false});
    }
    inbox.cancel(2);
    inbox.cancel(9);
    inbox.end();
    EXPECT_FALSE(inbox.ended());
    for (int id = 1; id <= 3; ++id) {
        const auto entry = inbox.take(std::nullopt);
        ASSERT_TRUE(entry);
        EXPECT_EQ(entry->message->id, id);
        EXPECT_EQ(entry->cancelled, id == 2);
    }
    EXPECT_FALSE(inbox.take(std::nullopt));
    EXPECT_TRUE(inbox.ended());
}

TEST(Inbox, LetsTheReaderWaitWhileItIsFull) {
    Inbox inbox;
    const auto message = parse_message(R"({"jsonrpc":"2.0","method":"a"})");
    inbox.put({message, Inbox::most_bytes, false});
    std::atomic<bool> second{false};
    std::thread reader([&] {
        inbox.put({message, 1, false});
        second = true;
    });
    std::this_thread::sleep_for(milliseconds(20));
    EXPECT_FALSE(second);
    EXPECT_TRUE(inbox.take(std::nullopt));
    reader.join();
    EXPECT_TRUE(inbox.take(Inbox::Clock::now() + milliseconds(1000)));
    EXPECT_FALSE(inbox.take(Inbox::Clock::now() + milliseconds(1)));
}

TEST(Connection, ReadsToTheEndAndSaysWhatItCannotRead) {
    std::array<int, 2> in{}, out{};
    ASSERT_EQ(::pipe(in.data()), 0);
    ASSERT_EQ(::pipe(out.data()), 0);
    {
        Connection connection(in[0], out[1]);
        const std::string bytes = framed(R"({"jsonrpc":"2.0","method":"a"})") + "nonsense\r\n\r\n";
        ASSERT_EQ(::write(in[1], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
        const auto entry = connection.inbox().take(std::nullopt);
        ASSERT_TRUE(entry);
        EXPECT_EQ(entry->message->method, "a");
        EXPECT_FALSE(connection.inbox().take(std::nullopt));
        EXPECT_TRUE(connection.inbox().ended());
        EXPECT_TRUE(connection.failure());
        connection.send("{}");
    }
    std::array<char, 64> got{};
    EXPECT_EQ(::read(out[0], got.data(), got.size()), 23);
    EXPECT_STREQ(got.data(), "Content-Length: 2\r\n\r\n{}");
    for (const int one : {in[0], in[1], out[0], out[1]}) ::close(one);
}

TEST(Connection, EndsWhileItsInputIsStillOpen) {
    std::array<int, 2> in{};
    ASSERT_EQ(::pipe(in.data()), 0);
    { const Connection connection(in[0], STDOUT_FILENO); }
    for (const int one : in) ::close(one);
}

}  // namespace
}  // namespace gouji
