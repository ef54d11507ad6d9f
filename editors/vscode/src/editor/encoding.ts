import * as vscode from 'vscode';

/** Available since VS Code 1.100; older versions ignore it. */
interface Encoded {
    readonly encoding?: string;
}
type Open = (uri: vscode.Uri, options: Required<Encoded>) => Thenable<vscode.TextDocument & Encoded>;

const LIKELY = 'gb18030';

/**
 * Reopens a draft that was decoded with a wrong encoding: with GB18030 when its bytes are valid in it,
 * otherwise, and in older editors, with the encoding that the user chooses.
 */
export async function reopenEncoded(document: vscode.TextDocument): Promise<void> {
    if (document.uri.scheme === 'file' && !document.isDirty && isLikely(await vscode.workspace.fs.readFile(document.uri))) {
        const opened = await (vscode.workspace.openTextDocument as Open)(document.uri, { encoding: LIKELY });
        if (opened.encoding === LIKELY) return;
    }
    await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
}

function isLikely(bytes: Uint8Array): boolean {
    try {
        new TextDecoder(LIKELY, { fatal: true }).decode(bytes);
        return true;
    } catch {
        return false;
    }
}
