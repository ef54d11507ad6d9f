import * as path from 'node:path';
import * as vscode from 'vscode';

import { type ChapterGroup, type FileGroup, group, type RuleGroup } from '../text/grouping';
import { count, type Counts, type Located } from '../text/located';
import { toRange } from './documents';
import type { Settings } from './settings';
import { shown, type Store } from './store';

type Node =
    | { readonly kind: 'file'; readonly group: FileGroup }
    | { readonly kind: 'chapter'; readonly group: ChapterGroup }
    | { readonly kind: 'rule'; readonly group: RuleGroup }
    | { readonly kind: 'finding'; readonly file: string; readonly located: Located };

/** The findings view: files, chapters, rules, findings. The file level is left out when there is only one file. */
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

    /** Updates are batched, since a folder check changes hundreds of files. */
    refresh(): void {
        this.timer ??= setTimeout(() => {
            this.timer = undefined;
            const counts = count(this.store.all().flatMap((entry) => shown(entry).map((one) => one.finding.level)));
            const total = counts.error + counts.warning + counts.note;
            this.view.badge = total === 0 ? undefined : { value: total, tooltip: this.settings.localize('counts', counts.error, counts.warning, counts.note) };
            this.view.message = total === 0 ? this.settings.localize('noFindings') : '';
            this.changed.fire(undefined);
        }, 50);
    }

    getChildren(node?: Node): Node[] {
        if (node === undefined) {
            const files = group(this.store.all().map((entry) => ({ file: entry.uri.toString(), located: shown(entry) })));
            const [only] = files;
            if (files.length === 1 && only !== undefined) return only.chapters.map((chapter) => ({ kind: 'chapter', group: chapter }));
            return files.map((file) => ({ kind: 'file', group: file }));
        }
        switch (node.kind) {
            case 'file':
                return node.group.chapters.map((chapter) => ({ kind: 'chapter', group: chapter }));
            case 'chapter':
                return node.group.rules.map((rule) => ({ kind: 'rule', group: rule }));
            case 'rule':
                return node.group.located.map((located) => ({ kind: 'finding', file: node.group.file, located }));
            case 'finding':
                return [];
        }
    }

    getTreeItem(node: Node): vscode.TreeItem {
        switch (node.kind) {
            case 'file': {
                const uri = vscode.Uri.parse(node.group.file);
                const item = new vscode.TreeItem(path.basename(uri.path), vscode.TreeItemCollapsibleState.Collapsed);
                item.resourceUri = uri;
                item.iconPath = vscode.ThemeIcon.File;
                return this.counted(item, node.group.counts);
            }
            case 'chapter': {
                const title = node.group.chapter !== '' ? node.group.chapter : this.settings.localize('noChapter');
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
                const { finding, range, stale } = node.located;
                const item = new vscode.TreeItem(stale === true ? this.settings.localize('stale', finding.message) : finding.message);
                item.description = this.settings.localize('line', range.startLine + 1);
                item.tooltip = finding.message;
                item.iconPath = icon(count([finding.level]));
                item.command = { title: '', command: 'vscode.open', arguments: [vscode.Uri.parse(node.file), { selection: toRange(range) }] };
                return item;
            }
        }
    }

    /** The rule id of a tree node of kind “rule”, for the commands on it. */
    static ruleOf(node: unknown): string | undefined {
        const one = node as Node | undefined;
        return one?.kind === 'rule' ? one.group.rule : undefined;
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.view.dispose();
        this.changed.dispose();
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
