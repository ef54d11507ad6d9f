/** The parts of a SARIF log that this extension uses. Lines and columns count from 1, as in SARIF. */

export type Level = 'error' | 'warning' | 'note' | 'none';
export type ColumnUnit = 'utf16CodeUnits' | 'unicodeCodePoints';

export interface Region {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    /** Absent: to the end of the line. */
    readonly endColumn?: number;
    readonly snippet?: string;
}

/** A SARIF artifactLocation. */
export interface Artifact {
    /** As in the log: percent-encoded, relative or absolute. */
    readonly uri: string;
    readonly base?: string;
}

export interface Place {
    readonly artifact?: Artifact;
    readonly region?: Region;
    readonly context?: Region;
    readonly message?: string;
    /** Names from the outermost to the innermost: chapter, table, row, column. */
    readonly logical: readonly string[];
}

export interface Edit {
    readonly artifact?: Artifact;
    readonly region: Region;
    readonly text: string;
}

export interface Fix {
    readonly title: string;
    /** True when the fix may be applied without review. */
    readonly safe: boolean;
    readonly edits: readonly Edit[];
}

export interface Rule {
    readonly id: string;
    readonly name: string;
    readonly summary: string;
    /** The rule's page in Markdown, or as plain text. */
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
    /** Reason of the suppression, "" when none was given; absent when not suppressed. */
    readonly suppressed?: string;
    readonly baseline?: string;
}

/** A notification of the tool, such as a file that is not a report or a rule that failed. */
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
    /** Line ends, longest first. */
    readonly newlines: readonly string[];
    /** Absolute URIs by uriBaseId. */
    readonly bases: Readonly<Record<string, string>>;
    readonly findings: readonly Finding[];
    readonly notices: readonly Notice[];
    readonly rules: readonly Rule[];
}

export interface Log {
    readonly runs: readonly Run[];
}
