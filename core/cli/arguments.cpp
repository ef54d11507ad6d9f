#include "cli/arguments.hpp"

#include "gouji/base/nearest.hpp"

#include <algorithm>
#include <charconv>

#include <boost/program_options.hpp>

namespace gouji {
namespace {

namespace po = boost::program_options;

Failure unknown(const std::string& option, const po::options_description& options) {
    std::vector<std::string> known;
    for (const auto& each : options.options()) {
        if (each->long_name() != "paths") known.push_back("--" + each->long_name());
    }
    const Localized near =
        did_you_mean(option, known, {"，加 --help 看全部选项", "; --help lists them"});
    return fail("没有选项“" + option + "”" + near.zh, "no option '" + option + "'" + near.en);
}

/// `word` if it is among those that the option `name` takes.
Result<std::string> checked_word(const std::string& name, std::string word,
                                 const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), word) != known.end()) return word;
    return fail("--" + name + " 不能是“" + word + "”，可用：" + join(known, "、"),
                "--" + name + " cannot be '" + word + "'; choose from " + join(known, ", "));
}

}  // namespace

Result<Arguments> Arguments::parse(const std::vector<std::string>& words, const Options& options) {
    po::positional_options_description positional;
    positional.add("paths", -1);
    Arguments out;
    out.words_ = words;
    try {
        using namespace po::command_line_style;
        po::store(po::command_line_parser(words)
                      .options(options.description())
                      .positional(positional)
                      .style(allow_long | long_allow_adjacent | long_allow_next | allow_short |
                             allow_dash_for_short | short_allow_next | short_allow_adjacent)
                      .run(),
                  out.values_);
    } catch (const po::unknown_option& error) {
        return unknown(error.get_option_name(), options.description());
    } catch (const po::invalid_command_line_syntax& error) {
        const std::string option = error.get_option_name();
        if (error.kind() == po::invalid_syntax::missing_parameter) {
            return fail("选项 " + option + " 后面缺少值", "option " + option + " expects a value");
        }
        return fail("选项 " + option + " 写法不对", "option " + option + " has an invalid form");
    } catch (const po::error& error) {
        return fail("命令行写法不对，加 --help 看全部选项",
                    std::string("command line: ") + error.what());
    }
    for (const auto& [name, known] : options.choices()) {
        for (const std::string& word : out.texts(name.c_str())) {
            GOUJI_TRY_VOID(checked_word(name, word, known));
        }
    }
    return out;
}

std::vector<std::string> Arguments::texts(const char* name) const {
    const auto found = values_.find(name);
    if (found == values_.end()) return {};
    return found->second.as<std::vector<std::string>>();
}

std::vector<std::string> Arguments::list(const char* name) const {
    std::vector<std::string> out;
    for (const std::string& value : texts(name)) {
        std::size_t at = 0;
        while (at <= value.size()) {
            const std::size_t end = std::min(value.find(',', at), value.size());
            if (end > at) out.push_back(value.substr(at, end - at));
            at = end + 1;
        }
    }
    return out;
}

std::string Arguments::text(const char* name, std::string_view fallback) const {
    const auto values = texts(name);
    return values.empty() ? std::string(fallback) : values.back();
}

Result<std::string> Arguments::one_of(const char* name, std::string_view fallback,
                                      const std::vector<std::string>& words) const {
    return checked_word(name, text(name, fallback), words);
}

Result<std::uint64_t> Arguments::bytes(const char* name, std::uint64_t fallback) const {
    if (!has(name)) return fallback;
    const std::string words = text(name);
    const std::string option = std::string("--") + name;
    std::size_t digits = 0;
    std::uint64_t value = 0;
    while (digits < words.size() && words[digits] >= '0' && words[digits] <= '9' &&
           value < (1ULL << 32U)) {
        value = value * 10 + static_cast<std::uint64_t>(words[digits++] - '0');
    }
    const std::string unit = words.substr(digits);
    const bool known = unit.empty() || unit == "K" || unit == "M" || unit == "G" || unit == "KiB" ||
                       unit == "MiB" || unit == "GiB";
    constexpr std::uint64_t most = 0xFFFF'FFFFU;  // offsets have 32 bits
    if (known && digits > 0) {
        const unsigned shift = unit.empty()     ? 0U
                               : unit[0] == 'K' ? 10U
                               : unit[0] == 'M' ? 20U
                                                : 30U;
        if (value > 0 && value <= (most >> shift)) return value << shift;
        if (value > 0) return most;
    }
    return fail(option + " 应写作字节数或 64M 这样的大小，不能是“" + words + "”",
                option + " expects bytes or a size like 64M, not '" + words + "'");
}

Result<std::uint64_t> Arguments::number(const char* name, std::uint64_t fallback,
                                        std::uint64_t least, std::uint64_t most) const {
    const auto values = texts(name);
    if (values.empty()) return fallback;
    const std::string& value = values.back();
    std::uint64_t out = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
    if (error != std::errc() || end != value.data() + value.size() || out < least || out > most) {
        const std::string range = std::to_string(least) + "–" + std::to_string(most);
        return fail(
            std::string("--") + name + " 应为 " + range + " 之间的整数，不能是“" + value + "”",
            std::string("--") + name + " should be a whole number in " + range + ", not '" + value +
                "'");
    }
    return out;
}

}  // namespace gouji
