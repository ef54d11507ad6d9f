import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { describe, it } from 'node:test';

import { interpret } from '../../src/run/check_result';
import { LatestRunner } from '../../src/run/latest_runner';
import { run } from '../../src/run/process';
import { localizer } from '../../src/text/messages';

const folder = mkdtempSync(path.join(tmpdir(), 'gouji-unit-'));
const job = (script: string, more: Partial<Parameters<typeof run>[0]> = {}) => ({
    command: '/bin/sh',
    args: ['-c', script],
    cwd: folder,
    timeout: 5000,
    ...more,
});
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether a process exists and is not a zombie. */
function lives(pid: number): boolean {
    try {
        return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    } catch {
        return false;
    }
}

describe('running a program', () => {
    it('passes any text through unchanged', async () => {
        const text = '一𠮷😀\r\n“4”\n'.repeat(20000);
        const outcome = await run(job('cat; echo 出错 >&2; exit 1', { input: text }));
        assert.ok(outcome.kind === 'done');
        assert.equal(outcome.code, 1);
        assert.equal(outcome.stdout, text);
        assert.equal(outcome.stderr, '出错\n');
    });

    it('accepts one that does not read its input', async () => {
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

    it('distinguishes a crash from a missing program', async () => {
        const crashed = await run(job('kill -SEGV $$'));
        assert.deepEqual([crashed.kind, crashed.kind === 'crashed' && crashed.how], ['crashed', 'SIGSEGV']);
        assert.equal((await run(job('', { command: path.join(folder, 'nothing') }))).kind, 'unstartable');
        const plain = path.join(folder, 'no-program');
        writeFileSync(plain, '');
        assert.equal((await run(job('', { command: plain }))).kind, 'unstartable');
    });

    it('limits the output', async () => {
        const outcome = await run(job('yes', { limit: 100000 }));
        assert.ok(outcome.kind === 'crashed');
    });
});

describe('the result of a run', () => {
    const localize = localizer('zh');
    const done = (code: number, stdout: string, stderr = '') => ({ kind: 'done' as const, code, stdout, stderr, took: 1 });
    it('is a log for exit codes 0 and 1', () => {
        for (const code of [0, 1]) {
            const answer = interpret(done(code, '{"runs":[]}'), 1, localize);
            assert.ok(answer.kind === 'log' && answer.error === undefined);
        }
    });
    it('is a log and an error when a rule failed', () => {
        const log = '{"runs":[{"invocations":[{"toolExecutionNotifications":[{"level":"error","message":{"text":"规则 x 出错"}}]}]}]}';
        const answer = interpret(done(2, log, 'x'), 1, localize);
        assert.ok(answer.kind === 'log');
        assert.match(answer.error ?? '', /规则 x 出错/);
    });
    it('is a message with a remedy in all other cases', () => {
        const why = (outcome: Parameters<typeof interpret>[0]) => {
            const answer = interpret(outcome, 300, localize);
            return answer.kind === 'failed' ? answer.why : answer.kind;
        };
        assert.match(why(done(2, '', 'gouji.toml:3:1：未知的键 “supress”\n')), /gouji\.toml:3:1/);
        assert.match(why(done(0, 'hello')), /SARIF/);
        assert.match(why({ kind: 'timeout', stderr: '', took: 300 }), /300 毫秒/);
        assert.match(why({ kind: 'crashed', how: 'SIGSEGV', stderr: '' }), /SIGSEGV/);
    });
});

describe('the latest runner', () => {
    it('runs only the newest request of each document', async () => {
        const runner = new LatestRunner();
        const ran: string[] = [];
        const work = (name: string) => async (signal: AbortSignal) => {
            await wait(30);
            if (!signal.aborted) ran.push(name);
        };
        void runner.request('a', 0, work('a1'));
        await wait(10);
        void runner.request('b', 0, work('b1'));
        void runner.request('a', 20, work('a2'));
        void runner.request('a', 20, work('a3'));
        assert.ok(runner.busy('a'));
        await runner.settled('a');
        await runner.settled('b');
        assert.deepEqual(ran.sort(), ['a3', 'b1']);
        assert.ok(!runner.busy('a') && !runner.busy('b'));
    });
    it('lets a task that fails fail alone', async () => {
        const runner = new LatestRunner();
        await assert.rejects(runner.request('a', 0, () => Promise.reject(new Error('x'))));
        let ran = false;
        await runner.request('a', 0, () => {
            ran = true;
            return Promise.resolve();
        });
        assert.ok(ran);
    });
    it('ends when cancelled', async () => {
        const runner = new LatestRunner();
        const done = runner.request('a', 10000, () => Promise.resolve());
        runner.cancel('a');
        await done;
        await runner.settled('a');
    });
});
