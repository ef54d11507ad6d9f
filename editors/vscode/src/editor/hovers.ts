import * as vscode from 'vscode';

import { hover } from '../text/hover';
import { toRange } from './documents';
import type { Settings } from './settings';
import { shown, type Store } from './store';

/** Shows the rule's page in the hover. The editor itself adds the message above it. */
export class Hovers implements vscode.HoverProvider {
    constructor(
        private readonly settings: Settings,
        private readonly store: Store,
    ) {}

    provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
        const entry = this.store.get(document.uri);
        if (entry === undefined) return undefined;
        const here = shown(entry).filter((one) => toRange(one.range).contains(position));
        const rules = new Set<string>();
        const contents = here.flatMap((one) => {
            const { finding } = one;
            // Two findings of one rule at one place share the page; only their figures differ.
            if (rules.has(finding.rule.id) && finding.related.length === 0) return [];
            rules.add(finding.rule.id);
            const words = hover(
                finding,
                this.settings.localize,
                (place) => (place.region === undefined ? undefined : link('gouji.reveal', document.uri.toString(), place.region)),
                link('gouji.explain', finding.rule.id),
            );
            const markdown = new vscode.MarkdownString(words);
            // The page may come from an untrusted pack, so only these two commands may be run from it.
            markdown.isTrusted = { enabledCommands: ['gouji.reveal', 'gouji.explain'] };
            return [markdown];
        });
        return contents.length === 0 ? undefined : new vscode.Hover(contents);
    }
}

function link(command: string, ...args: readonly unknown[]): string {
    return `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
}
