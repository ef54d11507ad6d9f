#include <gouji/paragraph.hpp>
#include <gouji/tally.hpp>

#include <algorithm>
#include <array>

namespace gouji::typography {
namespace {

using namespace gouji::sdk;

/// Some traditional characters among simplified ones.
class MixedScript {
public:
    explicit MixedScript(Options) {}

    void check(Document document, Report report) const {
        std::vector<Correction> places;
        std::size_t han = 0;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            for (std::size_t i = 0; i < paragraph.size(); ++i) {
                const char16_t c = paragraph.at(i);
                if (!is_han(c)) continue;
                ++han;
                if (std::ranges::binary_search(traditional_, c)) places.push_back({paragraph.source(i, i + 1), {}});
            }
        });
        // A page that is traditional throughout is a mirror, not a slip.
        if (places.size() * 5 <= han) tell(document, report, places, false);
    }

private:
    /// Common characters that only the traditional script has.
    static constexpr std::array traditional_ = [] {
        std::array list = std::to_array<char16_t>({
            u'萬', u'與', u'專', u'業', u'東', u'絲', u'兩', u'嚴', u'個', u'豐', u'臨', u'為', u'麗', u'舉', u'義',
            u'烏', u'樂', u'習', u'鄉', u'書', u'買', u'亂', u'爭', u'於', u'虧', u'雲', u'產', u'親', u'億', u'僅',
            u'從', u'倉', u'儀', u'們', u'價', u'眾', u'優', u'會', u'傳', u'傷', u'倫', u'偽', u'體', u'餘', u'傾',
            u'僑', u'債', u'償', u'儲', u'兒', u'黨', u'蘭', u'關', u'興', u'養', u'獸', u'內', u'岡', u'冊', u'寫',
            u'軍', u'農', u'馮', u'決', u'況', u'凍', u'淨', u'減', u'湊', u'鳳', u'憑', u'凱', u'擊', u'劃', u'劉',
            u'則', u'剛', u'創', u'刪', u'別', u'劑', u'劍', u'勸', u'辦', u'務', u'動', u'勵', u'勁', u'勞', u'勢',
            u'勳', u'區', u'醫', u'華', u'協', u'單', u'賣', u'衛', u'歷', u'厲', u'壓', u'廳', u'縣', u'參', u'雙',
            u'發', u'變', u'葉', u'號', u'嘆', u'後', u'啟', u'員', u'聽', u'問', u'喪', u'園', u'圍', u'國', u'圖',
            u'圓', u'聖', u'場', u'壞', u'塊', u'堅', u'壇', u'墳', u'聲', u'處', u'備', u'復', u'夠', u'頭', u'奪',
            u'奮', u'獎', u'婦', u'媽', u'學', u'寧', u'寶', u'實', u'寵', u'審', u'憲', u'宮', u'寬', u'賓', u'對',
            u'導', u'壽', u'將', u'爾', u'塵', u'嘗', u'層', u'屆', u'屬', u'歲', u'豈', u'島', u'嶺', u'幣', u'師',
            u'帳', u'帶', u'幫', u'廣', u'莊', u'慶', u'應', u'廟', u'廢', u'開', u'異', u'張', u'彌', u'彎', u'強',
            u'歸', u'當', u'錄', u'徹', u'徑', u'態', u'總', u'戀', u'懇', u'惡', u'愛', u'憂', u'懷', u'戲', u'戰',
            u'戶', u'執', u'擴', u'掃', u'揚', u'擾', u'撫', u'護', u'報', u'擔', u'擬', u'擁', u'撥', u'擇', u'據',
            u'損', u'換', u'揮', u'擠', u'攝', u'攜', u'攤', u'敵', u'數', u'齊', u'斷', u'無', u'舊', u'時', u'曉',
            u'暫', u'術', u'機', u'殺', u'雜', u'權', u'條', u'來', u'楊', u'極', u'構', u'標', u'棟', u'樹', u'樣',
            u'橋', u'檢', u'樓', u'歐', u'歡', u'殘', u'殼', u'毀', u'畢', u'氣', u'漢', u'湯', u'溝', u'沒', u'淚',
            u'潔', u'測', u'濟', u'渾', u'濃', u'濤', u'潤', u'漲', u'漸', u'漁', u'滿', u'灘', u'滅', u'燈', u'靈',
            u'災', u'爐', u'點', u'煉', u'熱', u'煙', u'牽', u'犧', u'狀', u'獨', u'獻', u'環', u'現', u'電', u'畫',
            u'暢', u'療', u'監', u'蓋', u'盤', u'眾', u'確', u'碼', u'礦', u'禮', u'種', u'稅', u'穩', u'窮', u'競',
            u'筆', u'築', u'簡', u'簽', u'類', u'糧', u'糾', u'紀', u'約', u'級', u'紅', u'純', u'納', u'紙', u'組',
            u'細', u'織', u'終', u'經', u'結', u'給', u'統', u'絕', u'維', u'綜', u'網', u'緊', u'線', u'編', u'緩',
            u'總', u'績', u'繁', u'縮', u'續', u'羅', u'罰', u'聯', u'職', u'聰', u'膽', u'腦', u'臺', u'艙', u'藝',
            u'節', u'範', u'藥', u'蘇', u'虛', u'補', u'製', u'複', u'見', u'規', u'視', u'覺', u'覽', u'觀', u'計',
            u'訂', u'訊', u'討', u'訓', u'記', u'講', u'許', u'設', u'訪', u'證', u'評', u'識', u'訴', u'詞', u'試',
            u'詢', u'該', u'詳', u'語', u'誤', u'說', u'請', u'諸', u'論', u'調', u'談', u'講', u'謝', u'議', u'護',
            u'讀', u'讓', u'貝', u'負', u'財', u'責', u'貨', u'質', u'購', u'貫', u'費', u'資', u'賦', u'賬', u'賽',
            u'趙', u'趕', u'躍', u'踐', u'車', u'軌', u'軟', u'載', u'較', u'輔', u'輕', u'輸', u'轉', u'轄', u'辭',
            u'邊', u'達', u'過', u'運', u'進', u'遠', u'連', u'遲', u'選', u'遞', u'遺', u'鄭', u'鄧', u'醜', u'釋',
            u'裡', u'針', u'鐵', u'銀', u'銷', u'錢', u'錯', u'鍵', u'鎮', u'長', u'門', u'閉', u'間', u'閱', u'闊',
            u'隊', u'階', u'際', u'陸', u'陳', u'險', u'隨', u'隱', u'難', u'離', u'雖', u'靜', u'響', u'頁', u'項',
            u'順', u'須', u'預', u'領', u'頻', u'題', u'額', u'顧', u'顯', u'風', u'飛', u'飯', u'館', u'馬', u'駐',
            u'驗', u'魚', u'鳥', u'麥', u'黃', u'龍'});
        std::ranges::sort(list);
        return list;
    }();
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(mixed_script, gouji::typography::MixedScript);
