import type { Log } from '../sarif/finding';
import { logOf, readLog } from '../sarif/log';
import { isUnreadable } from '../sarif/notices';
import type { Localize } from '../text/messages';
import type { Outcome } from './process';
import type { Answer } from './server';

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
            return { kind: 'log', log, took: outcome.took, ...problem(log, outcome.code === 2 ? stderr : undefined, localize) };
        }
    }
}

/** Interprets an answer to gouji/sarif. */
export function interpretAnswer(answer: Answer, timeout: number, localize: Localize): CheckResult {
    switch (answer.kind) {
        case 'cancelled':
            return answer;
        case 'timeout':
            return { kind: 'failed', why: localize('timedOut', timeout), details: '' };
        case 'ended':
            return { kind: 'failed', why: localize('crashed', answer.why), details: '' };
        case 'refused':
            return { kind: 'failed', why: localize('refused', firstLine(answer.why)), details: answer.why };
        case 'answered': {
            const log = logOf(answer.result);
            return log === undefined ? { kind: 'failed', why: localize('unreadable'), details: '' } : { kind: 'log', log, took: answer.took, ...problem(log, undefined, localize) };
        }
    }
}

/** The error that left a check incomplete. `stderr` of a run that failed may tell it, too. */
function problem(log: Log, stderr: string | undefined, localize: Localize): { error?: string } {
    const errors = log.runs.flatMap((run) => run.notices).filter((one) => one.level === 'error');
    // Files that could not be read are reported file by file.
    const error = errors.find((one) => !isUnreadable(one))?.message ?? (errors.length > 0 ? undefined : stderr);
    return error === undefined ? {} : { error: localize('incomplete', firstLine(error)) };
}

function firstLine(words: string): string {
    return words.split('\n')[0]?.trim() ?? '';
}
