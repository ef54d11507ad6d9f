import * as path from 'node:path';
import * as vscode from 'vscode';

import { run } from '../run/process';
import { examplesOf, failuresIn } from '../text/page_examples';
import { isRulePage } from './documents';
import type { ProgramFinder } from './program';
import type { Settings } from './settings';

/** Shows the examples of open rule pages as tests, which `gouji test` runs. */
export class PageTests implements vscode.Disposable {
    private created: vscode.TestController | undefined;

    constructor(
        private readonly settings: Settings,
        private readonly programs: ProgramFinder,
    ) {}

    /** Created with the first rule page, since the editor shows its view of tests as soon as there is a controller. */
    get controller(): vscode.TestController {
        if (this.created !== undefined) return this.created;
        this.created = vscode.tests.createTestController('gouji.examples', 'gouji 勾稽');
        const run = async (request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> => {
            await this.run(request, token);
        };
        this.created.createRunProfile(this.settings.localize('runExamples'), vscode.TestRunProfileKind.Run, run, true);
        return this.created;
    }

    /** Lists the examples of a page again. */
    update(document: vscode.TextDocument): void {
        if (!isRulePage(document)) return;
        const id = document.uri.toString();
        const page = this.controller.items.get(id) ?? this.controller.createTestItem(id, path.basename(document.uri.path), document.uri);
        const examples = examplesOf(document.getText().split(/\r?\n/));
        page.children.replace(
            examples.map((example, index) => {
                const label = [`${index + 1}`, example.kind, example.context].filter((part) => part !== '').join(' ');
                const item = this.controller.createTestItem(`${id}#${index}`, label, document.uri);
                item.range = new vscode.Range(example.line, 0, example.endLine, 3);
                return item;
            }),
        );
        this.controller.items.add(page);
    }

    close(document: vscode.TextDocument): void {
        this.created?.items.delete(document.uri.toString());
    }

    /** Runs whole pages: gouji takes no single example. Resolves to the message of each example, "" when it holds. */
    async run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<readonly string[]> {
        const chosen = request.include ?? [...this.controller.items].map(([, item]) => item);
        const testRun = this.controller.createTestRun(request);
        const messages: string[] = [];
        for (const page of new Set(chosen.map((item) => item.parent ?? item))) {
            if (!token.isCancellationRequested) messages.push(...(await this.runPage(page, testRun)));
        }
        testRun.end();
        return messages;
    }

    dispose(): void {
        this.created?.dispose();
    }

    private async runPage(page: vscode.TestItem, testRun: vscode.TestRun): Promise<readonly string[]> {
        const examples = [...page.children].map(([, item]) => item);
        const program = await this.programs.find();
        const error = (message: string): readonly string[] => {
            for (const item of examples) testRun.errored(item, new vscode.TestMessage(message));
            return examples.map(() => message);
        };
        if (program.kind === 'unusable') return error(program.why);
        if (page.uri === undefined) return [];
        // gouji reads the file.
        await vscode.workspace.textDocuments.find((one) => one.uri.toString() === page.id)?.save();
        for (const item of examples) testRun.started(item);
        const args = ['test', page.uri.fsPath, '--lang', this.settings.language];
        const outcome = await run({ command: program.file, args, cwd: path.dirname(page.uri.fsPath), timeout: 6 * this.settings.timeout });
        if (outcome.kind !== 'done' || outcome.code > 1) return error(outcome.kind === 'done' ? outcome.stderr.trim() : outcome.kind);
        const failures = failuresIn(outcome.stdout + outcome.stderr);
        return examples.map((item) => {
            const own = failures.filter(({ line }) => item.range !== undefined && line >= item.range.start.line && line <= item.range.end.line);
            if (own.length === 0) testRun.passed(item);
            else testRun.failed(item, own.map((one) => withPlace(one.message, item)));
            return own.map((one) => one.message).join('\n');
        });
    }
}

function withPlace(message: string, item: vscode.TestItem): vscode.TestMessage {
    const found = new vscode.TestMessage(message);
    if (item.uri !== undefined && item.range !== undefined) found.location = new vscode.Location(item.uri, item.range);
    return found;
}
