/** The oldest gouji that speaks as this extension listens. */
export const OLDEST = '0.1.0';

/** The version in what `gouji --version` prints; undefined when that is no gouji. */
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
