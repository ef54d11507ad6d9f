import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';

import { declareEncodings } from './encodings';
import { declareFolders } from './folders';
import { declareForms } from './forms';
import { runTests } from './host';
import { declareLatency } from './latency';
import { declareRules } from './rules';
import { declareTrusted } from './trusted';
import { declareFailures } from './failures';
import { declareUntrusted } from './untrusted';
import { declareWriting } from './writing';

/** Runs inside the extension host of a real VS Code. */
export async function run(): Promise<void> {
    console.log(`[gouji] VS Code ${vscode.version}, workspace ${vscode.workspace.isTrusted ? 'trusted' : 'not trusted'}`);
    const before = heap();
    if (vscode.workspace.isTrusted) {
        declareTrusted();
        declareFolders();
        declareForms();
        declareRules();
        declareLatency();
        declareEncodings();
        declareWriting();
        declareFailures();
    } else {
        declareUntrusted();
    }
    await runTests();
    // Includes what the tests themselves keep, so this is an upper bound.
    const grown = Math.round((heap() - before) / 1024 / 1024);
    console.log(`[gouji] the extension host's heap grew by ${grown} MB`);
    if (grown >= 50) throw new Error(`${grown} MB of memory; 50 are allowed`);
}

/** Heap in use after garbage collection, in bytes. */
function heap(): number {
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    return process.memoryUsage().heapUsed;
}
