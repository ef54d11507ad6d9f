import * as path from 'node:path';
import * as vscode from 'vscode';

import { checkArguments } from '../run/command_line';
import { run } from '../run/process';
import type { ErrorNotifier } from './error_notifier';
import { workingDirectoryOf } from './documents';
import type { ProgramFinder } from './program';
import type { Settings } from './settings';

export type Format = 'sarif' | 'html';

/** Exports the findings of a draft to a file in one of gouji's formats. */
export class Exporter {
    constructor(
        private readonly settings: Settings,
        private readonly programs: ProgramFinder,
        private readonly notifier: ErrorNotifier,
    ) {}

    async export(document: vscode.TextDocument, format: Format, target?: vscode.Uri): Promise<boolean> {
        const { localize, timeout } = this.settings;
        const to = target ?? (await ask(document, format));
        if (to === undefined) return false;
        const program = await this.programs.find();
        if (program.kind === 'unusable') {
            this.notifier.error(program.why, true);
            return false;
        }
        const directory = workingDirectoryOf(document);
        const outcome = await run({
            command: program.file,
            args: ['check', '-', '--stdin-name', directory.name, '--format', format, ...checkArguments(this.settings.checkOptions(document.uri), program.supports)],
            cwd: directory.cwd,
            input: document.getText(),
            timeout,
        });
        if (outcome.kind !== 'done' || outcome.stdout.trim() === '') {
            const why = outcome.kind === 'done' ? (outcome.stderr.trim().split('\n')[0] ?? '') : outcome.kind;
            void vscode.window.showErrorMessage(localize('refused', why));
            return false;
        }
        await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(outcome.stdout));
        if (target !== undefined) return true;
        void vscode.window.showInformationMessage(localize('exported', path.basename(to.fsPath)), localize('openIt')).then((chosen) => {
            if (chosen === undefined) return;
            if (format === 'html') void vscode.env.openExternal(to);
            else void vscode.commands.executeCommand('vscode.open', to);
        });
        return true;
    }
}

function ask(document: vscode.TextDocument, format: Format): Thenable<vscode.Uri | undefined> {
    const folder = document.uri.scheme === 'file' ? vscode.Uri.joinPath(document.uri, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
    const name = `${path.basename(document.uri.path).replace(/\.(txt|md)$/i, '')}.${format}`;
    return vscode.window.showSaveDialog({
        filters: format === 'sarif' ? { SARIF: ['sarif'] } : { HTML: ['html'] },
        ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
    });
}
