import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { describe, it } from 'node:test';

import { Checker, type Job } from '../../src/run/checker';
import { interpret } from '../../src/run/check_result';
import { type CheckOptions, serverArguments } from '../../src/run/command_line';
import { frame, FrameReader } from '../../src/run/frames';
import { run } from '../../src/run/process';
import type { Run } from '../../src/sarif/finding';
import { localizer } from '../../src/text/messages';

const GOUJI = path.resolve(process.env.GOUJI ?? '../../build/release/bin/gouji');
const CLEAN = readFileSync('../../tests/reports/demo/clean-2023.txt', 'utf8');
const FAULTY = readFileSync('../../tests/reports/demo/faulty-2022.txt', 'utf8');
const OPTIONS: CheckOptions = { language: 'zh', extra: [], select: [], ignore: [], packs: [], plugins: [], edition: '', year: '', trusted: true, workspacePlugins: false };
const localize = localizer('zh');
const never = new AbortController().signal;

/** A program that records its process id and arguments, and does `lsp` as a server; and a job for it. */
function place(lsp: string): { job: Job; calls: (about: RegExp) => readonly number[] } {
    const folder = mkdtempSync(path.join(tmpdir(), 'gouji-checker-'));
    const file = path.join(folder, 'gouji');
    const record = path.join(folder, 'calls');
    writeFileSync(file, `#!/bin/sh\necho $$ "$@" >> '${record}'\n[ "$1" = lsp ] && { ${lsp}; }\nexec '${GOUJI}' "$@"\n`);
    chmodSync(file, 0o755);
    const has = (words: string) => (option: string): boolean => words.split(' ').includes(option);
    return {
        job: { gouji: { file, stamp: 0, supports: has('--no-config --allow-non-reports'), serves: has('--stdio --no-config') }, options: OPTIONS, directory: { cwd: folder, name: '年报.txt' }, text: FAULTY, timeout: 20_000, pause: 0 },
        calls: (about) => (existsSync(record) ? readFileSync(record, 'utf8') : '').split('\n').filter((line) => about.test(line)).map((line) => Number.parseInt(line, 10)),
    };
}

/** Whether a process exists and is not a zombie. */
function lives(pid: number | undefined): boolean {
    try {
        return !/^State:\s+Z/m.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
    } catch {
        return false;
    }
}

function unexpected(words: string): void {
    throw new Error(words);
}

async function until(holds: () => boolean, problem: string): Promise<void> {
    for (const end = Date.now() + 10_000; !holds(); ) {
        assert.ok(Date.now() < end, problem);
        await new Promise((resolve) => setTimeout(resolve, 10));
    }
}

describe('a server for drafts', { skip: existsSync(GOUJI) ? false : `${GOUJI} is not built` }, () => {
    it('answers what a run for each text does, in one process that ends with the last text', async () => {
        const { job, calls } = place(':');
        const checker = new Checker(unexpected);
        for (const text of [FAULTY, CLEAN, FAULTY.replaceAll('\n', '\r\n'), '关于开会的通知\n请到会。\n', 'a\0b', FAULTY]) {
            const result = await checker.check({ ...job, text }, never, localize);
            const once = interpret(await run({ command: GOUJI, args: ['check', '-', '--stdin-name', '年报.txt', '--lang', 'zh', '--allow-non-reports', '--format', 'sarif'], cwd: job.directory.cwd, input: text, timeout: 20_000 }), 20_000, localize);
            assert.ok(result.kind === 'log' && once.kind === 'log', JSON.stringify(result));
            // The server is in another folder, so it writes other relative URIs.
            const about = ({ findings, notices }: Run): string => JSON.stringify({ findings, notices }, (key, value: unknown) => (key === 'uri' ? path.basename(String(value)) : value), 1);
            assert.deepEqual(result.log.runs.map(about), once.log.runs.map(about));
            assert.equal(result.error, once.error);
        }
        const [report] = (await checker.models({ ...job, text: FAULTY }, never)) ?? [];
        assert.equal(report?.year, '2022');
        assert.ok(report.tables.length > 0);
        const [server] = calls(/ lsp/);
        assert.deepEqual([calls(/ lsp/).length, calls(/ (check|model)/).length, lives(server)], [1, 0, true]);
        checker.close(job.directory);
        await until(() => !lives(server), 'the server outlives its last text');
        checker.dispose();
    });

    it('follows the options and the configuration', async () => {
        const { job, calls } = place(':');
        const checker = new Checker(unexpected);
        const rules = async (options: Partial<CheckOptions>): Promise<ReadonlySet<string>> => {
            const result = await checker.check({ ...job, options: { ...OPTIONS, ...options } }, never, localize);
            return new Set(result.kind === 'log' ? result.log.runs[0]?.findings.map((one) => one.rule.id) : [result.kind === 'failed' ? result.why : result.kind]);
        };
        const all = await rules({});
        assert.ok(all.size > 2);
        const [first = ''] = all;
        assert.deepEqual([...(await rules({ select: [first] }))], [first]);
        assert.ok(!(await rules({ ignore: [first] })).has(first));
        await until(() => calls(/ lsp/).filter(lives).length === 1, 'servers for other options are left');
        writeFileSync(path.join(job.directory.cwd, 'gouji.toml'), `[rules]\n"${first}" = "off"\n`);
        assert.ok(!(await rules({})).has(first));
        assert.ok((await rules({ trusted: false })).has(first));
        writeFileSync(path.join(job.directory.cwd, 'gouji.toml'), 'rules = 3\n');
        assert.match([...(await rules({ year: '2022' }))].join(), /gouji\.toml:1:9/);
        checker.dispose();
    });

    it('is killed when it hangs, and not started for ever', async () => {
        const { job, calls } = place('sleep 600');
        const checker = new Checker(() => undefined);
        for (let i = 0; i < 3; i += 1) {
            const result = await checker.check({ ...job, timeout: 300 }, never, localize);
            assert.match(result.kind === 'failed' ? result.why : result.kind, /300 毫秒/);
        }
        assert.equal((await checker.check(job, never, localize)).kind, 'log');
        assert.deepEqual([calls(/ lsp/).length, calls(/ check/).length], [3, 1]);
        await until(() => !calls(/./).some(lives), 'a server is left behind');
        checker.forgive();
        await checker.check({ ...job, timeout: 300 }, never, localize);
        assert.equal(calls(/ lsp/).length, 4);
        checker.dispose();
    });

    it('leaves the text to a run of its own when it crashes, or is none', async () => {
        const other = place('yes');
        assert.equal((await new Checker(() => undefined).check(other.job, never, localize)).kind, 'log');
        await until(() => !other.calls(/ lsp/).some(lives), 'a program that is no server is left behind');
        const { job, calls } = place('kill -SEGV $$');
        const said: string[] = [];
        const checker = new Checker((words) => said.push(words));
        for (let i = 0; i < 5; i += 1) assert.equal((await checker.check(job, never, localize)).kind, 'log');
        assert.deepEqual([calls(/ lsp/).length, calls(/ check/).length], [3, 5]);
        assert.equal(said.length, 3);
        assert.match(said[0] ?? '', /SIGSEGV/);
        assert.equal((await checker.models(job, never))?.length, 1);
        checker.dispose();
    });

    it('gives up on a text that has changed, and goes on with the next', async () => {
        const { job, calls } = place(':');
        const checker = new Checker(unexpected);
        const long = { ...job, text: FAULTY.repeat(40) };
        const abort = new AbortController();
        const first = checker.check(long, abort.signal, localize);
        setTimeout(() => {
            abort.abort();
        }, 20);
        assert.equal((await first).kind, 'cancelled');
        assert.equal((await checker.check(job, abort.signal, localize)).kind, 'cancelled');
        assert.equal((await checker.check(job, never, localize)).kind, 'log');
        assert.equal(calls(/ lsp/).length, 1);
        checker.dispose();
        await until(() => !calls(/ lsp/).some(lives), 'the server outlives its client');
    });
});

describe('messages of the base protocol', () => {
    it('are read in whatever pieces they come', () => {
        const messages = [{ jsonrpc: '2.0', id: 1, result: '一𠮷😀\r\n\r\n' }, { jsonrpc: '2.0', method: 'x' }];
        const bytes = Buffer.from(messages.map(frame).join(''));
        for (const size of [1, 2, 7, bytes.length]) {
            const reader = new FrameReader();
            const read: unknown[] = [];
            for (let at = 0; at < bytes.length; at += size) read.push(...reader.read(bytes.subarray(at, at + size)));
            assert.deepEqual(read, messages);
        }
    });
    it('are bounded, and nothing else is taken for one', () => {
        for (const words of ['Content-Length: x\r\n\r\n', 'Content-Length: 999999999\r\n\r\n', '\r\n\r\n', 'gouji\n'.repeat(1000), 'Content-Length: 2\r\n\r\n{]']) {
            assert.throws(() => new FrameReader().read(Buffer.from(words)), words);
        }
    });
});

describe('the arguments of a server', () => {
    const serves = (...options: string[]) => (option: string): boolean => options.includes(option);
    it('are those of a check', () => {
        const args = serverArguments({ ...OPTIONS, select: ['wording'], year: '2023', extra: ['--config', 'a.toml'] }, serves('--stdio', '--config'));
        assert.deepEqual(args, ['--lang', 'zh', '--year', '2023', '--select', 'wording', '--config', 'a.toml']);
    });
    it('are none where the server cannot do what the user wants', () => {
        assert.equal(serverArguments(OPTIONS, serves()), undefined);
        assert.equal(serverArguments({ ...OPTIONS, extra: ['--baseline=old.sarif'] }, serves('--stdio')), undefined);
        assert.notEqual(serverArguments({ ...OPTIONS, extra: ['--baseline=old.sarif'], trusted: false }, serves('--stdio', '--no-config')), undefined);
    });
});
