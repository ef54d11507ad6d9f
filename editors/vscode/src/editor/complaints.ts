import * as vscode from 'vscode';

import type { Settings } from './settings';

/** Says each trouble once, until things work again: a broken gouji must not shout at every key. */
export class Complaints {
    private readonly said = new Set<string>();

    constructor(
        private readonly settings: Settings,
        private readonly log: vscode.LogOutputChannel,
    ) {}

    /** The messages shown so far, for the tests. */
    readonly shown: string[] = [];

    complain(message: string, aboutProgram: boolean): void {
        if (this.said.has(message)) return;
        this.said.add(message);
        this.shown.push(message);
        this.log.error(message);
        const { say } = this.settings;
        const actions = aboutProgram ? [say('choose'), say('openSettings'), say('showLog')] : [say('showLog')];
        void vscode.window.showErrorMessage(message, ...actions).then((chosen) => {
            if (chosen === say('showLog')) this.log.show();
            if (chosen === say('openSettings')) void vscode.commands.executeCommand('workbench.action.openSettings', 'gouji.path');
            if (chosen === say('choose')) void vscode.commands.executeCommand('gouji.choosePath');
        });
    }

    /** Not worth an interruption, but worth a line in the log. */
    note(message: string): void {
        this.log.warn(message);
    }

    /** It works again: the next trouble is news. */
    relieve(): void {
        this.said.clear();
    }
}
