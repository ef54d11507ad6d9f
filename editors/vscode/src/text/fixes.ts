import type { Fix } from '../sarif/finding';
import type { Lines, Stretch } from './lines';
import type { Located } from './located';

export interface Replacement extends Stretch {
    readonly text: string;
}

/** The edits of one fix, in the text that `lines` cut. */
export function replacements(fix: Fix, lines: Lines): readonly Replacement[] {
    return fix.edits.map((edit) => ({ ...lines.stretch(edit.region), text: edit.text }));
}

/** The fix to take for a finding when nobody chooses: the first that is allowed. */
export function firstFix(located: Located, safeOnly: boolean): Fix | undefined {
    return located.finding.fixes.find((fix) => fix.safe || !safeOnly);
}

/**
 * The edits that mend many findings at once. A fix that touches what an earlier one changes is left
 * for the next round: the text it was made for is then gone.
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

/** Two insertions at one point have no order, so they collide as well. */
function collide(a: Stretch, b: Stretch): boolean {
    return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/** The text after the edits; they neither overlap nor run backwards. */
export function apply(text: string, edits: readonly Replacement[]): string {
    let result = '';
    let at = 0;
    for (const edit of edits) {
        result += text.slice(at, edit.start) + edit.text;
        at = edit.end;
    }
    return result + text.slice(at);
}
