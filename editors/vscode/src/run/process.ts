import { type ChildProcess, spawn } from 'node:child_process';

export interface Job {
    readonly command: string;
    readonly args: readonly string[];
    readonly cwd: string;
    /** Text for standard input, which is then closed. */
    readonly input?: string;
    readonly timeout: number;
    /** Maximum size of the output in bytes. */
    readonly limit?: number;
}

export type Outcome =
    | { readonly kind: 'done'; readonly code: number; readonly stdout: string; readonly stderr: string; readonly took: number }
    /** Ended by the caller: the text has changed or the user cancelled. */
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'timeout'; readonly stderr: string; readonly took: number }
    | { readonly kind: 'crashed'; readonly how: string; readonly stderr: string }
    | { readonly kind: 'unstartable'; readonly why: string };

const LIMIT = 256 * 1024 * 1024;

/** Runs a program. Kills it on timeout, abort or too much output. Never rejects. */
export function run(job: Job, signal?: AbortSignal): Promise<Outcome> {
    if (signal?.aborted === true) return Promise.resolve({ kind: 'cancelled' });
    const began = Date.now();
    return new Promise((resolve) => {
        let child: ChildProcess;
        try {
            // A process group of its own, so that a wrapper script can be killed together with its children.
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
        // A program may exit before it has read all input; its exit code tells the reason.
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(job.input ?? '');
    });
}

/** Kills a process and everything in its group. */
export function kill(child: ChildProcess): void {
    if (child.pid === undefined) return;
    try {
        if (process.platform === 'win32') child.kill('SIGKILL');
        else process.kill(-child.pid, 'SIGKILL');
    } catch {
        child.kill('SIGKILL');
    }
    // Children that survive may hold the pipes open, so they are closed here.
    child.stdout?.destroy();
    child.stderr?.destroy();
}
