#include "gouji/rpc/frames.hpp"

#include <algorithm>
#include <charconv>

namespace gouji {
namespace {

bool same_name(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(a, b, [&](char x, char y) { return lower(x) == lower(y); });
}

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// The length that one line of a header gives; nothing when the line says something else.
Result<std::optional<std::size_t>> length_in(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
        return fail("标准输入不是 LSP 消息：头里有一行没有冒号",
                    "standard input is no LSP message: a header line has no colon");
    }
    if (!same_name(without_blanks(line.substr(0, colon)), "content-length")) return std::nullopt;
    const std::string_view digits = without_blanks(line.substr(colon + 1));
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (error == std::errc() && end == digits.data() + digits.size() && !digits.empty()) {
        if (length <= FrameReader::longest_content) return length;
        return fail(
            "一条消息有 " + std::to_string(length) + " 字节，超过上限 64 MiB",
            "a message has " + std::to_string(length) + " bytes, more than the limit of 64 MiB");
    }
    return fail("Content-Length 不是数", "Content-Length is no number");
}

}  // namespace

std::string framed(std::string_view content) {
    std::string out = "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n";
    return out.append(content);
}

Result<bool> FrameReader::read_header() {
    const std::string_view unread = std::string_view(buffer_).substr(read_);
    const std::size_t end = unread.substr(0, longest_header).find("\r\n\r\n");
    if (end == std::string_view::npos) {
        if (unread.size() < longest_header) return false;
        return fail("标准输入不是 LSP 消息：头超过 4 KiB",
                    "standard input is no LSP message: its header has more than 4 KiB");
    }
    std::optional<std::size_t> length;
    for (std::string_view rest = unread.substr(0, end); !rest.empty();) {
        const std::size_t line = rest.find("\r\n");
        GOUJI_TRY(const auto given, length_in(rest.substr(0, line)));
        if (given) length = given;
        rest = line == std::string_view::npos ? std::string_view() : rest.substr(line + 2);
    }
    if (!length) return fail("消息没有 Content-Length", "a message has no Content-Length");
    content_ = length;
    read_ += end + 4;
    return true;
}

Result<std::optional<std::string>> FrameReader::next() {
    if (!content_) {
        GOUJI_TRY(const bool known, read_header());
        if (!known) return std::nullopt;
    }
    if (buffer_.size() - read_ < *content_) return std::nullopt;
    std::string content = buffer_.substr(read_, *content_);
    read_ += *content_;
    content_.reset();
    // What is done with is dropped when it is most of the buffer, so that many small messages in
    // one read are not moved again and again.
    if (read_ == buffer_.size()) {
        buffer_.clear();
        if (buffer_.capacity() > (1U << 20U)) buffer_.shrink_to_fit();
        read_ = 0;
    } else if (read_ > buffer_.size() / 2) {
        buffer_.erase(0, read_);
        read_ = 0;
    }
    return content;
}

}  // namespace gouji
