#include "gouji/rule/word_list.hpp"

#include "gouji/base/small_file.hpp"
#include "gouji/rule/findable.hpp"
#include "gouji/rule/page.hpp"
#include "gouji/toml/reader.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

namespace gouji {
namespace {

namespace fs = std::filesystem;

bool is_name(std::string_view name) {
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
               std::string_view::npos;
}

/// `key`, a list of words or a table word = "value", added to what the list has already.
void read_words(TomlReader& in, std::string_view key, WordList& list) {
    const toml::node* node = in.node(key);
    if (node == nullptr) return;
    const auto wrong = [&](const std::string& zh, const std::string& en) { in.wrong(key, zh, en); };
    std::vector<std::string> words;
    std::vector<std::string> values;
    if (node->is_table()) {
        auto table = in.table(key);
        words = table->keys();
        for (const std::string& word : words) values.push_back(table->text(word));
    } else {
        words = in.texts(key);
    }
    if (!list.words.empty() && list.values.empty() != values.empty() && !words.empty()) {
        return wrong("“" + list.name + "”的词有的带值、有的不带",
                     "some words of '" + list.name + "' have values and some have none");
    }
    std::set<std::string> known(list.words.begin(), list.words.end());
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].empty()) return wrong("词不能为空", "a word may not be empty");
        const auto error = list.scan ? unfindable(words[i]) : std::nullopt;
        if (error) {
            return wrong(error->zh + "；只供规则自己用的词表写 scan = false",
                         error->en + "; a list that the rule alone uses says scan = false");
        }
        if (!known.insert(words[i]).second) {
            return wrong("“" + words[i] + "”写了两次", "'" + words[i] + "' is there twice");
        }
        list.words.push_back(std::move(words[i]));
        if (!values.empty()) list.values.push_back(std::move(values[i]));
    }
}

WordList read_list(TomlReader& lists, const std::string& name) {
    WordList list;
    list.name = name;
    if (!is_name(name)) {
        lists.wrong_key(name, "词表名称“" + name + "”只用小写字母、数字和下划线，以字母开头",
                        "the list name '" + name +
                            "' has lower-case letters, digits and underscores, a letter first");
        return list;
    }
    const toml::node* node = lists.node(name);
    if (node->is_string()) {
        list.shared = lists.text(name);
        list.frame = lists.frame(name);
    } else if (node->is_array()) {
        read_words(lists, name, list);
    } else if (auto table = lists.table(name)) {
        list.extend = table->boolean("extend", false);
        list.scan = table->boolean("scan", true);
        list.about = {table->text("zh", ""), table->text("en", "")};
        list.shared = table->text("list", "");
        list.frame = table->frame("list");
        read_words(*table, "words", list);
        if (list.shared.empty() && !table->has("words") && !list.extend) {
            lists.wrong(name, "写明 words 或 list", "words or list is missing");
        }
        if (list.extend && list.shared.empty() && list.about.zh.empty()) {
            table->wrong("extend", "可以加词的词表要用 zh 和 en 说明是什么",
                         "a list that others may extend says in zh and en what it is");
        }
        table->finish();
    }
    return list;
}

/// One shared list: what it is (zh, en), where its words come from (source), the words.
WordList read_shared(TomlReader& in, const WordList& as) {
    WordList list;
    list.name = as.name;
    list.scan = as.scan;
    list.about = {in.text("zh"), in.text("en")};
    static_cast<void>(in.text("source"));
    read_words(in, "words", list);
    if (list.words.empty()) in.wrong("words", "词表里没有词", "the list has no words");
    return list;
}

Error no_such_list(const WordList& list, std::span<const fs::path> folders) {
    std::vector<std::string> known;
    std::string places;
    for (const fs::path& folder : folders) {
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            if (entry.path().extension() == ".toml") known.push_back(entry.path().stem().string());
        }
        places += (places.empty() ? "" : ", ") + folder.string();
    }
    std::sort(known.begin(), known.end());
    const Localized near = did_you_mean(list.shared, known);
    return list.frame.around(
        "没有共用词表“" + list.shared + "”（找过 " + places + "）" + near.zh,
        "no shared list '" + list.shared + "' (looked in " + places + ")" + near.en);
}

}  // namespace

std::vector<WordList> read_word_lists(TomlReader& page) {
    std::vector<WordList> out;
    auto lists = page.table("lists");
    if (!lists) return out;
    std::vector<std::string> names = lists->keys();
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) out.push_back(read_list(*lists, name));
    return out;
}

Result<void> load_shared_lists(Page& page, std::span<const fs::path> folders,
                               std::vector<fs::path>* files) {
    for (WordList& list : page.lists) {
        if (list.shared.empty()) continue;
        std::optional<Result<WordList>> shared;
        for (const fs::path& folder : folders) {
            const fs::path file = folder / (list.shared + ".toml");
            std::error_code unknown;
            if (!is_name(list.shared) || !fs::exists(file, unknown)) continue;
            GOUJI_TRY(const auto text, read_small_file(file));
            shared = read_toml<WordList>(text, file.string(), 1,
                                         [&](TomlReader& in) { return read_shared(in, list); });
            if (files != nullptr) files->push_back(file);
            break;
        }
        if (!shared) return Failure(no_such_list(list, folders));
        if (!*shared) return Failure(shared->error());
        WordList& read = **shared;
        if (!list.words.empty() && list.values.empty() != read.values.empty()) {
            return Failure(
                list.frame.around("共用词表“" + list.shared + "”与这里的词，有的带值、有的不带",
                                  "some words of the shared list '" + list.shared +
                                      "' and of this page have values "
                                      "and some have none"));
        }
        const WordListAddition own{list.name, std::move(list.words), std::move(list.values), {}};
        list.words = std::move(read.words);
        list.values = std::move(read.values);
        if (list.about.zh.empty()) list.about = std::move(read.about);
        list.shared.clear();
        extend(page.lists, std::span(&own, 1));
    }
    return {};
}

std::vector<WordListAddition> read_additions(TomlReader& in) {
    std::vector<WordListAddition> out;
    auto table = in.table("lists");
    if (!table) return out;
    for (const std::string& name : table->keys()) {
        WordList added;
        added.name = name;
        added.scan = false;  // misfit() knows whether the words are looked for
        read_words(*table, name, added);
        out.push_back({name, std::move(added.words), std::move(added.values), table->frame(name)});
    }
    return out;
}

std::optional<Error> misfit(const Page& page, const WordListAddition& addition) {
    std::vector<std::string> open;
    const WordList* list = nullptr;
    for (const WordList& one : page.lists) {
        if (one.extend) open.push_back(one.name);
        if (one.extend && one.name == addition.list) list = &one;
    }
    if (list == nullptr) {
        const Localized near = did_you_mean(addition.list, open);
        return Error{
            "规则“" + page.id + "”没有可以加词的词表“" + addition.list + "”" + near.zh,
            "rule '" + page.id + "' has no list '" + addition.list + "' to add words to" + near.en};
    }
    if (!list->words.empty() && !addition.words.empty() &&
        list->values.empty() != addition.values.empty()) {
        return list->values.empty()
                   ? Error{"词表“" + list->name + "”只要词，写作 [\"词\"]",
                           "the list '" + list->name + "' has words alone: write [\"word\"]"}
                   : Error{"词表“" + list->name + "”的词要带值，写作 { \"词\" = \"值\" }",
                           "words of the list '" + list->name +
                               "' have values: write { \"word\" = \"value\" }"};
    }
    for (const std::string& word : addition.words) {
        if (auto error = list->scan ? unfindable(word) : std::nullopt) return error;
    }
    return std::nullopt;
}

void extend(std::vector<WordList>& lists, std::span<const WordListAddition> additions) {
    for (const WordListAddition& addition : additions) {
        const auto list = std::find_if(lists.begin(), lists.end(),
                                       [&](const auto& one) { return one.name == addition.list; });
        if (list == lists.end()) continue;
        std::set<std::string> known(list->words.begin(), list->words.end());
        for (std::size_t i = 0; i < addition.words.size(); ++i) {
            if (!known.insert(addition.words[i]).second) continue;
            list->words.push_back(addition.words[i]);
            if (!addition.values.empty()) list->values.push_back(addition.values[i]);
        }
    }
}

}  // namespace gouji
