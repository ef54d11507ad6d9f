import * as vscode from 'vscode';

import { readModel } from '../form/model';
import { understand } from '../run/answer';
import { checkArguments, modelArguments } from '../run/command_line';
import { Lanes } from '../run/lanes';
import { run } from '../run/process';
import { isNoReport } from '../sarif/notices';
import { isGarbled } from '../text/garbled';
import { editorLines, Lines } from '../text/lines';
import { locate } from '../text/located';
import type { Complaints } from './complaints';
import { isDraft, isSeatOf, seatOf } from './documents';
import type { ProgramFinder } from './program';
import type { Settings } from './settings';
import type { Store } from './store';

/** Runs gouji over open drafts: the newest text of each, one run at a time. */
export class Linter implements vscode.Disposable {
    private readonly lanes = new Lanes();

    constructor(
        private readonly settings: Settings,
        private readonly programs: ProgramFinder,
        private readonly store: Store,
        private readonly complaints: Complaints,
        private readonly log: vscode.LogOutputChannel,
    ) {}

    /** Checks a document after a while; whatever was under way for it is ended. */
    check(document: vscode.TextDocument, delay = 0): Promise<void> {
        if (!isDraft(document)) return Promise.resolve();
        return this.lanes.request(document.uri.toString(), delay, (signal) => this.work(document, signal));
    }

    checkAll(): void {
        if (this.settings.when === 'manual') return;
        for (const document of vscode.workspace.textDocuments) void this.check(document);
    }

    /** The findings are then about the document as it is now, unless it could not be checked. */
    async settled(document: vscode.TextDocument): Promise<void> {
        await this.lanes.settled(document.uri.toString());
    }

    close(document: vscode.TextDocument): void {
        this.lanes.cancel(document.uri.toString());
        const entry = this.store.get(document.uri);
        if (entry?.pinned === true) this.store.update(document.uri, { model: undefined });
        else this.store.forget(document.uri);
    }

    dispose(): void {
        this.lanes.dispose();
    }

    private async work(document: vscode.TextDocument, signal: AbortSignal): Promise<void> {
        const { uri } = document;
        // A new file is no report yet; gouji would complain of nothing to read.
        if (document.getText().trim() === '') {
            this.store.update(uri, { state: 'no-report', live: [], model: undefined, version: document.version });
            return;
        }
        this.store.update(uri, { state: 'running' });
        const program = await this.programs.find();
        if (signal.aborted) return;
        if (program.kind === 'unusable') {
            this.store.update(uri, { state: 'unusable', live: [], model: undefined });
            this.complaints.complain(program.why, true);
            return;
        }
        const version = document.version;
        const text = document.getText();
        const seat = seatOf(document);
        const choices = this.settings.choices(uri);
        const { timeout } = this.settings;
        const input = ['-', '--stdin-name', seat.name];
        const args = ['check', ...input, '--format', 'sarif', ...checkArguments(choices, program.knows)];
        const outcome = await run({ command: program.file, args, cwd: seat.cwd, input: text, timeout }, signal);
        const answer = understand(outcome, timeout, this.settings.say);
        if (answer.kind === 'cancelled') return;
        if (answer.kind === 'failed') {
            this.log.error(`${program.file} ${args.join(' ')}\n${answer.details}`);
            // What was found before is about another text; nothing is better than something wrong.
            this.store.update(uri, { state: 'failed', live: [], model: undefined });
            this.complaints.complain(answer.why, false);
            return;
        }
        if (answer.complaint === undefined) this.complaints.relieve();
        else this.complaints.complain(answer.complaint, false);
        this.log.debug(`${seat.name}: version ${version}, ${answer.took} ms`);

        const runs = answer.log.runs;
        const isOurs = isSeatOf(seat);
        const live = runs.flatMap((one) => {
            const open = one.findings.filter((finding) => finding.suppressed === undefined);
            const about = open.filter((finding) => finding.place.artifact === undefined || isOurs(finding.place.artifact));
            return locate(one, about, text, isOurs);
        });
        for (const one of runs) this.store.learn(one.rules);
        const noReport = live.length === 0 && runs.some((one) => one.notices.some(isNoReport));
        this.store.update(uri, {
            state: !noReport ? 'checked' : isGarbled(text) ? 'garbled' : 'no-report',
            version,
            text,
            lines: new Lines(text, runs[0]?.newlines, runs[0]?.unit),
            spots: editorLines(text),
            live,
            ...(noReport ? { model: undefined } : {}),
        });
        if (noReport) return;

        const modelled = await run(
            { command: program.file, args: ['model', ...input, ...modelArguments(choices)], cwd: seat.cwd, input: text, timeout },
            signal,
        );
        if (modelled.kind !== 'done') return;
        // A gouji whose model has no tables still checks: the lenses and the form view stay away.
        this.store.update(uri, { model: readModel(modelled.stdout) });
    }
}
