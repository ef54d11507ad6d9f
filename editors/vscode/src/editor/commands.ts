import * as vscode from 'vscode';

import type { Region } from '../sarif/finding';
import { combine } from '../text/fixes';
import { workspaceEdit } from './actions';
import { activeDraft } from './documents';
import { reopenEncoded } from './encoding';
import type { Format } from './export';
import type { Opened } from './logs';
import { revealRegion } from './reveal';
import type { Services } from './services';
import { FindingsTree } from './tree';

/** All commands. What a command would ask the user for can be passed as an argument, for key bindings and tests. */
export function registerCommands(services: Services): vscode.Disposable[] {
    const { settings, linter, store } = services;
    const command = (name: string, run: (...args: never[]) => unknown): vscode.Disposable => vscode.commands.registerCommand(`gouji.${name}`, run);
    const withDraft = async <T>(uri: vscode.Uri | undefined, run: (document: vscode.TextDocument) => T): Promise<Awaited<T> | undefined> => {
        const document = uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : activeDraft();
        if (document !== undefined) return await run(document);
        void vscode.window.showInformationMessage(settings.localize('noDraft'));
        return undefined;
    };

    return [
        command('lintFile', (uri?: vscode.Uri) => withDraft(uri, (document) => linter.check(document))),
        command('lintFolder', (uri?: vscode.Uri) => lintFolder(services, uri)),
        command('fixAll', (uri?: vscode.Uri) => withDraft(uri, (document) => fixAll(services, document))),
        command('ignore', (uri: vscode.Uri, index: number, version: number, reason?: string) => services.ignore.ignore(uri, index, version, reason)),
        command('explain', async (given?: unknown) => {
            const id = typeof given === 'string' ? given : (FindingsTree.ruleOf(given) ?? (await services.rulePages.choose()));
            if (id !== undefined) await services.rulePages.open(id);
        }),
        command('openLog', (uri?: vscode.Uri) => openLog(services, uri)),
        command('closeLogs', () => {
            services.logs.closeAll();
        }),
        command('exportSarif', (target?: vscode.Uri) => withDraft(undefined, (document) => services.exporter.export(document, 'sarif' satisfies Format, target))),
        command('exportHtml', (target?: vscode.Uri) => withDraft(undefined, (document) => services.exporter.export(document, 'html' satisfies Format, target))),
        command('showLog', () => {
            services.log.show();
        }),
        command('selectEdition', (value?: string) => withDraft(undefined, (document) => services.draftOptions.edition(document, text(value)))),
        command('selectYear', (value?: string) => withDraft(undefined, (document) => services.draftOptions.year(document, text(value)))),
        command('openForm', (uri?: vscode.Uri, form?: string) => withDraft(uri, (document) => {
            services.formView.open(document.uri, text(form));
        })),
        command('reveal', (uri: string, region: Region) => revealRegion(store, vscode.Uri.parse(uri), region)),
        command('choosePath', async () => {
            const chosen = await vscode.window.showOpenDialog({ canSelectMany: false });
            const file = chosen?.[0]?.fsPath;
            if (file !== undefined) await vscode.workspace.getConfiguration('gouji').update('path', file, vscode.ConfigurationTarget.Global);
        }),
        command('reopenEncoded', (uri?: vscode.Uri) => withDraft(uri, reopenEncoded)),
        command('menu', () => menu(services)),
    ];
}

function text(value: unknown): string | undefined {
    return typeof value === 'string' ? value : undefined;
}

async function lintFolder(services: Services, given?: vscode.Uri): Promise<void> {
    const folder = given ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    if (folder === undefined) return;
    const result = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: services.settings.localize('folderProgress'), cancellable: true },
        (progress, token) => services.folder.check(folder, progress, token),
    );
    const { localize } = services.settings;
    const more = result.checked > 0 ? [localize('showFindings')] : [];
    void vscode.window.showInformationMessage(services.folder.report(result), ...more).then((chosen) => {
        if (chosen !== undefined) void vscode.commands.executeCommand('gouji.findings.focus');
    });
}

/** Repeats check and fix, since a fix that overlaps another one can only be applied after the next check. */
async function fixAll(services: Services, document: vscode.TextDocument): Promise<number> {
    let fixed = 0;
    for (let round = 0; round < 5; round += 1) {
        await services.linter.check(document);
        const entry = services.store.get(document.uri);
        if (entry?.lines === undefined || entry.version !== document.version) break;
        const found = combine(entry.live, entry.lines, true);
        if (found.fixed === 0 || !(await vscode.workspace.applyEdit(workspaceEdit(entry, found.edits)))) break;
        fixed += found.fixed;
    }
    await services.linter.check(document);
    if (fixed === 0) void vscode.window.showInformationMessage(services.settings.localize('fixNone'));
    return fixed;
}

async function openLog(services: Services, given?: vscode.Uri): Promise<Opened | undefined> {
    const uri = given ?? (await vscode.window.showOpenDialog({ filters: { SARIF: ['sarif', 'json'] } }))?.[0];
    if (uri === undefined) return undefined;
    const { localize } = services.settings;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const opened = await services.logs.open(uri);
    if (opened === undefined) void vscode.window.showErrorMessage(localize('logUnreadable', name));
    else {
        const words = localize('logOpened', name, opened.findings, opened.stale) + (opened.unresolved > 0 ? localize('logUnresolved', opened.unresolved) : '');
        void vscode.window.showInformationMessage(words, localize('logClose')).then((chosen) => {
            if (chosen !== undefined) services.logs.close(uri);
        });
    }
    return opened;
}

async function menu(services: Services): Promise<void> {
    const { localize } = services.settings;
    const items = [
        { label: `$(play) ${localize('lintMenu')}`, command: 'gouji.lintFile' },
        { label: `$(list-tree) ${localize('showFindings')}`, command: 'gouji.findings.focus' },
        { label: `$(table) ${localize('openForm')}`, command: 'gouji.openForm' },
        { label: `$(versions) ${localize('editionMenu')}`, command: 'gouji.selectEdition' },
        { label: `$(calendar) ${localize('yearMenu')}`, command: 'gouji.selectYear' },
        { label: `$(export) ${localize('htmlMenu')}`, command: 'gouji.exportHtml' },
        { label: `$(file-binary) ${localize('choose')}`, command: 'gouji.choosePath' },
        { label: `$(output) ${localize('showLog')}`, command: 'gouji.showLog' },
        { label: `$(gear) ${localize('openSettings')}`, command: 'workbench.action.openSettings', argument: '@ext:gouji.gouji' },
    ];
    const chosen = await vscode.window.showQuickPick(items);
    if (chosen !== undefined) await vscode.commands.executeCommand(chosen.command, ...(chosen.argument === undefined ? [] : [chosen.argument]));
}
