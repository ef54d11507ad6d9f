import * as path from 'node:path';
import * as vscode from 'vscode';

import { checkArguments } from '../run/command_line';
import { run } from '../run/process';
import type { Complaints } from './complaints';
import { seatOf } from './documents';
import type { ProgramFinder } from './program';
import type { Settings } from './settings';

export type Format = 'sarif' | 'html';

/** Writes what gouji says of a draft into a file, in one of gouji's own formats. */
export class Exporter {
    constructor(
        private readonly settings: Settings,
        private readonly programs: ProgramFinder,
        private readonly complaints: Complaints,
    ) {}

    async export(document: vscode.TextDocument, format: Format, target?: vscode.Uri): Promise<boolean> {
        const { say, timeout } = this.settings;
        const to = target ?? (await ask(document, format));
        if (to === undefined) return false;
        const program = await this.programs.find();
        if (program.kind === 'unusable') {
            this.complaints.complain(program.why, true);
            return false;
        }
        const seat = seatOf(document);
        const outcome = await run({
            command: program.file,
            args: ['check', '-', '--stdin-name', seat.name, '--format', format, ...checkArguments(this.settings.choices(document.uri), program.knows)],
            cwd: seat.cwd,
            input: document.getText(),
            timeout,
        });
        if (outcome.kind !== 'done' || outcome.stdout.trim() === '') {
            const why = outcome.kind === 'done' ? (outcome.stderr.trim().split('\n')[0] ?? '') : outcome.kind;
            void vscode.window.showErrorMessage(say('refused', why));
            return false;
        }
        await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(outcome.stdout));
        if (target !== undefined) return true;
        void vscode.window.showInformationMessage(say('exported', path.basename(to.fsPath)), say('openIt')).then((chosen) => {
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
