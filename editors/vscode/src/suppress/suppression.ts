import * as path from 'node:path';

export interface Suppression {
    readonly rule: string;
    /** Relative to the folder of gouji.toml, with slashes. */
    readonly file: string;
    readonly fingerprint?: string;
    readonly reason: string;
}

/** Appends a suppression to the configuration unless it is there already. */
export function withSuppression(toml: string, suppression: Suppression): string {
    const newline = toml.includes('\r\n') ? '\r\n' : '\n';
    const entries = [
        `rule = ${quoted(suppression.rule)}`,
        `file = ${quoted(suppression.file)}`,
        ...(suppression.fingerprint === undefined ? [] : [`fingerprint = ${quoted(suppression.fingerprint)}`]),
    ];
    const block = ['[[suppress]]', ...entries].join(newline);
    if (toml.includes(block + newline)) return toml;
    const kept = toml === '' || toml.endsWith('\n') ? toml : toml + newline;
    const gap = kept === '' ? '' : newline;
    return `${kept}${gap}${block}${newline}reason = ${quoted(suppression.reason)}${newline}`;
}

/** Whether suppressions are written as an inline array, to which no table can be appended. */
export function isClosed(toml: string): boolean {
    return /^\s*suppress\s*=/m.test(toml);
}

/** A TOML basic string. */
export function quoted(words: string): string {
    // eslint-disable-next-line no-control-regex -- control characters are what has to be escaped
    const escaped = words.replace(/["\\\u0000-\u001f\u007f]/g, (character) => {
        if (character === '"' || character === '\\') return `\\${character}`;
        return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
    return `"${escaped}"`;
}

/** A path as a glob of gouji.toml, with ? for a star in a file name. */
export function relativeTo(configuration: string, file: string): string {
    const relative = path.relative(path.dirname(configuration), file).split(path.sep).join('/');
    return relative.replace(/\*/g, '?');
}

/** The folders that are searched for gouji.toml, from the file's folder up to the workspace folder. */
export function folders(file: string, workspace: string | undefined): readonly string[] {
    const found: string[] = [];
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
        found.push(folder);
        if (folder === workspace || folder === path.dirname(folder)) break;
    }
    return found;
}
