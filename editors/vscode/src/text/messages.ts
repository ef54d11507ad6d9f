/** The extension's own messages. Texts of findings come from gouji. */

const MESSAGES = {
    fixAllOfRule: { zh: '改正本文全部 {1} 处“{0}”', en: 'Fix all {1} of “{0}” in this file' },
    fixAllOfRuleUnsafe: { zh: '改正本文全部 {1} 处“{0}”（请逐处复核）', en: 'Fix all {1} of “{0}” in this file (review each)' },
    fixAllSafe: { zh: '改正全部可放心改的 {0} 处', en: 'Apply all {0} safe fixes' },
    ignoreHere: { zh: '此处不再提示“{0}”（写入 gouji.toml）', en: 'Ignore “{0}” here (writes gouji.toml)' },
    explain: { zh: '说明“{0}”', en: 'Explain “{0}”' },
    ignoreReason: { zh: '为什么此处可以不改？理由写入 gouji.toml，供复核。', en: 'Why may this stay? The reason goes into gouji.toml for review.' },
    ignoreReasonExample: { zh: '例如：已与信访办核实，数字无误', en: 'For example: checked with the office, the figure is right' },
    ignoreReasonMissing: { zh: '请写明理由。', en: 'A reason is needed.' },
    ignoreNoFile: { zh: '请先保存文稿：不再提示要写入文稿所在文件夹的 gouji.toml。', en: 'Save the draft first: a suppression goes into the gouji.toml of its folder.' },
    ignoreClosed: { zh: '{0} 里的 suppress 是内联写法，无法追加，请手工添加。', en: '{0} keeps suppress inline; please add to it by hand.' },
    ignored: { zh: '已写入 {0}。', en: 'Written to {0}.' },
    fixNone: { zh: '没有可放心自动改正的问题。', en: 'Nothing here has a safe fix.' },
    changed: { zh: '文稿刚刚改动，请稍候再试。', en: 'The draft has just changed; please try again.' },
    stale: { zh: '（可能已过时）{0}', en: '(possibly outdated) {0}' },
    figures: { zh: '有关数字', en: 'Figures' },
    where: { zh: '位置', en: 'Where' },
    printed: { zh: '文中写作', en: 'As printed' },
    line: { zh: '第 {0} 行', en: 'line {0}' },
    fullPage: { zh: '查看完整说明', en: 'Read the whole page' },
    helpPage: { zh: '在线文档', en: 'Online help' },
    noHelp: { zh: '这条规则没有说明页。', en: 'This rule has no page.' },
    clean: { zh: '勾稽：未发现问题', en: 'gouji: nothing found' },
    counts: { zh: '勾稽：错误 {0}，警告 {1}，提示 {2}', en: 'gouji: {0} errors, {1} warnings, {2} notes' },
    running: { zh: '勾稽：正在检查…', en: 'gouji: checking…' },
    notReport: { zh: '勾稽：不是年度报告，未检查', en: 'gouji: no annual report, left alone' },
    garbled: { zh: '勾稽：编码不对，文稿成了乱码', en: 'gouji: wrong encoding, the text is garbled' },
    garbledHint: { zh: '点击按 GB18030 重新打开', en: 'Click to reopen it as GB18030' },
    missingShort: { zh: '勾稽：没有可用的 gouji', en: 'gouji: no usable program' },
    failedShort: { zh: '勾稽：检查没有完成', en: 'gouji: the check did not finish' },
    off: { zh: '勾稽：自动检查已关闭', en: 'gouji: automatic checking is off' },
    statusHint: { zh: '点击查看可做的事', en: 'Click to see what can be done' },
    missing: {
        zh: '找不到 gouji 程序。请安装 gouji 并加入 PATH，或在设置 gouji.path 中填写它的完整路径。',
        en: 'The gouji program was not found. Install gouji and put it on PATH, or set its full path in gouji.path.',
    },
    wrongSetting: {
        zh: '设置 gouji.path 指向的“{0}”不能运行。请改正路径，或清空该设置以使用 PATH 中的 gouji。',
        en: 'The program “{0}” named by gouji.path cannot be run. Correct the path, or clear the setting to use the gouji on PATH.',
    },
    unusable: {
        zh: '“{0}”不是可用的 gouji（{1}）。请检查设置 gouji.path。',
        en: '“{0}” is no usable gouji ({1}). Please check the setting gouji.path.',
    },
    tooOld: {
        zh: 'gouji {0} 太旧，本扩展至少需要 {1}。请升级 gouji，或在设置 gouji.path 中改用新版。',
        en: 'gouji {0} is too old; this extension needs {1} or newer. Upgrade gouji, or point gouji.path at a newer one.',
    },
    crashed: { zh: 'gouji 异常退出（{0}）。下次编辑时会再试。', en: 'gouji ended abnormally ({0}). The next edit tries again.' },
    timedOut: {
        zh: 'gouji 在 {0} 毫秒内没有完成，已终止。下次编辑时会再试。',
        en: 'gouji did not finish within {0} ms and was ended. The next edit tries again.',
    },
    refused: { zh: 'gouji 没有完成检查：{0}', en: 'gouji could not do its work: {0}' },
    unreadable: { zh: 'gouji 的输出不是 SARIF。', en: 'What gouji wrote is no SARIF.' },
    showLog: { zh: '查看日志', en: 'Show log' },
    openSettings: { zh: '打开设置', en: 'Open settings' },
    choose: { zh: '选择程序…', en: 'Choose program…' },
    identitiesHold: { zh: '勾稽 {0} 条：全部成立', en: '{0} identities: all hold' },
    identitiesFail: { zh: '勾稽 {0} 条：{1} 条不成立', en: '{0} identities: {1} fail' },
    identitiesFailing: { zh: '勾稽 {0} 条：{1} 条不成立：{2}', en: '{0} identities: {1} fail: {2}' },
    identitiesNone: { zh: '这张表没有勾稽关系', en: 'No identities for this table' },
    more: { zh: ' 等', en: ' …' },
    openForm: { zh: '看表', en: 'View form' },
    formTitle: { zh: '三张表：{0}', en: 'The forms: {0}' },
    formYear: { zh: '{0} 年度', en: '{0}' },
    formEdition: { zh: '{0} 版格式', en: '{0} edition' },
    formMissing: { zh: '文中没有找到这张表。', en: 'The text has no such table.' },
    formNone: { zh: '这份文稿里没有可识别的表。', en: 'No table was recognised in this text.' },
    formCell: { zh: '第 {0} 行 · {1}', en: 'line {0} · {1}' },
    formChecked: { zh: '核对', en: 'Check' },
    blank: { zh: '空白', en: 'blank' },
    noChapter: { zh: '（章外）', en: '(outside chapters)' },
    findingsCount: { zh: '{0} 处', en: '{0}' },
    noFindings: { zh: '没有问题。', en: 'Nothing found.' },
    logOpened: { zh: '{0}：{1} 处问题，{2} 处可能已过时。', en: '{0}: {1} findings, {2} possibly outdated.' },
    logUnresolved: { zh: '另有 {0} 处的文件不在这里。', en: ' {0} more are in files that are not here.' },
    logUnreadable: { zh: '{0} 不是 SARIF 2.1.0 日志。', en: '{0} is no SARIF 2.1.0 log.' },
    logClose: { zh: '关闭日志', en: 'Close log' },
    folderProgress: { zh: '勾稽：检查文件夹', en: 'gouji: checking folder' },
    folderDone: { zh: '检查了 {0} 份年报：错误 {1}，警告 {2}，提示 {3}。', en: '{0} reports checked: {1} errors, {2} warnings, {3} notes.' },
    folderOthers: { zh: '另有 {0} 份不是年报，未检查。', en: ' {0} others are no reports and were left alone.' },
    folderCancelled: { zh: '已取消：查完 {0}/{1} 份。', en: 'Cancelled: {0} of {1} files checked.' },
    folderNone: { zh: '文件夹中没有 .txt 或 .md 文稿。', en: 'The folder has no .txt or .md files.' },
    noDraft: { zh: '请先打开一份文稿（.txt 或 .md）。', en: 'Open a draft first (.txt or .md).' },
    exported: { zh: '已导出到 {0}。', en: 'Exported to {0}.' },
    openIt: { zh: '打开', en: 'Open' },
    editionAuto: { zh: '自动判断', en: 'Decide automatically' },
    editionAsk: { zh: '按哪一版格式检查这份文稿？', en: 'Which edition of the form is this draft for?' },
    yearAsk: { zh: '报告年度（留空则自动判断）', en: 'Year of the report (empty: decide automatically)' },
    yearWrong: { zh: '请填四位年份，例如 2025。', en: 'A year of four digits, please, such as 2025.' },
    editionMenu: { zh: '选择格式版本…', en: 'Select edition…' },
    yearMenu: { zh: '选择报告年度…', en: 'Select year…' },
    htmlMenu: { zh: '导出 HTML 报告…', en: 'Export HTML report…' },
    lintMenu: { zh: '立即检查', en: 'Check now' },
    showFindings: { zh: '查看问题清单', en: 'Show findings' },
} as const;

export type MessageKey = keyof typeof MESSAGES;
export type Language = 'zh' | 'en';

/** Says things in one language: localize('line', 3). */
export type Localize = (word: MessageKey, ...values: readonly (string | number)[]) => string;

export function localizer(language: Language): Localize {
    return (word, ...values) => MESSAGES[word][language].replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}

/** The language for a setting of zh, en or auto, where auto follows the editor. */
export function chooseLanguage(setting: string, editor: string): Language {
    if (setting === 'en') return 'en';
    return setting === 'auto' && !editor.toLowerCase().startsWith('zh') ? 'en' : 'zh';
}
