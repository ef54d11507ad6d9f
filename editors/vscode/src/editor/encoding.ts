import * as vscode from 'vscode';

/** Since VS Code 1.100; an older one takes no notice of it. */
interface Encoded {
    readonly encoding?: string;
}
type Open = (uri: vscode.Uri, options: Required<Encoded>) => Thenable<vscode.TextDocument & Encoded>;

const LIKELY = 'gb18030';

/**
 * Reads a garbled draft anew. Chinese offices write GB18030, which the editor takes for UTF-8 unless
 * told otherwise; anything else, and an editor that cannot be told, is left to the user's choice.
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
