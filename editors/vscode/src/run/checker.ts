import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { type Model, modelsOf, readModels } from '../form/model';
import type { Localize } from '../text/messages';
import { type CheckResult, interpret, interpretAnswer } from './check_result';
import { checkArguments, type CheckOptions, modelArguments, serverArguments, type Supports, type WorkingDirectory } from './command_line';
import { run } from './process';
import type { Answer } from './server';
import { Servers } from './servers';

/** A gouji that can be run. */
export interface Gouji {
    readonly file: string;
    /** When the file was changed, in ms. */
    readonly stamp: number;
    /** The options of `check`. */
    readonly supports: Supports;
    /** The options of `lsp`; none in a gouji without it. */
    readonly serves: Supports;
}

/** The text of a draft, and how it is to be checked. */
export interface Job {
    readonly gouji: Gouji;
    readonly options: CheckOptions;
    readonly directory: WorkingDirectory;
    readonly text: string;
    readonly timeout: number;
    /** How long a run for this text alone is to wait, in ms: a text that is being typed is not worth a process. */
    readonly pause: number;
}

/** Has gouji check texts: by a server, or by a run for each text where no server can. */
export class Checker {
    private readonly servers: Servers;

    constructor(log: (words: string) => void) {
        this.servers = new Servers(log);
    }

    async check(job: Job, signal: AbortSignal, localize: Localize): Promise<CheckResult> {
        const { gouji, options, timeout } = job;
        const answer = await this.ask('gouji/sarif', job, signal);
        if (answer !== undefined) return interpretAnswer(answer, timeout, localize);
        await setTimeout(job.pause, undefined, { signal }).catch(() => undefined);
        return interpret(await this.run(job, ['check', '--format', 'sarif', ...checkArguments(options, gouji.supports)], signal), timeout, localize);
    }

    /** The reports of the text with their tables; none from a gouji that prints no tables. Undefined when cancelled or failed. */
    async models(job: Job, signal: AbortSignal): Promise<readonly Model[] | undefined> {
        const answer = await this.ask('gouji/form', job, signal);
        if (answer !== undefined) return answer.kind === 'answered' ? modelsOf((answer.result as { reports?: unknown } | null)?.reports) : undefined;
        const outcome = await this.run(job, ['model', ...modelArguments(job.options)], signal);
        return outcome.kind === 'done' ? readModels(outcome.stdout) : undefined;
    }

    /** The text is no longer open, or not to be checked any more. */
    close(directory: WorkingDirectory): void {
        this.servers.close(uriOf(directory));
    }

    /** Tries servers again that have failed. */
    forgive(): void {
        this.servers.forgive();
    }

    dispose(): void {
        this.servers.dispose();
    }

    private async ask(method: string, { gouji, options, directory, text, timeout }: Job, signal: AbortSignal): Promise<Answer | undefined> {
        const args = serverArguments(options, gouji.serves);
        if (args === undefined) return undefined;
        // Relative paths among the arguments are relative to the draft's folder. Otherwise one server does for all folders.
        const relative = options.trusted && [options.packs, options.plugins, options.extra].some((some) => some.length > 0);
        const start = { command: gouji.file, stamp: gouji.stamp, args, cwd: relative ? directory.cwd : tmpdir() };
        return await this.servers.ask(start, method, { uri: uriOf(directory), text }, timeout, signal);
    }

    private run({ gouji, directory, text, timeout }: Job, [command, ...args]: readonly [string, ...string[]], signal: AbortSignal): ReturnType<typeof run> {
        return run({ command: gouji.file, args: [command, '-', '--stdin-name', directory.name, ...args], cwd: directory.cwd, input: text, timeout }, signal);
    }
}

function uriOf({ cwd, name }: WorkingDirectory): string {
    return pathToFileURL(path.join(cwd, name)).toString();
}
