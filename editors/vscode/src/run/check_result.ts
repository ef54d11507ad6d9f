import type { Log } from '../sarif/finding';
import { readLog } from '../sarif/log';
import { isUnreadable } from '../sarif/notices';
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
            const errors = log.runs.flatMap((run) => run.notices).filter((one) => one.level === 'error');
            const [error] = errors.filter((one) => !isUnreadable(one));
            // Files that could not be read are reported file by file.
            if (error === undefined && errors.length > 0) return { kind: 'log', log, took: outcome.took };
            return { kind: 'log', log, took: outcome.took, error: localize('incomplete', firstLine(error?.message ?? stderr)) };
        }
    }
}

function firstLine(words: string): string {
    return words.split('\n')[0]?.trim() ?? '';
}
