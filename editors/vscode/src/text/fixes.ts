import type { Fix } from '../sarif/finding';
import type { Lines, Span } from './lines';
import type { Located } from './located';

export interface Replacement extends Span {
    readonly text: string;
}

/** The edits of one fix as offsets into the text of `lines`. */
export function replacements(fix: Fix, lines: Lines): readonly Replacement[] {
    return fix.edits.map((edit) => ({ ...lines.span(edit.region), text: edit.text }));
}

/** The fix that is applied without asking: the first, or the first safe one. */
export function firstFix(located: Located, safeOnly: boolean): Fix | undefined {
    return located.finding.fixes.find((fix) => fix.safe || !safeOnly);
}

/**
 * Combines the fixes of many findings. A fix that overlaps an earlier one is left out; it can be
 * applied after the next check.
 */
export function combine(located: readonly Located[], lines: Lines, safeOnly: boolean): { readonly edits: readonly Replacement[]; readonly fixed: number } {
    const taken: Replacement[] = [];
    let fixed = 0;
    for (const one of located) {
        const fix = firstFix(one, safeOnly);
        if (fix === undefined) continue;
        const edits = replacements(fix, lines);
        const fresh = edits.filter((edit) => !taken.some((other) => same(edit, other)));
        if (fresh.some((edit) => taken.some((other) => collide(edit, other)))) continue;
        taken.push(...fresh);
        fixed += 1;
    }
    return { edits: taken.sort((a, b) => a.start - b.start), fixed };
}

function same(a: Replacement, b: Replacement): boolean {
    return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** Two insertions at one point overlap too, since their order is undefined. */
function collide(a: Span, b: Span): boolean {
    return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/** Applies edits that are sorted and do not overlap. */
export function apply(text: string, edits: readonly Replacement[]): string {
    let result = '';
    let at = 0;
    for (const edit of edits) {
        result += text.slice(at, edit.start) + edit.text;
        at = edit.end;
    }
    return result + text.slice(at);
}
