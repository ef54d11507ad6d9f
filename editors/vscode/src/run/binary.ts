import * as path from 'node:path';

export interface Surroundings {
    /** gouji.path as the user (not the workspace) set it, or as anybody set it when trusted. */
    readonly configured: string;
    /** The folder of this extension, which may carry a gouji for this platform. */
    readonly extensionFolder: string;
    readonly workspaceFolders: readonly string[];
    readonly environmentPath: string;
    readonly platform: NodeJS.Platform;
    readonly home: string;
    readonly isExecutable: (file: string) => boolean;
}

export type Found =
    | { readonly kind: 'found'; readonly file: string; readonly from: 'setting' | 'path' | 'bundled' }
    /** The setting names something that cannot be run: say so instead of silently taking another one. */
    | { readonly kind: 'wrong-setting'; readonly file: string }
    | { readonly kind: 'missing' };

/** Looks for gouji: setting, then PATH, then the one bundled with this extension. */
export function findBinary(around: Surroundings): Found {
    const configured = around.configured.trim();
    if (configured !== '') return fromSetting(configured, around);
    const onPath = fromPath(around);
    if (onPath !== undefined) return { kind: 'found', file: onPath, from: 'path' };
    const bundled = path.join(around.extensionFolder, 'gouji', 'bin', executable('gouji', around.platform));
    if (around.isExecutable(bundled)) return { kind: 'found', file: bundled, from: 'bundled' };
    return { kind: 'missing' };
}

function fromSetting(configured: string, around: Surroundings): Found {
    let file = configured.replace(/^~(?=$|[/\\])/, around.home);
    const folder = around.workspaceFolders[0];
    if (folder !== undefined) file = file.replace(/\$\{workspaceFolder\}/g, folder);
    if (!path.isAbsolute(file) && folder !== undefined && /[/\\]/.test(file)) file = path.join(folder, file);
    if (!path.isAbsolute(file)) {
        const onPath = fromPath(around, file);
        return onPath === undefined ? { kind: 'wrong-setting', file } : { kind: 'found', file: onPath, from: 'setting' };
    }
    return around.isExecutable(file) ? { kind: 'found', file, from: 'setting' } : { kind: 'wrong-setting', file };
}

function fromPath(around: Surroundings, name = 'gouji'): string | undefined {
    const separator = around.platform === 'win32' ? ';' : ':';
    for (const folder of around.environmentPath.split(separator)) {
        // A relative entry, or one inside the workspace, would let a document's folder bring the program.
        if (!path.isAbsolute(folder) || around.workspaceFolders.some((root) => isInside(folder, root))) continue;
        const file = path.join(folder, executable(name, around.platform));
        if (around.isExecutable(file)) return file;
    }
    return undefined;
}

function isInside(file: string, folder: string): boolean {
    const relative = path.relative(folder, file);
    return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}

function executable(name: string, platform: NodeJS.Platform): string {
    return platform === 'win32' && !/\.exe$/i.test(name) ? `${name}.exe` : name;
}
