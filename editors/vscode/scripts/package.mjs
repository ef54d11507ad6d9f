// Packages the extension: node scripts/package.mjs [-o FILE] [--target linux-x64 --gouji PREFIX]
// With --gouji, an installed gouji (bin/, lib/, share/) is carried along for that platform.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
    options: { output: { type: 'string', short: 'o', default: 'gouji.vsix' }, target: { type: 'string' }, gouji: { type: 'string' } },
});

rmSync('gouji', { recursive: true, force: true });
if (values.gouji !== undefined) {
    if (values.target === undefined) throw new Error('--gouji needs --target: a program is for one platform');
    for (const part of ['bin', 'lib', 'share']) {
        if (existsSync(`${values.gouji}/${part}`)) cpSync(`${values.gouji}/${part}`, `gouji/${part}`, { recursive: true, dereference: true });
    }
    if (!existsSync('gouji/bin/gouji') && !existsSync('gouji/bin/gouji.exe')) throw new Error(`${values.gouji} has no bin/gouji`);
}

const target = values.target === undefined ? [] : ['--target', values.target];
execFileSync(
    process.execPath,
    ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', ...target, '-o', values.output],
    // The same input gives the same package, byte for byte.
    { stdio: 'inherit', env: { SOURCE_DATE_EPOCH: '1700000000', ...process.env } },
);
rmSync('gouji', { recursive: true, force: true });
