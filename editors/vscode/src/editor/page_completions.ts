import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

import { type JsonObject, object } from '../sarif/json';
import { proposals, spotAt } from '../text/front_matter';

/** Completes the front matter of rule pages: a TOML extension knows .toml files, not TOML in Markdown. */
export class PageCompletions implements vscode.CompletionItemProvider {
    private schema: JsonObject | undefined;

    constructor(private readonly extension: vscode.Uri) {}

    provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
        if (document.lineCount < 2 || document.lineAt(0).text.trim() !== '+++') return [];
        const lines = document.getText().split(/\r?\n/);
        const spot = spotAt(lines, position.line, position.character);
        if (spot === undefined) return [];
        this.schema ??= object(JSON.parse(readFileSync(path.join(this.extension.fsPath, 'schemas', 'rule-page.schema.json'), 'utf8')));
        return proposals(this.schema, spot).map((proposal) => {
            const kind = spot.kind === 'key' ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.Value;
            const item = new vscode.CompletionItem(proposal.label, kind);
            item.insertText = new vscode.SnippetString(proposal.insert);
            item.documentation = proposal.documentation;
            return item;
        });
    }
}
