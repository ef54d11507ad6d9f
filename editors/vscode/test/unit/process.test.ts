import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { describe, it } from 'node:test';

import { understand } from '../../src/run/answer';
import { Lanes } from '../../src/run/lanes';
import { run } from '../../src/run/process';
import { speaker } from '../../src/text/words';

const folder = mkdtempSync(path.join(tmpdir(), 'gouji-unit-'));
const job = (script: string, more: Partial<Parameters<typeof run>[0]> = {}) => ({
    command: '/bin/sh',
    args: ['-c', script],
    cwd: folder,
    timeout: 5000,
    ...more,
});
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether a process is still there and no zombie. */
function lives(pid: number): boolean {
    try {
        return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    } catch {
        return false;
    }
}

describe('running a program', () => {
    it('passes text through, whatever is in it', async () => {
        const text = '一𠮷😀\r\n“4”\n'.repeat(20000);
        const outcome = await run(job('cat; echo 出错 >&2; exit 1', { input: text }));
        assert.ok(outcome.kind === 'done');
        assert.equal(outcome.code, 1);
        assert.equal(outcome.stdout, text);
        assert.equal(outcome.stderr, '出错\n');
    });

    it('does not mind one that does not read', async () => {
        const outcome = await run(job('exit 2', { input: '字'.repeat(500000) }));
        assert.ok(outcome.kind === 'done' && outcome.code === 2);
    });

    it('ends one that hangs, with everything it started', async () => {
        const file = path.join(folder, 'pid');
        const outcome = await run(job(`sleep 60 & echo $! > ${file}; echo 说到一半 >&2; wait`, { timeout: 300 }));
        assert.ok(outcome.kind === 'timeout');
        assert.equal(outcome.stderr, '说到一半\n');
        await wait(100);
        assert.equal(lives(Number(readFileSync(file, 'utf8'))), false);
    });

    it('ends one whose text has changed', async () => {
        const abort = new AbortController();
        const began = Date.now();
        setTimeout(() => {
            abort.abort();
        }, 50);
        assert.equal((await run(job('sleep 60'), abort.signal)).kind, 'cancelled');
        assert.ok(Date.now() - began < 2000);
        assert.equal((await run(job('true'), abort.signal)).kind, 'cancelled');
    });

    it('tells a crash from a program that is not there', async () => {
        const crashed = await run(job('kill -SEGV $$'));
        assert.deepEqual([crashed.kind, crashed.kind === 'crashed' && crashed.how], ['crashed', 'SIGSEGV']);
        assert.equal((await run(job('', { command: path.join(folder, 'nothing') }))).kind, 'unstartable');
        const plain = path.join(folder, 'no-program');
        writeFileSync(plain, '');
        assert.equal((await run(job('', { command: plain }))).kind, 'unstartable');
    });

    it('does not swallow endless output', async () => {
        const outcome = await run(job('yes', { limit: 100000 }));
        assert.ok(outcome.kind === 'crashed');
    });
});

describe('what a run comes to', () => {
    const say = speaker('zh');
    const done = (code: number, stdout: string, stderr = '') => ({ kind: 'done' as const, code, stdout, stderr, took: 1 });
    it('is a log for exit codes 0 and 1', () => {
        for (const code of [0, 1]) {
            const answer = understand(done(code, '{"runs":[]}'), 1, say);
            assert.ok(answer.kind === 'log' && answer.complaint === undefined);
        }
    });
    it('is a log and a complaint when a rule failed', () => {
        const log = '{"runs":[{"invocations":[{"toolExecutionNotifications":[{"level":"error","message":{"text":"规则 x 出错"}}]}]}]}';
        const answer = understand(done(2, log, 'x'), 1, say);
        assert.ok(answer.kind === 'log');
        assert.match(answer.complaint ?? '', /规则 x 出错/);
    });
    it('is a message with what to do, for everything else', () => {
        const why = (outcome: Parameters<typeof understand>[0]) => {
            const answer = understand(outcome, 300, say);
            return answer.kind === 'failed' ? answer.why : answer.kind;
        };
        assert.match(why(done(2, '', 'gouji.toml:3:1：未知的键 “supress”\n')), /gouji\.toml:3:1/);
        assert.match(why(done(0, 'hello')), /SARIF/);
        assert.match(why({ kind: 'timeout', stderr: '', took: 300 }), /300 毫秒/);
        assert.match(why({ kind: 'crashed', how: 'SIGSEGV', stderr: '' }), /SIGSEGV/);
    });
});

describe('lanes', () => {
    it('run the newest request of each document only', async () => {
        const lanes = new Lanes();
        const ran: string[] = [];
        const work = (name: string) => async (signal: AbortSignal) => {
            await wait(30);
            if (!signal.aborted) ran.push(name);
        };
        void lanes.request('a', 0, work('a1'));
        await wait(10);
        void lanes.request('b', 0, work('b1'));
        void lanes.request('a', 20, work('a2'));
        void lanes.request('a', 20, work('a3'));
        assert.ok(lanes.busy('a'));
        await lanes.settled('a');
        await lanes.settled('b');
        assert.deepEqual(ran.sort(), ['a3', 'b1']);
        assert.ok(!lanes.busy('a') && !lanes.busy('b'));
    });
    it('let a work that fails fail alone', async () => {
        const lanes = new Lanes();
        await assert.rejects(lanes.request('a', 0, () => Promise.reject(new Error('x'))));
        let ran = false;
        await lanes.request('a', 0, () => {
            ran = true;
            return Promise.resolve();
        });
        assert.ok(ran);
    });
    it('end when cancelled', async () => {
        const lanes = new Lanes();
        const done = lanes.request('a', 10000, () => Promise.resolve());
        lanes.cancel('a');
        await done;
        await lanes.settled('a');
    });
});
