import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { readLog } from '../../src/sarif/log';
import { locate, type Located } from '../../src/text/located';
import { type Change, editedLines, withoutNewcomers } from '../../src/text/typing';
import { sample } from './sample';

const run = readLog(JSON.stringify(sample()))!.runs[0]!;
const [model] = locate(run, run.findings, '一\n二\n三\n', () => true);

function finding(rule: string, line: number, message: string): Located {
    const { finding, range } = model!;
    return { ...model!, finding: { ...finding, rule: { ...finding.rule, id: rule }, message }, range: { ...range, startLine: line, endLine: line } };
}

function change(first: number, last: number, text: string): Change {
    return { range: { start: { line: first }, end: { line: last } }, text };
}

describe('the lines being edited', () => {
    it('are those of the change, in the text after it', () => {
        assert.deepEqual(editedLines([change(4, 4, 'y')]), { first: 4, last: 4 });
        assert.deepEqual(editedLines([change(4, 4, '一\r\n二\n三')]), { first: 4, last: 6 });
        assert.deepEqual(editedLines([change(4, 7, '')]), { first: 4, last: 4 });
        assert.deepEqual(editedLines([change(9, 9, '\n'), change(2, 3, '一')]), { first: 2, last: 9 });
    });
});

describe('what is new on the lines being edited', () => {
    const edited = { first: 5, last: 5 };
    const shownOf = (found: readonly Located[], before: readonly Located[]): readonly string[] => withoutNewcomers(found, before, edited).map((one) => one.finding.message);
    it('waits, and nothing else does', () => {
        assert.deepEqual(shownOf([finding('a', 4, '上'), finding('a', 5, '此'), finding('a', 6, '下')], []), ['上', '下']);
    });
    it('is not what was shown before: the same rule on the line, or the same words', () => {
        const found = [finding('a', 5, '合计 8 ≠ 9'), finding('b', 5, '重复'), finding('c', 5, '新')];
        assert.deepEqual(shownOf(found, [finding('a', 5, '合计 8 ≠ 10'), finding('b', 3, '重复')]), ['合计 8 ≠ 9', '重复']);
    });
});
