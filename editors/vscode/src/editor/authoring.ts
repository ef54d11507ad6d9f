import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

import { run } from '../run/process';
import { object, texts } from '../sarif/json';
import type { ErrorNotifier } from './error_notifier';
import type { ProgramFinder } from './program';
import type { Settings } from './settings';

const NAME = /^[a-z][a-z0-9-]*$/;

/** Creates rule packs and rule pages with `gouji new`. */
export class Authoring {
    constructor(
        private readonly settings: Settings,
        private readonly programs: ProgramFinder,
        private readonly notifier: ErrorNotifier,
        private readonly extension: vscode.Uri,
    ) {}

    async newPack(folder: vscode.Uri, given?: string): Promise<vscode.Uri | undefined> {
        const name = given ?? (await this.askName('packName'));
        if (name === undefined || !(await this.create(folder, ['pack', name]))) return undefined;
        return await open(vscode.Uri.joinPath(folder, name, 'pack.toml'));
    }

    /** `folder` holds the pack: it has a pack.toml. */
    async newRule(folder: vscode.Uri, given?: string, kind?: string): Promise<vscode.Uri | undefined> {
        const { localize } = this.settings;
        if (!existsSync(path.join(folder.fsPath, 'pack.toml'))) {
            void vscode.window.showWarningMessage(localize('noPack', path.basename(folder.fsPath)));
            return undefined;
        }
        const name = given ?? (await this.askName('ruleName'));
        if (name === undefined) return undefined;
        const chosen = kind ?? (await vscode.window.showQuickPick(this.kinds(), { placeHolder: localize('ruleKind') }));
        if (chosen === undefined || !(await this.create(folder, ['rule', name, '--kind', chosen]))) return undefined;
        return await open(vscode.Uri.joinPath(folder, `${name}.md`));
    }

    private kinds(): readonly string[] {
        const schema = object(JSON.parse(readFileSync(path.join(this.extension.fsPath, 'schemas', 'rule-page.schema.json'), 'utf8')));
        return texts(object(object(schema.properties).kind).enum);
    }

    private askName(prompt: 'packName' | 'ruleName'): Thenable<string | undefined> {
        const { localize } = this.settings;
        return vscode.window.showInputBox({ prompt: localize(prompt), validateInput: (name) => (NAME.test(name) ? undefined : localize('nameWrong')) });
    }

    private async create(folder: vscode.Uri, args: readonly string[]): Promise<boolean> {
        const program = await this.programs.find();
        if (program.kind === 'unusable') {
            this.notifier.error(program.why, true);
            return false;
        }
        const outcome = await run({ command: program.file, args: ['new', ...args, '--lang', this.settings.language], cwd: folder.fsPath, timeout: this.settings.timeout });
        if (outcome.kind === 'done' && outcome.code === 0) return true;
        const why = outcome.kind === 'done' ? (outcome.stderr.trim().split('\n')[0] ?? '') : outcome.kind;
        void vscode.window.showErrorMessage(this.settings.localize('notCreated', why));
        return false;
    }
}

async function open(uri: vscode.Uri): Promise<vscode.Uri> {
    await vscode.window.showTextDocument(uri);
    return uri;
}
