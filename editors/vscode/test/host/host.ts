import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import type { Services } from '../../src/editor/services';

/** Access to the running extension and what all tests need. */

/** The services of the extension, which activation returns in tests. */
export async function extension(): Promise<Services> {
    const found = vscode.extensions.getExtension<Services>('gouji.gouji');
    assert.ok(found !== undefined, 'the extension is not installed');
    return await found.activate();
}

export function workspaceFile(name: string): vscode.Uri {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder !== undefined);
    return vscode.Uri.joinPath(folder.uri, name);
}

/** Creates a file in the workspace, opens it in an editor and waits for its check. */
export async function draft(name: string, text: string | Uint8Array): Promise<vscode.TextEditor> {
    const uri = workspaceFile(name);
    await vscode.workspace.fs.writeFile(uri, typeof text === 'string' ? new TextEncoder().encode(text) : text);
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    await settled(editor.document);
    return editor;
}

export async function settled(document: vscode.TextDocument): Promise<void> {
    const { linter, store } = await extension();
    await until(() => store.get(document.uri) !== undefined, 'the document was never checked');
    await linter.settled(document);
}

export function findings(document: vscode.TextDocument, rule?: string): vscode.Diagnostic[] {
    return vscode.languages.getDiagnostics(document.uri).filter((one) => one.source === 'gouji' && (rule === undefined || ruleOf(one) === rule));
}

export function ruleOf(diagnostic: vscode.Diagnostic): string {
    const { code } = diagnostic;
    return typeof code === 'object' ? String(code.value) : String(code);
}

export async function until(holds: () => boolean, problem: string | (() => string), ms = 15_000): Promise<void> {
    for (const end = Date.now() + ms; !holds(); ) {
        if (Date.now() > end) assert.fail(typeof problem === 'string' ? problem : problem());
        await new Promise((resolve) => setTimeout(resolve, 10));
    }
}

export async function actions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
    return await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
}

export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
    const at = editor.document.getText().indexOf(from);
    assert.ok(at >= 0, `“${from}” is not in the text`);
    const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + from.length));
    assert.ok(await editor.edit((edit) => {
        edit.replace(range, to);
    }));
}

export async function set(name: string, value: unknown): Promise<void> {
    await vscode.workspace.getConfiguration('gouji').update(name, value, vscode.ConfigurationTarget.Global);
}

export async function closeAll(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

type Test = () => Promise<void>;
const tests: (readonly [string, Test])[] = [];

export function test(name: string, body: Test): void {
    tests.push([name, body]);
}

/** Runs the declared tests; GOUJI_TEST_ONLY selects by a regular expression. */
export async function runTests(): Promise<void> {
    const failed: string[] = [];
    const only = process.env.GOUJI_TEST_ONLY;
    for (const [name, body] of tests.splice(0)) {
        if (only !== undefined && !new RegExp(only).test(name)) continue;
        const began = Date.now();
        try {
            await body();
            console.log(`[gouji] ok      ${name} (${Date.now() - began} ms)`);
        } catch (error) {
            failed.push(name);
            console.log(`[gouji] not ok  ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        }
        await closeAll();
    }
    if (failed.length > 0) throw new Error(`${failed.length} failed: ${failed.join('; ')}`);
}
