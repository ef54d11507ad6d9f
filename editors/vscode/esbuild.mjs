// Bundles the extension, and with `tests` the unit tests and the suite for the extension host.
import * as esbuild from 'esbuild';
import { readdirSync } from 'node:fs';

const common = {
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    external: ['vscode'],
    logLevel: 'warning',
};

await esbuild.build({
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    minify: !process.argv.includes('--readable'),
    sourcemap: true,
});

if (process.argv.includes('tests')) {
    const unit = readdirSync('test/unit').filter((name) => name.endsWith('.test.ts'));
    await esbuild.build({
        ...common,
        entryPoints: unit.map((name) => `test/unit/${name}`),
        outdir: 'dist/test/unit',
        outExtension: { '.js': '.cjs' },
        sourcemap: 'inline',
    });
    await esbuild.build({
        ...common,
        entryPoints: ['test/host/index.ts'],
        outfile: 'dist/test/host/index.cjs',
        sourcemap: 'inline',
    });
}
