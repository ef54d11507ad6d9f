/** Whether a text was decoded with a wrong encoding: many of its characters are U+FFFD. */
export function isGarbled(text: string): boolean {
    let lost = 0;
    for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) lost += 1;
    return lost >= 8 && lost * 20 > text.length;
}
