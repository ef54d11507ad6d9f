import * as path from 'node:path';

export interface CheckOptions {
    readonly language: 'zh' | 'en';
    /** Setting gouji.arguments. */
    readonly extra: readonly string[];
    readonly select: readonly string[];
    readonly ignore: readonly string[];
    readonly packs: readonly string[];
    readonly plugins: readonly string[];
    readonly edition: string;
    readonly year: string;
    /** Whether the user trusts the workspace. */
    readonly trusted: boolean;
    /** Whether gouji.toml of the workspace may load plugins; ignored in an untrusted workspace. */
    readonly workspacePlugins: boolean;
}

/** Whether this gouji has an option. Newer options are not passed to an older gouji. */
export type Supports = (option: string) => boolean;

/** The options named in a help text. */
export function optionsIn(help: string): ReadonlySet<string> {
    return new Set(help.match(/--[a-z][a-z-]*[a-z]/g) ?? []);
}

/**
 * The arguments after `gouji check`. In an untrusted workspace gouji reads no configuration of it and
 * loads only the rules of its own installation.
 */
export function checkArguments(options: CheckOptions, supports: Supports): readonly string[] {
    const args: string[] = ['--lang', options.language];
    if (options.edition !== '') args.push('--edition', options.edition);
    if (options.year !== '') args.push('--year', options.year);
    for (const rule of options.select) args.push('--select', rule);
    for (const rule of options.ignore) args.push('--ignore', rule);
    // A document that is no report is a state of its own here, and no failure.
    if (supports('--allow-non-reports')) args.push('--allow-non-reports');
    // A gouji without --no-config reads no configuration files.
    if (!options.trusted) return supports('--no-config') ? [...args, '--no-config'] : args;
    if (supports('--pack')) for (const pack of options.packs) args.push('--pack', pack);
    for (const plugin of options.plugins) args.push('--plugin', plugin);
    if (options.workspacePlugins && supports('--trust')) args.push('--trust');
    return [...args, ...options.extra];
}

/**
 * The arguments after `gouji lsp`, which has the options of `check` but for those of its outputs.
 * Undefined when `serves`, its options, lack one that the user has set: then `check` is run.
 */
export function serverArguments(options: CheckOptions, serves: Supports): readonly string[] | undefined {
    const extra = options.trusted ? options.extra.filter((word) => word.startsWith('-')) : [];
    if (!serves('--stdio') || !extra.every((word) => serves(word.split('=')[0] ?? ''))) return undefined;
    return checkArguments(options, serves);
}

/** The arguments for `gouji model`: those that affect parsing. */
export function modelArguments(options: CheckOptions): readonly string[] {
    const args: string[] = ['--format', 'json', '--lang', options.language];
    if (options.edition !== '') args.push('--edition', options.edition);
    if (options.year !== '') args.push('--year', options.year);
    return args;
}

export interface WorkingDirectory {
    /** gouji searches gouji.toml from here upward, and relative URIs start here. */
    readonly cwd: string;
    readonly name: string;
}

/** Working directory and name for a text passed through standard input. */
export function workingDirectory(file: string | undefined, title: string, markdown: boolean, folder: string): WorkingDirectory {
    if (file !== undefined) return { cwd: path.dirname(file), name: path.basename(file) };
    const name = title.replace(/[/\\:*?"<>|]/g, '-');
    return { cwd: folder, name: /\.(txt|md)$/i.test(name) ? name : `${name}${markdown ? '.md' : '.txt'}` };
}

/** Splits files into batches that fit on a command line and are small enough to show progress. */
export function batches(files: readonly string[], maxFiles = 40, maxBytes = 24000): readonly (readonly string[])[] {
    const found: string[][] = [];
    let size = maxBytes + 1;
    for (const file of files) {
        const last = found.at(-1);
        const bytes = Buffer.byteLength(file) + 1;
        if (last === undefined || last.length >= maxFiles || size + bytes > maxBytes) {
            found.push([file]);
            size = bytes;
        } else {
            last.push(file);
            size += bytes;
        }
    }
    return found;
}
