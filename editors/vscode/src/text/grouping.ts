import { type Counts, count, type Located } from './located';

export interface FileFindings {
    /** URI of the file. */
    readonly file: string;
    readonly located: readonly Located[];
}

export interface RuleGroup {
    readonly file: string;
    readonly chapter: string;
    readonly rule: string;
    readonly name: string;
    readonly counts: Counts;
    readonly located: readonly Located[];
}

export interface ChapterGroup {
    readonly file: string;
    /** "" for findings outside chapters. */
    readonly chapter: string;
    readonly counts: Counts;
    readonly rules: readonly RuleGroup[];
}

export interface FileGroup {
    readonly file: string;
    readonly counts: Counts;
    readonly chapters: readonly ChapterGroup[];
}

/** Groups findings: files by name, chapters and rules in the order of the text. */
export function group(files: readonly FileFindings[]): readonly FileGroup[] {
    return files
        .filter((one) => one.located.length > 0)
        .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
        .map(({ file, located }) => {
            const ordered = [...located].sort((a, b) => a.span.start - b.span.start);
            const chapters = groupBy(ordered, (one) => one.finding.place.logical[0] ?? '');
            return {
                file,
                counts: counts(located),
                chapters: chapters.map(([chapter, inChapter]) => ({
                    file,
                    chapter,
                    counts: counts(inChapter),
                    rules: groupBy(inChapter, (one) => one.finding.rule.id).map(([rule, ofRule]) => ({
                        file,
                        chapter,
                        rule,
                        name: ofRule[0]?.finding.rule.name ?? rule,
                        counts: counts(ofRule),
                        located: ofRule,
                    })),
                })),
            };
        });
}

function counts(located: readonly Located[]): Counts {
    return count(located.map((one) => one.finding.level));
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
    const groups = new Map<string, T[]>();
    for (const item of items) {
        const members = groups.get(key(item));
        if (members === undefined) groups.set(key(item), [item]);
        else members.push(item);
    }
    return [...groups];
}
