/**
 * One lane for each document: a new request ends the one before it, waiting or running. Requests
 * in different lanes do not touch each other.
 */
export class Lanes {
    private readonly lanes = new Map<string, Lane>();

    /** Runs `work` after `delay` ms unless another request or `cancel` comes first. */
    request(key: string, delay: number, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
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
            .then(() => (abort.signal.aborted ? undefined : work(abort.signal)))
            .finally(() => {
                if (this.lanes.get(key)?.stop === stop) this.lanes.delete(key);
            });
        this.lanes.set(key, { stop, done });
        return done;
    }

    cancel(key: string): void {
        this.lanes.get(key)?.stop();
        this.lanes.delete(key);
    }

    busy(key: string): boolean {
        return this.lanes.has(key);
    }

    /** Resolves when the lane is empty: what follows may trust that the last request is through. */
    async settled(key: string): Promise<void> {
        for (let lane = this.lanes.get(key); lane !== undefined; lane = this.lanes.get(key)) {
            await lane.done.catch(() => undefined);
        }
    }

    dispose(): void {
        for (const key of [...this.lanes.keys()]) this.cancel(key);
    }
}

interface Lane {
    readonly stop: () => void;
    readonly done: Promise<void>;
}
