import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';

import { actions, draft, extension, findings, test, workspaceFile } from './host';
import { RARE, withParagraph } from './sample';

/** Tests in an untrusted workspace that sets its own program and plugins. */
export function declareUntrusted(): void {
    test('only the program that the user set runs, and it loads nothing of the workspace', async () => {
        assert.equal(vscode.workspace.isTrusted, false);
        assert.match(readFileSync(workspaceFile('.vscode/settings.json').fsPath, 'utf8'), /evil/);
        const { document } = await draft('不受信任.txt', withParagraph(RARE));
        assert.equal(findings(document, 'wording/law-name').length, 1);
        assert.equal(existsSync(workspaceFile('evil-ran').fsPath), false, 'the program of the workspace was run');
        // The user's program is a wrapper that records its arguments.
        const calls = readFileSync(process.env.GOUJI_TEST_CALLS ?? '', 'utf8');
        assert.match(calls, /^lsp --lang zh/m);
        assert.doesNotMatch(calls, /--plugin\b|--pack|--trust|--evil|libevil/);
        const program = await (await extension()).programs.find();
        if (program.kind === 'ready' && program.supports('--no-config')) assert.match(calls, /--no-config/);
        const titles = (await actions(document, findings(document, 'wording/law-name')[0]!.range)).map((one) => one.title).join('\n');
        assert.doesNotMatch(titles, /不再提示/);
    });
}
