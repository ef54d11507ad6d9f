// The main suite, inside the extension host: node host.mjs CODE_SERVER_FOLDER GOUJI [trusted|untrusted]
import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { runInHost, serversOf, sleep, startEditor } from './server.mjs';

const [root, gouji, scenario = 'trusted'] = process.argv.slice(2);
const extension = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const clean = path.resolve(extension, '../../tests/reports/demo/clean-2023.txt');
const trusted = scenario === 'trusted';

let program = path.resolve(gouji);
const environment = { GOUJI_TEST_CLEAN: clean, GOUJI_TEST_PROGRAM: program };
const files = { 'readme.txt': '工作区\n' };
if (!trusted) {
    const outside = mkdtempSync(path.join(tmpdir(), 'gouji-user-'));
    environment.GOUJI_TEST_CALLS = path.join(outside, 'calls');
    const wrapper = path.join(outside, 'gouji');
    writeFileSync(wrapper, `#!/bin/sh\nprintf '%s\\n' "$*" >> '${environment.GOUJI_TEST_CALLS}'\nexec '${program}' "$@"\n`, { mode: 0o755 });
    program = wrapper;
    files['evil.sh'] = '#!/bin/sh\ntouch "$(dirname "$0")/evil-ran"\n';
    files['.vscode/settings.json'] = JSON.stringify({
        'gouji.path': '${workspaceFolder}/evil.sh',
        'gouji.arguments': ['--evil'],
        'gouji.plugins': ['libevil.so'],
        'gouji.packs': ['evil-pack'],
    });
    files['gouji.toml'] = 'plugins = ["./libevil.so"]\n';
}
const editor = await startEditor({ root, files, environment, trust: trusted, inHost: true, settings: { 'gouji.path': program, 'gouji.delay': 50, 'gouji.language': 'zh' } });
let seen = 0;
const watch = setInterval(() => {
    seen = Math.max(seen, serversOf(editor.folder).length);
}, 500);
const passed = await runInHost(editor, { extension, suite: path.join(extension, 'dist/test/host/index.cjs') });
clearInterval(watch);
await editor.stop();
// The servers of open drafts end with the extension host.
for (let i = 0; i < 50 && serversOf(editor.folder).length > 0; i += 1) await sleep(100);
const ghosts = serversOf(editor.folder).length;
console.log(`at most ${seen} servers at a time; ${ghosts} outlive the editor`);
const code = passed === 0 && (ghosts > 0 || seen === 0) ? 1 : passed;
console.log(code === 0 ? `host suite (${scenario}): ok` : `host suite (${scenario}): FAILED (${code})`);
process.exit(code === 0 ? 0 : 1);
