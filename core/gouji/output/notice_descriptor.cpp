#include "gouji/output/notice_descriptor.hpp"

#include <iterator>

namespace gouji {
namespace {

/// In the order of Notice::Kind.
const NoticeDescriptor descriptors[] = {
    {"gouji/unreadable-file",
     "UnreadableFile",
     "error",
     {"文件读不了。", "A file cannot be read."},
     {"按说明检查路径、权限、编码或大小。",
      "Check its path, permissions, encoding or size as the message says."}},
    {"gouji/no-report",
     "NoReport",
     "note",
     {"看不出是年度报告，未作检查。", "A text that is plainly no annual report was not checked."},
     {"确是年报请加 --assume-report。", "Use --assume-report if it is one."}},
    {"gouji/rule-failed",
     "RuleFailed",
     "error",
     {"一条规则没能完成检查。", "A rule could not do its work."},
     {"其余规则不受影响；请把消息告诉规则的作者。",
      "No other rule is affected; tell the rule's author."}},
    {"gouji/too-many-findings",
     "TooManyFindings",
     "warning",
     {"一条规则报告过多，只保留一部分。", "A rule reported more than is kept."},
     {"先处理已报告的，或用 --ignore 关掉这条规则。",
      "Deal with those reported, or turn the rule off with --ignore."}},
    {"gouji/plugin-refused",
     "PluginRefused",
     "error",
     {"插件或规则包没有载入。", "A plugin or a pack was not loaded."},
     {"用 gouji plugins 查看原因。", "See gouji plugins for the reason."}},
    {"gouji/interrupted",
     "Interrupted",
     "error",
     {"检查被中断，结果不完整。", "The run was interrupted; the results are incomplete."},
     {"重新运行。", "Run it again."}},
    {"gouji/suppression",
     "Suppression",
     "note",
     {"一条登记已到期或没有用到。", "A suppression has expired or covered nothing."},
     {"在 gouji.toml 里删去或更新这条登记。", "Remove or renew it in gouji.toml."}},
    {"gouji/unconfined",
     "Unconfined",
     "note",
     {"系统没有提供全部隔离手段。", "The system lacks a means of isolation."},
     {"规则仍在单独的进程里运行；只用可信的插件。",
      "Rules still run in processes of their own; use plugins you trust."}},
    {"gouji/max-findings",
     "MaxFindings",
     "warning",
     {"达到了要求的结果上限，后面的文件没有检查。", "The run stopped at --max-findings."},
     {"先处理已报告的，或加大 --max-findings。", "Deal with those reported, or raise the limit."}},
    {"gouji/converted",
     "ConvertedFile",
     "note",
     {"检查的是转换后的文件。", "What was checked is a converted file."},
     {"位置以转换后的文件为准；要在原文上看批注，请另存为 .docx 再检查。",
      "Places are in the converted file; for comments in the document save it as .docx."}},
    {"gouji/not-read",
     "FileNotRead",
     "note",
     {"文件夹里有文件没有读，或被配置排除。",
      "A folder holds files that were not read, or that the configuration leaves out."},
     {"是年报的请另存为 .docx 再检查。", "Save what is a report as .docx and check that."}},
    {"gouji/nothing-checked",
     "NothingChecked",
     "error",
     {"没有检查任何年报，或没有启用任何规则。", "No report was checked, or no rule is on."},
     {"请核对路径和配置；本来就没有年报请加 --allow-non-reports。",
      "See the paths and the configuration; --allow-non-reports if there is no report."}},
    {"gouji/configuration-ignored",
     "ConfigurationIgnored",
     "note",
     {"年报旁边的配置没有采用。", "A configuration beside the documents was ignored."},
     {"这是 --locked 的作用。", "--locked asks for it."}},
    {"gouji/report-deleted",
     "ReportDeleted",
     "warning",
     {"与 --diff-base 相比少了年报。", "A report that --diff-base had is gone."},
     {"请确认是有意删去的。", "Make sure that this was meant."}},
    {"gouji/deprecated",
     "Deprecated",
     "note",
     {"用到的规则或规则包，作者已改用别的。", "A rule or pack in use is superseded."},
     {"按消息里作者所写的改用；不再需要的在 gouji.toml 里关掉。",
      "Use what its author names; turn it off in gouji.toml when it is not needed."}},
    {"gouji/unpaired",
     "Unpaired",
     "note",
     {"没有可以对照的上年年报，或上年的年报今年没有对应的。",
      "A report has no counterpart of the year before, or after."},
     {"请核对 --previous 的文件夹、标题里的单位名称和年度。",
      "See the folder of --previous, and agency and year in the titles."}},
};
static_assert(std::size(descriptors) == Notice::kinds);

}  // namespace

const NoticeDescriptor& descriptor_of(Notice::Kind kind) {
    return descriptors[static_cast<std::size_t>(kind)];
}

const char* level_of(const Notice& notice) {
    return notice.fatal() ? "error" : descriptor_of(notice.kind).level;
}

}  // namespace gouji
