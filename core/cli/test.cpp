#include "gouji/base/nearest.hpp"
#include "gouji/base/small_file.hpp"
#include "gouji/base/version.hpp"
#include "gouji/pack/kind.hpp"
#include "gouji/pack/pack.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <utility>

#include <sys/stat.h>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/example_runner.hpp"
#include "cli/installation.hpp"
#include "cli/notices.hpp"

namespace gouji {
namespace {

namespace fs = std::filesystem;
Result<Page> page_from(const fs::path& file) {
    GOUJI_TRY(auto text, read_small_file(file));
    auto page = parse_page(std::move(text), file.string());
    if (!page) return page;
    add_default_messages(*page);
    const std::array folders{file.parent_path() / "lists", shared_lists()};
    if (const auto done = load_shared_lists(*page, folders); !done) return Failure(done.error());
    return page;
}

bool begins_like_a_page(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string line;
    return std::getline(in, line) && (line == "+++" || line == "+++\r");
}

/// The pages of a folder; its packs are read as packs, so that their pack.toml is looked at too.
Result<void> add_folder(const fs::path& folder, std::vector<Page>& out) {
    std::error_code error;
    std::error_code unknown;
    std::vector<fs::path> found;
    std::vector<fs::path> packs;
    for (auto at = fs::recursive_directory_iterator(folder, error);
         at != fs::recursive_directory_iterator(); at.increment(error)) {
        if (error) break;
        if (at->path().filename() == "pack.toml") packs.push_back(at->path().parent_path());
        if (at->path().extension() == ".md" && at->is_regular_file(unknown) &&
            begins_like_a_page(at->path()))
            found.push_back(at->path());
    }
    if (found.empty()) {
        return fail(folder.string() + "：文件夹里没有规则页",
                    folder.string() + ": the folder holds no rule page");
    }
    std::sort(found.begin(), found.end());
    std::sort(packs.begin(), packs.end());
    for (const fs::path& pack : packs) {
        GOUJI_TRY(auto read, load_pack(pack.string(), version));
        std::move(read.pages.begin(), read.pages.end(), std::back_inserter(out));
    }
    for (const fs::path& file : found) {
        if (std::find(packs.begin(), packs.end(), file.parent_path()) != packs.end()) continue;
        GOUJI_TRY(auto page, page_from(file));
        out.push_back(std::move(page));
    }
    return {};
}

/// The packs in the folders that are named: they are loaded as a run would, so that what they build
/// on and what they adjust is looked at too.
std::vector<PackRequest> packs_below(const std::vector<std::string>& paths) {
    std::vector<PackRequest> out;
    std::error_code error;
    for (const std::string& path : paths) {
        if (!fs::is_directory(path, error)) continue;
        for (auto at = fs::recursive_directory_iterator(path, error);
             at != fs::recursive_directory_iterator(); at.increment(error)) {
            if (error) break;
            if (at->path().filename() == "pack.toml")
                out.push_back({at->path().parent_path(), {}, path});
        }
    }
    return out;
}

/// The pages that paths stand for: a page, a folder of pages, a plugin's own.
Result<std::vector<Page>> pages_of(const std::vector<std::string>& paths,
                                   const Catalogue& catalogue) {
    std::vector<Page> out;
    for (const std::string& path : paths) {
        std::error_code error;
        if (fs::is_directory(path, error)) {
            if (auto added = add_folder(path, out); !added) return Failure(added.error());
        } else if (fs::path(path).extension() == ".gouji") {
            for (const Rule& rule : catalogue.rules()) {
                if (catalogue.component_of(rule).place == path) out.push_back(rule.page);
            }
        } else {
            GOUJI_TRY(auto page, page_from(path));
            out.push_back(std::move(page));
        }
    }
    return out;
}

Result<int> test_pages(const Arguments& arguments, Language language) {
    std::vector<std::string> more;  // plugins named as paths are loaded too
    for (const std::string& path : arguments.paths()) {
        if (fs::path(path).extension() == ".gouji") more.push_back(path);
    }
    GOUJI_TRY(const auto installation,
              load_installation(arguments, more, packs_below(arguments.paths())));
    const Catalogue& catalogue = installation.catalogue;
    for (const Error& error : catalogue.refused()) complain(error, language);
    if (const auto notice = isolation_notice(catalogue, {})) complain(notice->what, language);
    auto pages = pages_of(arguments.paths(), catalogue);
    if (!pages) {
        // A pack that cannot be read was complained of already.
        const auto known = [&](const Error& e) { return e.zh == pages.error().zh; };
        const auto refused = catalogue.refused();
        if (std::any_of(refused.begin(), refused.end(), known)) return exit_failed;
        return Failure(pages.error());
    }
    if (arguments.paths().empty()) {
        for (const Rule& rule : catalogue.rules()) pages->push_back(rule.page);
    }
    ExampleRunner runner(*installation.lexicon, catalogue);
    std::size_t wrong = 0;
    for (const Page& page : *pages) {
        for (const Error& error : runner.run(page)) {
            ++wrong;
            print(error.in(language) + "\n");
        }
    }
    const std::string examples = std::to_string(runner.examples());
    const std::string count = std::to_string(pages->size());
    const std::string bad = std::to_string(wrong);
    Localized sum{count + " 个规则页，" + examples + " 个例子：" +
                      (wrong == 0 ? "全部符合" : bad + " 处不符"),
                  count + " pages, " + examples +
                      " examples: " + (wrong == 0 ? "all hold" : bad + " do not hold")};
    if (const std::size_t refused = catalogue.refused().size(); refused > 0) {
        sum.zh += "；另有 " + std::to_string(refused) + " 处读不了，原因见上";
        sum.en += "; " + std::to_string(refused) + " more could not be read, see above";
    }
    print(sum.in(language) + "\n");
    if (!catalogue.refused().empty()) return exit_failed;
    return wrong == 0 ? exit_clean : exit_found;
}

volatile std::sig_atomic_t ended = 0;
extern "C" void end_watch(int) { ended = 1; }

/// Times and sizes of all files below some paths, by which a change is seen.
std::string stamp_of(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    const auto add = [&](const fs::path& file) {
        struct stat status {};
        if (::stat(file.c_str(), &status) != 0) return;
        files.push_back(file.string() + " " + std::to_string(status.st_mtim.tv_sec) + "." +
                        std::to_string(status.st_mtim.tv_nsec) + " " +
                        std::to_string(status.st_size) + "\n");
    };
    std::error_code error;
    for (const std::string& path : paths) {
        add(path);
        for (auto at = fs::recursive_directory_iterator(path, error);
             !error && at != fs::recursive_directory_iterator(); at.increment(error))
            add(at->path());
    }
    std::sort(files.begin(), files.end());
    return join(files, "");
}

/// Runs the examples, and again each time that a file below the paths was saved, until Ctrl-C.
Result<int> watch(const Arguments& arguments, Language language) {
    const std::vector<std::string> paths = arguments.paths();
    if (paths.empty()) {
        return fail("--watch 要写明看哪个规则包，例如 gouji test --watch 我的规则包",
                    "--watch wants the pack to watch; for example gouji test --watch my-pack");
    }
    struct sigaction action {};
    action.sa_handler = end_watch;
    for (const int number : {SIGINT, SIGTERM}) ::sigaction(number, &action, nullptr);
    const auto wait = [] {
        constexpr timespec pause{0, 300'000'000};
        ::nanosleep(&pause, nullptr);  // a signal ends it early
        return ended == 0;
    };
    int code = exit_clean;
    while (ended == 0) {
        const std::string before = stamp_of(paths);
        const auto done = test_pages(arguments, language);
        if (!done) complain(done.error(), language);
        code = done ? *done : static_cast<int>(exit_failed);
        print(pick(language, "—— 保存后再试，Ctrl-C 结束 ——\n",
                   "-- runs again when a file is saved; Ctrl-C ends --\n"));
        // Shown now and not at the end.
        if (auto failure = standard_output_failure()) return Failure(std::move(*failure));
        std::string now = before;
        while (now == before && wait()) now = stamp_of(paths);
        // An editor may still be writing: it is over when nothing has changed for a while.
        for (std::string last; last != now && ended == 0 && wait();) {
            last = std::exchange(now, stamp_of(paths));
        }
    }
    return code;
}

Result<int> run_test(const Arguments& arguments, Language language) {
    return arguments.on("watch") ? watch(arguments, language) : test_pages(arguments, language);
}

}  // namespace

const Command test_command{"test",
                           {"运行规则页里的例子", "run the examples of rule pages"},
                           {R"(用法：gouji test [选项] [规则页、文件夹或插件…]

把规则页里的每个例子放进一份干净的样本年报，用真正的引擎检查，看结果是否与 ⟦ ⟧ 标出的
一致。不写路径时，运行全部已载入规则的例子。
)",
                            R"(Usage: gouji test [options] [PAGE|FOLDER|PLUGIN…]

Sets every example of a rule page into a clean sample report, runs the real engine over it and
compares what was found with what ⟦ ⟧ marks. Without a path: all rules that are loaded.
)"},
                           {R"(例：  gouji test
      gouji test 我的规则包/
      gouji test --watch 我的规则包/      一边改一边看，Ctrl-C 结束
      gouji test --plugin build/我的插件.gouji 源码/

返回  0 全部符合；1 有例子不符；2 有规则页、插件读不了
)",
                            R"(For example: gouji test
             gouji test my-pack/
             gouji test --watch my-pack/      while you edit; Ctrl-C ends
             gouji test --plugin build/mine.gouji src/

Returns 0: all hold; 1: some do not; 2: a page or plugin cannot be read
)"},
                           [](Options& options) {
                               options.flag("watch", {"保存后再跑一遍", "again when saved"});
                               add_rule_sources(options);
                               add_isolation(options);
                           },
                           run_test};

}  // namespace gouji
