import type { Localize } from '../text/messages';
import { formula } from './formula';
import type { FormCell, FormTable, Identity } from './model';

/** The name of the rule that checks an identity. */
export type NameOf = (identity: string) => string;

export interface IdentitySummary {
    readonly total: number;
    readonly failed: readonly Identity[];
}

export function summarize(tables: readonly FormTable[]): IdentitySummary {
    const identities = tables.flatMap((table) => table.identities);
    return { total: identities.length, failed: identities.filter((identity) => identity.holds === false) };
}

/** Title of the code lens of a table: the number of identities and the first that fail. Short, to fit beside the form view. */
export function lensTitle(table: FormTable, localize: Localize): string {
    const { total, failed } = summarize([table]);
    if (total === 0) return localize('identitiesNone');
    if (failed.length === 0) return localize('identitiesHold', total);
    const shown = failed.slice(0, 2).map((identity) => `${cut(labelOf(table, identity))} ${sides(identity)}`);
    return localize('identitiesFailing', total, failed.length, shown.join('；') + (failed.length > shown.length ? localize('more') : ''));
}

/** The identities of all tables in one line. */
export function totalTitle(tables: readonly FormTable[], localize: Localize): string {
    const { total, failed } = summarize(tables);
    if (total === 0) return '';
    return failed.length === 0 ? localize('identitiesHold', total) : localize('identitiesFail', total, failed.length);
}

/** The failing identities in full. */
export function failures(table: FormTable, nameOf: NameOf): readonly string[] {
    return summarize([table]).failed.map((one) => failure(table, one, nameOf));
}

/** A failing identity in full: place, both sides, rule and formula. */
export function failure(table: FormTable, identity: Identity, nameOf: NameOf): string {
    return `${labelOf(table, identity)}：${sides(identity)}（${nameOf(identity.id)}：${formula(table, identity)}）`;
}

/** The cell to show for a failing identity: the total, which stands alone on its side, else the first term. */
export function failingCell(table: FormTable, identity: Identity): FormCell | undefined {
    const left = identity.terms.filter((term) => term.side === 'left');
    const right = identity.terms.filter((term) => term.side === 'right');
    const [term] = right.length === 1 ? right : left;
    return table.rows.find((row) => row.key === term?.row)?.cells.find((cell) => cell.column === term?.column);
}

export function sides(identity: Identity): string {
    return `${identity.left} ${identity.relation === '<=' ? '>' : '≠'} ${identity.right}`;
}

/** Whether `along` is a row. A row and a column may have the same key (“total”), so the terms decide. */
export function isAlongRow(identity: Identity): boolean {
    return identity.terms.every((term) => term.row === identity.along);
}

/** The label of the row or column that an identity is evaluated on. */
export function labelOf(table: FormTable, identity: Identity): string {
    const { along } = identity;
    if (isAlongRow(identity)) return table.rows.find((one) => one.key === along)?.label ?? along;
    return table.rows.flatMap((one) => one.cells).find((one) => one.column === along)?.label ?? along;
}

function cut(label: string): string {
    return label.length > 10 ? `${label.slice(0, 9)}…` : label;
}
