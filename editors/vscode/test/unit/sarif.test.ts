import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { format, plain } from '../../src/sarif/message';
import { isNoReport } from '../../src/sarif/notices';
import { readLog } from '../../src/sarif/log';
import { locate } from '../../src/text/located';
import { sample, TEXT } from './sample';

const log = readLog(JSON.stringify(sample()))!;
const run = log.runs[0]!;

describe('a SARIF log', () => {
    it('gives findings with rule, level and message', () => {
        assert.deepEqual(
            run.findings.map((one) => [one.rule.id, one.rule.name, one.level, one.message]),
            [
                ['wording/law-name', '法规名错字', 'error', '“条列”应为“条例”。'],
                ['typography/duplicate-punctuation', '标点重复', 'warning', '标点重复：此处“，，”。'],
                ['arithmetic/row-total', '表三横向合计不符', 'error', '总计应为 3，表中写作 4。'],
            ],
        );
        assert.equal(run.findings[0]!.rule.helpUri, 'https://example.com/docs/rules/wording/law-name.md');
        assert.match(run.findings[0]!.rule.help, /^# 法规名错字/);
    });

    it('locates places after 𠮷 and 😀 exactly', () => {
        const located = locate(run, run.findings, TEXT, () => true);
        assert.deepEqual(located.map((one) => TEXT.slice(one.span.start, one.span.end)), ['条列', '，，', '4']);
        assert.deepEqual(located[0]!.range, { startLine: 2, startCharacter: 10, endLine: 2, endCharacter: 12 });
        assert.equal(located[1]!.related[0]!.message, '前一个');
        assert.equal(located[2]!.related[0]!.message, '（一）予以公开 · 自然人');
    });

    it('reads fixes, which are safe only when marked so', () => {
        assert.deepEqual(run.findings.map((one) => one.fixes.map((fix) => [fix.title, fix.safe])), [[['改为“条例”。', true]], [['删去一个。', false]], []]);
        const marked = sample() as { runs: { results: { fixes: { properties: unknown }[] }[] }[] };
        marked.runs[0]!.results[0]!.fixes[0]!.properties = { applicability: 'unsafe' };
        marked.runs[0]!.results[1]!.fixes[0]!.properties = { applicability: 'safe' };
        const findings = readLog(JSON.stringify(marked))!.runs[0]!.findings;
        assert.deepEqual(findings.map((one) => one.fixes.map((fix) => fix.safe)), [[false], [true], []]);
    });

    it('reads logical names in either notation', () => {
        assert.deepEqual(run.findings[1]!.place.logical, ['一、总体情况', '正文']);
        assert.deepEqual(run.findings[2]!.place.logical.slice(2), ['（一）予以公开', '总计']);
    });

    it('leaves out passed and absent results and marks suppressed ones', () => {
        const changed = sample() as { runs: { results: Record<string, unknown>[] }[] };
        const results = changed.runs[0]!.results;
        results[0]!.kind = 'pass';
        results[1]!.baselineState = 'absent';
        results[2]!.suppressions = [{ kind: 'external', justification: '已核实' }];
        const findings = readLog(JSON.stringify(changed))!.runs[0]!.findings;
        assert.deepEqual(findings.map((one) => one.suppressed), ['已核实']);
        results[2]!.suppressions = [{ kind: 'external', status: 'rejected', justification: '不同意' }];
        assert.equal(readLog(JSON.stringify(changed))!.runs[0]!.findings[0]!.suppressed, undefined);
    });

    it('accepts any JSON', () => {
        for (const text of ['', '{', '[]', 'null', '{"version":"2.1.0"}']) assert.equal(readLog(text), undefined, text);
        const odd = readLog('{"runs":[null,{"results":[{},{"locations":"x","message":7,"fixes":[{}],"rule":{"index":-1}}],"tool":3}]}');
        assert.deepEqual(odd?.runs.map((one) => one.findings.length), [0, 2]);
        assert.equal(odd.runs[1]!.findings[0]!.rule.id, '');
        assert.equal(readLog('\uFEFF{"runs":[]}')?.runs.length, 0);
    });

    it('finds a rule by its index when the result leaves its id out', () => {
        assert.equal(run.findings[1]!.rule.id, 'typography/duplicate-punctuation');
    });

    it('recognises the notice about a text that is not a report', () => {
        const notice = { level: 'note' as const, message: '' };
        assert.ok(isNoReport({ id: 'gouji/no-report', ...notice }));
        assert.ok(!isNoReport({ id: 'gouji/rule-failed', ...notice }));
    });
});

describe('a SARIF message', () => {
    it('is filled with its arguments and keeps braces', () => {
        assert.equal(format('{0}≠{1} {{x}} {7}', ['3', '4']), '3≠4 {x} {7}');
    });
    it('is plain without its links', () => {
        assert.equal(plain('多余的“,”；[前一个标点](1)已断句，见[文档](https://example.com/a)。'), '多余的“,”；前一个标点已断句，见文档。');
        assert.equal(plain('数组 a\\[1\\](2)'), '数组 a[1](2)');
        assert.equal(plain('《办法》[2020]12号'), '《办法》[2020]12号');
    });
});
