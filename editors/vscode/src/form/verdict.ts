import type { Say } from '../text/words';
import type { FormTable, Identity } from './model';

/** Names a rule by the last part of its id, as the identities of the model do. */
export type NameOf = (identity: string) => string;

export interface Verdict {
    readonly total: number;
    readonly failed: readonly Identity[];
}

export function verdict(table: FormTable): Verdict {
    return { total: table.identities.length, failed: table.identities.filter((identity) => identity.holds === false) };
}

/** The line over a table: how many identities there are, and which of them fail. */
export function lensTitle(table: FormTable, say: Say, nameOf: NameOf): string {
    const { total, failed } = verdict(table);
    if (total === 0) return say('identitiesNone');
    if (failed.length === 0) return say('identitiesHold', total);
    const shown = failed.slice(0, 3).map((identity) => `${shortLabel(table, identity)} ${sides(identity)}（${nameOf(identity.id)}）`);
    return say('identitiesFail', total, failed.length, shown.join('；') + (failed.length > shown.length ? say('more') : ''));
}

export function sides(identity: Identity): string {
    return `${identity.left} ${identity.relation === '<=' ? '>' : '≠'} ${identity.right}`;
}

/** A row and a column may have the same key (“total”): the terms tell which one is meant. */
export function isAlongRow(identity: Identity): boolean {
    return identity.terms.every((term) => term.row === identity.along);
}

/** The words of the row or column that an identity is about, cut to what fits over a table. */
export function shortLabel(table: FormTable, identity: Identity): string {
    const label = labelOf(table, identity);
    return label.length > 14 ? `${label.slice(0, 13)}…` : label;
}

export function labelOf(table: FormTable, identity: Identity): string {
    const { along } = identity;
    if (isAlongRow(identity)) return table.rows.find((one) => one.key === along)?.label ?? along;
    return table.rows.flatMap((one) => one.cells).find((one) => one.column === along)?.label ?? along;
}
