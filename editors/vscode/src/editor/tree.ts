import * as path from 'node:path';
import * as vscode from 'vscode';

import { type ChapterGroup, type FileGroup, group, type RuleGroup } from '../text/grouping';
import { count, type Counts, type Located } from '../text/located';
import { isWordDocument } from '../text/word';
import { toRange } from './documents';
import type { Settings } from './settings';
import { type FileEntry, shown, type Store } from './store';

/** Files without findings, files that were not checked, and suppressed findings. */
type SectionName = 'cleanSection' | 'skippedSection' | 'suppressedSection';

export type Node =
    | { readonly kind: 'file'; readonly group: FileGroup }
    | { readonly kind: 'chapter'; readonly group: ChapterGroup }
    | { readonly kind: 'rule'; readonly group: RuleGroup }
    | { readonly kind: 'finding'; readonly file: string; readonly located: Located }
    | { readonly kind: 'section'; readonly name: SectionName; readonly children: readonly Node[] }
    | { readonly kind: 'plain'; readonly entry: FileEntry };

/**
 * The findings view: files, chapters, rules, findings; then sections for everything else that was
 * checked. The file level is left out when there is only one file, unless that is a Word document with its own commands.
 */
export class FindingsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
    private readonly changed = new vscode.EventEmitter<undefined>();
    readonly onDidChangeTreeData = this.changed.event;
    private readonly view: vscode.TreeView<Node>;
    private timer: NodeJS.Timeout | undefined;

    constructor(
        private readonly settings: Settings,
        private readonly store: Store,
    ) {
        this.view = vscode.window.createTreeView('gouji.findings', { treeDataProvider: this, showCollapseAll: true });
        this.refresh();
    }

    /** The line above the tree; read by the tests. */
    get message(): string {
        return this.view.message ?? '';
    }

    /** Updates are batched, since a folder check changes hundreds of files. */
    refresh(): void {
        this.timer ??= setTimeout(() => {
            this.timer = undefined;
            const entries = this.store.all();
            const counts = count(entries.flatMap((entry) => shown(entry).map((one) => one.finding.level)));
            const total = counts.error + counts.warning + counts.note;
            const checked = entries.filter((entry) => entry.state === 'checked').length;
            this.view.badge = total === 0 ? undefined : { value: total, tooltip: this.settings.localize('counts', counts.error, counts.warning, counts.note) };
            this.view.message = total === 0 && checked > 0 ? this.settings.localize('noFindings', checked) : '';
            void vscode.commands.executeCommand('setContext', 'gouji.unusable', entries.some((entry) => entry.state === 'unusable'));
            void vscode.commands.executeCommand('setContext', 'gouji.hasFolderResults', entries.some((entry) => entry.inFolder));
            this.changed.fire(undefined);
        }, 50);
    }

    /** Files with findings, in the order of the view. */
    faultyFiles(): readonly vscode.Uri[] {
        return this.groups().map((file) => vscode.Uri.parse(file.file));
    }

    getChildren(node?: Node): Node[] {
        switch (node?.kind) {
            case undefined: {
                const files = this.groups();
                const [only] = files;
                const top: readonly Node[] =
                    files.length === 1 && only !== undefined && !isWordDocument(only.file)
                        ? only.chapters.map((chapter) => ({ kind: 'chapter', group: chapter }))
                        : files.map((file) => ({ kind: 'file', group: file }));
                return [...top, ...this.sections()];
            }
            case 'file':
                return node.group.chapters.map((chapter) => ({ kind: 'chapter', group: chapter }));
            case 'chapter':
                return node.group.rules.map((rule) => ({ kind: 'rule', group: rule }));
            case 'rule':
                return node.group.located.map((located) => ({ kind: 'finding', file: node.group.file, located }));
            case 'section':
                return [...node.children];
            case 'finding':
            case 'plain':
                return [];
        }
    }

    getTreeItem(node: Node): vscode.TreeItem {
        const { localize } = this.settings;
        switch (node.kind) {
            case 'file': {
                const uri = vscode.Uri.parse(node.group.file);
                const item = new vscode.TreeItem(path.basename(uri.path), vscode.TreeItemCollapsibleState.Collapsed);
                item.resourceUri = uri;
                item.iconPath = vscode.ThemeIcon.File;
                if (isWordDocument(uri.path)) item.contextValue = 'document';
                return this.counted(item, node.group.counts);
            }
            case 'chapter': {
                const title = node.group.chapter !== '' ? node.group.chapter : localize('noChapter');
                const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
                return this.counted(item, node.group.counts);
            }
            case 'rule': {
                const item = new vscode.TreeItem(node.group.name, vscode.TreeItemCollapsibleState.Expanded);
                item.tooltip = node.group.rule;
                item.contextValue = 'rule';
                item.iconPath = icon(node.group.counts);
                return this.counted(item, node.group.counts);
            }
            case 'finding': {
                const { finding, range, stale, tool } = node.located;
                const item = new vscode.TreeItem(stale === true ? localize('stale', finding.message) : finding.message);
                const details = [finding.suppressed ?? '', finding.baseline === 'unchanged' ? localize('baseline') : '', tool ?? ''].filter((part) => part !== '');
                // A Word document is searched by table and words: its lines are those of the text that gouji read.
                const document = isWordDocument(node.file);
                const place = document ? finding.place.logical.slice(1).join(' › ') : localize('line', range.startLine + 1);
                item.description = [place, ...details].filter((part) => part !== '').join(' · ');
                item.tooltip = [finding.message, ...(document ? [finding.place.logical.join(' › '), finding.place.region?.snippet ?? ''] : []), ...details].filter((part) => part !== '').join('\n');
                item.iconPath = finding.suppressed === undefined ? icon(count([finding.level])) : new vscode.ThemeIcon('mute');
                if (document) return item;
                if (tool === undefined && finding.suppressed === undefined) item.contextValue = 'finding';
                item.command = { title: '', command: 'vscode.open', arguments: [vscode.Uri.parse(node.file), { selection: toRange(range) }] };
                return item;
            }
            case 'section': {
                const item = new vscode.TreeItem(localize(node.name), vscode.TreeItemCollapsibleState.Collapsed);
                item.description = localize(node.name === 'suppressedSection' ? 'findingsCount' : 'filesCount', node.children.length);
                return item;
            }
            case 'plain': {
                const { uri, reason, state } = node.entry;
                const item = new vscode.TreeItem(uri);
                item.description = reason ?? '';
                item.tooltip = [uri.fsPath, reason ?? ''].join('\n');
                item.iconPath = new vscode.ThemeIcon(state === 'checked' ? 'pass' : state === 'no-report' ? 'circle-slash' : 'alert');
                item.command = { title: '', command: 'vscode.open', arguments: [uri] };
                return item;
            }
        }
    }

    /** The rule id of a tree node of kind “rule” or “finding”, for the commands on it. */
    static ruleOf(node: unknown): string | undefined {
        const one = node as Node | undefined;
        if (one?.kind === 'rule') return one.group.rule;
        return one?.kind === 'finding' ? one.located.finding.rule.id : undefined;
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.view.dispose();
        this.changed.dispose();
    }

    private groups(): readonly FileGroup[] {
        return group(this.store.all().map((entry) => ({ file: entry.uri.toString(), located: shown(entry) })));
    }

    private sections(): readonly Node[] {
        const entries = [...this.store.all()].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
        const plain = (name: SectionName, own: readonly FileEntry[]): Node => ({ kind: 'section', name, children: own.map((entry) => ({ kind: 'plain', entry })) });
        const suppressed = entries.flatMap((entry) => entry.suppressed.map((located): Node => ({ kind: 'finding', file: entry.uri.toString(), located })));
        const sections: Node[] = [
            plain('cleanSection', entries.filter((entry) => entry.inFolder && entry.state === 'checked' && shown(entry).length === 0)),
            plain('skippedSection', entries.filter((entry) => entry.inFolder && entry.state !== 'checked')),
            { kind: 'section', name: 'suppressedSection', children: suppressed },
        ];
        return sections.filter((section) => section.kind === 'section' && section.children.length > 0);
    }

    private counted(item: vscode.TreeItem, counts: Counts): vscode.TreeItem {
        item.description = this.settings.localize('findingsCount', counts.error + counts.warning + counts.note);
        return item;
    }
}

function icon(counts: Counts): vscode.ThemeIcon {
    if (counts.error > 0) return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
    if (counts.warning > 0) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    return new vscode.ThemeIcon('info');
}
