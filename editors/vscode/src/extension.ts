import * as vscode from 'vscode';

import { Actions } from './editor/actions';
import { registerCommands } from './editor/commands';
import { isDraft } from './editor/documents';
import { PageCompletions } from './editor/page_completions';
import { Rooms } from './editor/rooms';
import { SCHEME } from './editor/rule_pages';

const DRAFTS: vscode.DocumentSelector = [
    { scheme: 'file', pattern: '**/*.{txt,md,TXT,MD}' },
    { scheme: 'untitled', language: 'plaintext' },
    { scheme: 'untitled', language: 'markdown' },
];

/** What the tests and other extensions may look at. */
export type Api = Rooms;

export function activate(context: vscode.ExtensionContext): Api {
    const rooms = new Rooms(context);
    const { linter, settings, programs } = rooms;
    const again = (): void => {
        programs.forget();
        rooms.complaints.relieve();
        linter.checkAll();
        rooms.status.show();
    };
    const configurations = vscode.workspace.createFileSystemWatcher('**/gouji.toml');

    context.subscriptions.push(
        rooms,
        ...registerCommands(rooms),
        vscode.languages.registerCodeActionsProvider(DRAFTS, rooms.actions, { providedCodeActionKinds: Actions.kinds }),
        vscode.languages.registerHoverProvider(DRAFTS, rooms.hovers),
        vscode.languages.registerCodeLensProvider(DRAFTS, rooms.lenses),
        vscode.languages.registerCompletionItemProvider({ language: 'markdown' }, new PageCompletions(context.extensionUri), '"'),
        vscode.workspace.registerTextDocumentContentProvider(SCHEME, rooms.rulePages),
        rooms.store.onDidChange((uri) => {
            rooms.show(uri);
        }),

        vscode.workspace.onDidOpenTextDocument((document) => {
            opened(rooms, document);
        }),
        vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
            if (contentChanges.length === 0) return;
            if (settings.when === 'onType') void linter.check(document, settings.delay);
            rooms.logs.replace(document.uri);
        }),
        vscode.workspace.onDidSaveTextDocument((document) => {
            if (settings.when !== 'manual') void linter.check(document);
        }),
        vscode.workspace.onDidCloseTextDocument((document) => {
            linter.close(document);
        }),
        vscode.window.onDidChangeActiveTextEditor(() => {
            rooms.status.show();
        }),
        vscode.window.onDidChangeVisibleTextEditors(() => {
            rooms.status.show();
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
    for (const document of vscode.workspace.textDocuments) opened(rooms, document);
    rooms.status.show();
    return rooms;
}

function opened(rooms: Rooms, document: vscode.TextDocument): void {
    if (document.uri.scheme === 'file' && document.uri.path.toLowerCase().endsWith('.sarif')) {
        if (!rooms.logs.isOpen(document.uri)) void vscode.commands.executeCommand('gouji.openLog', document.uri);
        return;
    }
    if (isDraft(document) && rooms.settings.when !== 'manual') void rooms.linter.check(document);
}
