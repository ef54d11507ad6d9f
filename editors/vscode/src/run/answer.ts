import type { Log } from '../sarif/finding';
import { readLog } from '../sarif/log';
import type { Say } from '../text/words';
import type { Outcome } from './process';

export type Answer =
    | { readonly kind: 'log'; readonly log: Log; readonly took: number; readonly complaint?: string }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'failed'; readonly why: string; readonly details: string };

/** What a run of `gouji check --format sarif` comes to. Exit code 2 may still bring findings. */
export function understand(outcome: Outcome, timeout: number, say: Say): Answer {
    switch (outcome.kind) {
        case 'cancelled':
            return outcome;
        case 'timeout':
            return { kind: 'failed', why: say('timedOut', timeout), details: outcome.stderr };
        case 'crashed':
            return { kind: 'failed', why: say('crashed', outcome.how), details: outcome.stderr };
        case 'unstartable':
            return { kind: 'failed', why: say('crashed', outcome.why), details: '' };
        case 'done': {
            const log = readLog(outcome.stdout);
            const stderr = outcome.stderr.trim();
            if (log === undefined) {
                const why = outcome.code === 2 && stderr !== '' ? say('refused', firstLine(stderr)) : outcome.code > 2 ? say('crashed', outcome.code) : say('unreadable');
                return { kind: 'failed', why, details: stderr };
            }
            if (outcome.code !== 2) return { kind: 'log', log, took: outcome.took };
            const notice = log.runs.flatMap((run) => run.notices).find((one) => one.level === 'error');
            return { kind: 'log', log, took: outcome.took, complaint: say('refused', notice?.message ?? firstLine(stderr)) };
        }
    }
}

function firstLine(words: string): string {
    return words.split('\n')[0]?.trim() ?? '';
}
