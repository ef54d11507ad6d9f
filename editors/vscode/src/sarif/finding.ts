/** What this extension knows of a SARIF log. Lines and columns are as SARIF counts them: from 1. */

export type Level = 'error' | 'warning' | 'note' | 'none';
export type ColumnUnit = 'utf16CodeUnits' | 'unicodeCodePoints';

export interface Region {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    /** Absent: up to the end of the line. */
    readonly endColumn?: number;
    readonly snippet?: string;
}

/** The words of a file that a region counts in. */
export interface Artifact {
    /** As written: percent-encoded, relative or absolute. */
    readonly uri: string;
    readonly base?: string;
}

export interface Place {
    readonly artifact?: Artifact;
    readonly region?: Region;
    readonly context?: Region;
    readonly message?: string;
    /** Names from the outermost in: chapter, table, row, column. */
    readonly logical: readonly string[];
}

export interface Edit {
    readonly artifact?: Artifact;
    readonly region: Region;
    readonly text: string;
}

export interface Fix {
    readonly title: string;
    /** Only a fix that says so is safe: it may then be applied without a look. */
    readonly safe: boolean;
    readonly edits: readonly Edit[];
}

export interface Rule {
    readonly id: string;
    readonly name: string;
    readonly summary: string;
    /** The rule's page in Markdown; plain text where there is no Markdown. */
    readonly help: string;
    readonly helpUri?: string;
    readonly tags: readonly string[];
}

export interface Finding {
    readonly rule: Rule;
    readonly level: Level;
    readonly message: string;
    readonly place: Place;
    readonly related: readonly Place[];
    readonly fixes: readonly Fix[];
    readonly fingerprints: Readonly<Record<string, string>>;
    /** The reason, or "" when none was given; absent when not suppressed. */
    readonly suppressed?: string;
    readonly baseline?: string;
}

/** What the tool says of itself: a file that is no report, a rule that failed. */
export interface Notice {
    readonly id: string;
    readonly level: Level;
    readonly message: string;
    readonly artifact?: Artifact;
}

export interface Run {
    readonly tool: string;
    readonly version: string;
    readonly unit: ColumnUnit;
    /** What ends a line, longest first. */
    readonly newlines: readonly string[];
    /** Absolute URIs by the names that `Artifact.base` uses. */
    readonly bases: Readonly<Record<string, string>>;
    readonly findings: readonly Finding[];
    readonly notices: readonly Notice[];
    readonly rules: readonly Rule[];
}

export interface Log {
    readonly runs: readonly Run[];
}
