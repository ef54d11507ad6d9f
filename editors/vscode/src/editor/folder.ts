import * as path from 'node:path';
import * as vscode from 'vscode';

import { understand } from '../run/answer';
import { checkArguments, portions } from '../run/command_line';
import { run } from '../run/process';
import { isNoReport } from '../sarif/notices';
import { decode } from '../text/decode';
import { count, locate } from '../text/located';
import type { Complaints } from './complaints';
import { DRAFT } from './documents';
import { byArtifact } from './logs';
import type { ProgramFinder } from './program';
import type { Settings } from './settings';
import type { Store } from './store';

export interface FolderResult {
    readonly files: number;
    readonly checked: number;
    /** Of these, how many are no annual reports and were left alone. */
    readonly others: number;
    readonly cancelled: boolean;
}

/** Checks every draft below a folder, portion by portion, so that there is progress and an end to it. */
export class FolderCheck {
    constructor(
        private readonly settings: Settings,
        private readonly programs: ProgramFinder,
        private readonly store: Store,
        private readonly complaints: Complaints,
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
            this.complaints.complain(program.why, true);
            return { files: 0, checked: 0, others: 0, cancelled: false };
        }
        const files = await drafts(folder, signal);
        const { timeout, say } = this.settings;
        let checked = 0;
        let others = 0;
        for (const portion of portions(files)) {
            if (signal.aborted) break;
            progress.report({ message: `${checked}/${files.length} ${path.basename(portion[0] ?? '')}`, increment: 0 });
            const args = ['check', ...portion, '--format', 'sarif', ...checkArguments(this.settings.choices(folder), program.knows)];
            const limit = timeout * portion.length;
            const answer = understand(await run({ command: program.file, args, cwd: folder.fsPath, timeout: limit }, signal), limit, say);
            if (answer.kind === 'cancelled') break;
            if (answer.kind === 'failed') {
                this.complaints.complain(answer.why, false);
                continue;
            }
            if (answer.complaint !== undefined) this.complaints.note(answer.complaint);
            for (const one of answer.log.runs) {
                this.store.learn(one.rules);
                others += one.notices.filter(isNoReport).length;
                const found = byArtifact(one, portion, folder.fsPath);
                for (const file of portion) {
                    const uri = vscode.Uri.file(file);
                    // An open draft is checked as it stands in the editor, not as it lies on the disk.
                    if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) {
                        this.store.update(uri, { pinned: true });
                        continue;
                    }
                    const findings = found.get(file) ?? [];
                    const text = findings.length === 0 ? '' : decode(await vscode.workspace.fs.readFile(uri));
                    this.store.update(uri, { state: 'checked', pinned: true, live: locate(one, findings, text, () => true) });
                }
            }
            checked += portion.length;
            progress.report({ message: `${checked}/${files.length}`, increment: (100 * portion.length) / files.length });
        }
        return { files: files.length, checked, others, cancelled: signal.aborted };
    }

    report(result: FolderResult): string {
        const { say } = this.settings;
        if (result.files === 0) return say('folderNone');
        if (result.cancelled) return say('folderCancelled', result.checked, result.files);
        const counts = count(this.store.all().filter((entry) => entry.pinned).flatMap((entry) => entry.live.map((one) => one.finding.level)));
        const done = say('folderDone', result.checked - result.others, counts.error, counts.warning, counts.note);
        return result.others === 0 ? done : done + say('folderOthers', result.others);
    }
}

/** Links to folders are not followed: they may lead in a circle. */
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
