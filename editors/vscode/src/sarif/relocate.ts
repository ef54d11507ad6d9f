import { Lines, type Span } from '../text/lines';
import type { ColumnUnit, Finding } from './finding';

/** The place of a finding of an older log in the current text. */
export interface Relocated {
    readonly finding: Finding;
    readonly span: Span;
    /** The place is a guess: the text there has changed. */
    readonly stale: boolean;
}

/** A finding of the current text and its place. */
export interface Current {
    readonly finding: Finding;
    readonly span: Span;
}

interface Counting {
    readonly newlines: readonly string[];
    readonly unit: ColumnUnit;
}

/**
 * Places old findings in the current text: by fingerprint among the current findings, else at their
 * old place if its text is unchanged, else at the nearest place with the same text. Each current
 * finding and each place is used once.
 */
export function relocate(findings: readonly Finding[], text: string, counting: Counting, current: readonly Current[]): readonly Relocated[] {
    const lines = new Lines(text, counting.newlines, counting.unit);
    const free = new Set(current);
    const taken = new Set<string>();
    return findings.map((finding) => {
        const twin = [...free].find((one) => sameFinding(one.finding, finding));
        if (twin !== undefined) {
            free.delete(twin);
            return { finding, span: twin.span, stale: false };
        }
        const region = finding.place.region;
        if (region === undefined) return { finding, span: { start: 0, end: 0 }, stale: false };
        const old = lines.span(region);
        const words = region.snippet;
        // Without a snippet the place cannot be verified and is taken from the log.
        if (words === undefined) return { finding, span: old, stale: false };
        const place = bestPlace(text, old, words, finding, taken);
        if (place === undefined) return { finding, span: old, stale: true };
        taken.add(key(finding, place.start));
        return { finding, span: place, stale: false };
    });
}

/** Whether two findings have the same rule and share a fingerprint. */
export function sameFinding(one: Finding, other: Finding): boolean {
    if (one.rule.id !== other.rule.id) return false;
    return Object.entries(one.fingerprints).some(([name, value]) => other.fingerprints[name] === value);
}

function key(finding: Finding, start: number): string {
    return `${finding.rule.id} ${String(start)}`;
}

function bestPlace(text: string, old: Span, words: string, finding: Finding, taken: ReadonlySet<string>): Span | undefined {
    if (words === '') return contextPlace(text, old, finding);
    if (text.startsWith(words, old.start) && !taken.has(key(finding, old.start)) && contextHolds(text, old, finding)) {
        return { start: old.start, end: old.start + words.length };
    }
    // A short text such as “0” occurs often: the context decides, then the distance.
    let best: { start: number; alike: number; far: number } | undefined;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
        if (taken.has(key(finding, at))) continue;
        const alike = contextAlike(text, at, words, finding);
        const far = Math.abs(at - old.start);
        if (best === undefined || alike > best.alike || (alike === best.alike && far < best.far)) best = { start: at, alike, far };
    }
    if (best === undefined) return undefined;
    // A single character without matching context proves nothing.
    if (words.trim().length < 2 && best.alike < 2 && best.far > 0) return undefined;
    return { start: best.start, end: best.start + words.length };
}

/** An empty span is found by its context only. */
function contextPlace(text: string, old: Span, finding: Finding): Span | undefined {
    const context = finding.place.context?.snippet;
    if (context === undefined || context === '') return old;
    const at = nearest(text, context, old.start);
    return at === undefined ? undefined : { start: at, end: at };
}

function contextHolds(text: string, old: Span, finding: Finding): boolean {
    const around = sides(finding);
    if (around === undefined) return true;
    return text.startsWith(around.after, old.end) && text.slice(0, old.start).endsWith(around.before);
}

/** How many characters before and after the place match the context. */
function contextAlike(text: string, at: number, words: string, finding: Finding): number {
    const around = sides(finding);
    if (around === undefined) return 0;
    let alike = 0;
    for (let i = 1; i <= around.before.length && text.charAt(at - i) === around.before.charAt(around.before.length - i); i += 1) alike += 1;
    const end = at + words.length;
    for (let i = 0; i < around.after.length && text.charAt(end + i) === around.after.charAt(i); i += 1) alike += 1;
    return alike;
}

/** The text before and after the finding, from the log's context region. */
function sides(finding: Finding): { before: string; after: string } | undefined {
    const context = finding.place.context?.snippet;
    const region = finding.place.region;
    const around = finding.place.context;
    if (context === undefined || region?.snippet === undefined || around === undefined) return undefined;
    const inside = new Lines(context).span({
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
