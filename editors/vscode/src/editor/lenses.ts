import * as vscode from 'vscode';

import { failures, lensTitle } from '../form/identities';
import { toRange } from './documents';
import type { Settings } from './settings';
import type { Store } from './store';

/** A code lens over each recognised table: how many identities it has and which of them fail. */
export class Lenses implements vscode.CodeLensProvider, vscode.Disposable {
    private readonly changed = new vscode.EventEmitter<void>();
    readonly onDidChangeCodeLenses = this.changed.event;

    constructor(
        private readonly settings: Settings,
        private readonly store: Store,
    ) {}

    refresh(): void {
        this.changed.fire();
    }

    provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
        const entry = this.store.get(document.uri);
        if (!this.settings.lenses || entry?.lines === undefined || entry.editorLines === undefined) return [];
        const { lines, editorLines, reports } = entry;
        const { localize } = this.settings;
        const nameOf = identityNames(this.store);
        return reports.flatMap((report) => report.tables).flatMap((table) => {
            if (table.region === undefined) return [];
            const start = toRange(editorLines.range(lines.span(table.region))).start;
            const range = new vscode.Range(start, start);
            const opens = { command: 'gouji.openForm', arguments: [document.uri, table.id] };
            const tooltip = failures(table, nameOf).join('\n');
            return [
                new vscode.CodeLens(range, { title: lensTitle(table, localize), ...opens, ...(tooltip === '' ? {} : { tooltip }) }),
                new vscode.CodeLens(range, { title: localize('openForm'), ...opens }),
            ];
        });
    }

    dispose(): void {
        this.changed.dispose();
    }
}

/** Names of identities: an identity has the name of the rule that checks it, whose id ends with the identity's. */
export function identityNames(store: Store): (identity: string) => string {
    const names = new Map([...store.rules.values()].map((rule) => [rule.id.slice(rule.id.lastIndexOf('/') + 1), rule.name]));
    return (identity) => names.get(identity) ?? identity;
}
