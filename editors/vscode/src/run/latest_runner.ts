/**
 * Runs tasks by key (one key a document). A new request aborts the previous one with the same key,
 * whether it is still waiting or already running. Requests with different keys are independent.
 */
export class LatestRunner {
    private readonly requests = new Map<string, Request>();

    /** Runs `task` after `delay` ms unless another request or `cancel` comes first. */
    request(key: string, delay: number, task: (signal: AbortSignal) => Promise<void>): Promise<void> {
        this.cancel(key);
        const abort = new AbortController();
        let begin: () => void = () => undefined;
        const waited = new Promise<void>((resolve) => {
            begin = resolve;
        });
        const timer = setTimeout(begin, delay);
        const stop = (): void => {
            clearTimeout(timer);
            abort.abort();
            begin();
        };
        const done = waited
            .then(() => (abort.signal.aborted ? undefined : task(abort.signal)))
            .finally(() => {
                if (this.requests.get(key)?.stop === stop) this.requests.delete(key);
            });
        this.requests.set(key, { stop, done });
        return done;
    }

    cancel(key: string): void {
        this.requests.get(key)?.stop();
        this.requests.delete(key);
    }

    busy(key: string): boolean {
        return this.requests.has(key);
    }

    /** Resolves when no request with this key is left. */
    async settled(key: string): Promise<void> {
        for (let request = this.requests.get(key); request !== undefined; request = this.requests.get(key)) {
            await request.done.catch(() => undefined);
        }
    }

    dispose(): void {
        for (const key of [...this.requests.keys()]) this.cancel(key);
    }
}

interface Request {
    readonly stop: () => void;
    readonly done: Promise<void>;
}
