#include "gouji/base/nearest.hpp"
#include "gouji/rule/page.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace gouji {
namespace {

/// One fence of the body, before it is known to be an example.
struct Fence {
    std::vector<std::string> info;
    std::string text;
    std::uint32_t line = 0;
    std::string opening;
};

/// Goes through the body line by line and hands out its fences.
class Fences {
public:
    Fences(std::string_view body, std::uint32_t first_line) : rest_(body), line_(first_line) {}

    std::optional<Fence> next() {
        while (const auto line = take()) {
            const std::size_t ticks = std::min(line->find_first_not_of('`'), line->size());
            if (ticks < 3) continue;
            Fence fence{split(line->substr(ticks)), {}, line_ - 1, std::string(*line)};
            for (auto inner = take(); inner; inner = take()) {
                if (inner->size() >= ticks &&
                    inner->find_first_not_of('`') == std::string_view::npos) {
                    return fence;
                }
                fence.text.append(*inner).push_back('\n');
            }
            open_ = fence.line;
            return std::nullopt;
        }
        return std::nullopt;
    }
    /// The line of a fence that is never closed, or 0.
    [[nodiscard]] std::uint32_t open() const { return open_; }

private:
    std::optional<std::string_view> take() {
        if (rest_.empty()) return std::nullopt;
        const std::size_t end = std::min(rest_.find('\n'), rest_.size());
        std::string_view line = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        ++line_;
        return line;
    }
    static std::vector<std::string> split(std::string_view info) {
        std::vector<std::string> out;
        while (true) {
            const std::size_t begin = info.find_first_not_of(' ');
            if (begin == std::string_view::npos) return out;
            const std::size_t end = std::min(info.find(' ', begin), info.size());
            out.emplace_back(info.substr(begin, end - begin));
            info.remove_prefix(end);
        }
    }

    std::string_view rest_;
    std::uint32_t line_;
    std::uint32_t open_ = 0;
};

/// The right word for a fence that is called almost like an example; "" for all others.
std::string misspelt(const std::string& kind) {
    static const std::vector<std::string> words{"invalid", "valid", "fixed", "previous"};
    const std::string near = kind.size() < 4 ? "" : nearest(kind, words);
    return near == kind ? "" : near;
}

}  // namespace

Result<std::vector<Example>> parse_examples(const Page& page) {
    const auto lines = std::count(page.front_matter.begin(), page.front_matter.end(), '\n');
    Fences fences(page.body, page.front_matter_line + static_cast<std::uint32_t>(lines) + 1);
    const auto at = [&](std::uint32_t line) {
        return page.file + ":" + std::to_string(line) + ":1: ";
    };
    std::vector<Example> out;
    std::vector<Example> before;  // last year's report of the example that comes next
    bool after_invalid = false;
    while (auto fence = fences.next()) {
        const std::string kind = fence->info.empty() ? "" : fence->info.front();
        if (kind == "fixed") {
            if (!after_invalid) {
                return fail(at(fence->line) + "fixed 应紧跟在一个 invalid 例子之后",
                            at(fence->line) + "a fixed fence follows an invalid one");
            }
            out.back().fixed = std::move(fence->text);
        }
        if (!before.empty() && kind != "invalid" && kind != "valid") {
            return fail(
                at(before.front().line) + "previous 之后应是一个 invalid 或 valid 例子",
                at(before.front().line) + "an invalid or valid fence follows a previous one");
        }
        after_invalid = kind == "invalid";
        if (const std::string near = misspelt(kind); !near.empty()) {
            const auto column = static_cast<std::uint32_t>(fence->opening.find(kind) + 1);
            const SourceSnippet frame{
                page.file + ":" + std::to_string(fence->line) + ":" + std::to_string(column) + ": ",
                source_snippet(fence->opening, fence->line, column, kind.size())};
            return Failure(
                frame.around("例子里不认识“" + kind + "”，最接近的是“" + near + "”",
                             "unknown word '" + kind + "'; did you mean '" + near + "'?"));
        }
        if (kind != "invalid" && kind != "valid" && kind != "previous") continue;
        fence->info.erase(fence->info.begin());
        (kind == "previous" ? before : out)
            .push_back({kind == "invalid",
                        std::move(fence->info),
                        std::move(fence->text),
                        {},
                        fence->line,
                        std::move(fence->opening),
                        {}});
        if (kind != "previous") out.back().previous = std::exchange(before, {});
    }
    if (!before.empty()) {
        return fail(at(before.front().line) + "previous 之后应是一个 invalid 或 valid 例子",
                    at(before.front().line) + "an invalid or valid fence follows a previous one");
    }
    if (fences.open() != 0) {
        return fail(at(fences.open()) + "这个例子没有用 ``` 结束",
                    at(fences.open()) + "this fence is never closed");
    }
    return out;
}

}  // namespace gouji
