import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { readLog } from '../../src/sarif/log';
import { relocate } from '../../src/sarif/relocate';
import { locate } from '../../src/text/located';
import { sample, TEXT } from './sample';

const run = readLog(JSON.stringify(sample()))!.runs[0]!;
const words = (text: string, placed: ReturnType<typeof relocate>) =>
    placed.map((one) => [text.slice(one.span.start, one.span.end), one.stale]);

describe('findings of an old log', () => {
    it('keep their places in an unchanged text', () => {
        const placed = relocate(run.findings, TEXT, run, []);
        assert.deepEqual(words(TEXT, placed), [['条列', false], ['，，', false], ['4', false]]);
        assert.deepEqual(placed.map((one) => one.span), locate(run, run.findings, TEXT, () => true).map((one) => one.span));
    });

    it('move with their lines', () => {
        const moved = `附件4\n说明4条\n${TEXT}`;
        const placed = relocate(run.findings, moved, run, []);
        assert.deepEqual(words(moved, placed), [['条列', false], ['，，', false], ['4', false]]);
        // The 4 in the table, not the nearer 4 in the new lines.
        assert.equal(placed[2]!.span.start, moved.lastIndexOf('4'));
    });

    it('are stale where their text is gone', () => {
        const fixed = TEXT.replace('条列', '条例');
        const placed = relocate(run.findings, fixed, run, []);
        assert.deepEqual(placed.map((one) => one.stale), [true, false, false]);
    });

    it('follow the fingerprint first, even where the text has changed', () => {
        const now = TEXT.replace('\t4\n', '\t9\n');
        const today = run.findings.filter((one) => one.rule.id === 'arithmetic/row-total');
        const current = locate(run, today, now, () => true);
        const placed = relocate(run.findings, now, run, current);
        assert.deepEqual(words(now, placed)[2], ['9', false]);
    });

    it('share neither a place nor a current finding', () => {
        const twice = [run.findings[0]!, run.findings[0]!];
        const text = TEXT.replace('条列》', '条列》和《条列》');
        const starts = relocate(twice, text, run, []).map((one) => one.span.start);
        assert.equal(new Set(starts).size, 2);
        const once = locate(run, [run.findings[0]!], TEXT, () => true);
        assert.deepEqual(relocate(twice, TEXT, run, once).map((one) => one.stale), [false, false]);
    });

    it('keep the place of the log when it has no snippets', () => {
        const bare = { ...run.findings[0]!, place: { ...run.findings[0]!.place, region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 3 } } };
        assert.deepEqual(words(TEXT, relocate([bare], TEXT, run, [])), [['𠮷', false]]);
    });
});
