import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

import { type JsonObject, object } from '../sarif/json';
import { proposals, caretContextAt } from '../text/front_matter';

/** Completes the TOML front matter of rule pages, which TOML extensions do not cover. */
export class PageCompletions implements vscode.CompletionItemProvider {
    private schema: JsonObject | undefined;

    constructor(private readonly extension: vscode.Uri) {}

    provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
        if (document.lineCount < 2 || document.lineAt(0).text.trim() !== '+++') return [];
        const lines = document.getText().split(/\r?\n/);
        const context = caretContextAt(lines, position.line, position.character);
        if (context === undefined) return [];
        this.schema ??= object(JSON.parse(readFileSync(path.join(this.extension.fsPath, 'schemas', 'rule-page.schema.json'), 'utf8')));
        return proposals(this.schema, context).map((proposal) => {
            const kind = context.kind === 'key' ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.Value;
            const item = new vscode.CompletionItem(proposal.label, kind);
            item.insertText = new vscode.SnippetString(proposal.insert);
            item.documentation = proposal.documentation;
            return item;
        });
    }
}
