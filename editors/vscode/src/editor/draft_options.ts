import * as vscode from 'vscode';

import type { Linter } from './linter';
import type { Settings } from './settings';

const EDITIONS = ['2019', '2021'] as const;

/** Lets the user set edition and year for one draft when gouji cannot tell them from the text. */
export class DraftOptions {
    constructor(
        private readonly settings: Settings,
        private readonly linter: Linter,
    ) {}

    async edition(document: vscode.TextDocument, given?: string): Promise<void> {
        const { localize } = this.settings;
        const now = this.settings.draftOptions(document.uri).edition ?? '';
        const items = ['', ...EDITIONS].map((value) => ({ label: value === '' ? localize('editionAuto') : value, value, picked: value === now }));
        const value = given ?? (await vscode.window.showQuickPick(items, { placeHolder: localize('editionAsk') }))?.value;
        if (value === undefined) return;
        await this.settings.setDraftOptions(document.uri, { edition: value });
        await this.linter.check(document);
    }

    async year(document: vscode.TextDocument, given?: string): Promise<void> {
        const { localize } = this.settings;
        const value =
            given ??
            (await vscode.window.showInputBox({
                prompt: localize('yearAsk'),
                value: this.settings.draftOptions(document.uri).year ?? '',
                validateInput: (words) => (words === '' || /^20\d\d$/.test(words) ? undefined : localize('yearWrong')),
            }));
        if (value === undefined) return;
        await this.settings.setDraftOptions(document.uri, { year: value });
        await this.linter.check(document);
    }
}
