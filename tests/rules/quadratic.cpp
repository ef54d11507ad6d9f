// quadratic PLUGIN: no rule may be quadratic in text that is made of trigger words.
//
// Each example of the plugin's pages, what is marked in it, what comes before the mark's end, each
// of its lists' words, and the pieces of pieces.txt are repeated to two sizes, on one line and on
// lines of their own. Every rule of every plugin looks at both, and so do the modules before the
// rules. Four times the text takes a linear rule four times as long and a quadratic one sixteen
// times.
#include "gouji/parse/parse.hpp"
#include "gouji/rule/collector.hpp"
#include "gouji/terms/term_hits.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/all_rules.hpp"

namespace {

using namespace gouji;

constexpr std::size_t small = 24'000,
                      times = 4;  // bytes of the first text; how much larger the second is
constexpr double worst = 8,
                 floor_seconds = 0.06;  // what is faster than that is too short to compare
constexpr int attempts = 3;             // the best of them counts: the machine may be busy

constexpr std::string_view head =
    "云岭县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n　　";

/// This thread's own time: what else the machine does is not in it.
double processor_time() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Seconds by rule or module.
using Costs = std::map<std::string, double>;

Costs look(const testing::AllRules& all, std::string bytes) {
    Costs out;
    double before = processor_time();
    const auto spent = [&](const std::string& on) {
        const double now = processor_time();
        out[on] += now - before;
        before = processor_time();
    };
    const auto text = Text::decode(std::move(bytes), "UTF-8");
    const std::atomic<bool> stop{false};
    spent("(text)");
    for (std::uint32_t at = 0; at < text->view().size();) {
        Span extent = next_report(*text, at, all.lexicon());
        extent.end = std::max(extent.end, at + 1);
        const Document document = parse_report(*text, extent, "report.txt", all.lexicon());
        spent("(parse)");
        const SemanticModel model = analyze(document, all.lexicon(), all.config().analysis);
        spent("(semantic)");
        const TermHits hits(all.config().checkers->terms(), model.prose);
        (void)hits.every();
        spent("(terms)");
        Collector collector(text->view(), extent, stop);
        for (const Active& active :
             all.config().checkers->looking_at(view(model.summary.edition))) {
            const Page& page = all.catalogue().rules()[active.rule].page;
            collector.begin(active.rule, page);
            before = processor_time();
            active.checker->check({document, model, hits}, collector);
            spent(page.id);
            collector.end();
        }
        for (const RuleFailure& failure : collector.failures) {
            std::printf("%s failed: %s\n", all.catalogue().rules()[failure.rule].page.id.c_str(),
                        failure.reason.en.c_str());
            out["(failed)"] += 0;
        }
        at = extent.end;
    }
    return out;
}

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string out(head);
    while (out.size() < bytes) out += piece;
    return out + "\n";
}

void add_line(std::set<std::string>& out, std::string_view line) {
    if (!line.empty()) out.emplace(line);
}

/// A line of an example without its marks, what is marked, and what comes before the mark's end.
void add_pieces(std::set<std::string>& out, std::string_view line) {
    constexpr std::string_view opening = "⟦", closing = "⟧";
    std::string plain;
    std::size_t begun = 0;
    while (!line.empty()) {
        if (line.starts_with(opening)) {
            begun = plain.size();
            line.remove_prefix(opening.size());
        } else if (line.starts_with(closing)) {
            add_line(out, std::string_view(plain).substr(begun));
            add_line(out, plain);
            line.remove_prefix(closing.size());
        } else {
            plain += line.front();
            line.remove_prefix(1);
        }
    }
    add_line(out, plain);
    out.insert(plain + "\n");
}

std::set<std::string> pieces(const testing::AllRules& all, std::string_view plugin) {
    std::set<std::string> out;
    for (const Rule& rule : all.catalogue().rules()) {
        if (!rule.page.id.starts_with(plugin)) continue;
        const auto examples = parse_examples(rule.page);
        if (!examples) continue;  // pages.<plugin>.<rule> says so
        for (const Example& example : *examples) {
            std::string_view rest = example.text;
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find('\n'), rest.size());
                add_pieces(out, rest.substr(0, end));
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
        for (const WordList& list : rule.page.lists) {
            std::string joined;
            for (const std::string& word : list.words) {
                if (joined.size() < 300) joined += word;
            }
            add_line(out, joined);
            if (!list.words.empty()) out.insert(list.words.front());
        }
    }
    return out;
}

std::set<std::string> own_pieces() {
    std::set<std::string> out;
    std::ifstream in(GOUJI_ROOT "/tests/rules/pieces.txt");
    for (std::string line; std::getline(in, line);) add_line(out, line);
    return out;
}

/// Whether no rule is quadratic in this piece.
bool linear(const testing::AllRules& all, const std::string& piece) {
    const std::string few = repeated(piece, small), many = repeated(piece, small * times);
    Costs first = look(all, few), second = look(all, many);
    std::set<std::string> slow;
    for (int attempt = 1;; ++attempt) {
        slow.clear();
        for (const auto& [what, seconds] : second) {
            if (seconds > floor_seconds &&
                seconds > worst * std::max(first[what], floor_seconds / 16))
                slow.insert(what);
        }
        if (slow.empty() || attempt == attempts) break;
        for (const auto& [what, seconds] : look(all, many))
            second[what] = std::min(second[what], seconds);
    }
    for (const std::string& what : slow) {
        std::printf("%s is quadratic in “%s”: %zu bytes %.3f s, %zu bytes %.3f s\n", what.c_str(),
                    piece.c_str(), few.size(), first[what], many.size(), second[what]);
    }
    std::fflush(stdout);
    return slow.empty() && !second.contains("(failed)");
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::fputs("usage: quadratic PLUGIN|pieces\n", stderr);
        return 2;
    }
    try {
        const testing::AllRules all;
        const std::string plugin = words[1];
        const std::set<std::string> each =
            plugin == "pieces" ? own_pieces() : pieces(all, plugin + "/");
        std::size_t bad = 0;
        for (const std::string& piece : each) bad += linear(all, piece) ? 0 : 1;
        std::printf("%s: %zu pieces, %zu of them cost too much\n", words[1], each.size(), bad);
        return each.empty() || bad != 0 ? 1 : 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
