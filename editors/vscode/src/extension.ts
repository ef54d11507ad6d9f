import * as vscode from 'vscode';

import { Actions } from './editor/actions';
import { registerCommands } from './editor/commands';
import { isDraft } from './editor/documents';
import { PageCompletions } from './editor/page_completions';
import { Services } from './editor/services';
import { SCHEME } from './editor/rule_pages';

const DRAFTS: vscode.DocumentSelector = [
    { scheme: 'file', pattern: '**/*.{txt,md,TXT,MD}' },
    { scheme: 'untitled', language: 'plaintext' },
    { scheme: 'untitled', language: 'markdown' },
];

/** What activation returns, for the tests. */
export type Api = Services;

export function activate(context: vscode.ExtensionContext): Api {
    const services = new Services(context);
    const { linter, settings, programs } = services;
    const again = (): void => {
        programs.forget();
        services.notifier.clear();
        linter.checkAll();
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
        services.store.onDidChange((uri) => {
            services.show(uri);
        }),

        vscode.workspace.onDidOpenTextDocument((document) => {
            opened(services, document);
        }),
        vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
            if (contentChanges.length === 0) return;
            if (settings.when === 'onType') void linter.check(document, settings.delay);
            services.logs.replace(document.uri);
        }),
        vscode.workspace.onDidSaveTextDocument((document) => {
            if (settings.when !== 'manual') void linter.check(document);
        }),
        vscode.workspace.onDidCloseTextDocument((document) => {
            linter.close(document);
        }),
        vscode.window.onDidChangeActiveTextEditor(() => {
            services.status.show();
        }),
        vscode.window.onDidChangeVisibleTextEditors(() => {
            services.status.show();
        }),

        vscode.workspace.onDidChangeConfiguration((change) => {
            if (change.affectsConfiguration('gouji')) again();
        }),
        vscode.workspace.onDidGrantWorkspaceTrust(again),
        configurations,
        configurations.onDidChange(again),
        configurations.onDidCreate(again),
        configurations.onDidDelete(again),
    );
    for (const document of vscode.workspace.textDocuments) opened(services, document);
    services.status.show();
    return services;
}

function opened(services: Services, document: vscode.TextDocument): void {
    if (document.uri.scheme === 'file' && document.uri.path.toLowerCase().endsWith('.sarif')) {
        if (!services.logs.isOpen(document.uri)) void vscode.commands.executeCommand('gouji.openLog', document.uri);
        return;
    }
    if (isDraft(document) && services.settings.when !== 'manual') void services.linter.check(document);
}
