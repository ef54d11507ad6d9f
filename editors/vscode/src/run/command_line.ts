import * as path from 'node:path';

export interface Choices {
    readonly language: 'zh' | 'en';
    /** The user's own additions, as given in gouji.arguments. */
    readonly extra: readonly string[];
    readonly select: readonly string[];
    readonly ignore: readonly string[];
    readonly packs: readonly string[];
    readonly plugins: readonly string[];
    readonly edition: string;
    readonly year: string;
    /** False in a workspace that the user does not trust. */
    readonly trusted: boolean;
    /** Whether gouji.toml of the workspace may load plugins; only ever heeded when trusted. */
    readonly workspacePlugins: boolean;
}

/** Whether the gouji at hand has an option; one that came later is not given to an older gouji. */
export type Knows = (option: string) => boolean;

/** The options that a help text speaks of. */
export function optionsIn(help: string): ReadonlySet<string> {
    return new Set(help.match(/--[a-z][a-z-]*[a-z]/g) ?? []);
}

/**
 * The arguments that follow `gouji check`. In an untrusted workspace gouji reads no configuration
 * found there and loads nothing that anybody but its own installation brings.
 */
export function checkArguments(choices: Choices, knows: Knows): readonly string[] {
    const args: string[] = ['--lang', choices.language];
    if (choices.edition !== '') args.push('--edition', choices.edition);
    if (choices.year !== '') args.push('--year', choices.year);
    for (const rule of choices.select) args.push('--select', rule);
    for (const rule of choices.ignore) args.push('--ignore', rule);
    // A gouji without the option knows no configuration files at all.
    if (!choices.trusted) return knows('--no-config') ? [...args, '--no-config'] : args;
    if (knows('--pack')) for (const pack of choices.packs) args.push('--pack', pack);
    for (const plugin of choices.plugins) args.push('--plugin', plugin);
    if (choices.workspacePlugins && knows('--trust')) args.push('--trust');
    return [...args, ...choices.extra];
}

/** What `gouji model` takes of them: how the report is read, not how it is checked. */
export function modelArguments(choices: Choices): readonly string[] {
    const args: string[] = ['--format', 'json', '--lang', choices.language];
    if (choices.edition !== '') args.push('--edition', choices.edition);
    if (choices.year !== '') args.push('--year', choices.year);
    return args;
}

export interface Seat {
    /** Where gouji runs: it looks for gouji.toml from here upward, and URIs count from here. */
    readonly cwd: string;
    readonly name: string;
}

/** The folder to run in and the name to give for a text that comes through standard input. */
export function seat(file: string | undefined, title: string, markdown: boolean, folder: string): Seat {
    if (file !== undefined) return { cwd: path.dirname(file), name: path.basename(file) };
    const name = title.replace(/[/\\:*?"<>|]/g, '-');
    return { cwd: folder, name: /\.(txt|md)$/i.test(name) ? name : `${name}${markdown ? '.md' : '.txt'}` };
}

/** Files in portions that fit on a command line, small enough to show progress between them. */
export function portions(files: readonly string[], most = 40, room = 24000): readonly (readonly string[])[] {
    const found: string[][] = [];
    let size = room + 1;
    for (const file of files) {
        const last = found.at(-1);
        const bytes = Buffer.byteLength(file) + 1;
        if (last === undefined || last.length >= most || size + bytes > room) {
            found.push([file]);
            size = bytes;
        } else {
            last.push(file);
            size += bytes;
        }
    }
    return found;
}
