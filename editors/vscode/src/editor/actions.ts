import * as vscode from 'vscode';

import { combine, replacements } from '../text/fixes';
import type { Located } from '../text/located';
import type { MessageKey } from '../text/messages';
import { toRange } from './documents';
import type { Linter } from './linter';
import type { Settings } from './settings';
import type { FileEntry, Store } from './store';

export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('gouji');

/** Code actions: the fixes that gouji offers, fixing all, ignoring and explaining. */
export class Actions implements vscode.CodeActionProvider {
    static readonly kinds = [vscode.CodeActionKind.QuickFix, FIX_ALL];

    constructor(
        private readonly settings: Settings,
        private readonly store: Store,
        private readonly linter: Linter,
    ) {}

    async provideCodeActions(
        document: vscode.TextDocument,
        range: vscode.Range,
        context: vscode.CodeActionContext,
        token: vscode.CancellationToken,
    ): Promise<vscode.CodeAction[]> {
        // Edits are offsets into the checked text: wait until that is the document's current text.
        await this.linter.settled(document);
        const entry = this.store.get(document.uri);
        if (token.isCancellationRequested || entry?.version !== document.version) return [];
        if (context.only !== undefined && !context.only.contains(vscode.CodeActionKind.QuickFix)) {
            return context.only.intersects(FIX_ALL) ? this.fixAll(entry) : [];
        }
        const here = entry.live.filter((one) => toRange(one.range).intersection(range) !== undefined);
        const own = here.flatMap((one) => this.fixes(entry, one));
        const rules = [...new Map(here.map((one) => [one.finding.rule.id, one])).values()];
        return [
            ...own,
            ...rules.flatMap((one) => this.fixRule(entry, one)),
            ...(own.length > 0 ? this.fixAll(entry).map(asQuickFix) : []),
            ...here.flatMap((one) => this.ignore(document, entry, one)),
            ...rules.map((one) => this.explain(one, entry)),
        ];
    }

    private fixes(entry: FileEntry, one: Located): vscode.CodeAction[] {
        const { lines } = entry;
        if (lines === undefined) return [];
        return one.finding.fixes.map((fix, index) => {
            const action = new vscode.CodeAction(fix.title !== '' ? fix.title : one.finding.message, vscode.CodeActionKind.QuickFix);
            action.edit = workspaceEdit(entry, replacements(fix, lines));
            action.diagnostics = diagnosticsOf(entry, one);
            action.isPreferred = index === 0 && fix.safe;
            return action;
        });
    }

    private fixRule(entry: FileEntry, one: Located): vscode.CodeAction[] {
        if (entry.lines === undefined || one.finding.fixes.length === 0) return [];
        const { rule } = one.finding;
        const same = entry.live.filter((other) => other.finding.rule.id === rule.id && other.finding.fixes.length > 0);
        if (same.length < 2) return [];
        const safe = same.every((other) => other.finding.fixes[0]?.safe === true);
        const { edits, fixed } = combine(same, entry.lines, false);
        const action = new vscode.CodeAction(this.settings.localize(safe ? 'fixAllOfRule' : 'fixAllOfRuleUnsafe', rule.name, fixed), vscode.CodeActionKind.QuickFix);
        action.edit = workspaceEdit(entry, edits);
        action.diagnostics = same.flatMap((other) => diagnosticsOf(entry, other));
        return [action];
    }

    private fixAll(entry: FileEntry): vscode.CodeAction[] {
        if (entry.lines === undefined) return [];
        const { edits, fixed } = combine(entry.live, entry.lines, true);
        if (fixed === 0) return [];
        const action = new vscode.CodeAction(this.settings.localize('fixAllSafe', fixed), FIX_ALL);
        action.edit = workspaceEdit(entry, edits);
        return [action];
    }

    /** Ignoring a finding here or in the file, and turning off its rule. */
    private ignore(document: vscode.TextDocument, entry: FileEntry, one: Located): vscode.CodeAction[] {
        // In an untrusted workspace gouji reads no configuration, so a suppression would have no effect.
        if (!vscode.workspace.isTrusted) return [];
        const place = [document.uri, entry.live.indexOf(one), entry.version];
        return [
            this.command('ignoreHere', 'gouji.ignore', [...place, 'here'], one, entry),
            this.command('ignoreInFile', 'gouji.ignore', [...place, 'file'], one, entry),
            this.command('disableRule', 'gouji.disableRule', [document.uri, one.finding.rule.id], one, entry),
        ];
    }

    private explain(one: Located, entry: FileEntry): vscode.CodeAction {
        return this.command('explain', 'gouji.explain', [one.finding.rule.id], one, entry);
    }

    private command(message: MessageKey, command: string, args: unknown[], one: Located, entry: FileEntry): vscode.CodeAction {
        const title = this.settings.localize(message, one.finding.rule.name);
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        action.command = { title, command, arguments: args };
        action.diagnostics = diagnosticsOf(entry, one);
        return action;
    }
}

export function workspaceEdit(entry: FileEntry, edits: readonly { start: number; end: number; text: string }[]): vscode.WorkspaceEdit {
    const edit = new vscode.WorkspaceEdit();
    const { editorLines } = entry;
    for (const one of edits) {
        const range = editorLines === undefined ? undefined : toRange(editorLines.range(one));
        if (range !== undefined) edit.replace(entry.uri, range, one.text);
    }
    return edit;
}

function asQuickFix(action: vscode.CodeAction): vscode.CodeAction {
    action.kind = vscode.CodeActionKind.QuickFix;
    return action;
}

function diagnosticsOf(entry: FileEntry, one: Located): vscode.Diagnostic[] {
    const range = toRange(one.range);
    return vscode.languages
        .getDiagnostics(entry.uri)
        .filter((diagnostic) => diagnostic.source === 'gouji' && diagnostic.range.isEqual(range) && diagnostic.message === one.finding.message);
}
