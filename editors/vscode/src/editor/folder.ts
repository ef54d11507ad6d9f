import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

import { interpret } from '../run/check_result';
import { batches, checkArguments } from '../run/command_line';
import { run } from '../run/process';
import type { Run } from '../sarif/finding';
import { isNoReport, isUnreadable } from '../sarif/notices';
import { decode } from '../text/decode';
import { count, locate, locateByRegion } from '../text/located';
import { isCommentedCopy, isWordDocument } from '../text/word';
import { DRAFT } from './documents';
import type { ErrorNotifier } from './error_notifier';
import { findingsByFile, inputFinder } from './logs';
import type { ProgramFinder } from './program';
import type { Settings } from './settings';
import type { FileEntry, State, Store } from './store';

export interface FolderResult {
    readonly folder: vscode.Uri;
    readonly files: number;
    readonly checked: number;
    readonly cancelled: boolean;
}

type Progress = vscode.Progress<{ message?: string; increment?: number }>;

/** Changes on the disk are gathered for this long, in ms. */
const SETTLE = 300;

/**
 * Checks every draft below a folder in batches, so that it shows progress and can be cancelled.
 * Afterwards the results follow the files: deleted ones leave, changed and new ones are checked again.
 */
export class FolderCheck implements vscode.Disposable {
    /** The folders that were checked, by path. */
    private readonly folders = new Set<string>();
    /** Documents that were checked by themselves, by path. */
    private readonly single = new Set<string>();
    private readonly changed = new Set<string>();
    private timer: NodeJS.Timeout | undefined;
    /** The checks of changed files, one after the other, so that the newest result is the last. */
    private rechecks = Promise.resolve();
    private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*.{txt,md,TXT,MD,docx,docm,DOCX,DOCM}');

    constructor(
        private readonly settings: Settings,
        private readonly programs: ProgramFinder,
        private readonly store: Store,
        private readonly notifier: ErrorNotifier,
    ) {
        this.watcher.onDidCreate((uri) => {
            this.recheck(uri);
        });
        this.watcher.onDidChange((uri) => {
            this.recheck(uri);
        });
        this.watcher.onDidDelete((uri) => {
            if (this.store.get(uri)?.inFolder === true) this.store.remove(uri);
        });
    }

    async check(folder: vscode.Uri, progress: Progress, token: vscode.CancellationToken): Promise<FolderResult> {
        const abort = new AbortController();
        const stop = token.onCancellationRequested(() => {
            abort.abort();
        });
        try {
            return await this.checkFolder(folder, progress, abort.signal);
        } finally {
            stop.dispose();
        }
    }

    /** Checks one file of the disk. Whether that was done; if not, the user has been told why. */
    async checkFile(uri: vscode.Uri): Promise<boolean> {
        this.single.add(uri.fsPath);
        return await this.checkFiles([uri.fsPath], path.dirname(uri.fsPath), new AbortController().signal);
    }

    /** Whether a file was checked by itself or with its folder. */
    has(uri: vscode.Uri): boolean {
        if (this.single.has(uri.fsPath)) return true;
        return uri.scheme === 'file' && [...this.folders].some((folder) => isInside(uri.fsPath, folder));
    }

    /** Checks a file of the list again, after it has changed on the disk or its editor was closed. */
    recheck(uri: vscode.Uri): void {
        if (!this.has(uri)) return;
        this.changed.add(uri.fsPath);
        clearTimeout(this.timer);
        this.timer = setTimeout(() => {
            this.rechecks = this.rechecks.then(() => this.recheckChanged());
        }, SETTLE);
    }

    /** Checks the whole list again, after a rule or the configuration has changed. */
    recheckAll(): void {
        for (const entry of this.store.all()) if (entry.inFolder) this.recheck(entry.uri);
    }

    /** Removes the results of all folders. */
    clear(): void {
        this.folders.clear();
        this.single.clear();
        for (const entry of this.store.all()) {
            if (!entry.inFolder) continue;
            if (isOpen(entry)) this.store.update(entry.uri, { inFolder: false });
            else this.store.remove(entry.uri);
        }
    }

    /** What a check of one file has found. */
    summaryOf(uri: vscode.Uri): string {
        const { localize } = this.settings;
        const name = path.basename(uri.fsPath);
        const entry = this.store.get(uri);
        if (entry?.state !== 'checked') return localize('documentSkipped', name, entry?.reason ?? '');
        const counts = count(entry.live.map((one) => one.finding.level));
        return localize('documentDone', name, counts.error, counts.warning, counts.note);
    }

    summary(result: FolderResult): string {
        const { localize } = this.settings;
        if (result.files === 0) return localize('folderNone');
        if (result.cancelled) return localize('folderCancelled', result.checked, result.files);
        const entries = this.store.all().filter((entry) => entry.inFolder && isInside(entry.uri.fsPath, result.folder.fsPath));
        const skipped = entries.filter((entry) => entry.state !== 'checked').map((entry) => path.basename(entry.uri.fsPath));
        const counts = count(entries.flatMap((entry) => entry.live.map((one) => one.finding.level)));
        const done = localize('folderDone', entries.length - skipped.length, counts.error, counts.warning, counts.note);
        if (skipped.length === 0) return done;
        const names = skipped.slice(0, 3).join(localize('comma'));
        return done + localize(skipped.length > 3 ? 'folderSkippedMany' : 'folderSkipped', skipped.length, names);
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.watcher.dispose();
    }

    private async checkFolder(folder: vscode.Uri, progress: Progress, signal: AbortSignal): Promise<FolderResult> {
        const files = await drafts(folder, signal);
        const present = new Set(files);
        for (const { uri, inFolder } of this.store.all()) {
            if (inFolder && isInside(uri.fsPath, folder.fsPath) && !present.has(uri.fsPath)) this.store.remove(uri);
        }
        this.folders.add(folder.fsPath);
        let checked = 0;
        for (const batch of batches(files)) {
            if (signal.aborted) break;
            progress.report({ message: `${checked}/${files.length} ${path.basename(batch[0] ?? '')}`, increment: 0 });
            if (await this.checkFiles(batch, folder.fsPath, signal)) checked += batch.length;
            progress.report({ message: `${checked}/${files.length}`, increment: (100 * batch.length) / files.length });
        }
        return { folder, files: files.length, checked, cancelled: signal.aborted };
    }

    private async recheckChanged(): Promise<void> {
        const files = [...this.changed];
        this.changed.clear();
        // The system may tell nothing of a file that was deleted soon after it was written.
        for (const { uri, inFolder } of this.store.all()) if (inFolder && !existsSync(uri.fsPath)) this.store.remove(uri);
        const rest = new Set(files.filter(existsSync));
        for (const folder of this.folders) {
            const own = [...rest].filter((file) => isInside(file, folder));
            for (const file of own) rest.delete(file);
            for (const batch of batches(own)) await this.checkFiles(batch, folder, new AbortController().signal);
        }
        // The rest belongs to no folder: of these only documents that were checked by themselves.
        for (const file of rest) {
            if (this.single.has(file)) await this.checkFiles([file], path.dirname(file), new AbortController().signal);
        }
    }

    /** Whether the check was done; if not, the user has been told why. */
    private async checkFiles(files: readonly string[], folder: string, signal: AbortSignal): Promise<boolean> {
        const program = await this.programs.find();
        if (program.kind === 'unusable') {
            this.notifier.error(program.why, true);
            return false;
        }
        const args = ['check', ...files, '--format', 'sarif', ...checkArguments(this.settings.checkOptions(vscode.Uri.file(folder)), program.supports)];
        const timeout = this.settings.timeout * files.length;
        const result = interpret(await run({ command: program.file, args, cwd: folder, timeout }, signal), timeout, this.settings.localize);
        if (result.kind === 'cancelled') return false;
        if (result.kind === 'failed') {
            this.notifier.error(result.why, false);
            return false;
        }
        if (result.error !== undefined) this.notifier.error(result.error, false);
        for (const one of result.log.runs) await this.addRun(one, files, folder, result.error);
        return true;
    }

    private async addRun(one: Run, files: readonly string[], folder: string, problem: string | undefined): Promise<void> {
        this.store.addRules(one.rules);
        const findings = findingsByFile(one, files, folder);
        const fileOf = inputFinder(one, files, folder);
        const skipped = new Map<string, readonly [State, string]>();
        for (const notice of one.notices) {
            const file = fileOf(notice.artifact);
            if (file !== undefined && isNoReport(notice)) skipped.set(file, ['no-report', notice.message]);
            if (file !== undefined && isUnreadable(notice)) skipped.set(file, ['unreadable', notice.message]);
        }
        for (const file of files) {
            const uri = vscode.Uri.file(file);
            // An open draft keeps the findings of the text in its editor, which may differ from the file.
            const entry = this.store.get(uri);
            if (entry !== undefined && isOpen(entry)) {
                this.store.update(uri, { inFolder: true });
                continue;
            }
            const own = findings.get(file) ?? [];
            const text = isWordDocument(file) || own.length === 0 ? '' : await textOf(uri);
            // Deleted while it was checked.
            if (text === undefined || !existsSync(file)) {
                this.store.remove(uri);
                continue;
            }
            const located = text === '' ? locateByRegion(own) : locate(one, own, text, () => true);
            const [state, reason] = skipped.get(file) ?? ['checked', undefined];
            this.store.setResult(uri, state, {
                inFolder: true,
                version: undefined,
                live: located.filter((found) => found.finding.suppressed === undefined),
                suppressed: located.filter((found) => found.finding.suppressed !== undefined),
                reason,
                problem,
            });
        }
    }
}

/** The text of a file; undefined when it cannot be read. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
    try {
        return decode(await vscode.workspace.fs.readFile(uri));
    } catch {
        return undefined;
    }
}

/** Whether the entry's findings are those of an open document. */
function isOpen(entry: FileEntry): boolean {
    return entry.version !== undefined && vscode.workspace.textDocuments.some((document) => !document.isClosed && document.uri.toString() === entry.uri.toString());
}

function isInside(file: string, folder: string): boolean {
    const relative = path.relative(folder, file);
    return !relative.startsWith('..') && !path.isAbsolute(relative);
}

/** Symbolic links to folders are not followed, since they may form a cycle. */
async function drafts(folder: vscode.Uri, signal: AbortSignal): Promise<readonly string[]> {
    const found: string[] = [];
    const open = [folder];
    for (let next = open.pop(); next !== undefined && !signal.aborted; next = open.pop()) {
        for (const [name, type] of await vscode.workspace.fs.readDirectory(next)) {
            const uri = vscode.Uri.joinPath(next, name);
            if (type === vscode.FileType.Directory && !name.startsWith('.') && name !== 'node_modules') open.push(uri);
            else if ((type & vscode.FileType.File) !== 0 && (DRAFT.test(name) || (isWordDocument(name) && !isCommentedCopy(name)))) found.push(uri.fsPath);
        }
    }
    return found.sort();
}
