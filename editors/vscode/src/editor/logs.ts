import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

import { understand } from '../run/answer';
import { checkArguments, portions } from '../run/command_line';
import { run } from '../run/process';
import type { Finding, Run } from '../sarif/finding';
import { readLog } from '../sarif/log';
import { type Current, relocate } from '../sarif/relocate';
import { candidates, roots } from '../sarif/uri';
import { decode } from '../text/decode';
import { editorLines, Lines } from '../text/lines';
import { locate, type Located, locateRelated } from '../text/located';
import { DRAFT } from './documents';
import type { ProgramFinder } from './program';
import type { Settings } from './settings';
import type { Store } from './store';

export interface Opened {
    readonly findings: number;
    readonly stale: number;
    readonly homeless: number;
}

interface Logged {
    readonly run: Run;
    readonly findings: Finding[];
}

/** SARIF logs written elsewhere, laid over the files as they are today. */
export class Logs implements vscode.Disposable {
    /** For each open log, by URI: what it says of each file, by path. */
    private readonly opened = new Map<string, ReadonlyMap<string, readonly Logged[]>>();
    private readonly waiting = new Map<string, NodeJS.Timeout>();

    constructor(
        private readonly settings: Settings,
        private readonly programs: ProgramFinder,
        private readonly store: Store,
    ) {}

    isOpen(log: vscode.Uri): boolean {
        return this.opened.has(log.toString());
    }

    close(log: vscode.Uri): void {
        const files = this.opened.get(log.toString());
        this.opened.delete(log.toString());
        for (const file of files?.keys() ?? []) {
            const uri = vscode.Uri.file(file);
            this.store.update(uri, { logged: [] });
            const entry = this.store.get(uri);
            if (entry?.version === undefined && entry?.pinned === false) this.store.forget(uri);
            this.replace(uri, 0);
        }
    }

    closeAll(): void {
        for (const log of [...this.opened.keys()]) this.close(vscode.Uri.parse(log));
    }

    dispose(): void {
        for (const timer of this.waiting.values()) clearTimeout(timer);
    }

    async open(uri: vscode.Uri): Promise<Opened | undefined> {
        const log = readLog(decode(await vscode.workspace.fs.readFile(uri)));
        if (log === undefined) return undefined;
        this.close(uri);
        const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath);
        const around = roots(folders, uri.fsPath);
        const byFile = new Map<string, Logged[]>();
        let homeless = 0;
        for (const one of log.runs) {
            this.store.learn(one.rules);
            const homes = new Map<string, string | undefined>();
            for (const finding of one.findings) {
                if (finding.suppressed !== undefined) continue;
                const { artifact } = finding.place;
                const name = artifact === undefined ? '' : `${artifact.base ?? ''} ${artifact.uri}`;
                if (artifact !== undefined && !homes.has(name)) homes.set(name, candidates(artifact, one.bases, around).find(existsSync));
                const home = homes.get(name);
                if (home === undefined) {
                    homeless += 1;
                    continue;
                }
                const runs = byFile.get(home) ?? [];
                byFile.set(home, runs);
                const last = runs.at(-1);
                if (last?.run === one) last.findings.push(finding);
                else runs.push({ run: one, findings: [finding] });
            }
        }
        this.opened.set(uri.toString(), byFile);

        const current = await this.today([...byFile.keys()].filter((file) => this.store.get(vscode.Uri.file(file))?.state !== 'checked'));
        let findings = 0;
        let stale = 0;
        for (const file of byFile.keys()) {
            const placed = await this.place(vscode.Uri.file(file), current.get(file));
            findings += placed.length;
            stale += placed.filter((one) => one.stale === true).length;
        }
        return { findings, stale, homeless };
    }

    /** A file has changed, or gouji has looked at it anew: what the logs say of it finds its places again. */
    replace(uri: vscode.Uri, delay = 200): void {
        if (![...this.opened.values()].some((files) => files.has(uri.fsPath))) return;
        clearTimeout(this.waiting.get(uri.toString()));
        const timer = setTimeout(() => {
            this.waiting.delete(uri.toString());
            void this.place(uri);
        }, delay);
        this.waiting.set(uri.toString(), timer);
    }

    private async place(uri: vscode.Uri, today?: readonly Logged[]): Promise<readonly Located[]> {
        const runs = [...this.opened.values()].flatMap((files) => files.get(uri.fsPath) ?? []);
        const text = await read(uri);
        const entry = this.store.get(uri);
        const fresh = entry?.state === 'checked' && (entry.text === undefined || entry.text === text);
        const known: readonly Current[] = fresh && entry.live.length > 0 ? entry.live : locateAll(today ?? [], text);
        const editor = editorLines(text);
        const located = runs.flatMap((one) => {
            const lines = new Lines(text, one.run.newlines, one.run.unit);
            return relocate(one.findings, text, one.run, known).map((placed): Located => ({
                finding: placed.finding,
                stretch: placed.stretch,
                spot: editor.spot(placed.stretch),
                related: placed.stale ? [] : locateRelated(placed.finding, lines, editor, () => true),
                logged: true,
                stale: placed.stale,
            }));
        });
        this.store.update(uri, { logged: located, ...(entry === undefined ? { state: 'off' as const } : {}) });
        return located;
    }

    /** What gouji finds in these files today; its fingerprints tell where old findings went. */
    private async today(files: readonly string[]): Promise<ReadonlyMap<string, readonly Logged[]>> {
        const found = new Map<string, readonly Logged[]>();
        const drafts = files.filter((file) => DRAFT.test(file));
        const program = drafts.length > 0 ? await this.programs.find() : undefined;
        if (program?.kind !== 'ready') return found;
        const { timeout, say } = this.settings;
        for (const portion of portions(drafts)) {
            const cwd = path.dirname(portion[0] ?? '.');
            const args = ['check', ...portion, '--format', 'sarif', ...checkArguments(this.settings.choices(undefined), program.knows)];
            const answer = understand(await run({ command: program.file, args, cwd, timeout: timeout * portion.length }), timeout, say);
            if (answer.kind !== 'log') continue;
            for (const one of answer.log.runs) for (const [file, findings] of byArtifact(one, portion, cwd)) found.set(file, [...(found.get(file) ?? []), { run: one, findings }]);
        }
        return found;
    }
}

/** The findings of one of our own runs by the file, among those that were given to it. */
export function byArtifact(one: Run, files: readonly string[], cwd: string): ReadonlyMap<string, Finding[]> {
    const found = new Map<string, Finding[]>();
    const homes = new Map<string, string | undefined>();
    const given = new Set(files);
    for (const finding of one.findings) {
        const { artifact } = finding.place;
        if (artifact === undefined || finding.suppressed !== undefined) continue;
        const name = `${artifact.base ?? ''} ${artifact.uri}`;
        if (!homes.has(name)) {
            const likely = candidates(artifact, one.bases, [cwd, '/']);
            homes.set(name, likely.find((file) => given.has(file)) ?? files.find((file) => path.basename(file) === path.basename(likely[0] ?? '')));
        }
        const home = homes.get(name);
        if (home !== undefined) found.set(home, [...(found.get(home) ?? []), finding]);
    }
    return found;
}

function locateAll(runs: readonly Logged[], text: string): readonly Located[] {
    return runs.flatMap((one) => locate(one.run, one.findings, text, () => true));
}

/** As an editor shows it, else from the disk: a document that is shown nowhere may lag behind its file. */
async function read(uri: vscode.Uri): Promise<string> {
    const documents = [...vscode.window.visibleTextEditors.map((editor) => editor.document), ...vscode.workspace.textDocuments.filter((document) => document.isDirty)];
    const open = documents.find((document) => document.uri.toString() === uri.toString());
    return open?.getText() ?? decode(await vscode.workspace.fs.readFile(uri));
}
