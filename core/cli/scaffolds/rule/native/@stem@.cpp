#include <gouji/sdk.hpp>

namespace {

using namespace gouji::sdk;

/// Words that were meant to be replaced before the report went out.
class @Class@ {
public:
    explicit @Class@(Options options) : words_(options.list("words")) {}

    void check(Document document, Report report) const {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        for (const std::string& word : words_) {
            for (auto at = text.find(word); at != text.npos; at = text.find(word, at + word.size()))
                report.at(prose.source(at, word.size()), "found").with("word", word);
        }
    }

private:
    std::vector<std::string> words_;
};

}  // namespace

GOUJI_RULE(@stem@, @Class@);
