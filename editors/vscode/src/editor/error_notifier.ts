import * as vscode from 'vscode';

import { openSettings } from './reveal';
import type { Settings } from './settings';

/** Shows each error once until a check succeeds again, so that typing does not repeat it. */
export class ErrorNotifier {
    private readonly said = new Set<string>();

    constructor(
        private readonly settings: Settings,
        private readonly log: vscode.LogOutputChannel,
    ) {}

    /** All messages shown so far; read by the tests. */
    readonly shown: string[] = [];

    error(message: string, aboutProgram: boolean): void {
        if (this.said.has(message)) return;
        this.said.add(message);
        this.shown.push(message);
        this.log.error(message);
        const { localize } = this.settings;
        const actions = aboutProgram ? [localize('choose'), localize('openSettings'), localize('showLog')] : [localize('showLog')];
        void vscode.window.showErrorMessage(message, ...actions).then((chosen) => {
            if (chosen === localize('showLog')) this.log.show();
            if (chosen === localize('openSettings')) void openSettings('gouji.path');
            if (chosen === localize('choose')) void vscode.commands.executeCommand('gouji.choosePath');
        });
    }

    /** Forgets what was shown, so that the next error is shown again. */
    clear(): void {
        this.said.clear();
    }
}
