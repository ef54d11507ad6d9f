import { tmpdir } from 'node:os';
import * as vscode from 'vscode';

import { run } from '../run/process';
import { joined } from '../text/rule_page';
import type { ProgramFinder } from './program';
import type { Settings } from './settings';
import type { Store } from './store';

export const SCHEME = 'gouji-rule';

/** Provides a rule's page as a read-only document: from the last SARIF log, else from `gouji explain`. */
export class RulePages implements vscode.TextDocumentContentProvider {
    constructor(
        private readonly settings: Settings,
        private readonly programs: ProgramFinder,
        private readonly store: Store,
    ) {}

    async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
        const id = uri.path.replace(/^\/|\.md$/g, '');
        const rule = this.store.rules.get(id);
        if (rule !== undefined && rule.help !== '') {
            const page = joined(rule.help);
            return /^\s*#\s/.test(page) ? page : `# ${rule.name}\n\n\`${id}\`\n\n${page}\n`;
        }
        return (await this.explained(id)) ?? this.settings.localize('noHelp');
    }

    async open(id: string): Promise<void> {
        const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${id}.md` });
        try {
            await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
        } catch {
            // The built-in Markdown extension may be disabled; then the page is shown as text.
            await vscode.window.showTextDocument(uri, { preview: true, viewColumn: vscode.ViewColumn.Beside });
        }
    }

    /** Lets the user choose a known rule; rules with findings come first. */
    async choose(): Promise<string | undefined> {
        const found = new Set(this.store.all().flatMap((entry) => entry.live.map((one) => one.finding.rule.id)));
        const rules = [...this.store.rules.values()].sort((a, b) => Number(found.has(b.id)) - Number(found.has(a.id)) || (a.id < b.id ? -1 : 1));
        const picked = await vscode.window.showQuickPick(
            rules.map((rule) => ({ label: rule.name, description: rule.id, detail: rule.summary })),
            { matchOnDescription: true, matchOnDetail: true },
        );
        return picked?.description;
    }

    private async explained(id: string): Promise<string | undefined> {
        const program = await this.programs.find();
        // The id may come from an untrusted log and must not be taken for an option.
        if (program.kind !== 'ready' || !/^[\w.-]+(\/[\w.-]+)*$/.test(id) || id.startsWith('-')) return undefined;
        const outcome = await run({ command: program.file, args: ['explain', id, '--lang', this.settings.language], cwd: tmpdir(), timeout: this.settings.timeout });
        return outcome.kind === 'done' && outcome.code === 0 && outcome.stdout.trim() !== '' ? outcome.stdout : undefined;
    }
}
