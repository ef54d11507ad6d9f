import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import type { FolderResult } from '../../src/editor/folder';
import { draft, extension, replace, ruleOf, test, until, workspaceFile } from './host';
import { cleanReport, RARE, withParagraph } from './sample';

const WRITE = new TextEncoder();

async function write(name: string, text: string): Promise<vscode.Uri> {
    const uri = workspaceFile(name);
    await vscode.workspace.fs.writeFile(uri, WRITE.encode(text));
    return uri;
}

async function check(folder: string, report: (message: string) => void = () => undefined, token = new vscode.CancellationTokenSource()): Promise<FolderResult> {
    const services = await extension();
    const progress = { report: (step: { message?: string }) => {
        report(step.message ?? '');
    } };
    return await services.folder.check(workspaceFile(folder), progress, token.token);
}

/** Names of the files with a finding of the rule wording/law-name. */
function faulty(folder: string): readonly string[] {
    return vscode.languages
        .getDiagnostics()
        .filter(([uri, all]) => uri.path.includes(`/${folder}/`) && all.some((one) => ruleOf(one) === 'wording/law-name'))
        .map(([uri]) => uri.path.slice(uri.path.lastIndexOf('/') + 1))
        .sort();
}

/** The entries of a section of the findings view as “name: description”. */
async function section(name: string): Promise<readonly string[]> {
    const { tree } = await extension();
    const found = tree.getChildren().find((node) => node.kind === 'section' && node.name === name);
    return tree.getChildren(found).map((node) => {
        const item = tree.getTreeItem(node);
        const path = item.resourceUri?.path ?? '';
        return `${path === '' ? JSON.stringify(item.label) : path.slice(path.lastIndexOf('/') + 1)}: ${String(item.description)}`;
    });
}

/** Checking the drafts of a folder. */
export function declareFolders(): void {
    test('a folder is checked with progress and can be cancelled', async () => {
        const { folder } = await extension();
        for (let i = 0; i < 90; i += 1) await write(`各单位/第${i}所.txt`, i % 2 === 0 ? withParagraph(RARE) : cleanReport());
        await write('各单位/通知.txt', '关于召开例会的通知\n');
        const reports: string[] = [];
        const result = await check('各单位', (message) => reports.push(message));
        assert.deepEqual([result.files, result.checked, result.cancelled], [91, 91, false]);
        assert.match(folder.summary(result), /检查了 90 份年报：.*；1 份未检查：通知\.txt$/);
        assert.ok(reports.length >= 6, reports.join());
        assert.equal(faulty('各单位').length, 45);
        const found = vscode.languages.getDiagnostics(workspaceFile('各单位/第0所.txt'));
        const range = found.find((one) => ruleOf(one) === 'wording/law-name')!.range;
        assert.ok(range.start.character >= '𠮷祥社区😀按照'.length && range.start.line > 3);
        assert.equal((await section('cleanSection')).length, 45);
        assert.match((await section('skippedSection')).join(), /^通知\.txt: .*年度报告/);

        const soon = new vscode.CancellationTokenSource();
        const stopped = await check('各单位', () => {
            soon.cancel();
        }, soon);
        assert.ok(stopped.cancelled && stopped.checked < 91, JSON.stringify(stopped));
        await vscode.commands.executeCommand('gouji.clearFolder');
        assert.deepEqual(faulty('各单位'), []);
        await vscode.workspace.fs.delete(workspaceFile('各单位'), { recursive: true });
    });

    test('the results of a folder follow its files', async () => {
        const { store } = await extension();
        await write('镇街/甲镇.txt', withParagraph(RARE));
        const second = await write('镇街/乙镇.txt', withParagraph(RARE));
        const third = await write('镇街/丙镇.txt', withParagraph(RARE));
        await check('镇街');
        assert.deepEqual(faulty('镇街'), ['丙镇.txt', '乙镇.txt', '甲镇.txt']);
        // Fixed on the disk by another program, deleted, renamed, and new.
        await write('镇街/甲镇.txt', cleanReport());
        await vscode.workspace.fs.delete(second);
        await vscode.workspace.fs.rename(third, workspaceFile('镇街/丁镇.txt'));
        await write('镇街/戊镇.txt', withParagraph(RARE));
        await until(() => faulty('镇街').join() === '丁镇.txt,戊镇.txt', () => `the list does not follow the files: ${faulty('镇街').join()}`, 20_000);
        assert.deepEqual(await section('cleanSection'), ['甲镇.txt: ']);
        // Edited in an editor that is closed without saving: the file on the disk counts again.
        const editor = await draft('镇街/戊镇.txt', withParagraph(RARE));
        await replace(editor, '条列', '条例');
        await until(() => faulty('镇街').join() === '丁镇.txt', 'the open draft is not checked');
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        await until(() => faulty('镇街').join() === '丁镇.txt,戊镇.txt', 'the closed draft has left the list', 20_000);
        // Fixed in the editor and saved: it leaves the list for good.
        const again = await vscode.window.showTextDocument(workspaceFile('镇街/戊镇.txt'));
        await replace(again, '条列', '条例');
        await again.document.save();
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        await until(() => faulty('镇街').join() === '丁镇.txt', 'the fixed draft is still listed', 20_000);
        await check('镇街');
        assert.deepEqual(faulty('镇街'), ['丁镇.txt']);
        await vscode.commands.executeCommand('gouji.clearFolder');
        assert.ok(store.all().every((entry) => !entry.inFolder), 'results are left');
        await vscode.workspace.fs.delete(workspaceFile('镇街'), { recursive: true });
    });

    test('the next draft with findings is opened at its first finding', async () => {
        await write('逐份/1.txt', withParagraph(RARE));
        await write('逐份/2.txt', cleanReport());
        await write('逐份/3.txt', withParagraph(RARE));
        const { store } = await extension();
        for (const entry of store.all()) store.remove(entry.uri);
        await check('逐份');
        const next = async (): Promise<string> => {
            await vscode.commands.executeCommand('gouji.nextDraft');
            const editor = vscode.window.activeTextEditor!;
            assert.match(editor.document.getText(editor.selection), /条列/);
            return editor.document.uri.path.slice(-5);
        };
        assert.deepEqual([await next(), await next(), await next()], ['1.txt', '3.txt', '1.txt']);
        await vscode.commands.executeCommand('gouji.clearFolder');
        await vscode.workspace.fs.delete(workspaceFile('逐份'), { recursive: true });
    });

    test('the results of a folder are exported', async () => {
        await write('汇总/1.txt', withParagraph(RARE));
        await write('汇总/2.txt', withParagraph(RARE));
        const folder = workspaceFile('汇总');
        assert.equal(await vscode.commands.executeCommand('gouji.exportFolderHtml', folder, workspaceFile('导出/汇总.html')), true);
        assert.equal(await vscode.commands.executeCommand('gouji.exportFolderSarif', folder, workspaceFile('导出/汇总.sarif')), true);
        const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile('导出/汇总.html')));
        assert.match(page, /^\s*<!doctype html>/i);
        assert.ok(page.includes('1.txt') && page.includes('2.txt'));
        const log = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile('导出/汇总.sarif')))) as { runs: { results: unknown[] }[] };
        assert.ok(log.runs[0]!.results.length >= 2);
        for (const name of ['汇总', '导出']) await vscode.workspace.fs.delete(workspaceFile(name), { recursive: true });
    });
}
