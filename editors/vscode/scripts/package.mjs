// Packages the extension: node scripts/package.mjs [-o FILE] [--build FOLDER]
// With --build, the gouji built there is carried along, for the platform that this runs on.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { output: { type: 'string', short: 'o', default: 'gouji.vsix' }, build: { type: 'string' } } });

const CARRIED = 'gouji';
rmSync(CARRIED, { recursive: true, force: true });
if (values.build !== undefined) carry(values.build);

const target = values.build === undefined ? [] : ['--target', `${process.platform}-${process.arch}`];
execFileSync(
    process.execPath,
    ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', ...target, '-o', values.output],
    // Reproducible: the same input gives the same package, byte for byte.
    { stdio: 'inherit', env: { SOURCE_DATE_EPOCH: '1700000000', ...process.env } },
);
rmSync(CARRIED, { recursive: true, force: true });

/** Copies an installation without the files for plugin authors. */
function carry(build) {
    const prefix = mkdtempSync(path.join(tmpdir(), 'gouji-prefix-'));
    try {
        execFileSync('cmake', ['--install', path.resolve(build), '--prefix', prefix, '--strip'], { stdio: ['ignore', 'ignore', 'inherit'] });
        for (const part of ['bin', 'lib/gouji', 'share/gouji']) {
            if (existsSync(`${prefix}/${part}`)) cpSync(`${prefix}/${part}`, `${CARRIED}/${part}`, { recursive: true, dereference: true });
        }
        if (!existsSync(`${CARRIED}/bin/gouji`) && !existsSync(`${CARRIED}/bin/gouji.exe`)) throw new Error(`${build} has no gouji to install`);
    } finally {
        rmSync(prefix, { recursive: true, force: true });
    }
}
