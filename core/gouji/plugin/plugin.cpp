#include "gouji/plugin/plugin.hpp"

#include "gouji/base/library.hpp"
#include "gouji/rule/compiled_page.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <optional>
#include <set>

namespace gouji {
namespace {

/// What the page compiler leaves in a plugin for this host alone, under a symbol of its own: the
/// pages compiled, so that no start parses them. Plugins without it, or with that of another gouji,
/// have their pages parsed.
struct CompiledPages {
    std::uint32_t count;
    const gouji_text* pages;
};

/// What the growing structs had in version 1.0: a plugin built then says so for ever.
constexpr std::size_t first_rule_size = offsetof(gouji_rule, destroy) + sizeof(gouji_rule::destroy);
constexpr std::size_t first_plugin_size =
    offsetof(gouji_plugin, rule_count) + sizeof(gouji_plugin::rule_count);

/// A growing struct as this host knows it: the part that both sides know, the rest zero. `least`
/// is what version 1.0 had; less, or absurdly more, is no size at all.
template <class T>
std::optional<T> copied(const T* theirs, std::size_t least) {
    constexpr std::size_t absurd = 4096;
    std::uint32_t size = 0;
    std::memcpy(&size, theirs, sizeof size);
    if (size < least || size > absurd) return std::nullopt;
    T mine{};
    std::memcpy(&mine, theirs, std::min<std::size_t>(size, sizeof(T)));
    return mine;
}

/// Another major version that the library exports, or 0.
int other_major(const Library& library) {
    for (int major = 0; major < 16; ++major) {
        if (major == GOUJI_ABI_MAJOR) continue;
        if (library.symbol(("gouji_plugin_v" + std::to_string(major)).c_str()) != nullptr)
            return major;
    }
    return -1;
}

Result<gouji_plugin> root(const Library& library, const std::string& name) {
    const auto* symbol = static_cast<const gouji_plugin*>(library.symbol("gouji_plugin_v1"));
    if (symbol == nullptr) {
        if (const int major = other_major(library); major >= 0) {
            const std::string theirs = std::to_string(major);
            return fail(
                name + "：插件是为接口第 " + theirs + " 版编的，本程序用第 1 版，请换用配套的插件",
                name + ": built for version " + theirs +
                    " of the boundary, this gouji speaks version 1; "
                    "use a plugin built for it");
        }
        return fail(name + "：不是 gouji 插件（没有导出 gouji_plugin_v1）",
                    name + ": no gouji plugin (it does not export gouji_plugin_v1)");
    }
    const auto plugin = copied(symbol, first_plugin_size);
    if (!plugin) {
        return fail(
            name + "：插件声明的结构大小（size）不合理，可能编译时用错了 abi.h",
            name +
                ": the plugin's declared size makes no sense; was it compiled with another abi.h?");
    }
    if (plugin->id.data == nullptr || plugin->id.size == 0 || plugin->version.data == nullptr ||
        (plugin->rules == nullptr && plugin->rule_count != 0) || plugin->rule_count > 10'000) {
        return fail(
            name + "：插件的声明不完整（缺编号、版本或规则表）",
            name + ": the plugin's declaration is incomplete (id, version or rules missing)");
    }
    return *plugin;
}

/// What messages call a page before it has been read: its stem if it can be seen, else its number.
std::string page_name(std::string_view text, const std::string& plugin, std::uint32_t number) {
    constexpr std::string_view key = "\nid = \"";
    const std::size_t at = text.find(key);
    const std::size_t begin = at + key.size();
    const std::size_t end = at == std::string_view::npos ? at : text.find('"', begin);
    if (end == std::string_view::npos) return plugin + ".gouji#" + std::to_string(number + 1);
    std::string stem(text.substr(begin, end - begin));
    const std::size_t slash = stem.find('/');
    for (std::size_t i = slash == std::string::npos ? 0 : slash; i < stem.size(); ++i) {
        if (stem[i] == '-') stem[i] = '_';
    }
    return stem + ".md";
}

/// The page as it was compiled when the plugin was built, or else as its text says.
Result<Page> page_of(std::string_view text, const gouji_text* compiled, const std::string& file) {
    if (compiled != nullptr && compiled->data != nullptr) {
        if (auto page = compiled_page({compiled->data, compiled->size}, text, file)) return *page;
    }
    return parse_page(std::string(text), file);
}

Result<NativeRule> declared(const gouji_rule* theirs, const gouji_text* compiled,
                            const std::string& plugin, std::uint32_t number) {
    const std::string label = plugin + " #" + std::to_string(number + 1);
    if (theirs == nullptr)
        return fail(label + "：规则指针为空", label + ": the rule is a null pointer");
    const auto rule = copied(theirs, first_rule_size);
    if (!rule) {
        return fail(label + "：规则声明的结构大小（size）不合理",
                    label + ": the rule's declared size makes no sense");
    }
    if (rule->page == nullptr || rule->page->data == nullptr) {
        return fail(label + "：规则没有规则页", label + ": the rule has no page");
    }
    if (rule->create == nullptr || rule->check == nullptr || rule->destroy == nullptr) {
        return fail(label + "：规则缺少函数（create、check 或 destroy）",
                    label + ": the rule lacks a function (create, check or destroy)");
    }
    const std::string_view text(rule->page->data, rule->page->size);
    auto page = page_of(text, compiled, page_name(text, plugin, number));
    if (!page) return Failure(page.error());
    if (!page->id.starts_with(plugin + "/")) {
        return fail(
            page->file + "：编号“" + page->id + "”应以插件名开头：" + plugin + "/",
            page->file + ": id '" + page->id + "' should begin with the plugin's: " + plugin + "/");
    }
    if (!page->native) {
        return fail(page->file + "：插件里的规则应写 native = true",
                    page->file + ": a plugin's rule says native = true");
    }
    return NativeRule{std::move(*page), *rule};
}

}  // namespace

Result<Plugin> load_plugin(const std::filesystem::path& file) {
    const std::string name = file.string();
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        return fail(name + "：没有这个插件文件", name + ": no such plugin file");
    }
    if (!std::filesystem::is_regular_file(file, ignored)) {
        return fail(
            name + "：不是文件，--plugin 后面应是一个 .gouji 文件（文件夹用 --plugin-path）",
            name + ": not a file; --plugin takes a .gouji file (for a folder use --plugin-path)");
    }
    const auto library = Library::open(std::filesystem::absolute(file, ignored));
    if (!library) {
        return fail(name + "：" + library.error().zh, name + ": " + library.error().en);
    }
    const auto plugin = root(*library, name);
    if (!plugin) return Failure(plugin.error());
    const auto* compiled_pages =
        static_cast<const CompiledPages*>(library->symbol("gouji_compiled_pages"));
    Plugin out{file,
               std::string(plugin->id.data, plugin->id.size),
               std::string(plugin->version.data, plugin->version.size),
               plugin->abi_minor,
               {},
               {}};
    std::set<std::string> ids;
    for (std::uint32_t i = 0; i < plugin->rule_count; ++i) {
        const gouji_text* compiled = compiled_pages != nullptr && i < compiled_pages->count
                                         ? compiled_pages->pages + i
                                         : nullptr;
        auto rule = declared(plugin->rules[i], compiled, out.id, i);
        if (!rule) {
            out.refused.push_back({name + "：" + rule.error().zh, name + ": " + rule.error().en});
        } else if (!ids.insert(rule->page.id).second) {
            out.refused.push_back({name + "：规则编号重复：" + rule->page.id,
                                   name + ": two rules with one id: " + rule->page.id});
        } else {
            out.rules.push_back(std::move(*rule));
        }
    }
    return out;
}

std::string absolute_file(const std::filesystem::path& file) {
    std::error_code ignored;
    return std::filesystem::absolute(file, ignored).lexically_normal().string();
}

std::vector<std::filesystem::path> plugin_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> out;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".gouji") out.push_back(entry.path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace gouji
