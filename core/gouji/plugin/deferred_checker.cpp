#include "gouji/plugin/deferred_checker.hpp"

#include "gouji/plugin/native_checker.hpp"
#include "gouji/plugin/plugin.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace gouji {
namespace {

class DeferredChecker final : public Checker {
public:
    DeferredChecker(std::filesystem::path plugin, Page page, TermGroup group)
        : plugin_(std::move(plugin)), page_(std::move(page)), group_(group) {}

    void check(const Document& document, const SemanticModel& model, const TermHits& hits,
               Sink& sink) const override {
        if (!made_) made_ = make();
        if (*made_) {
            (**made_)->check(document, model, hits, sink);
        } else {
            sink.fail(made_->error().zh);
        }
    }

private:
    [[nodiscard]] Result<std::unique_ptr<Checker>> make() const {
        const auto plugin = load_plugin(plugin_);
        if (!plugin) return Failure(plugin.error());
        const auto rule =
            std::find_if(plugin->rules.begin(), plugin->rules.end(),
                         [&](const NativeRule& one) { return one.page.id == page_.id; });
        if (rule == plugin->rules.end()) {
            return fail(plugin_.string() + "：这次载入时没有规则“" + page_.id + "”",
                        plugin_.string() + ": had no rule '" + page_.id + "' this time");
        }
        return make_native_checker(rule->functions, page_, plugin_.string(), group_);
    }

    std::filesystem::path plugin_;
    Page page_;
    TermGroup group_;
    mutable std::optional<Result<std::unique_ptr<Checker>>> made_;
};

}  // namespace

std::unique_ptr<Checker> make_deferred_checker(std::filesystem::path plugin, Page page,
                                               TermGroup group) {
    return std::make_unique<DeferredChecker>(std::move(plugin), std::move(page), group);
}

}  // namespace gouji
