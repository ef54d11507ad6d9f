import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';

import { draft, extension, findings, test, until, workspaceFile } from './host';
import { RARE, withParagraph } from './sample';

/** Files that the extension writes: suppressions, exports, pages. */
export function declareWriting(): void {
    test('ignore here writes a suppression with its reason', async () => {
        const { document } = await draft('乡镇/柳河.txt', withParagraph(RARE));
        const { store } = await extension();
        const place = () => {
            const entry = store.get(document.uri);
            return entry?.version === document.version ? entry.live.findIndex((one) => one.finding.rule.id === 'wording/law-name') : -1;
        };
        await until(() => place() >= 0, 'the slip is found in the document as it is');
        const index = place();
        assert.equal(await vscode.commands.executeCommand('gouji.ignore', document.uri, index, document.version, 'here', '原文引用，"照录"'), true);
        const toml = new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile('gouji.toml')));
        assert.match(toml, /\[\[suppress\]\]\nrule = "wording\/law-name"\nfile = "乡镇\/柳河\.txt"\nfingerprint = "[^"]+"\nreason = "原文引用，\\"照录\\""\n/);
        await until(() => findings(document, 'wording/law-name').length === 0, 'gouji ignores the suppression');
        // It applies to this place only: the same words in another file are still found.
        const other = await draft('乡镇/石桥.txt', withParagraph(RARE));
        assert.equal(findings(other.document, 'wording/law-name').length, 1);
        // A second one is appended.
        const again = store.get(other.document.uri)!.live.findIndex((one) => one.finding.rule.id === 'wording/law-name');
        assert.equal(await vscode.commands.executeCommand('gouji.ignore', other.document.uri, again, other.document.version, 'here', '同上'), true);
        await until(() => findings(other.document, 'wording/law-name').length === 0, 'the second suppression is ignored');
        await vscode.workspace.fs.delete(workspaceFile('gouji.toml'));
        await until(() => findings(other.document, 'wording/law-name').length === 1, 'a suppression that is gone still holds');
    });

    test('a new rule page is completed', async () => {
        const editor = await draft('新规则.md', '+++\nid = "a/b"\n\n+++\n');
        const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, new vscode.Position(2, 0));
        const labels = list.items.map((one) => (typeof one.label === 'string' ? one.label : one.label.label));
        assert.ok(labels.includes('level') && labels.includes('name'), labels.slice(0, 20).join());
    });

    test('a new rule page of the snippet passes its own examples', async () => {
        const { extensionUri } = vscode.extensions.getExtension('gouji.gouji')!;
        const snippets = JSON.parse(readFileSync(path.join(extensionUri.fsPath, 'snippets/rule-page.json'), 'utf8')) as Record<string, { prefix: string[]; body: string[] }>;
        const body = Object.values(snippets).find((one) => one.prefix.includes('gouji-rule'))?.body.join('\n') ?? '';
        await vscode.workspace.fs.writeFile(workspaceFile('pack/pack.toml'), new TextEncoder().encode('id = "pack"\nname = { zh = "试", en = "Try" }\nversion = "0.1.0"\n'));
        const editor = await draft('pack/rule.md', '');
        assert.ok(await editor.insertSnippet(new vscode.SnippetString(body)));
        await editor.document.save();
        const program = await (await extension()).programs.find();
        assert.equal(program.kind, 'ready');
        const { stdout } = await promisify(execFile)(program.file, ['test', workspaceFile('pack').fsPath]);
        assert.match(stdout, /1 个规则页，2 个例子：全部符合/);
        await vscode.workspace.fs.delete(workspaceFile('pack'), { recursive: true });
    });

    test('a new pack and a new rule are created, and their examples run as tests', async () => {
        const folder = workspaceFile('新包所在');
        await vscode.workspace.fs.createDirectory(folder);
        const pack = await vscode.commands.executeCommand<vscode.Uri | undefined>('gouji.newPack', folder, 'linze');
        assert.ok(pack !== undefined);
        assert.match(pack.path, /\/linze\/pack\.toml$/);
        const page = await vscode.commands.executeCommand<vscode.Uri | undefined>('gouji.newRule', vscode.Uri.joinPath(pack, '..'), 'slogans', 'term');
        assert.ok(page !== undefined);
        assert.match(page.path, /\/linze\/slogans\.md$/);
        const { pageTests } = await extension();
        const item = pageTests.controller.items.get(page.toString());
        assert.ok(item !== undefined && item.children.size >= 2, 'the examples are not listed');
        const never = new vscode.CancellationTokenSource().token;
        const first = await pageTests.run(new vscode.TestRunRequest([item]), never);
        assert.ok(first.length >= 2 && first.every((message) => message === ''), first.join('\n'));
        // An example that does not hold fails with the words of gouji.
        const { document } = vscode.window.activeTextEditor!;
        const valid = document.getText().split('\n').findIndex((line) => line.startsWith('```valid'));
        const edit = new vscode.WorkspaceEdit();
        edit.insert(page, new vscode.Position(valid + 1, 0), '力争再创辉煌。\n');
        assert.ok(await vscode.workspace.applyEdit(edit));
        const [invalid, wrong] = await pageTests.run(new vscode.TestRunRequest([item]), never);
        assert.equal(invalid, '');
        assert.match(wrong ?? '', /^这个 valid 例子不应有结果/);
        await vscode.workspace.fs.delete(folder, { recursive: true });
    });

    test('the HTML report of a draft is exported as it stands in the editor', async () => {
        const editor = await draft('导出 稿.txt', withParagraph(RARE));
        await editor.edit((edit) => {
            edit.insert(new vscode.Position(0, 0), '\n');
        });
        const to = workspaceFile('导出/报告.html');
        assert.equal(await vscode.commands.executeCommand('gouji.exportHtml', to), true);
        const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(to));
        assert.match(page, /^\s*<!doctype html>/i);
        assert.match(page, /导出 稿\.txt/);
        for (const found of findings(editor.document)) assert.ok(page.includes(found.message), found.message);
        await vscode.commands.executeCommand('workbench.action.files.revert');
    });
}
