import * as path from 'node:path';

export interface Suppression {
    readonly rule: string;
    /** Relative to gouji.toml, with slashes. */
    readonly file: string;
    readonly fingerprint?: string;
    readonly reason: string;
}

/** The configuration with one more suppression at its end; the same text when it has it already. */
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

/** True when the file keeps its suppressions in a form that nothing can be added to behind it. */
export function isClosed(toml: string): boolean {
    return /^\s*suppress\s*=/m.test(toml);
}

/** A TOML basic string. */
export function quoted(words: string): string {
    // eslint-disable-next-line no-control-regex -- these are what has to be escaped
    const escaped = words.replace(/["\\\u0000-\u001f\u007f]/g, (character) => {
        if (character === '"' || character === '\\') return `\\${character}`;
        return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
    return `"${escaped}"`;
}

/** A path as gouji.toml writes it: a glob, in which ? stands for a star that really is in a name. */
export function relativeTo(configuration: string, file: string): string {
    const relative = path.relative(path.dirname(configuration), file).split(path.sep).join('/');
    return relative.replace(/\*/g, '?');
}

/** The folders in which gouji looks for gouji.toml, from the file's own up to the workspace's. */
export function folders(file: string, workspace: string | undefined): readonly string[] {
    const found: string[] = [];
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
        found.push(folder);
        if (folder === workspace || folder === path.dirname(folder)) break;
    }
    return found;
}
