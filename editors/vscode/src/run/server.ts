import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

import { type JsonObject, object, text as textOf } from '../sarif/json';
import { frame, FrameReader } from './frames';
import { kill } from './process';

/** A text as the editor has it. */
export interface OpenText {
    /** Of the file that it is, or would be when saved. */
    readonly uri: string;
    readonly text: string;
}

export type Answer =
    | { readonly kind: 'answered'; readonly result: unknown; readonly took: number }
    /** The server says why it cannot answer. */
    | { readonly kind: 'refused'; readonly why: string }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'timeout' }
    /** The server is gone. */
    | { readonly kind: 'ended'; readonly why: string };

/** The last words of the server that are kept, in characters. */
const WORDS = 2000;

/** One `gouji lsp` and the texts that are open in it. It ends with this process, however that ends. */
export class Server {
    private readonly child: ChildProcessWithoutNullStreams;
    private readonly reader = new FrameReader();
    /** The requests without an answer, by id. */
    private readonly waiting = new Map<number, (response: JsonObject) => void>();
    /** Resolves when the server has started, or is gone. */
    private readonly ready: Promise<unknown>;
    /** The texts as the server has them, by URI; undefined for one that it does not have yet. */
    private readonly texts = new Map<string, string | undefined>();
    private requests = 0;
    private version = 0;
    private words = '';
    /** Why the server is gone. */
    private why: string | undefined;
    private killed = false;

    constructor(command: string, args: readonly string[], cwd: string) {
        // A process group of its own, so that a wrapper script can be killed together with its children.
        this.child = spawn(command, ['lsp', ...args], { cwd, detached: process.platform !== 'win32', windowsHide: true });
        this.child.stdout.on('data', (piece: Buffer) => {
            try {
                for (const message of this.reader.read(piece)) this.receive(object(message));
            } catch {
                this.dispose();
            }
        });
        this.child.stderr.setEncoding('utf8').on('data', (words: string) => {
            this.words = (this.words + words).slice(-WORDS);
        });
        // A server that does not read any more ends; its end is noticed below.
        this.child.stdin.on('error', () => undefined);
        this.child.on('error', (error) => {
            this.end(error.message);
        });
        this.child.on('close', (code, signal) => {
            this.end(`${signal ?? `exit ${String(code)}`} ${this.words.trim()}`);
        });
        // It is asked for findings, so it publishes none.
        this.ready = this.request('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } }).then(() => {
            this.send({ method: 'initialized', params: {} });
        });
    }

    /** It does not answer any more. */
    get ended(): boolean {
        return this.killed || this.why !== undefined;
    }

    /** Asks about a text as it is now. A server that takes longer than `timeout` ms is killed. */
    ask(method: string, text: OpenText, timeout: number, signal: AbortSignal): Promise<Answer> {
        const began = Date.now();
        const { uri } = text;
        if (!this.texts.has(uri)) this.texts.set(uri, undefined);
        return new Promise((resolve) => {
            let id: number | undefined;
            const settle = (answer: Answer): void => {
                clearTimeout(timer);
                signal.removeEventListener('abort', cancel);
                resolve(answer);
            };
            const cancel = (): void => {
                if (id !== undefined) this.send({ method: '$/cancelRequest', params: { id } });
                settle({ kind: 'cancelled' });
            };
            const timer = setTimeout(() => {
                settle({ kind: 'timeout' });
                this.dispose();
            }, timeout);
            signal.addEventListener('abort', cancel);
            void this.ready.then(async () => {
                if (signal.aborted) {
                    cancel();
                    return;
                }
                this.open(text);
                const response = this.request(method, { textDocument: { uri } });
                id = this.requests;
                const { result, error } = await response;
                if (this.why !== undefined) settle({ kind: 'ended', why: this.why });
                else if (error !== undefined) settle({ kind: 'refused', why: textOf(object(error).message) ?? '' });
                else settle({ kind: 'answered', result, took: Date.now() - began });
            });
        });
    }

    /** Forgets a text. Whether it was open and no other is. */
    close(uri: string): boolean {
        const known = this.texts.get(uri);
        if (!this.texts.delete(uri)) return false;
        if (known !== undefined) this.send({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
        return this.texts.size === 0;
    }

    dispose(): void {
        if (!this.ended) kill(this.child);
        this.killed = true;
    }

    private open({ uri, text }: OpenText): void {
        const known = this.texts.get(uri);
        if (known === text) return;
        this.texts.set(uri, text);
        const version = (this.version += 1);
        if (known === undefined) this.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, version, languageId: 'plaintext', text } } });
        else this.send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [{ text }] } });
    }

    /** The response; an empty one when the server is gone. */
    private request(method: string, params: object): Promise<JsonObject> {
        const id = (this.requests += 1);
        return new Promise((resolve) => {
            if (this.why !== undefined) {
                resolve({});
                return;
            }
            this.waiting.set(id, resolve);
            this.send({ id, method, params });
        });
    }

    private send(message: object): void {
        if (this.child.stdin.writable) this.child.stdin.write(frame(message));
    }

    private receive(message: JsonObject): void {
        const { id } = message;
        if (typeof id !== 'number' || message.method !== undefined) return;
        this.waiting.get(id)?.(message);
        this.waiting.delete(id);
    }

    private end(why: string): void {
        this.why ??= why;
        for (const resolve of this.waiting.values()) resolve({});
        this.waiting.clear();
    }
}
