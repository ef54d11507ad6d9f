#include <gouji/character_set.hpp>
#include <gouji/grouped.hpp>
#include <gouji/paragraph.hpp>

#include "mixed_script.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::mixed_script;

/// Some traditional characters among simplified ones.
class MixedScript {
public:
    explicit MixedScript(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        std::size_t han = 0;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            for (std::size_t i = 0; i < paragraph.size(); ++i) {
                const char16_t c = paragraph.at(i);
                if (!is_han(c)) continue;
                ++han;
                if (traditional_.holds(c)) places.push_back({paragraph.source(i, i + 1), {}});
            }
        });
        // A page that is traditional throughout is a mirror, not a slip.
        if (places.size() * 5 <= han) report_grouped<message>(document, sink, places);
    }

private:
    /// Common characters that only the traditional script has.
    static constexpr CharacterSet traditional_{
        u"萬與專業東絲兩嚴個豐臨為麗舉義烏樂習鄉書買亂爭於虧雲產親億僅從倉儀們價眾優會傳傷倫偽體餘"
        u"傾僑債償儲兒"
        u"黨蘭關興養獸內岡冊寫軍農馮決況凍淨減湊鳳憑凱擊劃劉則剛創刪別劑劍勸辦務動勵勁勞勢勳區醫華"
        u"協單賣衛歷厲"
        u"壓廳縣參雙發變葉號嘆後啟員聽問喪園圍國圖圓聖場壞塊堅壇墳聲處備復夠頭奪奮獎婦媽學寧寶實寵"
        u"審憲宮寬賓對"
        u"導壽將爾塵嘗層屆屬歲豈島嶺幣師帳帶幫廣莊慶應廟廢開異張彌彎強歸當錄徹徑態總戀懇惡愛憂懷戲"
        u"戰戶執擴掃揚"
        u"擾撫護報擔擬擁撥擇據損換揮擠攝攜攤敵數齊斷無舊時曉暫術機殺雜權條來楊極構標棟樹樣橋檢樓歐"
        u"歡殘殼毀畢氣"
        u"漢湯溝沒淚潔測濟渾濃濤潤漲漸漁滿灘滅燈靈災爐點煉熱煙牽犧狀獨獻環現電畫暢療監蓋盤眾確碼礦"
        u"禮種稅穩窮競"
        u"筆築簡簽類糧糾紀約級紅純納紙組細織終經結給統絕維綜網緊線編緩總績縮續羅罰聯職聰膽腦臺艙藝"
        u"節範藥蘇虛"
        u"補製複見規視覺覽觀計訂訊討訓記講許設訪證評識訴詞試詢該詳語誤說請諸論調談講謝議護讀讓貝負"
        u"財責貨質購貫"
        u"費資賦賬賽趙趕躍踐車軌軟載較輔輕輸轉轄辭邊達過運進遠連遲選遞遺鄭鄧醜釋裡針鐵銀銷錢錯鍵鎮"
        u"長門閉間閱闊"
        u"隊階際陸陳險隨隱難離雖靜響頁項順須預領頻題額顧顯風飛飯館馬駐驗魚鳥麥黃龍"};
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(mixed_script, gouji::typography::MixedScript);
