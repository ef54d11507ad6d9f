import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { shown } from '../../src/editor/store';
import { actions, draft, extension, findings, replace, ruleOf, set, settled, test, until, workspaceFile } from './host';
import { cleanReport, NEW_REQUESTS, RARE, withParagraph, withWrongTotal, WRONG_TOTAL } from './sample';

/** What a clerk does in a trusted workspace. */
export function declareTrusted(): void {
    test('a clean report has no findings, and the status says so', async () => {
        const { document } = await draft('云岭县水务局2023年报.txt', cleanReport());
        assert.deepEqual(findings(document).map((one) => one.message), []);
        assert.match((await extension()).status.text, /未发现问题/);
    });

    test('a finding after 𠮷 and 😀 has the right range', async () => {
        const { document } = await draft('稀字😀.txt', withParagraph(RARE));
        const [found] = findings(document, 'wording/law-name');
        assert.ok(found !== undefined, JSON.stringify(findings(document)));
        const line = document.lineAt(found.range.start.line).text;
        assert.equal(line, RARE);
        assert.match(document.getText(found.range), /条列/);
        // 𠮷 and 😀 take two columns each: the editor and SARIF count UTF-16 units.
        assert.equal(found.range.start.character, line.indexOf(document.getText(found.range)));
        assert.ok(found.range.start.character >= '𠮷祥社区😀按照'.length);
        const code = found.code as { value: string; target: vscode.Uri };
        assert.equal(code.value, 'wording/law-name');
        assert.equal(code.target.scheme, 'command');
        assert.equal(code.target.path, 'gouji.explain');
        assert.deepEqual(JSON.parse(code.target.query), ['wording/law-name']);
    });

    test('files with Windows line ends have the same places', async () => {
        const { document } = await draft('换行.txt', withParagraph(RARE).replace(/\n/g, '\r\n'));
        assert.match(document.getText(findings(document, 'wording/law-name')[0]!.range), /条列/);
    });

    test('a wrong sum is one finding at its cell, with the others beside it', async () => {
        const { document } = await draft('合计.txt', withWrongTotal());
        const errors = findings(document).filter((one) => one.severity === vscode.DiagnosticSeverity.Error);
        assert.equal(errors.length, 1, errors.map((one) => `${ruleOf(one)} ${one.message}`).join('\n'));
        assert.equal(document.getText(errors[0]!.range), '8');
        const related = errors[0]!.relatedInformation ?? [];
        assert.ok(related.length >= 2);
        for (const one of related) assert.equal(one.location.uri.toString(), document.uri.toString());
    });

    test('the hover has the rule and its figures', async () => {
        const { document } = await draft('悬停.txt', withWrongTotal());
        const [found] = findings(document);
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, found!.range.start);
        const words = hovers.flatMap((one) => one.contents).map((one) => (one instanceof vscode.MarkdownString ? one.value : '')).join('\n');
        assert.ok(words.includes(ruleOf(found!)), words);
        assert.match(words, /\| 有关数字 \|/);
        assert.match(words, /查看完整说明/);
    });

    test('a quick fix changes the text and removes the finding', async () => {
        const { document } = await draft('改正.txt', withParagraph(RARE));
        const [found] = findings(document, 'wording/law-name');
        const offered = await actions(document, found!.range);
        const fix = offered.find((one) => one.isPreferred === true && one.edit !== undefined);
        assert.ok(fix?.edit !== undefined, offered.map((one) => one.title).join(' | '));
        assert.ok(await vscode.workspace.applyEdit(fix.edit));
        await settled(document);
        assert.match(document.getText(), /按照《中华人民共和国政府信息公开条例》要求/);
        assert.deepEqual(findings(document, 'wording/law-name'), []);
    });

    test('all actions for a finding are offered', async () => {
        const { document } = await draft('菜单.txt', withParagraph(`${RARE}再按照《政府信息公开条列》办理。`));
        const [found] = findings(document, 'wording/law-name');
        const titles = (await actions(document, found!.range)).map((one) => one.title).join('\n');
        for (const expected of [/全部 2 处/, /可放心改的 \d+ 处/, /不再提示/, /说明/]) assert.match(titles, expected);
    });

    test('fix all applies every safe fix', async () => {
        const { document } = await draft('全改.txt', withParagraph(`${RARE}再按照《政府信息公开条列》办理。`));
        assert.equal(findings(document, 'wording/law-name').length, 2);
        const fixed = await vscode.commands.executeCommand<number>('gouji.fixAll', document.uri);
        assert.ok(fixed >= 2, String(fixed));
        assert.doesNotMatch(document.getText(), /条列/);
        assert.deepEqual(findings(document, 'wording/law-name'), []);
    });

    test('each table has a code lens with its identities', async () => {
        const lensesOf = async (document: vscode.TextDocument) => {
            const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
            return lenses.map((one) => [one.range.start.line, one.command?.title ?? ''] as const).filter(([, title]) => title.startsWith('勾稽'));
        };
        const clean = await draft('表上.txt', cleanReport());
        const holding = await lensesOf(clean.document);
        assert.ok(holding.some(([, title]) => /^勾稽 39 条：全部成立$/.test(title)), JSON.stringify(holding));
        assert.ok(holding.some(([, title]) => /^勾稽 3 条：全部成立$/.test(title)), JSON.stringify(holding));
        await replace(clean, NEW_REQUESTS, WRONG_TOTAL);
        await settled(clean.document);
        const failing = await lensesOf(clean.document);
        assert.ok(failing.some(([, title]) => /2 条不成立：一、本年新收.* 8 ≠ 9；总计 9 ≠ 10$/.test(title)), JSON.stringify(failing));
    });

    test('a text that is not a report is not checked, as the status shows', async () => {
        const { document } = await draft('会议通知.txt', '关于召开例会的通知\n请各股室于周三下午到会，，不得缺席。\n');
        assert.deepEqual(findings(document), []);
        assert.match((await extension()).status.text, /不是年度报告/);
    });

    test('an empty new file is not an error', async () => {
        const { notifier, status } = await extension();
        const said = notifier.shown.length;
        const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: ' \n' });
        await vscode.window.showTextDocument(document);
        await settled(document);
        assert.deepEqual(notifier.shown.slice(said), []);
        assert.match(status.text, /不是年度报告/);
    });

    test('plain text that was never saved is checked', async () => {
        const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: withParagraph(RARE) });
        await vscode.window.showTextDocument(document);
        await settled(document);
        assert.equal(findings(document, 'wording/law-name').length, 1);
    });

    test('the results of a SARIF log are placed in the current text', async () => {
        const { store } = await extension();
        const editor = await draft('日志 稿.txt', withParagraph(`${RARE}\n信息由办公室统一审核审核后发布。`));
        const log = workspaceFile('结果/ci.sarif');
        assert.equal(await vscode.commands.executeCommand('gouji.exportSarif', log), true);
        const before = findings(editor.document).length;
        assert.ok(before >= 2);
        // Lines move and one finding is fixed, while no gouji is available.
        await editor.document.save();
        const moved = `（征求意见稿）\n\n${editor.document.getText().replace('条列', '条例')}`;
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        const real = vscode.workspace.getConfiguration('gouji').inspect<string>('path')?.globalValue;
        await set('path', '/nowhere/gouji');
        try {
            await vscode.workspace.fs.writeFile(workspaceFile('日志 稿.txt'), new TextEncoder().encode(moved));
            const opened = await vscode.commands.executeCommand<{ findings: number; stale: number; unresolved: number }>('gouji.openLog', log);
            assert.deepEqual(opened, { findings: before, stale: 1, unresolved: 0 });
            const later = await vscode.window.showTextDocument(workspaceFile('日志 稿.txt'));
            await until(() => later.document.getText() === moved, 'the editor did not reload the file');
            const { document } = later;
            await until(() => findings(document).length === before, `${findings(document).length} of ${before} findings`);
            const stale = (): vscode.Diagnostic[] => findings(document).filter((one) => one.message.startsWith('（可能已过时）'));
            await until(() => stale().length === 1, 'not outdated');
            assert.deepEqual(stale().map(ruleOf), ['wording/law-name']);
            assert.deepEqual(stale()[0]!.tags, [vscode.DiagnosticTag.Unnecessary]);
            const doubled = findings(document).find((one) => ruleOf(one) === 'wording/doubled');
            assert.match(document.lineAt(doubled!.range.start.line).text, /统一审核审核后/);
            assert.match(document.getText(doubled!.range), /审核/);
            // The text comes back, and with it the finding.
            await replace(later, '政府信息公开条例》要求公开信息', '政府信息公开条列》要求公开信息');
            await until(() => stale().length === 0 && findings(document).length === before, 'still outdated');
            // When gouji is available again, each finding is shown once, not also from the log.
            await set('path', real);
            await until(() => store.get(document.uri)?.state === 'checked', 'not checked');
            await settled(document);
            const all = store.get(document.uri)!;
            assert.equal(all.live.length, before);
            assert.equal(findings(document).length, before, findings(document).map((one) => one.message).join('\n'));
            assert.equal(shown(all).length, before);
            await set('path', '/nowhere/gouji');
            await until(() => store.get(document.uri)?.state === 'unusable', 'still checked');
            await vscode.commands.executeCommand('gouji.closeLogs');
            assert.deepEqual(findings(document), []);
            assert.ok(store.all().every((entry) => entry.logged.length === 0));
        } finally {
            await set('path', real);
        }
    });

    test('edition and year can be set for one draft', async () => {
        const { document } = await draft('指定.txt', cleanReport());
        const { settings } = await extension();
        await vscode.commands.executeCommand('gouji.selectEdition', '2019');
        await settled(document);
        assert.equal(settings.checkOptions(document.uri).edition, '2019');
        assert.match((await extension()).status.tooltip, /2019/);
        await vscode.commands.executeCommand('gouji.selectEdition', '');
        await vscode.commands.executeCommand('gouji.selectYear', '2019');
        await settled(document);
        assert.ok(findings(document).length > 0, 'a report of another year is not clean');
        await vscode.commands.executeCommand('gouji.selectYear', '');
        await settled(document);
        assert.deepEqual(findings(document), []);
    });

    test('a rule is explained by its own page', async () => {
        await draft('说明.txt', withParagraph(RARE));
        await vscode.commands.executeCommand('gouji.explain', 'wording/law-name');
        const page = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'gouji-rule', path: '/wording/law-name.md' }));
        assert.match(page.getText(), /^# /);
        assert.ok(page.getText().length > 100);
    });

    test('the findings view groups by chapter and rule', async () => {
        await draft('清单.txt', withParagraph(RARE).replace(NEW_REQUESTS, WRONG_TOTAL));
        const { tree } = await extension();
        // Files that were open before may still be listed; then the file level is shown.
        const top = tree.getChildren();
        const file = top.find((node) => node.kind === 'file' && decodeURIComponent(node.group.file).endsWith('清单.txt'));
        const chapters = file === undefined ? top : tree.getChildren(file);
        const titles = chapters.map((node) => JSON.stringify(tree.getTreeItem(node).label));
        assert.ok(titles.some((title) => title.includes('总体情况')) && titles.some((title) => title.includes('收到和处理')), titles.join());
        const [rule] = tree.getChildren(chapters[0]);
        assert.equal(rule?.kind, 'rule');
        assert.equal(tree.getChildren(rule)[0]?.kind, 'finding');
    });

    test('levels can be mapped and hidden', async () => {
        const { document } = await draft('级别.txt', withParagraph(RARE));
        await set('levels', { error: 'hint' });
        await settled(document);
        await until(() => findings(document, 'wording/law-name')[0]?.severity === vscode.DiagnosticSeverity.Hint, 'not shown as a hint');
        await set('levels', { error: 'off' });
        await until(() => findings(document, 'wording/law-name').length === 0, 'still shown');
        await set('levels', undefined);
    });

}
