#pragma once

#include <cstdint>

#include "../prose/lexicon.hpp"

namespace gouji::arithmetic {

/// What a word does to a list of figures.
enum class ListWord : std::uint8_t {
    comma,
    enumerate,  // 、
    colon,
    semicolon,
    stop,
    open,
    close,
    among,      // 其中: some of the parts
    each_is,    // 分别为: all of the parts
    rest,       // 其他: the last part
    ends,       // 同时, 共: something else begins
    carry,      // 结转
    request,    // 申请
    goes_on,    // 通过: at the start of a sentence, the list goes on
    dimension,  // 网络, 自然人, 答复: detail says which way of dividing it belongs to
    percent,    // 占
    neutral,
    year,     // detail: the year
    quantity  // detail: which quantity
};

[[nodiscard]] const prose::Lexicon<ListWord>& list_words();

}  // namespace gouji::arithmetic
