import type { Log } from '../sarif/finding';
import { readLog } from '../sarif/log';
import type { Localize } from '../text/messages';
import type { Outcome } from './process';

export type CheckResult =
    | { readonly kind: 'log'; readonly log: Log; readonly took: number; readonly error?: string }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'failed'; readonly why: string; readonly details: string };

/** Interprets a run of `gouji check --format sarif`. With exit code 2 there can still be findings. */
export function interpret(outcome: Outcome, timeout: number, localize: Localize): CheckResult {
    switch (outcome.kind) {
        case 'cancelled':
            return outcome;
        case 'timeout':
            return { kind: 'failed', why: localize('timedOut', timeout), details: outcome.stderr };
        case 'crashed':
            return { kind: 'failed', why: localize('crashed', outcome.how), details: outcome.stderr };
        case 'unstartable':
            return { kind: 'failed', why: localize('crashed', outcome.why), details: '' };
        case 'done': {
            const log = readLog(outcome.stdout);
            const stderr = outcome.stderr.trim();
            if (log === undefined) {
                const why = outcome.code === 2 && stderr !== '' ? localize('refused', firstLine(stderr)) : outcome.code > 2 ? localize('crashed', outcome.code) : localize('unreadable');
                return { kind: 'failed', why, details: stderr };
            }
            if (outcome.code !== 2) return { kind: 'log', log, took: outcome.took };
            const notice = log.runs.flatMap((run) => run.notices).find((one) => one.level === 'error');
            return { kind: 'log', log, took: outcome.took, error: localize('refused', notice?.message ?? firstLine(stderr)) };
        }
    }
}

function firstLine(words: string): string {
    return words.split('\n')[0]?.trim() ?? '';
}
