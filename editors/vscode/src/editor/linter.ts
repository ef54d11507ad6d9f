import * as vscode from 'vscode';

import { readModel } from '../form/model';
import { interpret } from '../run/check_result';
import { checkArguments, modelArguments } from '../run/command_line';
import { LatestRunner } from '../run/latest_runner';
import { run } from '../run/process';
import { isNoReport } from '../sarif/notices';
import { isGarbled } from '../text/garbled';
import { editorLines, Lines } from '../text/lines';
import { locate } from '../text/located';
import type { ErrorNotifier } from './error_notifier';
import { isDraft, isInputOf, workingDirectoryOf } from './documents';
import type { ProgramFinder } from './program';
import type { Settings } from './settings';
import type { Store } from './store';

/** Checks open drafts: for each the newest text, one run at a time. */
export class Linter implements vscode.Disposable {
    private readonly runner = new LatestRunner();

    constructor(
        private readonly settings: Settings,
        private readonly programs: ProgramFinder,
        private readonly store: Store,
        private readonly notifier: ErrorNotifier,
        private readonly log: vscode.LogOutputChannel,
    ) {}

    /** Checks a document after `delay` ms. A check of it that is under way is cancelled. */
    check(document: vscode.TextDocument, delay = 0): Promise<void> {
        if (!isDraft(document)) return Promise.resolve();
        return this.runner.request(document.uri.toString(), delay, (signal) => this.work(document, signal));
    }

    checkAll(): void {
        if (this.settings.when === 'manual') return;
        for (const document of vscode.workspace.textDocuments) void this.check(document);
    }

    /** Resolves when the findings are those of the current text, or the check has failed. */
    async settled(document: vscode.TextDocument): Promise<void> {
        await this.runner.settled(document.uri.toString());
    }

    close(document: vscode.TextDocument): void {
        this.runner.cancel(document.uri.toString());
        const entry = this.store.get(document.uri);
        if (entry?.pinned === true) this.store.update(document.uri, { model: undefined });
        else this.store.forget(document.uri);
    }

    dispose(): void {
        this.runner.dispose();
    }

    private async work(document: vscode.TextDocument, signal: AbortSignal): Promise<void> {
        const { uri } = document;
        // gouji reports an error for an empty input, but a new file is not an error.
        if (document.getText().trim() === '') {
            this.store.update(uri, { state: 'no-report', live: [], model: undefined, version: document.version });
            return;
        }
        this.store.update(uri, { state: 'running' });
        const program = await this.programs.find();
        if (signal.aborted) return;
        if (program.kind === 'unusable') {
            this.store.update(uri, { state: 'unusable', live: [], model: undefined });
            this.notifier.error(program.why, true);
            return;
        }
        const version = document.version;
        const text = document.getText();
        const directory = workingDirectoryOf(document);
        const options = this.settings.checkOptions(uri);
        const { timeout } = this.settings;
        const input = ['-', '--stdin-name', directory.name];
        const args = ['check', ...input, '--format', 'sarif', ...checkArguments(options, program.supports)];
        const outcome = await run({ command: program.file, args, cwd: directory.cwd, input: text, timeout }, signal);
        const result = interpret(outcome, timeout, this.settings.localize);
        if (result.kind === 'cancelled') return;
        if (result.kind === 'failed') {
            this.log.error(`${program.file} ${args.join(' ')}\n${result.details}`);
            // Earlier findings belong to another text, so they are removed.
            this.store.update(uri, { state: 'failed', live: [], model: undefined });
            this.notifier.error(result.why, false);
            return;
        }
        if (result.error === undefined) this.notifier.clear();
        else this.notifier.error(result.error, false);
        this.log.debug(`${directory.name}: version ${version}, ${result.took} ms`);

        const runs = result.log.runs;
        const isOurs = isInputOf(directory);
        const live = runs.flatMap((one) => {
            const open = one.findings.filter((finding) => finding.suppressed === undefined);
            const about = open.filter((finding) => finding.place.artifact === undefined || isOurs(finding.place.artifact));
            return locate(one, about, text, isOurs);
        });
        for (const one of runs) this.store.addRules(one.rules);
        const noReport = live.length === 0 && runs.some((one) => one.notices.some(isNoReport));
        this.store.update(uri, {
            state: !noReport ? 'checked' : isGarbled(text) ? 'garbled' : 'no-report',
            version,
            text,
            lines: new Lines(text, runs[0]?.newlines, runs[0]?.unit),
            editorLines: editorLines(text),
            live,
            ...(noReport ? { model: undefined } : {}),
        });
        if (noReport) return;

        const modelled = await run(
            { command: program.file, args: ['model', ...input, ...modelArguments(options)], cwd: directory.cwd, input: text, timeout },
            signal,
        );
        if (modelled.kind !== 'done') return;
        // An older gouji prints no tables; then there are no lenses and no form view.
        this.store.update(uri, { model: readModel(modelled.stdout) });
    }
}
