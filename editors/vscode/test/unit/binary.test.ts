import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { findBinary, type Environment } from '../../src/run/binary';
import { checkArguments, type CheckOptions, modelArguments, optionsIn, batches, workingDirectory } from '../../src/run/command_line';
import { isNewEnough, readVersion } from '../../src/run/version';

const environment = (executables: readonly string[], more: Partial<Environment> = {}): Environment => ({
    configured: '',
    extensionFolder: '/ext',
    workspaceFolders: ['/work'],
    environmentPath: '/usr/local/bin:/usr/bin',
    platform: 'linux',
    home: '/home/me',
    isExecutable: (file) => executables.includes(file),
    ...more,
});

describe('the gouji to run', () => {
    it('is that of the setting, then of PATH, then the bundled one', () => {
        const all = ['/opt/gouji', '/usr/bin/gouji', '/ext/gouji/bin/gouji'];
        assert.deepEqual(findBinary(environment(all, { configured: '/opt/gouji' })), { kind: 'found', file: '/opt/gouji', from: 'setting' });
        assert.deepEqual(findBinary(environment(all)), { kind: 'found', file: '/usr/bin/gouji', from: 'path' });
        assert.deepEqual(findBinary(environment(all.slice(2))), { kind: 'found', file: '/ext/gouji/bin/gouji', from: 'bundled' });
        assert.deepEqual(findBinary(environment([])), { kind: 'missing' });
    });
    it('is only the one that the setting names', () => {
        assert.deepEqual(findBinary(environment(['/usr/bin/gouji'], { configured: '/opt/gouji' })), { kind: 'wrong-setting', file: '/opt/gouji' });
    });
    it('may be named from home, from the workspace or by its name', () => {
        const files = ['/home/me/bin/gouji', '/work/tools/gouji', '/usr/bin/gouji-next'];
        for (const [configured, file] of [['~/bin/gouji', files[0]], ['${workspaceFolder}/tools/gouji', files[1]], ['tools/gouji', files[1]], ['gouji-next', files[2]]] as const) {
            assert.deepEqual(findBinary(environment(files, { configured })), { kind: 'found', file, from: 'setting' });
        }
    });
    it('never comes from a PATH entry that is relative or inside the workspace', () => {
        assert.deepEqual(findBinary(environment(['gouji', '/work/bin/gouji'], { environmentPath: '.:bin:/work/bin:/work' })), { kind: 'missing' });
    });
    it('has a version that can be read', () => {
        assert.equal(readVersion('gouji 0.1.0\n'), '0.1.0');
        assert.equal(readVersion('gouji version 1.12\n'), '1.12');
        assert.equal(readVersion('bash 5.2'), undefined);
        assert.ok(isNewEnough('0.1.0', '0.1.0') && isNewEnough('1.0', '0.9.9') && isNewEnough('0.10.0', '0.9.0'));
        assert.ok(!isNewEnough('0.0.9', '0.1.0'));
    });
});

const options: CheckOptions = { language: 'zh', extra: ['--x'], select: ['wording'], ignore: [], packs: ['/p'], plugins: ['/l.so'], edition: '2021', year: '2022', trusted: true, workspacePlugins: true };

describe('the command line', () => {
    it('says what the user chose', () => {
        assert.deepEqual(checkArguments(options, () => true), ['--lang', 'zh', '--edition', '2021', '--year', '2022', '--select', 'wording', '--allow-non-reports', '--pack', '/p', '--plugin', '/l.so', '--trust', '--x']);
        assert.deepEqual(modelArguments(options), ['--format', 'json', '--lang', 'zh', '--edition', '2021', '--year', '2022']);
    });
    it('loads nothing and reads no configuration without trust', () => {
        const args = checkArguments({ ...options, trusted: false }, () => true);
        assert.ok(args.includes('--no-config'));
        for (const never of ['--trust', '--plugin', '--pack', '--x']) assert.ok(!args.includes(never), never);
    });
    it('gives an older gouji no option that it does not have', () => {
        const known = optionsIn('规则  --select 规则   --plugin 文件   --trust\n  --plugin-path 文件夹');
        assert.deepEqual([...known], ['--select', '--plugin', '--trust', '--plugin-path']);
        const supports = (option: string) => known.has(option);
        assert.ok(!checkArguments(options, supports).includes('--pack'));
        assert.deepEqual(checkArguments({ ...options, trusted: false, edition: '', year: '', select: [] }, supports), ['--lang', 'zh']);
    });
    it('runs beside the file, under the name that the file has', () => {
        assert.deepEqual(workingDirectory('/work/年 报/柳河镇.txt', 'x', false, '/work'), { cwd: '/work/年 报', name: '柳河镇.txt' });
        assert.deepEqual(workingDirectory(undefined, 'Untitled-1', false, '/work'), { cwd: '/work', name: 'Untitled-1.txt' });
        assert.deepEqual(workingDirectory(undefined, 'a/b', true, '/work'), { cwd: '/work', name: 'a-b.md' });
    });
    it('takes files in batches', () => {
        const files = Array.from({ length: 95 }, (_, i) => `/work/${i}.txt`);
        assert.deepEqual(batches(files).map((one) => one.length), [40, 40, 15]);
        assert.deepEqual(batches(['/年'.repeat(50), '/报'.repeat(50)], 40, 250).length, 2);
        assert.deepEqual(batches([]), []);
    });
});
