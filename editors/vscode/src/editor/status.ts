import * as vscode from 'vscode';

import { totalTitle } from '../form/identities';
import { count } from '../text/located';
import { isDraft } from './documents';
import type { Settings } from './settings';
import type { Store } from './store';

/** The status bar item: the state of the active draft and the number of its findings. */
export class Status implements vscode.Disposable {
    private offered = false;
    private last: vscode.TextDocument | undefined;
    private readonly item = vscode.window.createStatusBarItem('gouji.status', vscode.StatusBarAlignment.Right, 90);

    constructor(
        private readonly settings: Settings,
        private readonly store: Store,
    ) {
        this.item.name = '勾稽 gouji';
    }

    get text(): string {
        return this.item.text;
    }

    get tooltip(): string {
        return typeof this.item.tooltip === 'string' ? this.item.tooltip : '';
    }

    show(): void {
        const document = this.draftInFront();
        this.updateFormsContext(document);
        if (document === undefined) {
            this.item.hide();
            return;
        }
        const { localize } = this.settings;
        const entry = this.store.get(document.uri);
        const counts = count((entry?.live ?? []).map((one) => one.finding.level));
        this.item.backgroundColor = undefined;
        this.item.command = entry?.state === 'garbled' ? 'gouji.reopenEncoded' : 'gouji.menu';
        switch (entry?.state ?? 'off') {
            case 'running':
                this.set('$(sync~spin)', localize('running'));
                break;
            case 'checked':
                if (counts.error + counts.warning + counts.note === 0) this.set('$(pass)', localize('clean'));
                else this.set(counts.error > 0 ? '$(error)' : '$(warning)', localize('counts', counts.error, counts.warning, counts.note));
                break;
            case 'no-report':
                this.set('$(circle-slash)', localize('notReport'));
                break;
            case 'garbled':
                this.set('$(alert)', localize('garbled'));
                this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
                break;
            case 'unusable':
                this.set('$(alert)', localize('missingShort'));
                this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
                break;
            case 'failed':
                this.set('$(alert)', localize('failedShort'));
                this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
                break;
            case 'off':
                this.set('$(circle-outline)', localize('off'));
                break;
        }
        const chosen = this.settings.chosen(document.uri);
        const fixed = [chosen.edition, chosen.year].filter((one) => one !== undefined && one !== '').join(' · ');
        const forms = totalTitle(entry?.model?.tables ?? [], localize);
        const hint = localize(entry?.state === 'garbled' ? 'garbledHint' : 'statusHint');
        this.item.tooltip = [this.item.text.replace(/^\$\([^)]*\)\s*/, ''), forms, fixed, hint].filter((line) => line !== '').join('\n');
        this.item.show();
    }

    dispose(): void {
        this.item.dispose();
    }

    /** While a log, a form view or a page has the focus, the draft beside it counts. */
    private draftInFront(): vscode.TextDocument | undefined {
        const active = vscode.window.activeTextEditor?.document;
        if (active !== undefined && isDraft(active)) return (this.last = active);
        if (active !== undefined && ['file', 'untitled'].includes(active.uri.scheme)) return undefined;
        const visible = vscode.window.visibleTextEditors.map((editor) => editor.document).filter(isDraft);
        return visible.find((document) => document === this.last) ?? visible[0];
    }

    /** Sets the context key that shows the form button in the editor title. */
    private updateFormsContext(document: vscode.TextDocument | undefined): void {
        const offered = document !== undefined && (this.store.get(document.uri)?.model?.tables.length ?? 0) > 0;
        if (offered === this.offered) return;
        this.offered = offered;
        void vscode.commands.executeCommand('setContext', 'gouji.hasForms', offered);
    }

    private set(icon: string, words: string): void {
        this.item.text = `${icon} ${words}`;
    }
}
