import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

import { checkArguments } from '../run/command_line';
import { run } from '../run/process';
import { commentedCopy } from '../text/word';
import type { ErrorNotifier } from './error_notifier';
import type { FolderCheck } from './folder';
import type { ProgramFinder } from './program';
import type { Settings } from './settings';
import type { Store } from './store';

const WORD = { Word: ['docx', 'docm'] };

/** Checks Word documents, which VS Code cannot show: findings go to the views, and as comments into a copy for Word or WPS. */
export class WordDocuments {
    constructor(
        private readonly settings: Settings,
        private readonly programs: ProgramFinder,
        private readonly store: Store,
        private readonly folder: FolderCheck,
        private readonly notifier: ErrorNotifier,
    ) {}

    /** Checks a document, or one that the user picks. True when the check was done. */
    async check(given?: vscode.Uri): Promise<boolean> {
        const uri = given ?? (await vscode.window.showOpenDialog({ filters: WORD }))?.[0];
        if (uri === undefined || !(await this.folder.checkFile(uri))) return false;
        const { localize } = this.settings;
        const findings = this.store.get(uri)?.live.length ?? 0;
        const open = localize('openCommented');
        void vscode.window.showInformationMessage(this.folder.summaryOf(uri), ...(findings > 0 ? [open, localize('showFindings')] : [])).then((chosen) => {
            if (chosen === open) void this.openCommented(uri);
            else if (chosen !== undefined) void vscode.commands.executeCommand('gouji.findings.focus');
        });
        return true;
    }

    /** Writes the copy with comments beside the document and opens it in the system's word processor. */
    async openCommented(uri: vscode.Uri, open = true): Promise<vscode.Uri | undefined> {
        const { localize } = this.settings;
        const copy = vscode.Uri.file(commentedCopy(uri.fsPath));
        const name = path.basename(copy.fsPath);
        if (existsSync(copy.fsPath)) {
            const again = localize('commentAgain');
            const asItIs = localize('openIt');
            const chosen = await vscode.window.showWarningMessage(localize('commentedExists', name), { modal: true }, again, asItIs);
            if (chosen === asItIs) await vscode.env.openExternal(copy);
            if (chosen !== again) return undefined;
        }
        const program = await this.programs.find();
        if (program.kind === 'unusable') {
            this.notifier.error(program.why, true);
            return undefined;
        }
        const args = ['check', uri.fsPath, '--format', 'docx', '--output', copy.fsPath, ...checkArguments(this.settings.checkOptions(uri), program.supports)];
        const outcome = await run({ command: program.file, args, cwd: path.dirname(uri.fsPath), timeout: this.settings.timeout });
        if (outcome.kind !== 'done' || outcome.code > 1) {
            const why = outcome.kind === 'done' ? (outcome.stderr.trim().split('\n')[0] ?? '') : outcome.kind;
            void vscode.window.showErrorMessage(localize('refused', why));
            return undefined;
        }
        if (open) await vscode.env.openExternal(copy);
        return copy;
    }
}
