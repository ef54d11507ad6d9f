import { type Answer, type OpenText, Server } from './server';

/** What a server is started with. */
export interface Start {
    readonly command: string;
    /** When the program was changed: a server of an older one is not asked any more. */
    readonly stamp: number;
    /** After `gouji lsp`. */
    readonly args: readonly string[];
    readonly cwd: string;
}

/** After so many failures in a row a server is not started again. */
const FAILURES = 3;

interface Slot {
    server?: Server;
    failures: number;
}

/** The servers that check open drafts: one for each command line, so one unless drafts have options of their own. */
export class Servers {
    private readonly slots = new Map<string, Slot>();

    constructor(private readonly warn: (words: string) => void) {}

    /** Undefined when the server fails, so that gouji is to be run for this text alone. */
    async ask(start: Start, method: string, text: OpenText, timeout: number, signal: AbortSignal): Promise<Answer | undefined> {
        const key = JSON.stringify(start);
        for (const other of this.slots.keys()) if (other !== key) this.closeIn(other, text.uri);
        const slot: Slot = this.slots.get(key) ?? { failures: 0 };
        this.slots.set(key, slot);
        if (slot.failures >= FAILURES) return undefined;
        if (slot.server === undefined || slot.server.ended) slot.server = new Server(start.command, start.args, start.cwd);
        const answer = await slot.server.ask(method, text, timeout, signal);
        if (answer.kind === 'answered') slot.failures = 0;
        if (answer.kind === 'timeout' || answer.kind === 'ended') slot.failures += 1;
        if (answer.kind !== 'ended') return answer;
        this.warn(`${start.command} lsp ${start.args.join(' ')}: ${answer.why}`);
        return undefined;
    }

    /** Forgets a text in all servers. One without texts ends. */
    close(uri: string): void {
        for (const key of this.slots.keys()) this.closeIn(key, uri);
    }

    /** Tries again what has failed. */
    forgive(): void {
        for (const slot of this.slots.values()) slot.failures = 0;
    }

    dispose(): void {
        for (const { server } of this.slots.values()) server?.dispose();
        this.slots.clear();
    }

    private closeIn(key: string, uri: string): void {
        const { server } = this.slots.get(key) ?? {};
        if (server?.close(uri) !== true) return;
        server.dispose();
        this.slots.delete(key);
    }
}
