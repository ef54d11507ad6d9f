#include "gouji/base/record.hpp"

#include "gouji/base/hash.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

std::string written() {
    RecordWriter writer;
    writer.number(7);
    writer.text("年报");
    writer.optional(std::nullopt);
    writer.optional(0);
    writer.list(std::vector<int>{3, 4},
                [&](int each) { writer.number(static_cast<std::uint64_t>(each)); });
    return writer.take();
}

TEST(Record, IsReadBackAsItWasWritten) {
    const std::string bytes = written();
    RecordReader reader(bytes);
    EXPECT_EQ(reader.number(), 7U);
    EXPECT_EQ(reader.text(), "年报");
    EXPECT_EQ(reader.optional(), std::nullopt);
    EXPECT_EQ(reader.optional(), 0U);
    std::vector<std::uint64_t> list;
    reader.list([&] { list.push_back(reader.number()); });
    EXPECT_EQ(list, (std::vector<std::uint64_t>{3, 4}));
    EXPECT_TRUE(reader.done());
}

TEST(Record, CutShortAnywhereIsNeverDone) {
    const std::string bytes = written();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        RecordReader reader(std::string_view(bytes).substr(0, size));
        (void)reader.number();
        (void)reader.text();
        (void)reader.optional();
        (void)reader.optional();
        reader.list([&] { (void)reader.number(); });
        EXPECT_FALSE(reader.done()) << size;
    }
}

TEST(Record, ALengthBeyondTheEndGivesNothing) {
    RecordWriter writer;
    writer.number(~std::uint64_t{0});
    const std::string bytes = writer.take();
    RecordReader text(bytes);
    EXPECT_EQ(text.text(), "");
    EXPECT_FALSE(text.done());
    RecordReader list(bytes);
    std::size_t calls = 0;
    list.list([&] {
        ++calls;
        (void)list.number();
    });
    EXPECT_EQ(calls, 1U);
    EXPECT_FALSE(list.done());
}

TEST(Hexadecimal, IsReadBackAndOthersAreRefused) {
    EXPECT_EQ(hexadecimal(0xBEEF, 6), "00beef");
    EXPECT_EQ(from_hexadecimal("00beef"), 0xBEEFU);
    for (const char* wrong : {"", "BEEF", "0x1", "12345678123456781"})
        EXPECT_FALSE(from_hexadecimal(wrong)) << wrong;
}

TEST(Hash, PartsDoNotRunIntoEachOther) {
    const auto of = [](std::string_view a, std::string_view b) {
        Hash hash;
        hash.add(a);
        hash.add(b);
        return hash.value();
    };
    EXPECT_NE(of("ab", "c"), of("a", "bc"));
    EXPECT_EQ(of("ab", "c"), of("ab", "c"));
}

TEST(Hash, FoldedTextIgnoresBlanksAndLineEnds) {
    const auto of = [](std::string_view text) {
        Hash hash;
        hash.add_folded(text);
        return hash.text();
    };
    EXPECT_EQ(of("全年公开　35 条\r\n"), of("全年\n公开35条"));
    EXPECT_NE(of("全年公开35条"), of("全年公开36条"));
}

}  // namespace
}  // namespace gouji
