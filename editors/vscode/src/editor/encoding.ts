import * as path from 'node:path';
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
    if (!(await reopenLikely(document))) await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
}

/** Reopens a draft as GB18030 if its bytes are valid in it; a saved file then keeps that encoding. */
export async function reopenLikely(document: vscode.TextDocument): Promise<boolean> {
    if (document.uri.scheme !== 'file' || document.isDirty || !isLikely(await vscode.workspace.fs.readFile(document.uri))) return false;
    const opened = await (vscode.workspace.openTextDocument as Open)(document.uri, { encoding: LIKELY });
    return opened.encoding === LIKELY;
}

/** Reopens garbled drafts without being asked, each once: the user may have chosen the encoding since. */
export class EncodingRepair {
    private readonly tried = new Set<string>();

    constructor(private readonly notify: (name: string) => void) {}

    async repair(uri: vscode.Uri): Promise<void> {
        const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
        if (document === undefined || this.tried.has(uri.toString())) return;
        this.tried.add(uri.toString());
        if (await reopenLikely(document)) this.notify(path.basename(uri.path));
    }
}

function isLikely(bytes: Uint8Array): boolean {
    try {
        new TextDecoder(LIKELY, { fatal: true }).decode(bytes);
        return true;
    } catch {
        return false;
    }
}
