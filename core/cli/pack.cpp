#include "gouji/base/nearest.hpp"
#include "gouji/base/version.hpp"
#include "gouji/output/output.hpp"
#include "gouji/output/words.hpp"
#include "gouji/pack/load_packs.hpp"
#include "gouji/pack/pack_files.hpp"
#include "gouji/pack/pack_lock.hpp"
#include "gouji/pack/pack_store.hpp"
#include "gouji/pack/version_range.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/active_packs.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/resolve_configs.hpp"

namespace gouji {
namespace {

namespace fs = std::filesystem;

void add_options(Options& options) {
    options.value("digest", {"sha256:…"}, {"装的须是这一份", "what is installed must be this"});
    add_configuration(options);
    options.flag("trust", {"锁定时允许配置用别处的规则包", "packs from elsewhere may be locked"});
}

Result<PackStore> own_store() {
    const fs::path folder = user_packs();
    if (folder.empty()) {
        return fail("没有可放规则包的文件夹：请设置环境变量 HOME 或 XDG_DATA_HOME",
                    "there is no folder for packs: set HOME or XDG_DATA_HOME");
    }
    return PackStore(folder, version);
}

/// What a user should know of a pack that was put in its place.
std::string about(const Pack& pack, const PackFiles& files, Language language) {
    const auto line = [&](const char* zh, const char* en, const std::string& what) {
        return "  " + std::string(pick(language, zh, en)) + what + "\n";
    };
    std::string out = line("位置  ", "folder  ", pack.folder);
    out += line("摘要  ", "digest  ", digest_of(files));
    out += line("规则  ", "rules  ", std::to_string(pack.pages.size()));
    for (const Page& page : pack.pages) {
        if (!page.external.empty())
            out +=
                line("要运行程序  ", "runs a program  ", page.id + "：" + join(page.external, " "));
    }
    if (!pack.deprecated.empty()) out += line("已不再使用  ", "deprecated  ", pack.deprecated);
    if (!files.left_out.empty())
        out += line("没有带入  ", "left out  ", listed(files.left_out, language));
    for (const PackReference& other : pack.requires_packs) {
        const auto folder = find_pack_folder(other.id, pack.folder, pack_stores());
        std::optional<Error> missing;
        if (!folder) {
            missing = Error{"还没有装", "is not installed yet"};
        } else if (const auto found = load_pack(*folder, version)) {
            missing = other.misfit(found->version, *folder);
        }
        if (missing)
            out += line("要求  ", "requires  ",
                        other.id + (other.range.empty() ? "" : "@" + other.range) + "：" +
                            missing->in(language));
    }
    return out;
}

Result<PackFiles> read_asked(const std::string& source, const Arguments& arguments) {
    GOUJI_TRY(auto files, read_pack_files(source));
    const std::string wanted = arguments.text("digest");
    const std::string digest = digest_of(files);
    if (!wanted.empty() && wanted != digest) {
        return fail(source + "：摘要是 " + digest + "，不是 --digest 所写的，没有装；请核对来源",
                    source + ": the digest is " + digest +
                        ", not that of --digest; nothing was installed. Check where it came from");
    }
    return files;
}

Result<int> install(const std::string& source, const Arguments& arguments, Language language) {
    GOUJI_TRY(const auto store, own_store());
    GOUJI_TRY(const auto files, read_asked(source, arguments));
    GOUJI_TRY(const auto pack, store.install(files, source));
    print(pick(language, std::string("已安装 "), std::string("installed ")) + pack.id + " " +
          pack.version + "  " + pack.name.in(language) + "\n" + about(pack, files, language));
    return exit_clean;
}

Result<int> update(const std::string& source, const Arguments& arguments, Language language) {
    GOUJI_TRY(const auto store, own_store());
    GOUJI_TRY(const auto files, read_asked(source, arguments));
    std::map<std::string, std::string> before;
    for (const Pack& pack : store.list().packs) before[pack.id] = pack.version;
    GOUJI_TRY(const auto pack, store.update(files, source));
    const auto order = compare_versions(pack.version, before[pack.id]);
    const bool older = order && *order < 0;
    print(pick(language, std::string("已更新 "), std::string("updated ")) + pack.id + " " +
          before[pack.id] + " → " + pack.version +
          (older ? pick(language, "（比原来的旧）", " (older than before)") : "") + "\n" +
          about(pack, files, language));
    return exit_clean;
}

Result<int> remove(const std::string& id, const Arguments&, Language language) {
    GOUJI_TRY(const auto store, own_store());
    GOUJI_TRY_VOID(store.remove(id));
    print(language == Language::en ? "removed " + id + "\n" : "已删去 " + id + "\n");
    return exit_clean;
}

Result<int> list(Language language) {
    std::size_t count = 0;
    bool good = true;
    for (const fs::path& folder : pack_stores()) {
        const auto listed = PackStore(folder, version).list();
        for (const Pack& pack : listed.packs) {
            GOUJI_TRY(const auto files, read_pack_folder(pack.folder));
            print(pack.id + " " + pack.version + "  " + pack.name.in(language) + "  " +
                  pack.folder + "\n  " + digest_of(files) + "\n");
            if (!pack.deprecated.empty())
                print("  " + std::string(pick(language, "已不再使用：", "deprecated: ")) +
                      pack.deprecated + "\n");
            for (const Error& error : pack.refused) complain(error, language);
            good = good && pack.refused.empty();
            ++count;
        }
        for (const Error& error : listed.refused) complain(error, language);
        good = good && listed.refused.empty();
    }
    const std::string number = std::to_string(count);
    print(language == Language::en ? number + " packs installed\n"
                                   : "共 " + number + " 个规则包\n");
    return good ? exit_clean : exit_failed;
}

/// Writes gouji.lock beside the configuration that holds here.
Result<int> lock(const Arguments& arguments, Language language) {
    std::vector<Input> inputs{{"年报.txt", "年报.txt", false, std::nullopt}};
    GOUJI_TRY(const auto found, find_configurations(arguments, inputs));
    if (found.heads.empty()) {
        return fail("这里没有 gouji.toml，请写一个，其中 packs 列出要用的规则包",
                    "there is no gouji.toml here; write one whose 'packs' names what is used");
    }
    GOUJI_TRY(const auto installation, load_installation(arguments, found));
    std::vector<Error> errors(found.refused);
    const auto refused = installation.catalogue.refused();
    errors.insert(errors.end(), refused.begin(), refused.end());
    for (const Error& error : errors) complain(error, language);
    const std::string file = lock_beside(found.heads.front());
    if (!errors.empty()) {
        return fail(file + "：没有写，请先改好上面的问题",
                    file + ": not written; what is said above comes first");
    }
    PackLock made;
    for (const Component* pack :
         ActivePacks(installation.catalogue, found.packs_of.front()).packs()) {
        GOUJI_TRY_VOID(made.add(pack->id, pack->version, pack->place));
        print(pack->id + " " + pack->version + "  " + pack->place + "\n");
    }
    GOUJI_TRY(auto out, Output::open(file));
    out.write(made.text());
    GOUJI_TRY_VOID(out.commit());
    const std::string count = std::to_string(made.packs.size());
    print(language == Language::en ? count + " packs locked in " + file + "\n"
                                   : "已锁定 " + count + " 个规则包，写入 " + file + "\n");
    return exit_clean;
}

Result<int> run_pack(const Arguments& arguments, Language language) {
    using OfEach = Result<int> (*)(const std::string&, const Arguments&, Language);
    static constexpr std::pair<const char*, OfEach> of_each[] = {
        {"install", install}, {"update", update}, {"remove", remove}};
    std::vector<std::string> words = arguments.paths();
    const std::string what = words.empty() ? "" : words.front();
    if (!words.empty()) words.erase(words.begin());
    if (what == "list" && words.empty()) return list(language);
    if (what == "lock" && words.empty()) return lock(arguments, language);
    for (const auto& [name, work] : of_each) {
        if (what != name || words.empty()) continue;
        for (const std::string& word : words) {
            GOUJI_TRY_VOID(work(word, arguments, language));
        }
        return exit_clean;
    }
    const Localized near = did_you_mean(what, {"install", "update", "remove", "list", "lock"});
    return fail(
        "写作 gouji pack install|update 文件夹或.zip、gouji pack remove 名称、gouji pack "
        "list、gouji pack lock" +
            near.zh,
        "write gouji pack install|update FOLDER|ARCHIVE, gouji pack remove NAME, gouji "
        "pack list or gouji pack lock" +
            near.en);
}

}  // namespace

const Command pack_command{
    "pack",
    {"安装、更新、删除、锁定规则包", "install, update, remove and lock packs"},
    {R"(用法：gouji pack install 文件夹或.zip…      装进自己的数据文件夹，以后用名称
      gouji pack update 文件夹或.zip…       换成另一版
      gouji pack remove 名称…
      gouji pack list
      gouji pack lock                       写 gouji.lock，锁定 gouji.toml 用的规则包

从不下载：规则包是别人交来的文件夹或 .zip。装上就是信任它，其中的程序以后会运行。
)",
     R"(Usage: gouji pack install FOLDER|ARCHIVE…   into the user's data folder, for use by name
       gouji pack update FOLDER|ARCHIVE…    another version in its place
       gouji pack remove NAME…
       gouji pack list
       gouji pack lock                      writes gouji.lock: the packs that gouji.toml uses

Nothing is downloaded: a pack is a folder or a .zip that somebody hands over. To install one is to
trust it: its programs will run.
)"},
    {R"(例：  gouji pack install heyuan-1.2.0.zip
      gouji check --pack heyuan 年报.docx

返回  0 做好了；2 没有做
)",
     R"(For example: gouji pack install heyuan-1.2.0.zip
             gouji check --pack heyuan report.docx

Returns 0: done; 2: not
)"},
    add_options,
    run_pack};

}  // namespace gouji
