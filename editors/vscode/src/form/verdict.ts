import type { Say } from '../text/words';
import { formula } from './formula';
import type { FormTable, Identity } from './model';

/** Names a rule by the last part of its id, as the identities of the model do. */
export type NameOf = (identity: string) => string;

export interface Verdict {
    readonly total: number;
    readonly failed: readonly Identity[];
}

export function verdict(tables: readonly FormTable[]): Verdict {
    const identities = tables.flatMap((table) => table.identities);
    return { total: identities.length, failed: identities.filter((identity) => identity.holds === false) };
}

/** The line over a table: how many identities there are, and which of them fail. It has to fit beside a form view. */
export function lensTitle(table: FormTable, say: Say): string {
    const { total, failed } = verdict([table]);
    if (total === 0) return say('identitiesNone');
    if (failed.length === 0) return say('identitiesHold', total);
    const shown = failed.slice(0, 2).map((identity) => `${cut(labelOf(table, identity))} ${sides(identity)}`);
    return say('identitiesFailing', total, failed.length, shown.join('；') + (failed.length > shown.length ? say('more') : ''));
}

/** All three tables in one line. */
export function totalTitle(tables: readonly FormTable[], say: Say): string {
    const { total, failed } = verdict(tables);
    if (total === 0) return '';
    return failed.length === 0 ? say('identitiesHold', total) : say('identitiesFail', total, failed.length);
}

/** Each identity that fails, in full: where, its two sides, what is to hold, and the rule that watches over it. */
export function failures(table: FormTable, nameOf: NameOf): readonly string[] {
    return verdict([table]).failed.map((one) => `${labelOf(table, one)}：${sides(one)}（${nameOf(one.id)}：${formula(table, one)}）`);
}

export function sides(identity: Identity): string {
    return `${identity.left} ${identity.relation === '<=' ? '>' : '≠'} ${identity.right}`;
}

/** A row and a column may have the same key (“total”): the terms tell which one is meant. */
export function isAlongRow(identity: Identity): boolean {
    return identity.terms.every((term) => term.row === identity.along);
}

/** The words of the row or column that an identity is about. */
export function labelOf(table: FormTable, identity: Identity): string {
    const { along } = identity;
    if (isAlongRow(identity)) return table.rows.find((one) => one.key === along)?.label ?? along;
    return table.rows.flatMap((one) => one.cells).find((one) => one.column === along)?.label ?? along;
}

function cut(label: string): string {
    return label.length > 10 ? `${label.slice(0, 9)}…` : label;
}
