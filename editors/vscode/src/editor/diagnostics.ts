import * as vscode from 'vscode';

import type { Located } from '../text/located';
import { isWordDocument } from '../text/word';
import { onlineHelp } from '../text/rule_page';
import { toRange } from './documents';
import type { Settings } from './settings';
import { type FileEntry, onlyLogged, type Store } from './store';

/** Publishes the store as the editor's diagnostics. */
export class Diagnostics implements vscode.Disposable {
    private readonly live = vscode.languages.createDiagnosticCollection('gouji');
    private readonly logged = vscode.languages.createDiagnosticCollection('gouji-log');

    constructor(
        private readonly settings: Settings,
        private readonly store: Store,
    ) {}

    show(uri: vscode.Uri): void {
        const entry = this.store.get(uri);
        if (entry === undefined) {
            this.live.delete(uri);
            this.logged.delete(uri);
            return;
        }
        this.live.set(uri, this.diagnostics(entry, entry.live));
        this.logged.set(uri, this.diagnostics(entry, onlyLogged(entry)));
    }

    showAll(): void {
        for (const entry of this.store.all()) this.show(entry.uri);
    }

    dispose(): void {
        this.live.dispose();
        this.logged.dispose();
    }

    private diagnostics(entry: FileEntry, located: readonly Located[]): vscode.Diagnostic[] {
        return located.flatMap((one) => {
            const { finding, tool = 'gouji' } = one;
            const severity = this.settings.severity(finding.level);
            if (severity === undefined) return [];
            const plain = one.stale === true ? this.settings.localize('stale', finding.message) : finding.message;
            // No editor shows a Word document at its place, so the message names it.
            const where = isWordDocument(entry.uri.path) ? finding.place.logical.join(' › ') : '';
            const message = where === '' ? plain : `${plain}（${where}）`;
            const diagnostic = new vscode.Diagnostic(toRange(one.range), message, severity);
            diagnostic.source = tool;
            const page = tool === 'gouji' ? pageOf(finding.rule.id) : onlineHelp(finding.rule);
            diagnostic.code = page === undefined ? finding.rule.id : { value: finding.rule.id, target: typeof page === 'string' ? vscode.Uri.parse(page) : page };
            diagnostic.relatedInformation = one.related.map(
                (place) => new vscode.DiagnosticRelatedInformation(new vscode.Location(target(entry.uri, place.artifact?.uri), toRange(place.range)), place.message),
            );
            diagnostic.tags = tags(finding.rule.tags, one.stale === true);
            return [diagnostic];
        });
    }
}

/** Opens the rule's page of the installed gouji; needs no network. */
function pageOf(id: string): vscode.Uri {
    return vscode.Uri.from({ scheme: 'command', path: 'gouji.explain', query: JSON.stringify([id]) });
}

function target(uri: vscode.Uri, other: string | undefined): vscode.Uri {
    if (other === undefined) return uri;
    return /^[a-z][a-z0-9+.-]+:/i.test(other) ? vscode.Uri.parse(other) : vscode.Uri.joinPath(uri, '..', decodeURIComponent(other));
}

function tags(ofRule: readonly string[], stale: boolean): vscode.DiagnosticTag[] {
    const found: vscode.DiagnosticTag[] = [];
    if (stale || ofRule.includes('unnecessary')) found.push(vscode.DiagnosticTag.Unnecessary);
    if (ofRule.includes('deprecated')) found.push(vscode.DiagnosticTag.Deprecated);
    return found;
}
