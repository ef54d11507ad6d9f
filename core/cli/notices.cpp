#include "cli/notices.hpp"

#include "gouji/base/nearest.hpp"
#include "gouji/output/words.hpp"

#include <set>

#include "cli/console.hpp"

namespace gouji {

void say(const Notice& notice, std::span<const Input> inputs, std::span<const Rule> rules,
         Language language) {
    std::string head;
    if (notice.file) head += inputs[*notice.file].name + (pick(language, "：", ": "));
    if (notice.rule) {
        const std::string& id = rules[*notice.rule].page.id;
        head += language == Language::en ? "rule " + id + ": " : "规则 " + id + "：";
    }
    head += notice.what.in(language);
    complain({head, head}, language);
}

std::optional<Notice> isolation_notice(const Catalogue& catalogue,
                                       std::span<const ResolvedConfig> resolved_configs) {
    const auto notice = [](std::string zh, std::string en) {
        return Notice{
            Notice::Kind::unconfined, {std::move(zh), std::move(en)}, std::nullopt, std::nullopt};
    };
    std::vector<std::string> free;
    for (const Component& component : catalogue.components()) {
        if (component.rule_count != 0 && component.foreign &&
            !catalogue.isolated(component.first_rule))
            free.push_back(component.id);
    }
    if (!free.empty()) {
        return notice(
            "外来插件 " + join(free, "、") + " 没有隔离（--isolate off），凡您能做的，它们都能做",
            "not isolated (--isolate off): " + join(free, ", ") +
                "; what you may do, these plugins may do");
    }
    std::set<std::string> lacking;
    for (const ResolvedConfig& resolved_config : resolved_configs) {
        for (const ForeignRules* worker : resolved_config.checkers->workers())
            lacking.insert(worker->lacking().begin(), worker->lacking().end());
    }
    if (lacking.empty()) return std::nullopt;
    const std::vector<std::string> layers(lacking.begin(), lacking.end());
    return notice(
        "系统没有提供 " + join(layers, "、") + "，外来代码仍在单独的进程里运行，但约束较松",
        "the system does not offer " + join(layers, ", ") +
            "; foreign code still runs in processes of its own, less confined");
}

std::vector<Notice> notices_before(const Catalogue& catalogue,
                                   const ResolvedConfigs& resolved_configs,
                                   const Configurations& found) {
    std::vector<Notice> out;
    for (const auto& errors : {std::span<const Error>(found.refused), catalogue.refused(),
                               std::span<const Error>(resolved_configs.contradictions)}) {
        for (const Error& error : errors)
            out.push_back({Notice::Kind::refused, error, std::nullopt, std::nullopt});
    }
    const auto add = [&](Notice::Kind kind, Error what) {
        out.push_back({kind, std::move(what), std::nullopt, std::nullopt});
    };
    for (const std::string& file : found.ignored) {
        add(Notice::Kind::ignored_config,
            {file + "：年报旁边的配置，按 --locked 未采用",
             file + ": a configuration beside the documents, ignored because of --locked"});
    }
    if (!found.excluded.empty()) {
        add(Notice::Kind::skipped,
            {"按配置的 exclude 没有检查 " + listed(found.excluded, Language::zh),
             "left out by the configuration's exclude: " + listed(found.excluded, Language::en)});
    }
    for (const ResolvedConfig& resolved_config : resolved_configs.resolved_configs) {
        if (resolved_config.profile.any_on()) continue;
        add(Notice::Kind::nothing_checked,
            {"没有启用任何规则，什么也没有检查；请看 --select、--ignore 和 gouji.toml",
             "no rule is on, so nothing was checked; see --select, --ignore and gouji.toml"});
        break;
    }
    for (const Component& component : catalogue.components()) {
        if (component.deprecated.empty()) continue;
        add(Notice::Kind::deprecated,
            {"规则包“" + component.id + "”已不再使用：" + component.deprecated,
             "pack '" + component.id + "' is deprecated: " + component.deprecated});
    }
    for (std::uint32_t i = 0; i < catalogue.rules().size(); ++i) {
        const Page& page = catalogue.rules()[i].page;
        const auto in_use = [&](const ResolvedConfig& one) { return one.profile[i].on; };
        if (page.deprecated.empty() ||
            std::ranges::none_of(resolved_configs.resolved_configs, in_use))
            continue;
        out.push_back({Notice::Kind::deprecated,
                       {"已不再使用：" + page.deprecated, "deprecated: " + page.deprecated},
                       std::nullopt,
                       i});
    }
    for (const Suppression& one : resolved_configs.suppressions) {
        if (one.expires.empty() || one.expires >= utc_now().substr(0, 10)) continue;
        out.push_back({Notice::Kind::suppression,
                       {one.place + "：这条登记已于 " + one.expires + " 到期，不再有效",
                        one.place + ": this suppression expired on " + one.expires},
                       std::nullopt,
                       std::nullopt});
    }
    if (auto notice = isolation_notice(catalogue, resolved_configs.resolved_configs))
        out.push_back(std::move(*notice));
    for (const ResolvedConfig& resolved_config : resolved_configs.resolved_configs) {
        for (const RuleFailure& failure : resolved_config.checkers->failed()) {
            out.push_back({Notice::Kind::rule_failed, failure.reason, std::nullopt, failure.rule});
        }
    }
    return out;
}

bool say_before(const Catalogue& catalogue, const ResolvedConfigs& resolved_configs,
                const Configurations& found, std::span<const Input> inputs, Language language) {
    bool good = true;
    for (const Notice& notice : notices_before(catalogue, resolved_configs, found)) {
        say(notice, inputs, catalogue.rules(), language);
        good = good && !notice.fatal();
    }
    return good;
}

std::vector<Notice> unused(const ResolvedConfigs& resolved_configs, const std::vector<bool>& used) {
    std::vector<Notice> out;
    const std::string today = utc_now().substr(0, 10);
    for (std::size_t i = 0; i < used.size(); ++i) {
        const Suppression& one = resolved_configs.suppressions[i];
        if (used[i] || (!one.expires.empty() && one.expires < today)) continue;
        out.push_back({Notice::Kind::suppression,
                       {one.place + "：这条登记没有用到，可以删去",
                        one.place + ": this suppression covered nothing and can go"},
                       std::nullopt,
                       std::nullopt});
    }
    return out;
}

}  // namespace gouji
