import * as vscode from 'vscode';

import { runTests } from './host';
import { declareTrusted } from './trusted';
import { declareTroubles } from './troubles';
import { declareUntrusted } from './untrusted';

/** Runs inside the extension host of a real VS Code. */
export async function run(): Promise<void> {
    console.log(`[gouji] VS Code ${vscode.version}, workspace ${vscode.workspace.isTrusted ? 'trusted' : 'not trusted'}`);
    if (vscode.workspace.isTrusted) {
        declareTrusted();
        declareTroubles();
    } else {
        declareUntrusted();
    }
    await runTests();
}
