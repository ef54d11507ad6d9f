import { randomBytes } from 'node:crypto';
import * as path from 'node:path';
import * as vscode from 'vscode';

import { marks } from '../form/marks';
import type { FormTable } from '../form/model';
import { type Drawing, formBody, formPage } from '../form/page';
import { isDraft } from './documents';
import { identityNames } from './lenses';
import { revealRegion } from './reveal';
import type { Settings } from './settings';
import type { FileEntry, Store } from './store';

/** Shows the three tables of a draft as gouji has parsed them, beside the text. */
export class FormView implements vscode.Disposable {
    private panel: vscode.WebviewPanel | undefined;
    private uri: vscode.Uri | undefined;

    constructor(
        private readonly settings: Settings,
        private readonly store: Store,
    ) {}

    /** The current content; read by the tests. */
    get body(): string {
        const entry = this.entry();
        return entry === undefined ? '' : formBody(this.drawing(entry));
    }

    /** The draft that is shown. */
    get shown(): vscode.Uri | undefined {
        return this.uri;
    }

    /** Shows the forms of a draft and scrolls to one of the tables. */
    open(uri: vscode.Uri, table?: string): void {
        const same = this.uri?.toString() === uri.toString();
        if (this.panel === undefined) this.panel = this.create();
        else this.panel.reveal(undefined, true);
        // A page that shows this draft already is only scrolled.
        if (same) void this.panel.webview.postMessage({ kind: 'go', table });
        else this.show(uri, table);
    }

    /** Follows the active editor: its draft is shown, and the cell at its cursor is marked. */
    follow(editor: vscode.TextEditor | undefined): void {
        if (this.panel === undefined || editor === undefined || !isDraft(editor.document)) return;
        const { document, selection } = editor;
        if (this.uri?.toString() !== document.uri.toString() && (this.store.get(document.uri)?.reports.length ?? 0) > 0) this.show(document.uri);
        const entry = this.entry();
        if (entry?.lines === undefined || entry.uri.toString() !== document.uri.toString() || entry.version !== document.version) return;
        const offset = document.offsetAt(selection.active);
        const { startLine, startCharacter } = entry.lines.range({ start: offset, end: offset });
        void this.panel.webview.postMessage({ kind: 'cursor', line: startLine + 1, column: startCharacter + 1 });
    }

    refresh(uri: vscode.Uri): void {
        const entry = this.store.get(uri);
        if (this.panel === undefined || entry === undefined || entry.checking) return;
        const active = vscode.window.activeTextEditor;
        if (this.uri?.toString() !== uri.toString()) {
            // The tables of the active draft may come after it was opened.
            if (active?.document.uri.toString() === uri.toString()) this.follow(active);
            return;
        }
        this.panel.title = this.title(entry.uri);
        void this.panel.webview.postMessage({ kind: 'show', body: formBody(this.drawing(entry)) });
        this.follow(active);
    }

    /** Closes the view when its draft is closed. */
    close(uri: vscode.Uri): void {
        if (this.uri?.toString() === uri.toString()) this.panel?.dispose();
    }

    /** Handles messages of the page: a click on a cell. */
    async receive(message: unknown): Promise<void> {
        const { kind, place } = message as { kind?: unknown; place?: unknown };
        if (kind !== 'reveal' || !Array.isArray(place) || this.uri === undefined) return;
        const [startLine, startColumn, endLine, endColumn] = place.map(Number);
        if (startLine === undefined || startColumn === undefined || endLine === undefined || endColumn === undefined) return;
        await revealRegion(this.store, this.uri, { startLine, startColumn, endLine, endColumn });
    }

    dispose(): void {
        this.panel?.dispose();
    }

    private create(): vscode.WebviewPanel {
        const panel = vscode.window.createWebviewPanel('gouji.form', '', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, localResourceRoots: [] });
        panel.onDidDispose(() => {
            this.panel = undefined;
            this.uri = undefined;
        });
        // A hidden page does not receive messages, so it may be outdated when it is shown again.
        panel.onDidChangeViewState(() => {
            if (panel.visible && this.uri !== undefined) this.refresh(this.uri);
        });
        panel.webview.onDidReceiveMessage((message: unknown) => {
            void this.receive(message);
        });
        return panel;
    }

    private show(uri: vscode.Uri, table?: string): void {
        this.uri = uri;
        const entry = this.entry();
        if (this.panel === undefined || entry === undefined) return;
        const title = this.title(uri);
        this.panel.title = title;
        this.panel.webview.html = formPage(this.drawing(entry), randomBytes(16).toString('hex'), title, this.settings.language, table);
    }

    private entry(): FileEntry | undefined {
        return this.uri === undefined ? undefined : this.store.get(this.uri);
    }

    /** Names the agency; a compilation and a text without an agency are named by the file. */
    private title(uri: vscode.Uri): string {
        const reports = this.store.get(uri)?.reports ?? [];
        const agency = reports.length === 1 ? (reports[0]?.agency ?? '') : '';
        return this.settings.localize('formTitle', agency === '' ? path.basename(uri.path) : agency);
    }

    private drawing(entry: FileEntry): Drawing {
        const text = entry.text ?? '';
        return {
            ...(entry.state === 'failed' || entry.state === 'unusable' ? { instead: this.settings.localize('failedShort') } : {}),
            reports: entry.reports,
            marks: (table: FormTable) => marks(table, text, entry.live),
            nameOf: identityNames(this.store),
            localize: this.settings.localize,
        };
    }
}
