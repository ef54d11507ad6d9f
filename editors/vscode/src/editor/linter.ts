import * as vscode from 'vscode';

import { Checker, type Gouji } from '../run/checker';
import { LatestRunner } from '../run/latest_runner';
import type { Run } from '../sarif/finding';
import { isNoReport, isUnreadable } from '../sarif/notices';
import { isGarbled } from '../text/garbled';
import { editorLines, Lines } from '../text/lines';
import { locate } from '../text/located';
import { type Change, type EditedLines, editedLines, withoutNewcomers } from '../text/typing';
import { isDraft, isInputOf, workingDirectoryOf } from './documents';
import type { ErrorNotifier } from './error_notifier';
import type { ProgramFinder } from './program';
import type { Settings } from './settings';
import type { FileEntry, State, Store } from './store';

/** A text that is being typed is checked after so many ms without a key. */
const SOON = 20;

interface Typing extends EditedLines {
    /** Until then what is new on these lines waits; ms since the epoch. */
    readonly until: number;
}

/** Checks open drafts: for each the newest text, one run at a time. */
export class Linter implements vscode.Disposable {
    private readonly runner = new LatestRunner();
    private readonly checker: Checker;
    private readonly typing = new Map<string, Typing>();

    constructor(
        private readonly settings: Settings,
        private readonly programs: ProgramFinder,
        private readonly store: Store,
        private readonly notifier: ErrorNotifier,
        private readonly log: vscode.LogOutputChannel,
    ) {
        this.checker = new Checker((words) => {
            log.warn(words);
        });
    }

    /** Checks a document. A check of it that is under way is cancelled. */
    check(document: vscode.TextDocument): Promise<void> {
        this.typing.delete(document.uri.toString());
        return this.checkAfter(document, 0);
    }

    /** Checks a document that somebody types in. What is new on the lines being edited is shown once nothing has been typed for a while. */
    typed(document: vscode.TextDocument, changes: readonly Change[]): void {
        if (!isDraft(document)) return;
        const { delay } = this.settings;
        this.typing.set(document.uri.toString(), { ...editedLines(changes), until: Date.now() + delay });
        void this.checkAfter(document, Math.min(delay, SOON));
    }

    checkAll(): void {
        this.checker.forgive();
        if (this.settings.when === 'manual') return;
        for (const document of vscode.workspace.textDocuments) void this.check(document);
    }

    /** Resolves when the findings are those of the current text, or the check has failed. */
    async settled(document: vscode.TextDocument): Promise<void> {
        await this.runner.settled(document.uri.toString());
    }

    /** The document is closed. */
    close(document: vscode.TextDocument): void {
        this.runner.cancel(document.uri.toString());
        this.typing.delete(document.uri.toString());
        if (isDraft(document)) this.checker.close(workingDirectoryOf(document));
    }

    /** Ends what runs. The next check begins anew. */
    stop(): void {
        this.runner.dispose();
        this.checker.dispose();
    }

    dispose(): void {
        this.stop();
    }

    private checkAfter(document: vscode.TextDocument, delay: number): Promise<void> {
        if (!isDraft(document) || !this.settings.enabled) return Promise.resolve();
        return this.runner.request(document.uri.toString(), delay, (signal) => this.checkNow(document, signal));
    }

    private async checkNow(document: vscode.TextDocument, signal: AbortSignal): Promise<void> {
        const { uri } = document;
        // gouji reports an error for an empty input, but a new file is not an error.
        if (document.getText().trim() === '') {
            this.store.setResult(uri, 'no-report', { version: document.version });
            return;
        }
        this.store.update(uri, { checking: true });
        const program = await this.programs.find();
        if (signal.aborted) return;
        if (program.kind === 'unusable') {
            this.checker.dispose();
            this.store.setResult(uri, 'unusable', { reason: program.why });
            this.notifier.error(program.why, true);
            return;
        }
        await this.checkWith(program, document, signal);
    }

    private async checkWith(program: Gouji, document: vscode.TextDocument, signal: AbortSignal): Promise<void> {
        const { uri } = document;
        const version = document.version;
        const text = document.getText();
        const directory = workingDirectoryOf(document);
        const job = { gouji: program, options: this.settings.checkOptions(uri), directory, text, timeout: this.settings.timeout, pause: this.quietIn(uri) };
        const result = await this.checker.check(job, signal, this.settings.localize);
        if (result.kind === 'cancelled') return;
        if (result.kind === 'failed') {
            this.log.error(`${program.file}: ${directory.name}\n${result.details}`);
            // Earlier findings belong to another text, so they are removed.
            this.store.setResult(uri, 'failed', { reason: result.why });
            this.notifier.error(result.why, false);
            return;
        }
        if (result.error === undefined) this.notifier.clear();
        else this.notifier.error(result.error, false);
        this.log.debug(`${directory.name}: version ${version}, ${result.took} ms`);

        const { runs } = result.log;
        for (const one of runs) this.store.addRules(one.rules);
        const isOurs = isInputOf(directory);
        const located = runs.flatMap((one) => {
            const about = one.findings.filter((finding) => finding.place.artifact === undefined || isOurs(finding.place.artifact));
            return locate(one, about, text, isOurs);
        });
        const live = located.filter((one) => one.finding.suppressed === undefined);
        const typing = this.quietIn(uri) > 0 ? this.typing.get(uri.toString()) : undefined;
        const shown = typing === undefined ? live : withoutNewcomers(live, this.store.get(uri)?.live ?? [], typing);
        const { state, reason } = outcomeOf(runs, text);
        this.store.setResult(uri, live.length > 0 ? 'checked' : state, {
            version,
            text,
            lines: new Lines(text, runs[0]?.newlines, runs[0]?.unit),
            editorLines: editorLines(text),
            live: shown,
            suppressed: located.filter((one) => one.finding.suppressed !== undefined),
            problem: result.error,
            reason,
            // Kept until the new ones are there, so that lenses do not flicker.
            reports: state === 'checked' ? (this.store.get(uri)?.reports ?? []) : [],
        });
        const reports = state === 'checked' ? await this.checker.models(job, signal) : undefined;
        if (reports !== undefined) this.store.update(uri, { reports });
        if (shown.length < live.length && !signal.aborted) void this.checkAfter(document, this.quietIn(uri));
    }

    /** When what is new on the lines being edited may be shown, in ms from now. */
    private quietIn(uri: vscode.Uri): number {
        return Math.max(0, (this.typing.get(uri.toString())?.until ?? 0) - Date.now());
    }
}

/** Whether gouji has checked the text, and if not, why. */
function outcomeOf(runs: readonly Run[], text: string): { state: State } & Pick<FileEntry, 'reason'> {
    const notices = runs.flatMap((one) => one.notices);
    const unreadable = notices.find(isUnreadable);
    if (unreadable !== undefined) return { state: 'unreadable', reason: unreadable.message };
    const noReport = notices.find(isNoReport);
    if (noReport === undefined) return { state: 'checked' };
    return { state: isGarbled(text) ? 'garbled' : 'no-report', reason: noReport.message };
}
