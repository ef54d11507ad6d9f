import * as vscode from 'vscode';

import type { Model } from '../form/model';
import type { Rule } from '../sarif/finding';
import { sameFinding } from '../sarif/relocate';
import type { Lines } from '../text/lines';
import type { Located } from '../text/located';

/** Outcome of the last check of a file. */
export type State = 'unchecked' | 'checked' | 'no-report' | 'unreadable' | 'garbled' | 'unusable' | 'failed';

/** The state of one file. */
export interface FileEntry {
    readonly uri: vscode.Uri;
    state: State;
    /** A check is under way; everything else is still the result of the check before it. */
    checking: boolean;
    /** Why the file was not checked. */
    reason?: string | undefined;
    /** An error that left the check incomplete, such as a rule pack that was not loaded. */
    problem?: string | undefined;
    /** Version of the document that was checked; absent for a file that is not open. */
    version?: number | undefined;
    text?: string | undefined;
    /** Lines of the checked text as gouji splits it, and as the editor does. */
    lines?: Lines | undefined;
    editorLines?: Lines | undefined;
    live: readonly Located[];
    logged: readonly Located[];
    /** Findings that gouji.toml suppresses. */
    suppressed: readonly Located[];
    /** The reports of the text with their tables; a compilation has several. */
    reports: readonly Model[];
    /** Belongs to a folder that was checked: the findings stay when the editor is closed. */
    inFolder: boolean;
}

/** Findings of logs without those that gouji has found again itself. */
export function onlyLogged(entry: FileEntry): readonly Located[] {
    return entry.logged.filter((one) => !entry.live.some((live) => sameFinding(live.finding, one.finding)));
}

/** All findings to show for a file. */
export function shown(entry: FileEntry): readonly Located[] {
    return [...entry.live, ...onlyLogged(entry)];
}

const EMPTY = { live: [], suppressed: [], reports: [], problem: undefined, reason: undefined } as const;

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
        const entry = this.entries.get(key) ?? { uri, state: 'unchecked' as State, checking: false, logged: [], inFolder: false, ...EMPTY };
        this.entries.set(key, Object.assign(entry, change));
        this.changed.fire(uri);
    }

    /** The result of a check. What it does not mention is emptied. */
    setResult(uri: vscode.Uri, state: State, result: Partial<Omit<FileEntry, 'uri' | 'state'>> = {}): void {
        this.update(uri, { ...EMPTY, checking: false, state, ...result });
    }

    /** Removes the results of a file. Findings from logs stay. */
    remove(uri: vscode.Uri): void {
        const entry = this.get(uri);
        if (entry === undefined) return;
        if (entry.logged.length > 0) this.setResult(uri, 'unchecked', { inFolder: false, version: undefined, text: undefined });
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
