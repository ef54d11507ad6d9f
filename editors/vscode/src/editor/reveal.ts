import * as vscode from 'vscode';

import type { Region } from '../sarif/finding';
import { Lines } from '../text/lines';
import { toRange } from './documents';
import type { Store } from './store';

/** Opens a file at a place. */
export async function revealRange(uri: vscode.Uri, range: vscode.Range, preserveFocus = false): Promise<void> {
    const open = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
    const editor = await vscode.window.showTextDocument(uri, {
        preserveFocus,
        ...(open?.viewColumn === undefined ? {} : { viewColumn: open.viewColumn }),
    });
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The same for a place that gouji gave, counted in the text that it read. */
export async function revealRegion(store: Store, uri: vscode.Uri, region: Region): Promise<void> {
    const entry = store.get(uri);
    if (entry?.lines !== undefined && entry.spots !== undefined) {
        await revealRange(uri, toRange(entry.spots.spot(entry.lines.stretch(region))));
        return;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    const stretch = new Lines(document.getText()).stretch(region);
    await revealRange(uri, new vscode.Range(document.positionAt(stretch.start), document.positionAt(stretch.end)));
}
