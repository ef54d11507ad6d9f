import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { candidates, decode, filePath, fileUri, roots } from '../../src/sarif/uri';

describe('URIs in SARIF', () => {
    it('are percent-decoded, raw Chinese is understood too', () => {
        assert.equal(decode('%E9%80%9A%E7%9F%A5%F0%9F%98%80.txt'), '通知😀.txt');
        assert.equal(decode('通知.txt'), '通知.txt');
        assert.equal(decode('100%.txt'), '100%.txt');
        assert.equal(filePath('file:///srv/%E5%B9%B4%E6%8A%A5.txt'), '/srv/年报.txt');
        assert.equal(filePath('file:///srv/年报.txt'), '/srv/年报.txt');
        assert.equal(filePath('https://example.com/a'), undefined);
        assert.equal(decode(fileUri('/a/年 报#1.txt')), 'file:///a/年 报#1.txt');
        assert.equal(filePath(fileUri('/a/年 报#1%.txt')), '/a/年 报#1%.txt');
    });

    it('lead to files here, though the log was written elsewhere', () => {
        const bases = { SRCROOT: 'file:///ci/build/' };
        assert.deepEqual(candidates({ uri: 'docs/%E9%80%9A%E7%9F%A5.txt', base: 'SRCROOT' }, bases, ['/home/me/work', '/logs']), [
            '/ci/build/docs/通知.txt',
            '/home/me/work/docs/通知.txt',
            '/logs/docs/通知.txt',
        ]);
        const elsewhere = candidates({ uri: 'file:///ci/build/docs/a.txt' }, {}, ['/w']);
        assert.equal(elsewhere[0], '/ci/build/docs/a.txt');
        assert.ok(elsewhere.includes('/w/docs/a.txt') && elsewhere.includes('/w/a.txt'));
    });

    it('count from the workspace, the log and the folders above it', () => {
        assert.deepEqual(roots(['/w'], '/w/out/ci/gouji.sarif'), ['/w', '/w/out/ci', '/w/out', '/']);
    });
});
