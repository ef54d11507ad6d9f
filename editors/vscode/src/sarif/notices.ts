import type { Notice } from './finding';

/** gouji's own word that a text is no annual report and was left alone. */
export function isNoReport(notice: Notice): boolean {
    return /(^|\/)(no|not-a)-report$/.test(notice.id);
}
