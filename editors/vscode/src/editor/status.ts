import * as vscode from 'vscode';

import { totalTitle } from '../form/identities';
import { count } from '../text/located';
import { isDraft } from './documents';
import type { Settings } from './settings';
import type { FileEntry, Store } from './store';

/** A check that takes longer than this is shown, in ms. A shorter one must not make the item flicker. */
const PATIENCE = 500;

/** The status bar item: the state of the active draft and the number of its findings. */
export class Status implements vscode.Disposable {
    private formsContext = false;
    private last: vscode.TextDocument | undefined;
    private timer: NodeJS.Timeout | undefined;
    private readonly item = vscode.window.createStatusBarItem('gouji.status', vscode.StatusBarAlignment.Right, 90);

    constructor(
        private readonly settings: Settings,
        private readonly store: Store,
    ) {
        this.item.name = 'gouji 勾稽';
    }

    get text(): string {
        return this.item.text;
    }

    get tooltip(): string {
        return typeof this.item.tooltip === 'string' ? this.item.tooltip : '';
    }

    show(): void {
        clearTimeout(this.timer);
        const document = this.draftInFront();
        const entry = document === undefined ? undefined : this.store.get(document.uri);
        this.updateFormsContext(entry);
        if (document === undefined) {
            this.item.hide();
            return;
        }
        const { localize } = this.settings;
        if (entry?.checking === true) {
            // Until then the item shows the result before.
            this.timer = setTimeout(() => {
                this.item.text = `$(sync~spin) ${localize('running')}`;
            }, PATIENCE);
        }
        this.item.command = entry?.state === 'garbled' ? 'gouji.reopenEncoded' : 'gouji.menu';
        this.showState(entry);
        const { edition, year } = this.settings.draftOptions(document.uri);
        const lines = [
            this.item.text.replace(/^\$\([^)]*\)\s*/, ''),
            entry?.reason ?? '',
            entry?.problem ?? '',
            totalTitle((entry?.reports ?? []).flatMap((report) => report.tables), localize),
            [edition, year].filter((one) => one !== undefined && one !== '').join(' · '),
            localize(entry?.state === 'garbled' ? 'garbledHint' : 'statusHint'),
        ];
        this.item.tooltip = lines.filter((line) => line !== '').join('\n');
        this.item.show();
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.item.dispose();
    }

    private showState(entry: FileEntry | undefined): void {
        const { localize } = this.settings;
        const incomplete = entry?.problem !== undefined;
        this.item.backgroundColor = incomplete ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
        if (!this.settings.enabled) {
            this.set('$(circle-slash)', localize('disabled'));
            return;
        }
        switch (entry?.state ?? 'unchecked') {
            case 'checked': {
                const counts = count((entry?.live ?? []).map((one) => one.finding.level));
                const total = counts.error + counts.warning + counts.note;
                const text = total === 0 ? localize('clean') : localize('counts', counts.error, counts.warning, counts.note);
                if (incomplete) this.set('$(alert)', localize('incompleteShort', text));
                else this.set(total === 0 ? '$(pass)' : counts.error > 0 ? '$(error)' : '$(warning)', text);
                break;
            }
            case 'no-report':
                this.set('$(circle-slash)', localize('notReport'));
                break;
            case 'garbled':
                this.alert('garbled', 'warning');
                break;
            case 'unusable':
                this.alert('missingShort', 'error');
                break;
            case 'unreadable':
            case 'failed':
                this.alert('failedShort', 'warning');
                break;
            case 'unchecked':
                this.set('$(circle-outline)', localize('off'));
                break;
        }
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
    private updateFormsContext(entry: FileEntry | undefined): void {
        const hasForms = entry?.reports.some((report) => report.tables.length > 0) === true;
        if (hasForms === this.formsContext) return;
        this.formsContext = hasForms;
        void vscode.commands.executeCommand('setContext', 'gouji.hasForms', hasForms);
    }

    private set(icon: string, text: string): void {
        this.item.text = `${icon} ${text}`;
    }

    private alert(message: 'garbled' | 'missingShort' | 'failedShort', level: 'warning' | 'error'): void {
        this.set('$(alert)', this.settings.localize(message));
        this.item.backgroundColor = new vscode.ThemeColor(`statusBarItem.${level}Background`);
    }
}
