import type { Region } from '../sarif/finding';
import { index, type JsonObject, list, object, text, texts } from '../sarif/json';

/** The report's tables as printed by `gouji model --format json`. */

export interface FormCell {
    readonly column: string;
    readonly label: string;
    /** number, blank, placeholder, text or missing. */
    readonly state: string;
    readonly printed: string;
    readonly region?: Region;
}

export interface FormRow {
    readonly key: string;
    readonly label: string;
    /** Labels of the enclosing groups, outermost first. */
    readonly groups: readonly string[];
    readonly cells: readonly FormCell[];
}

export interface Term {
    readonly row: string;
    readonly column: string;
    readonly side: 'left' | 'right';
    /** −1 for a term that is subtracted. */
    readonly sign: 1 | -1;
}

export interface Identity {
    readonly id: string;
    /** Key of the row or column that the identity is evaluated on. */
    readonly along: string;
    /** Absent when a figure is missing. */
    readonly holds?: boolean;
    readonly left: string;
    readonly right: string;
    readonly relation: string;
    readonly terms: readonly Term[];
}

export interface FormTable {
    /** Unique among all reports of the text: the form, with the report's number from the second report on. */
    readonly id: string;
    readonly form: string;
    readonly name: string;
    readonly region?: Region;
    readonly rows: readonly FormRow[];
    readonly identities: readonly Identity[];
}

export interface Model {
    readonly agency: string;
    readonly year: string;
    readonly edition: string;
    readonly tables: readonly FormTable[];
}

/** Reads the models of all reports in a text; they are printed one after the other. */
export function readModels(json: string): readonly Model[] {
    try {
        return modelsOf(json.split(/(?<=^\})\r?\n(?=\{)/m).map((one) => JSON.parse(one) as unknown));
    } catch {
        return [];
    }
}

/** Reads the models of all reports in a text. */
export function modelsOf(reports: unknown): readonly Model[] {
    return list(reports)
        .filter((root) => Array.isArray(root.tables))
        .map(readModel);
}

function readModel(root: JsonObject, report: number): Model {
    return {
        agency: text(root.agency) ?? '',
        year: String(index(root.year) ?? ''),
        edition: text(root.edition) ?? '',
        tables: list(root.tables).map((table) => readTable(table, report)),
    };
}

function readTable(table: JsonObject, report: number): FormTable {
    const form = text(table.form) ?? '';
    return {
        id: report === 0 ? form : `${form}-${report + 1}`,
        form,
        name: text(table.name) ?? '',
        ...withRegion(table),
        rows: list(table.rows).map((row) => ({
            key: text(row.key) ?? '',
            label: text(row.label) ?? '',
            groups: texts(row.groups),
            cells: list(row.cells).map((cell) => ({
                column: text(cell.column) ?? '',
                label: text(cell.label) ?? '',
                state: text(cell.state) ?? 'missing',
                printed: text(cell.printed) ?? '',
                ...withRegion(cell),
            })),
        })),
        identities: list(table.identities).map((identity) => ({
            id: text(identity.id) ?? '',
            along: text(identity.along) ?? '',
            ...(typeof identity.holds === 'boolean' ? { holds: identity.holds } : {}),
            left: text(identity.left) ?? '',
            right: text(identity.right) ?? '',
            relation: text(identity.relation) ?? '=',
            terms: list(identity.terms).map((term) => ({
                row: text(term.row) ?? '',
                column: text(term.column) ?? '',
                side: term.side === 'right' ? ('right' as const) : ('left' as const),
                sign: term.sign === -1 ? (-1 as const) : (1 as const),
            })),
        })),
    };
}

function withRegion(holder: JsonObject): { region?: Region } {
    const region = object(holder.region);
    const [startLine, startColumn, endLine, endColumn] = ['startLine', 'startColumn', 'endLine', 'endColumn'].map((key) => index(region[key]));
    if (startLine === undefined || startColumn === undefined || endLine === undefined || endColumn === undefined) return {};
    return { region: { startLine, startColumn, endLine, endColumn } };
}
