// UI tests: clicks through the workbench with the packaged extension installed.
// node workbench.mjs CODE_SERVER_FOLDER GOUJI VSIX [SCREENSHOTS]
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { openPage, sleep, startEditor } from './server.mjs';

const [root, gouji, vsix, shots] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));
const demo = path.resolve(here, '../../../../tests/reports/demo');
const clean = readFileSync(path.join(demo, 'clean-2023.txt'), 'utf8');
const heading = /^一、总体情况.*\n/m.exec(clean);
const at = heading.index + heading[0].length;
const faulty = `${clean.slice(0, at)}𠮷祥社区😀按照《中华人民共和国政府信息公开条列》要求公开信息，统一审核审核后发布。\n${clean.slice(at)}`
    .replace('一、本年新收政府信息公开申请数量\t\t\t6\t2\t0\t0\t1\t0\t9', '一、本年新收政府信息公开申请数量\t\t\t6\t2\t0\t0\t1\t0\t8');
if (shots !== undefined) mkdirSync(shots, { recursive: true });

// gouji is wrapped in a script, so that a test can make it crash and recover.
const outside = mkdtempSync(path.join(tmpdir(), 'gouji-program-'));
const program = path.join(outside, 'gouji');
const install = (first) => writeFileSync(program, `#!/bin/sh\n${first}\nexec '${path.resolve(gouji)}' "$@"\n`, { mode: 0o755 });
install('');

const editor = await startEditor({
    root,
    vsix: path.resolve(vsix),
    files: { '云岭县水务局2023年年报.txt': faulty, '会议通知.txt': '关于召开例会的通知\n请各股室周三到会。\n' },
    settings: { 'gouji.path': program, 'gouji.language': 'zh', 'editor.wordWrap': 'on', 'editor.fontFamily': 'Noto Sans Mono CJK SC', 'workbench.colorTheme': 'Default Light Modern', 'editor.minimap.enabled': false },
});
const { browser, page, go } = await openPage(editor, { size: { width: 1240, height: 720 } });

const began = Date.now();
const lap = (what) => console.log(`ok      ${what} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
const shot = async (name) => {
    if (shots !== undefined) await page.screenshot({ path: path.join(shots, `${name}.png`) });
};
const problems = page.locator('.markers-panel .monaco-list-row');
const lines = page.locator('.view-line');
/** The list closes when the focus moves while it opens, so this retries. */
const palette = async (command) => {
    const input = page.locator('.quick-input-widget input');
    for (let i = 0; ; i += 1) {
        await page.keyboard.press('F1');
        if (await input.fill(`>${command}`, { timeout: 5000 }).then(() => true, () => false)) break;
        assert.ok(i < 5, 'no command palette');
    }
    await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().waitFor();
    await page.keyboard.press('Enter');
};
const focusEditor = () => page.locator('.editor-instance .monaco-editor textarea, .editor-instance .native-edit-context').first().focus();
/** The menu closes when the focus moves while it opens, so this retries. */
const quickFixes = async (expected) => {
    const item = page.locator('.action-widget .monaco-list-row', { hasText: expected }).first();
    for (let i = 0; ; i += 1) {
        await focusEditor();
        await page.keyboard.press('Control+.');
        if (await item.waitFor({ timeout: 4000 }).then(() => true, () => false)) return item;
        assert.ok(i < 5, `no quick fix “${expected}”`);
        await page.keyboard.press('Escape');
    }
};

try {
    await go();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: '水务局' }).dblclick({ timeout: 90_000 });
    await lines.first().waitFor({ timeout: 30_000 });
    await page.keyboard.press('Control+Shift+M');
    const law = problems.filter({ hasText: 'wording/law-name' }).first();
    await law.waitFor({ timeout: 60_000 });
    const words = await law.innerText();
    const column = [...faulty.split('\n')].findIndex((line) => line.includes('条列'));
    assert.match(words, new RegExp(`行 ${column + 1}|Ln ${column + 1}`), words);
    lap(`a finding in the Problems panel: ${words.replace(/\s+/g, ' ').slice(0, 90)}`);
    await page.locator('.squiggly-error').first().waitFor({ timeout: 10_000 });
    await page.locator('.statusbar-item', { hasText: /勾稽：错误 \d/ }).waitFor();
    lap('squiggle and status bar');

    await law.getByText('条列').first().dblclick();
    const bad = page.locator('.view-line span', { hasText: '条列' }).last();
    await bad.hover();
    await page.locator('.monaco-hover', { hasText: 'wording/law-name' }).first().waitFor({ timeout: 10_000 });
    lap('hover');
    await shot('problems');
    await page.mouse.move(5, 5);

    await problems.getByText('wording/law-name').first().click();
    await page.locator('.tab', { hasText: 'law-name.md' }).waitFor({ timeout: 15_000 });
    lap('the rule id leads to its page');
    await page.locator('.tab', { hasText: 'law-name.md' }).locator('.tab-actions a').first().click();
    await law.getByText('条列').first().dblclick();

    const fix = await quickFixes('改为');
    await shot('quickfix');
    await page.keyboard.press('Enter');
    await fix.waitFor({ state: 'detached' });
    await lines.filter({ hasText: '政府信息公开条例》要求公开信息' }).first().waitFor({ timeout: 10_000 });
    await law.waitFor({ state: 'detached', timeout: 10_000 });
    lap('a quick fix applied, and the finding gone');

    // Typing removes the doubled word and brings it back.
    const doubled = problems.filter({ hasText: 'wording/doubled' }).first();
    await doubled.waitFor();
    await doubled.getByText('审核').first().dblclick();
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await page.keyboard.type('审核');
    await doubled.waitFor({ state: 'detached', timeout: 10_000 });
    await page.keyboard.type('审核');
    await doubled.waitFor({ timeout: 10_000 });
    lap('typing adds and removes a finding');

    await palette('gouji 勾稽: View the Forms');
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    const wrong = frame.locator('td.error', { hasText: '8' }).first();
    await wrong.waitFor({ timeout: 20_000 });
    await wrong.scrollIntoViewIfNeeded();
    lap('the form view marks the wrong cell');
    await wrong.click();
    await page.locator('.statusbar', { hasText: /已选择 1|1 selected/ }).waitFor({ timeout: 10_000 });
    await frame.locator('td.current', { hasText: '8' }).waitFor({ timeout: 10_000 });
    lap('a click on it selects the cell in the text, and the cell at the cursor is marked');
    await wrong.focus();
    for (const key of ['ArrowLeft', 'ArrowDown', 'Home']) await page.keyboard.press(key);
    assert.equal(await frame.locator('td:focus').getAttribute('aria-label'), '二、上年结转政府信息公开申请数量 · 自然人：1');
    lap('the arrow keys move between cells, which are named by row and column');
    await page.locator('.codelens-decoration', { hasText: '不成立' }).first().waitFor({ timeout: 10_000 });
    lap('the code lens says which identities fail');
    await palette('View: Toggle Panel Visibility');
    if (shots !== undefined) {
        await palette('View: Toggle Primary Side Bar Visibility');
        await sleep(500);
        await shot('form');
        await palette('View: Toggle Primary Side Bar Visibility');
    }
    await palette('View: Focus First Editor Group');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover', { hasText: '有关数字' }).first().waitFor({ timeout: 10_000 });
    lap('the figures in the hover');
    await shot('figures');
    await page.keyboard.press('Escape');
    await page.locator('.activitybar [aria-label*="gouji"]').first().click();
    await page.locator('.pane-body .monaco-list-row', { hasText: '总体情况' }).first().waitFor({ timeout: 10_000 });
    await page.locator('.pane-body .monaco-list-row', { hasText: '第三章表格横向合计不符' }).first().waitFor({ timeout: 10_000 });
    lap('the findings view');
    await shot('findings');
    await palette('View: Show Explorer');
    await page.keyboard.press('Control+Shift+M');
    await palette('View: Focus First Editor Group');

    await palette('gouji 勾稽: Apply All Safe Fixes');
    await doubled.waitFor({ state: 'detached', timeout: 15_000 });
    lap('fix all');

    install('case "$1 $2" in "check -" | "lsp --lang") kill -SEGV $$ ;; esac');
    await focusEditor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('稿');
    const toast = page.locator('.notifications-toasts .notification-list-item', { hasText: 'SIGSEGV' });
    await toast.waitFor({ timeout: 15_000 });
    await page.locator('.statusbar-item', { hasText: '检查没有完成' }).waitFor();
    await page.keyboard.type('本');
    await sleep(1500);
    assert.equal(await toast.count(), 1, 'the crash is reported again');
    await shot('crash');
    await toast.getByText('查看日志').click();
    await page.locator('.panel .output, .panel [aria-label*="gouji"]').first().waitFor({ timeout: 10_000 });
    install('');
    await focusEditor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Delete');
    await page.locator('.statusbar-item', { hasText: /勾稽：错误 \d/ }).waitFor({ timeout: 30_000 });
    lap('a crash is reported once, with the log; the next edit tries again');

    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: '会议通知' }).dblclick();
    await page.locator('.statusbar-item', { hasText: '不是年度报告' }).waitFor({ timeout: 15_000 });
    lap('not a report: not checked, and the status says so');

    await palette('gouji 勾稽: Check Folder');
    const summary = page.locator('.notifications-toasts .notification-list-item', { hasText: /检查了 1 份年报.*1 份未检查：会议通知\.txt/ });
    await summary.getByText('查看问题清单').click({ timeout: 30_000 });
    const view = page.locator('.pane-body .monaco-list-row');
    await view.filter({ hasText: '未检查' }).click({ timeout: 10_000 });
    await view.filter({ hasText: '会议通知' }).filter({ hasText: /年度报告/ }).waitFor({ timeout: 10_000 });
    await shot('folder');
    await palette('gouji 勾稽: Clear Folder Results');
    await view.filter({ hasText: '未检查' }).waitFor({ state: 'detached', timeout: 10_000 });
    lap('a folder: what was not checked is named with the reason');

    await palette('gouji 勾稽: Open Settings');
    await page.locator('.settings-tabs-widget .action-label.checked', { hasText: /Remote/ }).waitFor({ timeout: 15_000 });
    lap('the settings open on the tab of the remote machine');
    console.log('workbench suite: ok');
} catch (error) {
    await page.screenshot({ path: path.join(shots ?? editor.folder, 'failed.png') }).catch(() => undefined);
    console.log(`not ok  ${error.stack}`);
    console.log('workbench suite: FAILED');
    process.exitCode = 1;
} finally {
    await browser.close();
    await editor.stop();
    rmSync(outside, { recursive: true, force: true });
}
