import * as path from 'node:path';

export interface Environment {
    /** Setting gouji.path; in an untrusted workspace the user's own value. */
    readonly configured: string;
    /** Folder of this extension, which may contain a gouji for this platform. */
    readonly extensionFolder: string;
    readonly workspaceFolders: readonly string[];
    readonly environmentPath: string;
    readonly platform: NodeJS.Platform;
    readonly home: string;
    readonly isExecutable: (file: string) => boolean;
}

export type Found =
    | { readonly kind: 'found'; readonly file: string; readonly from: 'setting' | 'path' | 'bundled' }
    /** The setting names something that cannot be run. This is reported; no other gouji is taken instead. */
    | { readonly kind: 'wrong-setting'; readonly file: string }
    | { readonly kind: 'missing' };

/** Finds gouji: by the setting, then on PATH, then bundled with this extension. */
export function findBinary(environment: Environment): Found {
    const configured = environment.configured.trim();
    if (configured !== '') return fromSetting(configured, environment);
    const onPath = fromPath(environment);
    if (onPath !== undefined) return { kind: 'found', file: onPath, from: 'path' };
    const bundled = path.join(environment.extensionFolder, 'gouji', 'bin', executable('gouji', environment.platform));
    if (environment.isExecutable(bundled)) return { kind: 'found', file: bundled, from: 'bundled' };
    return { kind: 'missing' };
}

function fromSetting(configured: string, environment: Environment): Found {
    let file = configured.replace(/^~(?=$|[/\\])/, environment.home);
    const folder = environment.workspaceFolders[0];
    if (folder !== undefined) file = file.replace(/\$\{workspaceFolder\}/g, folder);
    if (!path.isAbsolute(file) && folder !== undefined && /[/\\]/.test(file)) file = path.join(folder, file);
    if (!path.isAbsolute(file)) {
        const onPath = fromPath(environment, file);
        return onPath === undefined ? { kind: 'wrong-setting', file } : { kind: 'found', file: onPath, from: 'setting' };
    }
    return environment.isExecutable(file) ? { kind: 'found', file, from: 'setting' } : { kind: 'wrong-setting', file };
}

function fromPath(environment: Environment, name = 'gouji'): string | undefined {
    const separator = environment.platform === 'win32' ? ';' : ':';
    for (const folder of environment.environmentPath.split(separator)) {
        // Skips relative entries and those inside the workspace: a workspace must not choose the program.
        if (!path.isAbsolute(folder) || environment.workspaceFolders.some((root) => isInside(folder, root))) continue;
        const file = path.join(folder, executable(name, environment.platform));
        if (environment.isExecutable(file)) return file;
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
