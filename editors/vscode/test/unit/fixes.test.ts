import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Finding } from '../../src/sarif/finding';
import { apply, combine } from '../../src/text/fixes';
import { Lines } from '../../src/text/lines';
import type { Located } from '../../src/text/located';

const rule = { id: 'a/b', name: '甲', summary: '', help: '', tags: [] };

/** A finding whose fix replaces columns [from, to) of line 1. */
function finding(from: number, to: number, text: string, safe = true): Located {
    const region = { startLine: 1, startColumn: from + 1, endLine: 1, endColumn: to + 1 };
    const one: Finding = { rule, level: 'error', message: '', place: { region, logical: [] }, related: [], fixes: [{ title: '', safe, edits: [{ region, text }] }], fingerprints: {} };
    return { finding: one, span: { start: from, end: to }, range: { startLine: 0, startCharacter: from, endLine: 0, endCharacter: to }, related: [] };
}

const TEXT = '甲，，乙。。丙';
const lines = new Lines(TEXT);

describe('many fixes at once', () => {
    it('are applied together', () => {
        const { edits, fixed } = combine([finding(5, 6, ''), finding(2, 3, '')], lines, true);
        assert.equal(fixed, 2);
        assert.equal(apply(TEXT, edits), '甲，乙。丙');
    });
    it('leave out what collides, and what is not safe', () => {
        const { edits, fixed } = combine([finding(1, 3, '；'), finding(2, 3, ''), finding(5, 6, '', false)], lines, true);
        assert.equal(fixed, 1);
        assert.equal(apply(TEXT, edits), '甲；乙。。丙');
        assert.equal(combine([finding(5, 6, '', false)], lines, false).fixed, 1);
    });
    it('take an equal edit once and count both', () => {
        const { edits, fixed } = combine([finding(2, 3, ''), finding(2, 3, '')], lines, true);
        assert.deepEqual([edits.length, fixed], [1, 2]);
    });
    it('never insert twice at one point', () => {
        assert.equal(combine([finding(1, 1, 'x'), finding(1, 1, 'y')], lines, true).fixed, 1);
    });
});
