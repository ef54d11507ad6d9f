// Bundles the extension, and with `tests` the unit tests and the suite for the extension host.
import * as esbuild from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const common = {
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    external: ['vscode'],
    logLevel: 'warning',
};

// gouji generates the schema of gouji.toml; a test of the project keeps it up to date.
writeFileSync('schemas/gouji.schema.json', JSON.stringify(JSON.parse(readFileSync('../../docs/gouji.schema.json', 'utf8'))));

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
