import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

import type { Finding } from '../sarif/finding';
import { folders, isClosed, relativeTo, withSuppression } from '../suppress/suppression';
import type { Settings } from './settings';
import type { Store } from './store';

/** Writes a suppression with its reason into the gouji.toml that applies to the file. */
export class Ignore {
    constructor(
        private readonly settings: Settings,
        private readonly store: Store,
    ) {}

    async ignore(uri: vscode.Uri, index: number, version: number, reason?: string): Promise<boolean> {
        const { localize } = this.settings;
        const entry = this.store.get(uri);
        const located = entry?.version === version ? entry.live[index] : undefined;
        if (located === undefined) {
            void vscode.window.showInformationMessage(localize('changed'));
            return false;
        }
        if (uri.scheme !== 'file') {
            void vscode.window.showWarningMessage(localize('ignoreNoFile'));
            return false;
        }
        const why = reason ?? (await this.askReason());
        if (why === undefined || why.trim() === '') return false;

        const target = configurationFor(uri);
        const exists = existsSync(target.fsPath);
        if (!exists) await vscode.workspace.fs.writeFile(target, new Uint8Array());
        const document = await vscode.workspace.openTextDocument(target);
        const before = document.getText();
        if (isClosed(before)) {
            void vscode.window.showWarningMessage(localize('ignoreClosed', path.basename(target.fsPath)));
            return false;
        }
        const fingerprint = fingerprintOf(located.finding);
        const after = withSuppression(before, {
            rule: located.finding.rule.id,
            file: relativeTo(target.fsPath, uri.fsPath),
            ...(fingerprint === undefined ? {} : { fingerprint }),
            reason: why.trim(),
        });
        const edit = new vscode.WorkspaceEdit();
        edit.replace(target, new vscode.Range(document.positionAt(0), document.positionAt(before.length)), after);
        if (!(await vscode.workspace.applyEdit(edit)) || !(await document.save())) return false;
        void vscode.window.showInformationMessage(localize('ignored', vscode.workspace.asRelativePath(target)));
        return true;
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
