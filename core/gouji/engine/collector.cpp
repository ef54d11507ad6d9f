#include "gouji/engine/collector.hpp"

#include "gouji/text/utf8_check.hpp"

#include <utility>

namespace gouji {
namespace {

/// How far a rule may run on after it was told to stop: it asks once per node, at worst.
constexpr std::uint64_t patience = 10'000;
/// Bytes of a reason that are passed on: enough for any sentence.
constexpr std::size_t longest_reason = 1'000;

std::string place(Span where) {
    return std::to_string(where.begin) + "–" + std::to_string(where.end);
}

}  // namespace

void Collector::begin(std::uint32_t rule, const Page& page) {
    rule_ = rule;
    page_ = &page;
    mark_ = findings.size();
    reported_ = 0;
    failure_.reset();
    is_open_ = false;
    arguments_ = nullptr;
}

void Collector::end() {
    if (is_open_) broken("有一条结果没有结束（close）", "left a finding open");
    if (reported_ > limit + patience) {
        broken("报告了 " + std::to_string(reported_) + " 条，叫停后仍不停",
               "reported " + std::to_string(reported_) +
                   " findings and went on after being told to stop");
    }
    if (failure_) {
        findings.resize(mark_);
        failures.push_back({rule_, std::move(*failure_)});
    } else if (reported_ >= limit) {
        overflows.push_back({rule_, reported_});
    }
}

bool Collector::inside(Span where) const {
    const auto boundary = [&](std::uint32_t at) {
        return at == text_.size() || (static_cast<unsigned char>(text_[at]) & 0xC0U) != 0x80U;
    };
    return where.begin <= where.end && contains(extent_, where) && boundary(where.begin) &&
           boundary(where.end);
}

void Collector::broken(std::string zh, std::string en) {
    if (!failure_) failure_ = Error{std::move(zh), std::move(en)};
}

bool Collector::sound(Span where, std::string_view message) {
    if (!inside(where)) {
        broken(
            "给出的位置 " + place(where) + " 不在文中，或落在字的中间",
            "gave a place, " + place(where) + ", that is not in the report or splits a character");
        return false;
    }
    if (page_->message(message) == nullptr) {
        const std::string id = replace_invalid_utf8(message);
        broken("用了规则页里没有的消息“" + id + "”",
               "used a message, '" + id + "', that its page does not have");
        return false;
    }
    return true;
}

bool Collector::closed(const char* verb) {
    if (is_open_) return false;
    broken(std::string("先调用了 ") + verb + "，还没有 open",
           std::string("called ") + verb + " without open");
    return true;
}

void Collector::open(Span where, std::string_view message) {
    if (is_open_)
        broken("上一条结果没有结束（close）就开始了下一条", "opened a finding inside a finding");
    ++reported_;
    is_open_ = true;
    open_ = Finding{rule_, where, std::string(message), {}, {}, {}};
    arguments_ = &open_.arguments;
    static_cast<void>(sound(where, message));
}

void Collector::argument(std::string_view name, std::string_view value) {
    if (closed("argument") || arguments_ == nullptr) return;
    arguments_->emplace_back(replace_invalid_utf8(name), replace_invalid_utf8(value));
}

void Collector::related(Span where, std::string_view message) {
    if (closed("related") || !sound(where, message)) return;
    open_.related.push_back({where, std::string(message), {}});
    arguments_ = &open_.related.back().arguments;
}

void Collector::fix(bool safe, std::string_view message) {
    if (closed("fix") || !sound(open_.where, message)) return;
    open_.fixes.push_back({safe, std::string(message), {}, {}});
    arguments_ = &open_.fixes.back().arguments;
}

void Collector::edit(Span replaced, std::string_view by) {
    if (closed("edit")) return;
    if (open_.fixes.empty()) return broken("先调用了 edit，还没有 fix", "called edit without fix");
    if (!inside(replaced)) {
        return broken("修改的位置 " + place(replaced) + " 不在文中",
                      "edits a place, " + place(replaced) + ", that is not in the report");
    }
    open_.fixes.back().edits.push_back({replaced, replace_invalid_utf8(by)});
}

void Collector::close() {
    if (closed("close")) return;
    is_open_ = false;
    arguments_ = nullptr;
    if (!failure_ && reported_ <= limit) findings.push_back(std::move(open_));
}

void Collector::fail(std::string_view reason) {
    std::string why = replace_invalid_utf8(reason.substr(0, longest_reason));
    if (reason.size() > longest_reason) why += "…";
    broken(why, why);
}

bool Collector::cancelled() const {
    return reported_ >= limit || failure_.has_value() || stop_->load(std::memory_order_relaxed);
}

}  // namespace gouji
