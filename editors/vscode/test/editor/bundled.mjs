// Tests the package that bundles gouji, in a VS Code without another one: node bundled.mjs CODE_SERVER_FOLDER VSIX
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { openPage, startEditor } from './server.mjs';

const [root, vsix] = process.argv.slice(2);
const report = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../tests/reports/demo/faulty-2022.txt');
// Removes every gouji from PATH.
const free = (process.env.PATH ?? '').split(':').filter((folder) => !existsSync(path.join(folder, 'gouji'))).join(':');
const editor = await startEditor({ root, vsix: path.resolve(vsix), files: { '年报.txt': readFileSync(report, 'utf8') }, settings: { 'gouji.language': 'zh' }, environment: { PATH: free } });
const [installed] = readdirSync(path.join(editor.folder, 'extensions')).filter((name) => name.startsWith('gouji.gouji-'));
const program = path.join(editor.folder, 'extensions', installed, 'gouji/bin/gouji');
const runnable = (statSync(program).mode & 0o111) !== 0;
// A wrapper takes its place that records the arguments and runs it.
const calls = path.join(editor.folder, 'calls');
renameSync(program, `${program}.real`);
writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$*" >> '${calls}'\nexec '${program}.real' "$@"\n`, { mode: 0o755 });
const { browser, page, go } = await openPage(editor);
try {
    assert.ok(runnable, 'the package does not keep the program executable');
    await go();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: '年报' }).dblclick({ timeout: 90_000 });
    await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
    assert.match(readFileSync(calls, 'utf8'), /^lsp --lang zh/m);
    console.log('ok      the bundled gouji is found, runs and loads its plugins\nbundled suite: ok');
} catch (error) {
    console.log(`not ok  ${error.stack}\nbundled suite: FAILED`);
    process.exitCode = 1;
} finally {
    await browser.close();
    await editor.stop();
}
