/** An example of a rule page: a fence marked “invalid” or “valid”. Lines count from 0. */
export interface Example {
    /** Line of the opening fence. */
    readonly line: number;
    readonly endLine: number;
    readonly kind: 'valid' | 'invalid';
    /** What follows the kind, such as a chapter. */
    readonly context: string;
}

export function examplesOf(lines: readonly string[]): readonly Example[] {
    const found: Example[] = [];
    let fence: { readonly line: number; readonly kind: string; readonly context: string } | undefined;
    for (const [line, text] of lines.entries()) {
        if (!text.startsWith('```')) continue;
        if (fence === undefined) {
            const [kind = '', ...context] = text.slice(3).trim().split(/\s+/);
            fence = { line, kind, context: context.join(' ') };
            continue;
        }
        const { kind } = fence;
        if (kind === 'valid' || kind === 'invalid') found.push({ line: fence.line, endLine: line, kind, context: fence.context });
        fence = undefined;
    }
    return found;
}

export interface ExampleFailure {
    /** Line from 0. */
    readonly line: number;
    readonly message: string;
}

/** Reads the failures from the output of `gouji test` on one page: “path:line: message” and indented details. */
export function failuresIn(output: string): readonly ExampleFailure[] {
    const found: { line: number; message: string }[] = [];
    for (const text of output.split(/\r?\n/)) {
        const failure = /^.*?\.md:(\d+):(?:\d+:)? (.*)$/.exec(text);
        if (failure?.[1] !== undefined) found.push({ line: Number(failure[1]) - 1, message: failure[2] ?? '' });
        else if (/^\s/.test(text)) {
            const last = found.at(-1);
            if (last !== undefined) last.message += `\n${text.trim()}`;
        }
    }
    return found;
}
