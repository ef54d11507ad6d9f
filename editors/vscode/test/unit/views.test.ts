import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { formula } from '../../src/form/formula';
import { type FormTable, readModels, type Term } from '../../src/form/model';
import { marks } from '../../src/form/marks';
import { formBody, formPage } from '../../src/form/page';
import { failures, lensTitle, totalTitle } from '../../src/form/identities';
import { readLog } from '../../src/sarif/log';
import { proposals, caretContextAt } from '../../src/text/front_matter';
import { group } from '../../src/text/grouping';
import { escape, hover } from '../../src/text/hover';
import { locate, locateByRegion } from '../../src/text/located';
import { chooseLanguage, localizer } from '../../src/text/messages';
import { commentedCopy, isCommentedCopy, isWordDocument } from '../../src/text/word';
import { region, sample, TEXT } from './sample';

const localize = localizer('zh');
const run = readLog(JSON.stringify(sample()))!.runs[0]!;
const located = locate(run, run.findings, TEXT, () => true);

const cell = (column: string, label: string, words: string, nth = 1) => ({ column, label, state: 'number', printed: words, region: region(TEXT, words, nth, false) });
const [report] = readModels(
    JSON.stringify({
        agency: '云岭县柳河镇人民政府',
        year: 2021,
        edition: '2021',
        tables: [
            {
                form: 'requests',
                name: '收到和处理政府信息公开申请情况',
                region: { startLine: 5, startColumn: 1, endLine: 5, endColumn: 20 },
                rows: [
                    {
                        key: 'granted',
                        label: '（一）予以公开<b>',
                        groups: ['三、本年度办理结果'],
                        cells: [cell('natural', '自然人', '3'), { column: 'other', label: '其他', state: 'blank', printed: '', region: null }, cell('total', '总计', '4')],
                    },
                ],
                identities: [
                    { id: 'row-total', along: 'granted', relation: '=', holds: false, left: '3', right: '4', terms: [{ row: 'granted', column: 'natural', side: 'left' }, { row: 'granted', column: 'total', side: 'right' }] },
                    { id: 'balance', along: 'natural', relation: '=', holds: true, left: '3', right: '3', terms: [{ row: 'granted', column: 'natural', side: 'right' }] },
                ],
            },
            { form: 'disputes', name: '行政复议', rows: [], identities: [] },
        ],
    }),
);
const model = report!;
const requests = model.tables[0]!;
const nameOf = (id: string) => (id === 'row-total' ? '横向合计不符' : id);
const drawing = { reports: [model], marks: (table: FormTable) => marks(table, TEXT, located), nameOf, localize };

describe('the findings view', () => {
    it('groups by file, chapter and rule, with counts', () => {
        const file = group([{ file: 'b', located: [] }, { file: 'a', located }])[0]!;
        assert.equal(file.file, 'a');
        assert.deepEqual(file.counts, { error: 2, warning: 1, note: 0 });
        assert.deepEqual(
            file.chapters.map((one) => [one.chapter, one.counts.error + one.counts.warning, one.rules.map((rule) => rule.name)]),
            [
                ['一、总体情况', 2, ['法规名错字', '标点重复']],
                ['三、收到和处理政府信息公开申请情况', 1, ['表三横向合计不符']],
            ],
        );
    });
});

describe('a Word document', () => {
    it('is known by its name, without the marks and copies beside it', () => {
        assert.deepEqual(['a/年报.docx', 'B.DOCM', 'a/~$年报.docx', '年报.doc', '年报.txt'].map(isWordDocument), [true, true, false, false, false]);
        assert.equal(commentedCopy('/a.b/年报.docx'), '/a.b/年报.批注.docx');
        assert.deepEqual(['年报.批注.docx', '年报.修订.docm', '年报.docx', '批注.docx'].map(isCommentedCopy), [true, true, false, false]);
    });
    it('has its findings in the order and at the places of the text that gouji read', () => {
        const placed = locateByRegion(run.findings);
        assert.deepEqual(placed.map((one) => one.range), located.map((one) => one.range));
        assert.deepEqual(placed.map((one) => one.span.start), [...placed.keys()]);
        assert.deepEqual(placed.map((one) => one.related.map((each) => each.message)), located.map((one) => one.related.map((each) => each.message)));
        assert.deepEqual(group([{ file: 'a', located: placed }]).map((file) => file.chapters.map((one) => one.chapter)), [['一、总体情况', '三、收到和处理政府信息公开申请情况']]);
    });
});

describe('the code lens of a table', () => {
    it('says that all hold, or which fail', () => {
        assert.equal(lensTitle({ ...requests, identities: requests.identities.slice(1) }, localize), '勾稽 1 条：全部成立');
        assert.equal(lensTitle(requests, localize), '勾稽 2 条：1 条不成立：（一）予以公开<b> 3 ≠ 4');
        assert.equal(lensTitle(model.tables[1]!, localize), '本表没有勾稽关系');
        assert.deepEqual(failures(requests, nameOf), ['（一）予以公开<b>：3 ≠ 4（横向合计不符：自然人 = 总计）']);
    });
    it('counts over all tables', () => {
        assert.equal(totalTitle(model.tables, localize), '勾稽 2 条：1 条不成立');
        assert.equal(totalTitle([{ ...requests, identities: requests.identities.slice(1) }], localize), '勾稽 1 条：全部成立');
        assert.equal(totalTitle([], localize), '');
    });
    it('names more than two failures by “等”', () => {
        const [failing] = requests.identities;
        assert.match(lensTitle({ ...requests, identities: [failing!, failing!, failing!] }, localize), /3 条不成立：.*；.*等$/);
    });
});

describe('an identity in words', () => {
    const term = (row: string, column: string, side: 'left' | 'right', sign: 1 | -1 = 1) => ({ row, column, side, sign });
    const labels = { a: '甲', b: '乙', c: '丙', d: '丁', e: '戊' };
    const table = { ...requests, rows: Object.entries(labels).map(([key, label]) => ({ key, label, groups: [], cells: requests.rows[0]!.cells })) };
    const words = (relation: string, ...terms: Term[]) => formula(table, { id: 'x', along: 'total', relation, left: '1', right: '2', terms });
    it('has each term, or the first and the last of many', () => {
        assert.equal(words('=', term('a', 'total', 'left'), term('b', 'total', 'left'), term('c', 'total', 'right'), term('d', 'total', 'right')), '甲 + 乙 = 丙 + 丁');
        assert.equal(words('=', term('e', 'total', 'left'), ...['a', 'b', 'c', 'd'].map((row) => term(row, 'total', 'right'))), '戊 = 甲 + … + 丁');
    });
    it('subtracts terms with a minus', () => {
        assert.equal(words('<=', term('a', 'total', 'left'), term('b', 'total', 'right'), term('c', 'total', 'right', -1)), '甲 ≤ 乙 − 丙');
    });
    it('names columns on a row, and both across', () => {
        assert.equal(words('=', term('a', 'total', 'left'), term('a', 'natural', 'right')), '总计 = 自然人');
        assert.equal(words('=', term('a', 'total', 'left'), term('b', 'natural', 'right')), '甲 · 总计 = 乙 · 自然人');
    });
});

describe('a row and a column of one key', () => {
    it('are not confused', () => {
        const total = { id: 'balance', along: 'total', relation: '=', holds: false, left: '3', right: '4', terms: [{ row: 'granted', column: 'total', side: 'left' as const, sign: 1 as const }] };
        const table = { ...requests, rows: [...requests.rows, { key: 'total', label: '（七）总计', groups: [], cells: requests.rows[0]!.cells }], identities: [total] };
        assert.match(lensTitle(table, localize), /不成立：总计 3 ≠ 4/);
        const body = formBody({ ...drawing, reports: [{ ...model, tables: [table] }] });
        assert.match(body, /<tfoot>.*3 ≠ 4/s);
        assert.doesNotMatch(/<tbody>.*<\/tbody>/s.exec(body)?.[0] ?? '', /3 ≠ 4/);
    });
});

describe('the form view', () => {
    it('marks the wrong cell by its finding and the others of the sum', () => {
        const found = marks(requests, TEXT, located);
        const levels = requests.rows[0]!.cells.map((one) => found.get(one)?.level);
        assert.deepEqual(levels, ['involved', undefined, 'error']);
        assert.deepEqual(found.get(requests.rows[0]!.cells[2]!)?.messages, ['总计应为 3，表中写作 4。']);
    });
    it('draws each table with sums, and leads back to the text', () => {
        const body = formBody(drawing);
        assert.match(body, /<section id="requests">/);
        assert.match(body, /data-place="5,9,5,10"/);
        assert.match(body, /class="number error"[^>]*>4</);
        assert.match(body, /<span class="fails"[^>]*>3 ≠ 4<\/span>/);
        assert.match(body, /<tr class="group"><th colspan="5"[^>]*>三、本年度办理结果/);
        assert.match(body, /文中没有找到这张表/);
        assert.match(body, /云岭县柳河镇人民政府 · 2021 年度 · 2021 版格式 · 勾稽 2 条：1 条不成立/);
        assert.match(body, /<li><a href="#" data-place="5,21,5,22">（一）予以公开&#60;b&#62;：3 ≠ 4（横向合计不符：自然人 = 总计）<\/a><\/li>/);
    });
    it('names row, column, figure and finding of a cell for screen readers', () => {
        assert.match(formBody(drawing), /aria-label="（一）予以公开&#60;b&#62; · 总计：4；总计应为 3，表中写作 4。"/);
    });
    it('explains its colours', () => {
        assert.match(formBody(drawing), /<i class="error"><\/i>有问题<.*<i class="missing"><\/i>文中缺</);
    });
    it('escapes the text of the report', () => {
        const page = formPage({ ...drawing, nameOf: () => '"><script>alert(1)</script>' }, 'n0nce', '<标题>', 'zh');
        assert.doesNotMatch(page, /<script>alert|<标题>|<b>/);
        assert.match(page, /default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce'/);
    });
    it('reads the models of several reports', () => {
        const reports = readModels('{\n "tables": [{"form": "a"}]\n}\n{\n "agency": "柳河镇",\n "tables": [{"form": "a"}]\n}\n');
        assert.deepEqual(reports.map((one) => one.tables.map((table) => table.id)), [['a'], ['a-2']]);
        const body = formBody({ ...drawing, reports });
        assert.match(body, /<section id="a">.*<header>柳河镇<\/header><section id="a-2">/s);
    });
    it('is empty for a model without tables', () => {
        assert.deepEqual(readModels('{"agency":"x"}'), []);
        assert.deepEqual(readModels('nonsense'), []);
        assert.match(formBody({ ...drawing, reports: [{ ...model, tables: [] }] }), /没有可识别的表/);
        assert.match(formBody({ ...drawing, reports: [{ ...model, tables: [] }], instead: '检查没有完成' }), /^<p>检查没有完成<\/p>$/);
    });
});

describe('the hover', () => {
    const words = hover(run.findings[2]!, localize, (place) => (place.region === undefined ? undefined : `command:x?${place.region.startLine}`), 'command:explain');
    it('has the figures in a table', () => {
        assert.match(words, /\| 有关数字 \| 文中写作 \| 位置 \|/);
        assert.match(words, /\| （一）予以公开 · 总计 \| 4 \| \[第 5 行\]\(command:x\?5\) \|/);
        assert.match(words, /\| （一）予以公开 · 自然人 \| 3 \|/);
    });
    it('shows a figure once: beside its name, not in it', () => {
        const related = run.findings[2]!.related.map((place) => ({ ...place, message: '自然人 3' }));
        assert.match(hover({ ...run.findings[2]!, related }, localize, () => undefined, 'x'), /\| 自然人 \| 3 \|/);
    });
    it('offers no reserved address', () => {
        const rule = { ...run.findings[0]!.rule, helpUri: 'https://gouji.example/rules/a.md' };
        assert.doesNotMatch(hover({ ...run.findings[0]!, rule }, localize, () => undefined, 'x'), /在线文档/);
    });
    it('joins lines of Chinese text without a space', () => {
        const help = '# 题\n\n一行写到这里。\n接着写，\nthen words\nof English\n\n- 一\n- 二\n\n```valid\n甲\n乙\n```\n';
        const words = hover({ ...run.findings[0]!, rule: { ...run.findings[0]!.rule, help } }, localize, () => undefined, 'x');
        assert.match(words, /一行写到这里。接着写，\nthen words\nof English\n\n- 一\n- 二\n\n```valid\n甲\n乙\n```/);
    });
    it('has the page without its title, and where to read on', () => {
        assert.match(words, /查什么，为什么。\n\n\*\*怎么改\*\*/);
        assert.doesNotMatch(words, /^#/m);
        assert.match(words, /\[查看完整说明\]\(command:explain\) · \[在线文档\]\(https:/);
    });
    it('has no table without related places', () => {
        assert.doesNotMatch(hover(run.findings[0]!, localize, () => undefined, 'x'), /\|/);
    });
    it('cuts a long page between paragraphs, never in a fence', () => {
        const help = `# 题\n\n${'长。'.repeat(100)}\n\n\`\`\`\n甲\n\n乙\n\`\`\`\n\n尾`;
        const short = hover({ ...run.findings[0]!, rule: { ...run.findings[0]!.rule, help } }, localize, () => undefined, 'x', 210);
        assert.equal((short.match(/```/g)?.length ?? 0) % 2, 0);
        assert.match(short, /…/);
        assert.doesNotMatch(short, /尾/);
    });
    it('escapes Markdown in messages', () => {
        assert.equal(escape('a*b_[c](d)<e>'), 'a\\*b\\_\\[c\\](d)\\<e\\>');
    });
});

describe('a rule page', () => {
    const lines = ['+++', 'id = "a/b"', '', 'level = ""', '[messages.found]', 'zh = ""', '', '+++', 'id = 1'];
    const schema = {
        properties: {
            id: { type: 'string', description: '名' },
            level: { enum: ['error', 'warning'] },
            name: { type: 'object' },
            messages: { 'x-table': true, additionalProperties: { properties: { zh: {}, en: { description: 'x' } } } },
        },
    };
    const at = (line: number, character: number) => {
        const context = caretContextAt(lines, line, character);
        return context === undefined ? undefined : proposals(schema, context).map((one) => one.insert);
    };
    it('is completed key by key in its front matter', () => {
        assert.deepEqual(at(2, 0), ['name = { zh = "$1", en = "$2" }']);
        assert.deepEqual(at(6, 0), ['en = "$1"']);
        assert.deepEqual(at(3, 9), ['error', 'warning']);
    });
    it('has no completions outside it', () => {
        assert.equal(at(0, 0), undefined);
        assert.equal(at(8, 0), undefined);
        assert.equal(caretContextAt(['# x', ''], 1, 0), undefined);
    });
});

describe('messages', () => {
    it('are Chinese unless another language is set', () => {
        assert.equal(chooseLanguage('zh', 'en'), 'zh');
        assert.equal(chooseLanguage('auto', 'zh-cn'), 'zh');
        assert.equal(chooseLanguage('auto', 'en'), 'en');
        assert.equal(localizer('en')('counts', 1, 2, 3), 'gouji: errors 1, warnings 2, notes 3');
    });
});
