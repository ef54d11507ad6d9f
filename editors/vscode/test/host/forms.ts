import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { draft, extension, test, until } from './host';
import { cleanReport, withWrongTotal } from './sample';

/** The form view and the lenses that open it. */
export function declareForms(): void {
    test('the form view shows the tables, and a click reveals the cell', async () => {
        const { document } = await draft('看表.txt', withWrongTotal());
        const { formView } = await extension();
        await vscode.commands.executeCommand('gouji.openForm', document.uri);
        for (const form of ['disclosure', 'requests', 'disputes']) assert.ok(formView.body.includes(`<section id="${form}">`), form);
        assert.match(formView.body, /<td class="number error"[^>]*>8<\/td>/);
        const place = /class="number error"[^>]*data-place="([\d,]+)"/.exec(formView.body)?.[1];
        assert.ok(place !== undefined);
        await formView.receive({ kind: 'reveal', place: place.split(',').map(Number) });
        const editor = vscode.window.activeTextEditor;
        assert.equal(editor?.document.uri.toString(), document.uri.toString());
        assert.equal(editor.document.getText(editor.selection), '8');
    });

    test('in a compilation each lens opens the form of its own report', async () => {
        const { document } = await draft('汇编.txt', `${cleanReport()}\n\n${withWrongTotal().replaceAll('云岭县水务局', '云岭县柳河镇人民政府')}`);
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
        const tables = lenses.map((one) => (one.command?.arguments as unknown[])[1]);
        for (const table of ['requests', 'requests-2']) assert.ok(tables.includes(table), tables.join());
        const failing = lenses.find((one) => one.command?.title.includes('不成立'));
        assert.equal((failing?.command?.arguments as unknown[])[1], 'requests-2');
        const { formView } = await extension();
        await vscode.commands.executeCommand('gouji.openForm', document.uri, 'requests-2');
        const [first, second] = formView.body.split('<header>').slice(1);
        assert.match(first ?? '', /^云岭县水务局 .*全部成立/);
        assert.match(second ?? '', /^云岭县柳河镇人民政府 .*不成立/);
        assert.match(second ?? '', /<section id="requests-2">/);
    });

    test('the form view follows the active draft and closes with it', async () => {
        const first = await draft('甲.txt', cleanReport());
        const { formView } = await extension();
        await vscode.commands.executeCommand('gouji.openForm', first.document.uri);
        const panel = (): string | undefined =>
            vscode.window.tabGroups.all.flatMap((group) => group.tabs).find((tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.includes('gouji.form'))?.label;
        await until(() => panel()?.includes('云岭县水务局') === true, `the title is ${String(panel())}`);
        const second = await draft('乙.txt', withWrongTotal().replaceAll('云岭县水务局', '云岭县柳河镇人民政府'));
        await until(() => formView.shown?.toString() === second.document.uri.toString(), 'the view stays with the other draft');
        await until(() => panel()?.includes('柳河镇') === true, `the title is ${String(panel())}`);
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        await until(() => formView.shown?.toString() !== second.document.uri.toString(), 'the view outlives its draft');
    });
}
