import type { Notice } from './finding';

/** Whether a notice says that an input is not an annual report. */
export function isNoReport(notice: Notice): boolean {
    return /(^|\/)(no|not-a)-report$/.test(notice.id);
}
