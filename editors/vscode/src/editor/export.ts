import * as path from 'node:path';
import * as vscode from 'vscode';

import { checkArguments } from '../run/command_line';
import { type Job, run } from '../run/process';
import { workingDirectoryOf } from './documents';
import type { ErrorNotifier } from './error_notifier';
import type { ProgramFinder } from './program';
import type { Settings } from './settings';

export type Format = 'sarif' | 'html';

/** Exports the findings of a draft or of a folder to a file in one of gouji's formats. */
export class Exporter {
    constructor(
        private readonly settings: Settings,
        private readonly programs: ProgramFinder,
        private readonly notifier: ErrorNotifier,
    ) {}

    async exportDraft(document: vscode.TextDocument, format: Format, target?: vscode.Uri): Promise<boolean> {
        const folder = document.uri.scheme === 'file' ? vscode.Uri.joinPath(document.uri, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
        const to = target ?? (await ask(folder, path.basename(document.uri.path).replace(/\.(txt|md)$/i, ''), format));
        if (to === undefined) return false;
        const directory = workingDirectoryOf(document);
        const input = document.getText();
        return await this.write(['-', '--stdin-name', directory.name], { cwd: directory.cwd, input, timeout: this.settings.timeout }, document.uri, format, to, target === undefined);
    }

    /** Exports the drafts of a folder as they are on the disk. */
    async exportFolder(folder: vscode.Uri, format: Format, target?: vscode.Uri): Promise<boolean> {
        const to = target ?? (await ask(folder, path.basename(folder.path), format));
        if (to === undefined) return false;
        return await this.write(['.'], { cwd: folder.fsPath, timeout: 60 * this.settings.timeout }, folder, format, to, target === undefined);
    }

    private async write(inputs: readonly string[], job: Omit<Job, 'command' | 'args'>, about: vscode.Uri, format: Format, to: vscode.Uri, offer: boolean): Promise<boolean> {
        const { localize } = this.settings;
        const program = await this.programs.find();
        if (program.kind === 'unusable') {
            this.notifier.error(program.why, true);
            return false;
        }
        const args = ['check', ...inputs, '--format', format, ...checkArguments(this.settings.checkOptions(about), program.supports)];
        const outcome = await run({ command: program.file, args, ...job });
        if (outcome.kind !== 'done' || outcome.stdout.trim() === '') {
            const why = outcome.kind === 'done' ? (outcome.stderr.trim().split('\n')[0] ?? '') : outcome.kind;
            void vscode.window.showErrorMessage(localize('refused', why));
            return false;
        }
        await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(outcome.stdout));
        if (!offer) return true;
        void vscode.window.showInformationMessage(localize('exported', path.basename(to.fsPath)), localize('openIt')).then((chosen) => {
            if (chosen === undefined) return;
            if (format === 'html') void vscode.env.openExternal(to);
            else void vscode.commands.executeCommand('vscode.open', to);
        });
        return true;
    }
}

function ask(folder: vscode.Uri | undefined, name: string, format: Format): Thenable<vscode.Uri | undefined> {
    return vscode.window.showSaveDialog({
        filters: format === 'sarif' ? { SARIF: ['sarif'] } : { HTML: ['html'] },
        ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `${name}.${format}`) }),
    });
}
