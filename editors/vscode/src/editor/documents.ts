import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';

import { seat, type Seat } from '../run/command_line';
import type { Artifact } from '../sarif/finding';
import { decode } from '../sarif/uri';

export const DRAFT = /\.(txt|md)$/i;

/** A text that may be a draft: .txt, .md, or plain text that was never saved. */
export function isDraft(document: vscode.TextDocument): boolean {
    if (document.uri.scheme === 'untitled') return document.languageId === 'plaintext' || document.languageId === 'markdown';
    return document.uri.scheme === 'file' && DRAFT.test(document.uri.path);
}

/** Where gouji is to run for a document. A folder that does not exist yet cannot be run in. */
export function seatOf(document: vscode.TextDocument): Seat {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? tmpdir();
    const file = document.uri.scheme === 'file' ? document.uri.fsPath : undefined;
    const chosen = seat(file, path.basename(document.uri.path), document.languageId === 'markdown', folder);
    return existsSync(chosen.cwd) ? chosen : { cwd: tmpdir(), name: chosen.name };
}

/** Whether an artifact of a run over standard input is the text that was given. */
export function isSeatOf(chosen: Seat): (artifact: Artifact) => boolean {
    return (artifact) => path.basename(decode(artifact.uri)) === chosen.name;
}

export function toRange(spot: { startLine: number; startCharacter: number; endLine: number; endCharacter: number }): vscode.Range {
    return new vscode.Range(spot.startLine, spot.startCharacter, spot.endLine, spot.endCharacter);
}

/** The open draft that a command without arguments means. */
export function activeDraft(): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document;
    if (active !== undefined && isDraft(active)) return active;
    const visible = vscode.window.visibleTextEditors.map((editor) => editor.document).filter(isDraft);
    return visible.length === 1 ? visible[0] : undefined;
}
