import * as vscode from 'vscode';

import type { CheckOptions } from '../run/command_line';
import { chooseLanguage, type Localize, localizer } from '../text/messages';

export type When = 'onType' | 'onSave' | 'manual';

/** The user's settings. They are read on every access, so a changed setting takes effect at once. */
export class Settings {
    constructor(private readonly memory: vscode.Memento) {}

    get enabled(): boolean {
        return configuration().get('enable', true);
    }

    get when(): When {
        return configuration().get<When>('run', 'onType');
    }

    get delay(): number {
        return clamp(configuration().get('delay', 300), 0, 10_000);
    }

    get timeout(): number {
        return clamp(configuration().get('timeout', 10_000), 100, 600_000);
    }

    get lenses(): boolean {
        return configuration().get('codeLens', true);
    }

    /** In an untrusted workspace only the user's own setting counts, not the workspace's. */
    get path(): string {
        const set = configuration().inspect<string>('path');
        const own = set?.globalValue ?? '';
        return vscode.workspace.isTrusted ? configuration().get('path', '') : own;
    }

    get localize(): Localize {
        return localizer(this.language);
    }

    get language(): 'zh' | 'en' {
        return chooseLanguage(configuration().get('language', 'auto'), vscode.env.language);
    }

    /** The editor's severity for a SARIF level; undefined when the user has hidden that level. */
    severity(level: string): vscode.DiagnosticSeverity | undefined {
        const chosen = configuration().get<Record<string, string>>('levels', {})[level === 'none' ? 'note' : level];
        switch (chosen ?? { error: 'error', warning: 'warning' }[level] ?? 'information') {
            case 'error':
                return vscode.DiagnosticSeverity.Error;
            case 'warning':
                return vscode.DiagnosticSeverity.Warning;
            case 'information':
                return vscode.DiagnosticSeverity.Information;
            case 'hint':
                return vscode.DiagnosticSeverity.Hint;
            default:
                return undefined;
        }
    }

    checkOptions(uri: vscode.Uri | undefined): CheckOptions {
        const settings = vscode.workspace.getConfiguration('gouji', uri ?? null);
        const own = uri === undefined ? {} : this.draftOptions(uri);
        return {
            language: this.language,
            extra: settings.get<string[]>('arguments', []),
            select: settings.get<string[]>('select', []),
            ignore: settings.get<string[]>('ignore', []),
            packs: settings.get<string[]>('packs', []),
            plugins: settings.get<string[]>('plugins', []),
            edition: own.edition ?? settings.get('edition', ''),
            year: own.year ?? settings.get('year', ''),
            trusted: vscode.workspace.isTrusted,
            workspacePlugins: settings.get('workspacePlugins', false),
        };
    }

    /** Edition and year that the user chose for this draft. */
    draftOptions(uri: vscode.Uri): DraftChoice {
        return this.memory.get<DraftChoice>(key(uri), {});
    }

    async setDraftOptions(uri: vscode.Uri, chosen: DraftChoice): Promise<void> {
        await this.memory.update(key(uri), { ...this.draftOptions(uri), ...chosen });
    }
}

export interface DraftChoice {
    readonly edition?: string;
    readonly year?: string;
}

function key(uri: vscode.Uri): string {
    return `chosen ${uri.toString()}`;
}

function configuration(): vscode.WorkspaceConfiguration {
    return vscode.workspace.getConfiguration('gouji');
}

function clamp(value: number, least: number, most: number): number {
    return Math.min(most, Math.max(least, value));
}
