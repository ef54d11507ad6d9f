import { accessSync, constants, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import * as vscode from 'vscode';

import { findBinary } from '../run/binary';
import type { Gouji } from '../run/checker';
import { type Supports, optionsIn } from '../run/command_line';
import { run } from '../run/process';
import { isNewEnough, OLDEST, readVersion } from '../run/version';
import type { Settings } from './settings';

export type Program =
    | ({ readonly kind: 'ready'; readonly version: string } & Gouji)
    | { readonly kind: 'unusable'; readonly why: string };

/** Finds the gouji to run. The result is kept until a setting changes, the file changes or it fails. */
export class ProgramFinder {
    private known: { readonly file: string; readonly stamp: number; readonly program: Program } | undefined;

    private pending: { readonly file: string; readonly answer: Promise<Program> } | undefined;

    constructor(
        private readonly settings: Settings,
        private readonly extensionFolder: string,
        private readonly log: vscode.LogOutputChannel,
    ) {}

    forget(): void {
        this.known = undefined;
    }

    async find(): Promise<Program> {
        const { localize } = this.settings;
        const found = findBinary({
            configured: this.settings.path,
            extensionFolder: this.extensionFolder,
            workspaceFolders: (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath),
            environmentPath: process.env.PATH ?? '',
            platform: process.platform,
            home: homedir(),
            isExecutable,
        });
        if (found.kind === 'missing') return { kind: 'unusable', why: localize('missing') };
        if (found.kind === 'wrong-setting') return { kind: 'unusable', why: localize('wrongSetting', found.file) };
        const stamp = modified(found.file);
        // An upgrade replaces the file, so its version is queried again.
        if (this.known?.file === found.file && this.known.stamp === stamp && this.known.program.kind === 'ready') return this.known.program;
        // Concurrent callers share one query, so that a gouji that hangs is waited for once.
        const asked = this.pending?.file === found.file ? this.pending : { file: found.file, answer: this.ask(found.file, stamp) };
        this.pending = asked;
        const program = await asked.answer;
        if (this.pending === asked) this.pending = undefined;
        this.log.info(`${found.file} (${found.from}): ${program.kind === 'ready' ? program.version : program.why}`);
        this.known = { file: found.file, stamp, program };
        return program;
    }

    private async ask(file: string, stamp: number): Promise<Program> {
        const { localize } = this.settings;
        const outcome = await run({ command: file, args: ['--version'], cwd: tmpdir(), timeout: this.settings.timeout });
        if (outcome.kind === 'timeout') return { kind: 'unusable', why: localize('timedOut', this.settings.timeout) };
        if (outcome.kind !== 'done') {
            const how = outcome.kind === 'unstartable' ? outcome.why : outcome.kind === 'crashed' ? outcome.how : outcome.kind;
            return { kind: 'unusable', why: localize('unusable', file, how) };
        }
        const version = readVersion(outcome.stdout);
        if (version === undefined) return { kind: 'unusable', why: localize('unusable', file, firstLine(outcome.stdout + outcome.stderr)) };
        if (!isNewEnough(version)) return { kind: 'unusable', why: localize('tooOld', version, OLDEST) };
        const [supports, serves] = await Promise.all([this.optionsOf(file, 'check'), this.optionsOf(file, 'lsp')]);
        if (supports === undefined || serves === undefined) return { kind: 'unusable', why: localize('timedOut', this.settings.timeout) };
        return { kind: 'ready', file, stamp, version, supports, serves };
    }

    /** The options of a command; none when there is no such command. Undefined when the program hangs. */
    private async optionsOf(file: string, command: string): Promise<Supports | undefined> {
        const help = await run({ command: file, args: [command, '--help'], cwd: tmpdir(), timeout: this.settings.timeout });
        if (help.kind === 'timeout') return undefined;
        const options = optionsIn(help.kind === 'done' ? help.stdout + help.stderr : '');
        return (option) => options.has(option);
    }
}

function firstLine(words: string): string {
    return words.trim().split('\n')[0]?.slice(0, 120) ?? '';
}

function isExecutable(file: string): boolean {
    try {
        accessSync(file, process.platform === 'win32' ? constants.F_OK : constants.X_OK);
        return statSync(file).isFile();
    } catch {
        return false;
    }
}

function modified(file: string): number {
    try {
        return statSync(file).mtimeMs;
    } catch {
        return 0;
    }
}
