import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { decode } from '../../src/text/decode';
import { isGarbled } from '../../src/text/garbled';
import { editorLines, Lines } from '../../src/text/lines';

const at = (startLine: number, startColumn: number, endLine: number, endColumn?: number) => ({
    startLine,
    startColumn,
    endLine,
    ...(endColumn === undefined ? {} : { endColumn }),
});

describe('lines', () => {
    it('count in UTF-16 units, and in characters where a log does', () => {
        const text = '甲\n𠮷😀乙丙';
        assert.equal(new Lines(text).at(new Lines(text).span(at(2, 5, 2, 6))), '乙');
        const points = new Lines(text, ['\n'], 'unicodeCodePoints');
        assert.equal(points.at(points.span(at(2, 3, 2, 4))), '乙');
        assert.equal(points.at(points.span(at(2, 1, 2, 3))), '𠮷😀');
    });

    it('never cut a character in two', () => {
        const lines = new Lines('a𠮷b');
        assert.deepEqual(lines.span(at(1, 3, 1, 3)), { start: 1, end: 3 });
        assert.deepEqual(lines.span(at(1, 1, 1, 3)), { start: 0, end: 3 });
    });

    it('are split at the line ends of the log, not of the editor', () => {
        const text = '一\u2028二\r\n三\r四';
        const gouji = new Lines(text, ['\r\n', '\n', '\r', '\u0085', '\u2028', '\u2029']);
        assert.equal(gouji.at(gouji.span(at(2, 1, 2, 2))), '二');
        assert.equal(gouji.at(gouji.span(at(4, 1, 4, 2))), '四');
        // The editor has the same character in line 3, since U+2028 does not end a line there.
        assert.deepEqual(editorLines(text).range(gouji.span(at(4, 1, 4, 2))), { startLine: 2, startCharacter: 0, endLine: 2, endCharacter: 1 });
    });

    it('stay inside a text that has become shorter', () => {
        const lines = new Lines('一二\n三');
        assert.deepEqual(lines.span(at(9, 1, 9, 5)), { start: 4, end: 4 });
        assert.deepEqual(lines.span(at(1, 2, 1, 99)), { start: 1, end: 2 });
        assert.deepEqual(lines.span(at(1, 1, 1)), { start: 0, end: 2 });
        assert.deepEqual(new Lines('').span(at(1, 1, 1, 1)), { start: 0, end: 0 });
    });

    it('give ranges for offsets, also inside a line end', () => {
        const lines = editorLines('ab\r\ncd');
        assert.deepEqual(lines.range({ start: 3, end: 6 }), { startLine: 0, startCharacter: 2, endLine: 1, endCharacter: 2 });
    });
});

describe('bytes', () => {
    it('decode as the editor shows them', () => {
        const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
        assert.equal(decode(Buffer.from('一𠮷', 'utf8')), '一𠮷');
        assert.equal(decode(Buffer.from('\uFEFF一', 'utf8')), '一');
        assert.equal(decode(utf16('一𠮷')), '一𠮷');
        assert.equal(decode(Buffer.from([0xd2, 0xbb, 0xa1, 0xa2])), '一、');
    });
    it('show a wrong encoding by their replacement characters', () => {
        const gb = Buffer.from([0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa, 0xc4, 0xea, 0xb6, 0xc8, 0xb1, 0xa8, 0xb8, 0xe6]);
        assert.equal(isGarbled(gb.toString('utf8')), true);
        assert.equal(isGarbled(decode(gb)), false);
        // A single replacement character does not mean a wrong encoding.
        assert.equal(isGarbled(`${'公开信息'.repeat(20)}\uFFFD`), false);
        assert.equal(isGarbled(''), false);
    });
});
