import { readFileSync } from 'node:fs';

/** A clean report and variants with errors. The sentences are ours, the place is invented. */

const CLEAN = readFileSync(process.env.GOUJI_TEST_CLEAN ?? '', 'utf8').replace(/\r\n/g, '\n');

export function cleanReport(): string {
    return CLEAN;
}

/** Inserts a paragraph after the heading of chapter one. */
export function withParagraph(paragraph: string): string {
    const heading = /^一、总体情况.*\n/m.exec(CLEAN);
    if (heading === null) throw new Error('the clean report has no chapter one');
    const at = heading.index + heading[0].length;
    return `${CLEAN.slice(0, at)}${paragraph}\n${CLEAN.slice(at)}`;
}

export const NEW_REQUESTS = '一、本年新收政府信息公开申请数量\t\t\t6\t2\t0\t0\t1\t0\t9';
export const WRONG_TOTAL = NEW_REQUESTS.replace(/9$/, '8');

/** The clean report with 8 instead of 9 as the total of the new requests. */
export function withWrongTotal(): string {
    if (!CLEAN.includes(NEW_REQUESTS)) throw new Error('the clean report has no row of new requests');
    return CLEAN.replace(NEW_REQUESTS, WRONG_TOTAL);
}

/** 𠮷 and 😀 take two UTF-16 units each and stand before the finding. */
export const RARE = '𠮷祥社区😀按照《中华人民共和国政府信息公开条列》要求公开信息。';
