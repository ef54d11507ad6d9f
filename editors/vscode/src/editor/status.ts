import * as vscode from 'vscode';

import { count } from '../text/located';
import { isDraft } from './documents';
import type { Settings } from './settings';
import type { Store } from './store';

/** One word about the draft in front: clean, how many findings, running, left alone, or what is wrong. */
export class Status implements vscode.Disposable {
    private readonly item = vscode.window.createStatusBarItem('gouji.status', vscode.StatusBarAlignment.Right, 90);

    constructor(
        private readonly settings: Settings,
        private readonly store: Store,
    ) {
        this.item.name = '勾稽 gouji';
        this.item.command = 'gouji.menu';
    }

    get text(): string {
        return this.item.text;
    }

    get tooltip(): string {
        return typeof this.item.tooltip === 'string' ? this.item.tooltip : '';
    }

    show(): void {
        const document = vscode.window.activeTextEditor?.document;
        if (document === undefined || !isDraft(document)) {
            this.item.hide();
            return;
        }
        const { say } = this.settings;
        const entry = this.store.get(document.uri);
        const counts = count((entry?.live ?? []).map((one) => one.finding.level));
        this.item.backgroundColor = undefined;
        switch (entry?.state ?? 'off') {
            case 'running':
                this.set('$(sync~spin)', say('running'));
                break;
            case 'checked':
                if (counts.error + counts.warning + counts.note === 0) this.set('$(pass)', say('clean'));
                else this.set(counts.error > 0 ? '$(error)' : '$(warning)', say('counts', counts.error, counts.warning, counts.note));
                break;
            case 'no-report':
                this.set('$(circle-slash)', say('notReport'));
                break;
            case 'unusable':
                this.set('$(alert)', say('missingShort'));
                this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
                break;
            case 'failed':
                this.set('$(alert)', say('failedShort'));
                this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
                break;
            case 'off':
                this.set('$(circle-outline)', say('off'));
                break;
        }
        const chosen = this.settings.chosen(document.uri);
        const fixed = [chosen.edition, chosen.year].filter((one) => one !== undefined && one !== '').join(' · ');
        this.item.tooltip = [this.item.text.replace(/^\$\([^)]*\)\s*/, ''), fixed, say('statusHint')].filter((line) => line !== '').join('\n');
        this.item.show();
    }

    dispose(): void {
        this.item.dispose();
    }

    private set(icon: string, words: string): void {
        this.item.text = `${icon} ${words}`;
    }
}
