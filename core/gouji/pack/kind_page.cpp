#include "gouji/pack/kind_page.hpp"

#include "gouji/rule/placeholders.hpp"

#include <algorithm>

namespace gouji {
namespace {

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string braced(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "{" : ", {") + name + "}";
    return out;
}

}  // namespace

void KindPage::says(std::string_view id, std::vector<std::string> arguments, bool needed) {
    said_.emplace_back(id);
    const Message* message = page_->message(id);
    if (message != nullptr) {
        check_placeholders(*message, arguments);
    } else if (needed) {
        root_->wrong("messages", "缺少信息 [messages." + std::string(id) + "]",
                     "message '" + std::string(id) + "' is missing");
    }
}

void KindPage::check_placeholders(const Message& message,
                                  const std::vector<std::string>& arguments) {
    auto messages = root_->table("messages");
    auto table = messages ? messages->table(message.id) : std::nullopt;
    if (!table) return;  // one of the kind's own
    for (const Language language : {Language::zh, Language::en}) {
        const char* key = pick(language, "zh", "en");
        const auto literal = [&](std::string_view text) {
            const std::size_t at = text.find('{');
            if (at == std::string_view::npos) return;
            table->wrong_part(key, text.substr(at, text.find('}', at) - at + 1),
                              "{ 后面应是一个名称和 }，可用：" + braced(arguments),
                              "a { begins a name and a }; there are: " + braced(arguments));
        };
        const auto name = [&](std::string_view word) {
            if (has(arguments, word)) return;
            const std::string placeholder = "{" + std::string(word) + "}";
            const std::string near = nearest(word, arguments);
            table->wrong_part(key, placeholder,
                              "这条消息里没有“" + placeholder + "”，可用：" + braced(arguments) +
                                  (near.empty() ? "" : "；最接近的是“{" + near + "}”"),
                              "this message has no '" + placeholder +
                                  "'; there are: " + braced(arguments) +
                                  (near.empty() ? "" : "; did you mean '{" + near + "}'?"));
        };
        walk_placeholders(language == Language::en ? message.words.en : message.words.zh, literal,
                          name);
    }
}

void KindPage::finish() {
    if (auto messages = root_->table("messages")) {
        for (const std::string& id : messages->keys()) {
            if (has(said_, id)) continue;
            const Localized near = did_you_mean(id, said_);
            messages->wrong_key(id, "这个种类没有消息“" + id + "”" + near.zh,
                                "this kind has no message '" + id + "'" + near.en);
        }
    }
    if (editions_.empty()) return;
    std::vector<std::string> known;
    for (const Edition& edition : editions_) known.push_back(edition.id);
    for (const std::string& id : page_->editions) {
        if (has(known, id)) continue;
        const std::string all = join(known, ", ");
        root_->wrong_part("editions", "\"" + id + "\"", "没有版式“" + id + "”，可用：" + all,
                          "no edition '" + id + "'; there are: " + all);
    }
}

}  // namespace gouji
