#include "cli/check_options.hpp"
#include "cli/check_run.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/run_command.hpp"

namespace gouji {
namespace {

Result<int> check(const Arguments& arguments, Language language) {
    if (arguments.paths().empty()) {
        return fail("没有说要检查哪个文件，例如：gouji check 年报.txt",
                    "nothing to check; for example: gouji check report.txt");
    }
    auto inputs = collect_inputs(arguments.paths(), arguments.text("stdin-name"));
    GOUJI_TRY(const auto found, find_configurations(arguments, inputs));
    GOUJI_TRY(const auto installation,
              load_installation(arguments, found, isolate_external(arguments)));
    GOUJI_TRY(auto wanted, read_check_options(arguments, *installation.editions));
    wanted.language = language;
    // A run has one gate and one language: the command line's, else the first configuration's.
    for (auto head = found.heads.rbegin(); head != found.heads.rend(); ++head) {
        if (head->fail_on && !arguments.has("fail-on")) wanted.fail_on = head->fail_on->value;
        if (head->language && !arguments.has("lang"))
            wanted.language = head->language->value == "en" ? Language::en : Language::zh;
    }
    return check_run(wanted, installation, found, inputs);
}

int run_check(const std::vector<std::string>& words, Language language) {
    return open_command(check_command, check_options(), words, language,
                        [&](const Arguments& arguments) { return check(arguments, language); });
}

}  // namespace

const Command check_command{
    "check",
    {"检查年报，报告发现的问题", "check reports and say what was found"},
    {R"(用法：gouji check [选项] 文件、文件夹、"通配/**/*.txt"、@清单…      （- 为标准输入）

读 .docx、.docm、.html、.htm、.txt 和 .md；原文件从不改写。

例：  gouji check 年报.docx
      gouji check 年报.docx --format docx --output 年报.批注.docx
      gouji check --format sarif --output 结果.sarif --format html --output 结果.html 各单位年报/

输出  --format text|sarif|html|docx|github|gitlab|junit|checkstyle|ndjson
      可与 --output 成对写多次；docx 把问题写成批注，一次一个文件
      --output 文件（写完才替换旧文件）   --color auto|always|never   --quiet   --lang zh|en
规则  --select 规则,插件   --ignore 规则,插件   --pack 地区包或文件夹
      --plugin 文件   --plugin-path 文件夹   --isolate auto|on|off   --time-limit 毫秒
      --memory-limit 1G（隔离时每份报告的上限）
门槛  --fail-on error|warning|note|never   --baseline 旧结果.sarif（只看新问题）
      --diff-base 版本（只看改过的行）   --max-findings N
配置  --config 文件   --no-config   --trust（允许配置载入插件）      默认用最近的 gouji.toml
年报  --edition auto|2019|2021   --year 年份   --assume-report（看着不像年报也检查）
文件  --encoding 编码   --max-size 64M   --stdin-name 名称   --jobs N

返回  0 没有达到门槛的问题；1 有；2 有文件、插件、规则或配置出错（其余结果照常给出）
)",
     R"(Usage: gouji check [options] FILE|FOLDER|"GLOB/**/*.txt"|@LIST…      (- is standard input)

Reads .docx, .docm, .html, .htm, .txt and .md; originals are never overwritten.

For example: gouji check report.docx
             gouji check report.docx --format docx --output report.comments.docx
             gouji check --format sarif --output out.sarif --format html --output out.html reports/

Output   --format text|sarif|html|docx|github|gitlab|junit|checkstyle|ndjson
         in pairs with --output; docx: findings as comments, one file at a time
         --output FILE (replaced when complete)   --color auto|always|never   --quiet   --lang zh|en
Rules    --select RULE,PLUGIN   --ignore RULE,PLUGIN   --pack REGION|FOLDER
         --plugin FILE   --plugin-path DIR   --isolate auto|on|off   --time-limit MS
         --memory-limit 1G (for one report, when isolated)
Gate     --fail-on error|warning|note|never   --baseline OLD.sarif (new findings alone)
         --diff-base REV (changed lines alone)   --max-findings N
Config   --config FILE   --no-config   --trust (let it load plugins)     default: nearest gouji.toml
Report   --edition auto|2019|2021   --year N   --assume-report
Files    --encoding NAME   --max-size 64M   --stdin-name NAME   --jobs N

Returns 0: nothing at the gate's level; 1: something; 2: a file, plugin, rule or configuration
failed (everything else is still written)
)"},
    run_check};

}  // namespace gouji
