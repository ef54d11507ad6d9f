import * as path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { Artifact } from './finding';

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]+:/;

/** Percent-decodes a URI; returns it unchanged when it is not well-formed, as for a file “100%.txt”. */
export function decode(uri: string): string {
    try {
        return decodeURIComponent(uri);
    } catch {
        return uri;
    }
}

/** The path of a file URI; undefined for other schemes. Unencoded Chinese is accepted. */
export function filePath(uri: string): string | undefined {
    if (!uri.toLowerCase().startsWith('file:')) return undefined;
    try {
        return fileURLToPath(uri);
    } catch {
        return undefined;
    }
}

export function fileUri(file: string): string {
    return pathToFileURL(file).href;
}

/**
 * Paths at which an artifact of a log may be found here, the likeliest first. A log often comes from
 * another machine: then the same relative path is tried below the workspace folders, beside the log
 * and above it.
 */
export function candidates(
    artifact: Artifact,
    bases: Readonly<Record<string, string>>,
    roots: readonly string[],
): readonly string[] {
    const found: string[] = [];
    const add = (file: string | undefined): void => {
        if (file !== undefined && !found.includes(file)) found.push(file);
    };
    const absolute = SCHEME.test(artifact.uri);
    if (absolute) {
        add(filePath(artifact.uri));
        // Suffixes of an absolute path from another machine, longest first.
        const parts = decode(new URL(artifact.uri).pathname).split('/').filter((part) => part !== '');
        for (let from = 0; from < parts.length; from += 1) {
            for (const root of roots) add(path.join(root, ...parts.slice(from)));
        }
        return found;
    }
    const base = artifact.base === undefined ? undefined : bases[artifact.base];
    const relative = decode(artifact.uri);
    if (path.isAbsolute(relative)) add(relative);
    if (base !== undefined && base !== '') {
        const folder = filePath(base);
        if (folder !== undefined) add(path.join(folder, relative));
    }
    for (const root of roots) add(path.join(root, relative));
    return found;
}

/** Folders that relative paths of a log may start from: the workspace folders, the log's folder and those above it. */
export function roots(folders: readonly string[], logFile: string): readonly string[] {
    const found = [...folders];
    let folder = path.dirname(logFile);
    for (let depth = 0; depth < 4; depth += 1) {
        if (!found.includes(folder)) found.push(folder);
        const above = path.dirname(folder);
        if (above === folder) break;
        folder = above;
    }
    return found;
}
