// slip_table LISTS UNIHAN OUTPUT DICTIONARY...: makes the table that slips are measured against.
// Runs once a build; the plugin carries the file in its read-only data.

#include <cstdio>
#include <set>

#include "confusion_sets.hpp"
#include "lists.hpp"
#include "slip_lexicon.hpp"
#include "slip_table_writer.hpp"

namespace gouji::wording {
namespace {

void generate(const std::string& lists, const std::string& unihan, const std::string& output,
              const std::vector<std::string>& dictionaries) {
    const SlipLexicon lexicon = read_slip_lexicon(dictionaries, lists);
    const HanTable han = read_unihan(unihan);
    std::vector<std::u16string> look_alikes;
    for (const std::string& group : read_words(lists + "/look-alikes.txt"))
        look_alikes.push_back(wide(group));
    const std::vector<std::byte> bytes =
        slip_table_bytes(lexicon, han, confusion_sets(han, meant_characters(lexicon), look_alikes),
                         read_slip_trees(lists + "/slip-trees.tsv"));
    std::FILE* file = std::fopen(output.c_str(), "wb");
    if (file == nullptr) stop("cannot write " + output);
    const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    if (std::fclose(file) != 0 || !whole) stop("cannot finish " + output);
}

}  // namespace
}  // namespace gouji::wording

int main(int count, char** arguments) {
    if (count < 5) gouji::wording::stop("usage: slip_table LISTS UNIHAN OUTPUT DICTIONARY...");
    gouji::wording::generate(arguments[1], arguments[2], arguments[3],
                             {arguments + 4, arguments + count});
    return 0;
}
