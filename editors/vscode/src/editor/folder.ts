import * as path from 'node:path';
import * as vscode from 'vscode';

import { interpret } from '../run/check_result';
import { checkArguments, batches } from '../run/command_line';
import { run } from '../run/process';
import { isNoReport } from '../sarif/notices';
import { decode } from '../text/decode';
import { count, locate } from '../text/located';
import type { ErrorNotifier } from './error_notifier';
import { DRAFT } from './documents';
import { findingsByFile } from './logs';
import type { ProgramFinder } from './program';
import type { Settings } from './settings';
import type { Store } from './store';

export interface FolderResult {
    readonly files: number;
    readonly checked: number;
    /** How many of these are not annual reports. */
    readonly others: number;
    readonly cancelled: boolean;
}

/** Checks every draft below a folder in batches, so that it shows progress and can be cancelled. */
export class FolderCheck {
    constructor(
        private readonly settings: Settings,
        private readonly programs: ProgramFinder,
        private readonly store: Store,
        private readonly notifier: ErrorNotifier,
    ) {}

    async check(folder: vscode.Uri, progress: vscode.Progress<{ message?: string; increment?: number }>, token: vscode.CancellationToken): Promise<FolderResult> {
        const abort = new AbortController();
        const stop = token.onCancellationRequested(() => {
            abort.abort();
        });
        try {
            return await this.work(folder, progress, abort.signal);
        } finally {
            stop.dispose();
        }
    }

    private async work(folder: vscode.Uri, progress: vscode.Progress<{ message?: string; increment?: number }>, signal: AbortSignal): Promise<FolderResult> {
        const program = await this.programs.find();
        if (program.kind === 'unusable') {
            this.notifier.error(program.why, true);
            return { files: 0, checked: 0, others: 0, cancelled: false };
        }
        const files = await drafts(folder, signal);
        const { timeout, localize } = this.settings;
        let checked = 0;
        let others = 0;
        for (const batch of batches(files)) {
            if (signal.aborted) break;
            progress.report({ message: `${checked}/${files.length} ${path.basename(batch[0] ?? '')}`, increment: 0 });
            const args = ['check', ...batch, '--format', 'sarif', ...checkArguments(this.settings.checkOptions(folder), program.supports)];
            const limit = timeout * batch.length;
            const result = interpret(await run({ command: program.file, args, cwd: folder.fsPath, timeout: limit }, signal), limit, localize);
            if (result.kind === 'cancelled') break;
            if (result.kind === 'failed') {
                this.notifier.error(result.why, false);
                continue;
            }
            if (result.error !== undefined) this.notifier.warn(result.error);
            for (const one of result.log.runs) {
                this.store.addRules(one.rules);
                others += one.notices.filter(isNoReport).length;
                const found = findingsByFile(one, batch, folder.fsPath);
                for (const file of batch) {
                    const uri = vscode.Uri.file(file);
                    // An open draft keeps the findings of the text in its editor, which may differ from the file.
                    if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) {
                        this.store.update(uri, { pinned: true });
                        continue;
                    }
                    const findings = found.get(file) ?? [];
                    const text = findings.length === 0 ? '' : decode(await vscode.workspace.fs.readFile(uri));
                    this.store.update(uri, { state: 'checked', pinned: true, live: locate(one, findings, text, () => true) });
                }
            }
            checked += batch.length;
            progress.report({ message: `${checked}/${files.length}`, increment: (100 * batch.length) / files.length });
        }
        return { files: files.length, checked, others, cancelled: signal.aborted };
    }

    report(result: FolderResult): string {
        const { localize } = this.settings;
        if (result.files === 0) return localize('folderNone');
        if (result.cancelled) return localize('folderCancelled', result.checked, result.files);
        const counts = count(this.store.all().filter((entry) => entry.pinned).flatMap((entry) => entry.live.map((one) => one.finding.level)));
        const done = localize('folderDone', result.checked - result.others, counts.error, counts.warning, counts.note);
        return result.others === 0 ? done : done + localize('folderOthers', result.others);
    }
}

/** Symbolic links to folders are not followed, since they may form a cycle. */
async function drafts(folder: vscode.Uri, signal: AbortSignal): Promise<readonly string[]> {
    const found: string[] = [];
    const open = [folder];
    for (let next = open.pop(); next !== undefined && !signal.aborted; next = open.pop()) {
        for (const [name, type] of await vscode.workspace.fs.readDirectory(next)) {
            const uri = vscode.Uri.joinPath(next, name);
            if (type === vscode.FileType.Directory && !name.startsWith('.') && name !== 'node_modules') open.push(uri);
            else if ((type & vscode.FileType.File) !== 0 && DRAFT.test(name)) found.push(uri.fsPath);
        }
    }
    return found.sort();
}
