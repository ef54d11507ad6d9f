import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { folders, isClosed, quoted, relativeTo, withRuleOff, withSuppression } from '../../src/suppress/configuration';

const one = { rule: 'arithmetic/row-total', file: '年报.txt', fingerprint: 'aa:1', reason: '已核实' };
const block = '[[suppress]]\nrule = "arithmetic/row-total"\nfile = "年报.txt"\nfingerprint = "aa:1"\nreason = "已核实"\n';

describe('a suppression', () => {
    it('is appended', () => {
        assert.equal(withSuppression('', one), block);
        assert.equal(withSuppression('edition = "2021"', one), `edition = "2021"\n\n${block}`);
        assert.equal(withSuppression('a = 1\r\n', one), `a = 1\r\n\r\n${block.replace(/\n/g, '\r\n')}`);
    });
    it('is not written twice', () => {
        const once = withSuppression('', one);
        assert.equal(withSuppression(once, { ...one, reason: '又' }), once);
        assert.notEqual(withSuppression(once, { ...one, fingerprint: 'bb:1' }), once);
    });
    it('keeps any reason inside its quotes', () => {
        assert.equal(quoted('他说"可以"\\\n换行\t'), '"他说\\"可以\\"\\\\\\u000a换行\\u0009"');
    });
    it('detects an inline array', () => {
        assert.ok(isClosed('suppress = []\n'));
        assert.ok(!isClosed('[[suppress]]\nreason = "suppress = x"\n'));
    });
    it('names files from where gouji.toml lies', () => {
        assert.equal(relativeTo('/w/gouji.toml', '/w/乡镇/柳河镇.txt'), '乡镇/柳河镇.txt');
        assert.equal(relativeTo('/w/gouji.toml', '/w/a[1]*.txt'), 'a[1]?.txt');
    });
    it('looks for gouji.toml from the file up to the workspace', () => {
        assert.deepEqual(folders('/w/a/b/c.txt', '/w'), ['/w/a/b', '/w/a', '/w']);
        assert.deepEqual(folders('/a/c.txt', undefined), ['/a', '/']);
    });
});

describe('a rule that is turned off', () => {
    const off = '"wording/typo" = "off"';
    it('is written into the table of rules, which is created when missing', () => {
        assert.equal(withRuleOff('', 'wording/typo'), `[rules]\n${off}\n`);
        assert.equal(withRuleOff('year = 2022', 'wording/typo'), `year = 2022\n\n[rules]\n${off}\n`);
        assert.equal(withRuleOff('[rules]\n"a/b" = "note"\n\n[[suppress]]\nrule = "wording/typo"\n', 'wording/typo'), `[rules]\n${off}\n"a/b" = "note"\n\n[[suppress]]\nrule = "wording/typo"\n`);
        assert.equal(withRuleOff('[rules]\r\n', 'wording/typo'), `[rules]\r\n${off}\r\n`);
    });
    it('replaces another level', () => {
        assert.equal(withRuleOff('[rules]\n"wording/typo" = "error" # 严\n', 'wording/typo'), `[rules]\n${off}\n`);
    });
    it('is refused where lines cannot be edited', () => {
        for (const toml of ['rules = { "wording/typo" = "note" }\n', '[rules."wording/typo"]\nlevel = "note"\n', '[rules]\n"wording/typo" = { level = "note" }\n']) {
            assert.equal(withRuleOff(toml, 'wording/typo'), undefined, toml);
        }
    });
});
