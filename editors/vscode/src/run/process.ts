import { type ChildProcess, spawn } from 'node:child_process';

export interface Job {
    readonly command: string;
    readonly args: readonly string[];
    readonly cwd: string;
    /** Written to standard input, which is then closed. */
    readonly input?: string;
    readonly timeout: number;
    /** More output than this is a fault, not a log. */
    readonly limit?: number;
}

export type Outcome =
    | { readonly kind: 'done'; readonly code: number; readonly stdout: string; readonly stderr: string; readonly took: number }
    /** We ended it: the text has changed, or the user cancelled. */
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'timeout'; readonly stderr: string; readonly took: number }
    | { readonly kind: 'crashed'; readonly how: string; readonly stderr: string }
    | { readonly kind: 'unstartable'; readonly why: string };

const LIMIT = 256 * 1024 * 1024;

/** Runs one program to its end, or ends it. Never rejects. */
export function run(job: Job, signal?: AbortSignal): Promise<Outcome> {
    if (signal?.aborted === true) return Promise.resolve({ kind: 'cancelled' });
    const began = Date.now();
    return new Promise((resolve) => {
        let child: ChildProcess;
        try {
            // A group of its own, so that a wrapper script dies together with what it started.
            child = spawn(job.command, [...job.args], {
                cwd: job.cwd,
                stdio: ['pipe', 'pipe', 'pipe'],
                detached: process.platform !== 'win32',
                windowsHide: true,
                shell: false,
            });
        } catch (error) {
            resolve({ kind: 'unstartable', why: error instanceof Error ? error.message : String(error) });
            return;
        }

        let settled = false;
        let size = 0;
        const out: Buffer[] = [];
        const err: Buffer[] = [];
        const words = (pieces: readonly Buffer[]): string => Buffer.concat(pieces).toString('utf8');
        const settle = (outcome: Outcome): void => {
            if (settled) return;
            settled = true;
            clearTimeout(timer);
            signal?.removeEventListener('abort', cancel);
            resolve(outcome);
        };
        const cancel = (): void => {
            kill(child);
            settle({ kind: 'cancelled' });
        };
        const timer = setTimeout(() => {
            kill(child);
            settle({ kind: 'timeout', stderr: words(err), took: Date.now() - began });
        }, job.timeout);
        signal?.addEventListener('abort', cancel);

        const collect = (into: Buffer[]) => (piece: Buffer) => {
            if (settled) return;
            size += piece.length;
            into.push(piece);
            if (size > (job.limit ?? LIMIT)) {
                kill(child);
                settle({ kind: 'crashed', how: 'too much output', stderr: words(err) });
            }
        };
        child.stdout?.on('data', collect(out));
        child.stderr?.on('data', collect(err));
        child.on('error', (error) => {
            settle({ kind: 'unstartable', why: error.message });
        });
        child.on('close', (code, ended) => {
            if (code === null) settle({ kind: 'crashed', how: ended ?? 'killed', stderr: words(err) });
            else settle({ kind: 'done', code, stdout: words(out), stderr: words(err), took: Date.now() - began });
        });
        // A program that does not read its input to the end closes the pipe: its exit code says why.
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(job.input ?? '');
    });
}

function kill(child: ChildProcess): void {
    if (child.pid === undefined) return;
    try {
        if (process.platform === 'win32') child.kill('SIGKILL');
        else process.kill(-child.pid, 'SIGKILL');
    } catch {
        child.kill('SIGKILL');
    }
    // What it still says is of no interest, and its pipes must not keep us waiting.
    child.stdout?.destroy();
    child.stderr?.destroy();
}
