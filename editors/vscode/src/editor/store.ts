import * as vscode from 'vscode';

import type { Model } from '../form/model';
import type { Rule } from '../sarif/finding';
import { sameFinding } from '../sarif/relocate';
import type { Lines } from '../text/lines';
import type { Located } from '../text/located';

export type State = 'running' | 'checked' | 'no-report' | 'garbled' | 'unusable' | 'failed' | 'off';

/** What is known of one file. */
export interface FileEntry {
    readonly uri: vscode.Uri;
    state: State;
    /** The document's version that the findings are about; absent for a file that is not open. */
    version?: number;
    text?: string;
    /** The text cut as gouji cuts it, and as the editor does. */
    lines?: Lines;
    spots?: Lines;
    live: readonly Located[];
    logged: readonly Located[];
    model?: Model | undefined;
    /** Checked with its folder: stays when its editor is closed. */
    pinned: boolean;
}

/** What a log found and gouji finds again is one problem, not two. */
export function onlyLogged(entry: FileEntry): readonly Located[] {
    return entry.logged.filter((one) => !entry.live.some((live) => sameFinding(live.finding, one.finding)));
}

/** All that is to be shown of a file. */
export function shown(entry: FileEntry): readonly Located[] {
    return [...entry.live, ...onlyLogged(entry)];
}

/** Everything found, by file. All views draw from here and nowhere else. */
export class Store implements vscode.Disposable {
    private readonly entries = new Map<string, FileEntry>();
    private readonly changed = new vscode.EventEmitter<vscode.Uri>();
    readonly onDidChange = this.changed.event;
    /** Every rule that any run described, by id. */
    readonly rules = new Map<string, Rule>();

    get(uri: vscode.Uri): FileEntry | undefined {
        return this.entries.get(uri.toString());
    }

    all(): readonly FileEntry[] {
        return [...this.entries.values()];
    }

    update(uri: vscode.Uri, change: Partial<Omit<FileEntry, 'uri'>>): void {
        const key = uri.toString();
        const entry = this.entries.get(key) ?? { uri, state: 'running' as State, live: [], logged: [], pinned: false };
        this.entries.set(key, Object.assign(entry, change));
        this.changed.fire(uri);
    }

    /** The file's own findings are gone; what a log says of it stays. */
    forget(uri: vscode.Uri): void {
        const entry = this.get(uri);
        if (entry === undefined) return;
        if (entry.logged.length > 0) this.update(uri, { live: [], state: 'off' });
        else {
            this.entries.delete(uri.toString());
            this.changed.fire(uri);
        }
    }

    learn(rules: readonly Rule[]): void {
        for (const rule of rules) if (rule.id !== '') this.rules.set(rule.id, rule);
    }

    dispose(): void {
        this.changed.dispose();
    }
}
