import * as vscode from 'vscode';

import type { Region } from '../sarif/finding';
import { combine } from '../text/fixes';
import { workspaceEdit } from './actions';
import { activeDraft, isRuleSource } from './documents';
import { reopenEncoded } from './encoding';
import type { Scope } from './ignore';
import type { Opened } from './logs';
import { openSettings, revealRegion } from './reveal';
import type { Services } from './services';
import { FindingsTree, type Node } from './tree';

/** All commands. What a command would ask the user for can be passed as an argument, for key bindings and tests. */
export function registerCommands(services: Services): vscode.Disposable[] {
    const { settings, linter, store, exporter } = services;
    const command = (name: string, run: (...args: never[]) => unknown): vscode.Disposable => vscode.commands.registerCommand(`gouji.${name}`, run);
    const withDraft = async <T>(uri: vscode.Uri | undefined, run: (document: vscode.TextDocument) => T): Promise<Awaited<T> | undefined> => {
        const document = uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : activeDraft();
        if (document !== undefined) return await run(document);
        void vscode.window.showInformationMessage(settings.localize('noDraft'));
        return undefined;
    };

    return [
        command('lintFile', (uri?: vscode.Uri) => whenEnabled(services, () => withDraft(uri, (document) => linter.check(document)))),
        command('lintFolder', (uri?: vscode.Uri) => whenEnabled(services, () => lintFolder(services, uri))),
        command('lintDocument', (uri?: vscode.Uri) => whenEnabled(services, () => services.wordDocuments.check(uri))),
        command('openCommented', (at: vscode.Uri | Node, open = true) => {
            const uri = at instanceof vscode.Uri ? at : at.kind === 'file' ? vscode.Uri.parse(at.group.file) : undefined;
            return uri === undefined ? undefined : services.wordDocuments.openCommented(uri, open);
        }),
        command('clearFolder', () => {
            services.folder.clear();
        }),
        command('nextDraft', () => nextDraft(services)),
        command('fixAll', (uri?: vscode.Uri) => withDraft(uri, (document) => fixAll(services, document))),
        command('ignore', (at: vscode.Uri | Node, index?: number, version?: number, scope: Scope = 'here', reason?: string) => ignore(services, at, index, version, scope, reason)),
        command('disableRule', (uri: vscode.Uri, rule: string) => services.ignore.disableRule(uri, rule)),
        command('explain', async (given?: unknown) => {
            const id = typeof given === 'string' ? given : (FindingsTree.ruleOf(given) ?? (await services.rulePages.choose()));
            if (id !== undefined) await services.rulePages.open(id);
        }),
        command('openLog', (uri?: vscode.Uri) => openLog(services, uri)),
        command('closeLogs', () => {
            services.logs.closeAll();
        }),
        command('exportSarif', (target?: vscode.Uri) => withDraft(undefined, (document) => exporter.exportDraft(document, 'sarif', target))),
        command('exportHtml', (target?: vscode.Uri) => withDraft(undefined, (document) => exporter.exportDraft(document, 'html', target))),
        command('exportFolderSarif', (uri?: vscode.Uri, target?: vscode.Uri) => withFolder(uri, (folder) => exporter.exportFolder(folder, 'sarif', target))),
        command('exportFolderHtml', (uri?: vscode.Uri, target?: vscode.Uri) => withFolder(uri, (folder) => exporter.exportFolder(folder, 'html', target))),
        command('newPack', (uri?: vscode.Uri, name?: string) => withFolder(uri, (folder) => services.authoring.newPack(folder, name))),
        command('newRule', (uri?: vscode.Uri, name?: string, kind?: string) => withFolder(uri ?? packInFront(), (folder) => services.authoring.newRule(folder, name, kind))),
        command('showLog', () => {
            services.log.show();
        }),
        command('selectEdition', (value?: string) => withDraft(undefined, (document) => services.draftOptions.edition(document, text(value)))),
        command('selectYear', (value?: string) => withDraft(undefined, (document) => services.draftOptions.year(document, text(value)))),
        command('openForm', (uri?: vscode.Uri, table?: string) => withDraft(uri, (document) => {
            services.formView.open(document.uri, text(table));
        })),
        command('reveal', (uri: string, region: Region) => revealRegion(store, vscode.Uri.parse(uri), region)),
        command('choosePath', async () => {
            const chosen = await vscode.window.showOpenDialog({ canSelectMany: false });
            const file = chosen?.[0]?.fsPath;
            if (file !== undefined) await vscode.workspace.getConfiguration('gouji').update('path', file, vscode.ConfigurationTarget.Global);
        }),
        command('openSettings', (query?: string) => openSettings(text(query) ?? '@ext:gouji.gouji')),
        command('reopenEncoded', (uri?: vscode.Uri) => withDraft(uri, reopenEncoded)),
        command('menu', () => menu(services)),
    ];
}

function text(value: unknown): string | undefined {
    return typeof value === 'string' ? value : undefined;
}

async function whenEnabled<T>({ settings }: Services, run: () => Promise<T>): Promise<T | undefined> {
    if (settings.enabled) return await run();
    const enable = settings.localize('enable');
    if ((await vscode.window.showInformationMessage(settings.localize('disabledLong'), enable)) !== enable) return undefined;
    await vscode.workspace.getConfiguration('gouji').update('enable', true, vscode.ConfigurationTarget.Global);
    return await run();
}

/** The given folder, the only workspace folder, or the one that the user picks. */
async function withFolder<T>(given: vscode.Uri | undefined, run: (folder: vscode.Uri) => Promise<T>): Promise<T | undefined> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const folder = given instanceof vscode.Uri ? given : (folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0])?.uri;
    return folder === undefined ? undefined : await run(folder);
}

/** The folder of the pack.toml or rule page in the active editor. */
function packInFront(): vscode.Uri | undefined {
    const document = vscode.window.activeTextEditor?.document;
    return document !== undefined && isRuleSource(document) ? vscode.Uri.joinPath(document.uri, '..') : undefined;
}

function lintFolder(services: Services, given?: vscode.Uri): Promise<void> {
    const { localize } = services.settings;
    return withFolder(given, async (folder) => {
        const result = await vscode.window.withProgress(
            { location: vscode.ProgressLocation.Notification, title: localize('folderProgress'), cancellable: true },
            (progress, token) => services.folder.check(folder, progress, token),
        );
        if (result.checked === 0 && result.files > 0 && !result.cancelled) return;
        const more = result.checked > 0 ? [localize('showFindings')] : [];
        void vscode.window.showInformationMessage(services.folder.summary(result), ...more).then((chosen) => {
            if (chosen !== undefined) void vscode.commands.executeCommand('gouji.findings.focus');
        });
    });
}

/** Opens the next file with findings after the active one, in the order of the findings view. */
async function nextDraft({ tree, store, settings }: Services): Promise<void> {
    const files = tree.faultyFiles();
    const active = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
    const current = files.findIndex((file) => file.toString() === active);
    const next = files[(current + 1) % Math.max(1, files.length)];
    if (next === undefined || next.toString() === active) {
        void vscode.window.showInformationMessage(settings.localize('lastDraft'));
        return;
    }
    const first = [...(store.get(next)?.live ?? [])].sort((a, b) => a.span.start - b.span.start)[0]?.range;
    const selection = first === undefined ? undefined : new vscode.Range(first.startLine, first.startCharacter, first.endLine, first.endCharacter);
    await vscode.window.showTextDocument(next, selection === undefined ? {} : { selection });
}

/** Ignores a finding, given by its index among the file's findings or as a node of the findings view. */
function ignore(services: Services, at: vscode.Uri | Node, index = -1, version: number | undefined, scope: Scope, reason?: string): Promise<boolean> | undefined {
    if (at instanceof vscode.Uri) return services.ignore.ignore(at, index, version, scope, reason);
    if (at.kind !== 'finding') return undefined;
    const entry = services.store.get(vscode.Uri.parse(at.file));
    return entry === undefined ? undefined : services.ignore.ignore(entry.uri, entry.live.indexOf(at.located), entry.version, 'here');
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
        const message = localize('logOpened', name, opened.findings, opened.stale) + (opened.unresolved > 0 ? localize('logUnresolved', opened.unresolved) : '');
        void vscode.window.showInformationMessage(message, localize('logClose')).then((chosen) => {
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
        { label: `$(gear) ${localize('openSettings')}`, command: 'gouji.openSettings' },
    ];
    const chosen = await vscode.window.showQuickPick(items);
    if (chosen !== undefined) await vscode.commands.executeCommand(chosen.command);
}
