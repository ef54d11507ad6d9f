/** Whether a text was read in a wrong encoding: what could not be read has become U+FFFD all over it. */
export function isGarbled(text: string): boolean {
    let lost = 0;
    for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) lost += 1;
    return lost >= 8 && lost * 20 > text.length;
}
