/** The oldest gouji that this extension supports. */
export const OLDEST = '0.1.0';

/** Reads the version from the output of `gouji --version`; undefined when it is not gouji's. */
export function readVersion(output: string): string | undefined {
    return /\bgouji\b\D*(\d+\.\d+(?:\.\d+)?)/i.exec(output)?.[1];
}

export function isNewEnough(version: string, oldest: string = OLDEST): boolean {
    const [have, want] = [version, oldest].map((one) => one.split('.').map(Number));
    for (let i = 0; i < 3; i += 1) {
        const difference = (have?.[i] ?? 0) - (want?.[i] ?? 0);
        if (difference !== 0) return difference > 0;
    }
    return true;
}
