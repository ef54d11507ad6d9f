import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

import type { Finding } from '../sarif/finding';
import { folders, isClosed, relativeTo, withRuleOff, withSuppression } from '../suppress/configuration';
import type { Settings } from './settings';
import type { Store } from './store';

export type Scope = 'here' | 'file';

/** Writes suppressions and rule levels into the gouji.toml that applies to a file. */
export class Ignore {
    constructor(
        private readonly settings: Settings,
        private readonly store: Store,
    ) {}

    /** Suppresses a finding, or its rule in the whole file, with a reason. `version` is that of the checked document. */
    async ignore(uri: vscode.Uri, index: number, version: number | undefined, scope: Scope, reason?: string): Promise<boolean> {
        const { localize } = this.settings;
        const entry = this.store.get(uri);
        const located = entry?.version === version ? entry?.live[index] : undefined;
        if (located === undefined) {
            void vscode.window.showInformationMessage(localize('changed'));
            return false;
        }
        if (!this.isSaved(uri)) return false;
        const why = reason ?? (await this.askReason());
        if (why === undefined || why.trim() === '') return false;
        const target = configurationFor(uri);
        const fingerprint = scope === 'here' ? fingerprintOf(located.finding) : undefined;
        return await this.write(target, 'suppress', (toml) =>
            isClosed(toml)
                ? undefined
                : withSuppression(toml, {
                      rule: located.finding.rule.id,
                      file: relativeTo(target.fsPath, uri.fsPath),
                      ...(fingerprint === undefined ? {} : { fingerprint }),
                      reason: why.trim(),
                  }),
        );
    }

    async disableRule(uri: vscode.Uri, rule: string): Promise<boolean> {
        return this.isSaved(uri) && (await this.write(configurationFor(uri), 'rules', (toml) => withRuleOff(toml, rule)));
    }

    private isSaved(uri: vscode.Uri): boolean {
        if (uri.scheme === 'file') return true;
        void vscode.window.showWarningMessage(this.settings.localize('ignoreNoFile'));
        return false;
    }

    /** Edits gouji.toml and saves it. Offers to undo that. */
    private async write(target: vscode.Uri, key: string, edit: (toml: string) => string | undefined): Promise<boolean> {
        const { localize } = this.settings;
        const existed = existsSync(target.fsPath);
        const before = existed ? await textOf(target) : '';
        const after = edit(before);
        if (after === undefined) {
            void vscode.window.showWarningMessage(localize('ignoreClosed', path.basename(target.fsPath), key));
            return false;
        }
        if (!(await replaceText(target, after))) return false;
        void vscode.window.showInformationMessage(localize('ignored', vscode.workspace.asRelativePath(target)), localize('undo')).then(async (chosen) => {
            if (chosen !== undefined) await this.undo(target, after, existed ? before : undefined);
        });
        return true;
    }

    /** Restores the text before, or deletes a file that was created. Leaves a file alone that has changed since. */
    async undo(target: vscode.Uri, after: string, before: string | undefined): Promise<void> {
        if ((await textOf(target)) !== after) void vscode.window.showWarningMessage(this.settings.localize('undoFailed', path.basename(target.fsPath)));
        else if (before === undefined) await vscode.workspace.fs.delete(target);
        else await replaceText(target, before);
    }

    private askReason(): Thenable<string | undefined> {
        const { localize } = this.settings;
        return vscode.window.showInputBox({
            prompt: localize('ignoreReason'),
            placeHolder: localize('ignoreReasonExample'),
            validateInput: (words) => (words.trim() === '' ? localize('ignoreReasonMissing') : undefined),
        });
    }
}

/**
 * The document, if the file is open in a tab. Other documents are left alone: VS Code keeps them for minutes after their tab was
 * closed, and does not save them when the file has changed on the disk since.
 */
function openDocument(target: vscode.Uri): vscode.TextDocument | undefined {
    const key = target.toString();
    const isShown = vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key));
    return isShown ? vscode.workspace.textDocuments.find((one) => one.uri.toString() === key) : undefined;
}

async function textOf(target: vscode.Uri): Promise<string> {
    return openDocument(target)?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
}

async function replaceText(target: vscode.Uri, text: string): Promise<boolean> {
    const document = openDocument(target);
    if (document === undefined) {
        await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
        return true;
    }
    const edit = new vscode.WorkspaceEdit();
    edit.replace(target, new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length)), text);
    return (await vscode.workspace.applyEdit(edit)) && (await document.save());
}

/** The nearest gouji.toml upward from the file; when there is none, one to be created in the workspace folder. */
export function configurationFor(uri: vscode.Uri): vscode.Uri {
    const workspace = vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath;
    const found = folders(uri.fsPath, workspace)
        .map((folder) => path.join(folder, 'gouji.toml'))
        .find(existsSync);
    return vscode.Uri.file(found ?? path.join(workspace ?? path.dirname(uri.fsPath), 'gouji.toml'));
}

/** gouji's own fingerprint is preferred to those written for other consumers. */
function fingerprintOf(finding: Finding): string | undefined {
    const names = Object.keys(finding.fingerprints);
    const name = names.find((one) => one.startsWith('gouji')) ?? names[0];
    return name === undefined ? undefined : finding.fingerprints[name];
}
