import { Lines, type Stretch } from '../text/lines';
import type { ColumnUnit, Finding } from './finding';

/** Where a finding of an older log stands in today's text. */
export interface Relocated {
    readonly finding: Finding;
    readonly stretch: Stretch;
    /** The place is a guess: nothing in today's text shows that the finding still holds. */
    readonly stale: boolean;
}

/** A finding of a run over today's text, and where it is. */
export interface Current {
    readonly finding: Finding;
    readonly stretch: Stretch;
}

interface Counting {
    readonly newlines: readonly string[];
    readonly unit: ColumnUnit;
}

/**
 * Finds old findings in today's text: first by fingerprint among today's findings, then where they
 * were if the same words still stand there, then at the nearest place with the same words. Each of
 * today's findings and each place is given away once.
 */
export function relocate(findings: readonly Finding[], text: string, counting: Counting, current: readonly Current[]): readonly Relocated[] {
    const lines = new Lines(text, counting.newlines, counting.unit);
    const free = new Set(current);
    const taken = new Set<string>();
    return findings.map((finding) => {
        const twin = [...free].find((one) => sameFinding(one.finding, finding));
        if (twin !== undefined) {
            free.delete(twin);
            return { finding, stretch: twin.stretch, stale: false };
        }
        const region = finding.place.region;
        if (region === undefined) return { finding, stretch: { start: 0, end: 0 }, stale: false };
        const old = lines.stretch(region);
        const words = region.snippet;
        // Without its words nothing can be proved; the place is shown as the log has it.
        if (words === undefined) return { finding, stretch: old, stale: false };
        const place = bestPlace(text, old, words, finding, taken);
        if (place === undefined) return { finding, stretch: old, stale: true };
        taken.add(key(finding, place.start));
        return { finding, stretch: place, stale: false };
    });
}

/** Same rule, and an equal fingerprint under a name that both have. */
export function sameFinding(one: Finding, other: Finding): boolean {
    if (one.rule.id !== other.rule.id) return false;
    return Object.entries(one.fingerprints).some(([name, value]) => other.fingerprints[name] === value);
}

function key(finding: Finding, start: number): string {
    return `${finding.rule.id} ${String(start)}`;
}

function bestPlace(text: string, old: Stretch, words: string, finding: Finding, taken: ReadonlySet<string>): Stretch | undefined {
    if (words === '') return contextPlace(text, old, finding);
    if (text.startsWith(words, old.start) && !taken.has(key(finding, old.start)) && contextHolds(text, old, finding)) {
        return { start: old.start, end: old.start + words.length };
    }
    // “0” stands in a report a hundred times: the words around it decide, distance only between equals.
    let best: { start: number; alike: number; far: number } | undefined;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
        if (taken.has(key(finding, at))) continue;
        const alike = contextAlike(text, at, words, finding);
        const far = Math.abs(at - old.start);
        if (best === undefined || alike > best.alike || (alike === best.alike && far < best.far)) best = { start: at, alike, far };
    }
    if (best === undefined) return undefined;
    // A single character proves nothing by itself.
    if (words.trim().length < 2 && best.alike < 2 && best.far > 0) return undefined;
    return { start: best.start, end: best.start + words.length };
}

/** An empty stretch has only the words around it. */
function contextPlace(text: string, old: Stretch, finding: Finding): Stretch | undefined {
    const context = finding.place.context?.snippet;
    if (context === undefined || context === '') return old;
    const at = nearest(text, context, old.start);
    return at === undefined ? undefined : { start: at, end: at };
}

function contextHolds(text: string, old: Stretch, finding: Finding): boolean {
    const around = sides(finding);
    if (around === undefined) return true;
    return text.startsWith(around.after, old.end) && text.slice(0, old.start).endsWith(around.before);
}

/** How many characters to the left and to the right are as they were. */
function contextAlike(text: string, at: number, words: string, finding: Finding): number {
    const around = sides(finding);
    if (around === undefined) return 0;
    let alike = 0;
    for (let i = 1; i <= around.before.length && text.charAt(at - i) === around.before.charAt(around.before.length - i); i += 1) alike += 1;
    const end = at + words.length;
    for (let i = 0; i < around.after.length && text.charAt(end + i) === around.after.charAt(i); i += 1) alike += 1;
    return alike;
}

/** What stood before and behind the words, as far as the log's context region tells. */
function sides(finding: Finding): { before: string; after: string } | undefined {
    const context = finding.place.context?.snippet;
    const region = finding.place.region;
    const around = finding.place.context;
    if (context === undefined || region?.snippet === undefined || around === undefined) return undefined;
    const inside = new Lines(context).stretch({
        startLine: region.startLine - around.startLine + 1,
        startColumn: region.startLine === around.startLine ? region.startColumn - around.startColumn + 1 : region.startColumn,
        endLine: region.endLine - around.startLine + 1,
    });
    if (!context.startsWith(region.snippet, inside.start)) return undefined;
    return { before: context.slice(0, inside.start), after: context.slice(inside.start + region.snippet.length) };
}

function nearest(text: string, words: string, from: number): number | undefined {
    let best: number | undefined;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
        if (best === undefined || Math.abs(at - from) < Math.abs(best - from)) best = at;
    }
    return best;
}
