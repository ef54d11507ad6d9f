import * as vscode from 'vscode';

import type { Region } from '../sarif/finding';
import { combine } from '../text/fixes';
import { workspaceEdit } from './actions';
import { activeDraft } from './documents';
import { reopenEncoded } from './encoding';
import type { Format } from './export';
import type { Opened } from './logs';
import { revealRegion } from './reveal';
import type { Rooms } from './rooms';
import { FindingsTree } from './tree';

/** All commands. Each can be given what it would ask for, so that keys, tasks and tests may call it. */
export function registerCommands(rooms: Rooms): vscode.Disposable[] {
    const { settings, linter, store } = rooms;
    const command = (name: string, run: (...args: never[]) => unknown): vscode.Disposable => vscode.commands.registerCommand(`gouji.${name}`, run);
    const withDraft = async <T>(uri: vscode.Uri | undefined, run: (document: vscode.TextDocument) => T): Promise<Awaited<T> | undefined> => {
        const document = uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : activeDraft();
        if (document !== undefined) return await run(document);
        void vscode.window.showInformationMessage(settings.say('noDraft'));
        return undefined;
    };

    return [
        command('lintFile', (uri?: vscode.Uri) => withDraft(uri, (document) => linter.check(document))),
        command('lintFolder', (uri?: vscode.Uri) => lintFolder(rooms, uri)),
        command('fixAll', (uri?: vscode.Uri) => withDraft(uri, (document) => fixAll(rooms, document))),
        command('ignore', (uri: vscode.Uri, index: number, version: number, reason?: string) => rooms.ignore.ignore(uri, index, version, reason)),
        command('explain', async (given?: unknown) => {
            const id = typeof given === 'string' ? given : (FindingsTree.ruleOf(given) ?? (await rooms.rulePages.choose()));
            if (id !== undefined) await rooms.rulePages.open(id);
        }),
        command('openLog', (uri?: vscode.Uri) => openLog(rooms, uri)),
        command('closeLogs', () => {
            rooms.logs.closeAll();
        }),
        command('exportSarif', (target?: vscode.Uri) => withDraft(undefined, (document) => rooms.exporter.export(document, 'sarif' satisfies Format, target))),
        command('exportHtml', (target?: vscode.Uri) => withDraft(undefined, (document) => rooms.exporter.export(document, 'html' satisfies Format, target))),
        command('showLog', () => {
            rooms.log.show();
        }),
        command('selectEdition', (value?: string) => withDraft(undefined, (document) => rooms.choosing.edition(document, text(value)))),
        command('selectYear', (value?: string) => withDraft(undefined, (document) => rooms.choosing.year(document, text(value)))),
        command('openForm', (uri?: vscode.Uri, form?: string) => withDraft(uri, (document) => {
            rooms.formView.open(document.uri, text(form));
        })),
        command('reveal', (uri: string, region: Region) => revealRegion(store, vscode.Uri.parse(uri), region)),
        command('choosePath', async () => {
            const chosen = await vscode.window.showOpenDialog({ canSelectMany: false });
            const file = chosen?.[0]?.fsPath;
            if (file !== undefined) await vscode.workspace.getConfiguration('gouji').update('path', file, vscode.ConfigurationTarget.Global);
        }),
        command('reopenEncoded', (uri?: vscode.Uri) => withDraft(uri, reopenEncoded)),
        command('menu', () => menu(rooms)),
    ];
}

function text(value: unknown): string | undefined {
    return typeof value === 'string' ? value : undefined;
}

async function lintFolder(rooms: Rooms, given?: vscode.Uri): Promise<void> {
    const folder = given ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    if (folder === undefined) return;
    const result = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: rooms.settings.say('folderProgress'), cancellable: true },
        (progress, token) => rooms.folder.check(folder, progress, token),
    );
    const { say } = rooms.settings;
    const more = result.checked > 0 ? [say('showFindings')] : [];
    void vscode.window.showInformationMessage(rooms.folder.report(result), ...more).then((chosen) => {
        if (chosen !== undefined) void vscode.commands.executeCommand('gouji.findings.focus');
    });
}

/** Round by round: a fix that collided with another one is there again after the next check. */
async function fixAll(rooms: Rooms, document: vscode.TextDocument): Promise<number> {
    let fixed = 0;
    for (let round = 0; round < 5; round += 1) {
        await rooms.linter.check(document);
        const entry = rooms.store.get(document.uri);
        if (entry?.lines === undefined || entry.version !== document.version) break;
        const found = combine(entry.live, entry.lines, true);
        if (found.fixed === 0 || !(await vscode.workspace.applyEdit(workspaceEdit(entry, found.edits)))) break;
        fixed += found.fixed;
    }
    await rooms.linter.check(document);
    if (fixed === 0) void vscode.window.showInformationMessage(rooms.settings.say('fixNone'));
    return fixed;
}

async function openLog(rooms: Rooms, given?: vscode.Uri): Promise<Opened | undefined> {
    const uri = given ?? (await vscode.window.showOpenDialog({ filters: { SARIF: ['sarif', 'json'] } }))?.[0];
    if (uri === undefined) return undefined;
    const { say } = rooms.settings;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const opened = await rooms.logs.open(uri);
    if (opened === undefined) void vscode.window.showErrorMessage(say('logUnreadable', name));
    else {
        const words = say('logOpened', name, opened.findings, opened.stale) + (opened.homeless > 0 ? say('logHomeless', opened.homeless) : '');
        void vscode.window.showInformationMessage(words, say('logClose')).then((chosen) => {
            if (chosen !== undefined) rooms.logs.close(uri);
        });
    }
    return opened;
}

async function menu(rooms: Rooms): Promise<void> {
    const { say } = rooms.settings;
    const items = [
        { label: `$(play) ${say('lintMenu')}`, command: 'gouji.lintFile' },
        { label: `$(list-tree) ${say('showFindings')}`, command: 'gouji.findings.focus' },
        { label: `$(table) ${say('openForm')}`, command: 'gouji.openForm' },
        { label: `$(versions) ${say('editionMenu')}`, command: 'gouji.selectEdition' },
        { label: `$(calendar) ${say('yearMenu')}`, command: 'gouji.selectYear' },
        { label: `$(export) ${say('htmlMenu')}`, command: 'gouji.exportHtml' },
        { label: `$(file-binary) ${say('choose')}`, command: 'gouji.choosePath' },
        { label: `$(output) ${say('showLog')}`, command: 'gouji.showLog' },
        { label: `$(gear) ${say('openSettings')}`, command: 'workbench.action.openSettings', argument: '@ext:gouji.gouji' },
    ];
    const chosen = await vscode.window.showQuickPick(items);
    if (chosen !== undefined) await vscode.commands.executeCommand(chosen.command, ...(chosen.argument === undefined ? [] : [chosen.argument]));
}
