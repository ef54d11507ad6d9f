import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { examplesOf, failuresIn } from '../../src/text/page_examples';

describe('the examples of a rule page', () => {
    it('are its fences marked valid or invalid', () => {
        const page = ['# 题', '```toml', '```', '```invalid overview', '⟦错⟧', '```', '```valid', '```', '```valid'];
        assert.deepEqual(examplesOf(page), [
            { line: 3, endLine: 5, kind: 'invalid', context: 'overview' },
            { line: 6, endLine: 7, kind: 'valid', context: '' },
        ]);
    });
    it('fail at the line and with the message that gouji prints', () => {
        const output = '包/other.md:36: 这个 valid 例子不应有结果，实际：\n      5:5 “再创辉煌”\n1 个规则页，2 个例子：1 处不符\n';
        assert.deepEqual(failuresIn(output), [{ line: 35, message: '这个 valid 例子不应有结果，实际：\n5:5 “再创辉煌”' }]);
        assert.deepEqual(failuresIn('1 个规则页，2 个例子：全部符合\n'), []);
    });
});
