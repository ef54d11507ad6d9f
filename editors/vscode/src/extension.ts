import * as vscode from 'vscode';

import { Actions } from './editor/actions';
import { registerCommands } from './editor/commands';
import { isDraft, isRuleSource } from './editor/documents';
import { PageCompletions } from './editor/page_completions';
import { SCHEME } from './editor/rule_pages';
import { Services } from './editor/services';

const DRAFTS: vscode.DocumentSelector = [
    { scheme: 'file', pattern: '**/*.{txt,md,TXT,MD}' },
    { scheme: 'untitled', language: 'plaintext' },
    { scheme: 'untitled', language: 'markdown' },
];

/** What activation returns to other extensions. */
export interface Api {
    /** Checks an open draft now. Its findings are then the editor's diagnostics with the source “gouji”. */
    check(document: vscode.TextDocument): Promise<void>;
}

export function activate(context: vscode.ExtensionContext): Api | Services {
    const services = new Services(context);
    const { linter, settings, programs, folder, store, formView } = services;
    const recheck = (): void => {
        programs.forget();
        services.notifier.clear();
        if (!settings.enabled) {
            linter.stop();
            for (const entry of store.all()) store.remove(entry.uri);
        }
        linter.checkAll();
        folder.recheckAll();
        services.status.show();
    };
    const configurations = vscode.workspace.createFileSystemWatcher('**/gouji.toml');

    context.subscriptions.push(
        services,
        ...registerCommands(services),
        vscode.languages.registerCodeActionsProvider(DRAFTS, services.actions, { providedCodeActionKinds: Actions.kinds }),
        vscode.languages.registerHoverProvider(DRAFTS, services.hovers),
        vscode.languages.registerCodeLensProvider(DRAFTS, services.lenses),
        vscode.languages.registerCompletionItemProvider({ language: 'markdown' }, new PageCompletions(context.extensionUri), '"'),
        vscode.workspace.registerTextDocumentContentProvider(SCHEME, services.rulePages),
        store.onDidChange((uri) => {
            services.show(uri);
        }),

        vscode.workspace.onDidOpenTextDocument((document) => {
            opened(services, document);
        }),
        vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
            if (contentChanges.length === 0) return;
            services.pageTests.update(document);
            if (settings.when === 'onType') linter.typed(document, contentChanges);
            services.logs.replace(document.uri);
        }),
        vscode.workspace.onDidSaveTextDocument((document) => {
            if (settings.when === 'manual') return;
            if (isRuleSource(document)) recheck();
            else void linter.check(document);
        }),
        vscode.workspace.onDidCloseTextDocument((document) => {
            linter.close(document);
            services.pageTests.close(document);
            formView.close(document.uri);
            if (folder.has(document.uri)) folder.recheck(document.uri);
            else store.remove(document.uri);
        }),
        vscode.window.onDidChangeActiveTextEditor((editor) => {
            services.status.show();
            formView.follow(editor);
        }),
        vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
            formView.follow(textEditor);
        }),
        vscode.window.onDidChangeVisibleTextEditors(() => {
            services.status.show();
        }),

        vscode.workspace.onDidChangeConfiguration((change) => {
            if (change.affectsConfiguration('gouji')) recheck();
        }),
        vscode.workspace.onDidGrantWorkspaceTrust(recheck),
        configurations,
        configurations.onDidChange(recheck),
        configurations.onDidCreate(recheck),
        configurations.onDidDelete(recheck),
    );
    for (const document of vscode.workspace.textDocuments) opened(services, document);
    services.status.show();
    if (context.extensionMode === vscode.ExtensionMode.Test) return services;
    return { check: (document) => linter.check(document) };
}

function opened({ logs, linter, settings, pageTests }: Services, document: vscode.TextDocument): void {
    pageTests.update(document);
    if (document.uri.scheme === 'file' && document.uri.path.toLowerCase().endsWith('.sarif')) {
        if (!logs.isOpen(document.uri)) void vscode.commands.executeCommand('gouji.openLog', document.uri);
        return;
    }
    if (isDraft(document) && settings.when !== 'manual') void linter.check(document);
}
