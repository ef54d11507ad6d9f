import * as vscode from 'vscode';

import { Actions } from './actions';
import { Authoring } from './authoring';
import { DraftOptions } from './draft_options';
import { EncodingRepair } from './encoding';
import { ErrorNotifier } from './error_notifier';
import { Diagnostics } from './diagnostics';
import { Exporter } from './export';
import { FolderCheck } from './folder';
import { FormView } from './form_view';
import { Hovers } from './hovers';
import { Ignore } from './ignore';
import { Lenses } from './lenses';
import { Linter } from './linter';
import { Logs } from './logs';
import { PageTests } from './page_tests';
import { ProgramFinder } from './program';
import { RulePages } from './rule_pages';
import { Settings } from './settings';
import { Status } from './status';
import { Store } from './store';
import { FindingsTree } from './tree';
import { WordDocuments } from './word_documents';

/** All services of the extension, created once on activation. */
export class Services implements vscode.Disposable {
    readonly log = vscode.window.createOutputChannel('gouji', { log: true });
    readonly settings: Settings;
    readonly store = new Store();
    readonly programs: ProgramFinder;
    readonly notifier: ErrorNotifier;
    readonly linter: Linter;
    readonly diagnostics: Diagnostics;
    readonly actions: Actions;
    readonly hovers: Hovers;
    readonly lenses: Lenses;
    readonly status: Status;
    readonly tree: FindingsTree;
    readonly formView: FormView;
    readonly rulePages: RulePages;
    readonly logs: Logs;
    readonly folder: FolderCheck;
    readonly exporter: Exporter;
    readonly ignore: Ignore;
    readonly draftOptions: DraftOptions;
    readonly encodings: EncodingRepair;
    readonly authoring: Authoring;
    readonly pageTests: PageTests;
    readonly wordDocuments: WordDocuments;

    constructor(context: vscode.ExtensionContext) {
        this.settings = new Settings(context.workspaceState);
        this.programs = new ProgramFinder(this.settings, context.extensionUri.fsPath, this.log);
        this.notifier = new ErrorNotifier(this.settings, this.log);
        this.linter = new Linter(this.settings, this.programs, this.store, this.notifier, this.log);
        this.diagnostics = new Diagnostics(this.settings, this.store);
        this.actions = new Actions(this.settings, this.store, this.linter);
        this.hovers = new Hovers(this.settings, this.store);
        this.lenses = new Lenses(this.settings, this.store);
        this.status = new Status(this.settings, this.store);
        this.tree = new FindingsTree(this.settings, this.store);
        this.formView = new FormView(this.settings, this.store);
        this.rulePages = new RulePages(this.settings, this.programs, this.store);
        this.logs = new Logs(this.settings, this.programs, this.store);
        this.folder = new FolderCheck(this.settings, this.programs, this.store, this.notifier);
        this.exporter = new Exporter(this.settings, this.programs, this.notifier);
        this.ignore = new Ignore(this.settings, this.store);
        this.draftOptions = new DraftOptions(this.settings, this.linter);
        this.authoring = new Authoring(this.settings, this.programs, this.notifier, context.extensionUri);
        this.pageTests = new PageTests(this.settings, this.programs);
        this.wordDocuments = new WordDocuments(this.settings, this.programs, this.store, this.folder, this.notifier);
        this.encodings = new EncodingRepair((name) => {
            void vscode.window.showInformationMessage(this.settings.localize('reopened', name));
        });
    }

    /** Updates all views after the findings of a file have changed. */
    show(uri: vscode.Uri): void {
        if (this.store.get(uri)?.state === 'garbled') void this.encodings.repair(uri);
        this.diagnostics.show(uri);
        this.status.show();
        this.lenses.refresh();
        this.tree.refresh();
        this.formView.refresh(uri);
    }

    dispose(): void {
        for (const one of [this.linter, this.folder, this.logs, this.diagnostics, this.lenses, this.status, this.tree, this.formView, this.pageTests, this.store, this.log]) one.dispose();
    }
}
