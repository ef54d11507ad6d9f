import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

import { interpret } from '../run/check_result';
import { checkArguments, batches } from '../run/command_line';
import { run } from '../run/process';
import type { Artifact, Finding, Run } from '../sarif/finding';
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
    readonly unresolved: number;
}

interface Logged {
    readonly run: Run;
    readonly findings: Finding[];
}

/** Shows SARIF logs written elsewhere, with each result moved to its place in the current text. */
export class Logs implements vscode.Disposable {
    /** Findings of each open log: log URI → file path → findings. */
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
            if (this.store.get(uri)?.state === 'unchecked') this.store.remove(uri);
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
        const workspace = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath);
        const folders = roots(workspace, uri.fsPath);
        const byFile = new Map<string, Logged[]>();
        let unresolved = 0;
        for (const one of log.runs) {
            this.store.addRules(one.rules);
            const files = new Map<string, string | undefined>();
            for (const finding of one.findings) {
                if (finding.suppressed !== undefined) continue;
                const { artifact } = finding.place;
                const name = artifact === undefined ? '' : `${artifact.base ?? ''} ${artifact.uri}`;
                if (artifact !== undefined && !files.has(name)) files.set(name, candidates(artifact, one.bases, folders).find(existsSync));
                const file = files.get(name);
                if (file === undefined) {
                    unresolved += 1;
                    continue;
                }
                const runs = byFile.get(file) ?? [];
                byFile.set(file, runs);
                const last = runs.at(-1);
                if (last?.run === one) last.findings.push(finding);
                else runs.push({ run: one, findings: [finding] });
            }
        }
        this.opened.set(uri.toString(), byFile);

        const current = await this.currentFindings([...byFile.keys()].filter((file) => this.store.get(vscode.Uri.file(file))?.state !== 'checked'));
        let findings = 0;
        let stale = 0;
        for (const file of byFile.keys()) {
            const placed = await this.place(vscode.Uri.file(file), current.get(file));
            findings += placed.length;
            stale += placed.filter((one) => one.stale === true).length;
        }
        return { findings, stale, unresolved };
    }

    /** Places the logs' findings anew after a file has changed or was checked again. */
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
                span: placed.span,
                range: editor.range(placed.span),
                related: placed.stale ? [] : locateRelated(placed.finding, lines, editor, () => true),
                tool: toolName(one.run),
                stale: placed.stale,
            }));
        });
        this.store.update(uri, { logged: located });
        return located;
    }

    /** The current findings of these files; their fingerprints tell where old findings have moved. */
    private async currentFindings(files: readonly string[]): Promise<ReadonlyMap<string, readonly Logged[]>> {
        const found = new Map<string, readonly Logged[]>();
        const drafts = files.filter((file) => DRAFT.test(file));
        const program = drafts.length > 0 ? await this.programs.find() : undefined;
        if (program?.kind !== 'ready') return found;
        const { timeout, localize } = this.settings;
        for (const batch of batches(drafts)) {
            const cwd = path.dirname(batch[0] ?? '.');
            const args = ['check', ...batch, '--format', 'sarif', ...checkArguments(this.settings.checkOptions(undefined), program.supports)];
            const result = interpret(await run({ command: program.file, args, cwd, timeout: timeout * batch.length }), timeout, localize);
            if (result.kind !== 'log') continue;
            for (const one of result.log.runs) {
                for (const [file, findings] of findingsByFile(one, batch, cwd)) {
                    const open = findings.filter((finding) => finding.suppressed === undefined);
                    found.set(file, [...(found.get(file) ?? []), { run: one, findings: open }]);
                }
            }
        }
        return found;
    }
}

/** Groups the findings of a run by input file. */
export function findingsByFile(one: Run, files: readonly string[], cwd: string): ReadonlyMap<string, Finding[]> {
    const found = new Map<string, Finding[]>();
    const fileOf = inputFinder(one, files, cwd);
    for (const finding of one.findings) {
        const file = fileOf(finding.place.artifact);
        if (file !== undefined) found.set(file, [...(found.get(file) ?? []), finding]);
    }
    return found;
}

/** Finds the input file of a run that an artifact means. */
export function inputFinder(one: Run, files: readonly string[], cwd: string): (artifact: Artifact | undefined) => string | undefined {
    const known = new Map<string, string | undefined>();
    const given = new Set(files);
    return (artifact) => {
        if (artifact === undefined) return undefined;
        const name = `${artifact.base ?? ''} ${artifact.uri}`;
        if (!known.has(name)) known.set(name, candidates(artifact, one.bases, [cwd, '/']).find((file) => given.has(file)));
        return known.get(name);
    };
}

function toolName(one: Run): string {
    return one.tool === '' ? 'SARIF' : one.tool;
}

function locateAll(runs: readonly Logged[], text: string): readonly Located[] {
    return runs.flatMap((one) => locate(one.run, one.findings, text, () => true));
}

/** The text in a visible or modified editor, else the file. A hidden document may be older than its file. */
async function read(uri: vscode.Uri): Promise<string> {
    const documents = [...vscode.window.visibleTextEditors.map((editor) => editor.document), ...vscode.workspace.textDocuments.filter((document) => document.isDirty)];
    const open = documents.find((document) => document.uri.toString() === uri.toString());
    return open?.getText() ?? decode(await vscode.workspace.fs.readFile(uri));
}
