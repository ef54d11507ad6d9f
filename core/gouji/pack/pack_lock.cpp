#include "gouji/pack/pack_lock.hpp"

#include "gouji/base/small_file.hpp"
#include "gouji/pack/pack_files.hpp"
#include "gouji/toml/reader.hpp"

#include <algorithm>

namespace gouji {
namespace {

PackLock read(TomlReader& in) {
    PackLock out;
    if (in.integer("version", std::nullopt) != 1)
        in.wrong("version", "只认得 version = 1", "only version = 1 is known");
    for (TomlReader& one : in.tables("pack")) {
        out.packs.push_back({one.text("id"), one.text("version"), one.text("digest"),
                             in.source().file + ":" + std::to_string(one.place("id").first)});
        one.finish();
    }
    return out;
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        // What cannot stand in a TOML text is not worth keeping of a version.
        if (c < 0 || c >= ' ') out += c;
    }
    return out + "\"";
}

}  // namespace

Result<PackLock> PackLock::open(const std::string& file) {
    GOUJI_TRY(const auto text, read_small_file(file));
    auto out = read_toml<PackLock>(text, file, 1, read);
    if (!out) {
        return fail(out.error().zh + "\n（gouji.lock 由 gouji pack lock 写出，可以删去重写）",
                    out.error().en +
                        "\n(gouji.lock is written by gouji pack lock; delete it and "
                        "run that again)");
    }
    out->file = file;
    return out;
}

std::string PackLock::text() const {
    std::string out =
        "# 由 gouji pack lock 写出，不用手改；和 gouji.toml "
        "一起交给别人，各处用的规则包就是同样的。\n"
        "version = 1\n";
    for (const Entry& pack : packs) {
        out += "\n[[pack]]\nid = " + quoted(pack.id) + "\nversion = " + quoted(pack.version) +
               "\ndigest = " + quoted(pack.digest) + "\n";
    }
    return out;
}

Result<void> PackLock::add(const std::string& id, const std::string& version,
                           const std::string& folder) {
    GOUJI_TRY(const auto files, read_pack_folder(folder));
    packs.push_back({id, version, digest_of(files), {}});
    std::ranges::sort(packs, {}, &Entry::id);
    return {};
}

std::optional<Error> PackLock::misfit(const std::string& id, const std::string& version,
                                      const std::string& folder) const {
    const auto locked = std::ranges::find(packs, id, &Entry::id);
    if (locked == packs.end()) {
        return at_place(file, {"没有规则包“" + id + "”（" + folder +
                                   "），没有采用；确认无误后运行 gouji pack lock",
                               "does not have pack '" + id + "' (" + folder +
                                   "), which is not used; when it is right, run gouji pack lock"});
    }
    const auto files = read_pack_folder(folder);
    if (!files) return files.error();
    const std::string digest = digest_of(*files);
    if (digest == locked->digest) return std::nullopt;
    return at_place(
        locked->place,
        {"规则包“" + id + "”" + locked->version + " 与锁定的不同：" + folder + " 里是 " + version +
             "，" + digest + "，没有采用；请换回锁定的那一份，确认要用新的再运行 gouji pack lock",
         "pack '" + id + "' " + locked->version + " differs from what is locked: " + folder +
             " holds " + version + ", " + digest +
             ", and is not used; put the locked one back, or run gouji pack lock if the new one "
             "is wanted"});
}

}  // namespace gouji
