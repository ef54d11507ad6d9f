import * as vscode from 'vscode';

import type { Region } from '../sarif/finding';
import { Lines } from '../text/lines';
import { toRange } from './documents';
import type { Store } from './store';

/** Opens a file and selects a range. */
export async function revealRange(uri: vscode.Uri, range: vscode.Range, preserveFocus = false): Promise<void> {
    const open = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
    const editor = await vscode.window.showTextDocument(uri, {
        preserveFocus,
        ...(open?.viewColumn === undefined ? {} : { viewColumn: open.viewColumn }),
    });
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Opens a file at a region that gouji reported, which counts in the text that gouji read. */
export async function revealRegion(store: Store, uri: vscode.Uri, region: Region): Promise<void> {
    const entry = store.get(uri);
    if (entry?.lines !== undefined && entry.editorLines !== undefined) {
        await revealRange(uri, toRange(entry.editorLines.range(entry.lines.span(region))));
        return;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    const span = new Lines(document.getText()).span(region);
    await revealRange(uri, new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)));
}

/** Opens the settings that match a query. In a remote window on the tab of the remote machine, where gouji.path belongs. */
export async function openSettings(query: string): Promise<void> {
    const command = vscode.env.remoteName === undefined ? 'workbench.action.openSettings' : 'workbench.action.openRemoteSettings';
    await vscode.commands.executeCommand(command, vscode.env.remoteName === undefined ? query : { query });
}
