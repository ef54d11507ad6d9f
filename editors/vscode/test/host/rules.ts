import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';

import { actions, draft, extension, findings, set, settled, test, until, workspaceFile } from './host';
import { cleanReport, RARE, withParagraph } from './sample';

const PAGE = (id: string, banned: string): string => `+++
id = "pack/${id}"
name = { zh = "不用的说法", en = "Phrases" }
summary = { zh = "列出的说法不用。", en = "Not used." }
level = "warning"
kind = "term"

[term]
banned = ["${banned}"]

[messages.found]
zh = "“{wrong}”不用"
en = "“{wrong}” is not used"
+++

# 不用的说法

## 例

\`\`\`invalid overview
力争⟦${banned}⟧。
\`\`\`

\`\`\`valid overview
全年公开信息35条。
\`\`\`
`;

/** Rules: turning them off, writing them, and gouji as a whole. */
export function declareRules(): void {
    const configuration = workspaceFile('gouji.toml');
    const toml = async (): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(configuration));

    test('a rule is ignored in a file, and turned off', async () => {
        const { document } = await draft('登记/甲.txt', withParagraph(`${RARE}再按照《政府信息公开条列》办理。`));
        const other = await draft('登记/乙.txt', withParagraph(RARE));
        const [found] = findings(document, 'wording/law-name');
        const offered = await actions(document, found!.range);
        const inFile = offered.find((one) => one.title.startsWith('本文件不再提示'))!.command!;
        const off = offered.find((one) => one.title.startsWith('不用规则'))!.command!;
        assert.equal(await vscode.commands.executeCommand(inFile.command, ...(inFile.arguments as unknown[]), '照录原文'), true);
        assert.match(await toml(), /\[\[suppress\]\]\nrule = "wording\/law-name"\nfile = "登记\/甲\.txt"\nreason = "照录原文"\n/);
        await until(() => findings(document, 'wording/law-name').length === 0, 'the file is still checked for it');
        assert.equal(findings(other.document, 'wording/law-name').length, 1);
        const { store, tree, ignore } = await extension();
        assert.equal(store.get(document.uri)?.suppressed.length, 2);
        const suppressed = tree.getChildren().find((node) => node.kind === 'section' && node.name === 'suppressedSection');
        assert.match(String(tree.getTreeItem(tree.getChildren(suppressed)[0]!).description), /照录原文/);

        const before = await toml();
        assert.equal(await vscode.commands.executeCommand(off.command, ...(off.arguments as unknown[])), true);
        assert.match(await toml(), /\n\[rules\]\n"wording\/law-name" = "off"\n/);
        await until(() => findings(other.document, 'wording/law-name').length === 0, 'the rule is still on');
        // Undone: the rule is on again, and a file that was created is removed.
        await ignore.undo(configuration, await toml(), before);
        await until(() => findings(other.document, 'wording/law-name').length === 1, 'the rule is still off');
        await ignore.undo(configuration, await toml(), undefined);
        assert.ok(!existsSync(configuration.fsPath));
        await until(() => findings(document, 'wording/law-name').length === 2, 'the suppression still holds');
    });

    test('a saved rule page is checked with at once, and a bad one leaves the status marked', async () => {
        const write = (name: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));
        await write('本地/pack.toml', 'id = "pack"\nname = { zh = "试", en = "Try" }\nversion = "0.1.0"\n');
        await write('本地/phrases.md', PAGE('phrases', '再创辉煌'));
        await write('gouji.toml', 'packs = ["./本地"]\n');
        const { document } = await draft('规则.txt', withParagraph('本局力争再创辉煌，扬帆起航。'));
        const { status } = await extension();
        await until(() => findings(document, 'pack/phrases').length === 1, 'the pack is not used');
        const page = await vscode.workspace.openTextDocument(workspaceFile('本地/phrases.md'));
        const replaceAll = async (text: string): Promise<void> => {
            const edit = new vscode.WorkspaceEdit();
            edit.replace(page.uri, new vscode.Range(0, 0, page.lineCount, 0), text);
            assert.ok(await vscode.workspace.applyEdit(edit));
            assert.ok(await page.save());
        };
        await replaceAll(PAGE('phrases', '扬帆起航'));
        const found = (): string => findings(document, 'pack/phrases').map((one) => document.getText(one.range)).join();
        await until(() => found() === '扬帆起航', `after saving the page: ${found()}`);
        await replaceAll(PAGE('phrases', '扬帆起航').replace('level =', 'levle ='));
        await until(() => status.text.includes('检查不完整'), `the status is ${status.text}`);
        assert.match(status.tooltip, /phrases\.md:5:1.*levle/);
        await replaceAll(PAGE('phrases', '扬帆起航'));
        await until(() => found() === '扬帆起航' && !status.text.includes('不完整'), `the status is ${status.text}`);
        await vscode.workspace.fs.delete(configuration);
        await vscode.workspace.fs.delete(workspaceFile('本地'), { recursive: true });
    });

    test('gouji can be disabled', async () => {
        const { document } = await draft('停用.txt', withParagraph(RARE));
        const { status } = await extension();
        await set('enable', false);
        await until(() => findings(document).length === 0 && status.text.includes('已停用'), `disabled: ${status.text}`);
        await set('enable', undefined);
        await until(() => findings(document, 'wording/law-name').length === 1, 'not enabled again');
    });

    test('a short check does not make the status flicker, a long one is shown', async () => {
        const { document } = await draft('闪烁.txt', withParagraph(RARE));
        const { status, store } = await extension();
        const before = status.text;
        store.update(document.uri, { checking: true });
        assert.equal(status.text, before);
        await until(() => status.text.includes('正在检查'), 'a long check is not shown');
        store.update(document.uri, { checking: false });
        assert.equal(status.text, before);
    });

    test('no findings are not claimed before a draft was checked', async () => {
        const { tree, store } = await extension();
        const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));
        // VS Code keeps drafts of earlier tests open for minutes after their tabs were closed; nothing is found in them then.
        await set('select', ['typography/mojibake']);
        await set('path', '/nowhere/gouji');
        try {
            await until(() => store.all().every((entry) => entry.state === 'unusable'), 'the program is still found');
            for (const entry of store.all()) store.remove(entry.uri);
            await pause();
            assert.equal(tree.message, '');
            const { document } = await draft('未查.txt', cleanReport());
            await until(() => store.get(document.uri)?.state === 'unusable', 'the program is missing');
            await pause();
            assert.equal(tree.message, '');
        } finally {
            await set('path', process.env.GOUJI_TEST_PROGRAM);
        }
        await until(() => /检查了 \d+ 份，未发现问题/.test(tree.message), () => `the message is “${tree.message}”`);
        await set('select', undefined);
    });

    test('results of other tools keep the name of their tool', async () => {
        const { document } = await draft('别家.txt', cleanReport());
        const log = workspaceFile('别家.sarif');
        const location = { physicalLocation: { artifactLocation: { uri: encodeURI('别家.txt') }, region: { startLine: 1, startColumn: 1, endColumn: 3 } } };
        const run = { tool: { driver: { name: 'othertool', rules: [] } }, results: [{ ruleId: 'X1', message: { text: 'from elsewhere' }, locations: [location] }] };
        await vscode.workspace.fs.writeFile(log, new TextEncoder().encode(JSON.stringify({ version: '2.1.0', runs: [run] })));
        await vscode.commands.executeCommand('gouji.openLog', log);
        await settled(document);
        const found = vscode.languages.getDiagnostics(document.uri).filter((one) => one.source === 'othertool');
        assert.deepEqual(found.map((one) => [one.code, one.message]), [['X1', 'from elsewhere']]);
        await vscode.commands.executeCommand('gouji.closeLogs');
        assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
        await vscode.workspace.fs.delete(log);
    });
}
