import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';

import { workingDirectory, type WorkingDirectory } from '../run/command_line';
import type { Artifact } from '../sarif/finding';
import { decode } from '../sarif/uri';

export const DRAFT = /\.(txt|md)$/i;

/** Whether a document may be a draft: .txt, .md, or unsaved plain text or Markdown. */
export function isDraft(document: vscode.TextDocument): boolean {
    if (document.uri.scheme === 'untitled') return document.languageId === 'plaintext' || document.languageId === 'markdown';
    return document.uri.scheme === 'file' && DRAFT.test(document.uri.path);
}

/** Whether a document is a rule page: Markdown that begins with +++. */
export function isRulePage(document: vscode.TextDocument): boolean {
    return document.uri.scheme === 'file' && /\.md$/i.test(document.uri.path) && document.lineAt(0).text.trim() === '+++';
}

/** Whether a document is part of a rule pack: pack.toml or a rule page. */
export function isRuleSource(document: vscode.TextDocument): boolean {
    return isRulePage(document) || (document.uri.scheme === 'file' && path.basename(document.uri.path) === 'pack.toml');
}

/** The working directory for a document, and its name. Falls back to the temporary folder when the document's does not exist. */
export function workingDirectoryOf(document: vscode.TextDocument): WorkingDirectory {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? tmpdir();
    const file = document.uri.scheme === 'file' ? document.uri.fsPath : undefined;
    const chosen = workingDirectory(file, path.basename(document.uri.path), document.languageId === 'markdown', folder);
    return existsSync(chosen.cwd) ? chosen : { cwd: tmpdir(), name: chosen.name };
}

/** Tells whether an artifact is the text that was given through standard input. */
export function isInputOf(chosen: WorkingDirectory): (artifact: Artifact) => boolean {
    return (artifact) => path.basename(decode(artifact.uri)) === chosen.name;
}

export function toRange(range: { startLine: number; startCharacter: number; endLine: number; endCharacter: number }): vscode.Range {
    return new vscode.Range(range.startLine, range.startCharacter, range.endLine, range.endCharacter);
}

/** The draft that a command without arguments applies to. */
export function activeDraft(): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document;
    if (active !== undefined && isDraft(active)) return active;
    const visible = vscode.window.visibleTextEditors.map((editor) => editor.document).filter(isDraft);
    return visible.length === 1 ? visible[0] : undefined;
}
