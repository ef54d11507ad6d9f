import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { draft, extension, findings, test, until } from './host';
import { withParagraph } from './sample';

const WRONG = '本局按照《中华人民共和国政府信息公开条列》要求公开信息。';

/** Drafts that are not in UTF-8. */
export function declareEncodings(): void {
    test('GB18030 and UTF-16 are checked as the editor holds them', async () => {
        const config = vscode.workspace.getConfiguration('files');
        const text = withParagraph(WRONG);
        const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
        for (const [encoding, bytes] of [['utf16le', utf16], ['gb18030', gb18030(text)]] as const) {
            await config.update('encoding', encoding, vscode.ConfigurationTarget.Global);
            const { document } = await draft(`编码-${encoding}.txt`, bytes);
            assert.equal(document.getText().replace(/^\uFEFF/, '').slice(0, 4), '云岭县水');
            assert.match(document.getText(findings(document, 'wording/law-name')[0]?.range ?? new vscode.Range(0, 0, 0, 0)), /条列/, encoding);
        }
        await config.update('encoding', undefined, vscode.ConfigurationTarget.Global);
    });

    test('a GB18030 draft is reopened in its own encoding', async () => {
        const { document } = await draft('乱码.txt', gb18030(withParagraph(WRONG)));
        await until(() => findings(document, 'wording/law-name').length === 1, 'not checked once it can be read');
        assert.match(document.getText(), /^云岭县水务局/);
        const { status } = await extension();
        assert.doesNotMatch(status.text, /编码/);
        // The user may choose another encoding: this is not undone, and the command brings the right one back.
        await reopen(document.uri, 'utf8');
        await until(() => status.text.includes('编码不对'), `the status is ${status.text}`);
        assert.match(status.tooltip, /GB18030/);
        assert.deepEqual(findings(document), []);
        await vscode.commands.executeCommand('gouji.reopenEncoded', document.uri);
        await until(() => findings(document, 'wording/law-name').length === 1, 'not checked after the command');
    });
}

async function reopen(uri: vscode.Uri, encoding: string): Promise<void> {
    await (vscode.workspace.openTextDocument as (uri: vscode.Uri, options: { encoding: string }) => Thenable<unknown>)(uri, { encoding });
}

/** Node cannot encode GB18030, so the decoder's table is inverted. */
function gb18030(text: string): Uint8Array {
    const table = new Map<string, readonly number[]>();
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
        for (let trail = 0x40; trail <= 0xfe; trail += 1) {
            if (trail === 0x7f) continue;
            const character = decoder.decode(Uint8Array.of(lead, trail));
            if (!table.has(character)) table.set(character, [lead, trail]);
        }
    }
    return Uint8Array.from(Array.from(text).flatMap((character) => (character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : [...(table.get(character) ?? [0x3f])])));
}
