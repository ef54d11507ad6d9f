import * as vscode from 'vscode';

import type { Model } from '../form/model';
import type { Rule } from '../sarif/finding';
import { sameFinding } from '../sarif/relocate';
import type { Lines } from '../text/lines';
import type { Located } from '../text/located';

export type State = 'running' | 'checked' | 'no-report' | 'garbled' | 'unusable' | 'failed' | 'off';

/** The state of one file. */
export interface FileEntry {
    readonly uri: vscode.Uri;
    state: State;
    /** Version of the document that was checked; absent for a file that is not open. */
    version?: number;
    text?: string;
    /** Lines of the checked text as gouji splits it, and as the editor does. */
    lines?: Lines;
    editorLines?: Lines;
    live: readonly Located[];
    logged: readonly Located[];
    model?: Model | undefined;
    /** Found by a folder check: the findings stay when the editor is closed. */
    pinned: boolean;
}

/** Findings of logs without those that gouji has found again itself. */
export function onlyLogged(entry: FileEntry): readonly Located[] {
    return entry.logged.filter((one) => !entry.live.some((live) => sameFinding(live.finding, one.finding)));
}

/** All findings to show for a file. */
export function shown(entry: FileEntry): readonly Located[] {
    return [...entry.live, ...onlyLogged(entry)];
}

/** All findings by file. Every view reads this store only. */
export class Store implements vscode.Disposable {
    private readonly entries = new Map<string, FileEntry>();
    private readonly changed = new vscode.EventEmitter<vscode.Uri>();
    readonly onDidChange = this.changed.event;
    /** All rules that any run has described, by id. */
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

    /** Removes the file's own findings. Findings from logs stay. */
    forget(uri: vscode.Uri): void {
        const entry = this.get(uri);
        if (entry === undefined) return;
        if (entry.logged.length > 0) this.update(uri, { live: [], state: 'off' });
        else {
            this.entries.delete(uri.toString());
            this.changed.fire(uri);
        }
    }

    addRules(rules: readonly Rule[]): void {
        for (const rule of rules) if (rule.id !== '') this.rules.set(rule.id, rule);
    }

    dispose(): void {
        this.changed.dispose();
    }
}
