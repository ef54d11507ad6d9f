import * as vscode from 'vscode';

import { failures, lensTitle } from '../form/verdict';
import { toRange } from './documents';
import type { Settings } from './settings';
import type { Store } from './store';

/** A line over each recognised table: its identities, all holding or which fail. */
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
        if (!this.settings.lenses || entry?.model === undefined || entry.lines === undefined || entry.spots === undefined) return [];
        const { lines, spots, model } = entry;
        const nameOf = namer(this.store);
        return model.tables.flatMap((table) => {
            if (table.region === undefined) return [];
            const start = toRange(spots.spot(lines.stretch(table.region))).start;
            const range = new vscode.Range(start, start);
            const { say } = this.settings;
            const opens = { command: 'gouji.openForm', arguments: [document.uri, table.form] };
            const tooltip = failures(table, nameOf).join('\n');
            return [
                new vscode.CodeLens(range, { title: lensTitle(table, say), ...opens, ...(tooltip === '' ? {} : { tooltip }) }),
                new vscode.CodeLens(range, { title: say('openForm'), ...opens }),
            ];
        });
    }

    dispose(): void {
        this.changed.dispose();
    }
}

/** An identity is named as the rule that watches over it: the last part of the rule's id. */
export function namer(store: Store): (identity: string) => string {
    const names = new Map([...store.rules.values()].map((rule) => [rule.id.slice(rule.id.lastIndexOf('/') + 1), rule.name]));
    return (identity) => names.get(identity) ?? identity;
}
