#include "gouji/rule/collector.hpp"

#include "gouji/text/utf8_check.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

/// How far a rule may run on after it was asked to stop: at worst it asks once per node.
constexpr std::uint64_t patience = 10'000;
/// Bytes of a reason that are passed on: enough for any sentence.
constexpr std::size_t longest_reason = 1'000;

std::string place(Span where) {
    return std::to_string(where.begin) + "–" + std::to_string(where.end);
}

/// Whether a place lies in a report and between characters; what is wrong with it otherwise.
gouji_answer inside(std::string_view text, Span extent, Span where) {
    const auto boundary = [&](std::uint32_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    };
    if (where.begin > where.end) return GOUJI_SINK_REVERSED;
    if (!contains(extent, where)) return GOUJI_SINK_OUTSIDE;
    if (!boundary(where.begin) || !boundary(where.end)) return GOUJI_SINK_SPLITS;
    return GOUJI_SINK_TAKEN;
}

}  // namespace

void Collector::begin(std::uint32_t rule, const Page& page) {
    rule_ = rule;
    page_ = &page;
    mark_ = findings.size();
    reported_ = 0;
    failure_.reset();
    begun_ = std::chrono::steady_clock::now();
    asked_ = 0;
    late_ = false;
    is_open_ = false;
    arguments_ = nullptr;
}

void Collector::end() {
    if (is_open_) broken("有一条结果没有结束（close）", "left a finding open");
    if (reported_ > limit + patience) {
        broken("报告了 " + std::to_string(reported_) + " 条，叫停后仍不停",
               "reported " + std::to_string(reported_) +
                   " findings and went on after being asked to stop");
    }
    if (late_) {
        const std::string seconds = std::to_string(allowed_.count() / 1000);
        broken("检查这份报告 " + seconds + " 秒仍未完成，已停止",
               "did not finish this report within " + seconds + " seconds and was stopped");
    }
    if (failure_) {
        findings.resize(mark_);
        failures.push_back({rule_, std::move(*failure_)});
    } else if (reported_ >= limit) {
        overflows.push_back({rule_, reported_});
    }
}

gouji_answer Collector::misplaced(gouji_answer why, Span where) {
    switch (why) {
        case GOUJI_SINK_REVERSED:
            broken("给出的位置 " + place(where) + " 末尾在开头之前",
                   "gave a place, " + place(where) + ", that ends before it begins");
            break;
        case GOUJI_SINK_SPLITS:
            broken("给出的位置 " + place(where) + " 落在字的中间",
                   "gave a place, " + place(where) + ", that splits a character");
            break;
        default:
            broken("给出的位置 " + place(where) + " 不在这份报告里（" + place(extent_) + "）",
                   "gave a place, " + place(where) + ", that is not in the report (" +
                       place(extent_) + ")");
    }
    return why;
}

void Collector::broken(std::string zh, std::string en) {
    if (!failure_) failure_ = Error{std::move(zh), std::move(en)};
}

gouji_answer Collector::sound(Span where, std::string_view message) {
    if (const gouji_answer why = inside(text_, extent_, where); why != GOUJI_SINK_TAKEN)
        return misplaced(why, where);
    return known(message);
}

gouji_answer Collector::known(std::string_view message) {
    if (page_->message(message) == nullptr) {
        const std::string id = replace_invalid_utf8(message);
        broken("用了规则页里没有的消息“" + id + "”",
               "used a message, '" + id + "', that its page does not have");
        return GOUJI_SINK_NO_MESSAGE;
    }
    return GOUJI_SINK_TAKEN;
}

bool Collector::closed(const char* verb) {
    if (is_open_) return false;
    broken(std::string("先调用了 ") + verb + "，还没有 open",
           std::string("called ") + verb + " without open");
    return true;
}

gouji_answer Collector::open(Span where, std::string_view message) {
    const bool twice = is_open_;
    if (twice)
        broken("上一条结果没有结束（close）就开始了下一条", "opened a finding inside a finding");
    ++reported_;
    is_open_ = true;
    open_ = Finding{rule_, where, std::string(message), {}, {}, {}};
    arguments_ = &open_.arguments;
    const gouji_answer answer = sound(where, message);
    return twice ? gouji_answer{GOUJI_SINK_OUT_OF_TURN} : answer;
}

gouji_answer Collector::argument(std::string_view name, std::string_view value) {
    if (closed("argument") || arguments_ == nullptr) return GOUJI_SINK_OUT_OF_TURN;
    arguments_->emplace_back(replace_invalid_utf8(name), replace_invalid_utf8(value));
    return GOUJI_SINK_TAKEN;
}

gouji_answer Collector::related(Span where, std::string_view message) {
    if (closed("related")) return GOUJI_SINK_OUT_OF_TURN;
    if (const gouji_answer why = sound(where, message); why != GOUJI_SINK_TAKEN) return why;
    open_.related.push_back({where, std::string(message), {}});
    arguments_ = &open_.related.back().arguments;
    return GOUJI_SINK_TAKEN;
}

gouji_answer Collector::related_previous(Span where, std::string_view message) {
    if (closed("related")) return GOUJI_SINK_OUT_OF_TURN;
    if (const auto why = inside(previous_text_, previous_extent_, where);
        why != GOUJI_SINK_TAKEN || previous_text_.empty()) {
        broken("给出的位置 " + place(where) + " 不在上年的报告里",
               "gave a place, " + place(where) + ", that is not in the report of the year before");
        return why != GOUJI_SINK_TAKEN ? why : gouji_answer{GOUJI_SINK_OUTSIDE};
    }
    if (const gouji_answer why = known(message); why != GOUJI_SINK_TAKEN) return why;
    open_.related.push_back({where, std::string(message), {}, true});
    arguments_ = &open_.related.back().arguments;
    return GOUJI_SINK_TAKEN;
}

gouji_answer Collector::fix(bool safe, std::string_view message) {
    if (closed("fix")) return GOUJI_SINK_OUT_OF_TURN;
    if (const gouji_answer why = sound(open_.where, message); why != GOUJI_SINK_TAKEN) return why;
    open_.fixes.push_back({safe, std::string(message), {}, {}});
    arguments_ = &open_.fixes.back().arguments;
    return GOUJI_SINK_TAKEN;
}

gouji_answer Collector::edit(Span replaced, std::string_view by) {
    if (closed("edit")) return GOUJI_SINK_OUT_OF_TURN;
    if (open_.fixes.empty()) {
        broken("先调用了 edit，还没有 fix", "called edit without fix");
        return GOUJI_SINK_OUT_OF_TURN;
    }
    if (const gouji_answer why = inside(text_, extent_, replaced); why != GOUJI_SINK_TAKEN)
        return misplaced(why, replaced);
    open_.fixes.back().edits.push_back({replaced, replace_invalid_utf8(by)});
    return GOUJI_SINK_TAKEN;
}

gouji_answer Collector::rank(std::uint32_t rank) {
    if (closed("rank")) return GOUJI_SINK_OUT_OF_TURN;
    open_.rank = std::min(rank, 100U);
    return GOUJI_SINK_TAKEN;
}

gouji_answer Collector::close() {
    if (closed("close")) return GOUJI_SINK_OUT_OF_TURN;
    is_open_ = false;
    arguments_ = nullptr;
    if (!failure_ && reported_ <= limit) findings.push_back(std::move(open_));
    return GOUJI_SINK_TAKEN;
}

void Collector::fail(std::string_view reason) {
    if (reason.empty()) return broken("规则失败，没有说明原因", "failed without a reason");
    std::string why = replace_invalid_utf8(reason.substr(0, longest_reason));
    if (reason.size() > longest_reason) why += "…";
    broken(why, why);
}

bool Collector::cancelled() const {
    constexpr std::uint32_t seldom = 64;  // a clock costs more than all else here
    if (++asked_ % seldom == 0)
        late_ = late_ || std::chrono::steady_clock::now() - begun_ > allowed_;
    return late_ || reported_ >= limit || failure_.has_value() ||
           stop_->load(std::memory_order_relaxed);
}

}  // namespace gouji
