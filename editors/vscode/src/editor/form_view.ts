import { randomBytes } from 'node:crypto';
import * as path from 'node:path';
import * as vscode from 'vscode';

import { marks } from '../form/marks';
import { type Drawing, formBody, formPage } from '../form/page';
import type { FormTable } from '../form/model';
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
        const entry = this.uri === undefined ? undefined : this.store.get(this.uri);
        return entry === undefined ? '' : formBody(this.drawing(entry));
    }

    /** Shows the forms of a draft and scrolls to one of them. */
    open(uri: vscode.Uri, form?: string): void {
        const entry = this.store.get(uri);
        const shown = this.panel !== undefined && this.uri?.toString() === uri.toString();
        this.uri = uri;
        const title = this.settings.localize('formTitle', path.basename(uri.path));
        if (this.panel === undefined) {
            this.panel = vscode.window.createWebviewPanel('gouji.form', title, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, localResourceRoots: [] });
            this.panel.onDidDispose(() => {
                this.panel = undefined;
                this.uri = undefined;
            });
            this.panel.webview.onDidReceiveMessage((message: unknown) => {
                void this.receive(message);
            });
        } else {
            this.panel.reveal(undefined, true);
        }
        this.panel.title = title;
        if (entry === undefined) return;
        // A page that shows this draft already is only scrolled.
        if (shown) void this.panel.webview.postMessage({ kind: 'go', form });
        else this.panel.webview.html = formPage(this.drawing(entry), randomBytes(16).toString('hex'), title, form);
    }

    refresh(uri: vscode.Uri): void {
        const entry = this.store.get(uri);
        if (this.panel === undefined || entry === undefined || entry.state === 'running' || this.uri?.toString() !== uri.toString()) return;
        void this.panel.webview.postMessage({ kind: 'show', body: formBody(this.drawing(entry)) });
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

    private drawing(entry: FileEntry): Drawing {
        const text = entry.text ?? '';
        return {
            ...(entry.state === 'failed' || entry.state === 'unusable' ? { instead: this.settings.localize('failedShort') } : {}),
            model: entry.model ?? { agency: '', year: '', edition: '', tables: [] },
            marks: (table: FormTable) => marks(table, text, entry.live),
            nameOf: identityNames(this.store),
            localize: this.settings.localize,
        };
    }
}
