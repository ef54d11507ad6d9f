import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';

import { draft, extension, findings, replace, set, settled, test, until, workspaceFile } from './host';
import { RARE, withParagraph } from './sample';

/** Behaviour when gouji is missing, hangs, crashes or is too old. */
export function declareFailures(): void {
    /** Each script records its process id and arguments first. */
    const calls = workspaceFile('calls').fsPath;
    const runs = (about: RegExp): readonly number[] => {
        const lines = existsSync(calls) ? readFileSync(calls, 'utf8').split('\n') : [];
        return lines.filter((line) => about.test(line)).map((line) => Number.parseInt(line, 10));
    };
    const broken = async (program: string, expected: RegExp, state: string, timeout?: number): Promise<void> => {
        const real = vscode.workspace.getConfiguration('gouji').inspect<string>('path')?.globalValue;
        const { notifier, store } = await extension();
        const editor = await draft('故障.txt', withParagraph(RARE));
        assert.equal(findings(editor.document, 'wording/law-name').length, 1);
        const before = notifier.shown.length;
        try {
            await set('timeout', timeout);
            await set('path', program);
            await until(() => notifier.shown.length > before, `no message about ${program}`);
            await settled(editor.document);
            assert.match(notifier.shown.at(-1) ?? '', expected);
            assert.equal(store.get(editor.document.uri)?.state, state);
            assert.deepEqual(findings(editor.document), [], 'findings of an older text are still shown');
            // A changed setting is announced more than once. After that, the next edit tries again without a second message.
            await new Promise((resolve) => setTimeout(resolve, 500));
            await settled(editor.document);
            const said = notifier.shown.length;
            const tried = runs(/故障\.txt| lsp /).length;
            await replace(editor, '𠮷祥', '𠮷庆');
            await settled(editor.document);
            assert.equal(notifier.shown.length, said, notifier.shown.join('\n'));
            if (state === 'failed') assert.ok(runs(/故障\.txt| lsp /).length > tried, 'the edit did not try again');
            assert.equal(store.get(editor.document.uri)?.state, state);
        } finally {
            await set('timeout', undefined);
            await set('path', real);
        }
        await until(() => findings(editor.document, 'wording/law-name').length === 1, 'it does not work again');
    };
    /** A program whose commands but for --version do `body`. One that `serves` has the command lsp. */
    const script = async (name: string, body: string, serves = false): Promise<string> => {
        const uri = workspaceFile(name);
        await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`#!/bin/sh\n[ "$1" = --version ] && echo 'gouji ${name === 'old.sh' ? '0.0.1' : '9.9.9'}' && exit 0\n[ "$2" = --help ] && ${serves ? 'echo --stdio --allow-non-reports && ' : ''}exit 0\necho $$ "$@" >> '${calls}'\n${body}\n`));
        chmodSync(uri.fsPath, 0o755);
        return uri.fsPath;
    };

    test('gouji missing: a clear message with what to do', async () => {
        await broken(workspaceFile('没有/gouji').fsPath, /没有\/gouji”不能运行。请改正路径/, 'unusable');
    });
    test('gouji too old: the version that is required', async () => {
        await broken(await script('old.sh', 'exit 2'), /0\.0\.1 太旧.*0\.1\.0/, 'unusable');
    });
    test('not gouji: another program is recognised', async () => {
        await broken('/bin/true', /不是可用的 gouji/, 'unusable');
    });
    test('gouji hanging: killed, reported once, tried again', async () => {
        await broken(await script('hang.sh', 'sleep 600'), /600 毫秒内没有完成/, 'failed', 600);
    });
    test('gouji crashing: reported once with the signal, tried again', async () => {
        await broken(await script('crash.sh', 'kill -SEGV $$'), /异常退出（SIGSEGV）/, 'failed');
    });
    test('gouji failing: its own message is shown', async () => {
        await broken(await script('refuse.sh', 'echo "gouji.toml:3:1：未知的键" >&2; exit 2'), /gouji\.toml:3:1：未知的键/, 'failed');
    });
    test('a server hanging: killed, reported once, tried again', async () => {
        await broken(await script('hanging-server.sh', 'sleep 600', true), /600 毫秒内没有完成/, 'failed', 600);
        await until(() => !runs(/ lsp /).some(lives), 'a server is left behind');
    });
    test('a server crashing: the drafts are checked one by one, with nothing to report', async () => {
        const real = vscode.workspace.getConfiguration('gouji').inspect<string>('path')?.globalValue;
        const { notifier } = await extension();
        const editor = await draft('故障.txt', withParagraph(RARE));
        const before = [notifier.shown.length, runs(/ lsp /).length] as const;
        try {
            await set('path', await script('crashing-server.sh', `[ "$1" = lsp ] && kill -SEGV $$\nexec '${process.env.GOUJI_TEST_PROGRAM ?? ''}' "$@"`, true));
            await until(() => runs(/check.*故障\.txt/).length > 0, 'it is never checked');
            await settled(editor.document);
            for (let i = 0; i < 6; i += 1) {
                await replace(editor, '𠮷祥', '𠮷祥社区');
                await settled(editor.document);
                assert.equal(findings(editor.document, 'wording/law-name').length, 1);
            }
            assert.equal(notifier.shown.length, before[0], notifier.shown.join('\n'));
            assert.ok(runs(/ lsp /).length > before[1], 'the server was never tried');
        } finally {
            await set('path', real);
        }
    });
    test('a run for text that has changed is killed', async () => {
        const real = vscode.workspace.getConfiguration('gouji').inspect<string>('path')?.globalValue;
        const editor = await draft('连打.txt', withParagraph(RARE));
        const slow = await script('slow.sh', 'sleep 600');
        const before = runs(/连打\.txt/).length;
        try {
            await set('path', slow);
            await until(() => runs(/连打\.txt/).length > before, 'it was never run');
            // A changed setting is announced more than once, each time with a new run.
            await new Promise((resolve) => setTimeout(resolve, 500));
            for (const [from, to] of [['𠮷祥', '𠮷庆'], ['𠮷庆', '𠮷祥']] as const) {
                const old = runs(/连打\.txt/).at(-1) ?? 0;
                await until(() => lives(old), 'it does not run');
                await replace(editor, from, to);
                await until(() => runs(/连打\.txt/).at(-1) !== old, 'the new text was not checked');
                await until(() => !lives(old), 'the run for the old text goes on');
            }
        } finally {
            await set('path', real);
        }
        await until(() => findings(editor.document, 'wording/law-name').length === 1, 'it does not work again');
        await until(() => runs(/连打\.txt/).every((pid) => !lives(pid)), 'a run is left behind');
    });
}

/** Whether a process exists and is not a zombie. */
function lives(pid: number): boolean {
    try {
        return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    } catch {
        return false;
    }
}
